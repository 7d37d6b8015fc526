package intake

import (
	"slices"
	"strings"
)

// resolve tells what a column means from its heading texts, the group first.
func (f *finder) resolve(path []string) (Column, int) {
	leaf := path[len(path)-1]
	lg := f.heads.field(leaf)
	if len(path) == 1 {
		if lg.how < byWords {
			if code, ok := f.award(leaf); ok {
				return Column{Field: FieldAwardMark, Award: code}, whole
			}
		}
		return Column{Field: lg.field}, lg.how
	}
	group := path[:len(path)-1]
	parent := group[len(group)-1]
	pg := f.heads.field(parent)
	for i := len(group) - 2; i >= 0 && pg.how == unknown; i-- {
		pg = f.heads.field(group[i])
	}
	if of := phraseKey(parent); of == "tuổi" || of == "độ tuổi" {
		switch phraseKey(leaf) { // an age under "Nam" says that it is a man
		case "nam":
			return Column{Field: FieldMale}, whole
		case "nữ":
			return Column{Field: FieldFemale}, whole
		}
	}
	if pg.field == FieldOther && pg.how >= byWords {
		return Column{Field: FieldOther}, pg.how // "Các hình thức đã được khen thưởng"
	}
	birth := pg.field == FieldBirth
	switch key := phraseKey(leaf); key {
	case "nam":
		if birth {
			return Column{Field: FieldBirthMale}, whole
		}
		return Column{Field: FieldMale}, whole
	case "nữ":
		if birth {
			return Column{Field: FieldBirthFemale}, whole
		}
		return Column{Field: FieldFemale}, whole
	case "ngày", "tháng", "năm":
		if birth {
			return Column{Field: map[string]Field{"ngày": FieldBirthDay, "tháng": FieldBirthMonth, "năm": FieldBirthYear}[key]}, whole
		}
		return Column{Field: FieldOther}, whole
	case "họ", "họ đệm", "họ và đệm", "đệm":
		if pg.field == FieldName {
			return Column{Field: FieldFamily}, whole
		}
	case "tên":
		if pg.field == FieldName {
			return Column{Field: FieldGiven}, whole
		}
		if pg.how > unknown {
			return Column{Field: pg.field}, pg.how
		}
	case "số":
		if pg.how > unknown {
			return Column{Field: pg.field}, pg.how
		}
		return Column{Field: FieldOther}, byWords
	case "loại", "hình thức", "cấp", "cấp khen", "cấp tặng", "cấp khen thưởng":
		if pg.field == FieldAward {
			return Column{Field: FieldAward}, whole
		}
	case "chính quyền", "chuyên môn":
		if pg.field == FieldPosition {
			return Column{Field: FieldPosition}, whole
		}
	case "đảng", "đoàn thể", "đảng đoàn thể", "kiêm nhiệm":
		return Column{Field: FieldOther}, whole
	}
	// Awards and kinds as sub-columns carry marks; what the column really holds
	// is looked at again when its cells are known.
	if code, ok := f.award(parent + " " + leaf); ok {
		return Column{Field: FieldAwardMark, Award: code}, whole // "BK" over "TTg"
	}
	if code, ok := f.award(leaf); ok && (pg.how == unknown || pg.field == FieldAward || pg.field == FieldTitle) {
		return Column{Field: FieldAwardMark, Award: code}, whole
	}
	if kind, ok := f.lx.kinds[phraseKey(leaf)]; ok && (pg.field == FieldName || pg.field == FieldKind || pg.field == FieldClass) {
		switch lg.field {
		case FieldCollective, FieldHousehold, FieldName:
			return Column{Field: lg.field, Kind: kind}, whole
		}
		return Column{Field: FieldKindMark, Kind: kind}, whole
	}
	if field, ok := f.heads.exact(strings.Join(path, " ")); ok {
		return Column{Field: field}, whole
	}
	if lg.how >= byWords {
		return Column{Field: lg.field}, lg.how
	}
	if pg.how > unknown && pg.field != FieldOrdinal {
		return Column{Field: pg.field}, min(pg.how, byWords)
	}
	return Column{Field: lg.field}, lg.how
}

// pending is a field whose columns wait for a person's choice.
type pending struct {
	field   Field
	columns [4]any // two of them: their headings, then their letters
}

// settle makes one meaning of each column: answers first, then what the cells
// show, then the choice between columns that fit one field. What cannot be
// chosen is left to the person: none of the columns is read.
func (t *reading) settle() {
	t.answered()
	t.byCells()
	t.contents()
	t.names()
	t.choose()
	t.index()
}

// answered takes over what a person said for an earlier file of this sender, and
// for this file.
func (t *reading) answered() {
	for i := range t.table.Columns {
		c := &t.table.Columns[i]
		if field, ok := t.opt.Mapping[HeadingKey(c.Header)]; ok && c.Header != "" {
			c.Field, c.Sure = field, true
			t.told[c.Index] = true
		}
	}
	for i := range t.table.Columns {
		c := &t.table.Columns[i]
		field, ok := t.opt.Answers.Columns[ColumnRef(t.table.Sheet, t.table.Part, c.Index)]
		if !ok {
			continue
		}
		c.Field, c.Sure = field, true
		t.fixed[c.Index] = true
		for k := range t.table.Columns {
			o := &t.table.Columns[k]
			if k != i && o.Field == field && field != FieldOther && !t.fixed[o.Index] {
				if _, said := t.opt.Answers.Columns[ColumnRef(t.table.Sheet, t.table.Part, o.Index)]; !said {
					o.Field = FieldOther
				}
			}
		}
	}
}

func lastPart(header string) string {
	if i := strings.LastIndex(header, " / "); i >= 0 {
		return header[i+3:]
	}
	return header
}

// names settles which columns carry the nominee's name.
func (t *reading) names() {
	has := func(f Field) bool {
		return slices.ContainsFunc(t.table.Columns, func(c Column) bool { return c.Field == f })
	}
	change := func(from, to Field) {
		for i := range t.table.Columns {
			if c := &t.table.Columns[i]; c.Field == from && !t.fixed[c.Index] {
				c.Field = to
			}
		}
	}
	// "Họ và tên" merged over two columns without sub-headings holds the name in two parts.
	for i := 0; i+1 < len(t.table.Columns); i++ {
		a, b := &t.table.Columns[i], &t.table.Columns[i+1]
		if a.Field == FieldName && b.Field == FieldName && a.Header == b.Header && b.Index == a.Index+1 && !has(FieldGiven) {
			if t.tally(b.Index).all == 0 {
				b.Field = FieldOther
			} else {
				a.Field, b.Field = FieldFamily, FieldGiven
			}
		}
	}
	// The same, when only the left column carries the heading.
	for i := 0; i < len(t.table.Columns); i++ {
		a := &t.table.Columns[i]
		if a.Field != FieldName || has(FieldGiven) || slices.ContainsFunc(t.table.Columns, func(c Column) bool { return c.Index == a.Index+1 }) {
			continue
		}
		if t.givenBeside(a.Index) {
			a.Field = FieldFamily
			t.table.Columns = slices.Insert(t.table.Columns, i+1, Column{Index: a.Index + 1, Field: FieldGiven, Sure: false, Encoding: t.column(a.Index + 1)})
		}
	}
	if !has(FieldName) && !has(FieldFamily) && !has(FieldCollective) && !has(FieldHousehold) {
		change(FieldForm, FieldName) // "Tên gọi" over the names themselves
	}
	if !has(FieldName) && !has(FieldFamily) && !has(FieldCollective) && !has(FieldHousehold) {
		// "Nội dung" over the names themselves.
		for i := range t.table.Columns {
			if c := &t.table.Columns[i]; c.Field == FieldAchievement && !t.fixed[c.Index] && t.holdsNames(c.Index) {
				c.Field, c.Sure = FieldName, false
				break
			}
		}
	}
	if has(FieldFamily) && !has(FieldGiven) {
		if i := slices.IndexFunc(t.table.Columns, func(c Column) bool { return c.Field == FieldName && phraseKey(lastPart(c.Header)) == "tên" }); i >= 0 {
			t.table.Columns[i].Field = FieldGiven
		} else if !has(FieldName) {
			change(FieldFamily, FieldName)
		} else {
			change(FieldFamily, FieldOther)
		}
	}
	if has(FieldGiven) && !has(FieldFamily) {
		change(FieldGiven, FieldName)
	}
	if has(FieldFamily) && has(FieldGiven) && has(FieldName) {
		// A whole name beside its two halves: the whole one is meant.
		change(FieldFamily, FieldOther)
		change(FieldGiven, FieldOther)
	}
	if !has(FieldName) && !has(FieldFamily) && !has(FieldCollective) && !has(FieldHousehold) {
		// "Tên đơn vị" beside "Thuộc": the first names those nominated.
		if of := t.with(FieldUnit); len(of) > 1 && !t.fixed[t.table.Columns[of[0]].Index] {
			t.table.Columns[of[0]].Field = FieldCollective
		} else {
			change(FieldUnit, FieldCollective)
		}
	}
	if t.kind == Collective && !has(FieldName) && !has(FieldFamily) && !has(FieldCollective) && !has(FieldHousehold) {
		if i := slices.IndexFunc(t.table.Columns, proposes); i >= 0 && !t.fixed[t.table.Columns[i].Index] {
			t.table.Columns[i].Field, t.table.Columns[i].Sure = FieldCollective, false
		}
	}
	// "Đối tượng" beside a column of names is the class.
	if n := t.with(FieldName); len(n) > 1 {
		for _, i := range n {
			switch c := &t.table.Columns[i]; phraseKey(bracketed.ReplaceAllString(lastPart(c.Header), " ")) {
			case "đối tượng", "đối tượng khen thưởng", "loại đối tượng":
				if !t.fixed[c.Index] {
					c.Field = FieldClass
				}
			}
		}
	}
}

// with lists the positions of the columns of a field.
func (t *reading) with(f Field) (out []int) {
	for i, c := range t.table.Columns {
		if c.Field == f {
			out = append(out, i)
		}
	}
	return out
}

// many are the fields that more than one column may hold.
func many(f Field) bool {
	switch f {
	case FieldNone, FieldOther, FieldAwardMark, FieldKindMark, FieldNote:
		return true
	}
	return false
}

// choose settles columns that fit one field.
func (t *reading) choose() {
	for i := range t.table.Columns {
		f := t.table.Columns[i].Field
		if many(f) {
			continue
		}
		same := t.with(f)
		if len(same) < 2 || same[0] != i {
			continue
		}
		if last := len(same) - 1; f == FieldFamily && t.table.Columns[same[last]].Index-t.table.Columns[same[0]].Index == last {
			continue // "Họ" beside "Đệm": parts of one name
		}
		if f == FieldOrdinal {
			for _, k := range same[1:] {
				t.table.Columns[k].Field = FieldOther
			}
			continue
		}
		drop := func(keep func(c Column) bool) {
			if kept := slices.DeleteFunc(slices.Clone(same), func(k int) bool { return !keep(t.table.Columns[k]) }); len(kept) > 0 {
				for _, k := range same {
					if !slices.Contains(kept, k) {
						t.table.Columns[k].Field = FieldOther
					}
				}
				same = kept
			}
		}
		drop(func(c Column) bool { return t.fixed[c.Index] })
		drop(func(c Column) bool { return t.told[c.Index] })
		drop(func(c Column) bool { return !c.Hidden })
		drop(func(c Column) bool { return t.tally(c.Index).all > 0 })
		drop(func(c Column) bool { return c.Sure })
		if len(same) < 2 {
			continue
		}
		if f == FieldBirth && len(same) == 2 {
			if coarse := t.coarserBirth(same[0], same[1]); coarse >= 0 {
				t.table.Columns[coarse].Field = FieldOther
				continue
			}
		}
		if f == FieldAward && len(same) == 2 && t.halves(same[0], same[1]) {
			t.table.Columns[same[1]].Field = FieldTitle // read together with the first
			continue
		}
		if t.alike(same) {
			for _, k := range same[1:] {
				t.table.Columns[k].Field = FieldOther
			}
			continue
		}
		first, second := t.table.Columns[same[0]], t.table.Columns[same[1]]
		t.table.Issues = append(t.table.Issues, Issue{Severity: Error, Code: "intake.columns-clash", Field: string(f), Column: first.Index,
			Args: []any{first.Header, second.Header, fieldLabel(f), ColumnName(first.Index), ColumnName(second.Index)}, Group: GroupColumn})
		for _, k := range same {
			t.unread[k] = true
		}
		t.pending = append(t.pending, pending{consoleField(f), [4]any{first.Header, second.Header, ColumnName(first.Index), ColumnName(second.Index)}})
	}
	for _, c := range t.table.Columns {
		if c.Field == FieldNone && !c.Hidden && t.tally(c.Index).all > 0 {
			t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.column-unread", Column: c.Index, Args: []any{c.Header, ColumnName(c.Index)}, Group: GroupColumn})
		}
	}
	for i, c := range t.table.Columns {
		if !c.Sure && c.Field != FieldNone && c.Field != FieldOther && !t.unread[i] {
			t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.column-unsure", Field: string(c.Field), Column: c.Index,
				Args: []any{c.Header, fieldLabel(c.Field), ColumnName(c.Index)}, Group: GroupColumn})
		}
	}
}

// halves tells two columns that name an award together: "Bằng khen" and, beside
// it, "Thủ tướng".
func (t *reading) halves(a, b int) bool {
	all, fit := 0, 0
	for i := t.from; i < t.to && all < sampleCells; i++ {
		row := &t.grid.Rows[i]
		ca, cb := t.cell(row, t.table.Columns[a].Index), t.cell(row, t.table.Columns[b].Index)
		if row.Hidden || ca == nil || cb == nil {
			continue
		}
		all++
		if one, two := t.read(ca).text, t.read(cb).text; t.awards.joined(one, two) != "" {
			fit++
		}
	}
	return all > 0 && fit*10 >= all*8
}

// coarserBirth tells which of two columns of birth only repeats the year or
// month the other gives in full; -1 when they differ or each knows more somewhere.
func (t *reading) coarserBirth(a, b int) int {
	coarse := -1
	for i := t.from; i < t.to; i++ {
		row := &t.grid.Rows[i]
		ca, cb := t.cell(row, t.table.Columns[a].Index), t.cell(row, t.table.Columns[b].Index)
		if row.Hidden || ca == nil || cb == nil {
			continue
		}
		da, whyA := dates{}.cell(ca, t.read(ca).text)
		db, whyB := dates{}.cell(cb, t.read(cb).text)
		if whyA == dateBad || whyB == dateBad {
			continue
		}
		if da.Year() != db.Year() {
			return -1
		}
		short := b
		switch {
		case da.Month() == 0 && db.Month() != 0:
			short = a
		case da.Month() == 0 || db.Month() != 0:
			return -1
		}
		if coarse >= 0 && coarse != short {
			return -1
		}
		coarse = short
	}
	return coarse
}

// ColumnName is the letter a spreadsheet shows over a column.
func ColumnName(col int) string {
	name := ""
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
