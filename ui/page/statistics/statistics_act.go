package statistics

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

// editRow types the figures of one row: of forms the office has no register for, or
// over what was counted.
func (p *Page) editRow() {
	l, ok := p.grid.Current()
	s := &p.state
	if !ok || l.Code == "" || s.Got.Filing.Filed != 0 {
		return
	}
	entries := map[string]*kit.Entry{}
	var fields []*kit.Field
	for i, c := range s.Got.Form.Columns {
		e := kit.NewEntry()
		if n, typed := s.Got.Filing.Typed[l.Code][c.Key]; typed {
			e.SetText(words.Count(n))
		}
		entries[c.Key] = e
		hint := words.Fill(words.StatCounted, s.Counted(l.Code, c.Key))
		if i == 0 {
			hint += ". " + words.StatEditIs
		}
		fields = append(fields, &kit.Field{Key: c.Key, Label: Head(c), Hint: hint, Control: e})
	}
	code, span := s.Form, s.Got.Span
	name := s.RowName(l.Code)
	kit.FormDialog(p.host.Canvas(), name, kit.NewForm(fields...), 560, words.Save, modelwords.Say, func(done func(error)) {
		texts := map[string]string{}
		for key, e := range entries {
			texts[key] = e.Text
		}
		typed, bad, ok := s.TypedWith(l.Code, texts)
		if !ok {
			done(fault.New(fault.Invalid, "ui.whole-number").At(bad))
			return
		}
		task.Do(p.run, task.Job{Title: words.StatEdit, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.SaveStatistic(ctx, code, span, typed)
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.StatSaved, name), e.ID)
		})
	})
}

// fileForm freezes the biểu as it was sent.
func (p *Page) fileForm() {
	s := &p.state
	code, span, name := s.Form, s.Got.Span, Name(s.Got.Form)
	no := kit.NewEntry()
	form := kit.NewForm(&kit.Field{Key: "number", Label: words.StatFileNo, Required: true, Hint: words.StatFileIs, Control: no})
	kit.FormDialog(p.host.Canvas(), words.Fill(words.StatFileTitle, name), form, 560, words.StatFile, modelwords.Say, func(done func(error)) {
		task.Do(p.run, task.Job{Title: words.StatFile, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
			return p.run.Office.FileStatistic(ctx, code, span, strings.TrimSpace(no.Text))
		}, func(e audit.Entry) {
			done(nil)
			p.host.Done(words.Fill(words.StatIsFiled, name, span.Name), e.ID)
		})
	})
}

// print goes to the paper of the form and period shown.
func (p *Page) print() {
	p.host.Go(kit.To(words.RoutePrint, "mau", p.state.Form, "ky", p.state.Period.Key()))
}
