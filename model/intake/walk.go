package intake

import (
	"slices"
	"strings"
)

// row takes one row of the sheet. signing tells that the signatures have begun.
func (t *reading) row(i int, row *Row, repeated, signing bool) bool {
	if row.Hidden {
		if t.twoCells(row) {
			t.passed = append(t.passed, row.Number)
		}
		t.skip(row, SkipHidden)
		return signing
	}
	if t.elsewhere {
		t.skip(row, SkipTotal)
		return signing
	}
	if repeated || row.Number <= t.table.HeadBottom {
		t.skip(row, SkipHeading)
		t.belowHead = true
		return signing
	}
	below := t.belowHead
	t.belowHead = false
	t.fill(row)
	s := t.look(row)
	if s.filled == 0 || s.filled == 1 && s.ordinal != "" && s.name == "" {
		if t.outside && signing {
			t.skip(row, SkipSignature)
		} else if !t.outside || s.filled == 1 {
			t.skip(row, SkipBlank)
		} else {
			t.skip(row, SkipSignature)
		}
		return signing
	}
	if t.dotted() {
		t.skip(row, SkipBlank)
		return signing
	}
	if (below || len(t.table.Rows) == 0) && t.numbers(row) {
		t.skip(row, SkipNumbers)
		return signing
	}
	if t.withdrawn() {
		t.skip(row, SkipHidden)
		t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.row-withdrawn", Column: -1, Args: []any{row.Number, s.name}, Group: GroupMissing})
		return signing
	}
	if s.struck || len(t.opt.Answers.Left) > 0 && t.opt.Answers.Left[RowRef(t.table.Sheet, row.Number)] {
		if s.struck {
			t.passed = append(t.passed, row.Number)
		}
		t.skip(row, SkipHidden)
		return signing
	}
	if t.otherHead(s) {
		t.elsewhere = true
		t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.table-unread", Column: -1, Args: []any{row.Number, s.name}, Group: GroupColumn})
		t.skip(row, SkipHeading)
		return signing
	}
	if signing {
		if t.numberedRecord(s) || t.awarded(s) {
			signing = false
		} else {
			if t.titled(s) {
				t.skip(row, SkipTitle)
			} else {
				t.skip(row, SkipSignature)
			}
			return true
		}
	}
	if t.footing {
		if s.alone && !t.numberedRecord(s) && !t.awarded(s) && !t.announces(s) {
			t.skip(row, SkipSignature)
			return signing
		}
		t.footing = false
	}
	if row.Number == t.lastRow+1 && t.goesOn(s) {
		t.join(row)
		t.lastRow = row.Number
		return signing
	}
	if row.Number == t.lastRow+1 && t.postBelow(s) {
		t.addPost(row, s)
		t.lastRow = row.Number
		return signing
	}
	if s.facts > 0 && s.name != "" && digitsOnly(s.ordinal) || s.again && s.filled > 0 {
		t.take(row, s) // the usual row
		return signing
	}
	switch {
	case t.total(s):
		t.skip(row, SkipTotal)
	case t.signs(s):
		t.skip(row, SkipSignature)
		return true
	case s.alone && pageLine.MatchString(strings.ToLower(s.name)):
		t.skip(row, SkipTitle)
	case s.alone && footnote.MatchString(strings.ToLower(s.name)) && !t.announces(s):
		t.footing = true
		t.skip(row, SkipSignature)
	case t.titled(s):
		t.skip(row, SkipTitle)
	default:
		if g, ok := t.isGroup(i, s); ok {
			t.open(g)
			t.skip(row, SkipGroup)
			return signing
		}
		if s.stray && !digitsOnly(s.ordinal) {
			t.skip(row, SkipSignature) // a remark written into the first column
			return signing
		}
		t.take(row, s)
	}
	return signing
}

func (t *reading) take(row *Row, s shape) {
	n := len(t.table.Rows)
	t.table.Rows = append(t.table.Rows, StagedRow{})
	t.record(&t.table.Rows[n].Record, row, s)
	t.after, t.lastRow = n+1, row.Number
}

// dotted tells a row in which nothing is written but dots, strokes or the zeros
// of formulas over empty cells: the place a form leaves for more.
func (t *reading) dotted() bool {
	some := false
	for i := range t.vals {
		v := &t.vals[i]
		if v.text == "" || v.merged {
			continue
		}
		if v.text != "0" && strings.Trim(v.text, " .…_-–—/") != "" {
			return false
		}
		some = true
	}
	return some && !t.outside
}

// goesOn tells a row that only continues the nominee above: its name is merged
// down from there, or it holds nothing but more of the achievement.
func (t *reading) goesOn(s shape) bool {
	n := len(t.table.Rows)
	if n == 0 || s.ordinal != "" || t.belowHead {
		return false
	}
	more := t.val(FieldAchievement)
	if more.text == "" || more.merged || placeDate.MatchString(more.text) || signOnly.MatchString(strings.ToLower(more.text)) {
		return false
	}
	for i := range t.vals {
		if v := &t.vals[i]; v.text != "" && !v.merged && t.table.Columns[i].Field != FieldAchievement {
			return false
		}
	}
	if t.after != n {
		return false // a group, a sum or a blank row stands between
	}
	for _, f := range []Field{FieldName, FieldFamily, FieldCollective, FieldHousehold} {
		if v := t.val(f); v.text != "" {
			return v.merged
		}
	}
	return !t.outside
}

// join adds a row's achievement and cells to the nominee above.
func (t *reading) join(row *Row) {
	r := &t.table.Rows[len(t.table.Rows)-1]
	r.Achievement = strings.TrimSpace(r.Achievement + " " + t.sentence(FieldAchievement))
	r.Raw = append(slices.Clone(r.Raw), t.raw(row)...)
	r.Issues = append(r.Issues, Issue{Severity: Warning, Code: "intake.row-joined", Field: string(FieldAchievement), Column: -1, Args: []any{row.Number}, Group: GroupSplit})
}

// twoCells tells a row in which more is written than one remark.
func (t *reading) twoCells(row *Row) bool {
	n := 0
	for j := range row.Cells {
		if !t.blank(&row.Cells[j]) {
			n++
		}
	}
	return n >= 2
}

// otherHead tells the heading of a table below the list that is none itself:
// "TT, Nội dung, Số lượng" over its sums.
func (t *reading) otherHead(s shape) bool {
	if s.ordinal == "" || s.name == "" || s.facts == 0 || digitsOnly(s.ordinal) {
		return false
	}
	f, ok := t.heads.exact(s.ordinal)
	if !ok || f != FieldOrdinal {
		return false
	}
	_, ok = t.heads.exact(s.name)
	return ok
}

// postBelow tells a row that holds nothing but the post of the nominee above,
// in a list that has no column for posts.
func (t *reading) postBelow(s shape) bool {
	n := len(t.table.Rows)
	if n == 0 || t.after != n || s.ordinal != "" || s.name == "" || s.facts > 0 || s.again || t.outside ||
		len(t.byField[FieldPosition])+len(t.byField[FieldPositionUnit]) > 0 {
		return false
	}
	above := &t.table.Rows[n-1]
	if above.Kind != Individual || above.Position != "" || above.Name == "" {
		return false
	}
	merged := false
	for i := range t.vals {
		switch v := &t.vals[i]; {
		case v.text == "":
		case v.merged:
			merged = true
		case !nameField(t.table.Columns[i].Field):
			return false
		}
	}
	toks := tokens(s.name)
	post := t.lx.positions.atTokens(toks)
	return post > 0 && (post == len(toks) || merged)
}

// addPost gives the nominee above the post that stands in a row of its own.
func (t *reading) addPost(row *Row, s shape) {
	r := &t.table.Rows[len(t.table.Rows)-1]
	t.issues = t.issues[:0]
	had := r.Unit
	t.splitInto(&r.Record, s.name)
	if had == "" && r.Unit != "" {
		r.Issues = slices.DeleteFunc(r.Issues, func(is Issue) bool { return is.Code == "intake.unit-missing" })
		t.unit(&r.Record)
	}
	r.Raw = append(slices.Clone(r.Raw), t.raw(row)...)
	r.Issues = append(r.Issues, t.issues...)
	r.Issues = append(r.Issues, Issue{Severity: Warning, Code: "intake.row-joined", Field: string(FieldPosition), Column: -1, Args: []any{row.Number}, Group: GroupSplit})
}

// announces tells a line that opens the part of one kind.
func (t *reading) announces(s shape) bool {
	_, text := cutOrdinal(strings.TrimLeft(s.name, "*+•-–— "))
	return t.lx.kindOf(groupText(text)) != ""
}

// numberedRecord tells a true nominee below what looked like a signature.
func (t *reading) numberedRecord(s shape) bool {
	st := ordinalStyle(s.ordinal, "")
	return (st == styleNumber || st == stylePart) && s.name != "" && (s.facts > 0 || !t.factful)
}

// awarded tells a nominee without a number: a name and a known award.
func (t *reading) awarded(s shape) bool {
	if s.name == "" {
		return false
	}
	v := t.val(FieldAward)
	if v.text == "" {
		v = t.val(FieldTitle)
	}
	if v.text == "" || v.merged {
		return false
	}
	_, ok := t.awards.exact(v.text)
	return ok
}

// withdrawn tells a row the agency took back by a remark.
func (t *reading) withdrawn() bool {
	v := t.val(FieldNote)
	if v.text == "" || len(v.text) > 120 || v.merged {
		return false
	}
	key := phraseKey(v.text)
	if t.lx.withdrawn[key] {
		return true
	}
	for _, w := range t.lx.takenBack {
		if strings.HasPrefix(key+" ", w+" ") {
			return true
		}
	}
	return false
}

func (t *reading) skip(row *Row, reason string) {
	t.after = -1
	t.table.Skipped = append(t.table.Skipped, Skip{row.Number, reason})
}

// skipAbove sorts the rows above a heading.
// listAbove says that numbered rows stand above a heading: a list whose own
// heading was not understood must not go lost as if it were a title.
func (t *reading) listAbove(from, to int) {
	var rows []int
	for i := from; i < to; i++ {
		row := &t.grid.Rows[i]
		filled, counted := 0, false
		for j := range row.Cells {
			text := t.read(&row.Cells[j]).text
			if text == "" || row.Hidden {
				continue
			}
			if filled == 0 {
				counted = isNumeral(strings.TrimRight(text, "."))
			}
			filled++
		}
		if counted && filled >= 3 {
			rows = append(rows, row.Number)
		}
	}
	if len(rows) >= 2 {
		t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.rows-above", Column: -1, Args: []any{numbersText(rows)}, Group: GroupColumn})
	}
}

func (t *reading) skipAbove(row *Row) {
	switch {
	case row.Hidden:
		t.skip(row, SkipHidden)
	case !slices.ContainsFunc(row.Cells, func(c Cell) bool { return !t.blank(&c) }):
		t.skip(row, SkipBlank)
	default:
		t.skip(row, SkipTitle)
	}
}
