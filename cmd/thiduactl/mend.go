package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/model/words"
	"thidua/storage"
)

// answerFlag is one kind of answer a person gives about a staged file. It may
// be given several times; unless it carries a text, commas part several answers.
type answerFlag struct {
	name string
	text bool
	said []string
	say  string // goes into the log: what was said
	// take takes one answer in.
	take func(a *intake.Answers, f *stagedFile, item string) error
}

// String and Set implement flag.Value.
func (f *answerFlag) String() string { return "" }

func (f *answerFlag) Set(v string) error {
	f.said = append(f.said, v)
	return nil
}

func (f *answerFlag) items() (list []string) {
	for _, v := range f.said {
		parts := []string{v}
		if !f.text {
			parts = strings.Split(v, ",")
		}
		for _, item := range parts {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
	}
	return list
}

// stagedFile finds rows and columns of a staged file by what a person writes.
type stagedFile struct {
	batch intake.Batch
	rows  []intake.StagedRow
}

// row finds a row by its number, or by "trang!number" where several sheets have it.
func (f *stagedFile) row(text string) (intake.RowAddress, error) {
	sheet, no := cutSheet(text)
	n, err := strconv.Atoi(no)
	if err != nil {
		return intake.RowAddress{}, usage{words.Text("console.row", text)}
	}
	for _, r := range f.rows {
		if s := f.batch.Tables[r.Part].Sheet; r.Row == n && (sheet == "" || s == sheet) {
			return intake.RowAddress{Sheet: s, Row: n}, nil
		}
	}
	return intake.RowAddress{}, fault.New(fault.NotFound, "office.no-row", text, f.batch.File)
}

// columns finds a column by its letter; in every list of the file that has it,
// or in those of one sheet, "trang!E".
func (f *stagedFile) columns(text string) (refs []string, err error) {
	sheet, letters := cutSheet(text)
	for _, t := range f.batch.Tables {
		for _, c := range t.Columns {
			if strings.EqualFold(intake.ColumnName(c.Index), letters) && (sheet == "" || t.Sheet == sheet) {
				refs = append(refs, intake.ColumnRef(t.Sheet, t.Part, c.Index))
			}
		}
	}
	if len(refs) == 0 {
		return nil, fault.New(fault.NotFound, "console.no-column", text, f.batch.File)
	}
	return refs, nil
}

func cutSheet(text string) (sheet, rest string) {
	if i := strings.LastIndexByte(text, '!'); i >= 0 {
		return text[:i], text[i+1:]
	}
	return "", text
}

// columnFields are what a person may say a column holds.
var columnFields = []intake.Field{intake.FieldOrdinal, intake.FieldName, intake.FieldFamily, intake.FieldGiven, intake.FieldCollective, intake.FieldHousehold, intake.FieldForm,
	intake.FieldHonorific, intake.FieldGender, intake.FieldBirth, intake.FieldEthnicity, intake.FieldIDNumber, intake.FieldPosition, intake.FieldSubunit, intake.FieldUnit,
	intake.FieldPositionUnit, intake.FieldAward, intake.FieldTitle, intake.FieldAchievement, intake.FieldKind, intake.FieldAddress, intake.FieldClass, intake.FieldNote, intake.FieldOther}

// knownField checks that a field is one people may name.
func knownField(field string) error {
	if !slices.ContainsFunc(fieldNames, func(f fieldName) bool { return string(f.field) == field }) {
		return usage{words.Text("console.no-field", field)}
	}
	return nil
}

// cut parts "row:field" or "text=code"; both halves must be there.
func cut(item, sign, example string) (left, right string, err error) {
	left, right, ok := strings.Cut(item, sign)
	if left, right = strings.TrimSpace(left), strings.TrimSpace(right); !ok || left == "" {
		return "", "", usage{words.Text("console.answer", item, example)}
	}
	return left, right, nil
}

// answerFlags declares the answers a batch can be given.
func answerFlags(fs *flag.FlagSet) []*answerFlag {
	month := func(first bool) func(a *intake.Answers, f *stagedFile, item string) error {
		return func(a *intake.Answers, f *stagedFile, item string) error {
			refs, err := f.columns(item)
			for _, ref := range refs {
				put(&a.MonthFirst, ref, first)
			}
			return err
		}
	}
	list := []*answerFlag{
		{name: "column", say: "chọn cột", take: func(a *intake.Answers, f *stagedFile, item string) error {
			column, field, err := cut(item, "=", "E=award")
			if err != nil {
				return err
			}
			if !slices.Contains(columnFields, intake.Field(field)) {
				return usage{words.Text("console.no-field", field)}
			}
			refs, err := f.columns(column)
			for _, ref := range refs {
				put(&a.Columns, ref, intake.Field(field))
			}
			return err
		}},
		{name: "day-first", say: "ngày trước tháng", take: month(false)},
		{name: "month-first", say: "tháng trước ngày", take: month(true)},
		{name: "set", text: true, say: "sửa ô", take: func(a *intake.Answers, f *stagedFile, item string) error {
			cell, text, err := cut(item, "=", "12:birth_date=05/03/1980")
			if err != nil {
				return err
			}
			row, field, err := cut(cell, ":", "12:birth_date=05/03/1980")
			if err != nil {
				return err
			}
			if err := knownField(field); err != nil {
				return err
			}
			at, err := f.row(row)
			put(&a.Cells, at.Cell(intake.Field(field)), text)
			return err
		}},
		{name: "unit", text: true, say: "đơn vị", take: func(a *intake.Answers, _ *stagedFile, item string) error {
			text, code, err := cut(item, "=", "Sở Y tê=SYT")
			put(&a.Units, viet.Key(text), code)
			return err
		}},
		{name: "award", text: true, say: "hình thức", take: func(a *intake.Answers, _ *stagedFile, item string) error {
			text, code, err := cut(item, "=", "Bằng khen=bang_khen_chu_tich_tinh")
			put(&a.Awards, viet.Key(text), code)
			return err
		}},
		{name: "kind", say: "loại đối tượng", take: func(a *intake.Answers, f *stagedFile, item string) error {
			row, kind, err := cut(item, ":", "12:"+intake.Collective)
			if err != nil {
				return err
			}
			if kind != intake.Individual && kind != intake.Collective && kind != intake.Household {
				return usage{words.Text("console.answer", item, "12:"+intake.Collective)}
			}
			at, err := f.row(row)
			put(&a.Kinds, at.Ref(), kind)
			return err
		}},
		{name: "overwrite", say: "ghi đè hồ sơ đã có", take: func(a *intake.Answers, f *stagedFile, item string) error {
			if item == "all" || item == "none" {
				a.Over, a.Overs = item == "all", nil
				return nil
			}
			row, field, _ := strings.Cut(item, ":")
			at, err := f.row(row)
			if err != nil {
				return err
			}
			put(&a.Overs, at.Cell(intake.Field(field)), true)
			return knownField(field)
		}},
		{name: "not-same", say: "không phải trùng", take: func(a *intake.Answers, f *stagedFile, item string) error {
			one, two, _ := strings.Cut(item, ":")
			x, err := f.row(one)
			if err != nil {
				return err
			}
			y, err := f.row(two)
			put(&a.Distinct, intake.Pair(x.Ref(), y.Ref()), true)
			return err
		}},
		{name: "new-person", say: "người mới", take: func(a *intake.Answers, f *stagedFile, item string) error {
			at, err := f.row(item)
			put(&a.Persons, at.Ref(), 0)
			return err
		}},
		{name: "new", say: "hồ sơ mới", take: func(a *intake.Answers, f *stagedFile, item string) error {
			at, err := f.row(item)
			put(&a.Becomes, at.Ref(), 0)
			return err
		}},
		{name: "is", say: "là hồ sơ đã có", take: func(a *intake.Answers, f *stagedFile, item string) error {
			row, text, _ := strings.Cut(item, ":")
			at, err := f.row(row)
			if err != nil {
				return err
			}
			id, err := number([]string{text})
			put(&a.Becomes, at.Ref(), id)
			return err
		}},
		{name: "leave", say: "bỏ dòng", take: func(a *intake.Answers, f *stagedFile, item string) error {
			at, err := f.row(item)
			put(&a.Left, at.Ref(), true)
			return err
		}},
		{name: "seen", say: "đã xem", take: func(a *intake.Answers, f *stagedFile, item string) error {
			at, err := f.row(item)
			if err != nil {
				return err
			}
			for _, r := range f.rows {
				for _, i := range r.Issues {
					if r.Row == at.Row && f.batch.Tables[r.Part].Sheet == at.Sheet && i.Severity == intake.Warning && i.Field != "" {
						put(&a.Seen, at.Cell(intake.Field(i.Field))+"/"+i.Code, true)
					}
				}
			}
			return nil
		}},
	}
	for _, f := range list {
		fs.Var(f, f.name, "")
	}
	return list
}

func put[V any](m *map[string]V, key string, v V) {
	if *m == nil {
		*m = map[string]V{}
	}
	(*m)[key] = v
}

// mend gives a staged file the answers of the call, as one act.
func (c *console) mend(id int64, flags []*answerFlag) error {
	var said []string
	for _, f := range flags {
		if len(f.said) > 0 {
			said = append(said, f.say+" ("+strings.Join(f.said, ", ")+")")
		}
	}
	if len(said) == 0 {
		return nil
	}
	b, rows, err := c.office.Batch(c.ctx, id)
	if err != nil {
		return err
	}
	file := &stagedFile{b, rows}
	answers := b.Answers
	for _, f := range flags {
		for _, item := range f.items() {
			if err := f.take(&answers, file, item); err != nil {
				return err
			}
		}
	}
	_, _, err = c.office.Answer(c.ctx, id, strings.Join(said, "; "), func(a *intake.Answers) { *a = answers }, nil)
	return err
}

// sayAccepted tells what became of a file.
func (c *console) sayAccepted(a office.Acceptance) {
	if a.Updated+a.Same > 0 {
		c.say("console.accepted-updated", a.Batch.File, a.Accepted, a.Updated, a.Same, a.Left)
		return
	}
	c.say("console.accepted", a.Batch.File, a.Accepted, a.Left)
}

// fieldName is what people call a field of a row.
type fieldName struct {
	field intake.Field
	name  string
}

var fieldNames = []fieldName{
	{intake.FieldName, "họ tên"}, {intake.FieldHonorific, "cấp bậc, học vị"}, {intake.FieldGender, "giới tính"}, {intake.FieldBirth, "ngày sinh"},
	{intake.FieldEthnicity, "dân tộc"}, {intake.FieldIDNumber, "số định danh"}, {intake.FieldPosition, "chức vụ"}, {intake.FieldUnit, "đơn vị"},
	{intake.FieldAddress, "địa chỉ"}, {intake.FieldAward, "hình thức"}, {intake.FieldAchievement, "thành tích"}, {intake.FieldClass, "phân loại"},
	{intake.FieldNote, "ghi chú"},
}

// updateText says one cell of a dossier that stands already, old → new.
func updateText(dossier int64, u intake.Update) string {
	name := u.Field
	for _, f := range fieldNames {
		if string(f.field) == u.Field {
			name = f.name
		}
	}
	show := func(v string) string {
		switch d, err := when.Parse(v); {
		case u.Field == string(intake.FieldBirth) && err == nil:
			return d.Slash()
		case u.Field == string(intake.FieldClass):
			return registry.NameOf(registry.ClassNames, v)
		case v == "male":
			return "Nam"
		case v == "female":
			return "Nữ"
		}
		return v
	}
	what := "giữ nguyên"
	switch {
	case u.Applied && strings.HasPrefix(u.New, u.Old): // a year that became a day, too
		what = "bổ sung"
	case u.Applied:
		what = "ghi đè"
	}
	return fmt.Sprintf("hồ sơ %d, %s: “%s” → “%s” (%s)", dossier, name, show(u.Old), show(u.New), what)
}

// template writes a list for a unit to fill in.
func (c *console) template(args []string) (int, error) {
	fs := c.flags("template")
	movement := fs.String("movement", "", "")
	unit := fs.String("unit", "", "")
	out := fs.String("out", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) > 0 || !strings.HasSuffix(strings.ToLower(*out), ".xlsx") {
		return 0, usage{words.Text("console.template")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	err = storage.WriteFile(*out, func(w io.Writer) error { return c.office.Template(c.ctx, *movement, *unit, w) })
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"file": *out}, func(w io.Writer) { fmt.Fprintln(w, *out) })
}
