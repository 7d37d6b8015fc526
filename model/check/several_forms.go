package check

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
	},
}
