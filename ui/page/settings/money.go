package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// money is the part of base salaries and coefficients.
type money struct {
	p        *Page
	slot     task.Slot
	cat      *award.Catalogue
	salaries *kit.Grid[award.Salary]
	coefs    *kit.Grid[CoefficientRow]
	nowOnly  bool
	all      fyne.CanvasObject
}

func newMoney(p *Page) *money {
	m := &money{p: p, nowOnly: true}
	today := p.run.Office.Today()
	m.salaries = kit.NewGrid("settings-salaries",
		kit.Column[award.Salary]{Key: "amount", Title: words.MoneyAmount, Width: 110, Bold: true, Align: fyne.TextAlignTrailing, Text: func(s award.Salary) string { return DongText(s.Amount) }},
		kit.Column[award.Salary]{Key: "from", Title: words.FactFrom, Width: 90, Text: func(s award.Salary) string { return s.From.Slash() }},
		kit.Column[award.Salary]{Key: "last", Title: words.FactLast, Width: 110, Text: func(s award.Salary) string { return s.LastDay().Slash() }},
		kit.Column[award.Salary]{Key: "now", Title: words.RuleState, Width: 110, Text: func(s award.Salary) string { return Standing(s.Period, today) }},
		kit.Column[award.Salary]{Key: "source", Title: words.FactSource, Width: 300, Grow: true, Text: func(s award.Salary) string { return s.Source }},
	)
	m.salaries.ID = func(s award.Salary) string { return fmt.Sprint(s.ID) }
	m.salaries.RowTone = func(s award.Salary) kit.Tone { return pastTone(s.Holds(today)) }
	m.salaries.OnOpen = m.salary
	m.coefs = kit.NewGrid("settings-coefs",
		kit.Column[CoefficientRow]{Key: "award", Title: words.MoneyAward, Width: 240, Grow: true, Bold: true, Text: func(c CoefficientRow) string { return c.Award }},
		kit.Column[CoefficientRow]{Key: "kind", Title: words.MoneyKind, Width: 100, Text: func(c CoefficientRow) string { return viet.FirstCapital(c.Kind.String()) }},
		kit.Column[CoefficientRow]{Key: "coef", Title: words.MoneyCoef, Width: 70, Align: fyne.TextAlignTrailing, Text: func(c CoefficientRow) string { return HundredthsText(c.Hundredths) }},
		kit.Column[CoefficientRow]{Key: "sum", Title: words.Fill(words.MoneySum, today.Slash()), Width: 150, Align: fyne.TextAlignTrailing, Text: func(c CoefficientRow) string { return c.Sum }},
		kit.Column[CoefficientRow]{Key: "from", Title: words.FactFrom, Width: 90, Text: func(c CoefficientRow) string { return c.From.Slash() }},
		kit.Column[CoefficientRow]{Key: "last", Title: words.FactLast, Width: 110, Text: func(c CoefficientRow) string { return c.Period.LastDay().Slash() }},
		kit.Column[CoefficientRow]{Key: "source", Title: words.FactSource, Width: 170, Text: func(c CoefficientRow) string { return c.Source }},
	)
	m.coefs.ID = func(c CoefficientRow) string { return fmt.Sprint(c.ID) }
	m.coefs.RowTone = func(c CoefficientRow) kit.Tone { return pastTone(c.Holds(today)) }
	m.coefs.OnOpen = func(c CoefficientRow) { m.coefficient(c.Coefficient) }
	now := widget.NewCheck(words.MoneyNowOnly, func(on bool) { m.nowOnly = on; m.show() })
	now.Checked = true
	top := kit.Section(words.MoneySalaries, m.salaries,
		kit.NewButton(words.Add, fynetheme.ContentAddIcon(), func() { m.salary(award.Salary{}) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() {
			if s, ok := m.salaries.Current(); ok {
				m.salary(s)
			}
		}))
	bottom := kit.Section(words.MoneyCoefs, m.coefs, now,
		kit.NewButton(words.Add, fynetheme.ContentAddIcon(), func() { m.coefficient(award.Coefficient{}) }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() {
			if c, ok := m.coefs.Current(); ok {
				m.coefficient(c.Coefficient)
			}
		}))
	m.all = container.NewBorder(nil, kit.Note(words.MoneyIs), nil, nil, kit.NewVSplit("settings-money", 0.3, top, bottom))
	return m
}

func pastTone(now bool) kit.Tone {
	if now {
		return kit.Plain
	}
	return kit.Quiet
}

func (m *money) content() fyne.CanvasObject { return m.all }
func (m *money) stop()                      { m.slot.Stop() }
func (m *money) focus()                     { m.p.host.Canvas().Focus(m.coefs) }

func (m *money) load() {
	task.Load(m.p.run, &m.slot, m.p.run.Office.Catalogue, func(c *award.Catalogue) {
		m.cat = c
		m.show()
	})
}

func (m *money) show() {
	if m.cat == nil {
		return
	}
	m.salaries.SetRows(m.cat.Money.Salaries)
	m.coefs.SetRows(Coefficients(m.cat, m.p.run.Office.Today(), m.nowOnly))
}

func (m *money) salary(s award.Salary) {
	text := ""
	if s.Amount > 0 {
		text = DongText(s.Amount)
	}
	amount, source, dates := kit.EntryOf(text, 1), kit.EntryOf(s.Source, 1), noun.NewTerm(m.p.run.Office.Today(), s.Period)
	title := words.MoneySalaryEdit
	if s.ID == 0 {
		title = words.MoneySalaryAdd
	}
	fields := append([]*kit.Field{{Key: "amount", Label: words.MoneyAmount, Required: true, Hint: words.MoneyAmountIs, Control: amount}}, dates.Fields()...)
	f := kit.NewForm(append(fields, &kit.Field{Key: "source", Label: words.FactSource, Required: true, Control: source})...)
	kit.FormDialog(m.p.host.Canvas(), title, f, 560, words.Save, modelwords.Say, func(done func(error)) {
		x := s
		var l fault.List
		var err error
		if x.Amount, err = ReadDong(amount.Text); err != nil {
			gather(&l, err)
		}
		x.Period = dates.Period()
		x.Source = source.Trimmed()
		Lacking(&l, x.Period, x.Source)
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		task.Do(m.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return m.p.run.Office.SaveSalary(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			m.p.host.Done(words.Fill(words.MoneySalarySaved, DongText(x.Amount)), e.ID)
		})
	})
}

func (m *money) coefficient(c award.Coefficient) {
	if m.cat == nil {
		return
	}
	text := ""
	if c.Hundredths > 0 {
		text = HundredthsText(c.Hundredths)
	}
	size, source, dates := kit.EntryOf(text, 1), kit.EntryOf(c.Source, 1), noun.NewTerm(m.p.run.Office.Today(), c.Period)
	var names, kinds []registry.Name
	for _, a := range m.cat.Awards {
		names = append(names, registry.Name{Code: a.Code, Name: a.Name})
	}
	for _, k := range registry.Kinds {
		kinds = append(kinds, registry.Name{Code: string(k), Name: viet.FirstCapital(k.String())})
	}
	what, kind := noun.OneOf(names, c.Award), noun.OneOf(kinds, string(c.Kind))
	title := words.MoneyCoefEdit
	if c.ID == 0 {
		title = words.MoneyCoefAdd
	}
	fields := append([]*kit.Field{
		{Key: "award", Label: words.MoneyAward, Required: true, Control: what},
		{Key: "kind", Label: words.MoneyKind, Required: true, Control: kind},
		{Key: "hundredths", Label: words.MoneyCoef, Required: true, Hint: words.MoneyCoefIs, Control: size},
	}, dates.Fields()...)
	f := kit.NewForm(append(fields, &kit.Field{Key: "source", Label: words.FactSource, Required: true, Control: source})...)
	kit.FormDialog(m.p.host.Canvas(), title, f, 600, words.Save, modelwords.Say, func(done func(error)) {
		x := c
		var l fault.List
		var err error
		if x.Hundredths, err = ReadHundredths(size.Text); err != nil {
			gather(&l, err)
		}
		x.Period = dates.Period()
		x.Award, x.Kind, x.Source = what.Key(), registry.Kind(kind.Key()), source.Trimmed()
		Lacking(&l, x.Period, x.Source)
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		task.Do(m.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return m.p.run.Office.SaveCoefficient(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			m.p.host.Done(words.Fill(words.MoneyCoefSaved, HundredthsText(x.Hundredths)), e.ID)
		})
	})
}
