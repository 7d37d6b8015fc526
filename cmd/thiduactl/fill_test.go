package main

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fill does what a unit does with the template it was sent: it opens the file in a
// spreadsheet program, writes beside the codes, and saves it under another name.
//
//	dien mau.xlsx bc.xlsx a1:a=12 'a1/4=Danh mục số 3' 'gk:1/1=05/QĐ-SYT'
//
// A value goes into the column "Đơn vị ghi" of the code's row, or into the n-th
// column after the code where "/n" says so.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: dien template out code[/column]=value…")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	for _, a := range args[2:] {
		place, value, ok := strings.Cut(a, "=")
		if !ok {
			ts.Fatalf("no value in %q", a)
		}
		code, column, _ := strings.Cut(place, "/")
		offset := 2
		if column != "" {
			offset = int(column[0] - '0')
		}
		if !write(ts, f, code, offset, value) {
			ts.Fatalf("the template has no row %s", code)
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

func write(ts *testscript.TestScript, f *excelize.File, code string, offset int, value string) bool {
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		ts.Check(err)
		for i, r := range rows {
			if len(r) == 0 || r[0] != code {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(1+offset, i+1)
			ts.Check(err)
			// As a spreadsheet program does: what looks like a number is one.
			var v any = value
			if n := strings.TrimLeft(value, "0123456789"); n == "" && value != "" {
				n := 0
				for _, c := range value {
					n = n*10 + int(c-'0')
				}
				v = n
			}
			ts.Check(f.SetCellValue(sheet, cell, v))
			return true
		}
	}
	return false
}
