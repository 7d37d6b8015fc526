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
	"thidua/model/when"
	"thidua/model/words"
)

// answerFlag is one kind of answer a person gives about rows of a staged file.
type answerFlag struct {
	name  string
	value string
	say   string // goes into the log: what was said
	// take takes one item of the comma-separated value in.
	take func(a *intake.Answers, rows rowFinder, item string) error
}

// rowFinder finds a row of the file by what a person writes: its number, or
// "trang!number" where several sheets have that row.
type rowFinder func(text string) (intake.RowAddress, error)

// answerFlags declares the answers a batch can be given.
func answerFlags(fs *flag.FlagSet) []*answerFlag {
	list := []*answerFlag{
		{name: "overwrite", say: "ghi đè hồ sơ đã có", take: func(a *intake.Answers, rows rowFinder, item string) error {
			if item == "all" || item == "none" {
				a.Over, a.Overs = item == "all", nil
				return nil
			}
			row, field, _ := strings.Cut(item, ":")
			at, err := rows(row)
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(fieldNames, func(f fieldName) bool { return string(f.field) == field }) {
				return usage{words.Text("console.no-field", field)}
			}
			put(&a.Overs, at.Cell(intake.Field(field)), true)
			return nil
		}},
		{name: "not-same", say: "không phải trùng", take: func(a *intake.Answers, rows rowFinder, item string) error {
			one, two, _ := strings.Cut(item, ":")
			x, err := rows(one)
			if err != nil {
				return err
			}
			y, err := rows(two)
			if err != nil {
				return err
			}
			put(&a.Distinct, intake.Pair(x.Ref(), y.Ref()), true)
			return nil
		}},
		{name: "new-person", say: "người mới", take: func(a *intake.Answers, rows rowFinder, item string) error {
			at, err := rows(item)
			put(&a.Persons, at.Ref(), 0)
			return err
		}},
		{name: "new", say: "hồ sơ mới", take: func(a *intake.Answers, rows rowFinder, item string) error {
			at, err := rows(item)
			put(&a.Becomes, at.Ref(), 0)
			return err
		}},
		{name: "is", say: "là hồ sơ đã có", take: func(a *intake.Answers, rows rowFinder, item string) error {
			row, text, _ := strings.Cut(item, ":")
			at, err := rows(row)
			if err != nil {
				return err
			}
			id, err := number([]string{text})
			put(&a.Becomes, at.Ref(), id)
			return err
		}},
		{name: "leave", say: "bỏ dòng", take: func(a *intake.Answers, rows rowFinder, item string) error {
			at, err := rows(item)
			put(&a.Left, at.Ref(), true)
			return err
		}},
	}
	for _, f := range list {
		fs.StringVar(&f.value, f.name, "", "")
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
		if f.value != "" {
			said = append(said, f.say+" ("+f.value+")")
		}
	}
	if len(said) == 0 {
		return nil
	}
	b, rows, err := c.office.Batch(c.ctx, id)
	if err != nil {
		return err
	}
	find := func(text string) (intake.RowAddress, error) {
		sheet, no := "", text
		if i := strings.LastIndexByte(text, '!'); i >= 0 {
			sheet, no = text[:i], text[i+1:]
		}
		n, err := strconv.Atoi(no)
		if err != nil {
			return intake.RowAddress{}, usage{words.Text("console.row", text)}
		}
		for _, r := range rows {
			if s := b.Tables[r.Part].Sheet; r.Row == n && (sheet == "" || s == sheet) {
				return intake.RowAddress{Sheet: s, Row: n}, nil
			}
		}
		return intake.RowAddress{}, fault.New(fault.NotFound, "office.no-row", text, b.File)
	}
	answers := b.Answers
	for _, f := range flags {
		for _, item := range strings.Split(f.value, ",") {
			if item = strings.TrimSpace(item); item == "" {
				continue
			}
			if err := f.take(&answers, find, item); err != nil {
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
	err = writeFile(*out, func(w io.Writer) error { return c.office.Template(c.ctx, *movement, *unit, w) })
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"file": *out}, func(w io.Writer) { fmt.Fprintln(w, *out) })
}
