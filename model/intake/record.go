package intake

import (
	"slices"
	"strings"

	"thidua/model/viet"
)

// record reads the row at hand as a nominee, in the place where it stays.
func (t *reading) record(r *Record, row *Row, s shape) {
	r.Row, r.Section, r.Ordinal = row.Number, t.section, s.ordinal
	t.issues = t.issues[:0]
	t.born, t.bornText = 0, ""
	t.edit(row.Number)
	t.repeat(row.Number)
	t.doubts()
	groupKind, groupUnit, groupAward, groupDoubt := t.under()

	p := t.name(r, groupKind)
	t.gender(r, p)
	t.birth(r)
	t.id(r)
	t.post(r, p, groupUnit, groupDoubt)
	t.unit(r)
	t.awardOf(r, groupAward)
	if r.Ethnicity = t.plain(FieldEthnicity); isMark(r.Ethnicity) {
		r.Ethnicity = "" // an x where nothing was to be written
	}
	r.Ethnicity = t.lx.people(r.Ethnicity)
	r.Achievement = t.sentence(FieldAchievement)
	if a := t.sentence(FieldAddress); a != "" {
		r.Address = a
	}
	if r.Class = t.sentence(FieldClass); r.Class == "" {
		r.Class = t.codes.name(t.plain(FieldClassCode))
	}
	r.Note = t.sentence(FieldNote)
	r.Key = t.plain(FieldKey)
	t.contrary(r)
	if t.longer {
		t.fail("intake.row-longer", "", GroupColumn)
	}
	if t.stacked {
		t.fail("intake.rows-stacked", "", GroupColumn)
	}
	for _, p := range t.pending {
		t.fail("intake.column-first", p.field, GroupColumn, p.columns[:]...)
	}
	r.Raw = t.raw(row)
	if len(t.issues) > 0 {
		r.Issues = append(make([]Issue, 0, len(t.issues)), t.issues...)
	}
}

func (t *reading) warn(code string, field Field, group string, args ...any) {
	t.issues = append(t.issues, Issue{Severity: Warning, Code: code, Field: string(field), Column: -1, Args: args, Group: group})
}

func (t *reading) fail(code string, field Field, group string, args ...any) {
	t.issues = append(t.issues, Issue{Severity: Error, Code: code, Field: string(field), Column: -1, Args: args, Group: group})
}

// waits tells that a field cannot be read before a person has chosen its column.
func (t *reading) waits(f Field) bool {
	return slices.ContainsFunc(t.pending, func(p pending) bool { return p.field == f })
}

// edit puts what a person typed in the place of the cell.
func (t *reading) edit(row int) {
	fields := t.edits[row]
	if fields == nil {
		return
	}
	for f, text := range fields {
		for n, i := range t.byField[f] {
			if n == 0 {
				t.vals[i] = value{repaired: repaired{text: viet.Clean(text)}, edited: true}
			} else {
				t.vals[i] = value{}
			}
		}
	}
}

// edited gives what a person typed for a field, whatever columns the sheet has.
func (t *reading) edited(row int, f Field) (string, bool) {
	text, ok := t.edits[row][f]
	return viet.Clean(text), ok
}

// repeats are the fields in which "như trên" means the cell above.
func repeats(f Field) bool {
	switch f {
	case FieldPosition, FieldUnit, FieldSubunit, FieldPositionUnit, FieldAward, FieldTitle, FieldAchievement, FieldEthnicity,
		FieldAddress, FieldClass, FieldKind, FieldNote, FieldAwardCode, FieldTitleCode, FieldClassCode:
		return true
	}
	return false
}

// isDitto names the ways of saying "the same as above".
func isDitto(s string) bool {
	if len(s) > 40 || s == "" || s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' && !strings.ContainsRune("ntciNTCI", rune(s[0])) {
		return false
	}
	if s[0] == '/' || s[0] == '-' || s[0] == ' ' {
		if bare := strings.ReplaceAll(s, " ", ""); bare == "//" || bare == "///" || bare == "-//-" {
			return true
		}
	}
	core := strings.Trim(s, " -–—_.()*[]/")
	if len(core) > len("tương tự trên") {
		return false
	}
	switch core {
	case `"`, `“`, `”`, `''`, `’’`, `‘‘`, `〃`, `″`, `""`, `"nt"`, `“nt”`, `,,`, `´´`, `“”`:
		return true
	case "":
		return false
	}
	switch strings.ToLower(core) {
	case "nt", "n.t", "n/t", "như trên", "nhu tren", "như hàng trên", "như dòng trên", "như mục trên", "tương tự", "tương tự trên", "cùng như trên", "idem", "nt nt":
		return true
	}
	return false
}

// isNothing names the signs that say that a cell is left empty on purpose.
func isNothing(s string) bool {
	if len(s) > 12 {
		return false
	}
	switch strings.Trim(s, " ") {
	case "-", "--", "---", "–", "—", "/", "\\", ".", "..", "...", "…", "_", "__", "?", "0", "(không)", "không", "Không", "Không có", "không có", "KHÔNG", "N/A", "n/a", "NA", "null", "NULL":
		return true
	}
	return false
}

// repeat puts the cell above in the place of "như trên".
func (t *reading) repeat(row int) {
	for i := range t.vals {
		v := &t.vals[i]
		f := t.table.Columns[i].Field
		if v.text == "" || !repeats(f) {
			continue
		}
		if isNothing(v.text) && !v.edited {
			*v = value{}
			continue
		}
		if isDitto(v.text) {
			above := t.above[i]
			if above.text == "" {
				t.warn("intake.ditto-nothing", consoleField(f), GroupMissing, v.text)
				*v = value{}
				continue
			}
			*v = above
		}
		t.above[i] = *v
	}
}

// consoleField is the field of the record, and of the console, that a column feeds.
func consoleField(f Field) Field {
	switch f {
	case FieldFamily, FieldGiven, FieldCollective, FieldHousehold, FieldForm:
		return FieldName
	case FieldMale, FieldFemale:
		return FieldGender
	case FieldBirthMale, FieldBirthFemale, FieldBirthDay, FieldBirthMonth, FieldBirthYear:
		return FieldBirth
	case FieldPositionUnit:
		return FieldPosition
	case FieldTitle, FieldAwardCode, FieldTitleCode, FieldAwardMark:
		return FieldAward
	case FieldClassCode:
		return FieldClass
	case FieldKindMark:
		return FieldKind
	}
	return f
}

// doubts flags cells whose repair is not certain, and formulas without a result.
func (t *reading) doubts() {
	for i := range t.vals {
		v := &t.vals[i]
		c := &t.table.Columns[i]
		if c.Field == FieldOther || c.Field == FieldNone || c.Field == FieldOrdinal || t.unread[i] {
			continue
		}
		if v.cell != nil && v.cell.Kind == Unsaved {
			t.fail("intake.formula-unsaved", consoleField(c.Field), GroupFormula, c.Header)
			continue
		}
		if v.cell != nil && v.cell.Kind == Failure && owed(c.Field) {
			t.warn("intake.formula-failed", consoleField(c.Field), GroupFormula, v.cell.Text, c.Header)
			continue
		}
		if v.cell != nil && v.cell.Partly && v.text != "" && !v.edited {
			t.warn("intake.text-struck", consoleField(c.Field), GroupText, v.text)
		}
		if v.doubt != viet.NoDoubt && v.text != "" && !v.edited && !isMark(v.text) && !t.known(c.Field, v.text) {
			if v.other != "" && t.known(c.Field, v.other) {
				v.text = v.other
				t.above[i].text = v.text
				continue
			}
			switch {
			case v.doubt == viet.LostLetter:
				t.warn("intake.letter-lost", consoleField(c.Field), GroupText, v.text)
			case v.other != "":
				t.warn("intake.text-either", consoleField(c.Field), GroupText, v.text, v.other)
			default:
				t.warn("intake.text-doubtful", consoleField(c.Field), GroupText, v.text)
			}
		}
	}
}

// owed tells the facts of a nominee whose loss would go unnoticed: a name, unit
// or award that is missing is said anyway, and code columns are lookups.
func owed(f Field) bool {
	switch f {
	case FieldPosition, FieldHonorific, FieldGender, FieldBirth, FieldBirthMale, FieldBirthFemale, FieldEthnicity, FieldIDNumber, FieldAchievement, FieldPositionUnit:
		return true
	}
	return false
}

// known tells that a doubtful reading is one of the words its column can hold,
// so that nothing is left to doubt.
func (t *reading) known(f Field, text string) bool {
	switch f {
	case FieldAward, FieldTitle:
		_, ok := t.awards.exact(text)
		return ok
	case FieldUnit:
		return t.units.known(text)
	case FieldEthnicity:
		return t.lx.peoples[phraseKey(text)]
	case FieldPosition:
		toks := tokens(text)
		return len(toks) > 1 && t.lx.positions.atTokens(toks) == len(toks)
	case FieldGender:
		k := viet.Key(text)
		return k == "nam" || k == "nữ"
	}
	return false
}

// plain is a field's text as it stands.
func (t *reading) plain(f Field) string {
	v := t.val(f)
	if isNothing(v.text) {
		return ""
	}
	return v.text
}

// sentence is a field's text with the capitals TCVN3 lost.
func (t *reading) sentence(f Field) string {
	v := t.val(f)
	if isNothing(v.text) {
		return ""
	}
	if v.old {
		return t.lx.lostCapitals(v.text)
	}
	return v.text
}

// organ is a field that holds the name of a body or a post: capitals are
// brought to normal writing.
func (t *reading) organ(f Field) string {
	v := t.val(f)
	if isNothing(v.text) {
		return ""
	}
	return t.writing(v.text, v.old, consoleField(f))
}

func (t *reading) writing(text string, old bool, f Field) string {
	key := writingKey{text, old}
	w, ok := t.written[key]
	if !ok {
		w.text = text
		if old {
			w.text = t.lx.lostCapitals(w.text)
		}
		if t.lx.shouting(w.text) {
			w.text, w.doubt = t.lx.normal(w.text)
		}
		if len(t.written) < memoryLimit {
			t.written[key] = w
		}
	}
	if w.doubt {
		t.warn("intake.capitals", f, GroupText, text, w.text)
	}
	return w.text
}

type writingKey struct {
	text string
	old  bool
}

type writingValue struct {
	text  string
	doubt bool
}

// raw keeps the row's cells as they came.
func (t *reading) raw(row *Row) []RawCell {
	from := len(t.raws)
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Text == "" || c.Col > maxColumns {
			continue
		}
		t.raws = append(t.raws, RawCell{Column: c.Col, Text: c.Text, Font: t.font(c)})
	}
	out := t.raws[from:len(t.raws):len(t.raws)]
	if cap(t.raws)-len(t.raws) < 64 {
		t.raws = make([]RawCell, 0, rawSlab)
	}
	return out
}

// rawSlab is how many kept cells are allocated at a time.
const rawSlab = 8192
