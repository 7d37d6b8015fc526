package sheet

import (
	"strconv"
	"strings"
	"time"
)

// isoDays reads "1980-03-05" or "1980-03-05T10:30:00.5", as .ods, SpreadsheetML
// and strict .xlsx write days, into days since 1970-01-01.
func isoDays(s string) (float64, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "Z")
	day, clock, _ := strings.Cut(s, "T")
	d, err := time.Parse("2006-01-02", day)
	if err != nil {
		return 0, false
	}
	days := float64(d.Unix() / 86400)
	if d.Unix()%86400 != 0 {
		return 0, false
	}
	if clock == "" {
		return days, true
	}
	seconds := 0.0
	for i, p := range strings.SplitN(clock, ":", 3) {
		f, err := strconv.ParseFloat(p, 64)
		if err != nil || f < 0 || f >= 61 {
			return 0, false
		}
		seconds += f * []float64{3600, 60, 1}[i]
	}
	return days + seconds/86400, true
}
