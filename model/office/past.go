package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/model/words"
)

// PastLine is one honour of an earlier year to be entered without walking the road:
// the nominee as a list has them, and the decision that gave it.
type PastLine struct {
	intake.Record
	Number  string
	Date    when.Date
	Decider string // "" for the one of the catalogue
	Signer  string
	Way     string // code of award.WayNames
	Year    int    // the year it counts for; 0 for the decision's
	Golden  string
	// Faults say in Vietnamese why the line cannot be entered as it is.
	Faults []string
	// Known tells that the register holds it already.
	Known bool
}

// Past is what became of lines of past decisions.
type Past struct {
	Lines     []PastLine
	Decisions []decision.Decision // made, one per number, day and award
	Entered   int
	Known     int // in the register before; not entered again
	Left      int // with a fault
	Entry     audit.Entry
}

// ReadPast reads a table of past awards as provinces keep them (số quyết định, ngày
// ký, người ký, loại hình, thành tích …) and says what each line would become;
// nothing is written.
func (o *Office) ReadPast(ctx context.Context, in Incoming) (Past, error) {
	pre, err := o.reading(ctx, in, intake.Answers{}, nil)
	if err != nil {
		return Past{}, err
	}
	var p Past
	for _, r := range pre.Rows {
		line := PastLine{Record: r.Record}
		columns(&line, pre.Batch.Tables[r.Part], r)
		for _, i := range r.Issues {
			if i.Severity == intake.Error {
				line.Faults = append(line.Faults, words.Text(i.Code, i.Args...))
			}
		}
		p.Lines = append(p.Lines, line)
	}
	return p, o.judgePast(ctx, &p)
}

// pastColumns are the headings of an archive's own columns, by what they hold. The
// tables of intake know them as columns that a proposal has no use for.
var pastColumns = []struct {
	field string
	keys  []string
}{
	{"number", []string{"số quyết định", "số qđ", "quyết định số", "số, ngày quyết định", "số quyết định, ngày ký", "quyết định"}},
	{"date", []string{"ngày ký", "ngày quyết định", "ngày ký quyết định", "ngày, tháng, năm ký", "ngày ban hành", "ngày qđ"}},
	{"signer", []string{"người ký"}},
	{"decider", []string{"cấp ký", "cơ quan ban hành", "cấp quyết định", "cơ quan quyết định", "thẩm quyền"}},
	{"way", []string{"loại hình", "loại hình khen thưởng"}},
	{"year", []string{"năm", "năm khen", "năm khen thưởng", "năm công tác"}},
	{"golden", []string{"số sổ vàng", "số sổ", "số vào sổ"}},
	{"nature", []string{"tính chất tặng", "tính chất"}},
}

// columns takes the archive's own columns out of a row's cells.
func columns(line *PastLine, t intake.Table, r intake.StagedRow) {
	cells := map[int]string{}
	for _, c := range r.Raw {
		cells[c.Column] = viet.Clean(viet.Repair(c.Text, c.Font, "").Text)
	}
	for _, c := range t.Columns {
		head, text := viet.Key(viet.Clean(c.Header)), cells[c.Index]
		if text == "" {
			continue
		}
		for _, p := range pastColumns {
			if !slices.ContainsFunc(p.keys, func(k string) bool { return viet.Key(k) == head }) {
				continue
			}
			line.put(p.field, text)
		}
	}
}

func (l *PastLine) put(field, text string) {
	switch field {
	case "number":
		l.Number = text
		if no, day, ok := cutDay(text); ok {
			l.Number, l.Date = no, day
		}
	case "date":
		l.Date = writtenDay(text)
		if l.Date == 0 {
			l.Faults = append(l.Faults, words.Text("office.past-date", text))
		}
	case "signer":
		l.Signer = text
	case "decider":
		l.Decider = text
	case "way":
		for _, w := range award.WayNames {
			if strings.Contains(viet.Fold(w.Name), viet.Fold(text)) || strings.Contains(viet.Fold(text), viet.Fold(w.Name)) {
				l.Way = w.Code
				break
			}
		}
	case "year":
		if n := wholeNumber(text); n > 1900 && n < 2200 {
			l.Year = n
		}
	case "golden":
		l.Golden = text
	case "nature":
		if k := viet.Key(text); k == viet.Key("Thu hồi") || k == viet.Key("Điều chỉnh") {
			l.Faults = append(l.Faults, words.Text("office.past-nature", text))
		}
	}
}

// JudgePast says anew what lines would become, after somebody mended them; a mended
// line comes without its old faults.
func (o *Office) JudgePast(ctx context.Context, lines []PastLine) (Past, error) {
	p := Past{Lines: lines}
	return p, o.judgePast(ctx, &p)
}

// EnterPast enters honours of earlier years: one frozen decision for each number,
// day and award, in the order of the lines, and the honours in the register, as one
// act. Lines with a fault are left, those the register holds already are not
// entered twice. movementCode ties them to a movement; "" to none.
func (o *Office) EnterPast(ctx context.Context, lines []PastLine, movementCode string) (Past, error) {
	p := Past{Lines: lines}
	if err := o.judgePast(ctx, &p); err != nil {
		return p, err
	}
	var take []PastLine
	for _, l := range p.Lines {
		switch {
		case l.Known:
			p.Known++
		case len(l.Faults) > 0:
			p.Left++
		default:
			take = append(take, l)
		}
	}
	if p.Entered = len(take); p.Entered == 0 {
		return p, nil
	}
	var err error
	p.Entry, err = o.act(ctx, "past.enter", fmt.Sprintf("Nhập %d lần khen thưởng của các năm trước", len(take)), func(tx Tx) error {
		p.Decisions, err = o.enterPast(ctx, tx, take, movementCode)
		return err
	})
	return p, err
}

type pastKey struct {
	number, award, decider string
	day                    when.Date
}

func (o *Office) enterPast(ctx context.Context, tx Tx, take []PastLine, movementCode string) ([]decision.Decision, error) {
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	units, err := registryOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	movement := int64(0)
	if movementCode != "" {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return nil, err
		}
		movement = m.ID
	}
	rows := make([]intake.StagedRow, len(take))
	for i, l := range take {
		rows[i] = intake.StagedRow{Record: l.Record}
	}
	nominees, _, err := o.nominees(ctx, tx, rows, nil)
	if err != nil {
		return nil, err
	}
	at := map[pastKey]*decision.Decision{}
	var made []*decision.Decision
	no := map[*decision.Decision]map[string]int{}
	years := map[*decision.Decision][]int{}
	for i, l := range take {
		a, _ := cat.Award(l.Award)
		decider, body := l.Decider, registry.UnitID(0)
		if a.Level == award.Base { // given by the head of the body they belonged to
			body = unitOf(rows[i])
		}
		if v, ok := units.Near(body, l.Date); ok && body != 0 && decider == "" {
			decider = v.Chief() + " " + v.Official
		}
		if decider == "" {
			decider = a.Decider
		}
		k := pastKey{l.Number, l.Award, decider, l.Date}
		d := at[k]
		if d == nil {
			d = &decision.Decision{Movement: movement, Award: l.Award, Number: l.Number, Date: l.Date, Decider: decider, Signer: l.Signer,
				Issued: true, Origin: decision.Past, Body: body}
			at[k], no[d] = d, map[string]int{}
			made = append(made, d)
		}
		if d.Body != body {
			d.Body = 0 // of several bodies: whose head decided is for the office to say
		}
		no[d][l.Kind]++
		d.Items = append(d.Items, decision.Item{Nominee: nominees[i].ID, Kind: registry.Kind(l.Kind), No: no[d][l.Kind], Name: l.Name, Gender: l.Gender,
			Honorific: l.Honorific, Post: l.Position, Unit: unitOf(rows[i]), UnitText: l.Unit, Address: l.Address, Reason: l.Achievement, Class: l.Class, Golden: l.Golden, Way: l.Way})
		year := l.Year
		if year == 0 {
			year = l.Date.Year()
		}
		years[d] = append(years[d], year)
	}
	if err := tx.Decisions().Put(ctx, made...); err != nil {
		return nil, err
	}
	var put []*award.Record
	out := make([]decision.Decision, len(made))
	for i, d := range made {
		records := d.Records(movementCode, "", "")
		for j := range records {
			records[j].Reason, records[j].Way, records[j].Year = d.Items[j].Reason, d.Items[j].Way, years[d][j]
			put = append(put, &records[j])
		}
		out[i] = *d
	}
	return out, tx.Records().Put(ctx, put...)
}

// judgePast says of each line what keeps it from being entered, and which the
// register holds already: the same nominee, award and number.
func (o *Office) judgePast(ctx context.Context, p *Past) error {
	return o.read(ctx, func(tx Tx) error {
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		var keys []string
		for i := range p.Lines {
			l := &p.Lines[i]
			l.Number = viet.Clean(l.Number)
			a, ok := cat.Award(l.Award)
			faults := l.Faults
			for _, c := range []struct {
				bad  bool
				code string
				args []any
			}{
				{l.Name == "", "office.past-name", nil},
				{!ok, "office.past-award", []any{l.AwardText}},
				{ok && !a.May(registry.Kind(l.Kind)), "office.past-kind", []any{a.Name, registry.Kind(l.Kind).String()}},
				{l.Number == "", "office.past-number", nil},
				{!l.Date.Exact() || !l.Date.Valid(), "office.past-no-date", nil},
				{l.Date > o.Today(), "office.past-future", []any{l.Date.Slash()}},
			} {
				if t := words.Text(c.code, c.args...); c.bad && !slices.Contains(faults, t) {
					faults = append(faults, t)
				}
			}
			l.Faults = faults
			keys = append(keys, viet.Key(l.Name))
		}
		people, err := tx.Nominees().Find(ctx, NomineeFilter{Names: keys})
		if err != nil {
			return err
		}
		ids := make([]int64, len(people))
		for i, n := range people {
			ids[i] = n.ID
		}
		records, err := tx.Records().Find(ctx, RecordFilter{Nominees: ids})
		if err != nil {
			return err
		}
		type held struct{ name, award, number string }
		have := map[held]bool{}
		for _, r := range records {
			have[held{viet.Key(r.Name), r.Award, r.Number}] = true
		}
		for i := range p.Lines {
			l := &p.Lines[i]
			l.Known = have[held{viet.Key(l.Name), l.Award, l.Number}]
		}
		return nil
	})
}

// EnterOne is EnterPast for a line typed in; its faults come back as such.
func (o *Office) EnterOne(ctx context.Context, l PastLine, movementCode string) (Past, error) {
	l.Faults = nil
	p, err := o.EnterPast(ctx, []PastLine{l}, movementCode)
	if err != nil {
		return p, err
	}
	switch {
	case p.Known > 0:
		return p, fault.New(fault.Conflict, "office.past-known", l.Name, l.Number)
	case p.Left > 0:
		return p, fault.New(fault.Invalid, "office.past-line", strings.Join(p.Lines[0].Faults, " "))
	}
	return p, nil
}
