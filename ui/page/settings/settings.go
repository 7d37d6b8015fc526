// Package settings is the page of what the office may change without anybody
// programming: texts of papers, the catalogue of awards, rule sets, money, the
// working calendar, copies of the data, and who may do what.
//
// Start at New. Each part is a tab with a file of its own; what it shows is worked
// out in a *_state.go without the toolkit. A part reads its data when it is opened
// for the first time. The page promises that what holds from a day on leaves
// everything before that day as it was, and that every change can be taken back;
// it never restores a copy over open data.
//
// Glossary: Wording — câu chữ văn bản; RuleSet — bộ quy định; Colleague — cán bộ
// cùng làm trên dữ liệu.
package settings

import (
	"errors"

	"fyne.io/fyne/v2"

	"thidua/model/fault"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// part is one tab.
type part interface {
	content() fyne.CanvasObject
	load()  // reads and shows; again after a change
	stop()  // the page is left
	focus() // Ctrl+F
}

// Page is the page of settings.
type Page struct {
	task.Live
	run   *task.Runner
	host  kit.Host
	tabs  *kit.Tabs
	parts []part
	codes []string // of the tabs, as they stand in routes
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, tabs: kit.NewTabs()}
	p.add("cau-chu", words.SettingsTexts, newTexts(p))
	p.add("hinh-thuc", words.SettingsAwards, newAwards(p))
	p.add("quy-dinh", words.SettingsRules, newRules(p))
	p.add("tien-thuong", words.SettingsMoney, newMoney(p))
	p.add("lich", words.SettingsCalendar, newCalendar(p))
	p.add("sao-luu", words.SettingsCopies, newCopies(p))
	p.add("vai-tro", words.SettingsRoles, newRoles(p))
	p.tabs.OnChange = func(at int) {
		p.host.Here(kit.To(words.RouteSettings, "muc", p.codes[at]))
		if p.Shown() {
			p.parts[at].load()
		}
	}
	p.Keep(run, func() { p.parts[p.tabs.At()].load() }, nil,
		"setting", "award", "rule_set", "standard", "salary", "coefficient")
	return p
}

func (p *Page) add(code, name string, x part) {
	p.codes, p.parts = append(p.codes, code), append(p.parts, x)
	p.tabs.Add(name, x.content())
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.tabs }

// Show implements kit.Page: "muc" opens a part; "cau" a wording of the texts, "mau"
// narrows them to those of a paper, "loc" to those that should be looked at ("xem-lai").
func (p *Page) Show(r kit.Route) {
	p.Enter()
	if t, ok := p.parts[0].(*texts); ok && (r.Get("cau") != "" || r.Get("mau") != "" || r.Get("loc") != "") {
		t.want(r.Get("cau"), r.Get("mau"), r.Get("loc") == "xem-lai")
		p.tabs.Open(0)
	}
	for i, c := range p.codes {
		if c == r.Get("muc") && i != p.tabs.At() {
			p.tabs.Open(i) // loads it
			return
		}
	}
	p.parts[p.tabs.At()].load()
}

// Leave implements kit.Page.
func (p *Page) Leave() {
	p.Live.Leave()
	for _, x := range p.parts {
		x.stop()
	}
}

// Find implements kit.Page.
func (p *Page) Find() { p.parts[p.tabs.At()].focus() }

// Walk shows every part in a smoke run, and of the texts one that must be looked at.
func (p *Page) Walk() []task.Step {
	steps := []task.Step{{Name: "mot-cau", Do: func() error { p.parts[0].(*texts).grid.Select(0); return nil }}}
	for i, c := range p.codes {
		steps = append(steps, task.Step{Name: c, Do: func() error { p.tabs.Open(i); return nil }})
	}
	return steps
}

// gather adds what an error holds to the faults of a form.
func gather(l *fault.List, err error) {
	var one *fault.Error
	var many fault.List
	switch {
	case errors.As(err, &many):
		*l = append(*l, many...)
	case errors.As(err, &one):
		l.Add(one)
	}
}
