package office

import (
	"context"
	"fmt"
	"slices"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/viet"
	"thidua/model/when"
)

// FundBook is the book of a fund, in the order of its days, with the balance after
// each line.
type FundBook struct {
	Fund    award.Fund
	Lines   []award.BookLine // of the year asked for, of all years with 0
	Before  award.Dong       // the balance the year began with
	In, Out award.Dong       // sums of Lines
	Balance award.Dong       // after the last of Lines
	// Unpaid are the decisions issued here whose money this fund pays and has not yet.
	Unpaid []decision.Decision
}

// FundBook reads a fund's book; year 0 is all of it.
func (o *Office) FundBook(ctx context.Context, fund award.Fund, year int) (b FundBook, err error) {
	err = o.read(ctx, func(tx Tx) error {
		b, err = fundBook(ctx, tx, fund, year)
		return err
	})
	return b, err
}

func fundBook(ctx context.Context, tx Tx, fund award.Fund, year int) (FundBook, error) {
	b := FundBook{Fund: fund}
	list, err := tx.Bookings().Find(ctx, BookingFilter{Fund: fund})
	if err != nil {
		return b, err
	}
	for _, l := range award.Book(list) {
		switch {
		case year != 0 && l.Day.Year() < year:
			b.Before = l.Balance
		case year == 0 || l.Day.Year() == year:
			b.Lines = append(b.Lines, l)
			b.In += l.In
			b.Out += l.Out
		}
	}
	b.Balance = b.Before + b.In - b.Out
	b.Unpaid, err = unpaid(ctx, tx, fund, list)
	return b, err
}

// unpaid are the decisions of a fund that none of its bookings pays. Those of past
// years were paid, or not, before this book began; one whose honours were all taken
// back, or that goes without money, has nothing to pay.
func unpaid(ctx context.Context, tx Tx, fund award.Fund, list []award.Booking) ([]decision.Decision, error) {
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	yes := true
	all, err := tx.Decisions().Find(ctx, DecisionFilter{Issued: &yes, Giving: true})
	return slices.DeleteFunc(all, func(d decision.Decision) bool {
		a, ok := cat.Award(d.Award)
		worth := slices.ContainsFunc(d.Items, func(it decision.Item) bool {
			_, ok := cat.Money.Sum(d.Award, it.Kind, d.Date)
			return ok
		})
		return !ok || !worth || a.PaidBy() != fund || d.Origin == decision.Past || d.Revoked != 0 ||
			slices.ContainsFunc(list, func(b award.Booking) bool { return b.Decision == d.ID && b.Source == award.SourcePrize })
	}), err
}

// SaveBooking adds a line to a fund's book or saves a changed one. It answers
// "office.fund-short" when the fund would be overdrawn on that day or later.
func (o *Office) SaveBooking(ctx context.Context, b *award.Booking) (audit.Entry, error) {
	b.About = viet.Clean(b.About)
	if err := b.Check(); err != nil {
		return audit.Entry{}, err
	}
	detail := fmt.Sprintf("Ghi thu %s đồng, %s", viet.Thousands(int64(b.In)), b.Fund)
	if b.Out > 0 {
		detail = fmt.Sprintf("Ghi chi %s đồng, %s", viet.Thousands(int64(b.Out)), b.Fund)
	}
	return o.act(ctx, "fund.book", detail, func(tx Tx) error { return book(ctx, tx, b) })
}

func book(ctx context.Context, tx Tx, b *award.Booking) error {
	if err := tx.Bookings().Put(ctx, b); err != nil {
		return err
	}
	list, err := tx.Bookings().Find(ctx, BookingFilter{Fund: b.Fund})
	if err != nil {
		return err
	}
	if low := award.Lowest(award.Book(list), b.Day); low < 0 {
		return fault.New(fault.Conflict, "office.fund-short", b.Fund.String(), viet.Thousands(int64(-low)), b.Day.Slash()).At("out")
	}
	return nil
}

// Prizes are the sums that go with the honours of a decision.
type Prizes struct {
	Decision decision.Decision
	Fund     award.Fund // who pays
	Lines    []PrizeLine
	Sum      award.Dong
	Unknown  int // honours no coefficient is known for
}

// PrizeLine is one honour with its money.
type PrizeLine struct {
	Record award.Record
	Sum    award.Dong // 0 when none is known, or when it is covered
	// Covered names the title that is paid in its stead: of several titles given at
	// the same time for the same year only the highest is paid.
	Covered string
}

// Prizes works out what a decision costs: the money of the honours that stand, of
// several titles at one time the highest only.
func (o *Office) Prizes(ctx context.Context, id int64) (p Prizes, err error) {
	err = o.read(ctx, func(tx Tx) error {
		d, err := tx.Decisions().Get(ctx, id)
		if err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		p, err = prizes(ctx, tx, cat, d)
		return err
	})
	return p, err
}

// worth is the money that went with the honours of a decision when it was issued.
func worth(ctx context.Context, tx Tx, cat *award.Catalogue, d decision.Decision) (Prizes, error) {
	a, _ := cat.Award(d.Award)
	p := Prizes{Decision: d, Fund: a.PaidBy()}
	records, err := tx.Records().Find(ctx, RecordFilter{Decision: d.ID})
	if err != nil {
		return p, err
	}
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = r.Nominee
	}
	// What else the same nominees were given the same day may cover a title here.
	others, err := tx.Records().Find(ctx, RecordFilter{Nominees: ids})
	if err != nil {
		return p, err
	}
	people, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: ids})
	if err != nil {
		return p, err
	}
	kinds := map[int64]int{}
	for i, n := range people {
		kinds[n.ID] = i
	}
	prize := func(r award.Record) award.Prize {
		w, _ := cat.Award(r.Award)
		out := award.Prize{Nominee: r.Nominee, Award: r.Award, Class: w.Class, Year: r.Year, Day: r.Date}
		if i, ok := kinds[r.Nominee]; ok {
			out.Sum, _ = cat.Money.Sum(r.Award, people[i].Kind, r.Date)
		}
		return out
	}
	var list []award.Prize
	for _, r := range records {
		list = append(list, prize(r))
	}
	for _, r := range others {
		if r.Decision != d.ID && r.Date == d.Date && r.Revoked == 0 {
			list = append(list, prize(r))
		}
	}
	covered := award.Payable(list)
	for i, r := range records {
		l := PrizeLine{Record: r, Sum: list[i].Sum}
		switch {
		case covered[i] >= 0:
			l.Sum, l.Covered = 0, cat.Name(list[covered[i]].Award)
		case l.Sum == 0:
			p.Unknown++
		}
		p.Sum += l.Sum
		p.Lines = append(p.Lines, l)
	}
	return p, nil
}

// prizes is what is still to be paid: nothing for an honour that was taken back.
func prizes(ctx context.Context, tx Tx, cat *award.Catalogue, d decision.Decision) (Prizes, error) {
	p, err := worth(ctx, tx, cat, d)
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Record.Revoked != 0 {
			if l.Sum == 0 && l.Covered == "" {
				p.Unknown--
			}
			p.Sum -= l.Sum
			l.Sum, l.Covered = 0, ""
		}
	}
	return p, err
}

// Pay books the money of a decision out of the fund that pays it, once.
func (o *Office) Pay(ctx context.Context, id int64, voucher string, day when.Date) (award.Booking, audit.Entry, error) {
	p, err := o.Prizes(ctx, id)
	if err != nil {
		return award.Booking{}, audit.Entry{}, err
	}
	if !p.Decision.Issued || p.Decision.Act != decision.Gives {
		return award.Booking{}, audit.Entry{}, fault.New(fault.Conflict, "office.not-issued")
	}
	if day == 0 {
		day = o.Today()
	}
	if day < p.Decision.Date {
		return award.Booking{}, audit.Entry{}, fault.New(fault.Invalid, "office.paid-early", p.Decision.Date.Slash()).At("day")
	}
	if p.Sum == 0 {
		return award.Booking{}, audit.Entry{}, fault.New(fault.Invalid, "office.nothing-to-pay", p.Decision.Number)
	}
	b := award.Booking{Fund: p.Fund, Day: day, Voucher: voucher, Source: award.SourcePrize, Out: p.Sum, Decision: id,
		About: fmt.Sprintf("Chi tiền thưởng theo Quyết định số %s ngày %s", p.Decision.Number, p.Decision.Date.Office())}
	e, err := o.act(ctx, "fund.pay", fmt.Sprintf("Chi %s đồng tiền thưởng theo Quyết định số %s", viet.Thousands(int64(p.Sum)), p.Decision.Number), func(tx Tx) error {
		paid, err := tx.Bookings().Find(ctx, BookingFilter{Decision: id})
		if err != nil {
			return err
		}
		for _, x := range paid {
			if x.Source == award.SourcePrize {
				return fault.New(fault.Conflict, "office.paid-already", p.Decision.Number, x.Day.Slash())
			}
		}
		return book(ctx, tx, &b)
	})
	return b, e, err
}

// Recover books the money of a revoked honour back into the fund (Luật
// 06/2022/QH15, Điều 93.8), once. It answers "office.never-paid" when none went out.
func (o *Office) Recover(ctx context.Context, record int64, voucher string, day when.Date) (award.Booking, audit.Entry, error) {
	if day == 0 {
		day = o.Today()
	}
	b := award.Booking{Day: day, Voucher: voucher, Source: award.SourceRecovery, Record: record}
	e, err := o.act(ctx, "fund.recover", "Thu hồi tiền thưởng", func(tx Tx) error {
		r, err := tx.Records().Get(ctx, record)
		if err != nil {
			return err
		}
		if r.Revoked == 0 {
			return fault.New(fault.Conflict, "office.not-revoked", r.Name)
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		d, err := tx.Decisions().Get(ctx, r.Decision)
		if err != nil {
			return err
		}
		p, err := worth(ctx, tx, cat, d)
		if err != nil {
			return err
		}
		for _, l := range p.Lines {
			if l.Record.ID == record {
				b.In = l.Sum
			}
		}
		if b.In == 0 {
			return fault.New(fault.Invalid, "office.nothing-to-pay", r.Number)
		}
		b.Fund, b.Decision = p.Fund, r.Decision
		b.About = fmt.Sprintf("Thu hồi tiền thưởng của %s theo Quyết định số %s", r.Name, r.RevokedBy)
		before, err := tx.Bookings().Find(ctx, BookingFilter{Decision: r.Decision})
		if err != nil {
			return err
		}
		paid := d.Origin == decision.Past // paid before this book began, for all it can tell
		for _, x := range before {
			if x.Record == record && x.Source == award.SourceRecovery {
				return fault.New(fault.Conflict, "office.recovered-already", r.Name, x.Day.Slash())
			}
			paid = paid || x.Source == award.SourcePrize && x.Day <= r.Revoked
		}
		if !paid {
			return fault.New(fault.Conflict, "office.never-paid", r.Name)
		}
		return book(ctx, tx, &b)
	})
	return b, e, err
}
