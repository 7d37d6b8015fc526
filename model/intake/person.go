package intake

import (
	"strings"

	"thidua/model/viet"
	"thidua/model/when"
)

// gender: the sheet's own column, the marks, then Ông or Bà.
func (t *reading) gender(r *Record, p person) {
	if r.Kind == Individual {
		r.Gender = p.gender
	}
	text, ok := t.edited(r.Row, FieldGender)
	if !ok {
		text = t.val(FieldGender).text
	}
	text = t.sexAndPeople(text)
	said := ""
	switch key := strings.Trim(viet.Key(text), " .,;:"); key {
	case "":
	case "nam", "m", "male", "trai", "ông", "nam giới", "man":
		said = "male"
	case "nữ", "nu", "f", "female", "gái", "bà", "nữ giới", "phụ nữ":
		said = "female"
	default:
		if !isNothing(text) || text == "0" { // 0 and 1 stand for either, as the sheet likes
			t.warn("intake.gender-unknown", FieldGender, GroupContrary, text)
		}
	}
	male, female := t.marked(FieldMale), t.marked(FieldFemale)
	if t.val(FieldBirthMale).text != "" && !isNothing(t.val(FieldBirthMale).text) {
		male = true
	}
	if t.val(FieldBirthFemale).text != "" && !isNothing(t.val(FieldBirthFemale).text) {
		female = true
	}
	if male && female {
		// "x" beside a date says "not here".
		a, b := isMark(t.val(FieldBirthMale).text), isMark(t.val(FieldBirthFemale).text)
		if a != b {
			male, female = !a, !b
		}
	}
	switch {
	case said != "":
	case male && female:
		t.warn("intake.gender-both", FieldGender, GroupContrary)
	case male:
		said = "male"
	case female:
		said = "female"
	case t.onlyFemale && r.Kind == Individual && r.Gender == "":
		said = "male" // the sheet has one column "Nữ" with a mark for women
	}
	if said == "" {
		return
	}
	if r.Gender != "" && r.Gender != said {
		t.warn("intake.gender-contrary", FieldGender, GroupContrary, genderWord(said), genderWord(r.Gender))
	}
	r.Gender = said
}

// sexAndPeople parts "Nam/Kinh", a cell under "Giới tính, dân tộc".
func (t *reading) sexAndPeople(text string) string {
	i := strings.IndexAny(text, "/,;-–(")
	if i <= 0 {
		return text
	}
	sex, people := strings.TrimSpace(text[:i]), strings.Trim(text[i:], "/,;-–() ")
	if key := viet.Key(sex); key != "nam" && key != "nữ" || !t.lx.peoples[phraseKey(people)] {
		return text
	}
	t.tell(FieldEthnicity, people)
	return sex
}

func genderWord(g string) string {
	if g == "female" {
		return "Nữ"
	}
	return "Nam"
}

func (t *reading) marked(f Field) bool {
	v := t.val(f)
	return v.text != "" && !isNothing(v.text)
}

// birth reads the date of birth, whichever columns hold it; what stands behind
// the name counts when no column says more.
func (t *reading) birth(r *Record) {
	t.birthColumns(r)
	switch {
	case t.born == 0 || r.Kind != Individual:
	case r.Birth == 0:
		r.Birth = t.born
	case !sameBirth(r.Birth, t.born):
		t.warn("intake.birth-contrary", FieldBirth, GroupContrary, r.Birth, t.bornText)
	}
}

func (t *reading) birthColumns(r *Record) {
	if text, ok := t.edited(r.Row, FieldBirth); ok {
		if text != "" {
			d, why := dates{}.cell(nil, text)
			t.dated(r, text, d, why)
		}
		return
	}
	if text := t.named[FieldBirth]; text != "" {
		d, why := dates{}.cell(nil, text)
		t.dated(r, text, d, why)
		return
	}
	if len(t.byField[FieldBirthYear]) > 0 {
		day, month, year := t.plain(FieldBirthDay), t.plain(FieldBirthMonth), t.plain(FieldBirthYear)
		if year == "" && day == "" && month == "" {
			return
		}
		y, why := fullYear(strings.TrimSpace(year))
		w := fixedDate(y, atoi(month), atoi(day))
		if why == "" {
			why = w.why
		}
		t.dated(r, strings.Trim(day+"/"+month+"/"+year, "/"), w.fixed, why)
		return
	}
	for _, f := range []Field{FieldBirth, FieldBirthMale, FieldBirthFemale} {
		for _, i := range t.byField[f] {
			v := &t.vals[i]
			if v.text == "" || isNothing(v.text) || isMark(v.text) && (v.cell == nil || v.cell.Kind == Text || v.cell.Kind == Bool) {
				continue
			}
			order, ok := t.orders[t.table.Columns[i].Index]
			if !ok {
				order = t.order(t.table.Columns[i].Index)
				t.orders[t.table.Columns[i].Index] = order
				t.askOrder(i, order)
			}
			d, why := order.cell(v.cell, v.text)
			t.dated(r, v.text, d, why)
			return
		}
	}
}

// askOrder puts the question about day and month once for the column.
func (t *reading) askOrder(i int, d dates) {
	c := t.table.Columns[i]
	if d.ask || d.asked || d.swapped {
		t.table.Issues = append(t.table.Issues, Issue{Severity: Warning, Code: "intake.date-order-column", Field: string(FieldBirth), Column: c.Index,
			Args: []any{c.Header}, Group: GroupDate})
	}
}

func (t *reading) dated(r *Record, text string, d when.Date, why string) {
	switch why {
	case dateBad:
		t.warn("intake.date-bad", FieldBirth, GroupDate, text)
		return
	case dateWindow:
		t.warn("intake.date-century", FieldBirth, GroupDate, text)
		return
	case dateOrder:
		if d == 0 {
			t.warn("intake.date-either", FieldBirth, GroupDate, text)
			return
		}
		t.warn("intake.date-order", FieldBirth, GroupDate, text, d)
	case dateSerial:
		t.warn("intake.date-serial", FieldBirth, GroupDate, text, d)
	case dateYear:
		t.warn("intake.date-year", FieldBirth, GroupDate, text, d)
	case dateShort:
		t.warn("intake.date-short", FieldBirth, GroupDate, text, d)
	case datePacked:
		t.warn("intake.date-packed", FieldBirth, GroupDate, text, d)
	case dateBeside:
		t.warn("intake.date-beside", FieldBirth, GroupDate, text, d)
	}
	if !plausibleBirth(d, t.opt.Today) {
		t.warn("intake.birth-strange", FieldBirth, GroupDate, text)
		return
	}
	r.Birth = d
}

// id reads the identity number.
func (t *reading) id(r *Record) {
	v := t.val(FieldIDNumber)
	if v.text == "" || isNothing(v.text) || isMark(v.text) {
		return
	}
	id, why := readID(v.cell, v.text)
	r.IDNumber = id
	switch why {
	case idZero:
		t.warn("intake.id-zeros", FieldIDNumber, GroupID, v.text, id)
	case idLength:
		t.warn("intake.id-length", FieldIDNumber, GroupID, id, len(id))
	case idLost:
		t.fail("intake.id-lost", FieldIDNumber, GroupID, v.text)
	case idRounded:
		t.fail("intake.id-rounded", FieldIDNumber, GroupID, id)
	case idMore:
		t.warn("intake.id-more", FieldIDNumber, GroupID, v.text, id)
	case idOdd:
		t.warn("intake.id-odd", FieldIDNumber, GroupID, v.text)
	case idPlace:
		t.warn("intake.id-place", FieldIDNumber, GroupID, id)
	}
}

// people is the name of a people without what stands around it: "DT Chăm",
// "Raglai, Tin lành" in a column of people and religion.
func (lx *lexicon) people(s string) string {
	if !strings.ContainsAny(s, " /,;(") || lx.peoples[phraseKey(s)] {
		return peopleCase(s)
	}
	for _, word := range []string{"dân tộc ", "dt ", "dt. ", "d.tộc "} {
		if n, ok := cutFold(s, word); ok {
			s = s[n:]
		}
	}
	if i := strings.IndexAny(s, "/,;(–"); i > 0 && lx.peoples[phraseKey(s[:i])] {
		s = s[:i]
	} else if head, _, cut := strings.Cut(s, " - "); cut && lx.peoples[phraseKey(head)] {
		s = head
	}
	return peopleCase(strings.TrimSpace(s))
}

func peopleCase(s string) string {
	if viet.HasLostCase(s) {
		return viet.TitleName(s)
	}
	return s
}

// contrary looks for cells of one row that cannot both be right.
func (t *reading) contrary(r *Record) {
	if r.IDNumber == "" {
		return
	}
	genderFits, birthFits := idAgrees(r.IDNumber, r.Gender, r.Birth)
	if !genderFits {
		t.warn("intake.id-gender", FieldIDNumber, GroupContrary, r.IDNumber, genderWord(r.Gender))
	}
	if !birthFits {
		_, y, _ := idSays(r.IDNumber)
		t.warn("intake.id-birth", FieldIDNumber, GroupContrary, r.IDNumber, y, r.Birth)
	}
}
