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
	sets := make([][]uint64, len(reports))
	words := make([][]string, len(reports))
	in := map[uint64][]int32{}
	for i, r := range reports {
		words[i] = plainWords(r.Text)
		w := folded(words[i])
		seen := map[uint64]bool{}
		for k := 0; k+shingle <= len(w); k++ {
			h := hashOf(w[k : k+shingle])
			if !seen[h] {
				seen[h] = true
				sets[i] = append(sets[i], h)
				in[h] = append(in[h], int32(i))
			}
		}
	}
	common := len(reports)
	if common >= 12 {
		common = max(4, common/3)
	}
	shared := map[[2]int32]int{}
	own := make([]int, len(reports))
	for _, at := range in {
		if len(at) > common {
			continue
		}
		for _, i := range at {
			own[i]++
		}
		// A passage of a few dozen reports is copied from the first of them; pairs
		// among the rest say nothing more.
		for k, a := range at[:min(len(at), 4)] {
			for _, b := range at[k+1:] {
				shared[[2]int32{a, b}]++
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
		theirs := slices.DeleteFunc(slices.Clone(sets[b]), func(h uint64) bool { return len(in[h]) > common })
		c.Passage = passage(words[a], theirs)
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y Copy) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
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
func passage(words []string, other []uint64) string {
	has := make(map[uint64]bool, len(other))
	for _, h := range other {
		has[h] = true
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
