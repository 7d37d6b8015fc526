// Package movement knows emulation movements (phong trào thi đua): what one is
// for, from when to when, by what criteria, and which awards it ends in.
//
// Everything about a movement is data an officer can type; the program knows no
// movement by name. The fields are those a launch must define (Luật
// 06/2022/QH15, Điều 17: mục tiêu, phạm vi, đối tượng, nội dung và tiêu chí, thời
// gian, kế hoạch, biện pháp).
//
// Around it stand what the units do with it — their own plans, the clusters they
// compete in — and who of the council watches them.
//
// Start at Movement. This room does no I/O and never decides who is commended.
//
// Glossary: Movement — phong trào thi đua; Reference — văn bản viện dẫn;
// Criterion — tiêu chí; Duty — nghĩa vụ báo cáo; Debtor — đơn vị phải báo cáo;
// UnitPlan — kế hoạch của đơn vị; Handover — bàn giao nghĩa vụ; Cluster — cụm, khối
// thi đua; Watch — phân công theo dõi; Visit — kiểm tra.
package movement

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Manner is how a movement is organised (Luật 06/2022/QH15, Điều 16).
type Manner string

// The two manners.
const (
	Thematic Manner = "chuyen_de"    // thi đua theo chuyên đề
	Regular  Manner = "thuong_xuyen" // thi đua thường xuyên
)

// ScopeNames are the scopes a movement can have (Luật 06/2022/QH15, Điều 16; TT 02/2023/TT-BNV, biểu 0601).
var ScopeNames = []registry.Name{
	{Code: "toan_quoc", Name: "Toàn quốc"},
	{Code: "bo_nganh_tinh", Name: "Bộ, ngành, địa phương"},
	{Code: "cum_khoi", Name: "Cụm, khối thi đua"},
	{Code: "co_quan_don_vi", Name: "Cơ quan, đơn vị"},
}

// StatusNames are the stations of a movement's life.
var StatusNames = []registry.Name{
	{Code: "du_thao", Name: "Dự thảo"},
	{Code: "phat_dong", Name: "Đã phát động"},
	{Code: "so_ket", Name: "Đã sơ kết"},
	{Code: "tong_ket", Name: "Đang tổng kết"},
	{Code: "ket_thuc", Name: "Đã kết thúc"},
}

// Movement is one phong trào thi đua.
type Movement struct {
	ID     int64  `json:"-"`
	Rev    int64  `json:"-"`
	Code   string `json:"code"`  // short and unique, typed by the office: "TTC80"
	Name   string `json:"name"`  // as people say it
	Title  string `json:"title"` // the plan's full subject (trích yếu)
	Manner Manner `json:"manner"`
	Scope  string `json:"scope"`  // code of ScopeNames
	Status string `json:"status"` // code of StatusNames
	// Launcher launched it; Host carries it out in the province.
	Launcher string `json:"launcher"`
	Host     string `json:"host"`
	// Period's To is the day after the last day: a plan that says "to 06/01/2026" ends on 2026-01-07.
	when.Period
	Parent int64 `json:"parent,omitempty"` // the movement it is part of, 0 for none
	// Achievement stands after "vì đã có thành tích xuất sắc trong" on papers.
	Achievement string      `json:"achievement"`
	Basis       []Reference `json:"basis"`    // căn cứ
	Purpose     []string    `json:"purpose"`  // mục đích, yêu cầu
	Contents    []string    `json:"contents"` // nội dung
	Criteria    []Criterion `json:"criteria"`
	Awards      []Grant     `json:"awards"`
	Phases      []Phase     `json:"phases"`
	Duty        Duty        `json:"duty"`
	Tasks       []Task      `json:"tasks"` // tổ chức thực hiện: who does what
	Note        string      `json:"note,omitempty"`
}

// Reference is a document the movement rests on.
type Reference struct {
	Kind   string    `json:"kind"`   // "Kế hoạch"
	Number string    `json:"number"` // "789/KH-UBTVQH15"
	Date   when.Date `json:"date"`
	Body   string    `json:"body"`           // "Ủy ban Thường vụ Quốc hội"
	About  string    `json:"subject"`        // "triển khai phong trào thi đua …"
	File   string    `json:"file,omitempty"` // hash in the vault
	// FileName is the file's own name, so that it opens in the right program.
	FileName string `json:"file_name,omitempty"`
}

// String is the reference as a căn cứ cites it.
func (r Reference) String() string {
	var b strings.Builder
	b.WriteString(r.Kind)
	if r.Number != "" {
		b.WriteString(" số " + r.Number)
	}
	if r.Date != 0 {
		b.WriteString(" ngày " + r.Date.Office())
	}
	if r.Body != "" {
		b.WriteString(" của " + r.Body)
	}
	if r.About != "" {
		b.WriteString(" " + r.About)
	}
	return b.String()
}

// Criterion is one tiêu chí of the plan.
type Criterion struct {
	Letter string `json:"letter"` // a, b, c, d
	Text   string `json:"text"`
	// Groups narrows it to groups of units ("mttq", …); none means all.
	Groups []string `json:"groups,omitempty"`
}

// The phases an award is given in.
const (
	Yearly  = "hang_nam" // by each body's own authority
	Closing = "tong_ket" // at the close of the movement
)

// Grant is an award the movement can end in.
type Grant struct {
	Award string          `json:"award"`
	Phase string          `json:"phase"`
	Kinds []registry.Kind `json:"kinds"` // who the plan names for it
	Road  string          `json:"road"`  // code of the road it takes
	Text  string          `json:"text"`  // the plan's own words
	// Quota is the most a unit may propose, 0 for no limit; Limits are the plan's finer
	// counts, see LimitsOf.
	Quota  int     `json:"quota,omitempty"`
	Limits []Limit `json:"limits,omitempty"`
}

// Phase is a station in time: phát động, sơ kết, tổng kết.
type Phase struct {
	Code string    `json:"code"`
	Name string    `json:"name"`
	Date when.Date `json:"date"`
	Note string    `json:"note,omitempty"`
}

// Duty says who reports what to whom, how often.
type Duty struct {
	Every  string   `json:"every"` // "nam", "6_thang", "" for none
	To     string   `json:"to"`    // "Sở Nội vụ"
	Month  int      `json:"month"` // month and day of each year it is due
	Day    int      `json:"day"`
	Text   string   `json:"text"`
	Groups []string `json:"groups,omitempty"` // groups of units that owe it; none means all
	// Before is how many working days before that day units must have handed in;
	// Closing the same before the movement's last day, for closing reports.
	Before  int `json:"before,omitempty"`
	Closing int `json:"closing,omitempty"`
}

// Task is one item of "Tổ chức thực hiện".
type Task struct {
	Who  string `json:"who"`
	What string `json:"what"`
}

// Grant finds what the movement says of an award.
func (m Movement) Grant(award string) (Grant, bool) {
	for _, g := range m.Awards {
		if g.Award == award {
			return g, true
		}
	}
	return Grant{}, false
}

// Lasted counts the movement's whole months and the days left over, from its
// first day to its last, both counted in.
func (m Movement) Lasted() (months, days int) {
	if m.To == 0 || m.From == 0 {
		return 0, 0
	}
	for m.From.AddMonths(months+1) <= m.To {
		months++
	}
	return months, m.From.AddMonths(months).DaysTo(m.To)
}

// LengthNames are the classes of time the ministry counts movements by (TT 02/2023/TT-BNV, biểu 0601).
var LengthNames = []registry.Name{
	{Code: "duoi_1", Name: "dưới 1 năm"}, {Code: "1", Name: "1 năm"}, {Code: "1_3", Name: "từ trên 1 năm đến dưới 3 năm"},
	{Code: "3_5", Name: "từ 3 năm đến dưới 5 năm"}, {Code: "tu_5", Name: "từ 5 năm trở lên"},
}

// LengthClass is the class of how long the movement lasts, "" while it has no end.
func (m Movement) LengthClass() string {
	months, days := m.Lasted()
	switch {
	case m.To == 0:
		return ""
	case months < 12:
		return "duoi_1"
	case months == 12 && days == 0:
		return "1"
	case months < 36:
		return "1_3"
	case months < 60:
		return "3_5"
	}
	return "tu_5"
}

// Check gives every fault of a movement typed in, each at its field.
func (m Movement) Check() error {
	var l fault.List
	if m.Code == "" || strings.ContainsAny(m.Code, " \t/\\") {
		l.Add(fault.New(fault.Invalid, "movement.code", m.Code).At("code"))
	}
	if viet.Clean(m.Name) == "" {
		l.Add(fault.New(fault.Invalid, "movement.name").At("name"))
	}
	if m.From == 0 || !m.From.Exact() || !m.From.Valid() {
		l.Add(fault.New(fault.Invalid, "movement.from").At("from"))
	}
	if m.To != 0 && m.To <= m.From {
		l.Add(fault.New(fault.Invalid, "movement.to", m.From).At("to"))
	}
	if m.Manner != Thematic && m.Manner != Regular {
		l.Add(fault.New(fault.Invalid, "movement.manner").At("manner"))
	}
	for i, g := range m.Awards {
		if g.Award == "" {
			l.Add(fault.New(fault.Invalid, "movement.award", i+1).At("awards"))
		}
	}
	return l.OrNil()
}

// Called is the movement under another name; the plan's subject and what its papers
// commend for name it too.
func (m Movement) Called(name string) Movement {
	m.Name = viet.Clean(name)
	m.Title = "Thực hiện phong trào thi đua “" + m.Name + "”"
	m.Achievement = "thực hiện phong trào thi đua “" + m.Name + "”"
	return m
}

// Clone makes the next movement out of this one: the same criteria, awards,
// roads and duties, moved to a new code and period, nothing carried out yet.
func (m Movement) Clone(code string, p when.Period) Movement {
	next := m
	next.ID, next.Rev = 0, 0
	next.Code, next.Period, next.Status = code, p, "du_thao"
	next.Name = fmt.Sprintf("%s (%d)", m.Name, p.From.Year())
	next.Phases = nil
	// The lists are the new movement's own: editing them must not reach the old one.
	next.Basis, next.Purpose, next.Contents = slices.Clone(m.Basis), slices.Clone(m.Purpose), slices.Clone(m.Contents)
	next.Criteria, next.Awards, next.Tasks = slices.Clone(m.Criteria), slices.Clone(m.Awards), slices.Clone(m.Tasks)
	return next
}
