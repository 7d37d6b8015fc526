package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

// ReportLine is one unit's report as the list shows it.
type ReportLine struct {
	Report report.Report
	Unit   registry.Version // as it stood when the report was due, or last before
	Status movement.Status
	Late   int // working days it is, or came, late
	Heirs  []registry.UnitID
	Whole  bool
}

// Reports lists the reports of a year, what must be done first first.
func (o *Office) Reports(ctx context.Context, code string, kind report.Kind, year int) (out []ReportLine, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		out, err = reportsOf(ctx, tx, y, kind, year)
		return err
	})
	return out, err
}

func reportsOf(ctx context.Context, tx Tx, y *year, kind report.Kind, of int) ([]ReportLine, error) {
	list, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: of}, Kind: kind})
	if err != nil {
		return nil, err
	}
	out := make([]ReportLine, len(list))
	for i, r := range list {
		out[i] = y.line(r)
	}
	slices.SortStableFunc(out, func(a, b ReportLine) int {
		return cmp.Or(rankStatus(a.Status)-rankStatus(b.Status), b.Late-a.Late)
	})
	return out, nil
}

func (y *year) line(r report.Report) ReportLine {
	l := ReportLine{Report: r, Late: r.LateBy(y.day, y.calendar)}
	l.Unit, _ = y.units.Near(r.Unit, r.Deadline())
	l.Heirs, l.Whole = y.heirs(r.Unit)
	l.Status = r.Status(y.day, y.ended(r.Unit), y.calendar)
	if !l.Status.Owed() && !r.In() {
		l.Late = 0
	}
	return l
}

// ReportFile is everything about one report.
type ReportFile struct {
	ReportLine
	Movement movement.Movement
	Items    []criteria.Item // what it is asked for
	// Differences are what the unit says otherwise since it was accepted.
	Differences []report.Difference
	Reminders   []report.Reminder
	History     []audit.Entry
}

// Report opens one report.
func (o *Office) Report(ctx context.Context, id int64) (f ReportFile, err error) {
	err = o.read(ctx, func(tx Tx) error {
		r, err := tx.Reports().Get(ctx, id)
		if err != nil {
			return err
		}
		if f.Movement, err = tx.Movements().Get(ctx, r.Movement); err != nil {
			return err
		}
		y, err := o.year(ctx, tx, f.Movement.Code)
		if err != nil {
			return err
		}
		f.ReportLine, f.Differences = y.line(r), r.Differences()
		set, _, err := setFor(ctx, tx, y, r.Year, r.Unit)
		if err != nil {
			return err
		}
		f.Items = set.Items
		all, err := tx.Reminders().Find(ctx, YearFilter{Movement: r.Movement, Year: r.Year})
		if err != nil {
			return err
		}
		for _, m := range all {
			if slices.ContainsFunc(m.Units, func(u report.Reminded) bool { return u.Report == id }) {
				f.Reminders = append(f.Reminders, m)
			}
		}
		f.History, err = tx.History(ctx, audit.Ref{Noun: "report", ID: id})
		return err
	})
	return f, err
}

// ReportOf finds the report of a unit, by the unit's code, for a year.
func (o *Office) ReportOf(ctx context.Context, code string, kind report.Kind, year int, unit string) (r report.Report, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		list, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: year}, Kind: kind})
		if err != nil {
			return err
		}
		// A code may have passed from an old unit to a new one, and both may owe the
		// year: the one that carries it today is meant, else the one that did.
		for _, day := range []when.Date{y.day, 0} {
			for _, x := range list {
				u, _ := y.units.Unit(x.Unit)
				for _, v := range u.Versions {
					if v.Code == unit && (day == 0 || v.Holds(day)) {
						r = x
						return nil
					}
				}
			}
		}
		return fault.New(fault.NotFound, "office.no-report", unit, year)
	})
	return r, err
}

// AskReports makes the duty list of a year: a line for every body that owes a
// report and has none yet, with its deadline. Asked again later it adds the bodies
// that came since. It gives how many were added.
func (o *Office) AskReports(ctx context.Context, code string, kind report.Kind, year int) (int, audit.Entry, error) {
	var add []*report.Report
	var name string
	err := o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		name = y.movement.Name
		due, err := y.due(kind, year)
		if err != nil {
			return err
		}
		have, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: year}, Kind: kind})
		if err != nil {
			return err
		}
		from, to := when.Of(year, 1, 1), min(y.day, due)
		if kind == report.Closing || to < from {
			from, to = y.day, y.day // those that stand now
		}
		for _, d := range y.movement.Debtors(y.units, from, to) {
			if !slices.ContainsFunc(have, func(r report.Report) bool { return r.Unit == d.ID }) {
				add = append(add, &report.Report{Movement: y.movement.ID, Kind: kind, Year: year, Unit: d.ID, Asked: y.day, Due: due})
			}
		}
		return nil
	})
	if err != nil || len(add) == 0 {
		return 0, audit.Entry{}, err
	}
	what := fmt.Sprintf("năm %d", year)
	if kind == report.Closing {
		what = "tổng kết"
	}
	e, err := o.act(ctx, "report.ask", fmt.Sprintf("Giao %d đơn vị báo cáo %s phong trào “%s”", len(add), what, name), func(tx Tx) error {
		return tx.Reports().Put(ctx, add...)
	})
	return len(add), e, err
}

// due is the deadline of a report; it answers "office.no-duty" when the movement
// lays none down.
func (y *year) due(kind report.Kind, of int) (when.Date, error) {
	due := y.movement.ReportDue(of, y.calendar)
	if kind == report.Closing {
		due = y.movement.ClosingDue(y.calendar)
	}
	if due == 0 {
		return 0, fault.New(fault.Invalid, "office.no-duty", y.movement.Name)
	}
	return due, nil
}

// Arrival is a report as it comes in.
type Arrival struct {
	Content report.Content
	Number  string
	Date    when.Date
	Day     when.Date       // received; zero is today
	By      registry.UnitID // a successor or the office itself, writing in the unit's place
	File    *Attachment
}

// ReceiveReport takes a report in, or a corrected one, and enters its figures as
// the unit's own score as long as its sheet is not closed.
func (o *Office) ReceiveReport(ctx context.Context, id int64, a Arrival) (report.Report, audit.Entry, error) {
	f, err := o.Report(ctx, id)
	if err != nil {
		return f.Report, audit.Entry{}, err
	}
	if a.Day == 0 {
		a.Day = o.Today()
	}
	r, err := f.Report.Receive(a.Content, a.Number, a.Date, a.Day)
	if err != nil {
		return r, audit.Entry{}, err
	}
	if err := (criteria.Sheet{Items: f.Items, Lines: a.Content.Answers}).Check(); err != nil {
		return r, audit.Entry{}, err
	}
	r.By = a.By
	if err := o.keepFile(ctx, a.File, &r.File, &r.FileName); err != nil {
		return r, audit.Entry{}, err
	}
	e, err := o.act(ctx, "report.receive", fmt.Sprintf("Nhận báo cáo năm %d của %s", r.Year, f.Unit.Name), func(tx Tx) error {
		if err := tx.Reports().Put(ctx, &r); err != nil {
			return err
		}
		// What comes after acceptance is shown as a difference and scored only when
		// it is accepted in its turn.
		if r.Kind != report.Yearly || len(a.Content.Answers) == 0 || r.State == report.Accepted {
			return nil
		}
		y, err := o.year(ctx, tx, f.Movement.Code)
		if err != nil {
			return err
		}
		return selfScore(ctx, tx, y, r.Year, r)
	})
	return r, e, err
}

// ReturnReport sends a report back to its unit.
func (o *Office) ReturnReport(ctx context.Context, id int64, reason string) (audit.Entry, error) {
	f, err := o.Report(ctx, id)
	if err != nil {
		return audit.Entry{}, err
	}
	r, err := f.Report.Return(reason, o.officer, o.Today())
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "report.return", fmt.Sprintf("Trả lại báo cáo năm %d của %s: %s", r.Year, f.Unit.Name, r.Returns[len(r.Returns)-1].Reason), func(tx Tx) error {
		return tx.Reports().Put(ctx, &r)
	})
}

// AcceptReports freezes reports, all or none, and enters the exemplars and
// petitions they name in the registers.
func (o *Office) AcceptReports(ctx context.Context, ids []int64) (audit.Entry, error) {
	rs, err := o.chosenReports(ctx, ids)
	if err != nil {
		return audit.Entry{}, err
	}
	var again []int // of a year, accepted before and corrected since: scored anew
	for i := range rs {
		if rs[i].State == report.Accepted && rs[i].Kind == report.Yearly {
			again = append(again, i)
		}
		if rs[i], err = rs[i].Accept(o.Today()); err != nil {
			return audit.Entry{}, err
		}
	}
	return o.act(ctx, "report.accept", fmt.Sprintf("Duyệt %d báo cáo", len(rs)), func(tx Tx) error {
		if err := putAll(ctx, tx.Reports(), rs); err != nil {
			return err
		}
		for _, i := range again {
			m, err := tx.Movements().Get(ctx, rs[i].Movement)
			if err != nil {
				return err
			}
			y, err := o.year(ctx, tx, m.Code)
			if err != nil {
				return err
			}
			if err := selfScore(ctx, tx, y, rs[i].Year, rs[i]); err != nil {
				return err
			}
		}
		return o.enter(ctx, tx, rs)
	})
}

func (o *Office) chosenReports(ctx context.Context, ids []int64) (rs []report.Report, err error) {
	if len(ids) == 0 {
		return nil, fault.New(fault.Invalid, "office.no-report-chosen")
	}
	err = o.read(ctx, func(tx Tx) error {
		rs, err = tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{IDs: ids}})
		return err
	})
	if err == nil && len(rs) != len(ids) {
		err = fault.New(fault.NotFound, "office.some-gone")
	}
	return rs, err
}

// enter puts what accepted reports name into the registers, once.
func (o *Office) enter(ctx context.Context, tx Tx, rs []report.Report) error {
	exs, err := tx.Exemplars().Find(ctx, YearFilter{Movement: rs[0].Movement})
	if err != nil {
		return err
	}
	pets, err := tx.Petitions().Find(ctx, YearFilter{Movement: rs[0].Movement})
	if err != nil {
		return err
	}
	var newEx []*report.Exemplar
	var newPet []*report.Petition
	for _, r := range rs {
		for _, x := range r.Frozen.Exemplars {
			if !slices.ContainsFunc(exs, func(e report.Exemplar) bool { return e.Report == r.ID && e.Name == x.Name }) {
				kind := x.Kind
				if kind == "" {
					kind = "mo_hinh"
				}
				newEx = append(newEx, &report.Exemplar{Movement: r.Movement, Year: r.Year, Kind: kind, Name: x.Name, What: x.What, Unit: r.Unit, Report: r.ID, Scope: "co_so"})
			}
		}
		for _, text := range r.Frozen.Petitions {
			if !slices.ContainsFunc(pets, func(p report.Petition) bool { return p.Report == r.ID && p.Text == text }) {
				newPet = append(newPet, &report.Petition{Movement: r.Movement, Unit: r.Unit, Text: text, Number: r.Number, Date: r.Date, Received: r.Received, Report: r.ID})
			}
		}
	}
	if err := tx.Exemplars().Put(ctx, newEx...); err != nil {
		return err
	}
	return tx.Petitions().Put(ctx, newPet...)
}

// ExtendReports gives units a later day of their own.
func (o *Office) ExtendReports(ctx context.Context, ids []int64, until when.Date, reason string) (audit.Entry, error) {
	rs, err := o.chosenReports(ctx, ids)
	if err != nil {
		return audit.Entry{}, err
	}
	for i := range rs {
		if rs[i], err = rs[i].Extend(until, reason); err != nil {
			return audit.Entry{}, err
		}
	}
	return o.act(ctx, "report.extend", fmt.Sprintf("Gia hạn %d báo cáo đến ngày %s", len(rs), until.Slash()), func(tx Tx) error {
		return putAll(ctx, tx.Reports(), rs)
	})
}

// HandOver records who does what ended units owed. Successors that have no line
// of their own for that year get one. With way "ke_thua" and no units named, each
// duty goes to the heirs the registry knows.
func (o *Office) HandOver(ctx context.Context, ids []int64, h movement.Handover) (audit.Entry, error) {
	if err := o.choose(&h); err != nil {
		return audit.Entry{}, err
	}
	rs, err := o.chosenReports(ctx, ids)
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "report.hand-over", fmt.Sprintf("Bàn giao nghĩa vụ báo cáo của %d đơn vị: %s", len(rs), registry.NameOf(movement.HandoverNames, h.Way)), func(tx Tx) error {
		book, err := registryOf(ctx, tx)
		if err != nil {
			return err
		}
		have, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: rs[0].Movement}})
		if err != nil {
			return err
		}
		type duty struct {
			kind report.Kind
			year int
			unit int64
		}
		known := map[duty]bool{}
		for _, r := range have {
			known[duty{r.Kind, r.Year, r.Unit}] = true
		}
		var heirs []report.Report
		for i, r := range rs {
			if err := standing(book, r.Unit, o.Today()); err != nil {
				return err
			}
			mine := h
			if h.Way == movement.ToHeirs && len(h.To) == 0 {
				mine.To, _ = book.Heirs(r.Unit, o.Today())
			}
			if rs[i], err = r.HandOver(mine); err != nil {
				return err
			}
			for _, to := range mine.To {
				if d := (duty{r.Kind, r.Year, to}); h.Way == movement.ToHeirs && !known[d] {
					known[d] = true
					heirs = append(heirs, report.Report{Movement: r.Movement, Kind: r.Kind, Year: r.Year, Unit: to, Asked: o.Today(), Due: r.Due})
				}
			}
		}
		if err := putAll(ctx, tx.Reports(), rs); err != nil {
			return err
		}
		return putAll(ctx, tx.Reports(), heirs)
	})
}

// Boards counts where the reports of a year stand, by status.
func Boards(lines []ReportLine) map[movement.Status]int {
	out := map[movement.Status]int{}
	for _, l := range lines {
		out[l.Status]++
	}
	return out
}
