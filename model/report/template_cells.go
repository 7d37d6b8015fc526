package report

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"thidua/model/fault"
	"thidua/model/viet"
	"thidua/model/when"
)

// What a cell of a filled template says: a number, a day, yes or no, or that there
// was nothing. What is not understood is a fault at its place, never a guess.

func (f *Filled) bad(k keyed, code string, text string) {
	f.Faults.Add(fault.New(fault.Invalid, code, k.place(), text).At(k.place()))
}

// grouped is a whole number with its thousands divided, or followed by a fraction
// of nothing, as some programs store it: "1.024", "1,024", "12.0".
var grouped = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,]0{1,2})?$`)

// named is a number with what it counts behind it: "11 nội dung".
var named = regexp.MustCompile(`^(\d[\d., \x{a0}]*?)\s*(\p{L}[\p{L} ]*)$`)

// manifold are words that make a number another one; with them it is not read.
var manifold = []string{"chuc", "tram", "nghin", "ngan", "van", "trieu", "ty", "ti"}

// count reads a whole number as people type it: "1.234", "12 ", "03", "11 nội
// dung", and "không có" for none; a fraction is not understood.
func (f *Filled) count(k keyed, col int) int64 {
	text := k.cell(col)
	if text == "" || none(text) {
		return 0
	}
	s := text
	if m := named.FindStringSubmatch(text); m != nil && !slices.Contains(manifold, firstWord(m[2])) {
		s = m[1]
	}
	s = strings.NewReplacer(" ", "", "\u00a0", "").Replace(s)
	if m := grouped.FindStringSubmatch(s); m != nil {
		s = strings.NewReplacer(".", "", ",", "").Replace(m[1])
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		f.bad(k, "report.cell-number", text)
		return 0
	}
	return n
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(viet.Fold(s), " ")
	return word
}

// day reads a day: ISO, dd/mm/yyyy, or "ngày 02 tháng 12 năm 2024".
func (f *Filled) day(k keyed, col int) when.Date {
	text := k.cell(col)
	if text == "" || none(text) {
		return 0
	}
	if d, err := when.Parse(text); err == nil && d.Exact() {
		return d
	}
	var n []int
	words := ""
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if i, err := strconv.Atoi(w); err == nil {
			n = append(n, i)
		} else {
			words += viet.Fold(w)
		}
	}
	if len(n) == 3 && (words == "" || words == "ngaythangnam") {
		if d := when.Of(n[2], n[1], n[0]); d.Valid() && d.Exact() {
			return d
		}
	}
	f.bad(k, "report.cell-day", text)
	return 0
}

// yes reads yes or no; words that say neither are a fault.
func (f *Filled) yes(k keyed, col int) bool {
	text := k.cell(col)
	switch w := firstWord(text); {
	case slices.Contains([]string{"co", "x", "1", "dat", "true", "roi", "da"}, w):
		return true
	case none(text), slices.Contains([]string{"khong", "chua", "false"}, w):
		return false
	}
	f.bad(k, "report.cell-yes", text)
	return false
}

// none tells the ways of writing that there was nothing.
func none(text string) bool {
	switch viet.Fold(text) {
	case "", "0", "khong", "khong co", "chua co", "khong phat sinh", "chua phat sinh":
		return text != ""
	}
	return false
}

// mark tells a cell that only ticks, or says no, where a reason is asked for.
func mark(text string) bool {
	switch viet.Fold(text) {
	case "", "0", "khong", "co", "x":
		return text != ""
	}
	return false
}

// keyed is a row with its code, and where its cells stand.
type keyed struct {
	Row
	code string
	at   int // place of the code in the row
	// columns are the places of the printed columns, the code's first, -1 for one
	// that was taken away; nil when the row stands under no heading.
	columns []int
	more    []Row // rows the unit put in below, which go on with this one
}

// cell is the n-th cell after the code as the template prints them, cleaned.
func (k keyed) cell(n int) string { return viet.Clean(k.raw(k.Row, n)) }

func (k keyed) raw(r Row, n int) string {
	i := k.at + n
	if k.columns != nil {
		i = -1
		if n < len(k.columns) {
			i = k.columns[n]
		}
	}
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// lines is the n-th cell with its line breaks, and what goes on below it.
func (k keyed) lines(n int) string {
	var out []string
	for _, r := range append([]Row{k.Row}, k.more...) {
		for _, l := range strings.Split(k.raw(r, n), "\n") {
			if l = viet.Clean(l); l != "" {
				out = append(out, l)
			}
		}
	}
	return strings.Join(out, "\n")
}

func (k keyed) place() string { return fmt.Sprintf("%s!%d", k.Sheet, k.Row.Row) }

// unread tells of the row's n-th cell that it was not taken as it stands.
func (k keyed) unread(n int) Unread { return Unread{Place: k.place(), Text: k.cell(n)} }
