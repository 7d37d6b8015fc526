package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/words"
)

// State is what the page shows: the files that came in, or the review of one.
type State struct {
	Movements []movement.Movement
	Catalogue *award.Catalogue
	Book      *registry.Book
	Today     when.Date

	Batches []intake.Batch

	Open  int64 // the file under review, 0 for the list
	Batch intake.Batch
	Rows  []Row
	Pick  string // what of the rows is shown: "", "error", "warning", "good", "exists", "left", or "group/…"
	Text  string
}

// Row is a staged row with what the list shows of it.
type Row struct {
	intake.StagedRow
	Sheet string
	Left  bool // a person took it out
	Sort  string
}

// Ref names the row in a person's answers.
func (r Row) Ref() string { return intake.RowRef(r.Sheet, r.StagedRow.Row) }

// ID names the row on the screen.
func (r Row) ID() string { return fmt.Sprintf("%d/%d", r.Part, r.StagedRow.Row) }

// Result says in a word what became of the row.
func (r Row) Result() string {
	switch {
	case r.Dossier != 0:
		return words.RowTaken
	case r.Left:
		return words.RowOut
	case r.Severity != "" || r.Existing == 0:
		return words.RowResults[r.Severity]
	case r.Applied() > 0:
		return words.RowUpdates
	}
	return words.RowSame
}

// Applied counts the cells the row would write into the dossier that stands already.
func (r Row) Applied() int {
	n := 0
	for _, u := range r.Updates {
		if u.Applied {
			n++
		}
	}
	return n
}

// SetBatch puts a file under review.
func (s *State) SetBatch(b intake.Batch, rows []intake.StagedRow) {
	s.Batch = b
	s.Rows = make([]Row, len(rows))
	for i, r := range rows {
		sheet := ""
		if r.Part < len(b.Tables) {
			sheet = b.Tables[r.Part].Sheet
		}
		s.Rows[i] = Row{StagedRow: r, Sheet: sheet, Left: b.Answers.Left[intake.RowRef(sheet, r.Record.Row)], Sort: viet.SortKey(r.Name)}
	}
}

// Counts are the rows by what became of them. Take is how many accepting would
// turn into dossiers, Update how many would change one that stands already, Same
// how many would change nothing.
type Counts struct{ Good, Warn, Bad, Left, Taken, Take, Update, Same int }

// Counts counts the rows.
func (s *State) Counts() Counts {
	var c Counts
	for _, r := range s.Rows {
		switch {
		case r.Dossier != 0:
			c.Taken++
			continue
		case r.Left:
			c.Left++
			continue
		case r.Severity == intake.Error:
			c.Bad++
			continue
		case r.Severity == intake.Warning:
			c.Warn++
		default:
			c.Good++
		}
		switch {
		case r.Existing == 0:
			c.Take++
		case r.Applied() > 0:
			c.Update++
		default:
			c.Same++
		}
	}
	return c
}

// Group is rows with doubts that one kind of act mends.
type Group struct {
	Pick   string // value of State.Pick that shows its rows
	Title  string
	Rows   int
	Errors int
	Whole  bool // not a group of issues but a view of all rows
}

// groupOrder is the order in which mending makes most sense: columns first, since
// they change every row.
var groupOrder = []string{intake.GroupColumn, intake.GroupMissing, intake.GroupAward, intake.GroupUnit, intake.GroupKind, intake.GroupPerson,
	intake.GroupID, intake.GroupDate, intake.GroupContrary, intake.GroupSplit, intake.GroupFormula, intake.GroupText}

// Groups lists the views of all rows and then the groups of doubts, each with the
// number of rows it touches. title names a group.
func (s *State) Groups(title func(group string) string) []Group {
	c := s.Counts()
	out := []Group{{Pick: "", Title: words.ReviewAll, Rows: len(s.Rows), Whole: true}}
	for _, v := range []Group{
		{Pick: "error", Title: words.ReviewOnlyBad, Rows: c.Bad, Errors: c.Bad, Whole: true},
		{Pick: "warning", Title: words.ReviewOnlyWarn, Rows: c.Warn, Whole: true},
		{Pick: "good", Title: words.ReviewOnlyGood, Rows: c.Good, Whole: true},
		{Pick: "exists", Title: words.ReviewExists, Rows: c.Update + c.Same, Whole: true},
		{Pick: "left", Title: words.ReviewLeft, Rows: c.Left, Whole: true},
	} {
		if v.Rows > 0 {
			out = append(out, v)
		}
	}
	rows, errors := map[string]int{}, map[string]int{}
	for _, r := range s.Rows {
		if r.Dossier != 0 || r.Left {
			continue
		}
		seen := map[string]bool{}
		for _, i := range r.Issues {
			if !seen[i.Group] {
				seen[i.Group] = true
				rows[i.Group]++
			}
			if i.Severity == intake.Error {
				errors[i.Group]++
			}
		}
	}
	for _, t := range s.Batch.Tables {
		for _, i := range t.Issues {
			if rows[i.Group] == 0 {
				rows[i.Group] = 0
			}
			if i.Severity == intake.Error {
				errors[i.Group]++
			}
		}
	}
	var groups []string
	for g := range rows {
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
	})
	for _, g := range groups {
		out = append(out, Group{Pick: "group/" + g, Title: title(g), Rows: rows[g], Errors: errors[g]})
	}
	return out
}

func place(g string) int {
	if i := slices.Index(groupOrder, g); i >= 0 {
		return i
	}
	return len(groupOrder)
}

// Visible gives the rows of the view chosen, narrowed by the text sought.
func (s *State) Visible() []Row {
	q := viet.Fold(viet.Clean(s.Text))
	group, isGroup := strings.CutPrefix(s.Pick, "group/")
	var out []Row
	for _, r := range s.Rows {
		open := r.Dossier == 0 && !r.Left
		ok := true
		switch {
		case s.Pick == "":
		case isGroup:
			ok = open && slices.ContainsFunc(r.Issues, func(i intake.Issue) bool { return i.Group == group })
		case s.Pick == "left":
			ok = r.Left
		case s.Pick == "exists":
			ok = open && r.Existing != 0 && r.Severity != intake.Error
		case s.Pick == "good":
			ok = open && r.Severity == ""
		default:
			ok = open && r.Severity == s.Pick
		}
		if ok && q != "" {
			ok = strings.Contains(viet.Fold(r.Name+" "+r.Unit+" "+r.AwardText+" "+r.Position+" "+r.IDNumber), q)
		}
		if ok {
			out = append(out, r)
		}
	}
	return out
}

// SameUnit counts the rows that name their unit in the same words and wait for
// the same answer; SameAward likewise.
func (s *State) SameUnit(text string) int {
	return s.count(func(r Row) bool { return viet.Key(r.Unit) == viet.Key(text) })
}

// SameAward counts the rows that name their award in the same words.
func (s *State) SameAward(text string) int {
	return s.count(func(r Row) bool { return viet.Key(r.AwardText) == viet.Key(text) })
}

func (s *State) count(is func(Row) bool) int {
	n := 0
	for _, r := range s.Rows {
		if r.Dossier == 0 && is(r) {
			n++
		}
	}
	return n
}

// Cell is one cell of the row as it came.
type Cell struct{ Header, Text, Font string }

// Raw lists the cells of a row as they came, under their headings.
func (s *State) Raw(r Row) []Cell {
	var cols []intake.Column
	if r.Part < len(s.Batch.Tables) {
		cols = s.Batch.Tables[r.Part].Columns
	}
	var out []Cell
	for _, c := range r.StagedRow.Raw {
		cell := Cell{Header: intake.ColumnName(c.Column), Text: c.Text, Font: c.Font}
		for _, h := range cols {
			if h.Index == c.Column && h.Header != "" {
				cell.Header = h.Header
			}
		}
		out = append(out, cell)
	}
	return out
}

// Skipped counts the rows that are no nominees.
func (s *State) Skipped() int {
	n := 0
	for _, t := range s.Batch.Tables {
		n += len(t.Skipped)
	}
	return n
}

// mostNotes is how many remarks on the lists of a file stand above its rows, and
// mostWords how many words one of them lists.
const mostNotes, mostWords = 5, 8

// Notes are the remarks on the lists as a whole. One that several lists carry,
// each with a word of its own (the unit taken from its tab), is said once.
func (s *State) Notes(say func(code string, args ...any) string) []string {
	var codes []string
	said := map[string][]string{} // by code: the words it differs in
	whole := map[string]string{}  // remarks of other shapes, by themselves
	for _, t := range s.Batch.Tables {
		for _, i := range t.Issues {
			key := i.Code
			if word, ok := oneWord(i.Args); ok {
				if !slices.Contains(said[key], word) {
					said[key] = append(said[key], word)
				}
			} else {
				key = say(i.Code, i.Args...)
				whole[key] = key
			}
			if !slices.Contains(codes, key) {
				codes = append(codes, key)
			}
		}
	}
	var out []string
	for n, key := range codes {
		if n == mostNotes && len(codes) > mostNotes+1 {
			out = append(out, words.Fill(words.ReviewMore, len(codes)-n))
			break
		}
		if text := whole[key]; text != "" {
			out = append(out, text)
			continue
		}
		list := said[key]
		if len(list) > mostWords {
			list = append(slices.Clone(list[:mostWords]), "…")
		}
		out = append(out, say(key, strings.Join(list, "; ")))
	}
	return out
}

func oneWord(args []any) (string, bool) {
	if len(args) != 1 {
		return "", false
	}
	word, ok := args[0].(string)
	return word, ok
}

// UnitName names a unit as of the batch's day.
func (s *State) UnitName(id int64) string {
	if s.Book == nil || id == 0 {
		return ""
	}
	day := s.Batch.Day
	if day == 0 {
		day = s.Today
	}
	if v, ok := s.Book.Near(id, day); ok {
		return v.Name
	}
	return ""
}

// Differences lists what a row would change in the dossier that stands already,
// in the words of the screen.
func (s *State) Differences(r Row) []Difference {
	out := make([]Difference, 0, len(r.Updates))
	for _, u := range r.Updates {
		out = append(out, Difference{Field: u.Field, Label: words.FieldLabel(u.Field), Old: s.value(u.Field, u.Old), New: s.value(u.Field, u.New), Applied: u.Applied})
	}
	return out
}

// Difference is one cell of a dossier that stands already, beside what a row says.
type Difference struct {
	Field, Label, Old, New string
	Applied                bool
}

// value writes a value of the console's for the screen.
func (s *State) value(field, v string) string {
	switch field {
	case string(intake.FieldBirth):
		if d, err := when.Parse(v); err == nil {
			return d.Slash()
		}
	case string(intake.FieldGender):
		if g, ok := words.Genders[v]; ok {
			return g
		}
	case string(intake.FieldKind):
		if k, ok := words.Kinds[v]; ok {
			return k
		}
	case string(intake.FieldAward):
		if n := s.Catalogue.Short(v); n != "" {
			return n
		}
	}
	return v
}

// Movement is the one the file under review belongs to.
func (s *State) Movement() movement.Movement {
	for _, m := range s.Movements {
		if m.ID == s.Batch.Movement {
			return m
		}
	}
	return movement.Movement{}
}

// MovementName names a movement.
func (s *State) MovementName(id int64) string {
	for _, m := range s.Movements {
		if m.ID == id {
			return m.Name
		}
	}
	return ""
}

// Clashes lists, for each field that several columns of a table fit, those
// columns: a table that holds nothing but them.
func (s *State) Clashes() (out []intake.Table) {
	for _, t := range s.Batch.Tables {
		for _, i := range t.Issues {
			if i.Code != "intake.columns-clash" {
				continue
			}
			clash := intake.Table{Sheet: t.Sheet, Part: t.Part}
			for _, c := range t.Columns {
				if string(c.Field) == i.Field {
					clash.Columns = append(clash.Columns, c)
				}
			}
			out = append(out, clash)
		}
	}
	return out
}
