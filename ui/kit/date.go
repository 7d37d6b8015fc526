package kit

import (
	"strings"

	"thidua/model/when"
)

// ReadDate reads what an officer types for a date: 5/6/26, 05.06.2026, 5-6-26,
// 050626, 05062026, and the ISO form a cell may be pasted in. With loose also a
// month (6/2026) or a year (2026). A year of two digits lies within fifty years
// of pivot, so 26 is 2026 and 80 is 1980 in 2026. ok is false for anything that
// names no real day; "" is no date.
func ReadDate(s string, pivot int, loose bool) (d when.Date, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, true
	}
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		v, err := when.Parse(s)
		return v, err == nil
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' || r == '-' || r == ' ' || r == ',' })
	n := make([]int, len(parts))
	for i, p := range parts {
		if len(p) > 8 {
			return 0, false
		}
		for _, r := range p {
			if r < '0' || r > '9' {
				return 0, false
			}
			n[i] = n[i]*10 + int(r-'0')
		}
	}
	year := func(v int, digits int) int {
		if digits == 4 {
			return v
		}
		if digits != 2 {
			return 0
		}
		y := pivot/100*100 + v
		switch {
		case y > pivot+50:
			y -= 100
		case y <= pivot-50:
			y += 100
		}
		return y
	}
	switch len(parts) {
	case 1:
		switch len(parts[0]) {
		case 6:
			d = when.Of(year(n[0]%100, 2), n[0]/100%100, n[0]/10000)
		case 8:
			d = when.Of(n[0]%10000, n[0]/10000%100, n[0]/1000000)
		case 4:
			if !loose {
				return 0, false
			}
			d = when.Of(n[0], 0, 0)
		default:
			return 0, false
		}
	case 2:
		if !loose || n[0] == 0 {
			return 0, false
		}
		d = when.Of(year(n[1], len(parts[1])), n[0], 0)
	case 3:
		if n[0] == 0 || n[1] == 0 {
			return 0, false
		}
		d = when.Of(year(n[2], len(parts[2])), n[1], n[0])
	default:
		return 0, false
	}
	if len(parts) == 1 && len(parts[0]) != 4 && (d.Day() == 0 || d.Month() == 0) {
		return 0, false
	}
	return d, d.Valid()
}
