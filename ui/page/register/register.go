// Package register is the page of the register of honours (sổ khen thưởng):
// everything ever given, with the nominee as they stood then and what became of the
// certificate; and of the fund's book.
//
// Start at New. register_state.go holds what is shown, without the toolkit; book.go
// is the register, past.go the entering of earlier years, fund.go the fund's book.
// The page promises that nothing of an earlier year is written before it was shown
// line by line; it never changes an honour, which only a decision does.
//
// Glossary: Honour — lần khen thưởng; Handing — trao, cấp lại, thu hồi bằng; Past —
// khen thưởng các năm trước.
package register

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"thidua/model/office"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of the register.
type Page struct {
	run   *task.Runner
	host  kit.Host
	shown bool
	tabs  *kit.Tabs
	book  *book
	fund  *fund
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, tabs: kit.NewTabs()}
	p.book, p.fund = newBook(p), newFund(p)
	p.tabs.Add(words.RegisterBook, p.book.all)
	p.tabs.Add(words.RegisterFund, p.fund.all)
	p.tabs.OnChange = func(int) {
		if p.shown {
			p.load()
		}
	}
	run.Watch(func(office.Notice) {
		if p.shown {
			p.load()
		}
	}, "record", "handing", "decision", "booking", "award", "movement", "unit")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.tabs }

// Show implements kit.Page. The register may be narrowed with nam, hinh-thuc,
// phong-trao (code), don-vi (id), nguoi (id of a nominee), loai, tim; dong chooses an
// honour; muc=quy opens the fund's book.
func (p *Page) Show(r kit.Route) {
	p.shown = true
	if r.Get("muc") == "quy" {
		if p.tabs.At() != 1 {
			p.tabs.Open(1) // loads it
			return
		}
	} else if len(r.With) > 0 {
		p.book.narrow(r)
		if p.tabs.At() != 0 {
			p.tabs.Open(0)
			return
		}
	}
	p.load()
}

func (p *Page) load() {
	if p.tabs.At() == 0 {
		p.book.load()
	} else {
		p.fund.load()
	}
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.shown = false
	p.book.slot.Stop()
	p.book.one.Stop()
	p.fund.slot.Stop()
}

// Find implements kit.Page.
func (p *Page) Find() {
	if p.tabs.At() == 0 {
		kit.Focus(p.book.search.Entry)
		return
	}
	p.host.Canvas().Focus(p.fund.grid)
}

// Walk shows one honour and the fund's book in a smoke run.
func (p *Page) Walk() []task.Step {
	return []task.Step{
		{Name: "mot-dong", Do: func() error { p.book.grid.Select(0); return nil }},
		{Name: "so-quy", Do: func() error { p.tabs.Open(1); return nil }},
		{Name: "so-khen", Do: func() error { p.tabs.Open(0); return nil }},
	}
}

func parseID(s string) int64 {
	id, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

func idText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func entry(text string, rows int) *kit.Entry {
	e := kit.NewEntry()
	if rows > 1 {
		e = kit.NewTextArea(rows)
	}
	e.SetText(text)
	return e
}

func trim(e *kit.Entry) string { return strings.TrimSpace(e.Text) }

func upper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
