package intake

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/model/when"
)

// reading is one table being read.
type reading struct {
	*sheet
	lx     *lexicon
	opt    *Options
	heads  *headings
	awards *awards
	units  *units
	codes  *codes
	table  *Table

	from, to int          // rows of the grid below the heading
	fixed    map[int]bool // columns whose meaning a person gave for this file
	told     map[int]bool // columns whose meaning was given for an earlier file
	unread   map[int]bool // positions of columns that wait for an answer
	pending  []pending
	byField  map[Field][]int
	at       []int // column → position + 1

	vals    []value
	above   []value // the last row's cells, for "như trên"
	outside bool    // the row has cells beyond the mapped columns
	longer  bool    // the row of a delimited text has more cells than its heading
	issues  []Issue
	edits   map[int]map[Field]string
	raws    []RawCell

	groups     []group
	section    string
	kind       string // said by the title or the sheet's name
	titleAward string
	titleUnit  string // the unit a list without a column of units is of
	stacked    bool   // each person stands on two rows: none can be read
	unitUsed   bool   // some row took it
	unitFrom   string // the code of the issue that says where titleUnit was read
	factful    bool   // rows hold more than ordinal and name
	numbered   bool   // rows are numbered
	onlyFemale bool
	plainNames bool             // the sheet writes all names without marks
	named      map[Field]string // facts the name's cell of the row at hand calls by their names
	born       when.Date        // written behind the name of the row at hand
	bornText   string
	lastRow    int   // number of the last row taken
	after      int   // how many rows are read, when the last row was one of them; else -1
	belowHead  bool  // the row above was a heading
	delimited  bool  // a separator inside a text moves the cells behind it
	lastColumn int   // the last column of the heading
	surnameOng bool  // "Ông" may be a surname here: most other names carry no form
	passed     []int // rows with something in them that are hidden or struck out
	elsewhere  bool  // another table has begun that is no list of nominees
	footing    bool  // notes below the list have begun

	orders  map[int]dates
	split   map[string]parts
	written map[writingKey]writingValue
	judged  map[string]string
}

var instructions = regexp.MustCompile(`(?i)^(?:hướng dẫn|huong dan|hd|hdsd|danh mục|danh muc|dm|bảng mã|bang ma|instruction|readme|ví dụ|vi du|ghi chú|ghi chu)`)

// Read finds the lists in a book and reads them, one Table each. It answers
// fault "intake.not-a-list" when no sheet holds one. Nothing is guessed in
// silence: what is doubtful carries an issue, what cannot be known is left out.
// progress, when not nil, is told how many rows of how many are done.
func Read(ctx context.Context, book *Book, opt Options, progress func(done, total int)) ([]Table, error) {
	lx := lex()
	aw := newAwards(lx, opt.Awards, opt.Provinces, opt.Answers.Awards)
	heads := newHeadings(lx, opt.Mapping)
	total := 0
	visible := 0
	for i := range book.Sheets {
		total += len(book.Sheets[i].Rows)
		if !book.Sheets[i].Hidden {
			visible++
		}
	}
	sheets := map[int]*sheet{}
	found := map[int][]found{}
	lists := map[int]bool{}
	for i := range book.Sheets {
		if book.Sheets[i].Hidden && visible > 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := newSheet(book, &book.Sheets[i])
		sheets[i] = s
		f := &finder{sheet: s, lx: lx, heads: heads, award: aw.exact}
		if found[i] = f.all(); len(found[i]) > 0 {
			lists[i] = true
		}
	}
	if len(lists) == 0 {
		for i, s := range sheets {
			f := &finder{sheet: s, lx: lx, heads: heads, award: aw.exact}
			if fd, ok := f.strange(); ok {
				found[i] = append(found[i], fd)
				lists[i] = true
			}
		}
	}
	// Instructions with an example in them are no list when there is a real one.
	for i := range lists {
		if instructions.MatchString(strings.TrimSpace(book.Sheets[i].Name)) && len(lists) > 1 {
			others := 0
			for k := range lists {
				if !instructions.MatchString(strings.TrimSpace(book.Sheets[k].Name)) {
					others++
				}
			}
			if others > 0 {
				delete(found, i)
			}
		}
	}
	for i := range book.Sheets {
		if len(found[i]) == 0 {
			delete(lists, i)
		}
	}
	cs := findCodes(book, sheets, lists)
	edits := editsOf(&opt.Answers)
	var tables []Table
	done := 0
	step := func(n int) {
		if progress != nil {
			progress(done+n, total)
		}
	}
	for i := range book.Sheets {
		var views []view
		if len(found[i]) > 0 {
			f := &finder{sheet: sheets[i], lx: lx, heads: heads, award: aw.exact}
			views = f.views(found[i])
		}
		for _, v := range views {
			for part, fd := range v.found {
				t := newReading(v.sheet, lx, &opt, heads, aw, cs)
				t.table.Beside, t.table.Tab = v.beside, v.tab
				t.edits = edits[v.grid.Name]
				ok, err := t.run(ctx, part, fd, carried(tables), step)
				if err != nil {
					return nil, err
				}
				if ok {
					tables = append(tables, *t.table)
				}
			}
		}
		done += len(book.Sheets[i].Rows)
		step(0)
	}
	if len(tables) == 0 {
		return nil, fault.New(fault.Refused, "intake.not-a-list", book.Name)
	}
	for k := range tables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		people(&tables[k], &opt)
	}
	duplicates(tables, &opt.Answers)
	settleSeen(tables, &opt.Answers)
	return tables, nil
}

// carried is the last table read: a sheet's second list and a book's second
// sheet go with the same paper.
func carried(tables []Table) *Table {
	if len(tables) == 0 {
		return nil
	}
	return &tables[len(tables)-1]
}

func newReading(s *sheet, lx *lexicon, opt *Options, heads *headings, aw *awards, cs *codes) *reading {
	return &reading{sheet: s, lx: lx, opt: opt, heads: heads, awards: aw, codes: cs,
		units: &units{finder: opt.Units, on: opt.Today, memory: map[string][]UnitCandidate{}},
		table: &Table{Sheet: s.grid.Name},
		fixed: map[int]bool{}, told: map[int]bool{}, unread: map[int]bool{}, byField: map[Field][]int{}, orders: map[int]dates{},
		split: map[string]parts{}, written: map[writingKey]writingValue{}, judged: map[string]string{},
		raws: make([]RawCell, 0, rawSlab)}
}

// editsOf sorts a person's cell edits by sheet and row.
func editsOf(a *Answers) map[string]map[int]map[Field]string {
	out := map[string]map[int]map[Field]string{}
	for ref, text := range a.Cells {
		i := strings.LastIndexByte(ref, '!')
		if i < 0 {
			continue
		}
		k := strings.LastIndexByte(ref[:i], '!')
		if k < 0 {
			continue
		}
		name, row, field := ref[:k], atoi(ref[k+1:i]), Field(ref[i+1:])
		if out[name] == nil {
			out[name] = map[int]map[Field]string{}
		}
		if out[name][row] == nil {
			out[name][row] = map[Field]string{}
		}
		out[name][row][field] = text
	}
	return out
}

// run reads one list. It answers false when the table is no list of nominees.
func (t *reading) run(ctx context.Context, part int, fd found, before *Table, step func(int)) (bool, error) {
	tb := t.table
	tb.Part = part
	tb.HeadBottom = fd.bottom
	tb.Columns = slices.Clone(fd.cols)
	t.from, t.to = fd.at+fd.height, fd.to
	t.titles(fd.titles, fd.at)
	if before != nil {
		if tb.PaperNumber == "" {
			tb.PaperNumber, tb.PaperDate = before.PaperNumber, before.PaperDate
		}
		if tb.Sender == "" {
			tb.Sender = before.Sender
		}
		if tb.MovementHint == "" {
			tb.MovementHint = before.MovementHint
		}
	}
	if d := tb.PaperDate; d != 0 && (t.opt.Today == 0 || d.Year() <= t.opt.Today.Year()+1 && d.Year() >= t.opt.Today.Year()-20) {
		t.units.on = d
	}
	t.stacked = fd.stacked >= 2
	t.beside()
	t.settle()
	if !fd.names && !fd.strange && slices.ContainsFunc(tb.Columns, proposes) && len(t.byField[FieldUnit])+len(t.byField[FieldPositionUnit]) == 0 {
		return false, nil // which body sent what, nobody is named
	}
	if t.counts() || fd.strange && !t.makesSense() {
		return false, nil
	}
	if fd.strange {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: "intake.headless", Column: -1, Group: GroupColumn})
	}
	t.survey()
	for i := fd.titles; i < fd.at; i++ {
		t.skipAbove(&t.grid.Rows[i])
	}
	t.listAbove(fd.titles, fd.at)
	for i := fd.at; i < t.from; i++ {
		t.skip(&t.grid.Rows[i], SkipHeading)
	}
	signing := false
	tb.Rows = make([]StagedRow, 0, t.to-t.from)
	for i := t.from; i < t.to; i++ {
		if i%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return false, err
			}
			step(i)
		}
		row := &t.grid.Rows[i]
		signing = t.row(i, row, fd.repeats[i], signing)
	}
	tb.Encoding = t.encoding()
	if len(tb.Rows) == 0 {
		tb.Issues = append(tb.Issues, Issue{Severity: Error, Code: "intake.no-rows", Column: -1, Args: []any{tb.Sheet}, Group: GroupMissing})
	}
	t.tableIssues()
	return true, nil
}

// index makes the quick ways from a column to its meaning.
func (t *reading) index() {
	clear(t.byField)
	most := 0
	for i, c := range t.table.Columns {
		most = max(most, c.Index)
		if !t.unread[i] {
			t.byField[c.Field] = append(t.byField[c.Field], i)
		}
	}
	t.at = make([]int, most+1)
	for i, c := range t.table.Columns {
		if c.Field == FieldOther || c.Field == FieldNone {
			continue
		}
		t.at[c.Index] = i + 1
	}
	t.vals = make([]value, len(t.table.Columns))
	t.above = make([]value, len(t.table.Columns))
	for _, c := range t.table.Columns {
		switch c.Field {
		case FieldOrdinal, FieldName, FieldFamily, FieldGiven, FieldCollective, FieldHousehold, FieldOther, FieldNone, FieldForm, FieldKey:
		default:
			t.factful = true
		}
	}
	t.onlyFemale = len(t.byField[FieldFemale]) > 0 && len(t.byField[FieldMale]) == 0 && len(t.byField[FieldGender]) == 0
}

// beside leaves the right one of two lists out that stand side by side where
// the sheet could not be parted between them: a row cannot be two nominees.
func (t *reading) beside() {
	at := besideAt(t.table.Columns)
	if at == 0 {
		return
	}
	for k := range t.table.Columns {
		if c := &t.table.Columns[k]; c.Index >= at {
			c.Field = FieldOther
		}
	}
	t.table.Issues = append(t.table.Issues, Issue{Severity: Error, Code: "intake.lists-beside", Column: at, Args: []any{ColumnName(at)}, Group: GroupColumn})
}

// counts tells a table of sums: its name columns hold numbers, or the marks
// under "Tập thể" and "Cá nhân" are how many there are and nobody is named.
func (t *reading) counts() bool {
	numbers, texts := 0, 0
	counted := nameField
	if !slices.ContainsFunc(t.table.Columns, func(c Column) bool { return nameField(c.Field) }) {
		counted = func(f Field) bool { return f == FieldKindMark }
	}
	for i := t.from; i < t.to && texts+numbers < sampleCells; i++ {
		row := &t.grid.Rows[i]
		for j := range row.Cells {
			c := &row.Cells[j]
			if c.Col < 0 || c.Col >= len(t.at) || t.at[c.Col] == 0 || !counted(t.table.Columns[t.at[c.Col]-1].Field) {
				continue
			}
			if text := t.read(c).text; text != "" {
				if c.Kind == Number || digitsOnly(text) {
					numbers++
				} else {
					texts++
				}
			}
		}
	}
	return numbers > 2*texts && numbers > 0
}

// makesSense tells whether columns told by their cells alone make a list of
// nominees: names, and what is asked for them.
func (t *reading) makesSense() bool {
	has := func(fields ...Field) bool {
		for _, f := range fields {
			if len(t.byField[f]) > 0 {
				return true
			}
		}
		return false
	}
	return has(FieldName, FieldFamily, FieldCollective, FieldHousehold) && has(FieldAward, FieldTitle, FieldAwardMark, FieldAwardCode)
}

// survey looks at the whole list once for what single rows cannot tell.
func (t *reading) survey() {
	if len(t.byField[FieldAward])+len(t.byField[FieldTitle])+len(t.byField[FieldAwardMark])+len(t.byField[FieldAwardCode])+len(t.byField[FieldTitleCode]) > 0 {
		t.titleAward = ""
	}
	t.lastColumn = t.table.Columns[len(t.table.Columns)-1].Index
	t.delimited = (t.book.Format == "csv" || t.book.Format == "txt") && t.mostlyWithin()
	numbered, named, people, forms, marks := 0, 0, 0, 0, 0
	nameCol, ordCol := -1, -1
	for _, f := range []Field{FieldName, FieldFamily, FieldCollective, FieldHousehold} {
		if l := t.byField[f]; len(l) > 0 && nameCol < 0 {
			nameCol = t.table.Columns[l[0]].Index
		}
	}
	if l := t.byField[FieldOrdinal]; len(l) > 0 {
		ordCol = t.table.Columns[l[0]].Index
	}
	for i := t.from; i < t.to && named < sampleCells; i++ {
		row := &t.grid.Rows[i]
		if row.Hidden {
			continue
		}
		var text, style string
		for j := range row.Cells {
			c := &row.Cells[j]
			switch c.Col {
			case nameCol:
				text = t.read(c).text
			case ordCol:
				style = ordinalStyle(t.read(c).text, "")
			}
		}
		single := style == styleNumber || style == stylePart
		if single {
			numbered++
		}
		if text == "" {
			continue
		}
		named++
		if !isASCII(text) {
			marks++
		}
		switch f, n := t.lx.formAt(cutNumber(text)); {
		case n > 0 && !f.rank:
			forms++
			people++
		case n > 0 || (single || ordCol < 0) && !t.lx.startsUnit(tokens(text)) && !t.lx.saysHousehold(text):
			people++
		}
	}
	t.numbered = numbered > 0 && numbered*3 >= named
	t.plainNames = marks*4 < named
	t.surnameOng = people >= 4 && forms*2 < people
}

// tableIssues says what concerns the list as a whole.
func (t *reading) tableIssues() {
	tb := t.table
	if t.titleAward != "" && len(tb.Rows) > 0 {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: "intake.award-from-title", Field: string(FieldAward), Column: -1,
			Args: []any{t.awards.official[t.titleAward]}, Group: GroupAward})
	}
	if t.unitUsed {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: t.unitFrom, Field: string(FieldUnit), Column: -1,
			Args: []any{t.titleUnit}, Group: GroupUnit})
	}
	if t.plainNames && slices.ContainsFunc(tb.Rows, func(r StagedRow) bool { return r.Kind == Individual && toneless(r.Name) }) {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: "intake.names-plain", Field: string(FieldName), Column: -1, Group: GroupText})
	}
	if n := len(t.passed); n > 0 {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: "intake.rows-hidden", Column: -1, Args: []any{n, numbersText(t.passed)}, Group: GroupMissing})
	}
	if t.onlyFemale {
		tb.Issues = append(tb.Issues, Issue{Severity: Warning, Code: "intake.gender-by-blank", Field: string(FieldGender), Column: -1, Group: GroupContrary})
	}
	if len(t.byField[FieldName])+len(t.byField[FieldFamily])+len(t.byField[FieldCollective])+len(t.byField[FieldHousehold]) == 0 && len(t.unread) == 0 {
		tb.Issues = append(tb.Issues, Issue{Severity: Error, Code: "intake.no-name-column", Field: string(FieldName), Column: -1, Group: GroupColumn})
	}
}

// numbersText lists the first of some row numbers.
func numbersText(rows []int) string {
	var b strings.Builder
	for i, n := range rows {
		if i == 10 {
			b.WriteString(", …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// settleSeen takes away the warnings a person has looked at and found right.
func settleSeen(tables []Table, a *Answers) {
	if len(a.Seen) == 0 {
		return
	}
	for k := range tables {
		tb := &tables[k]
		for i := range tb.Rows {
			r := &tb.Rows[i]
			r.Issues = slices.DeleteFunc(r.Issues, func(is Issue) bool {
				return is.Severity == Warning && a.Seen[CellRef(tb.Sheet, r.Row, Field(is.Field))+"/"+is.Code]
			})
		}
	}
}

// fieldLabel is what an officer calls a field: its first heading in the table.
func fieldLabel(f Field) string {
	for _, l := range tableLines("headings.tsv", 2) {
		if Field(l[0]) == f {
			if alts := alternatives(l[1]); len(alts) > 0 {
				return alts[0]
			}
		}
	}
	return string(f)
}
