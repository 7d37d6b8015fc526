package criteria

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Break is one link of the chain that orders units of the same score.
type Break struct {
	By   string `json:"by"`            // code of BreakNames
	Key  string `json:"key,omitempty"` // the item it looks at
	Name string `json:"name"`
}

// What a tie-break compares.
const (
	ByPoints = "diem"    // points of one item, more is better
	ByFigure = "so_lieu" // the part counted of one item (b), more is better
	Earlier  = "nop_som" // the report that came first
)

// BreakNames are the tie-breaks in words.
var BreakNames = []registry.Name{
	{Code: ByPoints, Name: "Điểm của một tiêu chí"},
	{Code: ByFigure, Name: "Số lượng của một tiêu chí"},
	{Code: Earlier, Name: "Nộp báo cáo trước"},
}

// Contender is a unit to be ranked.
type Contender struct {
	Unit     registry.UnitID
	Result   Result
	Received when.Date // of its report; zero when none came
	Votes    int
}

// Placed is a unit's place and what gave it.
type Placed struct {
	Unit   registry.UnitID `json:"unit"`
	Place  int             `json:"place"`
	Total  Points          `json:"total"`
	Max    Points          `json:"max"`
	Votes  int             `json:"votes,omitempty"`
	Broken string          `json:"broken,omitempty"` // name of the tie-break that set it apart from the one before; "phieu" for the vote
	Tied   bool            `json:"tied,omitempty"`   // shares its place: a vote must decide
}

// ByVote marks a place that a vote decided.
const ByVote = "phieu"

// Above names what put the unit at i above the next: the name of a tie-break,
// ByVote, or "" for the score. It is told of the winner, since the line of the loser
// carries it.
func Above(places []Placed, i int) string {
	if i+1 < len(places) && !places[i].Tied {
		return places[i+1].Broken
	}
	return ""
}

// Rank orders units by score, then along the chain, then by votes. Units that
// nothing tells apart share a place and are marked: the program never decides.
func Rank(cs []Contender, chain []Break, byShare bool) []Placed {
	list := slices.Clone(cs)
	slices.SortStableFunc(list, func(a, b Contender) int {
		c, _ := compare(a, b, chain, byShare)
		return c
	})
	out := make([]Placed, len(list))
	for i, c := range list {
		out[i] = Placed{Unit: c.Unit, Place: i + 1, Total: c.Result.Total, Max: c.Result.Max, Votes: c.Votes}
		if i == 0 {
			continue
		}
		order, by := compare(list[i-1], c, chain, byShare)
		if order == 0 {
			out[i].Place, out[i].Tied, out[i-1].Tied = out[i-1].Place, true, true
		}
		out[i].Broken = by
	}
	return out
}

// compare gives the order of two units and the name of what broke their tie, ""
// when the score itself did.
func compare(a, b Contender, chain []Break, byShare bool) (int, string) {
	x, y := int64(a.Result.Total), int64(b.Result.Total)
	if byShare {
		// Compared as fractions, so that rounding ties nobody.
		x, y = x*int64(b.Result.Max), y*int64(a.Result.Max)
	}
	if x != y {
		return more(x, y), ""
	}
	for _, br := range chain {
		switch br.By {
		case ByPoints:
			x, y = int64(a.Result.of(br.Key).Points), int64(b.Result.of(br.Key).Points)
		case ByFigure:
			x, y = a.Result.of(br.Key).figure(), b.Result.of(br.Key).figure()
		case Earlier:
			x, y = earlier(a.Received), earlier(b.Received)
		}
		if x != y {
			return more(x, y), br.Name
		}
	}
	if a.Votes != b.Votes {
		return more(int64(a.Votes), int64(b.Votes)), ByVote
	}
	return 0, ""
}

func more(x, y int64) int {
	if x > y {
		return -1
	}
	return 1
}

// earlier turns a day into a number that is larger the earlier it is; no day at
// all is the latest.
func earlier(d when.Date) int64 {
	if d == 0 {
		return 0
	}
	return 1_0000_00_00 - int64(d)
}

func (r Result) of(key string) Scored {
	if i := slices.IndexFunc(r.Lines, func(s Scored) bool { return s.Item.Key == key }); i >= 0 {
		return r.Lines[i]
	}
	return Scored{}
}

func (s Scored) figure() int64 {
	if e := s.Line.counted(); e != nil {
		return e.B
	}
	return 0
}

// Ranking is the places of a cluster in a year, as they were closed.
type Ranking struct {
	ID, Rev  int64
	Movement int64
	Year     int
	Cluster  string // code
	Votes    map[registry.UnitID]int
	Places   []Placed // frozen with Closed
	Closed   when.Date
	Source   string // the minutes of the cluster
	Note     string
}

// Check answers "criteria.tied" when units still share a place: a ranking is
// closed only when a vote has told them apart.
func (r Ranking) Check() error {
	n := 0
	for _, p := range r.Places {
		if p.Tied {
			n++
		}
	}
	if n > 0 {
		return fault.New(fault.Conflict, "criteria.tied", n)
	}
	return nil
}
