package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua/model/viet"
)

// name reads who is nominated and of which kind. The name as written, without
// Ông, Bà or Đ/c; ranks and degrees go to the honorific.
func (t *reading) name(r *Record, groupKind string) person {
	v, nameField := t.nameCell(r.Row)
	t.labelled(&v)
	text := v.text
	if nameField == FieldOther {
		text = ""
	}
	if text == "" {
		r.Kind = t.kindBy(r, person{}, "", nameField, groupKind)
		if !t.waits(FieldName) {
			t.fail("intake.name-missing", FieldName, GroupMissing)
		}
		return person{}
	}
	// Most names hold no digit and no mark: the patterns are asked only of the others.
	bare := text
	if strings.ContainsAny(bare[len(bare)-1:], "*)]") {
		bare = footMark.ReplaceAllString(bare, "")
	}
	if strings.ContainsAny(bare, "0123456789") {
		bare = t.cutBirth(bare)
	}
	r.Kind = t.kindBy(r, person{}, bare, nameField, groupKind)
	if r.Kind != Individual {
		t.born = 0
		name := cutNumber(text)
		p := person{name: name}
		if r.Kind == Household {
			// "Ông Katơr Ba" in a section of households: the head of the house.
			if q := t.lx.cutForms(text); q.form && !t.lx.saysHousehold(text) {
				name = q.name
			}
			name = t.householdCase(name, v.old)
		} else {
			name = t.writing(name, v.old, FieldName)
		}
		if r.Kind == Collective && nameField == FieldName && t.noUnits() {
			if head, of := t.lx.bodyOf(name); of != "" {
				t.warn("intake.split-body", FieldName, GroupSplit, name, head, of)
				name, p.rest = head, of
			}
		}
		if r.Name = cutTail(name); r.Name == "" {
			t.fail("intake.name-missing", FieldName, GroupMissing)
		}
		return p
	}
	text = bare
	p := t.lx.cutForms(text)
	ong := p.form && p.honorific == "" && t.surnameOng && !viet.Surname(firstWord(p.name)) && startsAny(strings.ToLower(text), "ông", "cô")
	if ong && v.edited {
		p, ong = person{name: text}, false // the officer has said that it is the surname
	}
	if p.gender == "" || p.honorific == "" {
		t.formColumn(&p)
	}
	t.separate(&p, v.cell)
	name, half := nameCase(p.name, v.old)
	name = cutTail(name)
	p.name = name
	r.Name, r.Honorific = name, p.honorific
	if h := t.plain(FieldHonorific); h != "" && r.Honorific == "" {
		r.Honorific = h
	}
	if t.horns && v.enc == viet.TCVN3 {
		if other := viet.WithHorn(name); other != "" {
			t.warn("intake.text-either", FieldName, GroupText, name, other)
		}
	}
	switch {
	case half:
		t.warn("intake.name-case", FieldName, GroupText, name)
	case shortened(name):
		t.warn("intake.name-short", FieldName, GroupText, name)
	case oddName(name):
		t.warn("intake.name-odd", FieldName, GroupText, name)
	case t.lx.twoNames(v.cell, name):
		t.warn("intake.name-several", FieldName, GroupText, name)
	case !t.plainNames && toneless(name):
		t.warn("intake.name-toneless", FieldName, GroupText, name)
	}
	if ong {
		t.warn("intake.name-ong", FieldName, GroupText, text)
		if len(strings.Fields(p.name)) < 3 {
			p.gender = "" // a surname says nothing of it
		}
	}
	return p
}

// twoNames tells a cell that may name two people: with a dash between, or on
// two lines. "Phan Thị" above "Hồng Nhung" is one.
func (lx *lexicon) twoNames(c *Cell, name string) bool {
	for _, dash := range []string{" - ", " – "} {
		if head, tail, cut := strings.Cut(name, dash); cut {
			return lx.likeName(head) && lx.likeName(tail)
		}
	}
	if c == nil || c.Kind != Text || !strings.ContainsAny(c.Text, "\n\v") {
		return false
	}
	lines := strings.FieldsFunc(c.Text, func(r rune) bool { return r == '\n' || r == '\v' })
	if len(lines) != 2 {
		return false
	}
	// The lines are as the sheet writes them; the words of the name are read.
	words := strings.Fields(lx.cutForms(lines[0]).name)
	n, all := len(words), strings.Fields(name)
	if n < 2 || len(all)-n < 2 {
		return false
	}
	return (viet.Surname(all[n]) || n >= 3 && len(all)-n >= 3) && lx.likeName(strings.Join(all[n:], " "))
}

var (
	// bornBehind is a year or date of birth written behind the name.
	bornBehind = regexp.MustCompile(`(?i)^(.*?[\p{L}.])[\s,;:(–\-]+(?:sinh\s+năm|sinh\s+ngày|năm\s+sinh|ngày\s+sinh|sinh|sn|ns)?[\s:.]*((?:\d{1,2}\s*[/.\-]\s*){0,2}(?:19|20)\d\d)\s*\)?$`)
	// footMark is the sign of a footnote behind a name.
	footMark = regexp.MustCompile(`\s*(?:\*+|\(\*+\)|\(\d{1,2}\)|\[\d{1,2}\])$`)
)

// cutBirth takes the year or date of birth from behind the name.
func (t *reading) cutBirth(text string) string {
	m := bornBehind.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	born, why := (dates{}).cell(nil, m[2])
	if why != dateFine || !plausibleBirth(born, t.opt.Today) || !hasLetter(m[1]) {
		return text
	}
	t.born, t.bornText = born, m[2]
	return m[1]
}

// nameCell finds the cell that carries the name: one column, two halves, or
// the column of one kind.
func (t *reading) nameCell(row int) (value, Field) {
	if text, ok := t.edited(row, FieldName); ok {
		return value{repaired: repaired{text: text}, edited: true}, FieldName
	}
	if len(t.byField[FieldFamily]) > 0 {
		v := t.val(FieldFamily)
		v.text = ""
		for _, i := range slices.Concat(t.byField[FieldFamily], t.byField[FieldGiven]) { // "Họ", "Đệm", "Tên"
			if part := &t.vals[i]; part.text != "" {
				v.text = strings.TrimSpace(v.text + " " + part.text)
				v.old = v.old || part.old
			}
		}
		return v, FieldName
	}
	if v := t.val(FieldName); v.text != "" {
		return v, FieldName
	}
	if v := t.val(FieldHousehold); v.text != "" {
		return v, FieldHousehold
	}
	if v := t.val(FieldCollective); v.text != "" {
		return v, FieldCollective
	}
	return value{}, FieldOther
}

// formColumn takes Ông, Bà or a rank from the column "Tên gọi".
func (t *reading) formColumn(p *person) {
	text := t.val(FieldForm).text
	if text == "" {
		return
	}
	f, ok := t.lx.formOnly(text)
	switch {
	case ok && !f.rank:
		if p.gender == "" {
			p.gender = f.gender
		}
	case p.honorific == "" && !isNothing(text):
		p.honorific = text
	}
}

// separate parts "Ông A, Phó Giám đốc Sở …" when the sheet keeps the post in
// the name's cell: its own columns are missing or empty in this row.
func (t *reading) separate(p *person, c *Cell) {
	if t.val(FieldPosition).text != "" || t.val(FieldPositionUnit).text != "" {
		return
	}
	if c != nil && c.Kind == Text && strings.ContainsAny(strings.TrimSpace(c.Text), "\n\v") {
		// The post on a line of its own below the name.
		line := strings.TrimSpace(c.Text)
		first := *c
		first.Text = line[:strings.IndexAny(line, "\n\v")]
		head := t.lx.cutForms(t.read(&first).text).name
		if rest, ok := strings.CutPrefix(p.name, head); ok && head != "" && strings.TrimSpace(rest) != "" {
			rest = strings.Trim(rest, " ,;-–(")
			if toks := tokens(rest); t.lx.positions.atTokens(toks) > 0 || t.lx.startsUnit(toks) || t.lx.heads.atTokens(toks) > 0 {
				p.name, p.rest = strings.TrimRight(head, " ,;-–"), strings.TrimSuffix(rest, ")")
				return
			}
		}
	}
	if strings.ContainsAny(p.name, ",;(–—:-") {
		if name, rest := t.lx.splitName(p.name); rest != "" {
			p.name, p.rest = name, rest
			return
		}
	}
	// No sign between them at all: a known post of two words or more behind a
	// name of two to four.
	if toks := tokens(p.name); len(toks) >= 5 {
		for i := 2; i <= 4 && i < len(toks); i++ {
			if t.lx.positions.atTokens(toks[i:]) >= 2 {
				p.rest = p.name[toks[i].from:]
				p.name = cutEnd(p.name[:toks[i].from])
				t.warn("intake.split-unsure", FieldName, GroupSplit, p.name+" "+p.rest, p.rest, "")
				return
			}
		}
	}
}

// kindBy decides between person, household and collective: a person's answer,
// the row's own column, the section, the heading, then the words themselves.
func (t *reading) kindBy(r *Record, p person, text string, from Field, groupKind string) string {
	if kinds := t.opt.Answers.Kinds; len(kinds) > 0 {
		if k, ok := kinds[RowRef(t.table.Sheet, r.Row)]; ok {
			return k
		}
	}
	for _, f := range []Field{FieldKind, FieldClass} {
		if said := t.val(f).text; said != "" {
			if k := t.lx.kindOf(said); k != "" && t.kindFits(k, text) {
				return k
			}
		}
	}
	if marks := t.byField[FieldKindMark]; len(marks) > 0 {
		found := ""
		for _, i := range marks {
			if v := t.vals[i].text; v != "" && !isNothing(v) {
				if found != "" && found != t.table.Columns[i].Kind {
					t.warn("intake.kind-both", FieldKind, GroupKind)
				}
				found = t.table.Columns[i].Kind
			}
		}
		if found != "" {
			return found
		}
	}
	looks, certain := t.looksLike(text)
	switch {
	case from == FieldHousehold:
		return Household
	case from == FieldCollective && !(looks == Individual && certain):
		if looks == Household && certain {
			return Household
		}
		return Collective
	case groupKind != "":
		if groupKind == Individual && looks == Collective && t.mayBeName(text) {
			certain = false
		}
		if certain && looks != groupKind && text != "" && !(groupKind == Household && looks == Individual) {
			t.warn("intake.kind-contrary", FieldKind, GroupKind, kindWord(groupKind), kindWord(looks), text)
		}
		return groupKind
	}
	if t.kind == Individual && looks == Collective && t.mayBeName(text) {
		return Individual
	}
	if t.kind != "" && !(certain && looks != t.kind) {
		return t.kind
	}
	if text != "" && looks == "" {
		t.warn("intake.kind-unsure", FieldKind, GroupKind, text)
		return Individual
	}
	if looks == "" {
		return Individual
	}
	if looks != Individual && t.bearsName(text) {
		t.warn("intake.kind-unsure", FieldKind, GroupKind, text)
		if looks == Collective {
			return Individual
		}
	}
	return looks
}

// bearsName tells a text that begins like a body's name or a household's and
// goes on as only names of people do: "Phòng Thị Na", "Hộ Văn Thọ".
func (t *reading) bearsName(text string) bool {
	words := strings.Fields(text)
	if len(words) < 3 || len(words) > 4 || !t.mayBeName(text) {
		return false
	}
	switch strings.ToLower(words[1]) {
	case "thị", "thì", "hữu", "bá", "tấn", "nữ":
		return true
	case "văn": // "Phòng Văn Hóa", "Trường Văn Lang"
		switch viet.Key(words[2]) {
		case viet.Key("hóa"), "nghệ", "học", "phòng", "thư", "minh", "lang", "hiến":
			return false
		}
		return true
	}
	return false
}

// mayBeName tells a text that begins like a body's name and may be a person's:
// "Trường Sơn", "Phòng Thị Na".
func (t *reading) mayBeName(text string) bool {
	n := len(strings.Fields(text))
	return n <= 4 && capitals(text) && !t.lx.shouting(text) && !strings.ContainsAny(text, "0123456789-") && !t.units.known(text)
}

// kindFits keeps a class of persons put on a collective, or the other way
// round, from deciding against the words of the name.
func (t *reading) kindFits(kind, text string) bool {
	looks, certain := t.looksLike(text)
	return !certain || looks == kind || text == "" || kind == Household && looks == Individual
}

// looksLike judges a name by its own words and by what else the row gives.
func (t *reading) looksLike(text string) (kind string, certain bool) {
	if text == "" {
		return "", false
	}
	if t.lx.saysHousehold(text) {
		return Household, true
	}
	if k, ok := t.judged[text]; ok && k == Collective {
		return Collective, true
	}
	bare := cutNumber(text)
	if _, n := t.lx.formAt(bare); n > 0 && namesBehind(strings.TrimLeft(bare[n:], " .,:")) {
		return Individual, true
	}
	toks := tokens(bare)
	if t.lx.startsUnit(toks) && len(toks) > 4 && !capitals(bare) && !t.lx.shouting(bare) {
		return t.judgedBody(text), true // whatever day it was founded
	}
	if t.filled(FieldBirth, FieldBirthMale, FieldBirthFemale, FieldBirthYear, FieldIDNumber, FieldGender, FieldEthnicity) {
		return Individual, true
	}
	if len(toks) <= 4 && capitals(bare) && !t.lx.acronym(bare) {
		// "Trường Giang", a clerk: people may be called like bodies.
		post, both := tokens(t.val(FieldPosition).text), tokens(t.val(FieldPositionUnit).text)
		if len(post) > 0 && t.lx.positions.atTokens(post) == len(post) || t.lx.positions.atTokens(both) > 0 {
			return Individual, true
		}
	}
	if t.lx.startsUnit(toks) && (len(toks) > 1 || t.lx.shouting(bare)) {
		return t.judgedBody(text), true
	}
	if t.filled(FieldPosition, FieldMale, FieldFemale) {
		return Individual, true
	}
	if name, rest := t.lx.splitName(bare); rest != "" {
		bare, toks = name, tokens(name)
		if len(toks) <= 6 {
			return Individual, true
		}
	}
	for i := 2; i <= 4 && i < len(toks); i++ {
		if t.lx.positions.atTokens(toks[i:]) >= 2 {
			return Individual, true // the post on the line below the name
		}
	}
	if i := strings.Index(bare, " ("); i > 0 {
		toks = tokens(bare[:i]) // the other name a person goes by
	}
	if len(toks) >= 2 && len(toks) <= 6 && !strings.ContainsAny(bare, "0123456789") && !phrase(bare) {
		return Individual, false
	}
	return "", false
}

// judgedBody remembers a text that names a body.
func (t *reading) judgedBody(text string) string {
	if len(t.judged) < memoryLimit {
		t.judged[text] = Collective
	}
	return Collective
}

// phrase tells words of which half or more begin small though others do not:
// "Bà con tộc họ Mấu" is nobody's name.
func phrase(s string) bool {
	small, words := 0, strings.Fields(s)
	for _, w := range words {
		if startsLower(w) {
			small++
		}
	}
	return small >= 2 && small*2 >= len(words) && small < len(words)
}

// capitals tells a text of two words or more that all begin with a capital, as
// names of people do.
func capitals(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !startsUpper(w) {
			return false
		}
	}
	return len(words) >= 2
}

// filled tells that the row says something in one of the fields.
func (t *reading) filled(fields ...Field) bool {
	for _, f := range fields {
		if v := t.val(f); v.text != "" && !isNothing(v.text) && !isDitto(v.text) {
			return true
		}
	}
	return false
}

// saysHousehold tells "Hộ ông …", "Gia đình bà …", "Vợ chồng ông …".
func (lx *lexicon) saysHousehold(text string) bool {
	text = cutNumber(text)
	if text == "" || strings.IndexByte("hHgGvV\xc3", text[0]) < 0 { // 0xc3 begins the Ô of "Ông bà"
		return false
	}
	low := strings.ToLower(text)
	for _, h := range lx.households {
		if strings.HasPrefix(low, h+" ") || strings.HasPrefix(low, h+": ") {
			return true
		}
	}
	return false
}

// householdCase mends the capitals of a household's name: its beginning as a
// phrase, the people as names.
func (t *reading) householdCase(s string, old bool) string {
	low := strings.ToLower(s)
	for _, h := range t.lx.households {
		// "Hộ ông NGUYỄN VĂN A": the people's names alone are loud.
		if rest := ""; strings.HasPrefix(low, h+" ") && len(low) == len(s) {
			if rest = s[len(h)+1:]; t.lx.shouting(rest) {
				if slices.ContainsFunc(strings.Fields(s[:len(h)]), loudWord) {
					return capitalFirst(h) + " " + viet.TitleName(rest) // "Hộ ÔNG", "HỘ BÀ"
				}
				return s[:len(h)+1] + viet.TitleName(rest)
			}
			break
		}
	}
	if !viet.HasLostCase(s) && !(old && t.lx.shouting(s)) {
		if old {
			return t.lx.lostCapitals(s)
		}
		return s
	}
	for _, h := range t.lx.households {
		if strings.HasPrefix(low, h+" ") && len(low) == len(s) {
			return capitalFirst(h) + " " + viet.TitleName(s[len(h)+1:])
		}
	}
	return viet.TitleName(s)
}

// loudWord tells a word of capitals only.
func loudWord(w string) bool {
	return utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w)
}

func kindWord(kind string) string {
	switch kind {
	case Collective:
		return "tập thể"
	case Household:
		return "hộ gia đình"
	}
	return "cá nhân"
}
