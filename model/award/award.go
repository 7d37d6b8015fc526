// Package award knows what can be awarded and what has been.
//
// An Award (danh hiệu thi đua, hình thức khen thưởng) is a line of the catalogue,
// as data with its names and the kinds of nominee it may be given to. Standards,
// coefficients and the base salary are dated facts with their source; a RuleSet
// names the decree in force for a period. A Record is an honour held: it is made
// when a decision is issued (or typed in from a past one) and read by the checks
// of later years.
//
// Start at Catalogue. This room does no I/O and decides nothing about a person.
//
// Glossary: Award — danh hiệu hoặc hình thức khen thưởng; Standard — tiêu chuẩn;
// Coefficient — hệ số tiền thưởng; Record — lần khen thưởng đã có.
package award

import (
	"slices"

	"thidua/model/registry"
	"thidua/model/when"
)

// Class tells titles from commendations; the law stores and counts them apart.
type Class string

// The two classes (Luật 06/2022/QH15, Điều 9 and Điều 19).
const (
	Title        Class = "title"        // danh hiệu thi đua
	Commendation Class = "commendation" // hình thức khen thưởng
)

// Level is who decides.
type Level string

// Levels, highest first.
const (
	State    Level = "state"    // Chủ tịch nước, Chính phủ, Thủ tướng Chính phủ
	Central  Level = "central"  // Ủy ban Thường vụ Quốc hội, bộ, ban, ngành
	Province Level = "province" // Chủ tịch UBND tỉnh
	Base     Level = "base"     // thủ trưởng cơ quan, đơn vị, Chủ tịch UBND xã
)

// Award is one line of the catalogue.
type Award struct {
	ID      int64           `json:"-"`
	Rev     int64           `json:"-"`
	Code    string          `json:"code"`
	Name    string          `json:"name"`  // in full, as printed: "Bằng khen của Thủ tướng Chính phủ"
	Short   string          `json:"short"` // "BK TTg"
	Class   Class           `json:"class"`
	Level   Level           `json:"level"`
	Kinds   []registry.Kind `json:"kinds"`   // who may be given it at all
	Decider string          `json:"decider"` // "Thủ tướng Chính phủ"
	Basis   string          `json:"basis"`   // legal basis, or why there is none
	Aliases []string        `json:"aliases"` // other spellings met in lists
	// Order is the place in printed lists, highest award first.
	Order int `json:"order"`
	when.Period
}

// levels in order, highest first.
var levels = []Level{State, Central, Province, Base}

// Above tells that the award is higher than another: given by a higher level, or of
// the same class and level and higher in the catalogue.
func (a Award) Above(b Award) bool {
	if a.Level != b.Level {
		return slices.Index(levels, a.Level) < slices.Index(levels, b.Level)
	}
	return a.Class == b.Class && a.Order < b.Order
}

// May tells whether the award can be given to a kind of nominee.
func (a Award) May(k registry.Kind) bool { return slices.Contains(a.Kinds, k) }

// Standard is one ground on which an award may be given: a điểm of a khoản of an Điều.
type Standard struct {
	ID    int64         `json:"-"`
	Rev   int64         `json:"-"`
	Award string        `json:"award"`
	Kind  registry.Kind `json:"kind"`
	// Subject narrows the kind where the law does: "nguoi_lao_dong", "doanh_nhan",
	// "doanh_nghiep"; "" for everybody of the kind.
	Subject string `json:"subject,omitempty"`
	Ground  string `json:"ground"` // "Điều 73.1.a": Điều, khoản, điểm
	Text    string `json:"text"`
	// Way is the loại hình the ground belongs to; see WayNames.
	Way string `json:"way"`
	// MinYears is how long a movement must have lasted where the ground asks for
	// it, or else have been launched by one of Launchers (Điều 73.4.d).
	// Launchers without MinYears are the only ones whose movements count.
	MinYears  int      `json:"min_years,omitempty"`
	Launchers []string `json:"launchers,omitempty"`
	// Needs names what must have been reached before.
	Needs []Need `json:"needs,omitempty"`
	when.Period
	Source string `json:"source"`
}

// Need is one thing a standard asks for: an honour of the register, so many times,
// or a rating of work (mức độ hoàn thành nhiệm vụ) for so many years. All needs of
// a standard must be met, except that of those sharing one Or any one is enough.
type Need struct {
	Award       string `json:"award,omitempty"`
	Rating      string `json:"rating,omitempty"` // code of RatingNames, when it is no honour
	Times       int    `json:"times"`
	Consecutive bool   `json:"consecutive,omitempty"` // years running
	Or          string `json:"or,omitempty"`
}

// RatingNames are the ratings of a year's work that standards ask for, best
// first. No register of this office holds them: they are confirmed on paper.
var RatingNames = []registry.Name{
	{Code: "hoan_thanh_xuat_sac", Name: "hoàn thành xuất sắc nhiệm vụ"},
	{Code: "hoan_thanh_tot", Name: "hoàn thành tốt nhiệm vụ trở lên"},
}

// WayNames are the kinds of commendation (loại hình), Luật 06/2022/QH15 Điều 8,
// and kháng chiến, which the statistics still count.
var WayNames = []registry.Name{
	{Code: "cong_trang", Name: "Công trạng"},
	{Code: "dot_xuat", Name: "Đột xuất"},
	{Code: "phong_trao", Name: "Phong trào thi đua, chuyên đề"},
	{Code: "cong_hien", Name: "Quá trình cống hiến"},
	{Code: "nien_han", Name: "Niên hạn"},
	{Code: "doi_ngoai", Name: "Đối ngoại"},
	{Code: "khang_chien", Name: "Kháng chiến"},
}

// RuleSet is a decree in force for a period; a dossier stays under the set of the
// day it was received for appraisal.
type RuleSet struct {
	ID   int64  `json:"-"`
	Rev  int64  `json:"-"`
	Code string `json:"code"`
	Name string `json:"name"`
	when.Period
	Source string `json:"source"`
	// Confirmed is false while nobody in the office has checked the set against
	// the published text; the screen and every finding then say so.
	Confirmed bool `json:"confirmed"`
}

// Record is an honour held.
type Record struct {
	ID      int64
	Rev     int64
	Nominee int64
	Unit    registry.UnitID // the unit they belonged to then
	Award   string
	Way     string // loại hình
	// Year is the year the achievement counts for.
	Year     int
	Decision int64 // the decision of this office, 0 when typed in from elsewhere
	Number   string
	Date     when.Date
	Decider  string
	Movement string // code of the movement, when it was for one
	Reason   string // the achievement as printed
	// Name, Post, UnitText and Address are how they stood on that day.
	Name, Post, UnitText string
	Address              string // of a household, or of somebody without a unit
	GoldenBook           string // số sổ vàng
	Revoked              when.Date
	RevokedBy            string // number of the revoking decision
	Note                 string
}

// Held tells that the record counts on a day: given by then and not taken back.
func (r Record) Held(day when.Date) bool {
	return r.Date <= day && (r.Revoked == 0 || day < r.Revoked)
}

// Catalogue is everything the office can propose, with the dated facts about it.
type Catalogue struct {
	Awards    []Award
	Standards []Standard
	Rules     []RuleSet
	Money     Tariff
}

// Award finds a line of the catalogue by its code.
func (c *Catalogue) Award(code string) (Award, bool) {
	i := slices.IndexFunc(c.Awards, func(a Award) bool { return a.Code == code })
	if i < 0 {
		return Award{}, false
	}
	return c.Awards[i], true
}

// Where are the awards of the catalogue that answer a question, in its order.
func (c *Catalogue) Where(is func(Award) bool) []Award {
	var out []Award
	for _, a := range c.Awards {
		if is(a) {
			out = append(out, a)
		}
	}
	return out
}

// Name gives an award's full name, its code when it is not in the catalogue.
func (c *Catalogue) Name(code string) string {
	if a, ok := c.Award(code); ok {
		return a.Name
	}
	return code
}

// Short gives an award's short name, as narrow columns hold it: its full name when it
// has none, its code when it is not in the catalogue or there is no catalogue yet.
func (c *Catalogue) Short(code string) string {
	if c == nil {
		return code
	}
	if a, ok := c.Award(code); ok && a.Short != "" {
		return a.Short
	}
	return c.Name(code)
}

// RuleSet gives the set in force on a day.
func (c *Catalogue) RuleSet(day when.Date) (RuleSet, bool) {
	for _, r := range c.Rules {
		if r.Holds(day) {
			return r, true
		}
	}
	return RuleSet{}, false
}

// Grounds lists the standards of an award for a kind of nominee on a day.
func (c *Catalogue) Grounds(code string, k registry.Kind, day when.Date) []Standard {
	var out []Standard
	for _, s := range c.Standards {
		if s.Award == code && s.Kind == k && s.Holds(day) {
			out = append(out, s)
		}
	}
	return out
}
