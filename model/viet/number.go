package viet

import (
	"strconv"
	"strings"
)

var digitWords = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// NumberWords reads a whole number in small letters, as official papers write
// it behind the figures: "một trăm linh năm", "hai mươi mốt", "hai mươi tư",
// "mười lăm". Groups of three that are all zeros are not read.
func NumberWords(n int64) string {
	if n == 0 {
		return digitWords[0]
	}
	var w []string
	u := uint64(n)
	if n < 0 {
		w = append(w, "âm")
		u = -u
	}
	return strings.Join(appendNumber(w, u, false), " ")
}

// MoneyWords reads a sum in đồng as a sentence begins: "Ba triệu năm trăm mười
// nghìn đồng".
func MoneyWords(n int64) string { return FirstCapital(NumberWords(n) + " đồng") }

// appendNumber reads n > 0. full says that something was read before, so that
// the hundreds are named even when they are zero.
func appendNumber(w []string, n uint64, full bool) []string {
	const billion = 1_000_000_000
	if n >= billion {
		w = append(appendNumber(w, n/billion, full), "tỷ")
		full = true
		if n %= billion; n == 0 {
			return w
		}
	}
	for _, g := range []struct {
		size uint64
		name string
	}{{1_000_000, "triệu"}, {1_000, "nghìn"}, {1, ""}} {
		d := n / g.size
		n %= g.size
		if d == 0 {
			continue
		}
		w = appendGroup(w, int(d), full)
		if g.name != "" {
			w = append(w, g.name)
		}
		full = true
	}
	return w
}

// appendGroup reads 1…999.
func appendGroup(w []string, d int, full bool) []string {
	hundreds, tens, units := d/100, d/10%10, d%10
	if hundreds > 0 || full {
		w = append(w, digitWords[hundreds], "trăm")
		full = true
	}
	switch {
	case tens == 1:
		w = append(w, "mười")
	case tens > 1:
		w = append(w, digitWords[tens], "mươi")
	case units > 0 && full:
		w = append(w, "linh")
	}
	switch {
	case units == 0:
	case units == 1 && tens > 1:
		w = append(w, "mốt")
	case units == 4 && tens > 1:
		w = append(w, "tư")
	case units == 5 && tens > 0:
		w = append(w, "lăm")
	default:
		w = append(w, digitWords[units])
	}
	return w
}

// Thousands writes a number with a dot every three digits: "3.510.000".
func Thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if len(s) <= 3 {
		return sign + s
	}
	b := make([]byte, 0, len(s)+len(s)/3+1)
	b = append(b, sign...)
	for i := 0; i < len(s); i++ {
		if i > 0 && (len(s)-i)%3 == 0 {
			b = append(b, '.')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// TwoDigits writes a count as official papers do: below 10 with a leading 0
// (NĐ 30/2020/NĐ-CP, Phụ lục I, for numbers of papers; used for counts alike).
func TwoDigits(n int) string {
	if n >= 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

var romanSigns = []struct {
	value int
	sign  string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// Roman writes 1…3999 in Roman figures; anything else in Arabic ones.
func Roman(i int) string {
	if i < 1 || i > 3999 {
		return strconv.Itoa(i)
	}
	var b strings.Builder
	for _, r := range romanSigns {
		for i >= r.value {
			b.WriteString(r.sign)
			i -= r.value
		}
	}
	return b.String()
}

// ParseRoman reads a Roman figure in capitals or small letters, with a dot,
// bracket or spaces around it. Figures nobody writes ("IIII", "VX") are none.
func ParseRoman(s string) (int, bool) {
	s = strings.ToUpper(strings.Trim(s, " .)(:-\t\u00a0"))
	if s == "" || len(s) > 15 {
		return 0, false
	}
	n, rest := 0, s
	for _, r := range romanSigns {
		for strings.HasPrefix(rest, r.sign) {
			n += r.value
			rest = rest[len(r.sign):]
		}
	}
	if rest != "" || Roman(n) != s {
		return 0, false
	}
	return n, true
}
