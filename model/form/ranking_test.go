package form

import (
	"testing"

	"thidua/model/when"
)

func TestRanking(t *testing.T) {
	r := Ranking{Frame: frame(), Movement: movement(), Cluster: "Khối thi đua các sở, ban, ngành", Head: "Sở Y tế", Year: 2025, ByShare: true,
		Chain: []string{"điểm tiêu chí nội dung trình kỳ họp", "nộp báo cáo trước"}, Source: "Biên bản họp khối ngày 05/01/2026", Closed: when.Of(2026, 1, 9), Rows: []RankedRow{
			{Place: 1, Unit: "Sở Y tế", Self: "107", Total: "106,5", Max: "110", Share: "96,82", By: RankedByBreak, Break: "điểm tiêu chí nội dung trình kỳ họp"},
			{Place: 2, Unit: "Sở Tài chính", Self: "106,5", Total: "106,5", Max: "110", Share: "96,82", Votes: 7, By: RankedByVote},
			{Place: 3, Unit: "Sở Tư pháp", Self: "106,5", Total: "106,5", Max: "110", Share: "96,82", Votes: 5, By: RankedByPoints},
			{Unit: "Sở Xây dựng", By: RankedNot}}}
	golden(t, "bang-xep-hang", r.Document())
	r.Area, r.Cluster, r.Head, r.Source, r.Closed, r.ByShare, r.Chain = true, "Cụm thi đua các xã, phường", "", "", 0, false, nil
	r.Rows = []RankedRow{{Place: 1, Unit: "Xã Phước Hậu", Self: "90", Total: "90", Max: "110", Share: "81,82", By: RankedEven}, {Place: 1, Unit: "Xã Bác Ái Đông", Self: "90", Total: "90", Max: "110", Share: "81,82", By: RankedEven}}
	golden(t, "bang-xep-hang-cho-phieu", r.Document())
	golden(t, "bang-xep-hang-trong", Ranking{}.Document())
}
