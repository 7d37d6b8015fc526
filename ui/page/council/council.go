// Package council is the page of the Hội đồng Thi đua - Khen thưởng: who sits on it,
// how each award is voted on, and its sessions from the agenda to the outcomes.
//
// Start at New. The state files hold what is shown, without the toolkit: sessions in
// council_state.go, votes in rounds_state.go, councils and rules in boards_state.go.
// sessions.go is the list and the frame of a session, facts.go, roll.go, rounds.go
// and results.go its parts, opening.go opens one, boards.go and voting.go the other
// two tabs. The page promises that every sum that does not hold is said at its field
// while it is typed, that what was entered and not saved is laid by whenever the hand
// rests and found again even after a power cut, and that the chair, not the page,
// decides a tie.
//
// Glossary: Session — phiên họp; Roll — điểm danh; Round — lượt bỏ phiếu; Outcome —
// kết quả.
package council

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"thidua/model/fault"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/task"
	"thidua/ui/words"
)

// Page is the page of the council.
type Page struct {
	task.Live
	run      *task.Runner
	host     kit.Host
	tabs     *kit.Tabs
	sessions *sessions
	boards   *boards
	voting   *voting
}

// New makes the page.
func New(run *task.Runner, host kit.Host) kit.Page {
	p := &Page{run: run, host: host, tabs: kit.NewTabs()}
	p.sessions, p.boards, p.voting = newSessions(p), newBoards(p), newVoting(p)
	p.tabs.Add(words.CouncilSessions, p.sessions.all)
	p.tabs.Add(words.CouncilMembers, p.boards.all)
	p.tabs.Add(words.CouncilVoting, p.voting.all)
	p.tabs.OnChange = func(int) {
		if p.Shown() {
			p.load()
		}
	}
	p.Keep(run, p.load, []*task.Slot{&p.sessions.slot, &p.sessions.one, &p.boards.slot, &p.voting.slot},
		"session", "council", "vote_rule", "dossier", "movement", "award")
	return p
}

// Content implements kit.Page.
func (p *Page) Content() fyne.CanvasObject { return p.tabs }

// Show implements kit.Page: "phien" opens a session, "hoi-dong" a council, "muc" a
// tab ("hoi-dong", "quy-dinh"), "phong-trao" narrows the sessions.
func (p *Page) Show(r kit.Route) {
	p.Enter()
	at := p.tabs.At()
	switch {
	case r.Get("phien") != "" || r.Get("phong-trao") != "":
		p.sessions.state.ID, p.sessions.state.Movement = kit.ParseID(r.Get("phien")), r.Get("phong-trao")
		at = 0
	case r.Get("hoi-dong") != "":
		p.boards.chosen = kit.ParseID(r.Get("hoi-dong"))
		at = 1
	case r.Get("muc") == "hoi-dong":
		at = 1
	case r.Get("muc") == "quy-dinh":
		at = 2
	}
	if at != p.tabs.At() {
		p.tabs.Open(at) // loads it
		return
	}
	p.load()
}

func (p *Page) load() {
	switch p.tabs.At() {
	case 0:
		p.sessions.load()
	case 1:
		p.boards.load()
	default:
		p.voting.load()
	}
}

// Find implements kit.Page: the lists are short, the keyboard goes to the one shown.
func (p *Page) Find() {
	switch p.tabs.At() {
	case 0:
		p.host.Canvas().Focus(p.sessions.grid)
	case 1:
		p.host.Canvas().Focus(p.boards.grid)
	default:
		p.host.Canvas().Focus(p.voting.grid)
	}
}

// Print goes to the minutes of the session in hand (Ctrl+P).
func (p *Page) Print() {
	if p.tabs.At() == 0 && p.sessions.state.ID != 0 {
		p.sessions.print("bien-ban-hop")
		return
	}
	p.host.Go(kit.To(words.RoutePrint, "mau", "bien-ban-hop"))
}

// Save saves the session in hand (Ctrl+S).
func (p *Page) Save() {
	if p.tabs.At() == 0 && p.sessions.state.ID != 0 {
		p.sessions.store(nil)
	}
}

// Leave implements kit.Page: what was entered is laid by at once.
func (p *Page) Leave() {
	p.sessions.pause.Now()
	p.Live.Leave()
}

// Unsaved names what is entered and neither saved nor laid by, "" for nothing.
func (p *Page) Unsaved() string { return p.sessions.state.Unsaved() }

// Walk shows a session with each of its parts, and the other tabs, in a smoke run.
func (p *Page) Walk() []task.Step {
	steps := []task.Step{{Name: "mot-phien", Do: func() error { p.sessions.grid.Select(0); return nil }}}
	for i, name := range []string{"chuong-trinh", "diem-danh", "bo-phieu", "ket-qua", "lich-su"} {
		steps = append(steps, task.Step{Name: name, Do: func() error { p.sessions.parts.Open(i + 1); return nil }})
	}
	return append(steps,
		task.Step{Name: "hoi-dong", Do: func() error { p.tabs.Open(1); return nil }},
		task.Step{Name: "quy-dinh", Do: func() error { p.tabs.Open(2); return nil }},
		task.Step{Name: "phien-hop", Do: func() error { p.tabs.Open(0); return nil }})
}

// say writes out faults, one a line; "" for none.
func say(l fault.List) string {
	var lines []string
	for _, e := range l {
		lines = append(lines, modelwords.Say(e))
	}
	return strings.Join(lines, "\n")
}

func lower(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// gather adds what an error holds to the faults of a form.
func gather(l *fault.List, err error) {
	var one *fault.Error
	if errors.As(err, &one) {
		l.Add(one)
	}
}
