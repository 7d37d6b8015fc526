package press

import "math"

// line is a run of words [from, to) on one line.
type line struct {
	from, to int
	last     bool // the paragraph's last line, or one with a forced break: not stretched
}

// breakMode is how a paragraph is broken.
type breakMode uint8

const (
	ragged   breakMode = iota // as many words as fit
	filled                    // justified: spaces as even as can be, over the whole paragraph
	balanced                  // centred cells: lines of like length, phrases kept whole
	titled                    // centred titles: balanced, and no word parted at its hyphen
	loose                     // left-aligned cells: as ragged, but not one short word last
)

// breaker breaks paragraphs; what it works with is used again for the next.
type breaker struct {
	lines, part, plan []line
	bands             []int
	cost              []float64
	from              []int32
}

// breakLines breaks words into lines of a width; the first line is narrower by
// first. The number of lines is always the least possible, as an office's word
// processor would have it; where the words go within it is chosen over the whole
// paragraph, so that no line is stretched more than another has to be and the last
// is not one short word. The lines are good until the next call.
func (b *breaker) breakLines(ws []word, width, first float64, mode breakMode) []line {
	b.lines = b.lines[:0]
	for from := 0; from < len(ws); {
		to := from
		for to < len(ws)-1 && !ws[to].brk {
			to++
		}
		to++
		if from > 0 {
			first = 0
		}
		b.part = greedy(b.part[:0], ws[from:to], width, first)
		seg := b.part
		if mode != ragged && len(seg) > 1 {
			seg = b.even(ws[from:to], width, first, seg, mode)
		}
		for _, l := range seg {
			b.lines = append(b.lines, line{l.from + from, l.to + from, l.last})
		}
		from = to
	}
	return b.lines
}

// greedy puts as many words on each line as fit, after those already in out.
func greedy(out []line, ws []word, width, first float64) []line {
	room := width - first
	used, from := 0.0, 0
	for i := range ws {
		w := &ws[i]
		need := w.width
		if i > from {
			need += ws[i-1].space
		}
		if i > from && used+need > room+slip {
			end := i
			for end > from+1 && ws[end-1].glued {
				end--
			}
			if ws[end-1].glued {
				end = i
			}
			out = append(out, line{from, end, false})
			from, room = end, width
			used, need = naturalWidth(ws[end:i]), w.width
			if end < i {
				need += ws[i-1].space
			}
		}
		used += need
	}
	return append(out, line{from, len(ws), true})
}

// slip forgives the rounding of sums, in points.
const slip = 0.01

// zeroed is a slice of n zeroes, in the room of another where it has enough.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// even breaks ws into as many lines as greedy breaking does with the least sum of
// badness. Line k can end only between lo[k], or the rest does not fit its lines, and
// hi[k], where greedy breaking ends it; both bands are a few words wide, so the cost
// is linear.
func (b *breaker) even(ws []word, width, first float64, least []line, mode breakMode) []line {
	m, n := len(ws), len(least)
	b.bands = zeroed(b.bands, 3*(n+1))
	lo, hi, start := b.bands[:n+1], b.bands[n+1:2*(n+1)], b.bands[2*(n+1):]
	for k, l := range least {
		hi[k+1] = l.to
	}
	lo[n] = m
	for k := n; k > 1; k-- {
		i := lo[k]
		for used := 0.0; i > 0; i-- {
			need := ws[i-1].width
			if i < lo[k] {
				need += ws[i-1].space
			}
			if used+need > width+slip && i < lo[k] {
				break
			}
			used += need
		}
		lo[k-1] = max(i, k-1)
	}
	size := 1
	for k := 1; k <= n; k++ {
		lo[k] = min(lo[k], hi[k]) // an overfull word stands alone whatever the band says
		start[k] = size - lo[k]
		size += hi[k] - lo[k] + 1
	}
	b.cost, b.from = zeroed(b.cost, size), zeroed(b.from, size)
	cost, from := b.cost, b.from
	var whole []bool
	if mode == balanced || mode == titled {
		whole = inPhrase(ws)
	}
	for k := 1; k <= n; k++ {
		room := width
		if k == 1 {
			room -= first
		}
		for j := lo[k]; j <= hi[k]; j++ {
			best, at := math.Inf(1), -1
			broken := 0.0
			if whole != nil && j < m && whole[j-1] {
				broken = phraseBreak
			}
			if ws[j-1].tied {
				broken = partedBreak(mode)
			}
			if j < m && ws[j-1].glued {
				broken = never
			}
			var s span
			for i := j - 1; i >= lo[k-1]; i-- {
				s.add(&ws[i], i < j-1)
				if s.natural > room+slip && i < j-1 {
					break
				}
				if i > hi[k-1] {
					continue
				}
				if c := cost[start[k-1]+i] + broken + s.badness(room, k == n, mode); c < best {
					best, at = c, i
				}
			}
			cost[start[k]+j], from[start[k]+j] = best, int32(at)
		}
	}
	b.plan = zeroed(b.plan, n)
	for k, j := n, m; k > 0; k-- {
		i := int(from[start[k]+j])
		if i < 0 {
			return least
		}
		b.plan[k-1] = line{i, j, k == n}
		j = i
	}
	return b.plan
}

// never is a cost no line of a paragraph is worth.
const never = 1e6

// widow is the share of the line under which a last line is too short to stand alone.
const widow = 0.12

// shortWord is the share of a cell's width under which a word is too short to be
// the last line.
const shortWord = 0.3

// partedBreak is what ending a line inside a word at its hyphen costs: an officer
// reads "QĐ-/UBND" on two lines only where the lines cannot be set otherwise.
func partedBreak(mode breakMode) float64 {
	if mode == filled {
		return 4 // as bad as a last line of one word
	}
	return 2
}

// span sums up the words of a line, gathered from its end.
type span struct {
	natural float64 // width without stretch
	spaces  float64 // of that, between words
	words   int
	gaps    int // spaces between words
	letters int // and spaces: what is shown one by one
	fills   int
}

// spanOf is the span of a line.
func spanOf(ws []word) (s span) {
	for i := len(ws) - 1; i >= 0; i-- {
		s.add(&ws[i], i < len(ws)-1)
	}
	return s
}

// add puts a word before the others; followed tells that there are others.
func (s *span) add(w *word, followed bool) {
	s.natural += w.width
	s.letters += int(w.letters)
	s.fills += int(w.fills)
	s.words++
	if !followed {
		return
	}
	s.natural += w.space
	s.spaces += w.space
	if w.space > 0 {
		s.gaps++
	}
	if !w.tied {
		s.letters++
	}
}

// tooLoose tells that a line's spaces and letters would have to be spaced past what
// is allowed to fill a slack.
func (s *span) tooLoose(slack float64) bool {
	return slack > maxStretch*s.spaces && slack > maxStretch*s.spaces+s.mostTrack()*float64(s.letters-1)
}

// mostTrack is how far the letters of a line may be spaced, in points.
func (s *span) mostTrack() float64 {
	if s.gaps == 0 {
		return 0
	}
	return maxTrack * s.spaces / float64(s.gaps)
}

func (s *span) badness(room float64, last bool, mode breakMode) float64 {
	slack := room - s.natural
	switch {
	case mode == balanced || mode == titled || mode == loose && !last:
		return slack * slack / (room * room)
	case mode == loose && s.words == 1 && s.natural < shortWord*room:
		return 1
	case mode == loose:
		return 0
	}
	if last {
		if s.words == 1 && s.fills == 0 {
			return 40 // worse than a line that stays short of the margin
		}
		if s.natural < widow*room {
			return 4 // as bad as a line stretched to about one and a half times
		}
		return 0
	}
	if s.fills > 0 {
		return 0
	}
	if s.tooLoose(slack) {
		return 4 + 40*slack/room // not stretched so far: it stays short of the margin
	}
	if slack <= 0 {
		return 0
	}
	r := slack / s.spaces
	return r * r * r
}

// naturalWidth is the width of words in a line without stretch.
func naturalWidth(ws []word) float64 {
	w := 0.0
	for i := range ws {
		w += ws[i].width
		if i < len(ws)-1 {
			w += ws[i].space
		}
	}
	return w
}
