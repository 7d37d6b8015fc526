package report

import (
	"fmt"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/model/viet"
	"thidua/model/when"
)

// Span is a stretch of time statistics are made for, with its name.
type Span struct {
	when.Period
	Name string
}

// YearSpan is a calendar year.
func YearSpan(year int) Span { return span(when.Of(year, 1, 1), 12, fmt.Sprintf("Năm %d", year)) }

func span(from when.Date, months int, name string) Span {
	return Span{when.Period{From: from, To: from.AddMonths(months)}, name}
}

// ParseSpan reads "2025", "2025-07", "2025-Q3", "2025-H1", "2023..2025" for years,
// and "2025-01-15..2025-03-31" with both days counted. It answers "report.span".
func ParseSpan(s string) (Span, error) {
	bad := fault.New(fault.Invalid, "report.span", s).At("period")
	if from, to, ok := strings.Cut(s, ".."); ok {
		a, err1 := when.Parse(from)
		b, err2 := when.Parse(to)
		switch {
		case err1 != nil || err2 != nil || a == 0 || b < a:
			return Span{}, bad
		case a.Month() == 0 && b.Month() == 0:
			n := b.Year() - a.Year() + 1
			return span(when.Of(a.Year(), 1, 1), 12*n, fmt.Sprintf("Giai đoạn %d - %d (%d năm)", a.Year(), b.Year(), n)), nil
		case a.Exact() && b.Exact():
			return Span{when.Period{From: a, To: b.AddDays(1)}, fmt.Sprintf("Từ ngày %s đến ngày %s", a.Office(), b.Office())}, nil
		}
		return Span{}, bad
	}
	year, part, cut := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || y < 1990 || y > 2200 {
		return Span{}, bad
	}
	if !cut {
		return YearSpan(y), nil
	}
	n, err := strconv.Atoi(strings.TrimLeft(part, "QHqh"))
	if err != nil {
		return Span{}, bad
	}
	switch p := strings.ToUpper(part); {
	case p[0] == 'Q' && n >= 1 && n <= 4:
		return span(when.Of(y, 3*n-2, 1), 3, fmt.Sprintf("Quý %s năm %d", viet.Roman(n), y)), nil
	case p[0] == 'H' && n == 1:
		return span(when.Of(y, 1, 1), 6, fmt.Sprintf("6 tháng đầu năm %d", y)), nil
	case p[0] == 'H' && n == 2:
		return span(when.Of(y, 7, 1), 6, fmt.Sprintf("6 tháng cuối năm %d", y)), nil
	case p[0] >= '0' && p[0] <= '9' && n >= 1 && n <= 12:
		return span(when.Of(y, n, 1), 1, fmt.Sprintf("Tháng %d năm %d", n, y)), nil
	}
	return Span{}, bad
}
