package task

import "thidua/model/office"

// Live is what every page does alike, to be embedded in it: a page is read anew
// when something it shows has changed, but only while a person looks at it, and
// what it waits for is given up when she leaves. It belongs to the UI goroutine.
type Live struct {
	load  func()
	slots []*Slot
	shown bool
}

// Keep names how the page is read and the slots it waits in, the nouns whose
// change makes what it shows old.
func (l *Live) Keep(r *Runner, load func(), slots []*Slot, nouns ...string) {
	l.load, l.slots = load, slots
	r.Watch(func(office.Notice) { l.Again() }, nouns...)
}

// Enter tells that the page is looked at from now on.
func (l *Live) Enter() { l.shown = true }

// Shown tells whether the page is looked at.
func (l *Live) Shown() bool { return l.shown }

// Again reads the page anew if it is looked at.
func (l *Live) Again() {
	if l.shown {
		l.load()
	}
}

// Leave implements kit.Page: nothing is read for a page nobody looks at.
func (l *Live) Leave() {
	l.shown = false
	for _, s := range l.slots {
		s.Stop()
	}
}
