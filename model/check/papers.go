package check

import "thidua/model/dossier"

// papers: what the officer has noted of the papers of a dossier. Nothing noted at
// all says nothing; a paper not looked at is not a paper that is missing.
var papers = Rule{
	Number: "KT-30", Folder: "papers", Title: "Thành phần hồ sơ",
	Basis: "Luật 06/2022/QH15, Điều 84.1, Điều 84.2", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		if x.Papers == nil {
			return
		}
		list := x.Papers(x.Dossiers[at])
		noted := false
		var unseen []string
		for _, c := range list {
			noted = noted || c.Paper.State != ""
			switch {
			case c.State() == dossier.Other:
				r.add(Warning, "check.paper-other", "check.paper-other-wanted", c.Name, c.Paper.Note)
			case c.State() == dossier.Lacking:
				r.add(Warning, "check.paper-lacking", "check.paper-lacking-wanted", c.Name, c.Paper.Note)
			case c.Short():
				r.add(Warning, "check.paper-few", "check.paper-few-wanted", c.Name, itoa(c.Paper.Originals), itoa(c.Originals))
			case c.State() == dossier.Unseen && !c.Optional:
				unseen = append(unseen, c.Name)
			}
		}
		if noted && len(unseen) > 0 {
			r.add(Info, "check.paper-unseen", "check.paper-unseen-wanted", few(unseen))
		}
	},
}
