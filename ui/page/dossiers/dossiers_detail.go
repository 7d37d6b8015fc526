package dossiers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sheet is one dossier with its clock.
type sheet struct {
	office.DossierFile
	left  int  // working days its step still has
	clock bool // the step has a limit
}

func (p *Page) showOne() {
	rows := p.grid.Selected()
	if len(rows) != 1 {
		return
	}
	id := rows[0].Dossier.ID
	task.Load(p.run, &p.file, func(ctx context.Context) (s sheet, err error) {
		o := p.run.Office
		if s.DossierFile, err = o.Dossier(ctx, id); err != nil || len(s.Roads) == 0 {
			return s, err
		}
		st, ok := s.Roads[0].Clock(s.Dossier.Stage)
		if !ok || st.Days == 0 || s.Dossier.Stage.Out() || s.Dossier.Stage == dossier.Decided {
			return s, nil
		}
		cal, err := o.Calendar(ctx)
		if err != nil {
			return s, err
		}
		s.left, s.clock = st.Days-cal.WorkingDaysBetween(s.Dossier.Since(), o.Today()), true
		return s, nil
	}, p.draw)
}

func (p *Page) draw(s sheet) {
	d := s.Dossier
	title := kit.Heading(d.Name)
	chips := container.NewHBox(kit.NewChip(d.Stage.String(), StageTone(d.Stage)), kit.NewChip(viet.FirstCapital(d.Kind.String()), kit.Quiet))
	if text, worst := p.state.Verdict(d.ID); text != "" {
		chips.Add(kit.NewChip(text, Tone(worst)))
	}
	head := kit.Stacked(title, chips)
	if len(s.Roads) > 0 {
		road := s.Roads[0]
		var steps []kit.Step
		for _, x := range Stations(d, road, s.left, s.clock) {
			st := kit.Step{Label: x.Name, Note: x.Note}
			switch {
			case x.Late:
				st.State = kit.Late
			case x.Here:
				st.State = kit.Now
			case x.Past:
				st.State = kit.Passed
			case x.Off:
				st.State = kit.Skipped
			}
			steps = append(steps, st)
		}
		head.Add(kit.NewStrip(steps...))
	} else {
		head.Add(kit.Flush(kit.Note(words.DossierNoRoad)))
	}
	if d.Stage.Out() || d.Stage == dossier.Supplement {
		head.Add(kit.Para(d.Stage.String()+": "+d.Reason, kit.Warn))
	}
	tabs := kit.NewTabs()
	found := p.state.Findings[d.ID]
	lacking, _ := Lacking(s.Papers)
	p.papers.show(s.DossierFile)
	tabs.Add(words.DossierTabFacts, container.NewVScroll(p.facts(s)))
	tabs.Add(counted(words.DossierTabPapers, lacking), p.papers.all)
	tabs.Add(counted(words.DossierTabCheck, standing(found)), container.NewVScroll(p.findings(found)))
	tabs.Add(counted(words.DossierTabConfirm, Waiting(s.Confirmations, p.state.Today)+pending(s.Matters, p.state.Today)), p.confirmations(s))
	tabs.Add(counted(words.DossierTabRecords, len(s.Records)), p.records(s.Records))
	tabs.Add(words.DossierTabRoad, p.road(s))
	tabs.Add(words.DossierTabHistory, noun.History(s.History))
	tabs.Open(int(p.part))
	tabs.OnChange = func(at int) { p.part = Part(at) }
	p.detail.Put(kit.Panel(container.NewBorder(head, nil, nil, nil, tabs)))
}

func counted(name string, n int) string {
	if n == 0 {
		return name
	}
	return words.Fill(words.DossierTabN, name, n)
}

func pending(list []dossier.Matter, today when.Date) int {
	n := 0
	for _, m := range list {
		if m.Pending(today) {
			n++
		}
	}
	return n
}

func standing(fs []check.Finding) int {
	n := 0
	for _, f := range fs {
		if f.Stands() {
			n++
		}
	}
	return n
}

func (p *Page) facts(s sheet) fyne.CanvasObject {
	d := s.Dossier
	unit := p.state.UnitName(d)
	as := ""
	if d.UnitText != "" && d.UnitText != unit {
		as = words.Fill(words.DossierPaperAs, d.UnitText)
	}
	from := s.Submission.UnitText
	if s.Submission.Number != "" {
		from = s.Submission.Number + " – " + from
	}
	if s.Submission.Date != 0 {
		from += ", " + s.Submission.Date.Slash()
	}
	file := ""
	if s.Submission.File != "" {
		file = words.Fill(words.DossierRow, s.Submission.File, fmt.Sprint(d.Row))
	}
	list := []kit.Fact{
		{Label: words.DossierAward, Value: s.Award.Name},
		{Label: words.DossierUnit, Value: unit, OnTap: link(d.Unit != 0, func() {
			p.host.Go(kit.To(words.RouteUnits, "don-vi", kit.IDText(d.Unit)))
		})},
		{Value: as},
		{Label: words.DossierPost, Value: d.Position},
		{Label: words.DossierHonor, Value: d.Honorific},
		{Label: words.DossierBirth, Value: d.Birth.Slash()},
		{Label: words.DossierGender, Value: words.Genders[d.Gender]},
		{Label: words.DossierEthnic, Value: d.Ethnicity},
		{Label: words.DossierID, Value: d.IDNumber},
		{Label: words.DossierAddress, Value: d.Address},
		{Label: words.DossierReason, Value: d.Achievement},
		{Label: words.DossierGround, Value: d.Ground},
		{Label: words.DossierWay, Value: registry.NameOf(award.WayNames, d.Way)},
		{Label: words.DossierClass, Value: registry.NameOf(registry.ClassNames, d.Class)},
		{Label: words.DossierMovement, Value: s.Movement.Name, OnTap: func() {
			p.host.Go(kit.To(words.RouteMovements, "phong-trao", kit.IDText(s.Movement.ID)))
		}},
		{Label: words.DossierFrom, Value: from},
		{Label: words.DossierFile, Value: file, OnTap: link(d.Batch != 0, func() {
			p.host.Go(kit.To(words.RouteIntake, "tep", kit.IDText(d.Batch)))
		})},
		{Label: words.DossierReceived, Value: d.Received.Slash()},
		{Label: words.DossierYear, Value: YearText(d.YearOf())},
		{Label: words.DossierRules, Value: d.RuleDay().Slash()},
		{Label: words.DossierNote, Value: d.Note},
	}
	return kit.NewFacts(list...)
}

// road lists the steps with who holds each, what goes out and by when.
func (p *Page) road(s sheet) fyne.CanvasObject {
	if len(s.Roads) == 0 {
		return kit.Para(words.DossierNoRoad, kit.Soft)
	}
	type line struct {
		no   int
		step dossier.Step
		at   Station
	}
	var lines []line
	for i, st := range Stations(s.Dossier, s.Roads[0], s.left, s.clock) {
		lines = append(lines, line{i + 1, s.Roads[0].Steps[i], st})
	}
	g := kit.NewGrid("road",
		kit.Column[line]{Key: "no", Title: "", Width: 30, Align: fyne.TextAlignTrailing, Text: func(l line) string { return fmt.Sprint(l.no) }},
		kit.Column[line]{Key: "step", Title: words.RoadStep, Width: 190, Grow: true, Text: func(l line) string { return l.step.Name }},
		kit.Column[line]{Key: "state", Title: words.RoadState, Width: 130, Text: func(l line) string {
			switch {
			case l.at.Here && s.clock:
				return l.at.Note
			case l.at.Here:
				return words.RoadHere
			case l.at.Past:
				return words.RoadPast
			}
			return ""
		}, Tone: func(l line) kit.Tone {
			switch {
			case l.at.Late:
				return kit.Bad
			case l.at.Here:
				return kit.Info
			}
			return kit.Good
		}},
		kit.Column[line]{Key: "holder", Title: words.RoadHolder, Width: 170, Text: func(l line) string { return l.step.Holder }},
		kit.Column[line]{Key: "days", Title: words.RoadDays, Width: 120, Text: func(l line) string {
			if l.step.Days == 0 {
				return ""
			}
			return words.Fill(words.RoadDaysN, l.step.Days)
		}},
		kit.Column[line]{Key: "basis", Title: words.RoadBasis, Width: 200, Text: func(l line) string { return l.step.Basis }},
	)
	g.RowTone = func(l line) kit.Tone {
		if l.at.Off {
			return kit.Quiet
		}
		return kit.Plain
	}
	g.SetRows(lines)
	about := kit.Stacked(kit.Flush(kit.Note(words.Fill(words.DossierRoad, s.Roads[0].Name) + ". " + s.Roads[0].Source)))
	if s.Roads[0].Remark != "" {
		about.Add(kit.Flush(kit.Note(s.Roads[0].Remark)))
	}
	for _, r := range s.Roads[1:] {
		about.Add(kit.Flush(kit.Note(words.Fill(words.RoadOther, r.Name) + ". " + r.Remark)))
	}
	return container.NewBorder(about, nil, nil, nil, g)
}

func link(on bool, do func()) func() {
	if !on {
		return nil
	}
	return do
}

func (p *Page) findings(fs []check.Finding) fyne.CanvasObject {
	if len(fs) == 0 {
		return kit.Stacked(kit.Para(words.FindNone, kit.Good), kit.Note(words.FindNoneText))
	}
	box := kit.Stacked()
	for _, f := range Sorted(fs) {
		tone := Tone(f.Severity)
		if !f.Stands() {
			tone = kit.Quiet
		}
		title := widget.NewLabelWithStyle(f.Rule+" · "+f.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		title.Wrapping = fyne.TextWrapWord
		line := container.NewBorder(nil, nil, container.NewCenter(kit.NewChip(words.Severities[string(f.Severity)], tone)), nil, title)
		box.Add(line)
		box.Add(kit.NewFacts(
			kit.Fact{Label: words.FindSeen, Value: f.Seen},
			kit.Fact{Label: words.FindWanted, Value: f.Wanted},
			kit.Fact{Label: words.FindBasis, Value: f.Basis},
		))
		if f.Stands() {
			if f.Severity != check.Info {
				box.Add(container.NewHBox(kit.NewButton(words.FindOverrule, nil, func() { p.overrule(f) }).Flat()))
			}
		} else {
			box.Add(kit.Note(words.Fill(words.FindOverruled, f.Overruled.Day.Slash(), f.Overruled.Officer, f.Overruled.Reason)))
		}
		box.Add(widget.NewSeparator())
	}
	return box
}

// overrule sets a finding aside, with the officer's reason.
func (p *Page) overrule(f check.Finding) {
	reason := kit.NewTextArea(3)
	form := kit.NewForm(&kit.Field{Key: "reason", Label: words.MoveReason, Required: true, Hint: words.Fill(words.FindAsk, f.Rule+" "+f.Title), Control: reason})
	kit.FormDialog(p.host.Canvas(), words.FindOverrule, form, 560, words.OK, modelwords.Say, func(done func(error)) {
		task.Do(p.run, task.Job{Title: words.FindOverrule, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.Overrule(ctx, f, reason.Text)
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.FindDone, f.Rule), e.ID)
		})
	})
}

func (p *Page) records(list []award.Record) fyne.CanvasObject {
	if len(list) == 0 {
		return kit.Para(words.RecordNone, kit.Soft)
	}
	g := kit.NewGrid("records",
		kit.Column[award.Record]{Key: "year", Title: words.RecordYear, Width: 56, Text: func(r award.Record) string { return fmt.Sprint(r.Year) }},
		kit.Column[award.Record]{Key: "award", Title: words.RecordAward, Width: 150, Text: func(r award.Record) string { return p.state.Catalogue.Short(r.Award) }},
		kit.Column[award.Record]{Key: "number", Title: words.RecordNumber, Width: 110, Text: func(r award.Record) string { return r.Number }},
		kit.Column[award.Record]{Key: "date", Title: words.RecordDate, Width: 88, Text: func(r award.Record) string { return r.Date.Slash() }},
		kit.Column[award.Record]{Key: "golden", Title: words.RecordGolden, Width: 90, Text: func(r award.Record) string { return r.GoldenBook }},
		kit.Column[award.Record]{Key: "reason", Title: words.RecordReason, Width: 260, Text: func(r award.Record) string { return r.Reason }},
	)
	g.RowTone = func(r award.Record) kit.Tone {
		if r.Revoked != 0 {
			return kit.Bad
		}
		return kit.Plain
	}
	g.SetRows(list)
	return g
}
