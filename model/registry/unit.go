// Package registry knows the bodies and the people an office of commendation
// deals with, as they stood on any day.
//
// A Unit (cơ quan, đơn vị, địa phương) is an internal id and a row of versions,
// each valid for a period: code, names, kind and parent all change with time, and
// codes and names are used again by other units, so nothing is ever matched on a
// code or a name alone. What befell units (rename, merge, split, end, move) is
// kept as Events, which lead both ways. A Nominee is the identity of somebody who
// can be commended: a person, a collective or a household.
//
// Start at Book: the whole registry of a province in memory (a few hundred
// units), unchanging, asked for a day. This room does no I/O.
//
// Glossary: Unit — đơn vị; Version — đơn vị như tại một thời điểm; Event — biến
// động (đổi tên, hợp nhất, chia tách, chấm dứt); Nominee — cá nhân, tập thể, hộ
// gia đình được đề nghị.
package registry

import (
	"thidua/model/fault"
	"thidua/model/when"
)

// UnitID is the internal identity of a unit. It never changes and is never used again.
type UnitID = int64

// Unit is one body from its beginning to its end.
type Unit struct {
	ID       UnitID
	Rev      int64
	Key      string // stable name of a unit that came with the program's own data; "" for one typed in
	Versions []Version
}

// Version is a unit as it stood for a period.
type Version struct {
	when.Period
	Code     string   `json:"code"`     // the code in force (areas: the statistics office's; bodies: the office's own)
	Name     string   `json:"name"`     // "Phường Đô Vinh", "Sở Nội vụ"
	Official string   `json:"official"` // in full, as a decision prints it: "Ủy ban nhân dân phường Đô Vinh"
	Short    string   `json:"short"`    // as everybody says it: "UBND phường Đô Vinh"
	Type     string   `json:"type"`     // code of the kind of body; see TypeNames
	Group    string   `json:"group"`    // group of addressees in a plan; see GroupNames
	Parent   UnitID   `json:"parent,omitempty"`
	Place    string   `json:"place,omitempty"` // địa danh written before the date (NĐ 30/2020, Phụ lục I, II.4.a)
	Legal    string   `json:"legal,omitempty"` // the document this version rests on
	Aliases  []string `json:"aliases,omitempty"`
}

// At gives the version in force on a day.
func (u Unit) At(day when.Date) (Version, bool) {
	for _, v := range u.Versions {
		if v.Holds(day) {
			return v, true
		}
	}
	return Version{}, false
}

// Near gives the version in force on a day, else the last one before it, else
// the first: what to print for a unit that had already ended or not yet begun.
func (u Unit) Near(day when.Date) Version {
	if v, ok := u.At(day); ok {
		return v
	}
	var best Version
	for i, v := range u.Versions {
		if i == 0 || v.From <= day {
			best = v
		}
	}
	return best
}

// Period is the unit's whole life, from its first version to its last.
func (u Unit) Period() when.Period {
	if len(u.Versions) == 0 {
		return when.Period{}
	}
	return when.Period{From: u.Versions[0].From, To: u.Versions[len(u.Versions)-1].To}
}

// EventKind says what befell a unit.
type EventKind string

// What can befall a unit (NQ 1667/NQ-UBTVQH15 uses the first four).
const (
	Rename   EventKind = "rename"   // đổi tên
	Merge    EventKind = "merge"    // nhập, hợp nhất
	Split    EventKind = "split"    // chia tách
	Dissolve EventKind = "dissolve" // kết thúc hoạt động
	Create   EventKind = "create"   // thành lập
	Move     EventKind = "move"     // chuyển về cơ quan chủ quản khác
)

// Event links a unit to the one that took over from it, whole or in part.
type Event struct {
	ID   int64
	Rev  int64
	Date when.Date
	Kind EventKind
	From UnitID // 0 when nobody came before
	To   UnitID // 0 when nobody took over
	Part bool   // only a part of From went to To
	// Legal is the document it rests on; Note is for the reader.
	Legal, Note string
}

// A Name is a code and the words an officer reads for it.
type Name struct{ Code, Name string }

// GroupNames are the plan's groups of addressees, in the plan's order.
var GroupNames = []Name{
	{"lanh_dao", "Tỉnh"},
	{"so_ban_nganh", "Sở, ban, ngành"},
	{"hdnd", "Đoàn đại biểu Quốc hội và Hội đồng nhân dân"},
	{"dang", "Cơ quan Đảng"},
	{"mttq", "Mặt trận Tổ quốc Việt Nam"},
	{"to_chuc_ctxh", "Tổ chức chính trị - xã hội"},
	{"to_chuc_xh", "Tổ chức xã hội"},
	{"doan_the", "Đoàn thể nhân dân"},
	{"nganh_doc", "Cơ quan trung ương đóng trên địa bàn"},
	{"luc_luong_vu_trang", "Lực lượng vũ trang"},
	{"huyen_thanh_pho", "Huyện, thành phố"},
	{"xa_phuong_thi_tran", "Xã, phường, thị trấn"},
	{"doanh_nghiep", "Doanh nghiệp"},
	{"don_vi_su_nghiep", "Đơn vị sự nghiệp"},
	{"truc_thuoc", "Đơn vị trực thuộc"},
}

// TypeNames are the kinds of unit.
var TypeNames = []Name{
	{"tinh", "Tỉnh"}, {"so", "Sở"}, {"ban_nganh", "Ban, ngành"}, {"dang", "Cơ quan Đảng"},
	{"hdnd", "Cơ quan dân cử"}, {"mttq", "Ủy ban Mặt trận Tổ quốc"},
	{"to_chuc_ctxh", "Tổ chức chính trị - xã hội"}, {"to_chuc_xh", "Tổ chức xã hội"}, {"doan_the", "Đoàn thể"},
	{"luc_luong_vu_trang", "Lực lượng vũ trang"}, {"nganh_doc", "Cơ quan ngành dọc"},
	{"huyen", "Huyện"}, {"thanh_pho", "Thành phố"}, {"xa", "Xã"}, {"phuong", "Phường"},
	{"thi_tran", "Thị trấn"}, {"dac_khu", "Đặc khu"}, {"doanh_nghiep", "Doanh nghiệp"},
	{"don_vi_su_nghiep", "Đơn vị sự nghiệp"}, {"phong", "Phòng, ban trực thuộc"},
}

// NameOf finds the words for a code; the code itself when it is not in the list.
func NameOf(names []Name, code string) string {
	for _, n := range names {
		if n.Code == code {
			return n.Name
		}
	}
	return code
}

// Check gives every fault of a unit typed in: it must have a version, names, and
// periods that follow each other without overlapping.
func (u Unit) Check() error {
	var l fault.List
	if len(u.Versions) == 0 {
		l.Add(fault.New(fault.Invalid, "registry.no-version").At("versions"))
	}
	for i, v := range u.Versions {
		if v.Name == "" || v.Official == "" {
			l.Add(fault.New(fault.Invalid, "registry.name").At("name"))
		}
		if v.To != 0 && v.To <= v.From {
			l.Add(fault.New(fault.Invalid, "registry.period", v.Name).At("to"))
		}
		if i > 0 && (u.Versions[i-1].To == 0 || u.Versions[i-1].To > v.From) {
			l.Add(fault.New(fault.Invalid, "registry.overlap", v.Name).At("from"))
		}
	}
	return l.OrNil()
}
