package exemplars

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // photos come as JPEG or PNG
	_ "image/png"
	"io"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"thidua/model/registry"
	"thidua/model/report"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// photoHeight is how high the photo stands in the file, in the toolkit's units.
const photoHeight float32 = 210

// file is what is known of one exemplar.
func (p *Page) file(x report.Exemplar) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(x.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = fynetheme.SizeNameSubHeadingText
	title.Wrapping = fyne.TextWrapWord
	chips := container.NewHBox(kit.NewChip(registry.NameOf(report.ExemplarKinds, x.Kind), kit.Info))
	if x.Scope != "" {
		chips.Add(kit.NewChip(registry.NameOf(report.ScopeNames, x.Scope), kit.Quiet))
	}
	if x.Publish {
		chips.Add(kit.NewChip(words.ExemplarPublish, kit.Good))
	}
	facts := []kit.Fact{
		{Label: words.ExemplarUnit, Value: p.state.UnitOf(x)},
		{Label: words.ExemplarYear, Value: strconv.Itoa(x.Year)},
		{Label: words.ExemplarNumber, Value: Decision(x.Number, x.Date)},
		{Label: words.ExemplarUsed, Value: x.Used},
		{Label: words.ExemplarNote, Value: x.Note},
	}
	if x.Dossier != 0 {
		facts[3].OnTap = func() { p.host.Go(kit.To(words.RouteDossiers, "ho-so", kit.IDText(x.Dossier))) }
	}
	if x.Report != 0 {
		m, _ := p.state.Movement()
		facts = append(facts, kit.Fact{Label: words.ExemplarReport, Value: words.ExemplarOpenRep,
			OnTap: func() {
				p.host.Go(kit.To(words.RouteReports, "phong-trao", m.Code, "nam", strconv.Itoa(x.Year), "bao-cao", kit.IDText(x.Report)))
			}})
	}
	parts := kit.Stacked(title, chips, kit.Lead(words.ExemplarWhat), kit.Para(x.What, kit.Plain), kit.NewFacts(facts...))
	if x.Used == "" {
		parts.Add(kit.Note(words.ExemplarOnce))
	}
	parts.Add(kit.Lead(words.ExemplarPhoto))
	frame := container.NewStack()
	parts.Add(frame)
	p.showPhoto(x, frame)
	return kit.Panel(container.NewVScroll(parts))
}

// showPhoto reads the photo away from the UI goroutine and hangs it up.
func (p *Page) showPhoto(x report.Exemplar, frame *fyne.Container) {
	if x.Photo == "" {
		p.photo.Stop()
		frame.Add(kit.Para(words.ExemplarNoPhoto, kit.Soft))
		return
	}
	task.Load(p.run, &p.photo, func(ctx context.Context) (image.Image, error) {
		data, err := p.run.Office.Kept(ctx, x.Photo)
		if err != nil {
			return nil, err
		}
		return decode(data)
	}, func(pic image.Image) {
		im := canvas.NewImageFromImage(pic)
		im.FillMode = canvas.ImageFillContain
		im.SetMinSize(fyne.NewSize(60, photoHeight))
		see := kit.NewButton(words.ExemplarSee, nil, func() { p.see(x) })
		frame.Objects = []fyne.CanvasObject{container.NewBorder(nil, container.NewHBox(see), nil, nil, im)}
		frame.Refresh()
		p.detail.Refresh()
	})
}

// see lays the photo aside and hands it to the system's viewer.
func (p *Page) see(x report.Exemplar) {
	type laid struct{ path string }
	task.Load(p.run, &p.kept, func(ctx context.Context) (l laid, err error) {
		data, err := p.run.Office.Kept(ctx, x.Photo)
		if err != nil {
			return l, err
		}
		l.path = p.host.Scratch("anh-" + x.Photo[:min(len(x.Photo), 12)] + filepath.Ext(x.PhotoName))
		return l, p.host.WriteFile(l.path, func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(data))
			return err
		})
	}, func(l laid) { p.host.OpenFile(l.path) })
}
