package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// copies is the part of backups. Putting a copy back is told, not done: the data
// are open here, and a copy may only take the place of closed ones.
type copies struct {
	p      *Page
	result *fyne.Container
	first  *kit.Button
	all    fyne.CanvasObject
}

func newCopies(p *Page) *copies {
	c := &copies{p: p, result: kit.Stacked()}
	c.first = kit.NewButton(words.CopiesNow, fynetheme.DocumentSaveIcon(), c.backup).Primary()
	check := kit.NewButton(words.CopiesCheck, fynetheme.SearchIcon(), c.check)
	open := kit.NewButton(words.CopiesOpen, fynetheme.ConfirmIcon(), c.verify)
	c.all = container.NewVScroll(kit.Stacked(
		kit.Panel(kit.Stacked(kit.Lead(words.CopiesNowTitle), kit.Para(words.CopiesNowIs, kit.Plain), container.NewHBox(c.first))),
		kit.Panel(kit.Stacked(kit.Para(words.CopiesCheckIs, kit.Plain), container.NewHBox(check), kit.Para(words.CopiesOpenIs, kit.Plain), container.NewHBox(open), c.result)),
		kit.Panel(kit.Stacked(kit.Lead(words.CopiesBack), kit.Para(words.CopiesBackIs, kit.Plain))),
		kit.Panel(kit.Stacked(kit.Lead(words.CopiesNight), kit.Para(words.CopiesNightIs, kit.Plain))),
	))
	return c
}

func (c *copies) content() fyne.CanvasObject { return c.all }
func (c *copies) load()                      {}
func (c *copies) stop()                      {}
func (c *copies) focus()                     { c.p.host.Canvas().Focus(c.first) }

var copyKind = []kit.FileKind{{Name: words.CopiesKind, Patterns: []string{"*.zip"}}}

func (c *copies) backup() {
	name := words.Fill(words.CopiesFile, c.p.run.Office.Today().String())
	c.p.host.PickSave(words.CopiesNow, name, copyKind, func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ".zip") {
			path += ".zip"
		}
		task.Do(c.p.run, task.Job{Title: words.CopiesWorking}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
			return struct{}{}, c.p.run.Office.Backup(ctx, path)
		}, func(struct{}) { c.p.host.Say(kit.Good, words.Fill(words.CopiesDone, path), nil) })
	})
}

func (c *copies) check() {
	c.p.host.PickFiles(words.CopiesCheck, false, copyKind, func(paths []string) {
		path := paths[0]
		task.Do(c.p.run, task.Job{Title: words.CopiesChecking}, func(ctx context.Context, _ office.Progress) (office.Health, error) {
			return c.p.run.Office.VerifyCopy(ctx, path)
		}, func(h office.Health) { c.show(filepath.Base(path), h) })
	})
}

func (c *copies) verify() {
	task.Do(c.p.run, task.Job{Title: words.CopiesOpen}, func(ctx context.Context, _ office.Progress) (office.Health, error) {
		return c.p.run.Office.Verify(ctx)
	}, func(h office.Health) { c.show(words.CopiesThis, h) })
}

// show says what a check found, every problem on its line.
func (c *copies) show(what string, h office.Health) {
	c.result.RemoveAll()
	c.result.Add(kit.Lead(words.CopiesLastCheck))
	if h.OK {
		c.result.Add(kit.Para(words.Fill(words.CopiesGood, what, h.Entries, h.Version), kit.Good))
	} else {
		c.result.Add(kit.Para(words.Fill(words.CopiesBad, what, len(h.Problems)), kit.Bad))
	}
	for _, p := range h.Problems {
		c.result.Add(kit.Para(p, kit.Bad))
	}
	c.result.Refresh()
	c.all.Refresh()
}
