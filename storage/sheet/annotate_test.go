package sheet

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/intake"
)

func annotated(t *testing.T, name string, notes map[string]map[int]string) ([]byte, *intake.Book) {
	t.Helper()
	raw := rawTestdata(t, name)
	var out bytes.Buffer
	if err := Annotate(context.Background(), filepath.Base(name), bytes.NewReader(raw), int64(len(raw)), &out, notes, "Cần sửa"); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes(), readBytes(t, "reply.xlsx", out.Bytes())
}

// The agency's own .xlsx comes back with every cell as it was, in its look.
func TestAnnotateOriginal(t *testing.T) {
	before := readTestdata(t, "samples/sach.xlsx")
	raw, after := annotated(t, "samples/sach.xlsx", map[string]map[int]string{"Danh sach": {8: "Ngày sinh chưa rõ.", 11: "Thiếu số CCCD."}})
	for ref, want := range map[string]string{"K7": "Cần sửa", "K8": "Ngày sinh chưa rõ.", "K11": "Thiếu số CCCD."} {
		if _, c, _ := find(after, ref); c.Text != want {
			t.Errorf("%s: %q, want %q", ref, c.Text, want)
		}
	}
	_, heading, _ := find(after, "K7")
	if got := after.Fonts[heading.Font]; got != "Times New Roman" {
		t.Errorf("the heading is in %q", got)
	}
	sameCells(t, before, after, 10)
	if len(after.Sheets[0].Merges) != len(before.Sheets[0].Merges) {
		t.Error("merges changed")
	}
	// Sent again with the column in it, the remarks are replaced.
	var again bytes.Buffer
	if err := Annotate(context.Background(), "x.xlsx", bytes.NewReader(raw), int64(len(raw)), &again, map[string]map[int]string{"Danh sach": {9: "Trùng người."}}, "Cần sửa"); err != nil {
		t.Fatal(err)
	}
	third := readBytes(t, "x.xlsx", again.Bytes())
	if _, _, ok := find(third, "K8"); ok {
		t.Error("an old remark is left")
	}
	if _, c, _ := find(third, "K9"); c.Text != "Trùng người." {
		t.Errorf("K9: %q", c.Text)
	}
	if _, _, ok := find(third, "L7"); ok {
		t.Error("a second column was made")
	}
	sameCells(t, before, third, 10)
}

// What the agency's file looks like stays as it was: every cell's font, border,
// fill, alignment and number format, widths, heights, hidden rows and the page.
// The new column stands out in red, in the look of its neighbours.
func TestAnnotateKeepsTheLook(t *testing.T) {
	raw, _ := annotated(t, "samples/sach.xlsx", map[string]map[int]string{"Danh sach": {8: "Ngày sinh chưa rõ.", 11: "Thiếu số CCCD."}})
	before, err := excelize.OpenReader(bytes.NewReader(rawTestdata(t, "samples/sach.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	after, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	const sheet = "Danh sach"
	style := func(f *excelize.File, ref string) *excelize.Style {
		id, err := f.GetCellStyle(sheet, ref)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	rows, err := before.GetRows(sheet)
	if err != nil || len(rows) < 20 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for row := 1; row <= len(rows); row++ {
		for col := range 10 {
			ref := cellName(col, row)
			if diff := cmp.Diff(style(before, ref), style(after, ref)); diff != "" {
				t.Fatalf("%s looks different:\n%s", ref, diff)
			}
		}
		was, err1 := before.GetRowHeight(sheet, row)
		is, err2 := after.GetRowHeight(sheet, row)
		if err1 != nil || err2 != nil || was != is {
			t.Errorf("row %d was %v high, is %v", row, was, is)
		}
	}
	for col := range 10 {
		letter, _ := excelize.ColumnNumberToName(col + 1)
		was, err1 := before.GetColWidth(sheet, letter)
		is, err2 := after.GetColWidth(sheet, letter)
		if err1 != nil || err2 != nil || was != is {
			t.Errorf("column %s was %v wide, is %v", letter, was, is)
		}
	}
	was, err1 := before.GetPageLayout(sheet)
	is, err2 := after.GetPageLayout(sheet)
	if diff := cmp.Diff(was, is); err1 != nil || err2 != nil || diff != "" {
		t.Errorf("the page: %v, %v\n%s", err1, err2, diff)
	}
	note, beside := style(after, "K8"), style(after, "J8")
	if note.Font == nil || note.Font.Color != noteColor || note.Font.Family != beside.Font.Family || note.Font.Size != beside.Font.Size {
		t.Errorf("the remark is in %+v, its neighbour in %+v", note.Font, beside.Font)
	}
	for i, b := range beside.Border {
		if i >= len(note.Border) || note.Border[i].Type != b.Type || note.Border[i].Style != b.Style {
			t.Errorf("the remark's border is %+v, its neighbour's %+v", note.Border, beside.Border)
			break
		}
	}
	if note.Alignment == nil || !note.Alignment.WrapText {
		t.Error("a long remark is cut off")
	}
}

// A file that is right now comes back without the remarks of the last time.
func TestAnnotateClearsOldRemarks(t *testing.T) {
	raw, _ := annotated(t, "samples/sach.xlsx", map[string]map[int]string{"Danh sach": {8: "Ngày sinh chưa rõ."}})
	var again bytes.Buffer
	if err := Annotate(context.Background(), "x.xlsx", bytes.NewReader(raw), int64(len(raw)), &again, nil, "Cần sửa"); err != nil {
		t.Fatal(err)
	}
	if _, c, ok := find(readBytes(t, "x.xlsx", again.Bytes()), "K8"); ok {
		t.Errorf("K8 still says %q", c.Text)
	}
}

// sameCells compares values, kinds, fonts and strikes of all cells before a column.
func sameCells(t *testing.T, before, after *intake.Book, columns int) {
	t.Helper()
	n := 0
	for i, g := range before.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if c.Col >= columns {
					continue
				}
				n++
				ref := cellName(c.Col, r.Number)
				one := intake.Book{Fonts: after.Fonts, Sheets: after.Sheets[i : i+1]}
				row, got, _ := find(&one, ref)
				sameValue := got.Text == c.Text
				if c.Kind == intake.Number || c.Kind == intake.DateNum {
					sameValue = got.Num == c.Num
				}
				if !sameValue || got.Kind != c.Kind || got.Struck != c.Struck || row.Hidden != r.Hidden {
					t.Errorf("%s was %+v, is %+v", ref, c, got)
				}
				if f := before.Fonts[c.Font]; f != "" && after.Fonts[got.Font] != f {
					t.Errorf("%s was in %q, is in %q", ref, f, after.Fonts[got.Font])
				}
			}
		}
	}
	if n == 0 {
		t.Error("nothing compared")
	}
}

// From other kinds a new workbook is made with the same cells.
func TestAnnotateOthers(t *testing.T) {
	_, xls := annotated(t, "samples/tcvn3.xls", map[string]map[int]string{"Danh sach": {8: "Sửa đơn vị."}})
	before := readTestdata(t, "samples/tcvn3.xls")
	sameCells(t, before, xls, 10)
	if _, c, _ := find(xls, "K8"); c.Text != "Sửa đơn vị." {
		t.Errorf("K8: %q", c.Text)
	}
	if _, c, _ := find(xls, "K7"); c.Text != "Cần sửa" {
		t.Errorf("K7: %q", c.Text)
	}
	if len(xls.Sheets[0].Merges) != len(before.Sheets[0].Merges) {
		t.Error("merges changed")
	}

	raw, csv := annotated(t, "samples/cham_phay.csv", map[string]map[int]string{"": {2: "Sai hình thức."}})
	if _, c, _ := find(csv, "K2"); c.Text != "Sai hình thức." {
		t.Errorf("K2: %q", c.Text)
	}
	if _, c, _ := find(csv, "F2"); c.Text != "058178648033" || c.Kind != intake.Text {
		t.Errorf("F2 lost its zero: %+v", c)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if dim, err := f.GetSheetDimension(f.GetSheetName(0)); err != nil || !strings.HasPrefix(dim, "A1:K") {
		t.Errorf("dimension %q %v", dim, err)
	}

	_, hidden := annotated(t, "rows.lo.xls", map[string]map[int]string{"Danh sách": {6: "x"}})
	sameCells(t, readTestdata(t, "rows.lo.xls"), hidden, 4)
	if len(hidden.Sheets) != 4 || !hidden.Sheets[2].Hidden || len(hidden.Sheets[1].HiddenCols) != 1 {
		t.Errorf("hidden sheets or columns lost:\n%s", outline(hidden))
	}
	_, one := annotated(t, "one.lo.xls", nil)
	if _, c, _ := find(one, "B3"); c.Kind != intake.DateNum || c.Num != 3716 {
		t.Errorf("the day became %+v", c)
	}
	annotated(t, "list.docx", map[string]map[int]string{"Bảng 2": {4: "x"}})
	annotated(t, "web.html", nil)
}

func TestAnnotateRefuses(t *testing.T) {
	var out bytes.Buffer
	raw := []byte("%PDF-1.7")
	err := Annotate(context.Background(), "x.xlsx", bytes.NewReader(raw), int64(len(raw)), &out, nil, "Cần sửa")
	if fault.CodeOf(err) != "sheet.pdf" || out.Len() > 0 {
		t.Errorf("%v, %d bytes written", err, out.Len())
	}
	good := rawTestdata(t, "one.xlsx")
	err = Annotate(context.Background(), "x.xlsx", bytes.NewReader(good), int64(len(good)), failing{}, nil, "Cần sửa")
	if fault.CodeOf(err) != "sheet.unwritten" || fault.KindOf(err) != fault.Store {
		t.Error(err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }

func TestSheetNames(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range [][2]string{{"", "Danh sách"}, {"", "Danh sách 2"}, {"A/B[c]:*?", "A B c"}, {"a b C", "a b C 2"}, {strings.Repeat("ạ", 40), strings.Repeat("ạ", 31)}, {strings.Repeat("ạ", 50), strings.Repeat("ạ", 29) + " 2"}} {
		if got := freeSheetName(c[0], taken); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}
