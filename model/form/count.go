package form

import (
	"strconv"
	"strings"

	"thidua/model/viet"
)

// two writes a count as official texts do: below 10 with a leading 0, thousands
// divided by a point.
func two(n int) string {
	if n > 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return viet.Thousands(int64(n))
}

// figure writes a count in a table.
func figure(n int) string { return viet.Thousands(int64(n)) }

func itoa(n int) string { return strconv.Itoa(n) }

// tally is how many of each kind a list holds.
type tally map[Kind]int

func tallyOf[T lined](lines []T) tally {
	t := tally{}
	for _, l := range lines {
		t[l.line().kindOr()]++
	}
	return t
}

func (t tally) total() int {
	n := 0
	for _, c := range t {
		n += c
	}
	return n
}

// String is "05 tập thể, 02 hộ gia đình và 04 cá nhân"; kinds that do not occur
// are left out; "" when there are none at all.
func (t tally) String() string {
	var parts []string
	for _, k := range Kinds {
		if t[k] > 0 {
			parts = append(parts, two(t[k])+" "+k.String())
		}
	}
	return enumerate(parts)
}

// kinds is "tập thể, hộ gia đình, cá nhân" of the kinds that occur; all that an
// award usually knows, "tập thể, cá nhân", when the list is still empty.
func (t tally) kinds() string {
	var parts []string
	for _, k := range Kinds {
		if t[k] > 0 {
			parts = append(parts, k.String())
		}
	}
	if len(parts) == 0 {
		parts = []string{Collective.String(), Individual.String()}
	}
	return strings.Join(parts, ", ")
}

// enumerate joins words with commas and a last "và".
func enumerate(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	default:
		return strings.Join(parts[:n-1], ", ") + " và " + parts[n-1]
	}
}

// lined is a Line or what holds one.
type lined interface{ line() Line }

func (l Line) line() Line { return l }

// group is the lines of one award, or of one kind.
type group[T lined] struct {
	award string
	kind  Kind
	lines []T
}

// byAward divides a list by award: first those in the order given, then others as
// they come; the order of lines within an award is kept.
func byAward[T lined](order []Award, lines []T) []group[T] {
	var out []group[T]
	at := map[string]int{}
	add := func(name string) {
		if _, ok := at[name]; !ok {
			at[name] = len(out)
			out = append(out, group[T]{award: name})
		}
	}
	for _, a := range order {
		add(a.Name)
	}
	for _, l := range lines {
		name := l.line().Award
		add(name)
		g := &out[at[name]]
		g.lines = append(g.lines, l)
	}
	kept := out[:0]
	for _, g := range out {
		if len(g.lines) > 0 {
			kept = append(kept, g)
		}
	}
	return kept
}

// byKind divides a list into tập thể, hộ gia đình, cá nhân; kinds without lines
// are left out.
func byKind[T lined](lines []T) []group[T] {
	var out []group[T]
	for _, k := range Kinds {
		g := group[T]{kind: k}
		for _, l := range lines {
			if l.line().kindOr() == k {
				g.lines = append(g.lines, l)
			}
		}
		if len(g.lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}
