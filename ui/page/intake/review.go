package intake

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/intake"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// reviewView is one file beside what became of it.
type reviewView struct {
	p       *Page
	content fyne.CanvasObject
	title   *canvas.Text
	state   *kit.Chip
	about   *widget.Label
	acts    *fyne.Container
	choose  *fyne.Container // columns of which one must be chosen
	head    *fyne.Container
	groups  *kit.Grid[Group]
	search  *kit.Search
	rows    *kit.Grid[Row]
	mend    *mendView
	quiet   bool // the page itself is moving the selection
}

func newReviewView(p *Page) *reviewView {
	v := &reviewView{p: p, title: kit.Lead(""), state: kit.NewChip("", kit.Quiet)}
	v.about = kit.Para("", kit.Plain)
	v.acts, v.choose = container.NewHBox(), container.NewVBox()
	v.groups = kit.NewGrid("intake-groups",
		kit.Column[Group]{Key: "title", Title: words.ReviewGroups, Width: 118, Grow: true, Text: func(g Group) string { return g.Title }},
		kit.Column[Group]{Key: "rows", Title: words.ReviewGroupN, Width: 72, Align: fyne.TextAlignTrailing, Text: func(g Group) string {
			if g.Rows == 0 {
				return ""
			}
			return words.Count(g.Rows)
		}},
	)
	v.groups.ID = func(g Group) string { return g.Pick }
	v.groups.RowTone = func(g Group) kit.Tone {
		switch {
		case g.Errors > 0:
			return kit.Bad
		case g.Whole:
			return kit.Plain
		}
		return kit.Warn
	}
	v.groups.OnSelect = func() {
		if g, ok := v.groups.Current(); ok && !v.quiet && g.Pick != p.state.Pick {
			p.state.Pick = g.Pick
			v.fillRows()
		}
	}
	v.search = kit.NewSearch(words.ReviewSearch, func(t string) { p.state.Text = t; v.fillRows() })
	v.search.OnDown = func() { p.host.Canvas().Focus(v.rows); v.rows.Select(0) }
	v.rows = kit.NewGrid("intake-rows",
		kit.Column[Row]{Key: "row", Title: words.RowNo, Width: 52, Align: fyne.TextAlignTrailing, Text: func(r Row) string { return fmt.Sprint(r.Record.Row) },
			Tone: func(Row) kit.Tone { return kit.Soft }, Order: func(a, b Row) int { return cmp.Or(a.Part-b.Part, a.Record.Row-b.Record.Row) }},
		kit.Column[Row]{Key: "result", Title: words.RowState, Width: 82, Chip: true, Text: Row.Result, Tone: resultTone,
			Order: func(a, b Row) int { return strings.Compare(a.Result(), b.Result()) }},
		kit.Column[Row]{Key: "name", Title: words.RowName, Width: 190, Text: func(r Row) string { return r.Name }, Order: func(a, b Row) int { return cmp.Compare(a.Sort, b.Sort) }},
		kit.Column[Row]{Key: "unit", Title: words.RowUnit, Width: 170, Text: doubted("unit", v.unitOf), Tone: func(r Row) kit.Tone { return issueTone(r, "unit") },
			Order: func(a, b Row) int { return strings.Compare(a.Unit, b.Unit) }},
		kit.Column[Row]{Key: "award", Title: words.RowAward, Width: 110, Text: doubted("award", v.awardOf), Tone: func(r Row) kit.Tone { return issueTone(r, "award") },
			Order: func(a, b Row) int { return strings.Compare(a.Award, b.Award) }},
		kit.Column[Row]{Key: "birth", Title: words.RowBirth, Width: 86, Text: doubted("birth_date", func(r Row) string { return r.Birth.Slash() }), Tone: func(r Row) kit.Tone { return issueTone(r, "birth_date") },
			Order: func(a, b Row) int { return cmp.Compare(a.Birth, b.Birth) }},
		kit.Column[Row]{Key: "id", Title: words.RowID, Width: 108, Text: doubted("id_number", func(r Row) string { return r.IDNumber }), Tone: func(r Row) kit.Tone { return issueTone(r, "id_number") }},
		kit.Column[Row]{Key: "post", Title: words.RowPost, Width: 130, Text: doubted("position", func(r Row) string { return r.Position }), Tone: func(r Row) kit.Tone { return issueTone(r, "position") }},
		kit.Column[Row]{Key: "kind", Title: words.RowKind, Width: 84, Text: func(r Row) string { return words.Kinds[r.Kind] }, Tone: func(r Row) kit.Tone { return issueTone(r, "kind") }},
		kit.Column[Row]{Key: "issue", Title: words.RowIssue, Width: 320, Grow: true, Text: firstIssue, Tone: resultTone},
	)
	v.rows.Multi = true
	v.rows.ID = Row.ID
	v.rows.RowTone = func(r Row) kit.Tone {
		if r.Left || r.Dossier != 0 {
			return kit.Quiet
		}
		return kit.Plain
	}
	v.rows.OnSelect = func() { v.mend.show(v.rows.Selected()) }
	v.rows.OnDelete = func() { v.mend.leaveOut(v.rows.Selected(), true) }
	v.rows.OnOpen = func(Row) { v.mend.focus() }
	v.rows.OnCopied = func(n int) { p.host.Say(kit.Info, words.Fill(words.Copied, n), nil) }
	v.rows.SetEmpty(kit.Empty(nil, words.ReviewNoRows, words.ReviewNoRowsTx))
	v.mend = newMendView(p)

	back := kit.NewButton("", fynetheme.NavigateBackIcon(), func() { p.host.Go(kit.To(words.RouteIntake)) }).Flat()
	name := container.NewHBox(back, container.NewCenter(v.title), container.NewCenter(v.state))
	v.head = container.NewVBox(container.NewBorder(nil, nil, name, v.acts), kit.Flush(v.about), v.choose)
	table := container.NewBorder(v.search, nil, nil, nil, v.rows)
	upper := kit.NewHSplit("intake-upper", 0.2, v.groups, table)
	v.content = container.NewBorder(v.head, nil, nil, nil, kit.NewVSplit("intake-lower", 0.52, upper, v.mend.content))
	return v
}

// reset forgets what was chosen in the file reviewed before.
func (v *reviewView) reset() {
	v.search.OnSearch = nil
	v.search.SetText("")
	v.search.OnSearch = func(t string) { v.p.state.Text = t; v.fillRows() }
	v.rows.Unselect()
	v.groups.Unselect()
}

func resultTone(r Row) kit.Tone {
	switch {
	case r.Dossier != 0 || r.Left:
		return kit.Quiet
	case r.Severity == intake.Error:
		return kit.Bad
	case r.Severity == intake.Warning:
		return kit.Warn
	}
	return kit.Good
}

// issueTone marks a cell that carries a doubt.
func issueTone(r Row, field string) kit.Tone {
	tone := kit.Plain
	if r.Left || r.Dossier != 0 {
		return tone
	}
	for _, i := range r.Issues {
		if i.Field != field {
			continue
		}
		if i.Severity == intake.Error {
			return kit.Bad
		}
		tone = kit.Warn
	}
	return tone
}

// doubted puts a question mark where a doubt left the cell empty: the eye finds
// it in the list, not only in the row's form.
func doubted(field string, text func(Row) string) func(Row) string {
	return func(r Row) string {
		if s := text(r); s != "" || issueTone(r, field) == kit.Plain {
			return s
		}
		return "?"
	}
}

func firstIssue(r Row) string {
	if len(r.Issues) == 0 {
		return ""
	}
	worst := r.Issues[0]
	for _, i := range r.Issues {
		if i.Severity == intake.Error {
			worst = i
			break
		}
	}
	s := modelwords.Text(worst.Code, worst.Args...)
	if n := len(r.Issues); n > 1 {
		s = fmt.Sprintf("(%d) %s", n, s)
	}
	return s
}

func (v *reviewView) unitOf(r Row) string {
	if n := v.p.state.UnitName(r.UnitID); n != "" {
		return n
	}
	return r.Unit
}

func (v *reviewView) awardOf(r Row) string {
	if n := v.p.state.Catalogue.Short(r.Award); n != "" {
		return n
	}
	return r.AwardText
}

func groupTitle(g string) string { return modelwords.Text(g) }

func (v *reviewView) draw() {
	s := &v.p.state
	b := s.Batch
	v.title.Text = kit.Cut(b.File, 300, v.title.TextSize, true)
	v.title.Refresh()
	v.state.Set(b.State.String(), stateTone(b.State))
	v.about.SetText(v.summary())
	v.fillActs()
	v.fillChoose()
	kit.Relay(v.head)
	v.quiet = true
	v.groups.SetRows(s.Groups(groupTitle))
	if !v.groups.SelectID(s.Pick) {
		s.Pick = ""
		v.groups.SelectID("")
	}
	v.quiet = false
	v.fillRows()
}

func (v *reviewView) fillRows() {
	v.rows.SetRows(v.p.state.Visible())
	if strings.HasPrefix(v.p.state.Pick, "group/") && len(v.rows.Selected()) == 0 {
		v.rows.Select(0) // what mends the whole group stands beside a row; mended rows make way for the next
	}
	v.mend.show(v.rows.Selected())
}

// summary says in two lines what was recognised.
func (v *reviewView) summary() string {
	s := &v.p.state
	b := s.Batch
	c := s.Counts()
	parts := []string{words.Fill(words.ReviewSummary, len(s.Rows), c.Good, c.Warn, c.Bad), words.Fill(words.ReviewFormat, b.Format, words.Encodings[b.Encoding])}
	if n := len(b.Tables); n > 1 {
		parts = append(parts, words.Fill(words.ReviewTables, n))
	}
	if n := s.Skipped(); n > 0 {
		parts = append(parts, words.Fill(words.ReviewSkipped, n))
	}
	sender := s.UnitName(b.From)
	if sender == "" {
		sender = b.FromText
	}
	if sender == "" {
		sender = words.ReviewUnknown
	}
	parts = append(parts, words.Fill(words.ReviewSender, sender))
	if len(b.Tables) > 0 && b.Tables[0].PaperNumber != "" {
		parts = append(parts, words.Fill(words.ReviewPaper, b.Tables[0].PaperNumber, b.Tables[0].PaperDate.Slash()))
	}
	text := strings.Join(parts, " · ")
	return strings.Join(append([]string{text}, s.Notes(modelwords.Text)...), "\n")
}

func (v *reviewView) fillActs() {
	s := &v.p.state
	b := s.Batch
	v.acts.RemoveAll()
	if b.State != intake.Undone {
		v.acts.Add(kit.NewButton(words.ReviewTakeBack, nil, v.takeBack).Flat())
		v.acts.Add(kit.NewMenuButton(words.ReviewReply, fyne.NewMenuItem(words.ReviewReplyOwn, v.reply), fyne.NewMenuItem(words.ReviewReplyForm, v.correction)).Button)
	}
	if c := s.Counts(); b.State == intake.Staged && c.Update+c.Same > 0 {
		over := widget.NewCheck(words.ReviewOver, nil)
		over.Checked = b.Answers.Over
		over.OnChanged = func(on bool) {
			what := words.ActFill
			if on {
				what = words.ActOver
			}
			v.p.answer(what, func(a *intake.Answers) { a.Over = on })
		}
		v.acts.Add(over)
	}
	if b.State == intake.Staged {
		v.acts.Add(kit.NewButton(words.ReviewColumns, nil, func() { v.p.columns() }))
	}
	if b.State == intake.Accepted {
		v.acts.Add(kit.NewButton(words.ReviewDossiers, nil, func() {
			v.p.host.Go(kit.To(words.RouteDossiers, "phong-trao", v.p.state.Movement().Code))
		}))
	}
	if b.State != intake.Undone {
		if text := acceptText(s.Counts()); text != "" {
			v.acts.Add(kit.NewButton(text, fynetheme.ConfirmIcon(), v.accept).Primary())
		} else {
			none := kit.NewButton(words.ReviewNothing, nil, nil)
			none.Disable()
			v.acts.Add(none)
		}
	}
	v.acts.Refresh()
}

// acceptText says what accepting would do, "" when nothing.
func acceptText(c Counts) string {
	switch {
	case c.Take > 0 && c.Update > 0:
		return words.Fill(words.ReviewBoth, c.Take, c.Update)
	case c.Take > 0:
		return words.Fill(words.ReviewAccept, c.Take)
	case c.Update > 0:
		return words.Fill(words.ReviewUpdate, c.Update)
	}
	return ""
}

// accept asks once, with the counts, and turns the rows into dossiers as one act.
func (v *reviewView) accept() {
	p := v.p
	b := p.state.Batch
	c := p.state.Counts()
	ask := words.Fill(words.ReviewAsk, c.Take, b.File, p.state.MovementName(b.Movement))
	if c.Update+c.Same > 0 {
		ask += "\n" + words.Fill(words.ReviewUpdates, c.Update, c.Same)
	}
	if rest := c.Bad + c.Left; rest > 0 {
		ask += "\n" + words.Fill(words.ReviewRest, rest)
	}
	kit.Confirm(p.host.Canvas(), acceptText(c), ask,
		acceptText(c), false, func() {
			task.Do(p.run, task.Job{Title: words.ReviewWorking}, func(ctx context.Context, _ office.Progress) (office.Acceptance, error) {
				return p.run.Office.Accept(ctx, b.ID)
			}, func(a office.Acceptance) {
				text := words.Fill(words.ReviewAccepted, a.Accepted, a.Created, a.Left)
				if a.Updated+a.Same > 0 {
					text += words.Fill(words.ReviewChanged, a.Updated, a.Same)
				}
				p.host.Done(text, a.Entry.ID)
			})
		})
}

func (v *reviewView) takeBack() {
	p := v.p
	b := p.state.Batch
	kit.Confirm(p.host.Canvas(), words.ReviewTakeBack, words.Fill(words.ReviewTakeAsk, b.File), words.ReviewTakeBack, true, func() {
		task.Do(p.run, task.Job{Title: words.ReviewTakeBack}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.TakeBack(ctx, b.ID)
		}, func(e audit.Entry) { p.host.Done(words.Fill(words.ReviewTaken, b.File), e.ID) })
	})
}

// correction writes our own template with the rows that are to be mended: what
// comes back finds its dossiers by hidden keys.
func (v *reviewView) correction() {
	p := v.p
	b := p.state.Batch
	name := words.Fill(words.ReviewFormName, strings.TrimSuffix(b.File, filepath.Ext(b.File)))
	p.host.PickSave(words.ReviewReplyForm, name, []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx"}}}, func(path string) {
		task.Do(p.run, task.Job{Title: words.ReviewReplyForm}, func(ctx context.Context, _ office.Progress) (string, error) {
			return path, p.host.WriteFile(path, func(w io.Writer) error {
				return p.run.Office.Correction(ctx, b.ID, w, func(i intake.Issue) string { return modelwords.Text(i.Code, i.Args...) })
			})
		}, func(path string) { p.host.Say(kit.Good, words.Fill(words.ReviewFormDone, filepath.Base(path)), nil) })
	})
}

// reply writes the agency's own file with what is to be mended in each row.
func (v *reviewView) reply() {
	p := v.p
	b := p.state.Batch
	ext := filepath.Ext(b.File)
	if ext != ".xlsx" && ext != ".xlsm" {
		ext = ".xlsx"
	}
	name := words.Fill(words.ReviewReplyName, strings.TrimSuffix(b.File, filepath.Ext(b.File)), ext)
	p.host.PickSave(words.ReviewReply, name, []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*" + ext}}}, func(path string) {
		task.Do(p.run, task.Job{Title: words.ReviewReply}, func(ctx context.Context, _ office.Progress) (string, error) {
			return path, p.host.WriteFile(path, func(w io.Writer) error {
				return p.run.Office.Reply(ctx, b.ID, w, func(i intake.Issue) string { return modelwords.Text(i.Code, i.Args...) })
			})
		}, func(path string) { p.host.Say(kit.Good, words.Fill(words.ReviewReplied, filepath.Base(path)), nil) })
	})
}
