package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// The very template that is sent, after a unit has put columns and rows in and taken
// them away, is read as if nothing had been done to it: so its headings are those
// the reader knows.
func TestAReportSheetMovedAboutIsReadTheSame(t *testing.T) {
	awards := func(f *excelize.File, code string) int { _, row := rowOf(t, f, code); return row }
	mess := map[string]func(f *excelize.File) error{
		"nothing": func(*excelize.File) error { return nil },
		"columns put in": func(f *excelize.File) error {
			for sheet, col := range map[string]string{"Số liệu": "C", "Khen thưởng": "A", "Điển hình": "D", "Phần lời": "B"} {
				if err := f.InsertCols(sheet, col, 1); err != nil {
					return err
				}
			}
			return nil
		},
		"columns and rows taken away": func(f *excelize.File) error {
			for sheet, col := range map[string]string{"Số liệu": "B", "Điển hình": "B", "Phần lời": "B"} {
				if err := f.RemoveCol(sheet, col); err != nil {
					return err
				}
			}
			if err := f.RemoveRow("Khen thưởng", awards(f, "gk:1")); err != nil {
				return err
			}
			return f.MoveSheet("Phần lời", "Số liệu")
		},
		"a row without a code": func(f *excelize.File) error {
			row := awards(f, "gk:2")
			if err := f.RemoveRow("Khen thưởng", row); err != nil {
				return err
			}
			if err := f.InsertRows("Khen thưởng", row+1, 1); err != nil {
				return err
			}
			return f.SetSheetRow("Khen thưởng", fmt.Sprintf("A%d", row+1), &[]any{"", "5/QĐ-SYT", "20/11/2024", "3", "không có", "9 người"})
		},
	}
	var want any
	for _, name := range []string{"nothing", "columns put in", "columns and rows taken away", "a row without a code"} {
		dir := filepath.Join(t.TempDir(), "du-lieu")
		in := func(args ...string) []byte {
			return call(t, done, append([]string{"--data", dir, "--today", "2024-11-01", "--json"}, args...)...)
		}
		in("init")
		in("criteria", "--draft", "--year", "2024")
		in("reports", "--ask", "--year", "2024")
		blank := filepath.Join(dir, "mau.xlsx")
		in("print", "mau-bao-cao", "--unit", "SYT", "--year", "2024", "--out", blank)
		f, err := excelize.OpenFile(blank)
		if err != nil {
			t.Fatal(err)
		}
		type at struct {
			code   string
			column int
		}
		for place, v := range map[at]any{
			{"tt:so", 2}: "9/BC-SYT", {"tt:ngay", 2}: "01/11/2024", {"a1:a", 2}: 12, {"a1:b", 2}: 11, {"a1:m1", 2}: "không có", {"a1", 4}: "Danh mục", {"b1", 3}: "Không có kết luận giám sát", {"c2:b", 2}: 4,
			{"gk:2", 1}: "5/QĐ-SYT", {"gk:2", 2}: "20/11/2024", {"gk:2", 3}: 3, {"gk:2", 5}: 9, {"sk:1", 2}: "Số hóa tài liệu", {"sk:1", 3}: "QĐ 7", {"loi:han_che", 2}: "Còn chậm.", {"kn:1", 2}: "Gửi sớm lịch kỳ họp.",
		} {
			sheet, row := rowOf(t, f, place.code)
			cell, err := excelize.CoordinatesToCellName(1+place.column, row)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellValue(sheet, cell, v); err != nil {
				t.Fatal(err)
			}
		}
		if err := mess[name](f); err != nil {
			t.Fatal(err)
		}
		filled := filepath.Join(dir, "bc.xlsx")
		if err := f.SaveAs(filled); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Report []struct {
				Number  string
				Content any
			}
		}
		if err := json.Unmarshal(in("report", "receive", filled), &got); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got.Report
			if a := got.Report[0]; a.Number != "9/BC-SYT" {
				t.Fatalf("%+v", a)
			}
		}
		if d := cmp.Diff(want, any(got.Report)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// rowOf finds the row of a code in a template that nobody has touched.
func rowOf(t *testing.T, f *excelize.File, code string) (sheet string, row int) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			if len(r) > 0 && r[0] == code {
				return sheet, i + 1
			}
		}
	}
	t.Fatalf("the template has no row %s", code)
	return "", 0
}
