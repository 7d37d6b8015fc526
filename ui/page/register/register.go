// Package register is the page of the register of honours (sổ khen thưởng):
// everything ever given, with the nominee as they stood then and what became of the
// certificate; of who is who; and of the fund's book.
//
// Start at New. register_state.go and people_state.go hold what is shown, without the
// toolkit; book.go is the register, past.go the entering of earlier years, people.go
// the identities with everything of one, fund.go the fund's book. The page promises
// that nothing of an earlier year is written before it was shown line by line, and
// that two identities become one only by a person's word; it never changes an
// honour, which only a decision does.
//
// Glossary: Honour — lần khen thưởng; Handing — trao, cấp lại, thu hồi bằng; Past —
// khen thưởng các năm trước; Nominee — người, tập thể, hộ gia đình.
package register

import (
	"slices"

	"fyne.io/fyne/v2"

	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of the register.
type Page struct {
	task.Live
	run    *task.Runner
	host   kit.Host
	tabs   *kit.Tabs
	book   *book
	people *people
	fund   *fund
}

// The parts of the page as routes name them, in the order of their tabs; the
// register itself has no name.
const (
	partPeople = "doi-tuong"
	partFund   = "quy"
)

var parts = []string{"", partPeople, partFund}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, tabs: kit.NewTabs()}
	p.book, p.people, p.fund = newBook(p), newPeople(p), newFund(p)
	p.tabs.Add(words.RegisterBook, p.book.all)
	p.tabs.Add(words.RegisterPeople, p.people.all)
	p.tabs.Add(words.RegisterFund, p.fund.all)
	p.tabs.OnChange = func(int) {
		if p.Shown() {
			p.host.Here(p.route())
			p.load()
		}
	}
	p.Keep(run, p.load, []*task.Slot{&p.book.slot, &p.book.one, &p.people.slot, &p.people.one, &p.fund.slot},
		"record", "handing", "decision", "booking", "award", "movement", "unit", "nominee", "not_same", "dossier", "matter", "initiative")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.tabs }

// Show implements kit.Page. The register may be narrowed with nam, hinh-thuc,
// phong-trao (code), don-vi (id), loai, hieu-luc, tim; dong chooses an honour.
// muc=doi-tuong opens the identities, which nguoi chooses from and don-vi, loai,
// nghi-trung and tim narrow; muc=quy opens the fund's book.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	at := max(slices.Index(parts, r.Get("muc")), 0)
	switch {
	case at == 1:
		p.people.narrow(r)
	case at == 0 && len(r.With) > 0:
		p.book.narrow(r)
	case len(r.With) == 0:
		at = p.tabs.At() // as it was left
	}
	if at != p.tabs.At() {
		p.tabs.Open(at) // loads it
		return
	}
	p.load()
}

func (p *Page) route() kit.Route {
	switch parts[p.tabs.At()] {
	case partPeople:
		return p.people.route()
	case partFund:
		return kit.To(words.RouteRegister, "muc", partFund)
	}
	return p.book.route()
}

func (p *Page) load() {
	switch parts[p.tabs.At()] {
	case partPeople:
		p.people.load()
	case partFund:
		p.fund.load()
	default:
		p.book.load()
	}
}

// Find implements kit.Page.
func (p *Page) Find() {
	switch parts[p.tabs.At()] {
	case partPeople:
		kit.Focus(p.people.search.Entry)
	case partFund:
		p.host.Canvas().Focus(p.fund.grid)
	default:
		kit.Focus(p.book.search.Entry)
	}
}

// Walk shows one honour, one person and the fund's book in a smoke run.
func (p *Page) Walk() []task.Step {
	return []task.Step{
		{Name: "mot-dong", Do: func() error { p.book.grid.Select(0); return nil }},
		{Name: "doi-tuong", Do: func() error { p.tabs.Open(1); return nil }},
		{Name: "mot-nguoi", Do: func() error { p.people.grid.Select(0); return nil }},
		{Name: "so-quy", Do: func() error { p.tabs.Open(2); return nil }},
		{Name: "so-khen", Do: func() error { p.tabs.Open(0); return nil }},
	}
}
