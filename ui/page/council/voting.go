package council

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/award"
	sitting "thidua/model/council"
	"thidua/model/fault"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// voting is the tab of the rules by which awards are voted on.
type voting struct {
	p    *Page
	slot task.Slot
	cat  *award.Catalogue
	all  fyne.CanvasObject
	grid *kit.Grid[sitting.VoteRule]
}

func newVoting(p *Page) *voting {
	v := &voting{p: p}
	today := p.run.Office.Today()
	v.grid = kit.NewGrid("vote-rules",
		kit.Column[sitting.VoteRule]{Key: "award", Title: words.AgendaAward, Width: 220, Grow: true, Bold: true, Text: func(r sitting.VoteRule) string { return RuleName(v.cat, r) }},
		kit.Column[sitting.VoteRule]{Key: "full", Title: words.VoteMeeting, Width: 150, Text: func(r sitting.VoteRule) string {
			if r.Full {
				return words.VoteFull
			}
			return words.VoteStanding
		}},
		kit.Column[sitting.VoteRule]{Key: "attend", Title: words.VoteAttend, Width: 80, Text: func(r sitting.VoteRule) string { return r.Attend.String() }},
		kit.Column[sitting.VoteRule]{Key: "how", Title: words.VoteHow, Width: 130, Text: RuleHow},
		kit.Column[sitting.VoteRule]{Key: "pass", Title: words.VotePass, Width: 86, Text: func(r sitting.VoteRule) string { return r.Pass.String() }},
		kit.Column[sitting.VoteRule]{Key: "of", Title: words.VoteOf, Width: 190, Text: func(r sitting.VoteRule) string { return r.Of.String() }},
		kit.Column[sitting.VoteRule]{Key: "written", Title: words.VoteWritten, Width: 140, Text: func(r sitting.VoteRule) string {
			var is []string
			if r.Written {
				is = append(is, words.VoteAsked)
			}
			if r.ByLetter {
				is = append(is, words.VoteLetter)
			}
			return strings.Join(is, "; ")
		}},
		kit.Column[sitting.VoteRule]{Key: "rounds", Title: words.VoteRounds, Width: 64, Align: fyne.TextAlignTrailing, Text: func(r sitting.VoteRule) string { return fmt.Sprint(r.Rounds) }},
		kit.Column[sitting.VoteRule]{Key: "from", Title: words.FactFrom, Width: 88, Text: func(r sitting.VoteRule) string { return r.From.Slash() }},
		kit.Column[sitting.VoteRule]{Key: "last", Title: words.FactLast, Width: 108, Text: func(r sitting.VoteRule) string { return r.LastDay().Slash() }},
		kit.Column[sitting.VoteRule]{Key: "source", Title: words.FactSource, Width: 260, Text: func(r sitting.VoteRule) string { return r.Source }},
	)
	v.grid.ID = func(r sitting.VoteRule) string { return kit.IDText(r.ID) + r.Award }
	v.grid.RowTone = func(r sitting.VoteRule) kit.Tone { return past(!r.Holds(today)) }
	v.grid.OnOpen = v.edit
	source := kit.Para("", kit.Soft)
	v.grid.OnSelect = func() {
		if r, ok := v.grid.Current(); ok {
			source.SetText(r.Source)
		}
	}
	bar := container.NewHBox(
		kit.NewButton(words.VoteAdd, fynetheme.ContentAddIcon(), func() { // like the one chosen, from today on
			r, ok := v.grid.Current()
			if !ok {
				r = sitting.VoteRule{Attend: sitting.Share{Num: 4, Den: 5}, Pass: sitting.Share{Num: 1, Den: 2, Over: true}, Of: sitting.OfAll, Rounds: 2}
			}
			v.edit(FromNow(r, today))
		}),
		kit.NewButton(words.Edit, fynetheme.DocumentCreateIcon(), func() {
			if r, ok := v.grid.Current(); ok {
				v.edit(r)
			}
		}))
	v.all = container.NewBorder(bar, kit.Stacked(source, kit.Note(words.VoteIs)), nil, nil, v.grid)
	return v
}

func (v *voting) load() {
	type read struct {
		cat   *award.Catalogue
		rules []sitting.VoteRule
	}
	task.Load(v.p.run, &v.slot, func(ctx context.Context) (r read, err error) {
		if r.cat, err = v.p.run.Office.Catalogue(ctx); err != nil {
			return r, err
		}
		r.rules, err = v.p.run.Office.VoteRules(ctx)
		return r, err
	}, func(r read) {
		v.cat = r.cat
		v.grid.SetRows(r.rules)
	})
}

// edit changes a rule, or adds one without an id yet.
func (v *voting) edit(r sitting.VoteRule) {
	if v.cat == nil {
		return
	}
	what := kit.NewSelect("", nil)
	what.SetChoices(noun.Awards(v.cat.Awards, words.VoteForAll))
	what.SetKey(r.Award)
	how, of := kit.NewSelect("", nil), kit.NewSelect("", nil)
	how.SetChoices([]kit.Choice{{Key: BySecret, Label: words.RoundSecret}, {Key: ByBallot, Label: words.RoundBallot}, {Key: ByHands, Label: words.RoundHands}})
	how.SetKey(How(sitting.Round{Ballot: r.Ballot, Secret: r.Secret}))
	of.SetChoices(noun.Names(sitting.BaseNames))
	of.SetKey(string(r.Of))
	full, written := widget.NewCheck(words.VoteFullIs, nil), widget.NewCheck(words.VoteWriteIs, nil)
	letter := widget.NewCheck(words.VoteLetterIs, nil)
	full.Checked, written.Checked, letter.Checked = r.Full, r.Written, r.ByLetter
	attend, pass, rounds, source := kit.EntryOf(r.Attend.String(), 1), kit.EntryOf(r.Pass.String(), 1), kit.EntryOf(fmt.Sprint(r.Rounds), 1), kit.EntryOf(r.Source, 2)
	d := noun.NewTerm(v.p.run.Office.Today(), r.Period)
	title := words.VoteEdit
	if r.ID == 0 && r.From == v.p.run.Office.Today() {
		title = words.VoteAdd
	}
	f := kit.NewForm(
		&kit.Field{Key: "award", Label: words.AgendaAward, Control: what},
		&kit.Field{Key: "full", Label: words.VoteMeeting, Control: full},
		&kit.Field{Key: "attend", Label: words.VoteAttend, Required: true, Hint: words.VoteShareIs, Control: attend},
		&kit.Field{Key: "how", Label: words.VoteHow, Control: how},
		&kit.Field{Key: "pass", Label: words.VotePass, Required: true, Hint: words.VoteShareIs, Control: pass},
		&kit.Field{Key: "of", Label: words.VoteOf, Control: of},
		&kit.Field{Key: "written", Label: words.VoteWritten, Control: container.NewVBox(written, letter)},
		&kit.Field{Key: "rounds", Label: words.VoteRounds, Required: true, Hint: words.VoteRoundsIs, Control: rounds},
		&kit.Field{Key: "from", Label: words.FactFrom, Required: true, Control: container.NewHBox(d.From)},
		&kit.Field{Key: "to", Label: words.FactLast, Hint: words.FactLastIs, Control: container.NewHBox(d.Last)},
		&kit.Field{Key: "source", Label: words.FactSource, Required: true, Control: source},
	)
	kit.FormDialog(v.p.host.Canvas(), title, f, 680, words.Save, modelwords.Say, func(done func(error)) {
		var l fault.List
		x := r
		var err error
		if x.Attend, err = ReadShare(attend.Text, "attend"); err != nil {
			gather(&l, err)
		}
		if x.Pass, err = ReadShare(pass.Text, "pass"); err != nil {
			gather(&l, err)
		}
		if x.Rounds = Count(rounds.Text); x.Rounds < 1 {
			l.Add(fault.New(fault.Invalid, "page.rounds").At("rounds"))
		}
		x.Period = d.Period()
		if x.From == 0 {
			l.Add(fault.New(fault.Invalid, "office.fact-from").At("from"))
		}
		if x.Source = source.Trimmed(); x.Source == "" {
			l.Add(fault.New(fault.Invalid, "office.fact-source").At("source"))
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		k := how.Key()
		x.Award, x.Full, x.Written, x.ByLetter, x.Of = what.Key(), full.Checked, written.Checked, letter.Checked, sitting.Base(of.Key())
		x.Ballot, x.Secret = k != ByHands, k == BySecret
		task.Do(v.p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return v.p.run.Office.SaveVoteRule(ctx, &x)
		}, func(e audit.Entry) {
			done(nil)
			v.p.host.Done(words.Fill(words.VoteSaved, RuleName(v.cat, x)), e.ID)
		})
	})
}
