// Package criteria knows by what units are judged in a movement: sets of criteria
// by unit group and year, score sheets, what each criterion is worth and why, and
// who stands where in a cluster.
//
// A Set holds Items; each Item is of one of the kinds of scoring met in real
// tables: a ratio, stepped bonus, a sample, a precondition, yes or no, points
// taken off, or judged. A Sheet is one unit's answers: its own figures and score,
// what the office makes of them and the reason of every difference. Set.Compute
// turns a sheet into points, each line with the reasons in order; Rank orders the
// units of a cluster by points, an ordered chain of tie-breaks, then a vote.
//
// Points are whole hundredths, so that the same sheet gives the same sum on every
// machine. A line that does not apply leaves both the total and what could have
// been reached; totals need not be 100.
//
// Start at Set and Sheet. This room does no I/O and decides nothing by itself: a
// tie that no count breaks is left to a vote and said so.
//
// Glossary: Set — bộ tiêu chí; Item — tiêu chí chấm điểm; Sheet — phiếu chấm điểm;
// Gate — điều kiện tiên quyết; Points — điểm; Break — tiêu chí phụ khi bằng điểm.
package criteria

import (
	"fmt"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/viet"
)

// Points are hundredths of a point.
type Points int64

// String writes points as tables do: "12", "12,5", "0,25".
func (p Points) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	s := fmt.Sprintf("%s%d", sign, p/100)
	if f := p % 100; f != 0 {
		s += "," + strings.TrimRight(fmt.Sprintf("%02d", f), "0")
	}
	return s
}

// ParsePoints reads "12", "12,5" and "12.5". It answers "criteria.points".
func ParsePoints(s string) (Points, error) {
	bad := fault.New(fault.Invalid, "criteria.points", s)
	text := strings.Replace(strings.TrimSpace(s), ".", ",", 1)
	neg := strings.HasPrefix(text, "-")
	whole, frac, dotted := strings.Cut(strings.TrimPrefix(text, "-"), ",")
	if whole == "" || len(whole) > 6 || len(frac) > 2 || dotted && frac == "" {
		return 0, bad
	}
	var p Points
	for _, c := range whole + (frac + "00")[:2] {
		if c < '0' || c > '9' {
			return 0, bad
		}
		p = p*10 + Points(c-'0')
	}
	if neg {
		p = -p
	}
	return p, nil
}

// Kind is how an item is scored.
type Kind string

// The kinds of scoring met in one real table of 2025 (domain 4.4), and Judged for
// what cannot be counted.
const (
	Ratio   Kind = "ty_le"          // b/a × Max
	Stepped Kind = "thuong_bac"     // the highest step reached
	Sampled Kind = "chon_mau"       // Size looked at, Each for every one that fits, up to Max
	Gate    Kind = "dieu_kien"      // no points; unmet, the items that need it get none
	YesNo   Kind = "co_khong"       // Max or nothing
	Minus   Kind = "diem_tru"       // Each taken off for every case, Max at most
	Judged  Kind = "cham_truc_tiep" // given from 0 to Max
)

// KindNames are the kinds in words.
var KindNames = []registry.Name{
	{Code: string(Ratio), Name: "Tỷ lệ: b/a × điểm chuẩn"},
	{Code: string(Stepped), Name: "Điểm thưởng theo bậc"},
	{Code: string(Sampled), Name: "Chọn mẫu"},
	{Code: string(Gate), Name: "Điều kiện tiên quyết"},
	{Code: string(YesNo), Name: "Có / không"},
	{Code: string(Minus), Name: "Điểm trừ"},
	{Code: string(Judged), Name: "Chấm trực tiếp"},
}

// Where an item's answer comes from when the office knows it itself.
const (
	FromPlan   = "ke_hoach" // the unit's own plan was received
	FromReport = "bao_cao"  // the report came in time
	FromVisit  = "kiem_tra" // the latest inspection by a member of the council
)

// SourceNames are those sources in words.
var SourceNames = []registry.Name{
	{Code: FromPlan, Name: "Sổ theo dõi kế hoạch của đơn vị"},
	{Code: FromReport, Name: "Sổ theo dõi báo cáo"},
	{Code: FromVisit, Name: "Kết luận kiểm tra của thành viên Hội đồng"},
}

// Item is one criterion as it is scored.
type Item struct {
	Key    string `json:"key"`    // unique in its set, the same over groups and years: "a1"
	Letter string `json:"letter"` // the plan's criterion it belongs to: "a"; "" for one beside them
	Text   string `json:"text"`
	Kind   Kind   `json:"kind"`
	Max    Points `json:"max"`
	// A and B are what is counted: of a ratio the whole and the part, of a sample
	// those looked at and those that fit; B alone is the number of cases of a step
	// or of points taken off.
	A string `json:"a,omitempty"`
	B string `json:"b,omitempty"`
	// More are further figures that are reported and summed up but not scored.
	More  []string `json:"more,omitempty"`
	Each  Points   `json:"each,omitempty"`
	Size  int64    `json:"size,omitempty"`
	Steps []Step   `json:"steps,omitempty"`
	Needs string   `json:"needs,omitempty"` // key of the Gate that must be met
	// Evidence is what must be shown; none asks for nothing.
	Evidence []string `json:"evidence,omitempty"`
	Guide    string   `json:"guide,omitempty"` // hướng dẫn chấm điểm
	Source   string   `json:"source,omitempty"`
	Own      bool     `json:"own,omitempty"` // added by the unit itself
}

// Step is one step of a bonus: from so many cases on, so many points.
type Step struct {
	From   int64  `json:"from"`
	Points Points `json:"points"`
}

// Set is the criteria of a group of units for a year of a movement.
type Set struct {
	ID, Rev  int64
	Movement int64
	Year     int
	Code     string
	Name     string
	Groups   []string        // groups of units; none means all that no other set names
	Unit     registry.UnitID // not 0: what this one unit added to its group's set
	Items    []Item
	Breaks   []Break // ordered chain of tie-breaks
	// ByShare ranks by the share of what could be reached instead of by points:
	// fair where lines do not apply to some.
	ByShare bool
	Source  string
}

// Full is what could be reached if every line applied. It need not be 100: bonus
// stands inside the table.
func (s Set) Full() Points {
	var sum Points
	for _, it := range s.Items {
		sum += it.Worth()
	}
	return sum
}

// Worth is the most an item can add.
func (it Item) Worth() Points {
	if it.Kind == Gate || it.Kind == Minus {
		return 0
	}
	return it.Max
}

// Item finds an item by key.
func (s Set) Item(key string) (Item, bool) {
	i := slices.IndexFunc(s.Items, func(it Item) bool { return it.Key == key })
	if i < 0 {
		return Item{}, false
	}
	return s.Items[i], true
}

// With is the set with a unit's own items behind the plan's.
func (s Set) With(own Set) Set {
	items := slices.Clone(s.Items)
	for _, it := range own.Items {
		it.Own = true
		items = append(items, it)
	}
	s.Items = items
	return s
}

// Check gives every fault of a set.
func (s Set) Check() error {
	var l fault.List
	if viet.Clean(s.Name) == "" {
		l.Add(fault.New(fault.Invalid, "criteria.name").At("name"))
	}
	if s.Year < 1990 || s.Year > 2200 {
		l.Add(fault.New(fault.Invalid, "criteria.year").At("year"))
	}
	if len(s.Items) == 0 {
		l.Add(fault.New(fault.Invalid, "criteria.no-items").At("items"))
	}
	keys := map[string]bool{}
	for i, it := range s.Items {
		code := strings.ToLower(it.Key) // units write codes in capitals too
		if code == "" || keys[code] || strings.ContainsAny(it.Key, " .:\t") {
			l.Add(fault.New(fault.Invalid, "criteria.key", i+1).At("items"))
		}
		keys[code] = true
		if wrong := it.wrong(); wrong != "" {
			l.Add(fault.New(fault.Invalid, wrong, i+1).At("items"))
		}
		if it.Needs != "" {
			if g, ok := s.Item(it.Needs); s.Unit == 0 && (!ok || g.Kind != Gate) {
				l.Add(fault.New(fault.Invalid, "criteria.needs", i+1, it.Needs).At("items"))
			}
		}
	}
	for i, b := range s.Breaks {
		if _, ok := s.Item(b.Key); b.By != Earlier && !ok {
			l.Add(fault.New(fault.Invalid, "criteria.break", i+1).At("breaks"))
		}
	}
	return l.OrNil()
}

// Beside gives what keeps a set from standing beside the others of its year: a code
// or a group of units that another has, and between a unit's own items and those of
// the plan, which stand on one sheet, the key of an item.
func (s Set) Beside(others []Set) error {
	var l fault.List
	for _, o := range others {
		if o.ID == s.ID || o.Year != s.Year || o.Movement != s.Movement {
			continue
		}
		if o.Code == s.Code {
			l.Add(fault.New(fault.Conflict, "criteria.code-twice", s.Code, o.Name).At("code"))
		}
		if o.Unit != 0 || s.Unit != 0 {
			if o.Unit == 0 || s.Unit == 0 {
				for _, it := range s.Items {
					if slices.ContainsFunc(o.Items, func(x Item) bool { return strings.EqualFold(x.Key, it.Key) }) {
						l.Add(fault.New(fault.Conflict, "criteria.key-twice", it.Key, o.Name).At("items"))
					}
				}
			}
			continue
		}
		if len(o.Groups) == 0 && len(s.Groups) == 0 {
			l.Add(fault.New(fault.Conflict, "criteria.all-twice", o.Name).At("groups"))
		}
		for _, g := range s.Groups {
			if slices.Contains(o.Groups, g) {
				l.Add(fault.New(fault.Conflict, "criteria.group-twice", registry.NameOf(registry.GroupNames, g), o.Name).At("groups"))
			}
		}
	}
	return l.OrNil()
}

// wrong names what an item lacks for its kind, "" when nothing.
func (it Item) wrong() string {
	switch {
	case viet.Clean(it.Text) == "":
		return "criteria.text"
	case registry.NameOf(KindNames, string(it.Kind)) == string(it.Kind):
		return "criteria.kind"
	case it.Kind != Gate && it.Max <= 0:
		return "criteria.max"
	case it.Kind == Ratio && (it.A == "" || it.B == ""):
		return "criteria.ratio-labels"
	case it.Kind == Sampled && (it.Size <= 0 || it.Each <= 0):
		return "criteria.sample"
	case it.Kind == Minus && it.Each <= 0:
		return "criteria.each"
	case it.Kind == Stepped:
		if len(it.Steps) == 0 {
			return "criteria.steps"
		}
		for i, st := range it.Steps {
			if st.Points < 0 || st.Points > it.Max || i > 0 && (st.From <= it.Steps[i-1].From || st.Points < it.Steps[i-1].Points) {
				return "criteria.steps"
			}
		}
	}
	return ""
}

// FromPlanCriteria makes the items of a set from the plan's criteria for a group
// of units: one judged item each, the points shared out evenly to 100; the office
// then says what is counted.
func FromPlanCriteria(cs []movement.Criterion, group string) []Item {
	var mine []movement.Criterion
	for _, c := range cs {
		if len(c.Groups) == 0 || slices.Contains(c.Groups, group) {
			mine = append(mine, c)
		}
	}
	out := make([]Item, len(mine))
	left := Points(10000)
	for i, c := range mine {
		share := left / Points(len(mine)-i)
		left -= share
		out[i] = Item{Key: c.Letter, Letter: c.Letter, Text: c.Text, Kind: Judged, Max: share}
	}
	return out
}

// For picks the set a unit is judged by: that of its group, else the one that
// names no group; with what the unit added. ok is false when there is none.
func For(sets []Set, unit registry.UnitID, group string) (Set, bool) {
	var base, own Set
	found := false
	for _, s := range sets {
		switch {
		case s.Unit != 0:
			if s.Unit == unit {
				own = s
			}
		case slices.Contains(s.Groups, group), len(s.Groups) == 0 && !found:
			base, found = s, true
		}
	}
	if !found {
		return Set{}, false
	}
	return base.With(own), true
}
