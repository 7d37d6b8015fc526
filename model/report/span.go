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
// "2025-03..2025-05" for months, and "2025-01-15..2025-03-31" with both days counted.
// It answers "report.span".
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
		case a.Month() > 0 && b.Month() > 0 && a.Day() == 0 && b.Day() == 0:
			first, last := when.Of(a.Year(), a.Month(), 1), when.Of(b.Year(), b.Month(), 1)
			return Span{when.Period{From: first, To: last.AddMonths(1)}, fmt.Sprintf("Từ tháng %s đến tháng %s", a.Office(), b.Office())}, nil
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
	switch p := strings.ToUpper(part); {
	case len(p) == 2 && p[0] == 'Q' && p[1] >= '1' && p[1] <= '4':
		n := int(p[1] - '0')
		return span(when.Of(y, 3*n-2, 1), 3, fmt.Sprintf("Quý %s năm %d", viet.Roman(n), y)), nil
	case p == "H1" || p == "H2":
		n := int(p[1] - '1')
		return span(when.Of(y, 6*n+1, 1), 6, fmt.Sprintf("6 tháng %s năm %d", []string{"đầu", "cuối"}[n], y)), nil
	}
	n, err := strconv.Atoi(part)
	if err != nil || n < 1 || n > 12 {
		return Span{}, bad
	}
	return span(when.Of(y, n, 1), 1, fmt.Sprintf("Tháng %d năm %d", n, y)), nil
}
