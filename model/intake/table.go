package intake

import (
	"strconv"

	"thidua/model/viet"
	"thidua/model/when"
)

// Field names what a column says about a nominee. The fields that the console
// shows carry the names that stand in its JSON.
type Field string

// The fields. Some are no facts of a record by themselves but help to read the
// others: the two halves of a name, a mark under "Nữ", a code.
const (
	FieldNone         Field = ""
	FieldOrdinal      Field = "ordinal"
	FieldName         Field = "name"
	FieldFamily       Field = "family" // họ và tên đệm, when the given name stands in a column of its own
	FieldGiven        Field = "given"
	FieldCollective   Field = "collective" // a name column that holds collectives only
	FieldHousehold    Field = "household"  // a name column that holds households only
	FieldForm         Field = "form"       // "Tên gọi (Ông/Bà/Chức danh)"
	FieldHonorific    Field = "honorific"  // rank, degree, honorary title
	FieldGender       Field = "gender"
	FieldMale         Field = "gender_male"   // a mark in the column "Nam"
	FieldFemale       Field = "gender_female" // a mark in the column "Nữ"
	FieldBirth        Field = "birth_date"
	FieldBirthMale    Field = "birth_male" // the date stands in "Nam" or in "Nữ"
	FieldBirthFemale  Field = "birth_female"
	FieldBirthDay     Field = "birth_day"
	FieldBirthMonth   Field = "birth_month"
	FieldBirthYear    Field = "birth_year"
	FieldEthnicity    Field = "ethnicity"
	FieldIDNumber     Field = "id_number"
	FieldPosition     Field = "position"
	FieldSubunit      Field = "subunit" // phòng, ban, tổ inside the unit
	FieldUnit         Field = "unit"
	FieldPositionUnit Field = "position_unit" // "Chức vụ, đơn vị công tác"
	FieldAward        Field = "award"
	FieldTitle        Field = "title" // "Danh hiệu thi đua" beside "Hình thức khen thưởng"
	FieldAwardCode    Field = "award_code"
	FieldTitleCode    Field = "title_code"
	FieldAwardMark    Field = "award_mark" // an x under the name of one award; Column.Award says which
	FieldAchievement  Field = "achievement"
	FieldKind         Field = "kind"
	FieldKindMark     Field = "kind_mark" // an x under "Tập thể", "Hộ gia đình" or "Cá nhân"; Column.Kind says which
	FieldAddress      Field = "address"
	FieldClass        Field = "class" // phân loại đối tượng, cán bộ
	FieldClassCode    Field = "class_code"
	FieldNote         Field = "note"
	FieldKey          Field = "key" // the hidden key of a row of our own template
	FieldOther        Field = "other"
)

// The kinds of nominee, as the console writes them.
const (
	Individual = "individual"
	Collective = "collective"
	Household  = "household"
)

// Severities of an Issue.
const (
	Error   = "error"   // the row (or table) cannot be accepted as it is
	Warning = "warning" // it can, after a person has looked at it
)

// Groups of issues, by the act that mends them. The value is the code of
// the group's title in the words.
const (
	GroupColumn   = "intake.group.column"   // choose what a column holds
	GroupUnit     = "intake.group.unit"     // say which unit is meant, or add it
	GroupDate     = "intake.group.date"     // correct a date, or say which comes first, day or month
	GroupAward    = "intake.group.award"    // say which award is meant
	GroupPerson   = "intake.group.person"   // say whether it is the same person
	GroupID       = "intake.group.id"       // correct an identity number
	GroupText     = "intake.group.text"     // look at a text repaired from an old encoding or out of capitals
	GroupMissing  = "intake.group.missing"  // fill in what is missing
	GroupKind     = "intake.group.kind"     // say whether it is a person, a household or a collective
	GroupSplit    = "intake.group.split"    // look at a cell that held two things
	GroupFormula  = "intake.group.formula"  // the file holds a formula without its result
	GroupContrary = "intake.group.contrary" // two cells of the row contradict each other
)

// Table is one list found in a sheet.
type Table struct {
	Sheet      string
	Beside     bool   // the right one of lists side by side: Sheet is a name of its own
	Tab        string // the sheet's name as in the file
	Part       int    // 0 for the first table of the sheet, 1 for the next …
	Encoding   viet.Encoding
	HeadBottom int // the last row of the heading
	Columns    []Column
	Rows       []StagedRow // as they are staged: what an office adds is still empty
	Skipped    []Skip
	Issues     []Issue // those of the table as a whole; each row carries its own

	Title       string    // "Danh sách đề nghị khen thưởng"
	PaperNumber string    // of the tờ trình it goes with: "45/TTr-STC"
	PaperDate   when.Date // and its date
	Sender      string    // the body named at its head, in normal writing
	// MovementHint is the name in quotation marks, or the words after "phong trào", of the title lines.
	MovementHint string
}

// Column is one column of the table.
type Column struct {
	Index    int    // counted from 0, as in the sheet
	Header   string // all heading rows joined by " / ", repaired
	Field    Field  // FieldNone when nothing was recognised
	Sure     bool   // recognised by a whole heading, a remembered answer or the person
	Hidden   bool
	Award    string // of FieldAwardMark: the award's code
	Kind     string // of FieldKindMark
	Encoding viet.Encoding
}

// Record is one nominee as read.
type Record struct {
	Row  int    // as in the file
	Kind string // Individual, Collective, Household

	Name, Honorific, Gender string
	Birth                   when.Date
	Ethnicity, IDNumber     string
	Position                string
	Subunit                 string
	Unit                    string // as the sheet names it, cleaned
	UnitCode                string // the registry's unit
	UnitID                  int64
	Units                   []UnitCandidate // when a person has to decide, best first
	// Self is the registry's unit that a collective itself is, when there is one.
	Self                 string
	SelfID               int64
	Award                string // code of the catalogue; "" when unknown
	AwardText            string // as the sheet names it, cleaned
	Achievement          string
	Address, Class, Note string

	PersonID int64             // the person of the register, when certain
	People   []PersonCandidate // when a person has to decide, best first

	Ordinal string // as the sheet numbers it
	Section string // the group rows above it, joined by " / "
	Key     string // hidden key of a row of our own template
	Raw     []RawCell
	Issues  []Issue
}

// RawCell is a cell as it came.
type RawCell struct {
	Column int    `json:"column"` // counted from 0
	Text   string `json:"text"`
	Font   string `json:"font,omitempty"`
}

// Issue is one doubt or fault, with the field it belongs to.
// Its sentence is the words' "intake.<Code>" with Args.
type Issue struct {
	Severity string // Error or Warning
	Code     string
	Field    string // as in the console's JSON; "" for the whole row or table
	Column   int    // of an issue of the table: the column's Index; else -1
	Args     []any
	Group    string
}

// Skip is a row that is no nominee, and why.
type Skip struct {
	Row    int
	Reason string
}

// Reasons of a Skip.
const (
	SkipTitle     = "title"
	SkipHeading   = "heading"
	SkipGroup     = "group"
	SkipTotal     = "total"
	SkipBlank     = "blank"
	SkipSignature = "signature"
	SkipHidden    = "hidden" // hidden or struck out
	SkipNumbers   = "column-numbers"
)

// UnitFinder answers which units of the registry a text may mean on a day, best first.
type UnitFinder interface {
	FindUnits(text string, on when.Date) []UnitCandidate
}

// UnitCandidate is one answer. Score 100 means: the same name but for spelling
// habits (tone placement, "UBND"). A unit that no longer exists on the day is
// answered with the day it ended and the names of its successors.
type UnitCandidate struct {
	ID         int64     `json:"id"`
	Code       string    `json:"code"`
	Name       string    `json:"name"`
	Names      []string  `json:"-"`     // the ways the registry writes it, for the capitals
	Score      int       `json:"score"` // 0…100
	Ended      when.Date `json:"ended,omitzero"`
	Successors []string  `json:"successors,omitempty"`
	Why        string    `json:"why,omitempty"`
}

// PersonFinder answers which known people a record may mean, best first: by
// identity number, else by name with its tones, birth and unit.
type PersonFinder interface {
	FindPeople(p Person) []PersonCandidate
}

// Person is what a row says of a person.
type Person struct {
	Name, IDNumber string
	UnitID         int64
	Birth          when.Date
}

// PersonCandidate is one known person. Score 100 means certain (the same identity number and the same name).
type PersonCandidate struct {
	ID       int64     `json:"id"`
	Name     string    `json:"name"`
	Birth    when.Date `json:"birth,omitzero"`
	IDNumber string    `json:"id_number,omitempty"`
	Unit     string    `json:"unit,omitempty"`
	Score    int       `json:"score"`
	Why      string    `json:"why,omitempty"`
}

// AwardName is an award of the catalogue with the names it goes by.
type AwardName struct {
	Code  string
	Names []string // official name first, then short ones
	Kinds []string // Individual …: whom it may be given to; empty: everybody
}

// Options is what a reading needs to know besides the file.
type Options struct {
	// Today is the day of the reading. The registry is asked as of the paper's date
	// when the sheet names one, else as of Today.
	Today  when.Date
	Units  UnitFinder   // may be nil
	People PersonFinder // may be nil
	Awards []AwardName
	// Provinces are the names of the office's province, with its rank: whose "Bằng
	// khen của UBND tỉnh Khánh Hòa" is an award of its own.
	Provinces []string
	Mapping   map[string]Field // remembered answers: HeadingKey(header) → field
	Answers   Answers          // what a person has answered for this file
}

// Answers is what a person has said about one file. It is kept with the batch
// as JSON; its keys are made by ColumnRef, RowRef, CellRef and Pair.
type Answers struct {
	Columns    map[string]Field  `json:"columns,omitempty"`     // ColumnRef → field; FieldOther: leave the column out
	MonthFirst map[string]bool   `json:"month_first,omitempty"` // ColumnRef → true: month/day, false: day/month
	Cells      map[string]string `json:"cells,omitempty"`       // CellRef → the text that stands there now
	Units      map[string]string `json:"units,omitempty"`       // viet.Key of the sheet's unit → code of the unit; "" : none of them
	Awards     map[string]string `json:"awards,omitempty"`      // viet.Key of the sheet's award → code of the award
	Kinds      map[string]string `json:"kinds,omitempty"`       // RowRef → kind
	Persons    map[string]int64  `json:"persons,omitempty"`     // RowRef → id of the person; 0: somebody new
	Distinct   map[string]bool   `json:"distinct,omitempty"`    // Pair of RowRefs that are not the same nominee
	Left       map[string]bool   `json:"left,omitempty"`        // RowRef → leave the row out
	Seen       map[string]bool   `json:"seen,omitempty"`        // CellRef + "/" + issue code: looked at and found right
	Over       bool              `json:"over,omitempty"`        // records that exist: write over what stands there, not only into empty cells
	Overs      map[string]bool   `json:"overs,omitempty"`       // CellRef → the same for one cell, against Over
	Becomes    map[string]int64  `json:"becomes,omitempty"`     // RowRef → the dossier the row is about; 0: a new one
}

// ColumnRef names a column of a sheet in Answers.
func ColumnRef(sheet string, part, column int) string {
	return sheet + "!" + strconv.Itoa(part) + "!" + strconv.Itoa(column)
}

// RowRef names a row of a sheet in Answers.
func RowRef(sheet string, row int) string { return sheet + "!" + strconv.Itoa(row) }

// CellRef names a field of a row in Answers.
func CellRef(sheet string, row int, f Field) string {
	return RowRef(sheet, row) + "!" + string(f)
}

// Pair names two rows, whichever comes first.
func Pair(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return a + "|" + b
}
