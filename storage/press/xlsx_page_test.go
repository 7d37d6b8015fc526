package press

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/model/paper"
)

// sheetIn opens a document's workbook.
func sheetIn(t *testing.T, blocks ...paper.Block) (*excelize.File, string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, &paper.Document{Title: "Bảng", Parts: []paper.Part{{Name: "Bảng", Blocks: blocks}}})))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, "Bảng"
}

func tableOf(rows int, words string) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 6}, {Share: 60}, {Share: 12}, {Share: 12}, {Share: 10}}, Head: []paper.Row{{Cells: paper.CellsOf("TT", "Tên", "Một", "Hai", "Ba")}}}
	for i := range rows {
		t.Rows = append(t.Rows, paper.Row{Cells: paper.CellsOf(fmt.Sprint(i+1), words, "1", "2", "3")})
	}
	return t
}

var issued = paper.Head{Parent: []string{"UBND TỈNH KHÁNH HÒA"}, Issuer: []string{"SỞ NỘI VỤ"}, Number: paper.Plain("Số: 05/BC-SNV"), Dated: paper.Plain("Khánh Hòa, ngày 15 tháng 12 năm 2025")}

// The nation's name stands on one line beside the body's, whatever columns the
// table below has, and no column is wider than the page leaves.
func TestXLSXHeadIsOfTwoColumns(t *testing.T) {
	f, name := sheetIn(t, issued, tableOf(3, "Sở Y tế"))
	const lines = 1.5 * sheetLine * nationSize
	row, _ := f.GetRowHeight(name, 1)
	if row > lines {
		t.Errorf("the first row is %.1f high: the nation's name has two lines", row)
	}
	cols, total := 0, 0.0
	for i := range 6 {
		letter, _ := excelize.ColumnNumberToName(i + 1)
		if w, _ := f.GetColWidth(name, letter); w > 0 && w != 9.140625 {
			cols, total = cols+1, total+w*figureWidth
		}
	}
	if width := sheetOf(false).textWidth(); total > width || total < width-6*pixel {
		t.Errorf("%d columns of %.1f points on a page with room for %.1f", cols, total, width)
	}
}

// The rules of the head and under a title are lines drawn, and level.
func TestXLSXRulesAreDrawn(t *testing.T) {
	data := xlsxOf(t, &paper.Document{Title: "Báo cáo", Parts: []paper.Part{{Name: "Báo cáo", Blocks: []paper.Block{issued, paper.Title{Name: "BÁO CÁO", About: paper.Plain("Kết quả")}}}}})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	b, err := fs.ReadFile(z, "xl/drawings/drawing1.xml")
	if err != nil {
		t.Fatal(err)
	}
	drawing := string(b)
	if n := strings.Count(drawing, `prst="line"`); n != 3 {
		t.Errorf("%d lines are drawn, want those of Tiêu ngữ, body and trích yếu", n)
	}
	if n := strings.Count(drawing, `cy="0"`); n != 3 {
		t.Errorf("%d of 3 lines are level", n)
	}
}

// Heading rows come again only on a sheet that is a table to its end.
func TestXLSXRepeatsHeadsOfItsOnlyTable(t *testing.T) {
	prose := slices.Repeat([]paper.Block{paper.Paragraph{Text: paper.Plain(strings.Repeat("Các cơ quan, đơn vị, địa phương đã báo cáo. ", 8))}}, 20)
	for what, c := range map[string]struct {
		blocks []paper.Block
		want   bool
	}{
		"a list":             {[]paper.Block{tableOf(60, "Sở Y tế"), paper.Paragraph{Text: paper.Plain("Danh sách này có 60 tập thể./.")}}, true},
		"a table in a text":  {append([]paper.Block{tableOf(6, "Sở Y tế")}, prose...), false},
		"one of two tables":  {[]paper.Block{tableOf(6, "Sở Y tế"), tableOf(6, "Sở Nội vụ")}, false},
		"a text of no table": {prose, false},
	} {
		f, name := sheetIn(t, c.blocks...)
		if got := slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == "_xlnm.Print_Titles" && d.Scope == name }); got != c.want {
			t.Errorf("%s: heads repeated %t, want %t", what, got, c.want)
		}
	}
}

// The page a sign block stands on has a row of the table too, however long that is,
// and no group row is the last of its page.
func TestXLSXSignIsNotAlone(t *testing.T) {
	fam, err := familyFor("")
	if err != nil {
		t.Fatal(err)
	}
	sh := sheetOf(false)
	sign := paper.Sign{Recipients: []string{"Như trên", "Lưu: VT, TĐKT"}, Signers: []paper.Signer{{Post: []string{"GIÁM ĐỐC"}, Name: "Lê Thị Mẫu"}}}
	for rows := 20; rows < 60; rows++ {
		list := tableOf(rows, "Sở Y tế")
		list.Rows = slices.Insert(list.Rows, rows-8, paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{paper.CellOf("II"), {Text: paper.Plain("Cá nhân"), Cols: 4}}})
		s := &sheetWriter{workbook: &workbook{styles: map[cellStyle]int{}}, setter: newSetter(fam, sh.textWidth())}
		s.lay(paper.Part{Blocks: []paper.Block{issued, list, sign}})
		titles := s.repeated(sh)
		s.breakPages(titles, sh)
		y, began := 0.0, 0 // of the page, and its first row
		for i, r := range s.rows {
			if r.newPage || y+r.height > sh.textHeight()*sheetPage {
				if i > 0 && s.rows[i-1].keep {
					t.Errorf("%d rows: a page ends with row %d, which goes with the next", rows, i)
				}
				y, began = 0, i
			}
			y += r.height
			if r.sign && began >= titles.end {
				t.Errorf("%d rows: the sign block stands alone", rows)
			}
		}
	}
}

// A text longer than a row can be high stands whole on the sheet.
func TestXLSXLongTextIsWhole(t *testing.T) {
	long := strings.Repeat("Trả lời đúng hạn kiến nghị của cử tri. ", 200)
	f, name := sheetIn(t, paper.Paragraph{Text: paper.Plain(long)}, tableOf(1, long))
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	var prose []string
	for _, r := range rows {
		if len(r) > 0 && strings.Contains(r[0], "cử") {
			prose = append(prose, r[0])
		}
	}
	if got := strings.Join(prose, " "); got != strings.TrimSpace(long) {
		t.Errorf("%d letters of a paragraph are left of %d", len(got), len(long))
	}
	merged, err := f.GetMergeCells(name)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(merged, func(c excelize.MergeCell) bool { return len(c.GetCellValue()) > 3000 }) {
		t.Error("the long cell of a table is not of several rows")
	}
	for i := range len(rows) {
		if h, _ := f.GetRowHeight(name, i+1); h > maxRowHeight {
			t.Errorf("row %d is %.0f points high", i+1, h)
		}
	}
}
