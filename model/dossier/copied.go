package dossier

import (
	"cmp"
	"slices"
	"strings"
)

// Report is what one dossier's báo cáo thành tích comes to.
type Report struct {
	Dossier, Paper int64
	Marks          []Mark
}

// Copy is a pair of reports that say the same in the same words (báo cáo sao chép).
type Copy struct {
	A, B    int64 // dossiers, A the lower number
	Percent int   // of the shorter report's passages
	Passage string
}

// leastShared is how many passages two reports must share at all: the lines of the
// printed form are shared by everybody.
const leastShared = 25

// copiedFrom is the share of the shorter report, in percent, from which two
// reports are told; suspectFrom that of its marks, from which the texts are read.
const copiedFrom, suspectFrom = 60, 20

// Copies finds reports copied from one another. Passages that more than a third of
// many reports hold are the form's own words and count for nothing. The marks find
// the pairs; only their texts, and a sample for the form's words, are read, all at once.
func Copies(reports []Report, text func(papers []int64) (map[int64]string, error)) ([]Copy, error) {
	pairs := suspects(reports)
	if len(pairs) == 0 {
		return nil, nil
	}
	var papers, sampled []int64
	for i := range min(sample, len(reports)) {
		sampled = append(sampled, reports[i*len(reports)/min(sample, len(reports))].Paper)
	}
	papers = append(papers, sampled...)
	for _, p := range pairs {
		papers = append(papers, reports[p[0]].Paper, reports[p[1]].Paper)
	}
	slices.Sort(papers)
	texts, err := text(slices.Compact(papers))
	if err != nil {
		return nil, err
	}
	usual := usualOf(texts, sampled)
	read := map[int32]*passages{}
	of := func(r int32) *passages {
		if read[r] == nil {
			read[r] = passagesOf(texts[reports[r].Paper], usual)
		}
		return read[r]
	}
	var out []Copy
	for _, p := range pairs {
		a, b := of(p[0]), of(p[1])
		least, shared := min(len(a.own), len(b.own)), a.shared(b)
		if shared < leastShared || shared*100 < copiedFrom*least {
			continue
		}
		c := Copy{A: reports[p[0]].Dossier, B: reports[p[1]].Dossier, Percent: shared * 100 / least, Passage: a.longest(b)}
		if c.A > c.B {
			c.A, c.B = c.B, c.A
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y Copy) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out, nil
}

// common is how many of so many reports may hold a passage that is not yet the
// form's own.
func common(reports int) int {
	if reports < 12 {
		return reports
	}
	return max(4, reports/3)
}

// sample is how many reports are read to know the form's own words: all of an
// ordinary movement's, so that its shares are exact.
const sample = 200

// usualOf are the passages of the form's own words, as a sample of the reports has them.
func usualOf(texts map[int64]string, sampled []int64) map[uint64]bool {
	count := map[uint64]int{}
	for _, p := range sampled {
		at := hashesOf(plainWords(texts[p]))
		slices.Sort(at) // what a report says twice counts once
		for _, h := range slices.Compact(at) {
			count[h]++
		}
	}
	usual := map[uint64]bool{}
	for h, n := range count {
		if n > common(len(sampled)) {
			usual[h] = true
		}
	}
	return usual
}

// suspects are the pairs of reports that share so many marks that one may be copied
// from the other.
func suspects(reports []Report) (pairs [][2]int32) {
	own := make([]int, len(reports))
	for i, r := range reports {
		own[i] = len(r.Marks)
	}
	shared := map[[2]int32]int{}
	all := repeated(reports)
	for from, to := 0, 0; from < len(all); from = to {
		for to = from; to < len(all) && all[to].mark() == all[from].mark(); to++ {
		}
		at := all[from:to]
		if len(at) > common(len(reports)) {
			for _, m := range at {
				own[m.report()]--
			}
			continue
		}
		first := len(at) - 1
		if len(at) > 16 {
			first = 4 // what so many hold is copied from the first; pairs among the rest say nothing more
		}
		for k, a := range at[:first] {
			for _, b := range at[k+1:] {
				shared[[2]int32{a.report(), b.report()}]++
			}
		}
	}
	for p, n := range shared {
		a, b := p[0], p[1]
		if n*100 >= suspectFrom*min(own[a], own[b]) && reports[a].Dossier != reports[b].Dossier {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return pairs
}

// markAt is a mark and the report it stands in, in one number that sorts by mark.
type markAt uint64

func (m markAt) mark() Mark    { return Mark(m >> 32) }
func (m markAt) report() int32 { return int32(m) }

// repeated are the marks that stand in several reports, in order; a few that do not
// slip in. Nearly all marks of true reports stand in one alone, and those need not
// be put in order: two bits per slot of a table tell them.
func repeated(reports []Report) []markAt {
	n := 0
	for _, r := range reports {
		n += len(r.Marks)
	}
	bits := 10
	for 1<<bits < 8*n && bits < 26 {
		bits++
	}
	once, again := make([]uint64, 1<<bits>>6), make([]uint64, 1<<bits>>6)
	slot := func(m Mark) (int, uint64) {
		s := uint32(m) >> (32 - bits)
		return int(s >> 6), 1 << (s & 63)
	}
	for _, r := range reports {
		for _, m := range r.Marks {
			i, bit := slot(m)
			again[i] |= once[i] & bit
			once[i] |= bit
		}
	}
	var out []markAt
	for i, r := range reports {
		for _, m := range r.Marks {
			if k, bit := slot(m); again[k]&bit != 0 {
				out = append(out, markAt(m)<<32|markAt(i))
			}
		}
	}
	slices.Sort(out)
	return out
}

// passages are the passages of a report that are not the form's own words.
type passages struct {
	words []string
	at    []uint64        // the passage that begins at a word
	own   map[uint64]bool // without the form's own
}

// passagesOf reads a report.
func passagesOf(text string, usual map[uint64]bool) *passages {
	p := &passages{words: plainWords(text), own: map[uint64]bool{}}
	p.at = hashesOf(p.words)
	for _, h := range p.at {
		if !usual[h] {
			p.own[h] = true
		}
	}
	return p
}

// shared counts the passages of the shorter report that the other holds too.
func (p *passages) shared(q *passages) int {
	if len(q.own) < len(p.own) {
		p, q = q, p
	}
	n := 0
	for h := range p.own {
		if q.own[h] {
			n++
		}
	}
	return n
}

// longest is the longest run of words that the other report holds too, cut short.
func (p *passages) longest(q *passages) string {
	from, best, run := 0, 0, 0
	for k, h := range p.at {
		if !p.own[h] || !q.own[h] {
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
		return strings.Join(p.words[from:from+30], " ") + " …"
	}
	return strings.Join(p.words[from:end], " ")
}
