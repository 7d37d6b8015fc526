package dossier

import (
	"cmp"
	"slices"
	"strings"

	"thidua/model/viet"
)

// Report is what one dossier's báo cáo thành tích says.
type Report struct {
	Dossier int64
	Text    string
}

// Copy is a pair of reports that say the same in the same words (báo cáo sao chép).
type Copy struct {
	A, B    int64 // dossiers, A the lower number
	Percent int   // of the shorter report's passages
	Passage string
}

// shingle is how many words make a passage; enough that two people do not write it
// by chance.
const shingle = 7

// leastShared is how many passages two reports must share at all: the lines of the
// printed form are shared by everybody.
const leastShared = 25

// copiedFrom is the share of the shorter report, in percent, from which two
// reports are told.
const copiedFrom = 60

// Copies finds reports copied from one another. Passages that more than a third of
// many reports hold are the form's own words and count for nothing. The work grows
// with the texts, not with the pairs.
func Copies(reports []Report) []Copy {
	words := make([][]string, len(reports))
	var all []passageAt
	for i, r := range reports {
		words[i] = plainWords(r.Text)
		w := folded(words[i])
		from := len(all)
		for k := 0; k+shingle <= len(w); k++ {
			all = append(all, passageAt{hashOf(w[k : k+shingle]), int32(i)})
		}
		mine := all[from:] // what a report says twice counts once
		slices.SortFunc(mine, byHash)
		all = all[:from+len(slices.CompactFunc(mine, func(a, b passageAt) bool { return a.hash == b.hash }))]
	}
	slices.SortFunc(all, byHash)
	common := len(reports)
	if common >= 12 {
		common = max(4, common/3)
	}
	shared := map[[2]int32]int{}
	own := make([]int, len(reports))
	usual := map[uint64]bool{} // the form's own words
	for from, to := 0, 0; from < len(all); from = to {
		for to = from; to < len(all) && all[to].hash == all[from].hash; to++ {
		}
		at := all[from:to]
		if len(at) > common {
			usual[at[0].hash] = true
			continue
		}
		for _, p := range at {
			own[p.report]++
		}
		// A passage of a few dozen reports is copied from the first of them; pairs
		// among the rest say nothing more.
		for k, a := range at[:min(len(at)-1, 4)] {
			for _, b := range at[k+1:] {
				shared[[2]int32{a.report, b.report}]++
			}
		}
	}
	var out []Copy
	for p, n := range shared {
		a, b := p[0], p[1]
		least := min(own[a], own[b])
		if n < leastShared || least == 0 || n*100 < copiedFrom*least || reports[a].Dossier == reports[b].Dossier {
			continue
		}
		c := Copy{A: reports[a].Dossier, B: reports[b].Dossier, Percent: n * 100 / least}
		if c.A > c.B {
			c.A, c.B = c.B, c.A
		}
		c.Passage = passage(words[a], words[b], usual)
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y Copy) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}

// passageAt is a passage of a report.
type passageAt struct {
	hash   uint64
	report int32
}

func byHash(a, b passageAt) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.report, b.report))
}

// folded are the words without marks and case: whoever copies often retypes in
// another code or in capitals.
func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = viet.Fold(w)
	}
	return out
}

// hashOf is FNV-1a over the words.
func hashOf(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}

// passage is the longest run of words that the other report holds too, cut short.
func passage(words, other []string, usual map[uint64]bool) string {
	has := map[uint64]bool{}
	o := folded(other)
	for k := 0; k+shingle <= len(o); k++ {
		if h := hashOf(o[k : k+shingle]); !usual[h] {
			has[h] = true
		}
	}
	plain := folded(words)
	from, best, run := 0, 0, 0
	for k := 0; k+shingle <= len(words); k++ {
		if !has[hashOf(plain[k:k+shingle])] {
			run = 0
			continue
		}
		if run++; run > best {
			best, from = run, k-run+1
		}
	}
	if best == 0 {
		return ""
	}
	end := from + best + shingle - 1
	if end-from > 30 {
		return strings.Join(words[from:from+30], " ") + " …"
	}
	return strings.Join(words[from:end], " ")
}
