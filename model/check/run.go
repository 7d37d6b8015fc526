package check

import (
	"thidua/model/dossier"
	"thidua/model/when"
)

// Rule is one rule: who it looks at and what it reports.
type Rule struct {
	Number string // "KT-04", never used again for another rule
	Folder string // name of its file and of its cases under testdata
	Title  string
	Basis  string
	// Basis98 is the basis for a dossier still under NĐ 98/2023/NĐ-CP, where NĐ
	// 152/2025 has taken the rule over from it; "" when the basis is the same.
	Basis98 string
	when.Period
	// each looks at one dossier still on its road; whole once at the movement.
	each  func(x *index, at int, r *report)
	whole func(x *index, r *report)
}

// Rules lists every rule in the order findings are shown.
func Rules() []Rule {
	return []Rule{
		twice, otherUnit, severalForms, lookAlike,
		papers, written, copied, unitUnknown, unitEnded, fieldMissing, nameDiffers,
		kindAward, householdGround, planKind,
		groundClaimed, groundWay, movementLength, needs, inherited, thematicBasis,
		alreadyRewarded, onceOnly, revoked, initiativeTwice, pending, managed, confirmed,
		quota, womenFirst, directShare, roadDiffers, rulesUnconfirmed,
	}
}

// lawDay is the first day of Luật 06/2022/QH15 (Điều 94.1); decree152 that of NĐ 152/2025/NĐ-CP.
var (
	lawDay    = when.Of(2024, 1, 1)
	decree152 = when.Of(2025, 7, 1)
	sinceLaw  = when.Period{From: lawDay}
)

// Run checks every dossier of the movement that is still on its road: those that
// were returned, withdrawn, refused or already decided are looked at only as what
// others are compared with. Findings come in the order of the dossiers, those about
// the whole movement last.
func Run(f Facts) []Finding {
	x := newIndex(f)
	r := &report{say: f.Say, overrules: map[overruleKey]*Overrule{}, findings: make([]Finding, 0, 2*len(f.Dossiers))}
	for i := range f.Overrules {
		o := &f.Overrules[i]
		r.overrules[overruleKey{o.Dossier, o.Rule, o.Seen}] = o
	}
	rules := Rules()
	for at := range f.Dossiers {
		d := &f.Dossiers[at]
		if !open(d) {
			continue
		}
		day := x.ruleDay(d)
		for i := range rules {
			if rules[i].each != nil && rules[i].Holds(day) {
				r.rule, r.dossier, r.day = &rules[i], d.ID, day
				rules[i].each(x, at, r)
			}
		}
	}
	for i := range rules {
		if rules[i].whole != nil && rules[i].Holds(f.Day) {
			r.rule, r.dossier, r.day = &rules[i], 0, f.Day
			rules[i].whole(x, r)
		}
	}
	return r.findings
}

// open tells that the dossier is still to be judged.
func open(d *dossier.Dossier) bool { return !d.Stage.Out() && d.Stage != dossier.Decided }

type overruleKey struct {
	dossier    int64
	rule, seen string
}

// report gathers findings of the rule and the dossier at hand.
type report struct {
	say       func(string, ...any) string
	overrules map[overruleKey]*Overrule
	rule      *Rule
	dossier   int64
	day       when.Date // whose rules hold
	findings  []Finding
}

// add reports what was seen and what is wanted: two codes of sentences that take
// the same arguments.
func (r *report) add(s Severity, seen, wanted string, args ...string) *Finding {
	f := Finding{Dossier: r.dossier, Rule: r.rule.Number, Title: r.rule.Title, Severity: s,
		Basis: r.rule.Basis, Code: seen, Args: args}
	if r.rule.Basis98 != "" && r.day < decree152 {
		f.Basis = r.rule.Basis98
	}
	if r.say != nil {
		given := make([]any, len(args))
		for i, a := range args {
			given[i] = a
		}
		f.Seen, f.Wanted = r.say(seen, given...), r.say(wanted, given...)
	}
	f.Overruled = r.overrules[overruleKey{r.dossier, r.rule.Number, f.Seen}]
	r.findings = append(r.findings, f)
	return &r.findings[len(r.findings)-1]
}
