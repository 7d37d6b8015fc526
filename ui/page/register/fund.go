package register

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// fund is the tab of the fund's book.
type fund struct {
	p     *Page
	slot  task.Slot
	which award.Fund
	at    int // the year shown; 0 for all
	book  office.FundBook
	all   fyne.CanvasObject
	year  *kit.Select
	sum   *canvas.Text
	grid  *kit.Grid[award.BookLine]

	change, prizes, unpaid *kit.Button
}

func newFund(p *Page) *fund {
	f := &fund{p: p, which: award.FundProvince, sum: kit.Text("", kit.Plain)}
	which := kit.NewSelect("", func(k string) { f.which = award.Fund(k); f.load() })
	which.SetChoices(noun.Names(award.FundNames))
	which.SetKey(string(f.which))
	f.year = kit.NewSelect(words.RegisterAllYears, func(k string) { f.at = int(kit.ParseID(k)); f.load() })
	today := p.run.Office.Today().Year()
	ys := []kit.Choice{{Key: "", Label: words.RegisterAllYears}}
	for y := today + 1; y >= today-9; y-- {
		ys = append(ys, kit.Choice{Key: fmt.Sprint(y), Label: fmt.Sprint(y)})
	}
	f.year.SetChoices(ys)
	f.year.SetKey("")
	money := func(n award.Dong) string {
		if n == 0 {
			return ""
		}
		return words.Count(int(n))
	}
	f.grid = kit.NewGrid("fund",
		kit.Column[award.BookLine]{Key: "day", Title: words.FundDay, Width: 90, Bold: true, Text: func(l award.BookLine) string { return l.Day.Slash() }},
		kit.Column[award.BookLine]{Key: "voucher", Title: words.FundVoucher, Width: 110, Text: func(l award.BookLine) string { return l.Voucher }},
		kit.Column[award.BookLine]{Key: "source", Title: words.FundSource, Width: 190, Text: func(l award.BookLine) string { return registry.NameOf(award.SourceNames, l.Source) }},
		kit.Column[award.BookLine]{Key: "about", Title: words.FundAbout, Width: 260, Grow: true, Text: func(l award.BookLine) string { return l.About }},
		kit.Column[award.BookLine]{Key: "in", Title: words.FundIn, Width: 110, Align: fyne.TextAlignTrailing, Text: func(l award.BookLine) string { return money(l.In) }, Tone: func(award.BookLine) kit.Tone { return kit.Good }},
		kit.Column[award.BookLine]{Key: "out", Title: words.FundOut, Width: 110, Align: fyne.TextAlignTrailing, Text: func(l award.BookLine) string { return money(l.Out) }},
		kit.Column[award.BookLine]{Key: "balance", Title: words.FundBalance, Width: 120, Align: fyne.TextAlignTrailing, Bold: true, Text: func(l award.BookLine) string { return words.Count(int(l.Balance)) }},
	)
	f.grid.ID = func(l award.BookLine) string { return kit.IDText(l.ID) }
	f.grid.OnOpen = func(l award.BookLine) {
		if l.Decision != 0 {
			p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(l.Decision), "muc", "tien"))
			return
		}
		f.edit(l.Booking)
	}
	f.grid.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	f.grid.SetEmpty(kit.Empty(nil, words.FundNone, words.FundNoneText))
	add := kit.NewButton(words.FundAdd, fynetheme.ContentAddIcon(), func() { f.edit(award.Booking{Fund: f.which}) }).Primary()
	f.change = kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() {
		if l, ok := f.grid.Current(); ok {
			f.edit(l.Booking)
		}
	})
	f.prizes = kit.NewButton(words.FundPrizes, nil, func() {
		if l, ok := f.grid.Current(); ok {
			p.host.Go(kit.To(words.RoutePrint, "mau", "tien-thuong", "quyet-dinh", kit.IDText(l.Decision)))
		}
	})
	f.unpaid = kit.NewButton("", nil, f.showUnpaid)
	print := kit.NewButton(words.FundPrint, fynetheme.DocumentPrintIcon(), func() {
		p.host.Go(kit.To(words.RoutePrint, "mau", "so-quy", "nam", kit.IDText(int64(f.at))))
	})
	f.grid.OnSelect = f.selected
	f.selected()
	top := container.NewVBox(
		container.NewBorder(nil, nil, nil, kit.Wide(130, f.year), which),
		kit.Bar(add, f.change, f.prizes, print, kit.Spring(), f.unpaid))
	f.all = container.NewBorder(top, f.sum, nil, nil, f.grid)
	return f
}

// selected offers what can be done with the line chosen.
func (f *fund) selected() {
	l, ok := f.grid.Current()
	f.change.SetEnabled(ok && ByHand(l.Booking))
	f.prizes.SetEnabled(ok && l.Decision != 0)
}

// showUnpaid lists the decisions whose money has not been booked; one is opened where
// it is paid.
func (f *fund) showUnpaid() {
	g := kit.NewGrid("fund-unpaid",
		kit.Column[decision.Decision]{Key: "number", Title: words.HonourNumber, Width: 130, Bold: true, Text: func(d decision.Decision) string { return d.Number }},
		kit.Column[decision.Decision]{Key: "date", Title: words.HonourDate, Width: 90, Text: func(d decision.Decision) string { return d.Date.Slash() }},
		kit.Column[decision.Decision]{Key: "by", Title: words.HonourBy, Width: 300, Grow: true, Text: func(d decision.Decision) string { return d.Decider }},
		kit.Column[decision.Decision]{Key: "count", Title: words.DecisionCount, Width: 90, Align: fyne.TextAlignTrailing, Text: func(d decision.Decision) string { return words.Count(len(d.Items)) }},
	)
	g.SetRows(f.book.Unpaid)
	var m *kit.Modal
	shut := kit.NewButton(words.Close, nil, func() { m.Hide() })
	open := func(d decision.Decision) {
		m.Hide()
		f.p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(d.ID), "muc", "tien"))
	}
	to := kit.NewButton(words.FundToPay, nil, func() {
		if d, ok := g.Current(); ok {
			open(d)
		}
	}).Primary()
	g.OnOpen = open
	m = kit.ShowModal(f.p.host.Canvas(), words.FundUnpaidTitle, container.NewBorder(kit.Note(words.FundUnpaidIs), nil, nil, nil, g), fyne.NewSize(760, 400), shut, to)
	m.OnCancel = shut.OnTapped
	g.Select(0)
	f.p.host.Canvas().Focus(g)
}

func (f *fund) load() {
	which, year := f.which, f.at
	task.Load(f.p.run, &f.slot, func(ctx context.Context) (office.FundBook, error) { return f.p.run.Office.FundBook(ctx, which, year) },
		func(b office.FundBook) {
			f.book = b
			f.grid.SetRows(b.Lines)
			f.sum.Text = words.Fill(words.FundSumText, words.Count(int(b.Before)), words.Count(int(b.In)), words.Count(int(b.Out)), words.Count(int(b.Balance)))
			f.sum.Refresh()
			f.unpaid.SetText(words.Fill(words.FundUnpaid, len(b.Unpaid)))
			if f.unpaid.SetEnabled(len(b.Unpaid) > 0); len(b.Unpaid) == 0 {
				f.unpaid.SetText(words.FundAllPaid)
			}
			f.selected()
		})
}

// edit changes a line of the book, or adds one without an id yet.
func (f *fund) edit(b award.Booking) {
	today := f.p.run.Office.Today()
	source := kit.NewSelect(words.ChooseOne, nil)
	var cs []kit.Choice
	for _, n := range award.SourceNames {
		if n.Code != award.SourcePrize && n.Code != award.SourceRecovery {
			cs = append(cs, kit.Choice{Key: n.Code, Label: n.Name})
		}
	}
	source.SetChoices(cs)
	source.SetKey(b.Source)
	day := kit.NewDateEntry(today, false)
	day.SetDate(b.Day)
	if b.ID == 0 {
		day.SetDate(today)
	}
	amount := ""
	if n := b.In + b.Out; n > 0 {
		amount = words.Count(int(n))
	}
	sum, voucher, about, note := kit.EntryOf(amount, 1), kit.EntryOf(b.Voucher, 1), kit.EntryOf(b.About, 2), kit.EntryOf(b.Note, 1)
	title := words.FundEdit
	if b.ID == 0 {
		title = words.FundAddTitle
	}
	form := kit.NewForm(
		&kit.Field{Key: "source", Label: words.FundSource, Required: true, Control: source},
		&kit.Field{Key: "sum", Label: words.FundSumLabel, Required: true, Control: sum},
		&kit.Field{Key: "day", Label: words.FundDay, Required: true, Control: container.NewHBox(day)},
		&kit.Field{Key: "voucher", Label: words.FundVoucher, Control: voucher},
		&kit.Field{Key: "about", Label: words.FundAbout, Control: about},
		&kit.Field{Key: "note", Label: words.HandNote, Control: note},
	)
	kit.FormDialog(f.p.host.Canvas(), title, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		var l fault.List
		n, err := ReadSum(sum.Text)
		if err != nil {
			l.Add(fault.New(fault.Invalid, "page.money").At("sum"))
		}
		on := day.Value()
		if source.Key() == "" {
			l.Add(fault.New(fault.Invalid, "award.booking-source").At("source"))
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		x := b
		x.Day, x.Voucher, x.About, x.Note, x.Source, x.In, x.Out = on, voucher.Trimmed(), about.Trimmed(), note.Trimmed(), source.Key(), 0, 0
		if InSource(x.Source) {
			x.In = n
		} else {
			x.Out = n
		}
		task.Do(f.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return f.p.run.Office.SaveBooking(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			f.p.host.Done(words.Fill(words.FundSaved, words.Count(int(n))), e.ID)
		})
	})
}
