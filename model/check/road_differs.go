package check

// roadDiffers: the road the plan lays down is not the law's. Said once for the
// movement, since it holds for all its dossiers of that award.
var roadDiffers = Rule{
	Number: "KT-28", Folder: "road_differs", Title: "Quy trình trình khen khác quy định của Luật",
	Basis: "Luật 06/2022/QH15, Điều 72, Điều 79.1, Điều 83.4", Period: sinceLaw,
	whole: func(x *index, r *report) {
		used := map[string]bool{}
		for i := range x.Dossiers {
			if d := &x.Dossiers[i]; open(d) {
				used[d.Award] = true
			}
		}
		for _, g := range x.Movement.Awards {
			for _, road := range x.Roads {
				if road.Code == g.Road && road.Remark != "" && used[g.Award] {
					r.add(Info, "check.road-differs", "check.road-differs-wanted", road.Name, road.Remark)
				}
			}
		}
	},
}
