// Package office is the only door to the data: what an officer can ask and do,
// one file per desk.
//
// Start at New and at the desk's file: units.go, movements.go, intake.go,
// dossiers.go, checking.go, decisions.go, printing.go, search.go, history.go,
// copies.go, home.go, settings.go, sample.go. Window and console call the same
// methods.
//
// Every change goes one way: may this person? → one transaction → domain → save →
// entry in the log → commit → tell the listeners what changed. Nobody is told
// before the commit, and every entry can be taken back by name. The ports say
// what the office needs from outside (Store, Sheets, Press, Vault, Copies,
// Clock); it opens no file and asks no clock by itself.
package office

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Office is an office at work on its data, as one officer.
type Office struct {
	ports   Ports
	officer string

	registry atomic.Pointer[registry.Book]

	mu        sync.Mutex
	listeners map[int]func(Notice)
	next      int
}

// New makes an office on open ports, working as an officer.
func New(p Ports, officer string) *Office {
	if officer == "" {
		officer = "Cán bộ"
	}
	return &Office{ports: p, officer: officer, listeners: map[int]func(Notice){}}
}

// Officer is the name acts are logged under.
func (o *Office) Officer() string { return o.officer }

// Today is the day it is for the office.
func (o *Office) Today() when.Date { return o.ports.Clock.Today() }

// Notice tells listeners what an act changed, after its commit.
type Notice struct {
	Entry audit.Entry
	Refs  []audit.Ref
}

// Touches tells that a record of one of the nouns changed.
func (n Notice) Touches(nouns ...string) bool {
	return slices.ContainsFunc(n.Refs, func(r audit.Ref) bool { return slices.Contains(nouns, r.Noun) })
}

// Subscribe calls fn after every change, in the goroutine that made it, until the
// returned function is called.
func (o *Office) Subscribe(fn func(Notice)) (cancel func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.next++
	id := o.next
	o.listeners[id] = fn
	return func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		delete(o.listeners, id)
	}
}

// act is the one way to change anything. code names the act for rights and undo,
// detail says in Vietnamese what was done.
func (o *Office) act(ctx context.Context, code, detail string, fn func(Tx) error) (audit.Entry, error) {
	if err := o.may(ctx, code); err != nil {
		return audit.Entry{}, err
	}
	e := audit.Entry{At: o.ports.Clock.Now(), Officer: o.officer, Act: code, Detail: detail}
	done, refs, err := o.ports.Store.Write(ctx, e, fn)
	if err != nil {
		return audit.Entry{}, err
	}
	o.tell(Notice{done, refs})
	return done, nil
}

func (o *Office) may(ctx context.Context, code string) error {
	role := audit.Officer
	err := o.ports.Store.Read(ctx, func(tx Tx) error {
		list, err := tx.Settings().Find(ctx, SettingFilter{Prefix: roleKey(o.officer)})
		for _, s := range list {
			if s.Key == roleKey(o.officer) && s.Holds(o.Today()) {
				role = audit.Role(s.Value)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	if !audit.May(role, code) {
		return fault.New(fault.Denied, "office.may-not", o.officer)
	}
	return nil
}

func roleKey(officer string) string { return "vai-tro/" + officer }

func (o *Office) tell(n Notice) {
	if len(n.Refs) == 0 {
		return
	}
	if n.Touches("unit", "event") {
		o.registry.Store(nil)
	}
	o.mu.Lock()
	fns := make([]func(Notice), 0, len(o.listeners))
	for _, f := range o.listeners {
		fns = append(fns, f)
	}
	o.mu.Unlock()
	for _, f := range fns {
		f(n)
	}
}

// read gives fn one moment of the data.
func (o *Office) read(ctx context.Context, fn func(Tx) error) error {
	return o.ports.Store.Read(ctx, fn)
}
