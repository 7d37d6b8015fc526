package check

import "thidua/model/viet"

// nameDiffers: the papers write the name otherwise than the register has it. The
// commonest fault of all: a certificate with a wrong name must be made again.
var nameDiffers = Rule{
	Number: "KT-08", Folder: "name_differs", Title: "Tên viết khác với hồ sơ đã có",
	Basis: "Luật 06/2022/QH15, Điều 5.2.a", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		n, ok := x.Nominees[d.Nominee]
		if ok && n.Name != "" && d.Name != "" && viet.Key(n.Name) != viet.Key(d.Name) {
			r.add(Warning, "check.name-differs", "check.name-differs-wanted", d.Name, n.Name)
		}
	},
}
