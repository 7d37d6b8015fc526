package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"thidua/model/when"
)

// The years a nominee can have been born in; also the window for two-digit years.
const (
	firstBirth = 1900
	windowFrom = 1930 // "31" is 1931
	windowTo   = 2015 // "15" is 2015; 16…29 fit neither century and are left to a person
	youngest   = 6    // a school child can be commended; younger is a slip
	oldest     = 110
)

// What reading a date found wrong.
const (
	dateFine   = ""
	dateBad    = "bad"    // no date, or an impossible one
	dateOrder  = "order"  // day and month could be either
	dateWindow = "window" // two digits that fit no century
	dateSerial = "serial" // a number without a date format, read as days
	dateYear   = "year"   // a year under a date format, shown by Excel as a day of 1905
	dateShort  = "short"  // a year of two digits and nothing else
	datePacked = "packed" // ddmmyyyy or yyyymmdd without separators
	dateBeside = "beside" // words behind the date
)

var (
	threeParts = regexp.MustCompile(`^(\d{1,2}|\.{2,}|…|_+|-{2}|)\s*[/.\-–\\,; ]\s*(\d{1,2}|\.{2,}|…|_+|-{2}|)\s*[/.\-–\\,; ]\s*(\d{4}|\d{2})$`)
	isoParts   = regexp.MustCompile(`^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[t ]\d{2}:\d{2}.*)?$`)
	twoParts   = regexp.MustCompile(`^(\d{1,2}|\.{2,}|…|)\s*[/.\-–]\s*(\d{4})$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})[/\-](\d{1,2})$`)
	onlyYear   = regexp.MustCompile(`^(\d{4})(?:[.,]0)?$`)
	inWords    = regexp.MustCompile(`^(?:(?:ngày\s+)?(\d{1,2}|[.…\s]*)\s+)?(?:tháng|thg|th\.?)\s+(\d{1,2}|[.…\s]*)\s*,?\s*(?:năm|nam)\s+(\d{4}|\d{2})$`)
	yearWords  = regexp.MustCompile(`^(?:sinh\s+)?(?:năm|nam)?\s*(?:sinh)?\s*:?\s*(\d{4})$`)
	packedDate = regexp.MustCompile(`^(\d{7,8})$`)
	timeBehind = regexp.MustCompile(`\s+\d{1,2}:\d{2}(:\d{2})?(\s*[AaPp][Mm])?$`)
	monthWord  = regexp.MustCompile(`^(?:tháng|thg)\s*(\d{1,2})\s*[/.\-–]\s*(\d{4})$`)
	monthName  = regexp.MustCompile(`^(\d{1,2})[\s\-/.](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.,]+(\d{4}|\d{2})$`)
	monthShort = regexp.MustCompile(`^(\d{1,2})[\s\-/.]thg?\.?\s*(\d{1,2})[\s\-/.]+(\d{4}|\d{2})$`) // "10-Thg3-1987", as a Vietnamese Excel writes months
	withWords  = regexp.MustCompile(`^(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|(?:19|20)\d\d)\s*[,;(–\-]?\s*\p{L}[\p{L}\s.,\-]{2,60}\)?$`)
	ageBehind  = regexp.MustCompile(`\s*[,;(\-–]?\s*\d{1,3}\s*tuổi\s*\)?$`)
	beforeDate = regexp.MustCompile(`^(?:ngày\s+(?:(?:tháng\s+)?(?:năm\s+)?sinh\s*[:.]?\s*)?|sinh\s+ngày|ngày\s+sinh|sinh\s+năm|năm\s+sinh|sinh|sn|ns|s\.n\.?|n\.s\.?)\s*[:.]?\s*`)
)

// written is a date as text, its parts still in the order they stand.
type written struct {
	first, second, year int // first and second: day and month, in the column's order
	swapable            bool
	fixed               when.Date // set when the order is not in question
	why                 string
}

// readDate reads a text as a date, without deciding the order of day and month.
func readDate(s string) written {
	if w, ok := usualDate(s); ok {
		return w
	}
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.Trim(s, " '\"`()*")
	s = timeBehind.ReplaceAllString(s, "")
	s = ageBehind.ReplaceAllString(s, "")
	if len(s) > 60 {
		return written{why: dateBad}
	}
	s = strings.TrimSpace(beforeDate.ReplaceAllString(s, ""))
	s = strings.TrimRight(s, " .,;")
	s = strings.NewReplacer("’", "", "'", "").Replace(s) // "15/3/’80"
	if m := monthName.FindStringSubmatch(s); m != nil {
		y, why := fullYear(m[3])
		if why != "" {
			return written{why: why}
		}
		return fixedDate(y, strings.Index("jan feb mar apr may jun jul aug sep oct nov dec", m[2])/4+1, atoi(m[1]))
	}
	if m := monthShort.FindStringSubmatch(s); m != nil {
		y, why := fullYear(m[3])
		if why != "" {
			return written{why: why}
		}
		return fixedDate(y, atoi(m[2]), atoi(m[1]))
	}
	if m := isoParts.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := threeParts.FindStringSubmatch(s); m != nil {
		y, why := fullYear(m[3])
		if why != "" {
			return written{why: why}
		}
		a, b := atoi(m[1]), atoi(m[2])
		if a == 0 && b == 0 {
			return fixedDate(y, 0, 0)
		}
		if a == 0 {
			return fixedDate(y, b, 0) // "00/03/1975": the month is known
		}
		if b == 0 {
			return written{why: dateBad} // a day without a month is a slip
		}
		return written{first: a, second: b, year: y, swapable: true}
	}
	if m := inWords.FindStringSubmatch(s); m != nil {
		y, why := fullYear(m[3])
		if why != "" {
			return written{why: why}
		}
		return fixedDate(y, atoi(m[2]), atoi(m[1]))
	}
	if m := monthWord.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[2]), atoi(m[1]), 0)
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[1]), atoi(m[2]), 0)
	}
	if m := twoParts.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[2]), atoi(m[1]), 0)
	}
	if m := onlyYear.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[1]), 0, 0)
	}
	if m := yearWords.FindStringSubmatch(s); m != nil {
		return fixedDate(atoi(m[1]), 0, 0)
	}
	if len(s) == 2 && digitsOnly(s) {
		if n := atoi(s); n >= windowFrom%100 {
			return written{fixed: when.Of(1900+n, 0, 0), why: dateShort}
		}
		return written{why: dateWindow}
	}
	if m := packedDate.FindStringSubmatch(s); m != nil {
		p := m[1]
		if len(p) == 7 {
			p = "0" + p // the leading zero of the day was lost
		}
		w := fixedDate(atoi(p[4:]), atoi(p[2:4]), atoi(p[:2]))
		if y := atoi(p[:4]); w.why != "" && y >= firstBirth && y <= 2100 {
			w = fixedDate(y, atoi(p[4:6]), atoi(p[6:])) // yyyymmdd
		}
		if w.why == "" && w.fixed.Month() == 0 {
			return written{why: dateBad}
		}
		if w.why == "" {
			w.why = datePacked
		}
		return w
	}
	return written{why: dateBad}
}

// usualDate reads d/m/yyyy in digits, with / . or - between: nearly every date there is.
func usualDate(s string) (written, bool) {
	var n [3]int
	part, digits := 0, 0
	if len(s) < 8 || len(s) > 10 {
		return written{}, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			n[part] = n[part]*10 + int(c-'0')
			digits++
		case (c == '/' || c == '.' || c == '-') && digits >= 1 && digits <= 2 && part < 2:
			part++
			digits = 0
		default:
			return written{}, false
		}
	}
	if part != 2 || digits != 4 || n[0] == 0 || n[1] == 0 {
		return written{}, false
	}
	return written{first: n[0], second: n[1], year: n[2], swapable: true}, true
}

func fixedDate(y, m, d int) written {
	if m == 0 {
		d = 0
	}
	w := when.Of(y, m, d)
	if m > 12 || d > 31 || !w.Valid() {
		return written{why: dateBad}
	}
	return written{fixed: w}
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// fullYear writes out a two-digit year of birth.
func fullYear(s string) (int, string) {
	n := atoi(s)
	if len(s) == 4 {
		return n, ""
	}
	switch {
	case n >= windowFrom%100:
		return 1900 + n, ""
	case n <= windowTo%100:
		return 2000 + n, ""
	}
	return 0, dateWindow
}

// dates reads the cells of a date column once it is known which comes first.
type dates struct {
	monthFirst bool
	ask        bool // the column speaks for both: a cell that could be either is left out
	asked      bool // the column speaks for month first, a person has not confirmed it
	swapped    bool // its real dates look as if a program had taken day for month
}

// order looks at a whole column. Vietnamese lists write the day first; a
// program set to English writes the month first, or turns only those texts into
// dates that could be read that way.
func (t *reading) order(col int) dates {
	var d dates
	if said, ok := t.opt.Answers.MonthFirst[ColumnRef(t.table.Sheet, t.table.Part, col)]; ok {
		return dates{monthFirst: said}
	}
	dayFirst, monthFirst, either := 0, 0, 0
	lowDays, highDays := 0, 0
	for i := t.from; i < t.to; i++ {
		c := t.cell(&t.grid.Rows[i], col)
		if c == nil {
			continue
		}
		switch c.Kind {
		case DateNum:
			if c.Shown != ShownDay {
				continue
			}
			if day := serialDate(c.Num); day != 0 && day.Day() > 12 {
				highDays++
			} else if day != 0 {
				lowDays++
			}
		case Text:
			if len(c.Text) > 40 || len(c.Text) < 6 {
				continue
			}
			w := readDate(t.read(c).text)
			switch {
			case !w.swapable:
			case w.first > 12 && w.second <= 12:
				dayFirst++
			case w.second > 12 && w.first <= 12:
				monthFirst++
			case w.first != w.second:
				either++
			}
		}
	}
	switch {
	case monthFirst > 0 && dayFirst > 0:
		d.ask = either > 0
		d.monthFirst = false
	case monthFirst > 0:
		d.monthFirst, d.asked = true, either > 0
	case highDays == 0 && lowDays >= 3 && dayFirst >= 3 && either == 0:
		d.swapped = true
	}
	return d
}

// cell reads one date cell. sheet says what the cell holds as text.
func (d dates) cell(c *Cell, text string) (when.Date, string) {
	if c != nil {
		switch c.Kind {
		case DateNum:
			day := serialDate(c.Num)
			// 1975 typed into a cell with a date format shows as a day of 1905.
			if n := c.Num + unixSerial; n == math.Trunc(n) && n >= firstBirth && n <= 2100 {
				return when.Of(int(n), 0, 0), dateYear
			}
			if day == 0 {
				return 0, dateBad
			}
			if c.Shown != ShownDay {
				return shownDate(day, c.Shown), dateFine
			}
			if d.swapped {
				return day, dateOrder
			}
			return day, dateFine
		case Number:
			return numberDate(c, text)
		}
	}
	w := readDate(text)
	if w.why == dateBad {
		if m := withWords.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
			if day, why := d.cell(nil, m[1]); why == dateFine {
				return day, dateBeside
			}
		}
	}
	if w.why != "" && w.fixed == 0 {
		return 0, w.why
	}
	if !w.swapable {
		return w.fixed, w.why
	}
	return d.place(w)
}

// unixSerial is the serial number of 1970-01-01 in the 1900 system.
const unixSerial = 25569

func numberDate(c *Cell, text string) (when.Date, string) {
	n := c.Num
	switch {
	case n == math.Trunc(n) && n >= firstBirth && n <= 2100:
		return when.Of(int(n), 0, 0), dateFine
	case n >= 3654 && n < 47000: // 1910…2028 in the 1900 system
		return serialDate(math.Floor(n) - unixSerial), dateSerial
	}
	w := readDate(text)
	if w.fixed != 0 && w.why == "" {
		w.why = datePacked
	}
	return w.fixed, w.why
}

// place decides the order of day and month.
func (d dates) place(w written) (when.Date, string) {
	day, month := w.first, w.second
	why := dateFine
	switch {
	case w.first == w.second, w.first > 12 && w.second <= 12:
	case w.second > 12 && w.first <= 12:
		day, month = w.second, w.first
		if !d.monthFirst {
			why = dateOrder // the one cell that has it the other way round
		}
	case d.ask:
		return 0, dateOrder
	case d.monthFirst:
		day, month = w.second, w.first
		if d.asked {
			why = dateOrder
		}
	}
	out := when.Of(w.year, month, day)
	if month > 12 || day > 31 || !out.Valid() {
		return 0, dateBad
	}
	return out, why
}

// looksDated tells a cell that holds a date or a year of birth.
func looksDated(c *Cell, text string) (when.Date, bool) {
	if c.Kind == DateNum {
		return serialDate(c.Num), true
	}
	if len(text) > 40 {
		return 0, false
	}
	if c.Kind == Number {
		d, why := numberDate(c, text)
		return d, why != dateBad
	}
	w := readDate(text)
	return w.fixed, w.why == dateFine
}

// plausibleBirth tells whether somebody born then can be a nominee on a day.
func plausibleBirth(d, today when.Date) bool {
	if d.Year() < firstBirth {
		return false
	}
	return today == 0 || d.Year() <= today.Year()-youngest && d.Year() >= today.Year()-oldest
}
