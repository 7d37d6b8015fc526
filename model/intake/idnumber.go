package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"thidua/model/when"
)

// What reading an identity number found.
const (
	idFine    = ""
	idZero    = "zero"    // a leading zero was given back
	idLength  = "length"  // neither 9 nor 12 digits
	idLost    = "lost"    // written with an exponent: digits are gone
	idRounded = "rounded" // ends in zeros as a number cut by a program does
	idMore    = "more"    // stood in the cell with other words
	idOdd     = "odd"     // no number at all
	idPlace   = "place"   // 12 digits that begin with no province
)

// readID reads an identity number. CCCD has 12 digits (Luật Căn cước
// 26/2023/QH15, Điều 12), the old CMND nine. Programs that take it for a number
// lose its leading zeros; nobody's number is ever made up otherwise.
func readID(c *Cell, text string) (id, why string) {
	raw := text
	if c != nil && c.Kind == Number {
		if c.Num != math.Trunc(c.Num) || c.Num < 0 || c.Num >= 1e15 {
			return raw, idOdd
		}
		raw = strconv.FormatFloat(c.Num, 'f', 0, 64)
		if strings.HasSuffix(raw, "00000") && len(raw) >= 9 {
			return raw, idRounded
		}
		switch len(raw) {
		case 12, 9:
			return raw, checkPlace(raw)
		case 11:
			return zeros(raw, 12)
		case 10:
			return zeros(raw, 12)
		case 8:
			return "0" + raw, idZero
		}
		return raw, idLength
	}
	s := strings.TrimLeft(text, "'`‘’ ")
	if mantissa, exp, ok := strings.Cut(strings.ToLower(strings.ReplaceAll(s, ",", ".")), "e+"); ok && digitsOnly(strings.Replace(mantissa, ".", "", 1)) && digitsOnly(exp) {
		return text, idLost
	}
	if len(s) > 8 {
		s = strings.TrimSuffix(s, ".0") // a number turned into text by a program
	}
	digits, other := digitsOf(s)
	if len(digits) > 13 {
		// The telephone number in the same cell.
		if rest := strings.Trim(phoneBeside.ReplaceAllString(s, " "), " ,;/-–"); rest != s && len(rest) >= 9 {
			return readID(nil, rest)
		}
	}
	switch {
	case digits == "":
		return text, idOdd
	case other:
		if run := onlyRun(s); run != "" {
			if idLabelled.MatchString(strings.ToLower(s)) {
				return run, checkPlace(run)
			}
			return run, idMore
		}
		return text, idOdd
	}
	switch len(digits) {
	case 12, 9:
		return digits, checkPlace(digits)
	case 11:
		// A text of 11 digits lost its zero when it was a number once, unless it
		// lost some other digit: the province tells.
		if id, why := zeros(digits, 12); why == idFine && digits[0] != '0' {
			return id, idFine
		}
		return digits, idLength
	}
	return digits, idLength
}

// zeros gives lost leading zeros back when the result begins with a province.
func zeros(digits string, length int) (string, string) {
	full := strings.Repeat("0", length-len(digits)) + digits
	if checkPlace(full) != idFine {
		return digits, idLength
	}
	if length-len(digits) > 1 {
		return full, idZero
	}
	return full, idFine
}

// checkPlace looks at the first three digits of a CCCD: the codes of provinces
// and cities run from 001 to 096.
func checkPlace(id string) string {
	if len(id) != 12 {
		return idFine
	}
	if p := atoi(id[:3]); p < 1 || p > 96 {
		return idPlace
	}
	return idFine
}

// digitsOf keeps the digits of a text; other tells that it holds more than
// digits and the separators people put between them.
func digitsOf(s string) (digits string, other bool) {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			plain = false
			break
		}
	}
	if plain {
		return s, false
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '.' || r == '-' || r == '\u00a0':
		default:
			other = true
		}
	}
	return b.String(), other
}

// idLabelled is a number with nothing beside it but what it is called and when
// and where it was given: "CCCD: 058…", "058… cấp ngày 12/3/2021".
var idLabelled = regexp.MustCompile(`^(?:(?:số|thẻ)\s+)*(?:(?:cccd|cmnd|cmtnd|cc|đdcn|căn cước(?: công dân)?|định danh(?: cá nhân)?|chứng minh nhân dân)(?:\s+số)?)?[\s:.]*\d+[\s,;]*(?:\(?(?:(?:cấp|ngày)\s+)*(?:ngày\s+)?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}\)?)?$`)

// phoneBeside is a telephone number of ten digits, with what it is called.
var phoneBeside = regexp.MustCompile(`(?i)(?:(?:số\s+)?(?:điện thoại|di động|sđt|đt|tel)\s*[:.]?\s*)?\b0\d{3}[ .]?\d{3}[ .]?\d{3}\b`)

// cutPhone takes a telephone number from behind a text.
func cutPhone(s string) string {
	digits := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	if digits < 10 {
		return s
	}
	at := phoneBeside.FindAllStringIndex(s, -1)
	if len(at) == 0 || strings.Trim(s[at[len(at)-1][1]:], " ).") != "" {
		return s
	}
	return strings.TrimRight(s[:at[len(at)-1][0]], " ,;:-–(.")
}

// onlyRun is the one run of 9 or 12 digits in a text: "058… cấp ngày 01/01/2021".
func onlyRun(s string) string {
	found := ""
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(w) == 9 || len(w) == 12 {
			if found != "" {
				return ""
			}
			found = w
		}
	}
	return found
}

func digitsOnly(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// idSays is the sex and the year of birth a CCCD carries in its fourth to sixth
// digit (NĐ 137/2015/NĐ-CP, Điều 13): 0 and 1 are men and women born 1900–1999, 2 and 3
// those of 2000–2099.
func idSays(id string) (gender string, year int, ok bool) {
	if len(id) != 12 || checkPlace(id) != idFine || id[3] > '3' {
		return "", 0, false
	}
	n := int(id[3] - '0')
	gender = "male"
	if n%2 == 1 {
		gender = "female"
	}
	return gender, 1900 + 100*(n/2) + atoi(id[4:6]), true
}

// idAgrees tells whether an identity number and the row's own words fit.
func idAgrees(id, gender string, birth when.Date) (genderFits, birthFits bool) {
	g, y, ok := idSays(id)
	if !ok {
		return true, true
	}
	return gender == "" || g == gender, birth == 0 || y == birth.Year()
}
