package check

import (
	"thidua/model/dossier"
	"thidua/model/registry"
)

// severalForms: one achievement, several forms. The same movement and the same
// round stand for the same achievement until a person says otherwise.
var severalForms = Rule{
	Number: "KT-03", Folder: "several_forms", Title: "Nhiều hình thức cho một thành tích",
	Basis: "Luật 06/2022/QH15, Điều 5.2.c", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		if d.Nominee == 0 {
			return
		}
		all := x.forms[formsKey{d.Nominee, x.grants[d.Award].Phase, x.round(d)}]
		var names []string
		for _, o := range all[:min(len(all), 8)] {
			if e := &x.Dossiers[o]; e.Award != d.Award {
				names = append(names, x.awardName(e.Award)+" (hồ sơ số "+itoa(int(e.ID))+")")
			}
		}
		if len(names) > 0 {
			r.add(Warning, "check.several-forms", "check.several-forms-wanted", d.Name, x.awardName(d.Award), few(names))
		}
		if names := x.asHead(at); len(names) > 0 {
			r.add(Warning, "check.head-too", "check.head-too-wanted", d.Name, few(names))
		}
	},
}

// asHead names the dossiers, of this round, of the one a household is named after, or of
// the households named after a person: one achievement seen twice, as a rule.
func (x *index) asHead(at int) (names []string) {
	d := &x.Dossiers[at]
	seen := map[int]bool{}
	look := func(others []int) {
		for _, o := range others[:min(len(others), 8)] {
			e := &x.Dossiers[o]
			if !seen[o] && x.round(e) == x.round(d) && x.grants[e.Award].Phase == x.grants[d.Award].Phase {
				seen[o] = true
				names = append(names, e.Name+" (hồ sơ số "+itoa(int(e.ID))+")")
			}
		}
	}
	for _, k := range headKeys(d) {
		look(x.alike[k])
	}
	if d.Kind == registry.Individual && len(x.heads) > 0 {
		for _, k := range x.like[at] {
			look(x.heads[k])
		}
	}
	return names
}

// headKeys are the keys under which the one a household is named after is looked for.
func headKeys(d *dossier.Dossier) []alikeKey {
	if d.Kind != registry.Household {
		return nil
	}
	head := *d
	head.Kind, head.Name = registry.Individual, dossier.HeadOf(d.Name)
	return likeness(&head)
}
