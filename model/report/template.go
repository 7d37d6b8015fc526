package report

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// The spreadsheet units fill in is found again by the codes in its first column
// ("a1", "a1:b", "gk:1" …), never by where a cell stands: units add rows, widen
// columns and save it with other programs. What they type stands in the columns
// right of the code, in the order the template prints them.

// TemplateKey says whose report a filled template is.
func TemplateKey(movement string, kind Kind, year int, unit registry.UnitID) string {
	return fmt.Sprintf("BC|%s|%s|%d|%d", movement, kind, year, unit)
}

// How many lines the template has for lists; units that need more add rows with
// the next number.
const (
	TemplateAwards    = 5
	TemplateExemplars = 6
	TemplateMore      = 4 // initiatives, petitions
)

// Question is one thing the template asks about an item.
type Question struct{ Key, Label string }

// Questions are what the template asks for an item, by its kind.
func Questions(it criteria.Item) []Question {
	var out []Question
	add := func(part, label string) { out = append(out, Question{it.Key + ":" + part, label}) }
	switch it.Kind {
	case criteria.Ratio, criteria.Sampled:
		add("a", it.A)
		add("b", it.B)
	case criteria.Stepped, criteria.Minus:
		add("b", it.B)
	case criteria.YesNo, criteria.Gate:
		add("c", "Có / không")
	case criteria.Judged:
		add("d", "Điểm tự chấm (tối đa "+it.Max.String()+")")
	}
	for i, m := range it.More {
		add("m"+strconv.Itoa(i+1), m)
	}
	return out
}

// NarrativeKey is the code of a narrative part in the template.
func NarrativeKey(code string) string { return "loi:" + code }

// Row is one row of a filled template: its number in its sheet and the cells from
// the first column on, numbers as text, days as ISO.
type Row struct {
	Sheet string
	Row   int
	Cells []string
}

// Filled is a template read back.
type Filled struct {
	Movement string
	Kind     Kind
	Year     int
	Unit     registry.UnitID
	Number   string
	Date     when.Date
	Content  Content
	// Faults are cells that could not be understood; fields are "sheet!row".
	Faults fault.List
}

// ReadKey finds whose report a filled template is; ok is false for any other table.
func ReadKey(rows []Row) (f Filled, ok bool) {
	for _, r := range rows {
		for _, c := range r.Cells {
			p := strings.Split(strings.TrimSpace(c), "|")
			if len(p) != 5 || p[0] != "BC" {
				continue
			}
			y, err1 := strconv.Atoi(p[3])
			u, err2 := strconv.ParseInt(p[4], 10, 64)
			if err1 == nil && err2 == nil {
				return Filled{Movement: p[1], Kind: Kind(p[2]), Year: y, Unit: u}, true
			}
		}
	}
	return f, false
}

// ReadTemplate reads what a unit filled in, for the items it was asked about.
func ReadTemplate(f Filled, rows []Row, items []criteria.Item) Filled {
	at := map[string]keyed{}
	for _, r := range rows {
		for i, c := range r.Cells {
			if key := strings.TrimSpace(c); key != "" {
				if _, twice := at[key]; !twice && isKey(key) {
					at[key] = keyed{r, i}
				}
				break // the code is the first cell of its row
			}
		}
	}
	if k, ok := at["tt:so"]; ok {
		f.Number = k.cell(2)
	}
	if k, ok := at["tt:ngay"]; ok {
		f.Date = f.day(k, 2)
	}
	for _, it := range items {
		if it.Source == "" {
			f.item(it, at)
		}
	}
	f.lists(at)
	return f
}

// keyed is a row and the place of its code in it.
type keyed struct {
	Row
	at int
}

// cell is the n-th cell after the code, cleaned.
func (k keyed) cell(n int) string {
	if k.at+n >= len(k.Cells) {
		return ""
	}
	return viet.Clean(k.Cells[k.at+n])
}

func (k keyed) place() string { return fmt.Sprintf("%s!%d", k.Sheet, k.Row.Row) }

// isKey tells a code of the template from words.
func isKey(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == ':' || r == '_' || r == '-')
	})
}

// Columns of the criteria's table after the code: label, value, không áp dụng,
// minh chứng.
const (
	colValue    = 2
	colNA       = 3
	colEvidence = 4
)

func (f *Filled) item(it criteria.Item, at map[string]keyed) {
	ln := criteria.Line{Key: it.Key}
	if k, ok := at[it.Key]; ok {
		if na := k.cell(colNA); na != "" {
			ln.NA, ln.NAReason = true, na
		}
		for _, e := range strings.Split(k.cell(colEvidence), ";") {
			if e = viet.Clean(e); e != "" {
				ln.Evidence = append(ln.Evidence, criteria.Evidence{Text: e})
			}
		}
	}
	var e criteria.Entry
	said := false
	for _, q := range Questions(it) {
		k, ok := at[q.Key]
		if !ok || k.cell(colValue) == "" {
			continue
		}
		said = true
		part := strings.TrimPrefix(q.Key, it.Key+":")
		switch part {
		case "a":
			e.A = f.count(k, colValue)
		case "b":
			e.B = f.count(k, colValue)
		case "c":
			e.Yes = yes(k.cell(colValue))
		case "d":
			p, err := criteria.ParsePoints(k.cell(colValue))
			if err != nil {
				f.bad(k, "report.cell-points", k.cell(colValue))
			}
			e.Points = p
		default:
			i, _ := strconv.Atoi(strings.TrimPrefix(part, "m"))
			for len(e.More) < i {
				e.More = append(e.More, 0)
			}
			e.More[i-1] = f.count(k, colValue)
		}
	}
	if !ln.NA && said {
		ln.Self = &e
	}
	if ln.NA || said || len(ln.Evidence) > 0 {
		f.Content.Answers = append(f.Content.Answers, ln)
	}
}

func (f *Filled) bad(k keyed, code string, text string) {
	f.Faults.Add(fault.New(fault.Invalid, code, k.place(), text).At(k.place()))
}

// grouped is a whole number with its thousands divided, or followed by a fraction
// of nothing, as some programs store it: "1.024", "1,024", "12.0".
var grouped = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,]0{1,2})?$`)

// count reads a whole number as people type it: "1.234", "12 ", "03"; a fraction
// is not understood.
func (f *Filled) count(k keyed, col int) int64 {
	text := k.cell(col)
	s := strings.NewReplacer(" ", "", "\u00a0", "").Replace(text)
	if m := grouped.FindStringSubmatch(s); m != nil {
		s = strings.NewReplacer(".", "", ",", "").Replace(m[1])
	}
	if s == "" {
		return 0
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		f.bad(k, "report.cell-number", text)
		return 0
	}
	return n
}

// day reads a day: ISO, or dd/mm/yyyy.
func (f *Filled) day(k keyed, col int) when.Date {
	text := k.cell(col)
	if text == "" {
		return 0
	}
	if d, err := when.Parse(text); err == nil {
		return d
	}
	p := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(p) == 3 {
		d, err1 := strconv.Atoi(p[0])
		m, err2 := strconv.Atoi(p[1])
		y, err3 := strconv.Atoi(p[2])
		if day := when.Of(y, m, d); err1 == nil && err2 == nil && err3 == nil && day.Valid() && day.Exact() {
			return day
		}
	}
	f.bad(k, "report.cell-day", text)
	return 0
}

func yes(s string) bool {
	switch viet.Fold(s) {
	case "co", "x", "1", "dat", "true", "roi", "da":
		return true
	}
	return false
}

// lists reads the parts below the criteria.
func (f *Filled) lists(at map[string]keyed) {
	each := func(prefix string, one func(k keyed)) {
		for i := 1; ; i++ {
			k, ok := at[prefix+":"+strconv.Itoa(i)]
			if !ok {
				return
			}
			one(k)
		}
	}
	c := &f.Content
	each("gk", func(k keyed) {
		g := Given{Number: k.cell(1), Date: f.day(k, 2), Collectives: int(f.count(k, 3)), Households: int(f.count(k, 4)), Individuals: int(f.count(k, 5))}
		if g != (Given{}) {
			c.Awards = append(c.Awards, g)
		}
	})
	each("dh", func(k keyed) {
		if name := k.cell(2); name != "" {
			c.Exemplars = append(c.Exemplars, Named{Kind: kindOf(k.cell(1)), Name: name, What: k.cell(3)})
		}
	})
	each("sk", func(k keyed) {
		if name := k.cell(2); name != "" {
			c.Initiatives = append(c.Initiatives, Named{Name: name, What: k.cell(3)})
		}
	})
	each("kn", func(k keyed) {
		if text := k.cell(2); text != "" {
			c.Petitions = append(c.Petitions, text)
		}
	})
	for _, n := range NarrativeNames {
		if k, ok := at[NarrativeKey(n.Code)]; ok && k.cell(2) != "" {
			if c.Narrative == nil {
				c.Narrative = map[string]string{}
			}
			c.Narrative[n.Code] = k.cell(2)
		}
	}
}

// kindOf finds what sort of exemplar the words name; a Mô hình when none.
func kindOf(words string) string {
	i := slices.IndexFunc(ExemplarKinds, func(n registry.Name) bool { return viet.Fold(n.Name) == viet.Fold(words) })
	if i < 0 {
		return "mo_hinh"
	}
	return ExemplarKinds[i].Code
}
