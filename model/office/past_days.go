package office

import (
	"regexp"
	"strconv"
	"strings"

	"thidua/model/viet"
	"thidua/model/when"
)

var (
	dayWords = regexp.MustCompile(`(?i)(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`)
	isoDay   = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$`)
)

// writtenDay reads the day of a decision: 24/10/2022, ngày 24 tháng 10 năm 2022,
// 2022-10-24, or the number by which a spreadsheet keeps it. Zero when it is none;
// decisions carry a whole day, so a year alone is none.
func writtenDay(s string) when.Date {
	s = viet.Clean(s)
	var y, m, d int
	if p := isoDay.FindStringSubmatch(s); p != nil {
		y, m, d = wholeNumber(p[1]), wholeNumber(p[2]), wholeNumber(p[3])
	} else if p := dayWords.FindStringSubmatch(s); p != nil {
		d, m, y = wholeNumber(p[1]), wholeNumber(p[2]), wholeNumber(p[3])
	} else if n := wholeNumber(strings.TrimSuffix(s, ".0")); n > 20000 && n < 80000 {
		// Days since 30/12/1899, as spreadsheets count them after 01/3/1900.
		return when.Of(1899, 12, 30).AddDays(n)
	}
	if day := when.Of(y, m, d); y > 0 && day.Exact() && day.Valid() {
		return day
	}
	return 0
}

// cutDay divides "812/QĐ-UBND ngày 28/12/2023".
func cutDay(s string) (number string, day when.Date, ok bool) {
	at := dayWords.FindStringIndex(s)
	if at == nil || at[0] == 0 {
		return s, 0, false
	}
	if day = writtenDay(s[at[0]:at[1]]); day == 0 {
		return s, 0, false
	}
	number = strings.Trim(viet.Clean(s[:at[0]]), " ,;")
	return number, day, number != ""
}

func wholeNumber(s string) int {
	n, err := strconv.Atoi(viet.Clean(s))
	if err != nil {
		return 0
	}
	return n
}
