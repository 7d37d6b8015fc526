package print

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// What the office sets up once: where its printers put the words on a blank, and
// which papers make a dossier's pack.

// offset takes what was measured with the ruler sheet and remembers it.
func (p *Page) offset() {
	c := p.state.Job.Certificate
	dx, okX := measure(p.dx.Text)
	dy, okY := measure(p.dy.Text)
	if !okX || !okY {
		p.host.Say(kit.Warn, words.PrintNoMeasure, nil)
		return
	}
	if c.DX == dx && c.DY == dy {
		return
	}
	c.DX, c.DY, c.Sheet = dx, dy, p.sheet.Key()
	p.state.Job.Certificate = c
	task.Do(p.run, task.Job{Title: words.PrintSheet}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		return struct{}{}, p.run.Office.SaveOffsets(ctx, c.Printer, c)
	}, func(struct{}) { p.changed() })
}

// measured takes what is remembered of a printer.
func (p *Page) measured(name string) {
	task.Load(p.run, &p.offsets, func(ctx context.Context) (office.CertificateSetting, error) {
		return p.run.Office.Offsets(ctx, name)
	}, func(c office.CertificateSetting) {
		c.Printer = name
		if c.Sheet == "" {
			c.Sheet = p.sheet.Key()
		}
		p.state.Job.Certificate = c
		p.sheet.SetKey(c.Sheet)
		p.dx.SetText(millimetres(c.DX))
		p.dy.SetText(millimetres(c.DY))
		p.changed()
	})
}

// packLines shows what a dossier's pack holds: copies, paper, one place up.
func (p *Page) packLines() {
	lines := p.state.PackLines()
	p.pack.RemoveAll()
	for i, l := range lines {
		copies := kit.NewEntry()
		copies.SetText(strconv.Itoa(l.Copies))
		take := func() {
			n, err := strconv.Atoi(strings.TrimSpace(copies.Text))
			if err != nil {
				p.host.Say(kit.Warn, words.PrintNoCopies, nil)
				return
			}
			if n != l.Copies {
				changed := slices.Clone(lines)
				changed[i].Copies = n
				p.savePack(changed)
			}
		}
		copies.OnSubmitted = func(string) { take() }
		copies.OnBlur = take
		up := kit.NewButton("", fynetheme.MoveUpIcon(), func() {
			changed := slices.Clone(lines)
			changed[i-1], changed[i] = changed[i], changed[i-1]
			p.savePack(changed)
		}).Flat()
		up.SetEnabled(i > 0 && l.Copies > 0)
		p.pack.Add(container.NewBorder(nil, nil, kit.Wide(44, copies), up, kit.Para(p.state.name(l.Form), kit.Plain)))
	}
	p.pack.Refresh()
}

func (p *Page) savePack(pack []office.PackItem) {
	task.Do(p.run, task.Job{Title: words.PrintPack}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		return struct{}{}, p.run.Office.SavePack(ctx, pack)
	}, func(struct{}) { p.load() })
}

// ruler prints the sheet to measure with.
func (p *Page) ruler() {
	order := office.Print{Form: office.RulerForm, Certificate: office.CertificateSetting{Sheet: p.sheet.Key(), Printer: p.printer.Key()}}
	p.paper(order)
}
