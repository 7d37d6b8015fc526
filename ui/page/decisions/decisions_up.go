package decisions

import (
	"context"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// sendUp proposes the chosen people and bodies of an issued list for a higher award
// (khen cao): new dossiers of the same submissions, whose road begins anew.
func (p *Page) sendUp() {
	lines := Standing(p.lines.Selected())
	if len(lines) == 0 {
		p.host.Say(kit.Warn, words.UpNone, nil)
		p.tab = 0
		p.draw()
		return
	}
	var names []string
	var ids []int64
	for _, l := range lines {
		names, ids = append(names, l.Name), append(ids, l.Dossier)
	}
	higher := p.state.Higher(lines)
	if len(higher) == 0 {
		p.host.Say(kit.Warn, words.Fill(words.UpNoAward, p.state.File.Award.Name), nil)
		return
	}
	award := kit.NewSelect(words.ChooseOne, nil)
	var cs []kit.Choice
	for _, a := range higher {
		cs = append(cs, kit.Choice{Key: a.Code, Label: a.Name})
	}
	award.SetChoices(cs)
	f := kit.NewForm(
		&kit.Field{Label: words.UpWho, Hint: words.UpIs, Control: kit.Para(strings.Join(names, ", "), kit.Plain)},
		&kit.Field{Key: "award", Label: words.UpAward, Required: true, Control: award},
	)
	kit.FormDialog(p.host.Canvas(), words.UpTitle, f, 640, words.UpDo, modelwords.Say, func(done func(error)) {
		code := award.Key()
		if code == "" {
			done(fault.New(fault.Invalid, "ui.empty").At("award"))
			return
		}
		task.Do(p.run, task.Job{Title: words.UpTitle, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			_, e, err := p.run.Office.SendUp(ctx, ids, code)
			return e, err
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.UpDone, len(ids), p.state.Catalogue.Name(code)), e.ID)
		})
	})
}
