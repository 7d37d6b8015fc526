package intake

import (
	"slices"
	"strings"

	"thidua/model/viet"
)

// tallyOf counts what the first cells of a column hold.
type tallyOf struct{ all, marks, dates, forms, kinds, numbers int }

func (t *reading) tally(col int) (n tallyOf) {
	t.sample(col, func(c *Cell, text string) {
		n.all++
		if isMark(text) {
			n.marks++
		} else if text[0] >= '0' && text[0] <= '9' {
			n.numbers++
		}
		if _, ok := looksDated(c, text); ok {
			n.dates++
		}
		if _, ok := t.lx.formOnly(text); ok {
			n.forms++
		}
		if _, ok := t.lx.kinds[phraseKey(text)]; ok {
			n.kinds++
		}
	})
	return n
}

// byCells mends the meaning of columns whose heading alone is ambiguous.
func (t *reading) byCells() {
	for i := range t.table.Columns {
		c := &t.table.Columns[i]
		if t.fixed[c.Index] {
			continue
		}
		switch c.Field {
		case FieldMale, FieldFemale:
			if n := t.tally(c.Index); n.dates > n.marks && !strings.Contains(strings.ToLower(c.Header), "tuổi") {
				c.Field = map[Field]Field{FieldMale: FieldBirthMale, FieldFemale: FieldBirthFemale}[c.Field]
			}
		case FieldBirthMale, FieldBirthFemale:
			if n := t.tally(c.Index); n.all > 0 && n.marks == n.all {
				c.Field = map[Field]Field{FieldBirthMale: FieldMale, FieldBirthFemale: FieldFemale}[c.Field]
			}
		case FieldAwardMark:
			// "Bằng khen" over a column of names of awards is the award itself.
			// A count ("01", the sum below) marks it as an x does.
			if n := t.tally(c.Index); n.all > 0 && (n.marks+n.numbers)*2 < n.all {
				c.Field, c.Award = FieldAward, ""
			}
		case FieldName, FieldCollective, FieldHousehold, FieldUnit, FieldAward, FieldTitle:
			kind, ok := t.lx.kinds[phraseKey(lastPart(c.Header))]
			n := t.tally(c.Index)
			switch {
			case ok && n.all > 0 && n.marks*2 > n.all:
				c.Field, c.Kind = FieldKindMark, kind
			case c.Field == FieldName && n.all > 0 && n.forms*10 > n.all*8:
				c.Field = FieldForm // "Ông (bà)" beside "Họ và tên"
			case c.Field == FieldName && n.all > 0 && n.kinds*10 > n.all*8:
				c.Field = FieldKind // "Đối tượng (TT/CN/HGĐ)"
			}
		case FieldIDNumber:
			if n := t.tally(c.Index); n.all > 0 && n.dates*2 > n.all {
				c.Field = FieldOther // "Ngày cấp căn cước"
			}
		case FieldEthnicity:
			if n := t.tally(c.Index); n.all > 0 && n.numbers*2 > n.all {
				c.Field = FieldOther // "DT" over telephone numbers
			}
		case FieldKindMark:
			if n := t.tally(c.Index); n.marks*2 < n.all {
				c.Field = map[string]Field{Individual: FieldName, Collective: FieldCollective, Household: FieldHousehold}[c.Kind]
			}
		}
	}
}

// isMark names what people write in a column that only asks "is it this one?".
func isMark(s string) bool {
	switch s {
	case "x", "X", "v", "V", "1", "+", "*", "✓", "✔", "√", "☑", "☒", "xx", "có", "Có", "ü", "P", "●", "•", "o", "O", "×", "(x)", "(X)", "[x]", "[X]":
		return true
	}
	return false
}

// contents recognises, by what its cells hold, a column whose heading says
// nothing. Such a column is never sure: the person is asked.
func (t *reading) contents() {
	has := func(fields ...Field) bool {
		return slices.ContainsFunc(t.table.Columns, func(c Column) bool { return slices.Contains(fields, c.Field) })
	}
	type guess struct {
		field  Field
		spoken []Field // fields that make the guess needless
		fits   func(c *Cell, text string) bool
	}
	guesses := []guess{
		{FieldOrdinal, []Field{FieldOrdinal}, func(c *Cell, s string) bool {
			return digitsOnly(s) && len(s) <= 4 && atoi(s) < 5000 && (c.Kind == Number || len(s) < 4)
		}},
		{FieldAward, []Field{FieldAward, FieldTitle, FieldAwardMark, FieldAwardCode, FieldTitleCode}, func(_ *Cell, s string) bool { _, ok := t.awards.exact(s); return ok }},
		{FieldIDNumber, []Field{FieldIDNumber}, func(c *Cell, s string) bool { id, why := readID(c, s); return why == idFine && len(id) == 12 }},
		{FieldGender, []Field{FieldGender, FieldMale, FieldFemale, FieldBirthMale}, func(_ *Cell, s string) bool { k := viet.Key(s); return k == "nam" || k == "nữ" }},
		{FieldEthnicity, []Field{FieldEthnicity}, func(_ *Cell, s string) bool { return t.lx.peoples[phraseKey(s)] }},
		{FieldBirth, []Field{FieldBirth, FieldBirthMale, FieldBirthFemale, FieldBirthYear}, func(c *Cell, s string) bool {
			if c.Kind != DateNum && !strings.ContainsAny(s, "/-.") && (len(s) != 4 || !digitsOnly(s)) {
				return false
			}
			d, why := dates{}.cell(c, s)
			return (why == dateFine || why == dateOrder) && (d == 0 || t.opt.Today == 0 || plausibleBirth(d, t.opt.Today) && d.Year() <= t.opt.Today.Year()-15)
		}},
		{FieldUnit, []Field{FieldUnit, FieldPositionUnit}, func(_ *Cell, s string) bool { return t.units.known(s) }},
		{FieldPosition, []Field{FieldPosition, FieldPositionUnit}, func(_ *Cell, s string) bool {
			toks := tokens(s)
			return len(toks) > 0 && t.lx.positions.atTokens(toks) == len(toks)
		}},
		{FieldName, []Field{FieldName, FieldFamily, FieldCollective, FieldHousehold}, func(_ *Cell, s string) bool { return t.lx.likeName(s) }},
		{FieldAchievement, []Field{FieldAchievement}, func(_ *Cell, s string) bool { return strings.Count(s, " ") >= 5 && len(s) > 40 }},
	}
	for i := range t.table.Columns {
		c := &t.table.Columns[i]
		if c.Field != FieldNone || t.fixed[c.Index] || c.Hidden {
			continue
		}
		for _, g := range guesses {
			if has(g.spoken...) {
				continue
			}
			all, fit := 0, 0
			t.sample(c.Index, func(cell *Cell, text string) {
				all++
				if !isDitto(text) && !g.fits(cell, text) {
					return
				}
				fit++
			})
			if all >= 2 && fit*10 >= all*8 {
				c.Field, c.Sure = g.field, false
				break
			}
		}
	}
}

// sample calls f for the first filled cells of a column.
func (t *reading) sample(col int, f func(c *Cell, text string)) {
	n := 0
	for i := t.from; i < t.to && n < sampleCells; i++ {
		row := &t.grid.Rows[i]
		if row.Hidden {
			continue
		}
		if c := t.cell(row, col); c != nil {
			if text := t.read(c).text; text != "" {
				n++
				f(c, text)
			}
		}
	}
}

// holdsNames tells a column of names of people and bodies, whatever its heading says.
func (t *reading) holdsNames(col int) bool {
	all, fit := 0, 0
	t.sample(col, func(_ *Cell, text string) {
		if strings.HasSuffix(text, ":") || t.lx.kindOf(groupText(text)) != "" {
			return // a line that announces the rows below
		}
		all++
		if len(strings.Fields(text)) <= 8 && (t.lx.likeName(text) || t.lx.startsUnit(tokens(text))) {
			fit++
		}
	})
	return all >= 2 && fit*10 >= all*6
}

// mostlyWithin tells that not every row reaches beyond the heading: no column there
// was meant, so a cell in it is a slip.
func (t *reading) mostlyWithin() bool {
	beyond, rows := 0, 0
	for i := t.from; i < t.to && rows < sampleCells; i++ {
		rows++
		if cells := t.grid.Rows[i].Cells; len(cells) > 0 && cells[len(cells)-1].Col > t.lastColumn {
			beyond++
		}
	}
	return beyond < rows
}

// givenBeside tells a column without a heading that holds single words beside
// family names.
func (t *reading) givenBeside(col int) bool {
	pairs, rows := 0, 0
	for i := t.from; i < t.to && rows < sampleCells; i++ {
		var left, right string
		if c := t.cell(&t.grid.Rows[i], col); c != nil {
			left = t.read(c).text
		}
		if c := t.cell(&t.grid.Rows[i], col+1); c != nil {
			right = t.read(c).text
		}
		if left == "" {
			continue
		}
		rows++
		if right != "" && !strings.Contains(right, " ") && hasLetter(right) && len(right) <= 16 && !isMark(right) {
			pairs++
		}
	}
	return rows > 0 && pairs*10 >= rows*6
}

// alike tells that columns say the same in every row.
func (t *reading) alike(same []int) bool {
	cols := make([]int, len(same))
	for i, k := range same {
		cols[i] = t.table.Columns[k].Index
	}
	texts := make([]string, len(cols))
	for i := t.from; i < t.to; i++ {
		clear(texts)
		for j := range t.grid.Rows[i].Cells {
			c := &t.grid.Rows[i].Cells[j]
			if k := slices.Index(cols, c.Col); k >= 0 {
				texts[k] = phraseKey(t.read(c).text)
			}
		}
		for _, s := range texts[1:] {
			if s != texts[0] {
				return false
			}
		}
	}
	return true
}
