package intake

import (
	"strings"
)

// post reads position and unit, whichever cells they stand in.
func (t *reading) post(r *Record, p person, groupUnit string, groupDoubt bool) {
	r.Position = t.organ(FieldPosition)
	r.Subunit = t.organ(FieldSubunit)
	r.Unit = t.organ(FieldUnit)
	if r.Unit == "" && r.Kind == Individual && len(t.byField[FieldCollective]) > 0 && len(t.byField[FieldName]) > 0 {
		r.Unit = t.organ(FieldCollective)
	}
	both := t.val(FieldPositionUnit)
	switch {
	case both.text != "" && !isNothing(both.text):
		t.splitInto(r, t.writing(both.text, both.old, FieldPosition))
	case p.rest != "":
		t.splitInto(r, p.rest)
	case r.Position != "" && r.Unit == "" && groupUnit == "" && r.Kind == Individual && len(t.byField[FieldUnit]) == 0:
		// Only a column "Chức vụ", and the unit written into it.
		if s := t.splitOf(r.Position); s.unit != "" && s.position != "" {
			t.splitInto(r, r.Position)
		}
	}
	r.Position, r.Subunit, r.Unit = cutTail(r.Position), cutTail(r.Subunit), cutTail(cutPhone(r.Unit))
	if text, ok := t.edited(r.Row, FieldPosition); ok {
		r.Position = text
	}
	if text, ok := t.edited(r.Row, FieldUnit); ok {
		r.Unit = text
	}
	if r.Unit == "" && groupUnit != "" {
		r.Unit = groupUnit
		if groupDoubt {
			t.warn("intake.capitals", FieldUnit, GroupText, t.section, groupUnit)
		}
	}
	if r.Unit == "" && r.Subunit != "" && !t.waits(FieldUnit) {
		r.Unit, r.Subunit = r.Subunit, "" // the only body the sheet names
	}
	if r.Kind == Collective && r.Position != "" && len(t.byField[FieldPositionUnit]) == 0 && r.Unit == "" && t.lx.startsUnit(tokens(r.Position)) {
		r.Unit, r.Position = r.Position, "" // a collective holds no post
	}
	if r.Unit == "" && r.Kind == Individual && t.titleUnit != "" && t.noUnits() {
		r.Unit, t.unitUsed = t.titleUnit, true
	}
	if r.Unit == "" && r.Kind == Individual && t.plain(FieldAddress) == "" && !t.waits(FieldUnit) {
		t.warn("intake.unit-missing", FieldUnit, GroupMissing)
	}
}

// noUnits tells that no column says where a nominee belongs.
func (t *reading) noUnits() bool {
	return len(t.byField[FieldUnit])+len(t.byField[FieldPositionUnit])+len(t.byField[FieldSubunit]) == 0 && !t.waits(FieldUnit)
}

// cutTail takes away the ";" or "./." that ends a line of a printed list.
func cutTail(s string) string {
	for {
		cut := strings.TrimRight(s, " ;,")
		cut = strings.TrimSuffix(cut, "./.")
		if n := len(cut); n > 3 && cut[n-1] == '.' && !strings.HasSuffix(cut, "..") && cut[n-2] != '.' && !strings.Contains(cut[max(0, n-4):n-1], " ") {
			cut = cut[:n-1]
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

func (t *reading) splitOf(text string) parts {
	s, ok := t.split[text]
	if !ok {
		s = t.lx.splitPost(text, t.units.known)
		if len(t.split) < memoryLimit {
			t.split[text] = s
		}
	}
	return s
}

func (t *reading) splitInto(r *Record, text string) {
	switch r.Kind {
	case Household:
		r.Address = text // "Chức vụ, đơn vị công tác hoặc địa chỉ"
		return
	case Collective:
		r.Unit = text
		return
	}
	s := t.splitOf(text)
	if r.Unit != "" && s.unit != "" && !sameKey(r.Unit, s.unit) {
		// The sheet has the unit in a column of its own as well.
		r.Position = text
		return
	}
	r.Position = s.position
	if s.unit != "" {
		r.Unit = s.unit
	}
	if !s.sure {
		t.warn("intake.split-unsure", FieldPosition, GroupSplit, text, s.position, s.unit)
	}
}

// awardOf reads which award is asked for.
func (t *reading) awardOf(r *Record, groupAward string) {
	defer func() {
		if r.Award != "" && !t.awards.may(r.Award, r.Kind) {
			t.warn("intake.award-kind", FieldAward, GroupAward, t.awards.official[r.Award], kindWord(r.Kind))
		}
	}()
	if text, ok := t.edited(r.Row, FieldAward); ok {
		t.awardText(r, text)
		return
	}
	a, b := t.val(FieldAward), t.val(FieldTitle)
	if isNothing(a.text) || isMark(a.text) {
		a = value{}
	}
	if isNothing(b.text) || isMark(b.text) {
		b = value{}
	}
	switch {
	case a.text != "" && b.text != "" && !sameKey(a.text, b.text):
		if both := t.awards.joined(a.text, b.text); both != "" {
			t.awardText(r, both)
			return
		}
		r.AwardText = a.text + "; " + b.text
		t.fail("intake.award-several", FieldAward, GroupAward, a.text+"; "+b.text)
		return
	case a.text != "":
		t.awardText(r, a.text)
		return
	case b.text != "":
		t.awardText(r, b.text)
		return
	}
	var marked []string
	for _, i := range t.byField[FieldAwardMark] {
		if v := t.vals[i].text; v != "" && !isNothing(v) {
			marked = append(marked, t.table.Columns[i].Award)
			if !isMark(v) {
				t.warn("intake.award-mark", FieldAward, GroupAward, v, t.table.Columns[i].Header)
			}
		}
	}
	switch len(marked) {
	case 1:
		r.Award = marked[0]
		r.AwardText = t.awards.official[r.Award]
		return
	case 0:
	default:
		t.fail("intake.award-several", FieldAward, GroupAward, strings.Join(t.awards.labels(marked), "; "))
		return
	}
	for _, f := range []Field{FieldAwardCode, FieldTitleCode} {
		if code := t.plain(f); code != "" {
			if name := t.codes.name(code); name != "" {
				t.awardText(r, name)
				return
			}
			if t.awards.official[code] != "" {
				r.Award = code
				return
			}
			t.awardText(r, code)
			return
		}
	}
	if groupAward != "" {
		r.Award = groupAward
		r.AwardText = t.awards.official[groupAward]
		return
	}
	if t.titleAward != "" {
		r.Award = t.titleAward
		r.AwardText = t.awards.official[t.titleAward]
		return
	}
	if t.waits(FieldAward) {
		return
	}
	t.fail("intake.award-missing", FieldAward, GroupMissing)
}

// awardText tells which award the sheet's words mean.
func (t *reading) awardText(r *Record, text string) {
	if code := t.codes.name(text); code != "" && !strings.Contains(text, " ") {
		if _, ok := t.awards.exact(text); !ok {
			text = code
		}
	}
	r.AwardText = text
	g := t.awards.find(text)
	if g.code == "" && len(g.several) == 0 {
		if i := t.byField[FieldAward]; len(i) > 0 {
			// "Bằng khen của" over "Thủ tướng Chính phủ"
			if h := t.awards.find(lastPart(t.table.Columns[i[0]].Header) + " " + text); h.sure {
				g = h
			}
		}
	}
	switch {
	case g.code != "" && g.sure:
		r.Award = g.code
	case g.code != "":
		r.Award = g.code
		t.warn("intake.award-unsure", FieldAward, GroupAward, text, t.awards.official[g.code])
	case len(g.several) > 0 && !g.unclear:
		t.fail("intake.award-several", FieldAward, GroupAward, text)
	case len(g.several) > 0:
		t.fail("intake.award-unclear", FieldAward, GroupAward, text, strings.Join(t.awards.labels(g.several), "; "))
	default:
		t.fail("intake.award-unknown", FieldAward, GroupAward, text)
	}
}
