package scoring

import (
	"slices"
	"strings"

	"thidua/model/criteria"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Place is one unit's place in words.
type Place struct {
	criteria.Placed
	Name string
	Self criteria.Points
	Why  string
}

// Tied counts the units of a cluster that share a place.
func Tied(c office.RankedCluster) int {
	n := 0
	for _, p := range c.Ranking.Places {
		if p.Tied {
			n++
		}
	}
	return n
}

// RankState says where the places of a cluster stand, and how it is painted.
func RankState(c office.RankedCluster) (string, kit.Tone) {
	switch {
	case c.Ranking.Closed != 0:
		return words.Fill(words.RankClosed, c.Ranking.Closed.Slash()), kit.Good
	case len(c.Ranking.Places) == 0:
		return words.RankEmpty, kit.Quiet
	case Tied(c) > 0:
		return words.RankTied, kit.Bad
	}
	return words.RankOpen, kit.Warn
}

// Places are the units of a cluster in their order, each with what set it apart
// from the one before it.
func Places(c office.RankedCluster) []Place {
	out := make([]Place, len(c.Ranking.Places))
	for i, p := range c.Ranking.Places {
		out[i] = Place{Placed: p, Name: c.Units[p.Unit].Name, Self: c.Self[p.Unit], Why: why(c.Ranking.Places, i)}
	}
	return out
}

// why is told of the place itself: what it won over the next by.
func why(list []criteria.Placed, i int) string {
	switch by := criteria.Above(list, i); {
	case list[i].Tied:
		return words.RankEven
	case by == criteria.ByVote:
		return words.RankByVote
	case by != "":
		return words.Fill(words.RankByChain, by)
	case i == 0:
		return words.RankFirst
	}
	return words.RankByScore
}

// ChainText says how units of the same score are told apart.
func ChainText(chain []criteria.Break) string {
	if len(chain) == 0 {
		return words.RankChainNone
	}
	names := make([]string, len(chain))
	for i, b := range chain {
		names[i] = b.Name
	}
	return words.Fill(words.RankChain, strings.Join(names, "; "))
}

// Voted are the units a vote is to tell apart: those that share a place now, or
// were told apart by votes before.
func Voted(c office.RankedCluster) []registry.UnitID {
	var out []registry.UnitID
	for i, p := range c.Ranking.Places {
		if p.Tied || p.Broken == criteria.ByVote || criteria.Above(c.Ranking.Places, i) == criteria.ByVote {
			out = append(out, p.Unit)
		}
	}
	return out
}

// cluster is the ranked cluster chosen, else the first.
func (s *State) cluster() (office.RankedCluster, bool) {
	if len(s.Ranked) == 0 {
		return office.RankedCluster{}, false
	}
	i := slices.IndexFunc(s.Ranked, func(c office.RankedCluster) bool { return c.Cluster.Code == s.Cluster })
	return s.Ranked[max(i, 0)], true
}
