package scoring

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/office"
	"thidua/model/registry"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sheets is the tab of the score sheets: every unit of the year, and the sheet of
// one of them line by line.
type sheets struct {
	p      *Page
	slot   task.Slot
	list   *kit.Grid[Row]
	lines  *kit.Grid[criteria.Scored]
	detail *kit.Detail
	why    *fyne.Container
	shut   *kit.Button
	renew  *kit.Button
	line   office.SheetLine // the sheet shown
	all    fyne.CanvasObject
}

func newSheets(p *Page) *sheets {
	s := &sheets{p: p, detail: kit.NewDetail(nil), why: container.NewStack()}
	name := func(r Row) string { return r.Name }
	s.list = kit.NewGrid("scores",
		kit.Column[Row]{Key: "unit", Title: words.ScoreUnit, Width: 150, Grow: true, Text: name, Order: kit.ByText(name)},
		kit.Column[Row]{Key: "state", Title: words.ScoreState, Width: 120, Chip: true, Text: Row.StateName, Tone: Row.Tone},
		kit.Column[Row]{Key: "total", Title: words.ScoreTotal, Width: 92, Align: fyne.TextAlignTrailing, Text: func(r Row) string {
			if !r.Has {
				return ""
			}
			return words.Fill(words.ScoreOf, r.Line.Result.Total, r.Line.Result.Max)
		}, Order: func(a, b Row) int { return int(a.Line.Result.Total - b.Line.Result.Total) }},
		kit.Column[Row]{Key: "open", Title: words.ScoreOpen, Width: 84, Align: fyne.TextAlignTrailing, Text: func(r Row) string {
			if r.Open == 0 {
				return ""
			}
			return words.Count(r.Open)
		}, Order: func(a, b Row) int { return a.Open - b.Open }},
	)
	s.list.ID = func(r Row) string { return kit.IDText(r.ID) }
	s.list.OnSelect = func() {
		if r, ok := s.list.Current(); ok && r.ID != s.p.state.Unit {
			s.p.state.Unit = r.ID
			s.p.here()
			s.open()
		}
	}
	s.list.OnOpen = func(Row) { s.p.host.Canvas().Focus(s.lines) }
	s.list.SetEmpty(kit.Empty(nil, words.ScoreNone, words.ScoreNoneText))
	s.lines = kit.NewGrid("score-lines",
		kit.Column[criteria.Scored]{Key: "key", Title: words.LineKey, Width: 40, Text: func(l criteria.Scored) string { return l.Item.Key }},
		kit.Column[criteria.Scored]{Key: "text", Title: words.LineText, Width: 200, Grow: true, Text: func(l criteria.Scored) string { return l.Item.Text }},
		kit.Column[criteria.Scored]{Key: "max", Title: words.LineMax, Width: 90, Align: fyne.TextAlignTrailing, Text: func(l criteria.Scored) string {
			if l.Item.Kind == criteria.Gate {
				return ""
			}
			if l.Item.Kind == criteria.Minus {
				return (-l.Item.Max).String()
			}
			return l.Item.Max.String()
		}},
		kit.Column[criteria.Scored]{Key: "self", Title: words.LineSelf, Width: 70, Align: fyne.TextAlignTrailing, Text: func(l criteria.Scored) string { return pointsText(l.Self) }},
		kit.Column[criteria.Scored]{Key: "appraised", Title: words.LineAppraised, Width: 84, Align: fyne.TextAlignTrailing, Text: func(l criteria.Scored) string { return pointsText(l.Appraised) },
			Tone: func(l criteria.Scored) kit.Tone {
				if l.Self != nil && l.Appraised != nil && *l.Self != *l.Appraised {
					return kit.Warn
				}
				return kit.Plain
			}},
		kit.Column[criteria.Scored]{Key: "points", Title: words.LinePoints, Width: 120, Align: fyne.TextAlignTrailing, Bold: true, Text: func(l criteria.Scored) string {
			switch {
			case l.Line.NA:
				return words.LineNA
			case l.Self == nil && l.Appraised == nil:
				return "…"
			}
			return l.Points.String()
		}},
		kit.Column[criteria.Scored]{Key: "evidence", Title: words.LineEvidence, Width: 94, Align: fyne.TextAlignTrailing, Text: EvidenceText, Tone: func(l criteria.Scored) kit.Tone {
			if EvidenceText(l) == words.LineMissing {
				return kit.Bad
			}
			return kit.Plain
		}},
	)
	s.lines.ID = func(l criteria.Scored) string { return l.Item.Key }
	s.lines.RowTone = func(l criteria.Scored) kit.Tone {
		if l.Line.NA {
			return kit.Quiet
		}
		return kit.Plain
	}
	s.lines.OnSelect = s.explain
	s.lines.OnOpen = func(criteria.Scored) { s.edit() }
	s.shut = kit.NewButton("", nil, s.closeAll)
	s.renew = kit.NewButton("", nil, func() { s.renewSheets(s.p.state.Renewals) })
	left := container.NewBorder(nil, kit.Bar(s.shut, s.renew), nil, nil, s.list)
	s.all = kit.NewHSplit("scores", 0.39, left, s.detail)
	return s
}

func (s *sheets) content() fyne.CanvasObject { return s.all }
func (s *sheets) focus() fyne.Focusable      { return s.list }

func (s *sheets) show() {
	s.shut.SetText(words.Fill(words.ScoreCloseAll, kit.IDText(int64(s.p.state.Year))))
	s.renew.SetText(words.Fill(words.ScoreRenewN, len(s.p.state.Renewals)))
	if s.renew.Hide(); len(s.p.state.Renewals) > 0 {
		s.renew.Show()
	}
	rows := s.p.state.Rows()
	s.list.SetRows(rows)
	if s.p.state.Unit == 0 && len(rows) > 0 {
		s.p.state.Unit = rows[0].ID
	}
	if r, ok := s.list.Current(); !ok || r.ID != s.p.state.Unit { // a row that moved is not run after
		s.list.SelectID(kit.IDText(s.p.state.Unit))
	}
	s.open()
}

// open reads the sheet of the unit chosen; a unit that has none gets an empty one.
func (s *sheets) open() {
	st := &s.p.state
	if _, ok := st.Movement(); !ok {
		return // the page's gate says what to do
	}
	if len(st.Sets) == 0 && len(st.Sheets) == 0 {
		s.put(kit.Empty(nil, words.Fill(words.ScoreNoSet, kit.IDText(int64(st.Year))), words.ScoreNoSetText, kit.NewButton(words.SetDraft, nil, s.p.draft).Primary()))
		return
	}
	if st.Unit == 0 {
		s.put(kit.Empty(nil, words.ScorePick, words.ScorePickText))
		return
	}
	code, year, unit := s.p.code(), st.Year, st.Unit
	s.slot.Fault = func(err error) { s.put(kit.Empty(nil, words.ScoreNone, modelwords.Say(err))) }
	task.Load(s.p.run, &s.slot, func(ctx context.Context) (office.SheetLine, error) {
		return s.p.run.Office.Sheet(ctx, code, year, unit)
	}, s.showSheet)
}

func (s *sheets) put(o fyne.CanvasObject) {
	s.detail.Put(o)
}

func (s *sheets) showSheet(l office.SheetLine) {
	s.line = l
	row := Row{Has: l.Sheet.ID != 0, State: l.Sheet.State}
	chips := container.NewHBox(kit.NewChip(row.StateName(), row.Tone()),
		kit.NewChip(words.Fill(words.ScoreTotalIs, l.Result.Total, l.Result.Max, shareText(l.Result.Share())), kit.Info))
	head := []fyne.CanvasObject{kit.Heading(l.Unit.Name), chips}
	tight := kit.Stacked()
	for _, t := range Remarks(l) {
		tight.Add(kit.Small(t, kit.Soft))
	}
	head = append(head, tight)
	if r, ok := s.p.state.Renewal(l.Sheet.Unit); ok {
		head = append(head, container.NewBorder(nil, nil, nil, container.NewCenter(kit.NewButton(words.ScoreRenew, nil, func() { s.renewSheets([]office.Renewal{r}) })),
			kit.Para(words.Fill(words.ScoreOutdated, ChangesText(r)), kit.Warn)))
	}
	if l.Sheet.Closed != 0 {
		head = append(head, kit.Para(words.Fill(words.ScoreIsClosed, l.Sheet.Closed.Slash()), kit.Good))
	}
	edit := kit.NewButton(words.ScoreEdit, fynetheme.DocumentCreateIcon(), s.edit)
	agree := kit.NewButton(words.ScoreAgree, fynetheme.ConfirmIcon(), s.agree)
	edit.SetEnabled(l.Sheet.Closed == 0)
	agree.SetEnabled(l.Sheet.Closed == 0)
	s.lines.SetRows(l.Result.Lines)
	if _, ok := s.lines.Current(); !ok && len(l.Result.Lines) > 0 {
		s.lines.Select(0)
	}
	s.explain()
	body := kit.NewVSplit("score-lines", 0.57, container.NewBorder(nil, kit.Bar(edit, agree), nil, nil, s.lines), s.why)
	s.put(kit.Panel(container.NewBorder(kit.Stacked(head...), nil, nil, nil, body)))
}

// explain says of the line chosen why it brings what it brings.
func (s *sheets) explain() {
	l, ok := s.lines.Current()
	if !ok {
		return
	}
	it := l.Item
	title := words.Fill(words.ScoreWhy, l.Points)
	switch {
	case it.Kind == criteria.Gate:
		title = registry.NameOf(criteria.KindNames, string(it.Kind))
	case l.Line.NA:
		title = words.LineNACheck
	}
	facts := []kit.Fact{{Label: words.LineIs, Value: strings.TrimLeft(it.Letter+") "+it.Text, ") ")}}
	for i, w := range l.Why {
		tone := kit.Info
		if i > 0 || w.Code == "criteria.unanswered" {
			tone = kit.Warn
		}
		facts = append(facts, kit.Fact{Label: words.ScoreHow, Value: modelwords.Text(w.Code, w.Args...), Tone: tone})
	}
	if l.Line.Self != nil {
		facts = append(facts, kit.Fact{Label: words.ScoreReported, Value: AnswerText(it, *l.Line.Self)})
	}
	if l.Line.Appraised != nil {
		text := AnswerText(it, *l.Line.Appraised)
		if l.Line.Reason != "" {
			text += " – " + l.Line.Reason
		}
		facts = append(facts, kit.Fact{Label: words.ScoreJudged, Value: text})
	}
	how := []string{registry.NameOf(criteria.KindNames, string(it.Kind)) + "."}
	if it.Needs != "" {
		how = append(how, words.Fill(words.ScoreNeeds, it.Needs))
	}
	if it.Source != "" {
		how = append(how, words.Fill(words.ScoreFixed, registry.NameOf(criteria.SourceNames, it.Source)))
	}
	if it.Guide != "" {
		how = append(how, it.Guide)
	}
	facts = append(facts, kit.Fact{Label: words.ScoreGuide, Value: strings.Join(how, " ")})
	parts := []fyne.CanvasObject{kit.Lead(title), kit.NewFacts(facts...)}
	for i, e := range l.Line.Evidence {
		parts = append(parts, s.proof(it, i, e))
	}
	s.why.Objects = []fyne.CanvasObject{container.NewVScroll(kit.Stacked(parts...))}
	s.why.Refresh()
}

// proof is one thing shown for a line, with what can be done with it.
func (s *sheets) proof(it criteria.Item, at int, e criteria.Evidence) fyne.CanvasObject {
	buttons := container.NewHBox()
	if e.File != "" {
		buttons.Add(kit.NewButton(words.FileOpen, nil, func() { task.OpenKept(s.p.run, &s.p.file, s.p.host, e.File, e.FileName) }).Flat())
	}
	if s.line.Sheet.Closed == 0 && it.Source == "" {
		buttons.Add(kit.NewButton(words.LineProofOut, nil, func() { s.dropProof(it, at) }).Flat())
	}
	return container.NewBorder(nil, nil, nil, buttons, kit.Para(words.LineEvidence+": "+e.Text, kit.Plain))
}

// agree takes the unit's own score of every line that has its evidence.
func (s *sheets) agree() {
	next, n, left := Agreed(s.line.Sheet)
	if n == 0 {
		s.p.host.Say(kit.Warn, words.ScoreAgreeNone, nil)
		return
	}
	said := words.Fill(words.ScoreAgreed, n, s.line.Unit.Name)
	if left > 0 {
		said = words.Fill(words.ScoreAgreedBut, n, s.line.Unit.Name, left)
	}
	s.p.act(words.ScoreAgree, said, nil, func(ctx context.Context) (audit.Entry, error) { return s.p.run.Office.SaveSheet(ctx, &next) })
}

// closeAll freezes the scores of the year.
func (s *sheets) closeAll() {
	code, year := s.p.code(), s.p.state.Year
	if code == "" {
		return
	}
	title := words.Fill(words.ScoreCloseAll, kit.IDText(int64(year)))
	type closed struct {
		n, open int
		e       audit.Entry
	}
	kit.Confirm(s.p.host.Canvas(), title, words.ScoreCloseAsk, title, false, func() {
		task.Do(s.p.run, task.Job{Title: title}, func(ctx context.Context, _ office.Progress) (c closed, err error) {
			c.n, c.open, c.e, err = s.p.run.Office.CloseSheets(ctx, code, year)
			return c, err
		}, func(c closed) {
			switch {
			case c.n == 0:
				s.p.host.Say(kit.Warn, words.Fill(words.ScoreCloseNone, c.open), nil)
			case c.open > 0:
				s.p.host.Done(words.Fill(words.ScoreClosedBut, c.n, c.open), c.e.ID)
			default:
				s.p.host.Done(words.Fill(words.ScoreClosed, c.n), c.e.ID)
			}
		})
	})
}
