package dossiers

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// printItems are the papers of the chosen dossiers: the whole pack as one job, and
// of a single one each of its papers.
func (p *Page) printItems(rows []Row) []*fyne.MenuItem {
	pack := words.DossierPack
	if len(rows) > 1 {
		pack = words.Fill(words.DossierPackOf, len(rows))
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(pack, func() { p.packs(rows) })}
	if len(rows) != 1 {
		return items
	}
	d := rows[0].Dossier
	items = append(items, fyne.NewMenuItem(words.DossierPackSave, func() { p.savePack(d.ID, d.Name) }), fyne.NewMenuItemSeparator())
	for _, f := range words.DossierForms {
		items = append(items, fyne.NewMenuItem(f[1], func() { p.print(f[0], d.ID) }))
	}
	return items
}

// print shows one paper of a dossier, or of its movement, on the print page.
func (p *Page) print(form string, id int64) {
	p.host.Go(kit.To(words.RoutePrint, "mau", form, "phong-trao", p.state.MovementCode(), "ho-so", kit.IDText(id)))
}

// packs puts each dossier's papers on the printer as one job.
func (p *Page) packs(rows []Row) {
	task.Do(p.run, task.Job{Title: words.DossierPacking}, func(ctx context.Context, progress office.Progress) (office.Sent, error) {
		return p.run.Office.PrintPacks(ctx, idsOf(rows), progress)
	}, func(s office.Sent) {
		if !s.Canceled {
			p.host.Say(kit.Good, words.Fill(words.DossierPackMade, s.Jobs, s.Pages, s.Printer), nil)
		}
	})
}

// savePack writes a dossier's papers as one PDF.
func (p *Page) savePack(id int64, name string) {
	kinds := []kit.FileKind{{Name: words.PrintKindPDF, Patterns: []string{"*.pdf"}}}
	p.host.PickSave(words.DossierPackSave, words.Fill(words.DossierPackName, name), kinds, func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ".pdf") {
			path += ".pdf"
		}
		task.Do(p.run, task.Job{Title: words.DossierPacking}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
			return struct{}{}, p.host.WriteFile(path, func(w io.Writer) error { return p.run.Office.PackTo(ctx, id, filepath.Base(path), w) })
		}, func(struct{}) { p.host.Say(kit.Good, words.Fill(words.DossierPackKept, filepath.Base(path)), nil) })
	})
}
