package exemplars

import (
	"bytes"
	"context"
	"image"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/container"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/report"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// do carries out one act; done shows a fault in the form it belongs to, nil in a dialog.
func (p *Page) do(title string, done func(error), act func(context.Context) (audit.Entry, error), said func() string) {
	task.Do(p.run, task.Job{Title: title, Fault: done}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) { return act(ctx) },
		func(e audit.Entry) {
			if done != nil {
				done(nil)
			}
			p.host.Done(said(), e.ID)
		})
}

func says(text string) func() string { return func() string { return text } }

// decode opens a photo; it answers "page.photo" for anything but JPEG and PNG.
func decode(data []byte) (image.Image, error) {
	pic, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fault.New(fault.Invalid, "page.photo").At("photo").Because(err)
	}
	return pic, nil
}

func (p *Page) add() {
	m, ok := p.state.Movement()
	if !ok {
		return
	}
	x := report.Exemplar{Movement: m.ID, Year: p.state.Year, Kind: "individual", Scope: "co_so"}
	if x.Year == 0 {
		x.Year = report.RoundOn(m, p.state.Today).Year
	}
	p.form(words.ExemplarAddTitle, x)
}

func (p *Page) edit() {
	if x, ok := p.list.Current(); ok {
		p.form(x.Name, x)
	}
}

// form is the dialog of one exemplar.
func (p *Page) form(title string, x report.Exemplar) {
	name, what, unitText, number, note := kit.EntryOf(x.Name, 1), kit.EntryOf(x.What, 4), kit.EntryOf(x.UnitText, 1), kit.EntryOf(x.Number, 1), kit.EntryOf(x.Note, 1)
	kind, scope := noun.OneOf(report.ExemplarKinds, x.Kind), noun.OneOf(report.ScopeNames, x.Scope)
	year := kit.NewSelect("", nil)
	year.SetChoices(p.state.Years()[1:])
	year.SetKey(strconv.Itoa(x.Year))
	day := kit.NewDateEntry(p.state.Today, false)
	day.SetDate(x.Date)
	unit := kit.NewPickButton(words.DossiersUnitPick, words.DossiersUnitHint, words.UnitNoParent, nil)
	unit.SetOptions(noun.Units(p.state.Book, p.state.Today))
	unit.SetKey(kit.IDText(x.Unit))
	photo := kit.NewFilePick(p.host, words.ExemplarPhoto, x.PhotoName, []kit.FileKind{{Name: words.ExemplarImages, Patterns: []string{"*.jpg", "*.jpeg", "*.png"}}})
	form := kit.NewForm(
		&kit.Field{Key: "kind", Label: words.ExemplarKind, Required: true, Control: kind},
		&kit.Field{Key: "name", Label: words.ExemplarName, Required: true, Control: name},
		&kit.Field{Key: "unit", Label: words.ExemplarUnit, Control: unit},
		&kit.Field{Key: "unit_text", Label: words.ExemplarUnitTxt, Control: unitText},
		&kit.Field{Key: "year", Label: words.ExemplarYear, Required: true, Control: year},
		&kit.Field{Key: "what", Label: words.ExemplarWhat, Required: true, Control: what},
		&kit.Field{Key: "scope", Label: words.ExemplarScope, Control: scope},
		&kit.Field{Key: "number", Label: words.ExemplarNumber, Control: number},
		&kit.Field{Key: "date", Label: words.ExemplarDate, Control: container.NewHBox(day)},
		&kit.Field{Key: "photo", Label: words.ExemplarPhoto, Control: photo},
		&kit.Field{Key: "note", Label: words.ExemplarNote, Control: note},
	)
	kit.FormDialog(p.host.Canvas(), title, form, 640, words.Save, modelwords.Say, func(done func(error)) {
		d := day.Value()
		y := x
		y.Kind, y.Name, y.Unit, y.UnitText, y.Year, y.What = kind.Key(), name.Trimmed(), kit.ParseID(unit.Key()), unitText.Trimmed(), int(kit.ParseID(year.Key())), what.Trimmed()
		y.Scope, y.Number, y.Date, y.Note = scope.Key(), number.Trimmed(), d, note.Trimmed()
		path := photo.Path
		p.do(title, done, func(ctx context.Context) (audit.Entry, error) {
			a, err := p.pictureFrom(path)
			if err != nil {
				return audit.Entry{}, err
			}
			return p.run.Office.SaveExemplar(ctx, &y, a)
		}, func() string {
			p.open = y.ID
			return words.Fill(words.ExemplarSaved, y.Name)
		})
	})
}

// pictureFrom reads the photo chosen, nil for none.
func (p *Page) pictureFrom(path string) (*office.Attachment, error) {
	if path == "" {
		return nil, nil
	}
	data, err := p.host.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if _, err := decode(data); err != nil {
		return nil, err
	}
	return &office.Attachment{Name: filepath.Base(path), Data: data}, nil
}

func (p *Page) ids(keep func(report.Exemplar) bool) (out []int64) {
	for _, x := range p.list.Selected() {
		if keep(x) {
			out = append(out, x.ID)
		}
	}
	return out
}

func (p *Page) publish(yes bool) {
	ids := p.ids(func(x report.Exemplar) bool { return x.Publish != yes })
	title, said := words.ExemplarList, words.ExemplarPutOn
	if !yes {
		title, said = words.ExemplarUnlist, words.ExemplarTookOff
	}
	p.do(title, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.Publish(ctx, ids, yes) }, says(words.Fill(said, len(ids))))
}

func (p *Page) drop() {
	ids := p.ids(func(x report.Exemplar) bool { return x.Used == "" })
	if len(ids) == 0 {
		return
	}
	who := words.Fill(words.ExemplarCount, len(ids))
	if x, ok := p.state.Find(ids[0]); ok && len(ids) == 1 {
		who = x.Name
	}
	kit.Confirm(p.host.Canvas(), words.ExemplarDrop, words.Fill(words.ExemplarDropAsk, who), words.ExemplarDrop, true, func() {
		p.open = 0
		p.do(words.ExemplarDrop, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.RemoveExemplars(ctx, ids) }, says(words.Fill(words.ExemplarDropped, who)))
	})
}

// useFor rests a dossier on the exemplar: once only.
func (p *Page) useFor() {
	x, ok := p.list.Current()
	if !ok {
		return
	}
	p.pickDossier(office.DossierFilter{Movement: x.Movement}, words.ExemplarUse, words.ExemplarNoFiles, func(id int64, name string) {
		p.do(words.ExemplarUse, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.UseExemplar(ctx, x.ID, id) },
			says(words.Fill(words.ExemplarIsUsed, x.Name, name)))
	})
}

// pickDossier asks for one of the dossiers a filter finds.
func (p *Page) pickDossier(f office.DossierFilter, title, none string, take func(id int64, name string)) {
	task.Load(p.run, &p.kept, func(ctx context.Context) ([]dossier.Dossier, error) { return p.run.Office.Dossiers(ctx, f) }, func(list []dossier.Dossier) {
		options := DossierOptions(list)
		if len(options) == 0 {
			p.host.Say(kit.Warn, none, nil)
			return
		}
		kit.Pick(p.host.Canvas(), title, words.ExemplarUseHint, options, func(o kit.Option) { take(kit.ParseID(o.Key), o.Label) })
	})
}

func (p *Page) free() {
	if x, ok := p.list.Current(); ok {
		p.do(words.ExemplarFree, nil, func(ctx context.Context) (audit.Entry, error) { return p.run.Office.FreeExemplar(ctx, x.ID) }, says(words.Fill(words.ExemplarIsFree, x.Name)))
	}
}

// print goes to the list for publishing.
func (p *Page) print() {
	p.host.Go(kit.To(words.RoutePrint, "mau", "danh-sach-dien-hinh", "phong-trao", p.state.Code, "nam", kit.IDText(int64(p.state.Year))))
}

// without leaves one out.
func without(ids []int64, id int64) []int64 {
	return slices.DeleteFunc(slices.Clone(ids), func(x int64) bool { return x == id })
}
