package form

import (
	"testing"

	"thidua/model/when"
)

func council() Council {
	return Council{Founded: Reference{Kind: "Quyết định", Number: "1020/QĐ-UBND", Date: when.Of(2025, 7, 15), Body: "Chủ tịch Ủy ban nhân dân tỉnh"},
		Day: when.Of(2026, 1, 29), From: "8 giờ 00", Until: "10 giờ 30", Place: "Phòng họp số 2, Ủy ban nhân dân tỉnh",
		Chair: Member{Name: "Nguyễn Văn Chủ", Gender: "male", Post: "Chủ tịch Ủy ban nhân dân tỉnh", Role: "Chủ tịch Hội đồng"},
		Clerk: Member{Name: "Lê Thị Thư", Gender: "female", Post: "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ", Role: "Ủy viên kiêm Thư ký Hội đồng"},
		Members: []Member{
			{Name: "Nguyễn Văn Chủ", Gender: "male", Post: "Chủ tịch Ủy ban nhân dân tỉnh", Role: "Chủ tịch Hội đồng"},
			{Name: "Trần Thị Phó", Gender: "female", Post: "Giám đốc Sở Nội vụ", Role: "Phó Chủ tịch Hội đồng"},
			{Name: "Lê Thị Thư", Gender: "female", Post: "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ", Role: "Ủy viên kiêm Thư ký Hội đồng"},
			{Name: "Phạm Văn Vắng", Gender: "male", Post: "Giám đốc Sở Tài chính", Role: "Ủy viên", Absent: true, Reason: "đi công tác", Written: true},
			{Name: "Đỗ Thị Vắng", Gender: "female", Post: "Chủ tịch Liên đoàn Lao động tỉnh", Role: "Ủy viên", Absent: true},
		}}
}

func votes() []Votes {
	var vs []Votes
	for i, l := range three() {
		vs = append(vs, Votes{Line: l, For: 4 - i%2, Blank: i % 2, Counted: i != 3, Passed: i%2 == 0})
	}
	return vs
}

func TestMinutes(t *testing.T) {
	m := Minutes{Frame: Frame{Day: when.Of(2026, 1, 29), Head: Letterhead{Number: "3"}}, Council: council(), Movement: movement(), Awards: []Award{awardTTg, awardQH, awardTinh}, Votes: votes(),
		Opinions: []string{"Các thành viên thống nhất với báo cáo thẩm định của Sở Nội vụ."}, Dissent: []string{"Ủy viên Phạm Văn Vắng đề nghị xem xét thêm cơ cấu người trực tiếp."}}
	golden(t, "bien-ban-hop", m.Document())
	m.Secret, m.Council.Standing = true, true
	golden(t, "bien-ban-hop-phieu-kin", m.Document())
	golden(t, "bien-ban-hop-trong", Minutes{}.Document())
}

func TestBallot(t *testing.T) {
	golden(t, "phieu-bau", Ballot{Frame: Frame{Day: when.Of(2026, 1, 29)}, Council: council(), Movement: movement(), Awards: []Award{awardTTg, awardQH, awardTinh}, Lines: three()}.Document())
	golden(t, "phieu-bau-trong", Ballot{}.Document())
}

func TestCount(t *testing.T) {
	golden(t, "bien-ban-kiem-phieu", Count{Frame: Frame{Day: when.Of(2026, 1, 29)}, Council: council(), Movement: movement(), Awards: []Award{awardTTg, awardQH, awardTinh}, Votes: votes(),
		Issued: 4, Returned: 4, Valid: 4, Void: 0, Tellers: []Member{{Name: "Trần Thị Phó", Gender: "female"}, {Name: "Lê Thị Thư", Gender: "female"}}, Round: 2}.Document())
	golden(t, "bien-ban-kiem-phieu-trong", Count{Issued: -1, Returned: -1, Valid: -1, Void: -1}.Document())
}

// What an office set for its awards is what the paper says: the shares of each are
// counted of its own basis, and several rounds, places and the chair's choice are told.
func TestPapersFollowTheVoteRules(t *testing.T) {
	vs := votes()
	for i := range vs {
		if vs[i].Award == awardTinh.Name {
			vs[i].Basis, vs[i].Of = OfValid, 4
		}
	}
	vs[0].Passed, vs[0].Chosen = true, true
	frame := Frame{Day: when.Of(2026, 1, 29)}
	awards := []Award{awardTTg, awardQH, awardTinh}
	golden(t, "bien-ban-hop-hai-vong", Minutes{Frame: frame, Council: council(), Movement: movement(), Awards: awards, Votes: vs,
		Ballot: true, Rounds: 2, Places: []string{"01 Bằng khen của Thủ tướng Chính phủ", "05 Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"}}.Document())
	golden(t, "bien-ban-kiem-phieu-cong-khai", Count{Frame: frame, Council: council(), Movement: movement(), Awards: awards[2:], Votes: vs[1:3],
		Issued: 4, Returned: 4, Valid: 4, Round: 1, Open: true}.Document())
	golden(t, "phieu-bau-cong-khai", Ballot{Frame: frame, Council: council(), Movement: movement(), Awards: awards, Lines: three(), Open: true}.Document())
}

// Where nobody met the papers say so: who answered, what was sent out and came back.
func TestPapersOfACouncilAskedByLetter(t *testing.T) {
	frame, c, awards := Frame{Day: when.Of(2026, 1, 29)}, council(), []Award{awardTTg, awardQH, awardTinh}
	c.ByLetter = true
	c.Members[3].Absent, c.Members[3].Written, c.Members[3].Reason = false, false, ""
	vs := votes()
	for i := range vs {
		vs[i].Basis, vs[i].Of = OfAnswers, 4
	}
	golden(t, "bien-ban-hop-van-ban", Minutes{Frame: frame, Council: c, Movement: movement(), Awards: awards, Votes: vs, Ballot: true, Rounds: 1}.Document())
	golden(t, "bien-ban-kiem-phieu-van-ban", Count{Frame: frame, Council: c, Movement: movement(), Awards: awards, Votes: vs,
		Issued: 5, Returned: 4, Valid: 4, Round: 1, Open: true}.Document())
	golden(t, "phieu-bau-van-ban", Ballot{Frame: frame, Council: c, Movement: movement(), Awards: awards, Lines: three(), Open: true}.Document())
}

func TestShareIsOfTheWholeCouncil(t *testing.T) {
	for _, c := range []struct {
		votes, total int
		want         string
	}{{4, 5, "80%"}, {13, 15, "86,7%"}, {1, 3, "33,3%"}, {2, 3, "66,7%"}, {0, 9, "0%"}, {9, 9, "100%"}, {1, 0, ""}} {
		if got := share(c.votes, c.total); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.votes, c.total, got, c.want)
		}
	}
}
