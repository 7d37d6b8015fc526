// Package print is the page of official papers: choose one, see the very pages
// that will be printed, save it as PDF, Word or Excel, hand it to the system.
//
// Start at New. print_state.go holds what is chosen, without the toolkit. The
// preview is the PDF itself, not a likeness of it; what is saved is made by the
// same call. The page never changes what is stored, but for the line of the log
// that says a paper left the program.
//
// Glossary: Job — văn bản cần in; Sheaf — các trang của văn bản.
package print

import (
	"context"
	"image"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of papers.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	state State

	choices, papers, offsets task.Slot
	pictures                 map[int]*task.Slot
	sheaf                    office.Sheaf

	all      fyne.CanvasObject
	forms    *kit.Grid[form.Form]
	movement *kit.Select
	award    *kit.Select
	decision *kit.Select
	session  *kit.Select
	dossier  *kit.PickButton
	year     *kit.Select
	cluster  *kit.Select
	day      *kit.DateEntry
	sheet    *kit.Select
	printer  *kit.Select
	pack     *fyne.Container
	dx, dy   *kit.Entry
	about    *fyne.Container
	pages    *kit.Pages
	rows     map[string]fyne.CanvasObject
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, pictures: map[int]*task.Slot{}}
	p.state.Job.Form = "to-trinh"
	p.build()
	p.Keep(run, p.load, []*task.Slot{&p.choices, &p.papers, &p.offsets},
		"movement", "dossier", "decision", "session", "council", "setting", "award", "unit", "cluster")
	return p
}

func (p *Page) build() {
	p.forms = kit.NewGrid("print-forms",
		kit.Column[form.Form]{Key: "name", Title: words.PrintForm, Width: 200, Grow: true, Text: func(f form.Form) string { return f.Name }})
	p.forms.ID = func(f form.Form) string { return f.Code }
	p.forms.OnSelect = func() {
		if f, ok := p.forms.Current(); ok && f.Code != p.state.Job.Form {
			p.state.Job.Form, p.state.Job.Period, p.state.Job.Reminder = f.Code, "", 0
			p.changed()
		}
	}
	p.forms.OnOpen = func(form.Form) { p.open() }
	set := func(to *string) func(string) {
		return func(key string) {
			*to = key
			p.changed()
		}
	}
	p.movement = kit.NewSelect("", func(key string) {
		p.state.Job.Movement, p.state.Job.Award, p.state.Job.Dossier, p.state.Job.Decision, p.state.Job.Session = key, "", 0, 0, 0
		p.load()
	})
	p.award = kit.NewSelect(words.PrintAll, set(&p.state.Job.Award))
	p.decision = kit.NewSelect(words.All, func(key string) {
		p.state.Job.Decision = kit.ParseID(key)
		p.changed()
	})
	p.session = kit.NewSelect(words.PrintLatest, func(key string) {
		p.state.Job.Session = kit.ParseID(key)
		p.changed()
	})
	p.dossier = kit.NewPickButton(words.PrintPickFile, words.PrintFileHint, words.PrintAllFiles, func(key string) {
		p.state.Job.Dossier = kit.ParseID(key)
		p.changed()
	})
	p.year = kit.NewSelect(words.PrintEvery, func(key string) {
		p.state.Job.Year, p.state.Job.Period, p.state.Job.Reminder = int(kit.ParseID(key)), "", 0
		p.state.known()
		p.changed()
	})
	p.cluster = kit.NewSelect(words.PrintAllGroups, set(&p.state.Job.Cluster))
	p.day = kit.NewDateEntry(p.run.Office.Today(), false)
	p.day.SetDate(p.run.Office.Today())
	p.day.OnChange = func(d when.Date) {
		if d != 0 {
			p.state.Job.Day = d
			p.changed()
		}
	}
	p.sheet = kit.NewSelect("", func(key string) {
		p.state.Job.Certificate.Sheet = key
		p.changed()
	})
	p.sheet.SetChoices([]kit.Choice{{Key: "a4", Label: words.PrintSheetA4}, {Key: "a3", Label: words.PrintSheetA3}})
	p.sheet.SetKey("a4")
	p.printer = kit.NewSelect(words.PrintAnyOne, p.measured)
	p.pack = container.NewVBox()
	p.dx, p.dy = kit.NewEntry(), kit.NewEntry()
	for _, e := range []*kit.Entry{p.dx, p.dy} {
		e.SetPlaceHolder("0")
		e.OnSubmitted = func(string) { p.offset() }
		e.OnBlur = p.offset
	}
	ruler := kit.NewButton(words.PrintRuler, nil, p.ruler)
	texts := kit.NewButton(words.PrintTexts, nil, func() { p.host.Go(kit.To(words.RouteSettings, "mau", p.state.Job.Form)) })
	p.rows = map[string]fyne.CanvasObject{}
	row := func(key, label string, o fyne.CanvasObject) fyne.CanvasObject {
		r := container.NewVBox(kit.Small(label, kit.Soft), o)
		p.rows[key] = r
		return r
	}
	p.about = container.NewVBox()
	choose := kit.Stacked(
		row("movement", words.PrintMovement, p.movement),
		row("award", words.PrintAward, p.award),
		row("decision", words.PrintDecision, p.decision),
		row("session", words.PrintSession, p.session),
		row("dossier", words.PrintDossier, p.dossier),
		row("year", words.PrintYear, p.year),
		row("cluster", words.RankCluster, p.cluster),
		row("day", words.PrintDay, container.NewHBox(p.day, texts)),
		row("pack", words.PrintPack, p.pack),
		row("sheet", words.PrintSheet, container.NewVBox(p.sheet,
			kit.Small(words.PrintPrinter, kit.Soft), p.printer,
			kit.Bar(kit.Small(words.PrintRight, kit.Soft), kit.Wide(52, p.dx), kit.Small(words.PrintDown, kit.Soft), kit.Wide(52, p.dy)),
			container.NewHBox(ruler))),
		p.about,
	)
	p.pages = kit.NewPages(
		kit.NewButton(words.PrintSaveWord, fynetheme.DocumentSaveIcon(), func() { p.save("docx") }),
		kit.NewButton(words.PrintSaveSheet, fynetheme.DocumentSaveIcon(), func() { p.save("xlsx") }),
		kit.NewButton(words.PrintSavePDF, fynetheme.DocumentSaveIcon(), func() { p.save("pdf") }),
		kit.NewButton(words.PrintOpen, nil, p.open),
		kit.NewButton(words.PrintOut, fynetheme.DocumentPrintIcon(), p.Print).Primary(),
	)
	p.pages.OnWant = p.picture
	p.pages.SetEmpty(kit.Empty(nil, words.PrintPick, words.PrintPickText))
	left := kit.NewVSplit("print-left", 0.56, p.forms, container.NewVScroll(container.NewPadded(kit.Wide(choicesWidth, choose))))
	p.all = kit.NewHSplit("print", 0.27, left, p.pages)
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.all }

// Show implements kit.Page: "mau" chooses the paper, "phong-trao", "hinh-thuc",
// "quyet-dinh", "ho-so", "phien", "nam" and "cum" what it is printed from, "ky" a period
// that is no year (2025-Q3), "don-doc" one reminder as it was sent.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	j := &p.state.Job
	if v := r.Get("mau"); v != "" {
		j.Form = v
	}
	if v := r.Get("phong-trao"); v != "" {
		j.Movement = v
	}
	if v := r.Get("hinh-thuc"); v != "" {
		j.Award = v
	}
	if v := r.Get("quyet-dinh"); v != "" {
		j.Decision = kit.ParseID(v)
	}
	if v := r.Get("ho-so"); v != "" {
		j.Dossier = kit.ParseID(v)
	}
	if v := r.Get("phien"); v != "" {
		j.Session = kit.ParseID(v)
	}
	if v := r.Get("nam"); v != "" {
		j.Year = int(kit.ParseID(v))
	}
	if v := r.Get("cum"); v != "" {
		j.Cluster = v
	}
	j.Period, j.Reminder = r.Get("ky"), kit.ParseID(r.Get("don-doc"))
	p.load()
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.Live.Leave()
	p.shut()
}

// Find implements kit.Page.
func (p *Page) Find() { p.host.Canvas().Focus(p.forms) }

// load reads what there is to choose from.
func (p *Page) load() {
	job := p.state.Job
	task.Load(p.run, &p.choices, func(ctx context.Context) (State, error) {
		s := State{Job: job, Forms: p.run.Office.Forms()}
		var err error
		if s.Movements, err = p.run.Office.Movements(ctx); err != nil {
			return s, err
		}
		if s.Catalogue, err = p.run.Office.Catalogue(ctx); err != nil {
			return s, err
		}
		if job.Dossier != 0 && job.Movement == "" { // a dossier from elsewhere brings its movement
			f, err := p.run.Office.Dossier(ctx, job.Dossier)
			if err != nil {
				return s, err
			}
			for _, m := range s.Movements {
				if m.ID == f.Dossier.Movement {
					s.Job.Movement = m.Code
				}
			}
		}
		m, ok := s.Movement()
		if !ok {
			return s, nil
		}
		if s.Decisions, err = p.run.Office.Decisions(ctx, office.DecisionFilter{Movement: m.ID}); err != nil {
			return s, err
		}
		if s.Sessions, err = p.run.Office.Sessions(ctx, m.Code); err != nil {
			return s, err
		}
		if s.Dossiers, err = p.run.Office.Dossiers(ctx, office.DossierFilter{Movement: m.ID}); err != nil {
			return s, err
		}
		if s.Clusters, err = p.run.Office.Clusters(ctx, 0); err != nil {
			return s, err
		}
		if s.Pack, err = p.run.Office.Pack(ctx); err != nil {
			return s, err
		}
		s.Printers, err = p.run.Office.Printers(ctx)
		return s, err
	}, func(s State) {
		of := s.Job.Movement
		if s.Job = p.state.Job; s.Job.Movement == "" {
			s.Job.Movement = of
		}
		s.known()
		p.state = s
		p.forms.SetRows(s.Forms)
		p.forms.SelectID(s.Job.Form)
		ms := make([]kit.Choice, len(s.Movements))
		for i, m := range s.Movements {
			ms[i] = kit.Choice{Key: m.Code, Label: m.Code + " – " + m.Name}
		}
		p.movement.SetChoices(ms)
		if m, ok := s.Movement(); ok {
			p.movement.SetKey(m.Code)
		}
		p.dossier.SetOptions(s.DossierOptions()[1:])
		p.year.SetChoices(s.Years(p.run.Office.Today().Year()))
		p.printer.SetChoices(s.PrinterChoices())
		p.printer.SetKey(s.Job.Certificate.Printer)
		p.packLines()
		p.changed()
	})
}

// changed shows the choices the paper has and makes it anew.
func (p *Page) changed() {
	s := &p.state
	p.award.SetChoices(s.AwardChoices())
	p.award.SetKey(s.Job.Award)
	p.decision.SetChoices(s.DecisionChoices())
	p.decision.SetKey(key(s.Job.Decision))
	p.session.SetChoices(s.SessionChoices())
	p.session.SetKey(key(s.Job.Session))
	p.dossier.SetKey(key(s.Job.Dossier))
	p.year.SetKey(key(int64(s.Job.Year)))
	p.cluster.SetChoices(s.ClusterChoices())
	p.cluster.SetKey(s.Job.Cluster)
	show := func(name string, yes bool) {
		if yes {
			p.rows[name].Show()
		} else {
			p.rows[name].Hide()
		}
	}
	show("movement", s.AsksMovement())
	show("award", s.AsksAward())
	show("decision", s.AsksDecision())
	show("session", s.AsksSession())
	show("dossier", s.AsksDossier())
	show("year", s.AsksYear())
	show("cluster", s.AsksCluster())
	show("sheet", s.Job.Form == "bang-khen")
	show("pack", s.Job.Form == office.PackForm)
	p.facts(nil, nil)
	p.host.Here(kit.To(words.RoutePrint, "mau", s.Job.Form, "phong-trao", s.Job.Movement, "hinh-thuc", s.Job.Award,
		"quyet-dinh", key(s.Job.Decision), "ho-so", key(s.Job.Dossier), "phien", key(s.Job.Session), "nam", key(int64(s.Job.Year)), "cum", s.Order().Cluster,
		"ky", s.Job.Period, "don-doc", key(s.Job.Reminder)))
	p.preview()
}

// choicesWidth is the least width of the choices, whatever they are: the pages beside
// them do not move when other facts are missing.
const choicesWidth = 300

// gapsShown is how many gaps are listed; the number of the others is told.
const gapsShown = 12

// facts shows, under the choices, what the paper rests on: its source, the facts
// it leaves blanks for, each one click from its dossier, and texts too long for
// their place on a certificate.
func (p *Page) facts(gaps []office.Gap, misfits []office.Misfit) {
	p.about.RemoveAll()
	if f, ok := p.state.Form(); ok {
		p.about.Add(kit.Para(words.Fill(words.PrintSource, f.Source), kit.Soft))
		if !f.Official {
			p.about.Add(kit.Para(words.PrintPractice, kit.Soft))
		}
	}
	if s := p.state.Job.Period; s != "" {
		p.about.Add(kit.Para(words.Fill(words.PrintPeriod, s), kit.Info))
	}
	if p.state.Job.Reminder != 0 {
		p.about.Add(kit.Para(words.PrintReminder, kit.Info))
	}
	for _, m := range misfits {
		p.about.Add(kit.Para(words.Fill(words.PrintMisfit, m.Page, m.Slot, m.Text), kit.Warn))
	}
	if len(gaps) > 0 {
		p.about.Add(kit.Para(words.Fill(words.PrintGaps, len(gaps)), kit.Warn))
	}
	for i, g := range gaps {
		if i == gapsShown {
			p.about.Add(kit.Small(words.Fill(words.PrintMore, len(gaps)-gapsShown), kit.Soft))
			break
		}
		// What is missing stays to be read where the name is long.
		lacks := words.Fill(words.PrintGap, "", words.Gaps[g.Field])
		name := kit.Cut(g.Name, choicesWidth-20-kit.TextWidth(lacks, fynetheme.TextSize(), true), fynetheme.TextSize(), true)
		b := kit.NewButton(name+lacks, nil, func() {
			p.host.Go(kit.To(words.RouteDossiers, "ho-so", key(g.Dossier), "sua", g.Field))
		}).Flat()
		b.Alignment = widget.ButtonAlignLeading
		p.about.Add(b)
	}
	p.about.Refresh()
}

// Print puts the paper on the printer, through the system's own dialog where it has one.
func (p *Page) Print() { p.paper(p.state.Order()) }

func (p *Page) paper(order office.Print) {
	task.Do(p.run, task.Job{Title: words.PrintSending}, func(ctx context.Context, progress office.Progress) (office.Sent, error) {
		return p.run.Office.PrintOut(ctx, order, 1, progress)
	}, func(s office.Sent) {
		if !s.Canceled {
			p.host.Say(kit.Good, words.Fill(words.PrintSent, s.Pages, s.Printer), nil)
		}
	})
}

func key(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// preview makes the paper and shows its pages.
func (p *Page) preview() {
	order := p.state.Order()
	type made struct {
		printed  office.Printed
		sheaf    office.Sheaf
		misfits  []office.Misfit
		gaps     []office.Gap
		settings office.CertificateSetting
	}
	p.papers.Fault = func(err error) {
		p.shut()
		p.pages.SetEmpty(kit.Empty(nil, words.FaultHead, modelwords.Say(err)))
		p.pages.SetPages(nil)
	}
	if p.pages.Len() == 0 {
		p.pages.SetEmpty(kit.Empty(nil, words.PrintWorking, words.PrintWait))
	}
	task.Load(p.run, &p.papers, func(ctx context.Context) (m made, err error) {
		if m.printed, err = p.run.Office.Set(ctx, order, "pdf"); err != nil {
			return m, err
		}
		if m.misfits, err = p.run.Office.Misfits(ctx, m.printed.Document); err != nil {
			return m, err
		}
		if m.gaps, err = p.run.Office.Gaps(ctx, order); err != nil {
			return m, err
		}
		if m.settings, err = p.run.Office.Offsets(ctx, ""); err != nil {
			return m, err
		}
		m.sheaf, err = p.run.Office.View(ctx, m.printed)
		return m, err
	}, func(m made) {
		p.shut()
		p.sheaf = m.sheaf
		p.facts(m.gaps, m.misfits)
		if p.state.Job.Certificate == (office.CertificateSetting{}) {
			p.dx.SetText(millimetres(m.settings.DX))
			p.dy.SetText(millimetres(m.settings.DY))
			if m.settings.Sheet != "" {
				p.sheet.SetKey(m.settings.Sheet)
			}
		}
		if m.sheaf == nil {
			p.pages.SetEmpty(kit.Empty(nil, m.printed.Document.Title, words.PrintNoView))
			p.pages.SetPages(nil)
			return
		}
		sizes := make([]fyne.Size, m.sheaf.Len())
		for i := range sizes {
			w, h := m.sheaf.Size(i)
			sizes[i] = fyne.NewSize(float32(w), float32(h))
		}
		p.pages.SetPages(sizes)
	})
}

// shut lets go of the pages shown.
func (p *Page) shut() {
	for _, s := range p.pictures {
		s.Stop()
	}
	p.pictures = map[int]*task.Slot{}
	if s := p.sheaf; s != nil {
		p.sheaf = nil
		task.Aside(p.run, func() (struct{}, error) { return struct{}{}, s.Close() }, func(struct{}, error) {})
	}
}

// picture answers the viewer's want of a page.
func (p *Page) picture(page, pixels int) {
	sheaf := p.sheaf
	if sheaf == nil {
		return
	}
	slot := p.pictures[page]
	if slot == nil {
		slot = &task.Slot{}
		p.pictures[page] = slot
	}
	task.Load(p.run, slot, func(ctx context.Context) (image.Image, error) { return sheaf.Picture(ctx, page, pixels) },
		func(pic image.Image) {
			if p.sheaf == sheaf {
				p.pages.Put(page, pixels, pic)
			}
		})
}

var kinds = map[string]kit.FileKind{
	"pdf":  {Name: words.PrintKindPDF, Patterns: []string{"*.pdf"}},
	"docx": {Name: words.PrintKindWord, Patterns: []string{"*.docx"}},
	"xlsx": {Name: words.PrintKindSheet, Patterns: []string{"*.xlsx"}},
}

// save asks where to and writes the paper.
func (p *Page) save(kind string) {
	p.host.PickSave(kinds[kind].Name, p.state.FileName(kind), []kit.FileKind{kinds[kind]}, func(path string) {
		if !strings.EqualFold(filepath.Ext(path), "."+kind) {
			path += "." + kind
		}
		p.write(path, kind, func(r office.Printed) {
			text := words.PrintSaved
			if r.Again {
				text = words.PrintAgain
			}
			p.host.Say(kit.Good, words.Fill(text, filepath.Base(path)), nil)
		})
	})
}

// open lays the PDF aside and hands it to the system's program for it.
func (p *Page) open() {
	path := p.host.Scratch(p.state.FileName("pdf"))
	p.write(path, "pdf", func(office.Printed) { p.host.OpenFile(path) })
}

func (p *Page) write(path, kind string, done func(office.Printed)) {
	order := p.state.Order()
	task.Do(p.run, task.Job{Title: words.PrintWorking}, func(ctx context.Context, _ office.Progress) (r office.Printed, err error) {
		err = p.host.WriteFile(path, func(w io.Writer) error {
			r, err = p.run.Office.PrintTo(ctx, order, filepath.Base(path), kind, w)
			return err
		})
		return r, err
	}, done)
}
