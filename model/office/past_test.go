package office

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/award"
	"thidua/model/intake"
	"thidua/model/when"
)

func TestDaysOfPastDecisions(t *testing.T) {
	for text, want := range map[string]string{
		"24/10/2022": "2022-10-24", "5/1/2023": "2023-01-05", "05-01-2023": "2023-01-05", "5.1.2023": "2023-01-05", "2022-10-24": "2022-10-24",
		"2022-10-24 00:00:00": "2022-10-24", "ngày 24 tháng 10 năm 2022": "2022-10-24", "Ngày 05 tháng 01 năm 2023": "2023-01-05",
		"44858": "2022-10-24", "44858.0": "2022-10-24", "2022": "", "10/2022": "", "31/02/2022": "", "": "", "tháng 6": "", "12": "", "00/00/1975": "",
	} {
		if got := writtenDay(text).String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"812/QĐ-UBND ngày 28/12/2023": "812/QĐ-UBND 2023-12-28", "812/QĐ-UBND, ngày 28 tháng 12 năm 2023": "812/QĐ-UBND 2023-12-28",
		"812/QĐ-UBND": "812/QĐ-UBND ", "28/12/2023": "28/12/2023 ",
	} {
		no, day, _ := cutDay(text)
		if got := no + " " + day.String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever way a day is written, the same day is read.
func TestADayIsReadHoweverItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := when.Of(1990, 1, 1).AddDays(rapid.IntRange(0, 20000).Draw(t, "days"))
		y, m, d := day.Year(), day.Month(), day.Day()
		for _, text := range []string{fmt.Sprintf("%d/%d/%d", d, m, y), fmt.Sprintf("%02d-%02d-%d", d, m, y), fmt.Sprintf("ngày %02d tháng %d năm %d", d, m, y), day.String(),
			fmt.Sprint(when.Of(1899, 12, 30).DaysTo(day))} {
			if got := writtenDay(text); got != day {
				t.Fatalf("%q: %s, want %s", text, got, day)
			}
		}
	})
}

// The headings of an archive are known with their usual spellings, whatever column
// they stand in.
func TestColumnsOfAnArchive(t *testing.T) {
	heads := []string{"STT", "Số QĐ", "NGÀY KÝ", "Người ký", "Loại hình", "Số sổ vàng", "Năm khen thưởng", "Tính chất tặng"}
	cells := []string{"1", "812/QĐ-UBND", "28/12/2023", "Phan Trọng Mẫu", "Quá trình cống hiến", "15", "2022", "Truy tặng"}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "order")
		var table intake.Table
		var row intake.StagedRow
		for col, i := range order {
			table.Columns = append(table.Columns, intake.Column{Index: col, Header: heads[i]})
			row.Raw = append(row.Raw, intake.RawCell{Column: col, Text: cells[i]})
		}
		var l PastLine
		columns(&l, table, row)
		if l.Number != "812/QĐ-UBND" || l.Date != when.Of(2023, 12, 28) || l.Signer != "Phan Trọng Mẫu" || l.Way != "cong_hien" || l.Golden != "15" || l.Year != 2022 || len(l.Faults) != 0 {
			t.Fatalf("%+v", l)
		}
	})
	for _, w := range award.WayNames {
		var l PastLine
		if l.put("way", strings.ToUpper(w.Name)); l.Way != w.Code {
			t.Errorf("%s is read as %q", w.Name, l.Way)
		}
	}
}
