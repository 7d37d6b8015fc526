package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// edit does what an agency's clerk does with a list: opens it in a spreadsheet
// program, types into cells, and saves it under another name. A cell is named by
// the number under STT and the heading of its column; "+" for STT is the first
// row below the list.
//
//	sua danh-sach.xlsx da-sua.xlsx '1/Chức vụ=Trưởng phòng' '2/Số CCCD='
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: sua list out STT/heading=value…")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet := f.GetSheetList()[0]
	for _, a := range args[2:] {
		place, value, _ := strings.Cut(a, "=")
		ordinal, heading, ok := strings.Cut(place, "/")
		if !ok {
			ts.Fatalf("no heading in %q", a)
		}
		rows, err := f.GetRows(sheet)
		ts.Check(err)
		head := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, heading) })
		if head < 0 {
			ts.Fatalf("no column %s", heading)
		}
		at := slices.IndexFunc(rows[head:], func(r []string) bool { return len(r) > 0 && r[0] == ordinal })
		if ordinal == "+" {
			at = len(rows) - head
		}
		if at < 0 {
			ts.Fatalf("no row %s", ordinal)
		}
		cell, err := excelize.CoordinatesToCellName(1+slices.Index(rows[head], heading), head+at+1)
		ts.Check(err)
		ts.Check(f.SetCellStr(sheet, cell, value))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

// show prints the sheets of a workbook that are to be seen, without hidden
// columns: what somebody reads who opens it.
func show() {
	f, err := excelize.OpenFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, sheet := range f.GetSheetList() {
		if seen, err := f.GetSheetVisible(sheet); err != nil || !seen {
			continue
		}
		fmt.Println("[" + sheet + "]")
		rows, err := f.GetRows(sheet)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, r := range rows {
			var cells []string
			for i, c := range r {
				letter, _ := excelize.ColumnNumberToName(i + 1)
				if seen, err := f.GetColVisible(sheet, letter); err == nil && seen {
					cells = append(cells, c)
				}
			}
			fmt.Println(strings.TrimRight(strings.Join(cells, " | "), " |"))
		}
	}
}
