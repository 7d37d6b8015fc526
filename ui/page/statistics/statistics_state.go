package statistics

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Length is the kind of period figures are made for.
type Length string

// The lengths.
const (
	Month   Length = "thang"
	Quarter Length = "quy"
	Half    Length = "nua"
	Year    Length = "nam"
	Three   Length = "ba"
	Five    Length = "nam-nam"
	Free    Length = "tu-chon"
)

// Lengths are the kinds of period to choose from.
func Lengths() []kit.Choice {
	return []kit.Choice{{Key: string(Month), Label: words.StatMonth}, {Key: string(Quarter), Label: words.StatQuarter}, {Key: string(Half), Label: words.StatHalf},
		{Key: string(Year), Label: words.StatYear}, {Key: string(Three), Label: words.StatThree}, {Key: string(Five), Label: words.StatFive}, {Key: string(Free), Label: words.StatFree}}
}

// Period is what is chosen: a length, its part within the year, the (last) year;
// for a free one its first and last day.
type Period struct {
	Length   Length
	Part     int // month 1–12, quarter 1–4, half 1–2
	Year     int
	From, To when.Date
}

// Key is the period as report.ParseSpan reads it.
func (p Period) Key() string {
	switch p.Length {
	case Month:
		return fmt.Sprintf("%d-%02d", p.Year, p.Part)
	case Quarter:
		return fmt.Sprintf("%d-Q%d", p.Year, p.Part)
	case Half:
		return fmt.Sprintf("%d-H%d", p.Year, p.Part)
	case Three:
		return fmt.Sprintf("%d..%d", p.Year-2, p.Year)
	case Five:
		return fmt.Sprintf("%d..%d", p.Year-4, p.Year)
	case Free:
		return p.From.String() + ".." + p.To.String()
	}
	return strconv.Itoa(p.Year)
}

// PeriodOf reads a key back; one that is none gives the year before today's, which
// is what the ministry is told until its own year is over.
func PeriodOf(key string, today when.Date) Period {
	span, err := report.ParseSpan(key)
	if err != nil {
		return Period{Length: Year, Year: today.Year() - flag(today.Month() < 7)}
	}
	last := span.To.AddDays(-1)
	p := Period{Length: Free, Year: last.Year(), From: span.From, To: last}
	_, part, _ := strings.Cut(key, "-")
	switch {
	case strings.Contains(key, "..") && len(key) > len("2023..2025"): // two days
	case strings.Contains(key, ".."):
		switch last.Year() - span.From.Year() {
		case 2:
			p.Length = Three
		case 4:
			p.Length = Five
		case 0:
			p.Length = Year
		}
	case part == "":
		p.Length = Year
	case strings.HasPrefix(strings.ToUpper(part), "Q"):
		p.Length, p.Part = Quarter, (last.Month()+2)/3
	case strings.HasPrefix(strings.ToUpper(part), "H"):
		p.Length, p.Part = Half, last.Month()/6
	default:
		p.Length, p.Part = Month, last.Month()
	}
	return p
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

// Change chooses another length; the part begins with the one that holds the day
// the period ended, a free one with the days of what was shown.
func (p Period) Change(to Length, today when.Date) Period {
	span, err := report.ParseSpan(p.Key())
	last := today
	if err == nil {
		last = min(span.To.AddDays(-1), max(today, span.From))
	}
	p.Length = to
	switch to {
	case Month:
		p.Part = last.Month()
	case Quarter:
		p.Part = (last.Month() + 2) / 3
	case Half:
		p.Part = 1 + flag(last.Month() > 6)
	case Free:
		if err == nil {
			p.From, p.To = span.From, span.To.AddDays(-1)
		}
	}
	return p
}

// Parts are the parts of the year a length has, nil for one without.
func (p Period) Parts() []kit.Choice {
	var out []kit.Choice
	add := func(n int, label string) { out = append(out, kit.Choice{Key: strconv.Itoa(n), Label: label}) }
	switch p.Length {
	case Month:
		for n := 1; n <= 12; n++ {
			add(n, words.Fill(words.StatMonthN, n))
		}
	case Quarter:
		for n := 1; n <= 4; n++ {
			add(n, words.Fill(words.StatQuartN, viet.Roman(n)))
		}
	case Half:
		add(1, words.StatFirst)
		add(2, words.StatSecond)
	}
	return out
}

// yearsBack is how many years back figures can be asked for.
const yearsBack = 12

// Years are the years to choose from, newest first; nil for a free period.
func (p Period) Years(today when.Date) []kit.Choice {
	if p.Length == Free {
		return nil
	}
	label := words.StatYearN
	if p.Length == Three || p.Length == Five {
		label = words.StatUpTo
	}
	var out []kit.Choice
	for y := today.Year(); y > today.Year()-yearsBack; y-- {
		out = append(out, kit.Choice{Key: strconv.Itoa(y), Label: words.Fill(label, strconv.Itoa(y))})
	}
	return out
}

// Span is the period, and whether it is one.
func (p Period) Span() (report.Span, bool) {
	if p.Length == Free && (p.From == 0 || p.To == 0 || p.To < p.From) {
		return report.Span{}, false
	}
	s, err := report.ParseSpan(p.Key())
	return s, err == nil
}

// State is which biểu is shown for which period.
type State struct {
	Forms  []form.StatisticForm
	Form   string
	Period Period
	Got    office.Statistic
	Row    string // of the cell whose list is shown, "" for none
	Column string
	List   []office.StatisticLine
}

// Line is one row of the biểu: a heading has no code.
type Line struct {
	form.StatisticRow
	Cells map[string]int
}

// Lines are the rows of the biểu.
func (s *State) Lines() []Line {
	out := make([]Line, len(s.Got.Form.Rows))
	for i, r := range s.Got.Form.Rows {
		out[i] = Line{r, s.Got.Cells[r.Code]}
	}
	return out
}

func (s *State) lineOf(code string) Line {
	for _, l := range s.Lines() {
		if l.Code == code {
			return l
		}
	}
	return Line{}
}

// Cell writes a figure; where nothing is counted a counted form says 0, a form of
// the pen stays empty.
func (s *State) Cell(l Line, column string) string {
	if l.Code == "" {
		return ""
	}
	n, ok := l.Cells[column]
	if !ok {
		return ""
	}
	return words.Count(n)
}

// CellTone tells figures that were typed, and filed ones that are counted otherwise now.
func (s *State) CellTone(l Line, column string) kit.Tone {
	if slices.ContainsFunc(s.Got.Changes, func(c report.CellChange) bool { return c.Row == l.Code && c.Column == column }) {
		return kit.Bad
	}
	if _, typed := s.Got.Filing.Typed[l.Code][column]; typed {
		return kit.Warn
	}
	return kit.Info
}

// Counted is what is counted of a cell now.
func (s *State) Counted(row, column string) int { return len(s.Got.Behind[row][column]) }

// Head is a column's heading in one line: the widest heading above it is left out
// where it only says that the columns are parts.
func Head(c form.StatisticColumn) string {
	heads := c.Heads
	if len(heads) > 1 {
		heads = heads[1:]
	}
	return strings.Join(heads, ", ")
}

// ColumnName is a column's heading by its key.
func (s *State) ColumnName(key string) string {
	for _, c := range s.Got.Form.Columns {
		if c.Key == key {
			return Head(c)
		}
	}
	return key
}

// RowName is a row's label by its code, without what sets it under another.
func (s *State) RowName(code string) string {
	for _, r := range s.Got.Form.Rows {
		if r.Code == code {
			return strings.TrimLeft(r.Label, "-+ ")
		}
	}
	return code
}

// Changes say what is counted otherwise than it was filed.
func (s *State) Changes() []string {
	out := make([]string, len(s.Got.Changes))
	for i, c := range s.Got.Changes {
		out[i] = words.Fill(words.StatChange, s.RowName(c.Row), s.ColumnName(c.Column), c.Filed, c.Now)
	}
	return out
}

// FormChoices are the biểu, those in force first.
func (s *State) FormChoices() []kit.Choice {
	out := make([]kit.Choice, len(s.Forms))
	for i, f := range s.Forms {
		out[i] = kit.Choice{Key: f.Code, Label: Name(f)}
	}
	return out
}

// Name is a biểu as the list of papers calls it.
func Name(f form.StatisticForm) string {
	entry, _ := form.ByCode(f.Code)
	return entry.Name
}

// TypedWith are the figures typed so far with one row's put in their place; an empty
// text takes a figure back. It answers false at the first text that is no number.
func (s *State) TypedWith(row string, texts map[string]string) (map[string]map[string]int, string, bool) {
	out := map[string]map[string]int{}
	for r, cells := range s.Got.Filing.Typed {
		if r != row {
			out[r] = cells
		}
	}
	for col, text := range texts {
		text = strings.ReplaceAll(strings.TrimSpace(text), ".", "")
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return nil, col, false
		}
		if out[row] == nil {
			out[row] = map[string]int{}
		}
		out[row][col] = n
	}
	return out, "", true
}
