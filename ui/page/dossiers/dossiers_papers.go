package dossiers

import (
	"bytes"
	"context"
	"image"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/office"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/task"
	"thidua/ui/words"
)

// papers is the part of a dossier's file about its papers: the checklist, what was
// received for each line, and the first page of what is attached.
type papers struct {
	p    *Page
	file office.DossierFile
	code string // of the line that is shown

	all   fyne.CanvasObject
	grid  *kit.Grid[dossier.Checked]
	about *fyne.Container
	look  *fyne.Container
	pages *kit.Pages
	say   *fyne.Container // in place of the pages, where there are none

	slot, picture task.Slot
	hash          string // whose pages are shown
	sheaf         office.Sheaf
}

func newPapers(p *Page) *papers {
	v := &papers{p: p}
	v.grid = kit.NewGrid("papers",
		kit.Column[dossier.Checked]{Key: "state", Title: words.PaperState, Width: 122, Chip: true, Text: func(c dossier.Checked) string { return PaperState(c) }, Tone: PaperTone},
		kit.Column[dossier.Checked]{Key: "name", Title: words.PaperName, Width: 170, Grow: true, Text: PaperName},
		kit.Column[dossier.Checked]{Key: "originals", Title: words.PaperOriginals, Width: 84, Align: fyne.TextAlignTrailing, Text: Originals},
		kit.Column[dossier.Checked]{Key: "file", Title: words.PaperFile, Width: 96, Text: func(c dossier.Checked) string { return c.Paper.FileName }},
	)
	v.grid.Multi = true
	v.grid.ID = func(c dossier.Checked) string { return c.Code }
	v.grid.OnSelect = func() {
		if c, ok := v.grid.Current(); ok {
			v.code = c.Code
		}
		v.line()
	}
	v.grid.OnOpen = func(dossier.Checked) { v.write(dossier.Whole) }
	acts := container.NewHBox(
		kit.NewButton(words.PaperWhole, fynetheme.ConfirmIcon(), v.whole),
		kit.NewButton(words.PaperLacking, nil, func() { v.write(dossier.Lacking) }),
		kit.NewButton(words.PaperOther, nil, func() { v.write(dossier.Other) }),
		kit.NewMenuButton(words.PaperMore,
			fyne.NewMenuItem(words.PaperAttach, v.attach),
			fyne.NewMenuItem(words.PaperOpen, v.open),
			fyne.NewMenuItem(words.PaperCounts, func() { v.write(dossier.Whole) }),
			fyne.NewMenuItem(words.PaperUnseen, v.unseen),
			fyne.NewMenuItem(words.PaperReceipt, func() { p.print("phieu-tiep-nhan", v.file.Dossier.ID) }),
			fyne.NewMenuItem(words.PaperAsk, func() { p.print("cong-van-bo-sung", v.file.Dossier.ID) }),
		).Button,
	)
	v.about = container.NewVBox()
	v.pages = kit.NewPages()
	v.pages.OnWant = v.want
	v.say = container.NewStack()
	v.look = container.NewStack(v.say)
	v.all = kit.NewVSplit("papers", 0.5, container.NewBorder(nil, acts, nil, nil, v.grid), container.NewBorder(v.about, nil, nil, nil, v.look))
	return v
}

// show shows the papers of a dossier.
func (v *papers) show(f office.DossierFile) {
	if f.Dossier.ID != v.file.Dossier.ID {
		v.code = ""
	}
	v.file = f
	v.grid.SetRows(f.Papers)
	if v.code == "" || !v.grid.SelectID(v.code) {
		v.grid.Select(firstToSee(f.Papers))
	}
	v.line()
}

// firstToSee is the first line somebody has to do something about.
func firstToSee(list []dossier.Checked) int {
	for i, c := range list {
		if c.Short() || !c.Optional && c.State() == dossier.Unseen {
			return i
		}
	}
	return 0
}

// line shows what is known of the line in hand, and its first page.
func (v *papers) line() {
	v.about.RemoveAll()
	c, ok := v.grid.Current()
	if !ok {
		v.clear()
		return
	}
	seen := ""
	if c.Paper.Day != 0 {
		seen = words.Fill(words.PaperSeen, c.Paper.Day.Slash(), c.Paper.Officer)
	}
	v.about.Add(kit.NewFacts(
		kit.Fact{Label: words.PaperNote, Value: c.Paper.Note, Tone: kit.Bad},
		kit.Fact{Label: words.PaperBy, Value: seen},
		readFact(c.Paper),
		kit.Fact{Label: words.FindBasis, Value: c.Source},
	))
	v.about.Refresh()
	if c.Paper.File == "" {
		v.clear()
		v.tell(c.Paper.Text, words.PaperNoFile)
		return
	}
	if c.Paper.File == v.hash {
		return
	}
	v.clear()
	hash := c.Paper.File
	v.slot.Fault = func(err error) { v.tell(c.Paper.Text, modelwords.Say(err)) }
	task.Load(v.p.run, &v.slot, func(ctx context.Context) (office.Sheaf, error) { return v.p.run.Office.Look(ctx, hash) }, func(s office.Sheaf) {
		v.hash, v.sheaf = hash, s
		sizes := make([]fyne.Size, s.Len())
		for i := range sizes {
			w, h := s.Size(i)
			sizes[i] = fyne.NewSize(float32(w), float32(h))
		}
		v.look.Objects = []fyne.CanvasObject{v.pages}
		v.pages.SetPages(sizes)
		v.look.Refresh()
	})
}

// tell shows what a paper says where its pages cannot be shown.
func (v *papers) tell(text, otherwise string) {
	o := kit.Empty(nil, otherwise, "")
	if text != "" {
		o = container.NewVScroll(kit.Para(strings.TrimSpace(text), kit.Plain))
	}
	v.say.Objects = []fyne.CanvasObject{o}
	v.look.Objects = []fyne.CanvasObject{v.say}
	v.look.Refresh()
}

// readFact tells whether what is attached can be compared.
func readFact(p dossier.Paper) kit.Fact {
	f := kit.Fact{Label: words.PaperCompared}
	switch {
	case p.Unread != "" && p.Text != "" && p.Unread != dossier.ScanPart:
		f.Value = words.Fill(words.PaperTyped, p.Unread)
	case p.Unread != "":
		f.Value, f.Tone = p.Unread.String(), kit.Warn
	case p.File != "" && p.Text != "":
		f.Value = words.PaperRead
	}
	return f
}

// clear lets go of the pages shown.
func (v *papers) clear() {
	v.slot.Stop()
	v.picture.Stop()
	v.hash = ""
	v.say.Objects = nil
	v.look.Objects = []fyne.CanvasObject{v.say}
	v.look.Refresh()
	if s := v.sheaf; s != nil {
		v.sheaf = nil
		task.Aside(v.p.run, func() (struct{}, error) { return struct{}{}, s.Close() }, func(struct{}, error) {})
	}
}

func (v *papers) want(page, pixels int) {
	s := v.sheaf
	if s == nil {
		return
	}
	task.Load(v.p.run, &v.picture, func(ctx context.Context) (image.Image, error) { return s.Picture(ctx, page, pixels) }, func(pic image.Image) {
		if v.sheaf == s {
			v.pages.Put(page, pixels, pic)
		}
	})
}

// whole notes the chosen lines as looked at and complete, with the originals and
// copies asked for.
func (v *papers) whole() {
	var put []*dossier.Paper
	for _, c := range v.grid.Selected() {
		n := c.Seen(v.file.Dossier)
		put = append(put, &n)
	}
	v.save(words.PaperWhole, nil, put...)
}

// unseen takes back that the chosen lines were looked at.
func (v *papers) unseen() {
	var put []*dossier.Paper
	for _, c := range v.grid.Selected() {
		if c.Paper.ID == 0 {
			continue
		}
		n := c.Noted(v.file.Dossier)
		n.State, n.Note = dossier.Unseen, ""
		put = append(put, &n)
	}
	if len(put) > 0 {
		v.save(words.PaperUnseen, nil, put...)
	}
}

func (v *papers) save(title string, failed func(error), put ...*dossier.Paper) {
	task.Do(v.p.run, task.Job{Title: title, Fault: failed}, func(ctx context.Context, _ office.Progress) (audit.Entry, error) {
		return v.p.run.Office.SavePapers(ctx, put...)
	}, func(e audit.Entry) {
		if failed != nil {
			failed(nil)
		}
		v.p.host.Done(words.Fill(words.PaperSaved, len(put)), e.ID)
	})
}

// write notes the line in hand with what the officer counts and misses.
func (v *papers) write(state dossier.PaperState) {
	c, ok := v.grid.Current()
	if !ok {
		return
	}
	n := c.Noted(v.file.Dossier)
	if state == dossier.Whole {
		n.Originals, n.Copies = max(n.Originals, c.Originals), max(n.Copies, c.Copies)
	}
	states, originals, copies, note := kit.NewSelect("", nil), kit.NewEntry(), kit.NewEntry(), kit.NewTextArea(3)
	states.SetChoices(noun.Names(dossier.PaperStateNames))
	states.SetKey(string(state))
	originals.SetText(words.Count(n.Originals))
	copies.SetText(words.Count(n.Copies))
	note.SetText(n.Note)
	form := kit.NewForm(
		&kit.Field{Key: "state", Label: words.PaperState, Required: true, Control: states},
		&kit.Field{Key: "note", Label: words.PaperNote, Hint: words.PaperNoteHint, Control: note},
		&kit.Field{Key: "originals", Label: words.PaperOriginals, Hint: wanted(c.Originals), Control: originals},
		&kit.Field{Key: "copies", Label: words.PaperCopies, Hint: wanted(c.Copies), Control: copies},
	)
	kit.FormDialog(v.p.host.Canvas(), c.Name, form, 560, words.Save, modelwords.Say, func(done func(error)) {
		var err error
		x := n
		x.State, x.Note = dossier.PaperState(states.Key()), note.Text
		if x.Originals, err = Number(originals.Text, "originals"); err != nil {
			done(err)
			return
		}
		if x.Copies, err = Number(copies.Text, "copies"); err != nil {
			done(err)
			return
		}
		v.save(c.Name, done, &x)
	})
	if state != dossier.Whole {
		form.Reveal("note")
	}
}

// seeAll notes a paper of the chosen dossiers, or every one asked for, as complete.
func (p *Page) seeAll(ids []int64) {
	which := kit.NewSelect("", nil)
	cs := append([]kit.Choice{{Key: "", Label: words.PaperEvery}}, noun.Names(dossier.PaperNames)...)
	which.SetChoices(cs)
	which.SetKey("bao_cao")
	form := kit.NewForm(&kit.Field{Key: "code", Label: words.PaperName, Hint: words.PaperSeeHint, Control: which})
	kit.FormDialog(p.host.Canvas(), words.Fill(words.PaperSeeN, len(ids)), form, 560, words.PaperWhole, modelwords.Say, func(done func(error)) {
		type seen struct {
			n int
			e audit.Entry
		}
		task.Do(p.run, task.Job{Title: words.PaperSeeAll, Fault: done}, func(ctx context.Context, _ office.Progress) (s seen, err error) {
			s.n, s.e, err = p.run.Office.SeePapers(ctx, ids, which.Key())
			return s, err
		}, func(s seen) {
			done(nil)
			p.host.Done(words.Fill(words.PaperSaved, s.n), s.e.ID)
		})
	})
}

// wanted says how many are asked for; nothing when none are.
func wanted(n int) string {
	if n == 0 {
		return ""
	}
	return words.Fill(words.PaperWanted, n)
}

// attach keeps a file with the line in hand; whether it is complete is for the
// officer to say when she has looked.
func (v *papers) attach() {
	c, ok := v.grid.Current()
	if !ok {
		return
	}
	kinds := []kit.FileKind{{Name: words.PaperFiles, Patterns: []string{"*.pdf", "*.docx", "*.doc", "*.jpg", "*.jpeg", "*.png", "*.txt"}}, {Name: words.KindAll, Patterns: []string{"*"}}}
	v.p.host.PickFiles(words.PaperAttach, false, kinds, func(paths []string) {
		n := c.Noted(v.file.Dossier)
		type attached struct {
			e      audit.Entry
			unread error
		}
		task.Do(v.p.run, task.Job{Title: words.PaperAttaching}, func(ctx context.Context, _ office.Progress) (a attached, err error) {
			data, err := v.p.host.ReadFile(paths[0])
			if err != nil {
				return a, err
			}
			a.e, a.unread, err = v.p.run.Office.Attach(ctx, &n, office.Attachment{Name: filepath.Base(paths[0]), Data: data})
			return a, err
		}, func(a attached) {
			if a.unread != nil {
				v.p.host.Done(words.Fill(words.PaperKeptUnread, n.FileName, n.Unread.String()), a.e.ID)
				return
			}
			v.p.host.Done(words.Fill(words.PaperKept, n.FileName), a.e.ID)
		})
	})
}

// open hands the attached file to the system's program for it.
func (v *papers) open() {
	c, ok := v.grid.Current()
	if !ok || c.Paper.File == "" {
		v.p.host.Say(kit.Warn, words.PaperNoFile, nil)
		return
	}
	v.p.openKept(c.Paper.File, c.Paper.FileName)
}

// openKept lays a kept file aside under its own name and opens it.
func (p *Page) openKept(hash, name string) {
	path := p.host.Scratch(name)
	task.Do(p.run, task.Job{Title: words.PaperOpen}, func(ctx context.Context, _ office.Progress) (struct{}, error) {
		data, err := p.run.Office.Kept(ctx, hash)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, p.host.WriteFile(path, func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(data))
			return err
		})
	}, func(struct{}) { p.host.OpenFile(path) })
}
