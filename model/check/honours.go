package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/registry"
)

// honours gives what a nominee holds on the day of the check, and what the units
// held out of which it came, when it is a unit itself.
func (x *index) honours(nominee int64) (own, inherited []award.Record) {
	held := func(all []award.Record) (out []award.Record) {
		for _, r := range all {
			if r.Held(x.Day) {
				out = append(out, r)
			}
		}
		return out
	}
	own = held(x.Records[nominee])
	unit, ok := x.Self[nominee]
	if !ok {
		return own, nil
	}
	for _, u := range x.Registry.Lineage(unit) {
		for _, n := range x.self[u] {
			if n != nominee {
				inherited = append(inherited, held(x.Records[n])...)
			}
		}
	}
	return own, inherited
}

// thematic tells that an honour was given for a theme or a sudden achievement, so
// that it is no ground for công trạng from NĐ 152/2025, Điều 4.3 on. Titles are not.
func (x *index) thematic(r award.Record) bool {
	return x.awards[r.Award].Class == award.Commendation && (r.Way == "phong_trao" || r.Way == "dot_xuat")
}

// verdict is how a standard's needs stand against a list of honours.
type verdict struct {
	met     bool
	missing []string // what is lacking, in words
	found   []string // what there is of it
	ask     []string // ratings that only a paper can confirm
}

// weigh holds the needs of a standard against the honours; year is that of the proposal.
func (x *index) weigh(s award.Standard, all []award.Record, year int) verdict {
	v := verdict{met: true}
	for _, group := range needGroups(s.Needs) {
		met := false
		var want, have, ask []string
		for _, n := range group {
			if n.Rating != "" {
				ask = append(ask, x.needText(n))
				want = append(want, x.needText(n))
				continue
			}
			want = append(want, x.needText(n))
		}
		for _, c := range together(group) {
			ok, found := x.count(c, all, year)
			met = met || ok
			have = append(have, found...)
		}
		switch {
		case met:
		case len(ask) > 0:
			v.ask = append(v.ask, strings.Join(want, " hoặc "))
		default:
			v.met = false
			v.missing = append(v.missing, strings.Join(want, " hoặc "))
			v.found = append(v.found, have...)
		}
	}
	return v
}

// needGroups puts together the needs of which one is enough.
func needGroups(needs []award.Need) [][]award.Need {
	var out [][]award.Need
	at := map[string]int{}
	for _, n := range needs {
		i, ok := at[n.Or]
		if n.Or == "" || !ok {
			out = append(out, []award.Need{n})
			at[n.Or] = len(out) - 1
			continue
		}
		out[i] = append(out[i], n)
	}
	return out
}

// common is a need with all awards that meet it together: a CSTĐ of a ministry and then
// one of a province are two running (Điều 21.1).
type common struct {
	award.Need
	awards []string
}

// together puts needs of one group that ask for the same number into one.
func together(group []award.Need) (out []common) {
	for _, n := range group {
		if n.Rating != "" {
			continue
		}
		i := slices.IndexFunc(out, func(c common) bool { return c.Times == n.Times && c.Consecutive == n.Consecutive })
		if i < 0 {
			out = append(out, common{n, nil})
			i = len(out) - 1
		}
		out[i].awards = append(out[i].awards, n.Award)
	}
	return out
}

// count tells whether the honours meet a need, and writes what there is of each award.
// Years running must reach the year of the proposal or the one before it.
func (x *index) count(c common, all []award.Record, year int) (ok bool, found []string) {
	var years []int
	for _, code := range c.awards {
		var own []int
		for _, r := range all {
			if r.Award == code {
				own = append(own, yearOf(r))
			}
		}
		if len(own) == 0 {
			continue
		}
		slices.Sort(own)
		years = append(years, own...)
		written := make([]string, len(own))
		for i, y := range own {
			written[i] = strconv.Itoa(y)
		}
		found = append(found, fmt.Sprintf("%s: %d lần (%s)", x.awardName(code), len(own), strings.Join(written, ", ")))
	}
	if !c.Consecutive || len(years) == 0 {
		return len(years) >= c.Times, found
	}
	slices.Sort(years)
	run := runTo(years, year)
	found[len(found)-1] += fmt.Sprintf(", liên tục đến nay %d năm", run)
	return run >= c.Times, found
}

func yearOf(r award.Record) int {
	if r.Year != 0 {
		return r.Year
	}
	return r.Date.Year()
}

// runTo counts the years running that end in the given year or the one before;
// years are sorted and may repeat.
func runTo(years []int, year int) int {
	years = slices.Compact(slices.Clone(years))
	for len(years) > 0 && years[len(years)-1] > year {
		years = years[:len(years)-1]
	}
	if len(years) == 0 || years[len(years)-1] < year-1 {
		return 0
	}
	n := 1
	for i := len(years) - 1; i > 0 && years[i-1] == years[i]-1; i-- {
		n++
	}
	return n
}

func (x *index) needText(n award.Need) string {
	if n.Rating != "" {
		return fmt.Sprintf("%02d năm liên tục %s", n.Times, registry.NameOf(award.RatingNames, n.Rating))
	}
	s := fmt.Sprintf("%02d lần %s", n.Times, x.awardName(n.Award))
	if n.Consecutive {
		s += " liên tục"
	}
	return s
}

// evidence is the claimed ground seen three ways: with everything, without what was
// inherited, and without thematic honours.
type evidence struct {
	standard                 award.Standard
	all, own, notThematic    verdict
	inherited, thematicNames []string
}

// evidence weighs the claimed ground of a dossier; ok is false when it asks for
// nothing from the register. Of grounds written twice the one that is met counts.
func (x *index) evidence(d *dossier.Dossier) (e evidence, ok bool) {
	year := x.ruleDay(d).Year()
	for _, s := range x.claimed(d) {
		if len(s.Needs) == 0 {
			continue
		}
		own, inherited := x.honours(d.Nominee)
		all := append(slices.Clone(own), inherited...)
		var lasting []award.Record
		e = evidence{standard: s}
		for _, r := range all {
			if x.thematic(r) {
				e.thematicNames = append(e.thematicNames, recordText(x, r))
			} else {
				lasting = append(lasting, r)
			}
		}
		for _, r := range inherited {
			e.inherited = append(e.inherited, recordText(x, r))
		}
		e.all, e.own, e.notThematic = x.weigh(s, all, year), x.weigh(s, own, year), x.weigh(s, lasting, year)
		ok = true
		if e.all.met {
			return e, true
		}
	}
	return e, ok
}

// recordText writes an honour as an officer looks it up.
func recordText(x *index, r award.Record) string {
	s := x.awardName(r.Award) + " năm " + strconv.Itoa(yearOf(r))
	if r.Number != "" {
		s += " (Quyết định số " + r.Number + ")"
	}
	return s
}
