package check

import (
	"thidua/model/dossier"
	"thidua/model/registry"
	"thidua/model/viet"
)

// lookAlike: two nominees of the register may be one: the same identity number, or
// the same name with the same birth, unit or address. Whoever has been looked at
// and found to be two (registry.NotSame) is left in peace.
var lookAlike = Rule{
	Number: "KT-04", Folder: "look_alike", Title: "Có thể là cùng một đối tượng",
	Basis: "Luật 06/2022/QH15, Điều 5.2.a, Điều 5.2.c", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		seen := map[int64]bool{d.Nominee: true}
		var names []string
		look := func(others []int) {
			for _, o := range others[:min(len(others), 12)] {
				e := &x.Dossiers[o]
				if seen[e.Nominee] || contradict(d, e) || x.notSame[[2]int64{min(d.Nominee, e.Nominee), max(d.Nominee, e.Nominee)}] {
					continue
				}
				seen[e.Nominee] = true
				names = append(names, e.Name+" (hồ sơ số "+itoa(int(e.ID))+")")
			}
		}
		if d.IDNumber != "" {
			look(x.people[alikeKey{kind: string(d.Kind), more: d.IDNumber}])
		}
		for _, k := range x.like[at] {
			look(x.alike[k])
		}
		if len(names) > 0 {
			r.add(Warning, "check.look-alike", "check.look-alike-wanted", d.Name, few(names))
		}
	},
}

// likeness gives the keys under which a dossier's nominee is looked for.
func likeness(d *dossier.Dossier) []alikeKey {
	name := viet.Key(d.Name)
	if name == "" {
		return nil
	}
	kind := string(d.Kind)
	var out []alikeKey
	if d.Birth.Exact() {
		out = append(out, alikeKey{kind, name, "b" + d.Birth.String()})
	}
	if d.Unit != 0 {
		out = append(out, alikeKey{kind, name, "u" + itoa(int(d.Unit))})
	}
	if d.Kind == registry.Household && d.Address != "" {
		out = append(out, alikeKey{kind, name, "a" + viet.Key(d.Address)})
	}
	return out
}

// contradict tells that two dossiers cannot be of one person: both identity
// numbers of today's form, or both births, are known and differ.
func contradict(d, e *dossier.Dossier) bool {
	if d.Kind != e.Kind {
		return true
	}
	if d.IDNumber != "" && d.IDNumber == e.IDNumber {
		return false
	}
	if len(d.IDNumber) == 12 && len(e.IDNumber) == 12 {
		return true
	}
	return d.Birth.Exact() && e.Birth.Exact() && d.Birth != e.Birth
}
