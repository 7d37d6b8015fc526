package decisions

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/fault"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// do carries out a change of the decision in hand.
func (p *Page) do(title string, done func(error), act func(context.Context) (audit.Entry, error), said string) {
	task.Change(p.run, p.host, title, said, done, act)
}

// keepOrder saves the order of the draft in hand, if it changed.
func (p *Page) keepOrder() {
	if !p.state.Moved {
		return
	}
	d := p.state.File.Decision
	d.Items = slices.Clone(p.state.Items)
	p.state.Moved = false
	p.do(words.ItemSave, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.SaveDraft(ctx, &d) }, words.ItemSaved)
}

// takeOut leaves the chosen lines out of the draft.
func (p *Page) takeOut() {
	at := p.lines.SelectedIndexes()
	d := p.state.File.Decision
	if len(at) == 0 || d.Issued || d.Act != decision.Gives || len(at) == len(p.state.Items) {
		return
	}
	who := p.state.Items[at[0]].Name
	if len(at) > 1 {
		who = words.Fill(words.MoveMany, len(at))
	}
	d.Items = p.state.Without(at)
	p.state.Moved = false
	p.do(words.ItemOut, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.SaveDraft(ctx, &d) }, words.Fill(words.ItemTaken, who))
}

// editLine words one line of a draft by hand.
func (p *Page) editLine() {
	l, ok := p.lines.Current()
	d := p.state.File.Decision
	if !ok || d.Issued || d.Act != decision.Gives {
		return
	}
	name, honor, post, unit, reason := kit.EntryOf(l.Name, 1), kit.EntryOf(l.Honorific, 1), kit.EntryOf(l.Post, 1), kit.EntryOf(l.UnitText, 1), kit.EntryOf(l.Reason, 3)
	f := kit.NewForm(
		&kit.Field{Key: "name", Label: words.ItemName, Required: true, Hint: words.ItemEditIs, Control: name},
		&kit.Field{Key: "honorific", Label: words.ItemHonor, Control: honor},
		&kit.Field{Key: "post", Label: words.ItemPost, Control: post},
		&kit.Field{Key: "unit", Label: words.ItemUnit, Control: unit},
		&kit.Field{Key: "reason", Label: words.ItemReason, Control: reason},
	)
	kit.FormDialog(p.host.Canvas(), words.ItemEdit, f, 640, words.Save, modelwords.Say, func(done func(error)) {
		if name.Trimmed() == "" {
			done(fault.New(fault.Invalid, "ui.empty").At("name"))
			return
		}
		d.Items = slices.Clone(p.state.Items)
		for i := range d.Items {
			if x := &d.Items[i]; x.Dossier == l.Dossier && x.Nominee == l.Nominee {
				x.Name, x.Honorific, x.Post, x.UnitText, x.Reason = name.Trimmed(), honor.Trimmed(), post.Trimmed(), unit.Trimmed(), reason.Trimmed()
			}
		}
		p.state.Moved = false
		p.do(words.ItemEdit, done, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.SaveDraft(ctx, &d) }, words.ItemSaved)
	})
}

func (p *Page) drop() {
	id := p.state.File.Decision.ID
	kit.Confirm(p.host.Canvas(), words.DraftDrop, words.DraftDropAsk, words.DraftDrop, true, func() {
		p.state.Moved = false
		p.do(words.DraftDrop, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.DropDraft(ctx, id) }, words.DraftDropped)
	})
}

// issue gives the draft its number and date.
func (p *Page) issue() {
	p.keepOrder()
	d := p.state.File.Decision
	number, signer, date := kit.EntryOf("", 1), kit.EntryOf(p.state.LastSigner(d), 1), kit.NewDateEntry(p.run.Office.Today(), false)
	date.SetDate(p.run.Office.Today())
	f := kit.NewForm(
		&kit.Field{Key: "number", Label: words.DecisionNumber, Required: true, Hint: words.IssueNumberIs, Control: number},
		&kit.Field{Key: "date", Label: words.DecisionDate, Required: true, Control: container.NewHBox(date)},
		&kit.Field{Key: "signer", Label: words.DecisionSigner, Hint: words.IssueIs, Control: signer},
	)
	kit.FormDialog(p.host.Canvas(), words.IssueTitle, f, 600, words.IssueDo, modelwords.Say, func(done func(error)) {
		day := date.Value()
		no := strings.TrimSpace(number.Text)
		p.do(words.IssueTitle, done, func(ctx context.Context) (e audit.Entry, err error) {
			_, e, err = p.run.Office.Issue(ctx, d.ID, no, day, strings.TrimSpace(signer.Text))
			return e, err
		}, words.Fill(words.IssueDone, no))
	})
}

// print goes to the paper of the decision in hand.
func (p *Page) print(form string) func() {
	return func() {
		p.keepOrder()
		d := p.state.File.Decision
		p.host.Go(kit.To(words.RoutePrint, "mau", form, "phong-trao", p.state.MovementCode(d.Movement), "hinh-thuc", d.Award, "quyet-dinh", kit.IDText(d.ID)))
	}
}

func (p *Page) attach() {
	d := p.state.File.Decision
	p.pickScan(func(a office.Attachment) {
		p.do(words.DecisionAttach, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.Scan(ctx, d.ID, a) }, words.Fill(words.DecisionScanned, d.Number))
	})
}

// endings are how the kinds of scans are named, so that the system's viewer knows them.
var endings = map[string]string{"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif"}

// seeScan lays the scan aside and hands it to the system's viewer.
func (p *Page) seeScan() {
	hash := p.state.File.Decision.Scan
	type kept struct{ path string }
	task.Load(p.run, &p.made, func(ctx context.Context) (k kept, err error) {
		data, err := p.run.Office.Kept(ctx, hash)
		if err != nil {
			return k, err
		}
		k.path = p.host.Scratch("ban-chup-" + hash[:min(len(hash), 12)] + endings[http.DetectContentType(data)])
		return k, p.host.WriteFile(k.path, func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(data))
			return err
		})
	}, func(k kept) { p.host.OpenFile(k.path) })
}

func (p *Page) notify() {
	d := p.state.File.Decision
	day := kit.NewDateEntry(p.run.Office.Today(), false)
	day.SetDate(max(p.run.Office.Today(), d.Date))
	f := kit.NewForm(&kit.Field{Key: "notified", Label: words.DecisionTold, Required: true, Control: container.NewHBox(day)})
	kit.FormDialog(p.host.Canvas(), words.DecisionNotify, f, 460, words.Save, modelwords.Say, func(done func(error)) {
		on := day.Value()
		p.do(words.DecisionNotify, done, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.Notify(ctx, d.ID, on) }, words.Fill(words.DecisionNotice, d.Number))
	})
}

func (p *Page) pay() {
	d := p.state.File.Decision
	voucher, day := kit.EntryOf("", 1), kit.NewDateEntry(p.run.Office.Today(), false)
	day.SetDate(max(p.run.Office.Today(), d.Date))
	f := kit.NewForm(
		&kit.Field{Key: "voucher", Label: words.MoneyVoucher, Hint: words.MoneyPayIs, Control: voucher},
		&kit.Field{Key: "day", Label: words.MoneyPayDay, Required: true, Control: container.NewHBox(day)},
	)
	kit.FormDialog(p.host.Canvas(), words.MoneyPay, f, 500, words.Save, modelwords.Say, func(done func(error)) {
		on := day.Value()
		p.do(words.MoneyPay, done, func(ctx context.Context) (e audit.Entry, err error) {
			_, e, err = p.run.Office.Pay(ctx, d.ID, strings.TrimSpace(voucher.Text), on)
			return e, err
		}, words.Fill(words.MoneyPayDone, d.Number))
	})
}

func (p *Page) recover(l office.PrizeLine) {
	voucher, day := kit.EntryOf("", 1), kit.NewDateEntry(p.run.Office.Today(), false)
	day.SetDate(p.run.Office.Today())
	f := kit.NewForm(
		&kit.Field{Key: "voucher", Label: words.MoneyVoucher, Control: voucher},
		&kit.Field{Key: "day", Label: words.MoneyPayDay, Required: true, Control: container.NewHBox(day)},
	)
	kit.FormDialog(p.host.Canvas(), words.MoneyRecover, f, 500, words.Save, modelwords.Say, func(done func(error)) {
		on := day.Value()
		p.do(words.MoneyRecover, done, func(ctx context.Context) (e audit.Entry, err error) {
			_, e, err = p.run.Office.Recover(ctx, l.Record.ID, strings.TrimSpace(voucher.Text), on)
			return e, err
		}, words.Fill(words.MoneyGotBack, l.Record.Name))
	})
}

// chosen are the honours of the chosen lines that still stand.
func (p *Page) chosen() []award.Record {
	var out []award.Record
	for _, l := range p.lines.Selected() {
		if l.Record.ID != 0 && !l.Gone() {
			out = append(out, l.Record)
		}
	}
	return out
}

// revoke draws up the decision that takes honours back: the chosen ones, all when
// none is chosen.
func (p *Page) revoke() {
	d := p.state.File.Decision
	var ids []int64
	var names []string
	for _, r := range p.chosen() {
		ids, names = append(ids, r.ID), append(names, r.Name)
	}
	about := words.Fill(words.RevokeSome, strings.Join(names, ", "))
	if len(ids) == 0 {
		standing := 0
		for _, r := range p.state.File.Records {
			if r.Revoked == 0 {
				standing++
			}
		}
		about = words.Fill(words.RevokeAll, standing, d.Number)
	}
	ground, reason := kit.NewSelect(words.ChooseOne, nil), kit.EntryOf("", 3)
	ground.SetChoices(noun.Names(decision.GroundNames))
	f := kit.NewForm(
		&kit.Field{Label: words.DecisionOf, Hint: words.RevokeIs, Control: kit.Para(about, kit.Plain)},
		&kit.Field{Key: "ground", Label: words.DecisionGround, Required: true, Control: ground},
		&kit.Field{Key: "reason", Label: words.DecisionReason, Required: true, Control: reason},
	)
	kit.FormDialog(p.host.Canvas(), words.RevokeTitle, f, 700, words.RevokeDo, modelwords.Say, func(done func(error)) {
		var l fault.List
		if ground.Key() == "" {
			l.Add(fault.New(fault.Invalid, "decision.ground").At("ground"))
		}
		if strings.TrimSpace(reason.Text) == "" {
			l.Add(fault.New(fault.Invalid, "ui.empty").At("reason"))
		}
		if err := l.OrNil(); err != nil {
			done(err)
			return
		}
		task.Do(p.run, task.Job{Title: words.RevokeTitle, Fault: done}, func(ctx context.Context, _ office.Progress) (r drawn, err error) {
			r.d, r.e, err = p.run.Office.Revoke(ctx, d.ID, ids, ground.Key(), strings.TrimSpace(reason.Text))
			return r, err
		}, func(r drawn) {
			done(nil)
			p.present(r, words.Fill(words.RevokeDone, len(r.d.Items)))
		})
	})
}

// correct draws up the decision that corrects how the chosen honours are written.
func (p *Page) correct() {
	was := p.chosen()
	if len(was) == 0 {
		p.host.Say(kit.Warn, words.CorrectNone, nil)
		p.tab = 0
		p.draw()
		return
	}
	d := p.state.File.Decision
	now := slices.Clone(was)
	name, post, unit, about, reason := kit.EntryOf("", 1), kit.EntryOf("", 1), kit.EntryOf("", 1), kit.EntryOf("", 2), kit.EntryOf("", 2)
	at := 0
	list := kit.NewGrid("decision-correct",
		kit.Column[award.Record]{Key: "name", Title: words.ItemName, Width: 200, Bold: true, Text: func(r award.Record) string { return r.Name }},
		kit.Column[award.Record]{Key: "post", Title: words.ItemPost, Width: 160, Text: func(r award.Record) string { return r.Post }},
		kit.Column[award.Record]{Key: "unit", Title: words.ItemUnit, Width: 200, Grow: true, Text: func(r award.Record) string { return r.UnitText }},
	)
	list.ID = func(r award.Record) string { return kit.IDText(r.ID) }
	fill := func() {
		name.SetText(now[at].Name)
		post.SetText(now[at].Post)
		unit.SetText(now[at].UnitText)
		about.SetText(now[at].Reason)
	}
	for _, x := range []struct {
		e    *kit.Entry
		into func() *string
	}{{name, func() *string { return &now[at].Name }}, {post, func() *string { return &now[at].Post }}, {unit, func() *string { return &now[at].UnitText }}, {about, func() *string { return &now[at].Reason }}} {
		x.e.OnChanged = func(s string) { *x.into() = strings.TrimSpace(s) }
		x.e.OnBlur = func() { list.SetRows(now) }
	}
	list.OnSelect = func() {
		if i := list.SelectedIndexes(); len(i) > 0 && i[0] != at {
			at = i[0]
			fill()
		}
	}
	list.SetRows(now)
	fill()
	form := kit.NewForm(
		&kit.Field{Key: "name", Label: words.ItemName, Control: name},
		&kit.Field{Key: "post", Label: words.ItemPost, Control: post},
		&kit.Field{Key: "unit", Label: words.ItemUnit, Control: unit},
		&kit.Field{Key: "about", Label: words.ItemReason, Control: about},
		&kit.Field{Key: "reason", Label: words.CorrectReason, Required: true, Control: reason},
	)
	var m *kit.Modal
	cancel := kit.NewButton(words.Cancel, nil, func() { m.Hide() })
	make := kit.NewButton(words.RevokeDo, nil, nil).Primary()
	make.OnTapped = func() {
		changed := Changed(was, now)
		if len(changed) == 0 {
			form.ShowFaults(fault.New(fault.Invalid, "page.nothing-changed"), modelwords.Say)
			return
		}
		task.Do(p.run, task.Job{Title: words.CorrectTitle, Fault: func(err error) { form.ShowFaults(err, modelwords.Say) }}, func(ctx context.Context, _ office.Progress) (r drawn, err error) {
			r.d, r.e, err = p.run.Office.Correct(ctx, d.ID, changed, strings.TrimSpace(reason.Text))
			return r, err
		}, func(r drawn) {
			m.Hide()
			p.present(r, words.Fill(words.CorrectDone, len(r.d.Items)))
		})
	}
	content := container.NewBorder(kit.Stacked(kit.Note(words.CorrectIs), kit.High(list, min(len(now), 4))), nil, nil, nil, container.NewVScroll(form))
	m = kit.ShowModal(p.host.Canvas(), words.CorrectTitle, content, fyne.NewSize(760, 560), cancel, make)
	m.OnCancel = cancel.OnTapped
	list.Select(0)
	kit.Focus(name)
}
