package report

import (
	"fmt"
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
// ("a1", "a1:b", "gk:1" …), never by where a cell stands: units add rows and
// columns, take some away, and save it with other programs. How rows and columns
// are found again stands in template_layout.go, how a cell is understood in
// template_cells.go.

// TemplateKey says whose report a filled template is.
func TemplateKey(movement string, kind Kind, year int, unit registry.UnitID) string {
	return fmt.Sprintf("BC|%s|%s|%d|%d", movement, kind, year, unit)
}

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
	items = slices.DeleteFunc(slices.Clone(items), func(it criteria.Item) bool { return it.Source != "" })
	s := laidOut(rows, items)
	f.Faults = append(f.Faults, s.faults...)
	f.Content.Unread = s.unread
	f.Number = s.at("tt:so").cell(colValue)
	if k, ok := s.row("tt:ngay"); ok {
		f.Date = f.day(k, colValue)
	}
	for _, it := range items {
		f.item(it, s)
	}
	f.lists(s)
	return f
}

// Columns of the criteria's table after the code: label, value, không áp dụng,
// minh chứng.
const (
	colValue    = 2
	colNA       = 3
	colEvidence = 4
)

func (f *Filled) item(it criteria.Item, s sheet) {
	ln := criteria.Line{Key: it.Key}
	head := s.at(it.Key)
	asked := Questions(it)
	reason := head.cell(colNA)
	evidence := []string{head.cell(colEvidence)}
	var e criteria.Entry
	var counted []keyed // the cells that say more than nothing
	said := false
	for i, q := range asked {
		k, ok := s.row(q.Key)
		// One question may be answered in the criterion's own row; of several it is
		// not known which is meant.
		if own := head.cell(colValue); own != "" && (!ok || k.cell(colValue) == "") {
			if len(asked) == 1 {
				k, ok = head, true
			} else if i == 0 {
				f.bad(head, "report.cell-place", own)
			}
		}
		if !ok {
			continue
		}
		part := strings.TrimPrefix(q.Key, it.Key+":")
		if k.code != head.code {
			if reason == "" && !strings.HasPrefix(part, "m") {
				reason = k.cell(colNA)
			}
			evidence = append(evidence, k.cell(colEvidence))
		}
		if k.cell(colValue) == "" {
			continue
		}
		said = true
		if f.answer(&e, it, part, k) {
			counted = append(counted, k)
		}
	}
	for _, text := range evidence {
		for _, one := range strings.Split(text, ";") {
			if one = viet.Clean(one); one != "" {
				ln.Evidence = append(ln.Evidence, criteria.Evidence{Text: one})
			}
		}
	}
	switch {
	case reason == "", said && mark(reason) && viet.Fold(reason) != "x":
		if said {
			ln.Self = &e
		}
	case len(counted) > 0:
		f.bad(counted[0], "report.cell-both", reason)
	case mark(reason):
		f.bad(head, "report.cell-reason", reason)
	default:
		ln.NA, ln.NAReason = true, reason
	}
	if ln.NA || ln.Self != nil || len(ln.Evidence) > 0 {
		f.Content.Answers = append(f.Content.Answers, ln)
	}
}

// answer puts the answer of one question into an entry and tells whether it says
// more than nothing.
func (f *Filled) answer(e *criteria.Entry, it criteria.Item, part string, k keyed) bool {
	switch part {
	case "a":
		e.A = f.count(k, colValue)
		return e.A != 0
	case "b":
		e.B = f.count(k, colValue)
		return e.B != 0
	case "c":
		e.Yes = f.yes(k, colValue)
		return e.Yes
	case "d":
		p, err := criteria.ParsePoints(k.cell(colValue))
		if err != nil {
			f.bad(k, "report.cell-points", k.cell(colValue))
		}
		e.Points = p
		return p != 0
	}
	i, _ := strconv.Atoi(strings.TrimPrefix(part, "m"))
	for len(e.More) < i {
		e.More = append(e.More, 0)
	}
	e.More[i-1] = f.count(k, colValue)
	return e.More[i-1] != 0
}

// lists reads the parts below the criteria.
func (f *Filled) lists(s sheet) {
	c := &f.Content
	for _, k := range s.lists[listAwards] {
		g := Given{Number: k.cell(1), Date: f.day(k, 2), Collectives: int(f.count(k, 3)), Households: int(f.count(k, 4)), Individuals: int(f.count(k, 5))}
		if none(g.Number) {
			g.Number = ""
		}
		if g != (Given{}) {
			c.Awards = append(c.Awards, g)
		}
	}
	for _, k := range s.lists[listExemplars] {
		name := k.cell(2)
		if name == "" || none(name) {
			continue
		}
		kind, known := kindOf(k.cell(1))
		if !known {
			c.Unread = append(c.Unread, k.unread(1))
		}
		c.Exemplars = append(c.Exemplars, Named{Kind: kind, Name: name, What: k.cell(3)})
	}
	for _, k := range s.lists[listIdeas] {
		if name := k.cell(2); name != "" && !none(name) {
			c.Initiatives = append(c.Initiatives, Named{Name: name, What: k.cell(3)})
		}
	}
	for _, k := range s.lists[listPetitions] {
		if text := k.cell(2); text != "" && !none(text) {
			c.Petitions = append(c.Petitions, text)
		}
	}
	for _, n := range NarrativeNames {
		if text := s.at(NarrativeKey(n.Code)).lines(2); text != "" {
			if c.Narrative == nil {
				c.Narrative = map[string]string{}
			}
			c.Narrative[n.Code] = text
		}
	}
}

// kindOf finds what sort of exemplar the words name; a Mô hình when none.
func kindOf(words string) (kind string, known bool) {
	i := slices.IndexFunc(ExemplarKinds, func(n registry.Name) bool { return viet.Fold(n.Name) == viet.Fold(words) })
	if i < 0 {
		return "mo_hinh", words == ""
	}
	return ExemplarKinds[i].Code, true
}
