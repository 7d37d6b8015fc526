package sheet

import (
	"strconv"
	"strings"

	"thidua/model/intake"
)

// powersOfTen that a float64 holds exactly.
var powersOfTen = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// parseNumber reads a decimal number as spreadsheet files write it. Up to 15
// digits are done without a detour through a string: the digits and the power
// of ten are both exact, so one division rounds correctly.
func parseNumber(b []byte) (float64, bool) {
	if len(b) == 0 || len(b) > 64 {
		return 0, false
	}
	i, neg := 0, b[0] == '-'
	if neg || b[0] == '+' {
		i++
	}
	var mant uint64
	digits, after, dot := 0, 0, false
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			mant = mant*10 + uint64(c-'0')
			digits++
			if dot {
				after++
			}
		case c == '.' && !dot:
			dot = true
		default:
			return parseSlowly(b)
		}
		if digits > 15 {
			return parseSlowly(b)
		}
	}
	if digits == 0 {
		return 0, false
	}
	f := float64(mant) / powersOfTen[after]
	if neg {
		f = -f
	}
	return f, true
}

// parseSlowly takes exponents and long numbers, but none of the other things
// strconv takes (hexadecimal, inf, nan, underscores).
func parseSlowly(b []byte) (float64, bool) {
	for _, c := range b {
		if (c < '0' || c > '9') && !strings.ContainsRune("+-.eE", rune(c)) {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(string(b), 64)
	return f, err == nil
}

// formatNumber writes a number of a binary file as an XML file would hold it.
func formatNumber(dst []byte, f float64) []byte {
	if a := max(f, -f); a != 0 && (a >= 1e15 || a < 1e-6) {
		return strconv.AppendFloat(dst, f, 'E', -1, 64)
	}
	return strconv.AppendFloat(dst, f, 'f', -1, 64)
}

// Days from the start of the two date systems of Excel to 1970-01-01.
const (
	days1900 = 25569
	days1904 = 24107
	// lastSerial is 31/12/9999 in the system of 1900; Excel shows #### beyond.
	lastSerial = 2958465
)

// serialDays turns a serial of the spreadsheet into days since 1970-01-01. ok
// is false for what is no day: a time of the day alone, a negative number, and
// serial 60 of the 1900 system, which Excel shows as 29/02/1900.
func serialDays(serial float64, is1904 bool) (days float64, ok bool) {
	switch {
	case is1904:
		return serial - days1904, serial >= 0 && serial < lastSerial-1461
	case serial < 1 || serial >= lastSerial+1 || isFalseLeapDay(serial):
		return 0, false
	case serial < 60:
		return serial - days1900 + 1, true
	}
	return serial - days1900, true
}

// isFalseLeapDay tells the day of 1900 that never was. Lotus 1-2-3 took 1900
// for a leap year and Excel kept the mistake.
func isFalseLeapDay(serial float64) bool { return serial >= 60 && serial < 61 }

const falseLeapDay = "29/02/1900"

// isDateFormat tells whether a number format of a cell shows a day. Formats of
// the time of the day alone, of money, of numbers, of text are none.
func isDateFormat(code string) bool {
	if len(code) > 512 { // Excel allows 255 characters
		return false
	}
	runes := []rune(strings.ToLower(code))
	timeBefore, months := false, 0
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; c {
		case ';': // the section for positive numbers decides
			return months > 0
		case '"':
			for i++; i < len(runes) && runes[i] != '"'; i++ {
			}
		case '\\', '_', '*': // the next character is shown, is a gap, fills
			i++
		case '[':
			// [Red], [>100], [$-42A] say nothing; [h], [mm], [ss] are durations.
			from := i + 1
			for i++; i < len(runes) && runes[i] != ']'; i++ {
			}
			if in := string(runes[from:min(i, len(runes))]); in != "" && strings.Trim(in, "h") == "" {
				timeBefore = true
			}
		case 'd', 'y', 'e', 'b', 'g':
			if c == 'e' && i+1 < len(runes) && (runes[i+1] == '+' || runes[i+1] == '-') {
				continue // 0.00E+00
			}
			if c == 'g' && strings.HasPrefix(string(runes[i:]), "general") {
				i += len("general") - 1
				continue
			}
			if c == 'b' && !strings.HasPrefix(string(runes[i:]), "bb") || c == 'g' {
				continue // a stray letter; an era stands beside a year anyway
			}
			return true
		case 'a':
			// AM/PM and A/P belong to the time; their M is no month.
			if strings.HasPrefix(string(runes[i:]), "am/pm") {
				i += 4
			} else if strings.HasPrefix(string(runes[i:]), "a/p") {
				i += 2
			}
		case 'h':
			timeBefore = true
		case 's':
			timeBefore = true
			months = 0 // mm:ss — the m before were minutes
		case 'm':
			n := 1
			for i+1 < len(runes) && runes[i+1] == 'm' {
				i++
				n++
			}
			if timeBefore && n <= 2 {
				continue // minutes
			}
			months += n
		}
	}
	return months > 0
}

// dateFormat is what a number format makes of a number.
type dateFormat struct {
	ok    bool         // a day
	shown intake.Shown // and how much of it
}

func dateFormatOf(code string) dateFormat {
	if !isDateFormat(code) {
		return dateFormat{}
	}
	return dateFormat{true, shownBy(code)}
}

// shownBy tells how much of a day a date format shows: "yyyy" the year,
// "mm/yyyy" month and year.
func shownBy(code string) intake.Shown {
	shown := intake.ShownDay
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			return shown
		case '"':
			i = behind(code, i+1, '"')
		case '[':
			i = behind(code, i+1, ']')
		case '\\', '_', '*':
			i++
		case 'm':
			shown = intake.ShownMonth
		case 'y':
			if shown == intake.ShownDay {
				shown = intake.ShownYear
			}
		case 'd', 'h', 's', 'a', 'b', 'e', 'g':
			return intake.ShownDay
		}
	}
	return shown
}

// behind finds the sign that closes what stands from i on.
func behind(code string, i int, sign byte) int {
	if n := strings.IndexByte(code[min(i, len(code)):], sign); n >= 0 {
		return i + n
	}
	return len(code)
}

// builtinDate knows the built-in format numbers that show a day: the common
// ones, and those East Asian versions of Excel put in their place. 17 is the
// "mmm-yy" that Excel gives a typed "3/1980".
func builtinDate(id int) dateFormat {
	switch {
	case id == 17:
		return dateFormat{true, intake.ShownMonth}
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return dateFormat{ok: true}
	}
	return dateFormat{}
}
