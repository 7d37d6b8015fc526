// Package intake is the page where an agency's file comes in: chosen or dropped,
// staged, looked at beside what became of it, mended, accepted as one act, taken
// back as one act, or sent back with what is to be mended.
//
// Start at New. intake_state.go holds what is shown, without the toolkit; list.go
// the files that came in, review.go one of them, mend.go one of its rows,
// columns.go what its columns hold. The page promises that nothing becomes a
// dossier before a person presses the button, that every cell as it came stands
// beside what was made of it, and that an answer given once holds for every row
// it concerns.
package intake

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/award"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the intake page.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State
	slot  task.Slot

	all    *fyne.Container
	list   *listView
	review *reviewView
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, all: container.NewStack()}
	p.state.Today = run.Office.Today()
	p.list = newListView(p)
	p.review = newReviewView(p)
	p.Keep(run, p.load, []*task.Slot{&p.slot},
		"batch", "row", "movement", "dossier")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "tep" is the file to review.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	id := kit.ParseID(r.Get("tep"))
	if id != p.state.Open {
		p.state.Pick, p.state.Text = "", ""
		p.review.reset()
	}
	p.state.Open = id
	p.load()
}

// Leave implements kit.Page: what was typed in a row is written.
func (p *Page) Leave() {
	p.Save()
	p.Live.Leave()
}

// Save writes what was typed in the row in hand.
func (p *Page) Save() { p.review.mend.saveCells() }

// Unsaved names the row with something typed and not written, "" for none.
func (p *Page) Unsaved() string {
	if v := p.review.mend; len(v.changed()) > 0 && v.open() {
		return words.Fill(words.MendUnsaved, fmt.Sprint(v.row.Record.Row), p.state.Batch.File)
	}
	return ""
}

// Find implements kit.Page.
func (p *Page) Find() {
	if p.state.Open != 0 {
		kit.Focus(p.review.search.Entry)
	}
}

// Drop takes files that were let go over the window.
func (p *Page) Drop(paths []string) { p.stage(paths) }

// loaded is everything the page shows, read in one go.
type loaded struct {
	movements []movement.Movement
	catalogue *award.Catalogue
	book      *registry.Book
	batches   []intake.Batch
	batch     intake.Batch
	rows      []intake.StagedRow
}

func (p *Page) load() {
	open := p.state.Open
	task.Load(p.run, &p.slot, func(ctx context.Context) (l loaded, err error) {
		o := p.run.Office
		if l.movements, err = o.Movements(ctx); err != nil {
			return l, err
		}
		if l.catalogue, err = o.Catalogue(ctx); err != nil {
			return l, err
		}
		if l.book, err = o.Registry(ctx); err != nil {
			return l, err
		}
		if open != 0 {
			l.batch, l.rows, err = o.Batch(ctx, open)
			return l, err
		}
		l.batches, err = o.Batches(ctx)
		return l, err
	}, func(l loaded) {
		s := &p.state
		s.Movements, s.Catalogue, s.Book = l.movements, l.catalogue, l.book
		if open != 0 {
			s.SetBatch(l.batch, l.rows)
			p.put(p.review.content)
			p.review.draw()
			return
		}
		s.Batches = l.batches
		p.put(p.list.content)
		p.list.draw()
	})
}

func (p *Page) put(o fyne.CanvasObject) {
	if len(p.all.Objects) == 1 && p.all.Objects[0] == o {
		return
	}
	p.all.Objects = []fyne.CanvasObject{o}
	p.all.Refresh()
}

// choose asks for files and stages them.
func (p *Page) choose() {
	p.host.PickFiles(words.IntakeChoose, true, []kit.FileKind{
		{Name: words.IntakeKinds, Patterns: []string{"*.xlsx", "*.xlsm", "*.xls", "*.ods", "*.csv", "*.txt", "*.html", "*.htm", "*.xml", "*.docx"}},
		{Name: words.KindAll, Patterns: []string{"*.*"}},
	}, p.stage)
}

// stage reads files one after another; a file that is refused does not keep the
// others out. The last one staged is opened.
func (p *Page) stage(paths []string) {
	in := office.Incoming{Movement: p.list.movementCode(), From: p.list.senderCode()}
	for i, path := range paths {
		name := filepath.Base(path)
		last := i == len(paths)-1
		task.Do(p.run, task.Job{Title: words.Fill(words.IntakeReading, name)}, func(ctx context.Context, done office.Progress) (office.Staging, error) {
			data, err := p.host.ReadFile(path)
			if err != nil {
				return office.Staging{}, err
			}
			one := in
			one.Name, one.Data = name, data
			return p.run.Office.Stage(ctx, one, done)
		}, func(s office.Staging) {
			if s.Known {
				p.host.Say(kit.Info, words.Fill(words.IntakeKnown, name), nil)
			} else {
				p.host.Done(words.Fill(words.IntakeStaged, name, s.Batch.Rows), s.Entry.ID)
			}
			if last {
				p.host.Go(kit.To(words.RouteIntake, "tep", strconv.FormatInt(s.Batch.ID, 10)))
			}
		})
	}
}

// template writes a list for units to fill in, made for the sender chosen.
func (p *Page) template() {
	unit, of := p.list.senderCode(), ""
	if unit != "" {
		of = " - " + unit
	}
	movement := p.list.movementCode()
	p.host.PickSave(words.IntakeTemplate, words.Fill(words.IntakeTemplName, of), []kit.FileKind{{Name: words.KindSheets, Patterns: []string{"*.xlsx"}}}, func(path string) {
		task.Do(p.run, task.Job{Title: words.IntakeTemplate}, func(ctx context.Context, _ office.Progress) (string, error) {
			return path, p.host.WriteFile(path, func(w io.Writer) error { return p.run.Office.Template(ctx, movement, unit, w) })
		}, func(path string) { p.host.Say(kit.Good, words.Fill(words.IntakeTemplDone, filepath.Base(path)), nil) })
	})
}

// Walk shows what a smoke run should see besides the list of files: the newest
// one under review, and its first doubtful row.
func (p *Page) Walk() []task.Step {
	return []task.Step{
		{Name: "mot-tep", Do: func() error {
			if len(p.state.Batches) > 0 {
				p.host.Go(kit.To(words.RouteIntake, "tep", strconv.FormatInt(p.state.Batches[0].ID, 10)))
			}
			return nil
		}},
		{Name: "mot-dong", Do: func() error {
			for i, r := range p.state.Visible() {
				if len(r.Issues) > 0 {
					p.review.rows.Select(i)
					return nil
				}
			}
			p.review.rows.Select(0)
			return nil
		}},
		{Name: "da-co", Do: func() error { // a row whose dossier stands already
			for _, b := range p.state.Batches {
				if b.State == intake.Staged && b.ID != p.state.Open {
					p.host.Go(kit.To(words.RouteIntake, "tep", strconv.FormatInt(b.ID, 10)))
					return nil
				}
			}
			return nil
		}},
		{Name: "da-co-dong", Do: func() error { p.review.rows.Select(0); return nil }},
	}
}
