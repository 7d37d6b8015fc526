package criteria

import (
	"reflect"
	"slices"
)

// Changed is one item of a set that a sheet opened before does not have as the set
// has it now.
type Changed struct {
	Key      string
	Was, Now Item // one of them is empty where the item came or went
	// Lost tells that what was entered for it cannot stand under the set as it is now:
	// the item is gone, or the figures are more than it allows.
	Lost bool
}

// Gone tells an item that left the set.
func (c Changed) Gone() bool { return c.Now.Key == "" }

// Came tells a new item.
func (c Changed) Came() bool { return c.Was.Key == "" }

// Renew is an open sheet with the items of its set as they are now, and what that
// changes, in the set's order, items that left it last. What was entered is kept
// wherever the item allows it; the lines it cannot keep are marked Lost and must be
// answered anew. A closed sheet is never renewed.
func (s Sheet) Renew(set Set) (Sheet, []Changed) {
	if s.State == Closed {
		return s, nil
	}
	var out []Changed
	old := Set{Items: s.Items}
	lines := slices.Clone(s.Lines)
	for _, now := range set.Items {
		was, had := old.Item(now.Key)
		if had && reflect.DeepEqual(was, now) {
			continue
		}
		c := Changed{Key: now.Key, Was: was, Now: now}
		for i, ln := range lines {
			if ln.Key == now.Key {
				lines[i], c.Lost = now.keeps(was, ln)
			}
		}
		out = append(out, c)
	}
	for _, was := range s.Items {
		if _, still := set.Item(was.Key); still {
			continue
		}
		at := slices.IndexFunc(lines, func(l Line) bool { return l.Key == was.Key })
		out = append(out, Changed{Key: was.Key, Was: was, Lost: at >= 0})
		if at >= 0 {
			lines = slices.Delete(lines, at, at+1)
		}
	}
	if len(out) == 0 && s.ByShare == set.ByShare {
		return s, nil
	}
	s.Items, s.ByShare, s.Lines = slices.Clone(set.Items), set.ByShare, lines
	return s, out
}

// keeps is a line as far as the changed item allows it.
func (it Item) keeps(was Item, ln Line) (Line, bool) {
	lost := false
	for _, e := range []**Entry{&ln.Self, &ln.Appraised} {
		if *e != nil && (it.Kind != was.Kind || it.impossible(**e) != "") {
			*e, lost = nil, true
		}
	}
	return ln, lost
}
