package sheet

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/intake"
)

func sampleTemplate() intake.Template {
	var many []string
	for i := range 120 { // more than the 255 characters a list of its own may have
		many = append(many, "Ủy ban nhân dân xã thứ "+strings.Repeat("I", i%7+1)+" '"+string(rune('a'+i%26))+"'")
	}
	return intake.Template{Sheet: "Danh sách", Sender: "Sở Y tế", Title: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", Lines: []string{"Phong trào thi đua “Mẫu”"},
		Columns: []intake.TemplateColumn{
			{Field: intake.FieldOrdinal, Header: "STT", Width: 6, Centre: true},
			{Field: intake.FieldIDNumber, Header: "Số CCCD", Width: 15, Hint: strings.Repeat("Đủ 12 chữ số. ", 40)},
			{Field: intake.FieldUnit, Header: "Đơn vị công tác", Width: 20, List: "Đơn vị"},
			{Field: intake.FieldGender, Header: "Giới tính", Width: 8, List: "Giới tính", Strict: true},
			{Field: intake.FieldKey, Header: "Khóa dòng", Width: 10, Hidden: true},
		},
		Rows:  [][]string{{"1", "058080111111", "Sở Y tế", "Nam", "M1.1"}, {"2", "", "", "", "M1.2"}},
		Lists: []intake.TemplateList{{Name: "Đơn vị", Values: many}, {Name: "Giới tính", Values: []string{"Nam", "Nữ"}}},
		Guide: []string{"HƯỚNG DẪN", "Điền mỗi dòng một người."}}
}

// A spreadsheet program finds the lists, the hidden key and cells that hold text.
func TestTemplate(t *testing.T) {
	want := sampleTemplate()
	var out bytes.Buffer
	if err := WriteTemplate(context.Background(), &out, want); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{"Danh sách", "Danh mục", "Hướng dẫn"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for sheet, shown := range map[string]bool{"Danh sách": true, "Danh mục": false, "Hướng dẫn": true} {
		if seen, err := f.GetSheetVisible(sheet); err != nil || seen != shown {
			t.Errorf("%s: visible %v, %v", sheet, seen, err)
		}
	}
	if seen, err := f.GetColVisible("Danh sách", "E"); err != nil || seen {
		t.Errorf("the key is to be seen: %v, %v", seen, err)
	}
	lists, err := f.GetDataValidations("Danh sách")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, v := range lists {
		if v.Type == "list" {
			got[v.Sqref] = v.Formula1
		}
		if v.Prompt != nil && len([]rune(*v.Prompt)) > 255 {
			t.Errorf("%s: a hint of %d characters; Excel takes the file for damaged", v.Sqref, len([]rune(*v.Prompt)))
		}
	}
	if diff := cmp.Diff(map[string]string{"C6:C307": "'Danh mục'!$A$2:$A$121", "D6:D307": "'Danh mục'!$B$2:$B$3"}, got); diff != "" {
		t.Error(diff)
	}
	values, err := f.GetCols("Danh mục")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(append([]string{"Đơn vị"}, want.Lists[0].Values...), values[0]); diff != "" {
		t.Error(diff)
	}
	for _, ref := range []string{"B6", "B7"} {
		id, err := f.GetCellStyle("Danh sách", ref)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
			t.Errorf("%s is not a cell for text: %+v, %v", ref, style, err)
		}
	}
	if panes, err := f.GetPanes("Danh sách"); err != nil || !panes.Freeze || panes.YSplit != 5 {
		t.Errorf("the heading does not stay: %+v, %v", panes, err)
	}
	// Our own reader finds the same.
	book := readBytes(t, "mau.xlsx", out.Bytes())
	if !slices.Equal(book.Sheets[0].HiddenCols, []int{4}) || !book.Sheets[1].Hidden {
		t.Errorf("hidden columns %v, hidden lists %v", book.Sheets[0].HiddenCols, book.Sheets[1].Hidden)
	}
	for ref, text := range map[string]string{"A1": "Sở Y tế", "B5": "Số CCCD", "B6": "058080111111", "E7": "M1.2"} {
		if _, c, _ := find(book, ref); c.Text != text || c.Kind != intake.Text {
			t.Errorf("%s: %+v, want %q", ref, c, text)
		}
	}
}

func TestTemplateStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if err := WriteTemplate(ctx, &out, sampleTemplate()); fault.KindOf(err) != fault.Canceled || out.Len() != 0 {
		t.Errorf("%v, %d bytes written", err, out.Len())
	}
}

func TestHeadingsHaveRoomForTheirLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{{"STT", 6, 1}, {"Loại đối tượng", 12, 2}, {"Ngày, tháng, năm sinh", 13, 2}, {"Hình thức đề nghị khen thưởng", 24, 2}, {"Tóm tắt thành tích", 40, 1}, {"Sốcăncướccôngdân", 4, 1}, {"", 10, 1}} {
		if got := linesIn(c.text, c.width); got != c.want {
			t.Errorf("%q in %v characters: %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
	var out bytes.Buffer
	wide := sampleTemplate()
	wide.Columns[0].Header, wide.Columns[0].Width = "Tên tập thể, hộ gia đình, cá nhân", 12
	if err := WriteTemplate(context.Background(), &out, wide); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if h, err := f.GetRowHeight("Danh sách", 5); err != nil || h < 3*15 {
		t.Errorf("the heading row is %v points high, %v", h, err)
	}
}
