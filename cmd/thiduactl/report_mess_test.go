package main

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// The very template that is sent, after a unit has put columns and rows in and taken
// them away, is read as if nothing had been done to it: so its headings are those
// the reader knows.
func TestAReportSheetMovedAboutIsReadTheSame(t *testing.T) {
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
			if err := f.RemoveRow("Khen thưởng", 3); err != nil {
				return err
			}
			return f.MoveSheet("Phần lời", "Số liệu")
		},
		"a row without a code": func(f *excelize.File) error {
			if err := f.RemoveRow("Khen thưởng", 4); err != nil {
				return err
			}
			if err := f.InsertRows("Khen thưởng", 5, 1); err != nil {
				return err
			}
			return f.SetSheetRow("Khen thưởng", "A5", &[]any{"", "5/QĐ-SYT", "20/11/2024", "3", "không có", "9 người"})
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
		for sheet, cells := range map[string]map[string]any{
			"Số liệu":     {"C8": "9/BC-SYT", "C9": "01/11/2024", "C12": 12, "C13": 11, "C14": "không có", "E11": "Danh mục", "D16": "Không có kết luận giám sát", "C25": 4},
			"Khen thưởng": {"B4": "5/QĐ-SYT", "C4": "20/11/2024", "D4": 3, "F4": 9},
			"Điển hình":   {"C10": "Số hóa tài liệu", "D10": "QĐ 7"},
			"Phần lời":    {"C5": "Còn chậm.", "C9": "Gửi sớm lịch kỳ họp."},
		} {
			for cell, v := range cells {
				if err := f.SetCellValue(sheet, cell, v); err != nil {
					t.Fatal(err)
				}
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
