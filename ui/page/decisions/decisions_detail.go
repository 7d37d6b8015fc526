package decisions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/decision"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// moneyTab is the place of the money among the parts of a decision.
const moneyTab = 1

func (p *Page) draw() {
	f := p.state.File
	d := f.Decision
	p.buttons(f)
	title := widget.NewLabelWithStyle(p.state.Title(d), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	row := Row{Decision: d}
	for _, r := range p.state.Rows() {
		if r.ID == d.ID {
			row = r
		}
	}
	chips := container.NewHBox(kit.NewChip(StateOf(row), stateTone(row)), kit.NewChip(f.Award.Name, kit.Quiet))
	if d.Origin != decision.Drafted {
		chips.Add(kit.NewChip(words.DecisionOrigins[string(d.Origin)], kit.Quiet))
	}
	tabs := kit.NewTabs()
	tabs.Add(words.Fill(words.DecisionTabList, len(d.Items)), p.listPart())
	tabs.Add(words.DecisionTabMoney, p.moneyPart())
	tabs.Add(words.Fill(words.DecisionTabAmend, len(f.Amendments)), p.amendPart())
	tabs.Add(words.DecisionTabFacts, p.factsPart())
	tabs.Add(words.DecisionTabHistory, noun.History(f.History))
	tabs.Open(p.tab)
	tabs.OnChange = func(at int) { p.tab = at }
	p.detail.Put(kit.Panel(container.NewBorder(kit.Stacked(title, chips), nil, nil, nil, tabs)))
}

// buttons are what can be done with the decision as it stands.
func (p *Page) buttons(f office.DecisionFile) {
	d := f.Decision
	p.actions.RemoveAll()
	add := func(b *kit.Button) { p.actions.Add(b) }
	if !d.Issued {
		add(kit.NewButton(words.IssueButton, fynetheme.ConfirmIcon(), p.issue).Primary())
		add(kit.NewButton(words.DecisionPrint, fynetheme.DocumentPrintIcon(), p.print(FormOf(d))))
		add(kit.NewButton(words.DraftDrop, fynetheme.DeleteIcon(), p.drop))
	} else {
		add(kit.NewButton(words.DecisionPrint, fynetheme.DocumentPrintIcon(), p.print(FormOf(d))))
		if d.Act == decision.Gives {
			add(kit.NewButton(words.DecisionCerts, nil, p.print("bang-khen")))
			add(kit.NewButton(words.CorrectButton, nil, p.correct))
			add(kit.NewButton(words.RevokeButton, nil, p.revoke))
			add(kit.NewButton(words.UpButton, nil, p.sendUp))
		}
	}
	p.actions.Refresh()
}

// listPart is the list itself: of a draft with what puts it in order.
func (p *Page) listPart() fyne.CanvasObject {
	d := p.state.File.Decision
	columns := []kit.Column[Line]{
		{Key: "no", Title: words.ItemNo, Width: 40, Align: fyne.TextAlignTrailing, Text: func(l Line) string { return words.Count(l.No) }},
		{Key: "name", Title: words.ItemName, Width: 170, Bold: true, Text: func(l Line) string { return strings.TrimSpace(l.Honorific + " " + l.Name) }},
		{Key: "post", Title: words.ItemPost, Width: 120, Text: func(l Line) string { return l.Post }},
		{Key: "unit", Title: words.ItemUnit, Width: 150, Grow: true, Text: func(l Line) string { return l.UnitText }},
		{Key: "kind", Title: words.ItemKind, Width: 84, Text: func(l Line) string { return viet.FirstCapital(l.Kind.String()) }},
	}
	if d.Issued || d.Act != decision.Gives {
		columns = slices.Insert(columns, 1, kit.Column[Line]{Key: "golden", Title: words.ItemGolden, Width: 92, Align: fyne.TextAlignTrailing, Text: func(l Line) string { return l.Golden }})
	}
	if d.Issued {
		columns = slices.Insert(columns, 5, kit.Column[Line]{Key: "state", Title: words.ItemState, Width: 120, Text: lineState, Tone: func(l Line) kit.Tone {
			switch {
			case l.Gone():
				return kit.Bad
			case l.Handed:
				return kit.Good
			}
			return kit.Plain
		}})
	}
	columns = append(columns, kit.Column[Line]{Key: "reason", Title: words.ItemReason, Width: 220, Text: func(l Line) string { return l.Reason }})
	g := kit.NewGrid("decision-lines-"+map[bool]string{true: "issued", false: "draft"}[d.Issued], columns...)
	g.Multi = true
	g.ID = func(l Line) string {
		return strings.Join([]string{kit.IDText(l.Nominee), kit.IDText(l.Dossier), l.Golden, kit.IDText(l.Item.Record)}, "/")
	}
	g.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	g.SetRows(p.state.Lines())
	if p.lines != nil && p.drawn == d.ID {
		if l, ok := p.lines.Current(); ok {
			g.SelectID(g.ID(l))
		}
	}
	p.lines, p.drawn = g, d.ID
	if d.Issued {
		g.OnOpen = func(l Line) {
			if l.Dossier != 0 {
				p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(l.Dossier)))
			}
		}
		return g
	}
	g.OnOpen = func(Line) { p.editLine() }
	g.OnDelete = p.takeOut
	move := func(by int) func() {
		return func() {
			at := g.SelectedIndexes()
			if len(at) == 0 {
				return
			}
			p.state.Move(at, by)
			p.ordered()
		}
	}
	bar := container.NewHBox(
		kit.NewButton(words.ItemUp, fynetheme.MoveUpIcon(), move(-1)), kit.NewButton(words.ItemDown, fynetheme.MoveDownIcon(), move(1)),
		kit.NewButton(words.ItemTop, nil, move(-2)), kit.NewButton(words.ItemByName, nil, func() { p.state.ByName(); p.ordered() }),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), p.editLine), kit.NewButton(words.ItemOut, nil, p.takeOut))
	if d.Act != decision.Gives {
		bar.Objects = bar.Objects[:4]
	}
	p.save = kit.NewButton(words.ItemSave, fynetheme.DocumentSaveIcon(), p.keepOrder).Primary()
	p.save.SetEnabled(p.state.Moved)
	foot := container.NewBorder(nil, nil, nil, container.NewCenter(p.save), kit.Note(words.ItemOrderIs))
	return container.NewBorder(bar, foot, nil, nil, g)
}

// ordered shows the draft's list as it stands in hand; the chosen lines stay chosen.
func (p *Page) ordered() {
	p.lines.SetRows(p.state.Lines())
	p.save.SetEnabled(p.state.Moved)
	if at := p.lines.SelectedIndexes(); len(at) > 0 {
		p.lines.Reveal(at[0])
	}
}

func lineState(l Line) string {
	switch {
	case l.Gone():
		return words.Fill(words.ItemGone, l.Record.RevokedBy)
	case l.Record.ID == 0:
		return ""
	case l.Handed:
		return words.ItemHanded
	}
	return words.ItemStands
}

func (p *Page) moneyPart() fyne.CanvasObject {
	d, z := p.state.File.Decision, p.state.Prizes
	if !d.Issued || d.Act != decision.Gives {
		return kit.Para(words.MoneyDrafted, kit.Soft)
	}
	g := kit.NewGrid("decision-money",
		kit.Column[office.PrizeLine]{Key: "golden", Title: words.ItemGolden, Width: 88, Align: fyne.TextAlignTrailing, Text: func(l office.PrizeLine) string { return l.Record.GoldenBook }},
		kit.Column[office.PrizeLine]{Key: "name", Title: words.ItemName, Width: 220, Bold: true, Text: func(l office.PrizeLine) string { return l.Record.Name }},
		kit.Column[office.PrizeLine]{Key: "sum", Title: words.MoneyLineSum, Width: 110, Align: fyne.TextAlignTrailing, Text: func(l office.PrizeLine) string {
			if l.Sum == 0 {
				return ""
			}
			return words.Count(int(l.Sum))
		}},
		kit.Column[office.PrizeLine]{Key: "why", Title: words.MoneyLineWhy, Width: 200, Grow: true, Text: p.state.PrizeNote, Tone: func(office.PrizeLine) kit.Tone { return kit.Warn }},
	)
	g.SetRows(z.Lines)
	head := []fyne.CanvasObject{kit.Para(words.Fill(words.MoneyTotal, words.Count(int(z.Sum)), z.Fund.String()), kit.Plain)}
	bar := container.NewHBox(kit.NewButton(words.DecisionMoney, fynetheme.DocumentPrintIcon(), p.print("tien-thuong")))
	if paid, ok := p.state.Paid(); ok {
		head = append(head, kit.Para(words.Fill(words.MoneyPaid, words.Count(int(paid.Out)), paid.Day.Slash(), paid.Voucher), kit.Good))
	} else if z.Sum > 0 {
		bar.Add(kit.NewButton(words.MoneyPay, nil, p.pay))
	}
	recover := kit.NewButton(words.MoneyRecover, nil, func() {
		if l, ok := g.Current(); ok {
			p.recover(l)
		}
	})
	may := func() {
		l, ok := g.Current()
		_, back := p.state.Back(l.Record.ID)
		recover.SetEnabled(ok && l.Record.Revoked != 0 && !back)
	}
	g.OnSelect = may
	may()
	bar.Add(recover)
	return container.NewBorder(kit.Stacked(append(head, bar)...), nil, nil, nil, g)
}

// amendPart lists the decisions that correct or revoke this one.
func (p *Page) amendPart() fyne.CanvasObject {
	g := kit.NewGrid("decision-amendments",
		kit.Column[decision.Decision]{Key: "act", Title: words.DecisionAct, Width: 130, Text: func(d decision.Decision) string { return d.Act.String() }},
		kit.Column[decision.Decision]{Key: "number", Title: words.DecisionNumber, Width: 120, Bold: true, Text: func(d decision.Decision) string {
			if d.Number == "" {
				return words.DecisionNoNum
			}
			return d.Number
		}},
		kit.Column[decision.Decision]{Key: "date", Title: words.DecisionDate, Width: 90, Text: func(d decision.Decision) string { return d.Date.Slash() }},
		kit.Column[decision.Decision]{Key: "count", Title: words.DecisionCount, Width: 76, Align: fyne.TextAlignTrailing, Text: func(d decision.Decision) string { return words.Count(len(d.Items)) }},
		kit.Column[decision.Decision]{Key: "reason", Title: words.DecisionReason, Width: 200, Grow: true, Text: func(d decision.Decision) string { return d.Reason }},
	)
	g.SetRows(p.state.File.Amendments)
	g.OnOpen = func(d decision.Decision) { p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(d.ID))) }
	g.SetEmpty(kit.Para(words.None, kit.Soft))
	return g
}

// factsPart is what is known of the decision, and what is noted after it was signed.
func (p *Page) factsPart() fyne.CanvasObject {
	if !p.state.File.Decision.Issued {
		return container.NewVScroll(p.facts())
	}
	bar := container.NewHBox(kit.NewButton(words.DecisionAttach, fynetheme.MailAttachmentIcon(), p.attach), kit.NewButton(words.DecisionNotify, nil, p.notify))
	return container.NewBorder(bar, nil, nil, nil, container.NewVScroll(p.facts()))
}

func (p *Page) facts() fyne.CanvasObject {
	f := p.state.File
	d := f.Decision
	code := p.state.MovementCode(d.Movement)
	_, name := p.state.movementOf(d.Movement)
	list := []kit.Fact{
		{Label: words.DecisionAct, Value: d.Act.String()},
		{Label: words.DecisionAward, Value: f.Award.Name},
		{Label: words.DecisionDecider, Value: d.Decider},
		{Label: words.DecisionSigner, Value: d.Signer},
		{Label: words.DecisionOrigin, Value: words.DecisionOrigins[string(d.Origin)]},
		{Label: words.DecisionReason, Value: d.Reason},
		{Label: words.DecisionTold, Value: d.Notified.Slash()},
		{Label: words.DecisionNote, Value: d.Note},
	}
	if name != "" {
		list = append(list, kit.Fact{Label: words.DecisionMove, Value: name, OnTap: func() { p.host.Go(kit.To(words.RouteMovements, "ma", code)) }})
	}
	if f.Of.ID != 0 {
		list = append(list, kit.Fact{Label: words.DecisionOf, Value: p.state.Title(f.Of), OnTap: func() { p.host.Go(kit.To(words.RouteDecisions, "so", kit.IDText(f.Of.ID))) }})
	}
	if d.Ground != "" {
		list = append(list, kit.Fact{Label: words.DecisionGround, Value: registry.NameOf(decision.GroundNames, d.Ground)})
	}
	if d.Scan != "" {
		list = append(list, kit.Fact{Label: words.DecisionScan, Value: words.DecisionScanYes, OnTap: p.seeScan})
	}
	return kit.NewFacts(list...)
}
