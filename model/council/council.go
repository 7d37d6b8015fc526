// Package council knows the Hội đồng Thi đua - Khen thưởng: who sits on it and for
// how long, when a session may decide, and what its votes come to.
//
// A Council has Members with terms. A Session is one meeting, of the whole council
// or of its Thường trực, with who came, who sent a written opinion, and one or two
// Rounds of votes entered from paper. A VoteRule says for an award who must meet,
// how many, whether by ballot, and which share of whom a nominee needs: all of it
// data with its source, since no two rules agree (NĐ 98/2023, Điều 30.7 names no
// Bằng khen; provinces and ministries set their own).
//
// Start at Session.Check and Session.Outcomes. Every sum that must hold is checked
// before a share is computed, in whole numbers. This room does no I/O, never moves
// a dossier, and never decides a tie: the chair does.
//
// Glossary: Council — Hội đồng; Member — thành viên; Session — phiên họp; Round —
// lượt bỏ phiếu; Tally — kết quả từng trường hợp; Share — tỷ lệ; Quorum — số thành
// viên phải dự; Written — ý kiến bằng văn bản; Minutes — biên bản.
package council

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Role is a member's chức danh in the council.
type Role string

// The roles (quy chế of a province's council).
const (
	Chair     Role = "chu_tich"
	Vice      Role = "pho_chu_tich"
	Ordinary  Role = "uy_vien"
	Secretary Role = "uy_vien_thu_ky" // the head of the Phòng Thi đua - Khen thưởng, as a rule
)

// RoleNames are the roles in words, in the order minutes list them.
var RoleNames = []registry.Name{
	{Code: string(Chair), Name: "Chủ tịch Hội đồng"},
	{Code: string(Vice), Name: "Phó Chủ tịch Hội đồng"},
	{Code: string(Ordinary), Name: "Ủy viên"},
	{Code: string(Secretary), Name: "Ủy viên kiêm Thư ký"},
}

// String is the role in words.
func (r Role) String() string { return registry.NameOf(RoleNames, string(r)) }

// Council is one Hội đồng as a decision founded it.
type Council struct {
	ID      int64
	Rev     int64
	Name    string // "Hội đồng Thi đua - Khen thưởng tỉnh"
	Founded string // number of the decision that founded or last renewed it
	On      when.Date
	By      string // who issued that decision
	// Unit is the body whose council it is when that commends by itself (giấy khen);
	// 0 is the province.
	Unit registry.UnitID
	when.Period
	Members []Member // in the order of that decision
}

// Member is one seat for one term.
type Member struct {
	ID        int64  `json:"id"` // unique in its council, kept for good
	Name      string `json:"name"`
	Honorific string `json:"honorific,omitempty"`
	Gender    string `json:"gender,omitempty"`
	Post      string `json:"post"` // in the agency
	Role      Role   `json:"role"`
	// Standing tells that the seat belongs to the Thường trực Hội đồng.
	Standing bool `json:"standing,omitempty"`
	when.Period
}

// Seats lists the members on a day, those of the Thường trực only when asked so.
func (c Council) Seats(day when.Date, standing bool) []Member {
	var out []Member
	for _, m := range c.Members {
		if m.Holds(day) && (m.Standing || !standing) {
			out = append(out, m)
		}
	}
	return out
}

// Member finds a seat by its id.
func (c Council) Member(id int64) (Member, bool) {
	for _, m := range c.Members {
		if m.ID == id {
			return m, true
		}
	}
	return Member{}, false
}

// Check gives every fault of a council typed in, as it stands on a day.
func (c Council) Check(day when.Date) error {
	var l fault.List
	if c.Name == "" {
		l.Add(fault.New(fault.Invalid, "council.name").At("name"))
	}
	ids := map[int64]bool{}
	chairs, secretaries := 0, 0
	for i, m := range c.Members {
		if m.Name == "" {
			l.Add(fault.New(fault.Invalid, "council.member-name", i+1).At("members"))
		}
		if m.ID == 0 || ids[m.ID] {
			l.Add(fault.New(fault.Invalid, "council.member-twice", m.Name).At("members"))
		}
		ids[m.ID] = true
		if m.To != 0 && m.To <= m.From {
			l.Add(fault.New(fault.Invalid, "council.term", m.Name).At("members"))
		}
		if registry.NameOf(RoleNames, string(m.Role)) == string(m.Role) {
			l.Add(fault.New(fault.Invalid, "council.role", m.Name).At("members"))
		}
		if m.Holds(day) && m.Role == Chair {
			chairs++
		}
		if m.Holds(day) && m.Role == Secretary {
			secretaries++
		}
	}
	if chairs != 1 {
		l.Add(fault.New(fault.Invalid, "council.chair", chairs).At("members"))
	}
	if secretaries > 1 {
		l.Add(fault.New(fault.Invalid, "council.secretary", secretaries).At("members"))
	}
	return l.OrNil()
}
