package scoring

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// answers is the little table of a line's form: what is asked, the unit's own
// figures, the office's.
type answers struct {
	self, appraised []figureEntry
	box             *fyne.Container
}

// figureEntry is one cell of it.
type figureEntry interface {
	fyne.CanvasObject
	text() string
}

type typedFigure struct{ *kit.Entry }

func (t typedFigure) text() string { return t.Text }

type chosenFigure struct{ *kit.Select }

func (c chosenFigure) text() string { return c.Key() }

func newFigure(f Figure, text string) figureEntry {
	if f.Kind != figureYes {
		return typedFigure{kit.EntryOf(text, 1)}
	}
	s := kit.NewSelect("…", nil)
	s.SetChoices([]kit.Choice{{Key: "", Label: "…"}, {Key: words.Yes, Label: words.Yes}, {Key: words.No, Label: words.No}})
	s.SetKey(text)
	return chosenFigure{s}
}

const figureWidth float32 = 110

func newAnswers(it criteria.Item, ln criteria.Line) *answers {
	a := &answers{box: kit.Stacked()}
	pair := func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return container.NewHBox(kit.Wide(figureWidth, left), kit.Wide(figureWidth, right))
	}
	a.box.Add(container.NewBorder(nil, nil, nil, pair(kit.Small(words.LineSelf, kit.Soft), kit.Small(words.LineAppraised, kit.Soft))))
	self, appraised := Texts(it, ln.Self), Texts(it, ln.Appraised)
	for i, f := range Figures(it) {
		x, y := newFigure(f, self[i]), newFigure(f, appraised[i])
		a.self, a.appraised = append(a.self, x), append(a.appraised, y)
		a.box.Add(container.NewBorder(nil, nil, nil, pair(widgetOf(x), widgetOf(y)), kit.Para(f.Label, kit.Plain)))
	}
	return a
}

// widgetOf is the widget itself: the toolkit's focus and layout know it, not its wrapping.
func widgetOf(f figureEntry) fyne.CanvasObject {
	switch x := f.(type) {
	case typedFigure:
		return x.Entry
	case chosenFigure:
		return x.Select
	}
	return f
}

func texts(fs []figureEntry) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.text()
	}
	return out
}

// edit scores the line chosen: the unit's own figures, the office's, why they
// differ, what is shown for them.
func (s *sheets) edit() {
	sc, ok := s.lines.Current()
	if !ok || s.line.Sheet.Closed != 0 {
		return
	}
	it, ln := sc.Item, s.line.Sheet.Line(sc.Item.Key)
	if it.Source != "" {
		kit.Tell(s.p.host.Canvas(), words.ScoreEdit, words.Fill(words.ScoreFixed, registry.NameOf(criteria.SourceNames, it.Source)))
		return
	}
	figures := newAnswers(it, ln)
	na := widget.NewCheck(words.LineNACheck, nil)
	na.Checked = ln.NA
	naReason, reason, proof := kit.EntryOf(ln.NAReason, 1), kit.EntryOf(ln.Reason, 2), kit.EntryOf("", 1)
	file := kit.NewFilePick(s.p.host, words.PickFile, "", kindPapers)
	proofIs := ""
	if len(it.Evidence) > 0 {
		proofIs = words.Fill(words.LineProofIs, strings.Join(it.Evidence, "; "))
	}
	form := kit.NewForm(
		&kit.Field{Key: "text", Label: words.LineIs, Hint: it.Guide, Control: kit.Para(it.Text, kit.Plain)},
		&kit.Field{Key: "figures", Label: words.LineFigures, Hint: words.LineFiguresIs, Control: figures.box},
		&kit.Field{Key: "reason", Label: words.LineReason, Hint: words.LineReasonIs, Control: reason},
		&kit.Field{Key: "evidence", Label: words.LineProof, Hint: proofIs, Control: proof},
		&kit.Field{Key: "file", Label: words.LineProofFile, Control: file},
		&kit.Field{Key: "na", Label: "", Control: na},
		&kit.Field{Key: "na_reason", Label: words.LineNAReason, Control: naReason},
	)
	title := strings.TrimSuffix(words.ScoreEdit, "…") + " " + it.Key + " – " + s.line.Unit.Name
	s.p.form(kit.Cut(title, 640, 15, true), 720, form, func(done func(error)) {
		sheet := s.line.Sheet
		sheet.Lines = slices.Clone(sheet.Lines)
		next := ln
		next.NA, next.NAReason, next.Reason, next.Evidence = na.Checked, viet.Clean(naReason.Text), viet.Clean(reason.Text), slices.Clone(ln.Evidence)
		var err error
		if next.Self, err = Typed(it, texts(figures.self)); err != nil {
			done(err)
			return
		}
		if next.Appraised, err = Typed(it, texts(figures.appraised)); err != nil {
			done(err)
			return
		}
		path, shown := file.Path, viet.Clean(proof.Text)
		fail := func(err error) {
			if err != nil {
				err = placed(err, "lines."+it.Key, lineFields)
			}
			done(err)
		}
		s.p.act(words.ScoreEdit, words.Fill(words.ScoreSaved, it.Key, s.line.Unit.Name), fail, func(ctx context.Context) (audit.Entry, error) {
			a, err := s.p.attachment(path)
			if err != nil {
				return audit.Entry{}, err
			}
			e := criteria.Evidence{}
			if a != nil {
				if e, err = s.p.run.Office.KeepEvidence(ctx, *a); err != nil {
					return audit.Entry{}, err
				}
			}
			if shown != "" {
				e.Text = shown
			}
			if e.Text != "" {
				next.Evidence = append(next.Evidence, e)
			}
			sheet.SetLine(next)
			return s.p.run.Office.SaveSheet(ctx, &sheet)
		})
	})
}

// dropProof takes one thing shown for a line away.
func (s *sheets) dropProof(it criteria.Item, at int) {
	sheet := s.line.Sheet
	sheet.Lines = slices.Clone(sheet.Lines)
	ln := sheet.Line(it.Key)
	ln.Evidence = slices.Delete(slices.Clone(ln.Evidence), at, at+1)
	sheet.SetLine(ln)
	s.p.act(words.LineProofOut, words.Fill(words.LineProofGone, it.Key), nil, func(ctx context.Context) (audit.Entry, error) {
		return s.p.run.Office.SaveSheet(ctx, &sheet)
	})
}
