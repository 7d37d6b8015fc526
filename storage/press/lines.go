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

// breakLines breaks words into lines of a width; the first line is narrower by
// first. The number of lines is always the least possible, as an office's word
// processor would have it; where the words go within it is chosen over the whole
// paragraph, so that no line is stretched more than another has to be and the last
// is not one short word.
func breakLines(ws []word, width, first float64, mode breakMode) []line {
	var out []line
	for from := 0; from < len(ws); {
		to := from
		for to < len(ws)-1 && !ws[to].brk {
			to++
		}
		to++
		if from > 0 {
			first = 0
		}
		seg := greedy(ws[from:to], width, first)
		if mode != ragged && len(seg) > 1 {
			seg = even(ws[from:to], width, first, len(seg), mode)
		}
		for _, l := range seg {
			out = append(out, line{l.from + from, l.to + from, l.last})
		}
		from = to
	}
	return out
}

func greedy(ws []word, width, first float64) []line {
	var out []line
	room := width - first
	used, from := 0.0, 0
	for i, w := range ws {
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

// even breaks ws into exactly n lines with the least sum of badness. Line k can end
// only between lo[k], or the rest does not fit its lines, and hi[k], where greedy
// breaking ends it; both bands are a few words wide, so the cost is linear.
func even(ws []word, width, first float64, n int, mode breakMode) []line {
	m := len(ws)
	bands := make([]int, 3*(n+1))
	lo, hi, start := bands[:n+1], bands[n+1:2*(n+1)], bands[2*(n+1):]
	for k, l := range greedy(ws, width, first) {
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
	cost, from := make([]float64, size), make([]int32, size)
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
			natural, spaces, fills := 0.0, 0.0, 0
			for i := j - 1; i >= lo[k-1]; i-- {
				natural += ws[i].width
				fills += ws[i].fills
				if i < j-1 {
					natural += ws[i].space
					spaces += ws[i].space
				}
				if natural > room+slip && i < j-1 {
					break
				}
				if i > hi[k-1] {
					continue
				}
				if c := cost[start[k-1]+i] + broken + badness(ws[i:j], room-natural, spaces, fills, room, k == n, mode); c < best {
					best, at = c, i
				}
			}
			cost[start[k]+j], from[start[k]+j] = best, int32(at)
		}
	}
	out := make([]line, n)
	for k, j := n, m; k > 0; k-- {
		i := int(from[start[k]+j])
		if i < 0 {
			return greedy(ws, width, first)
		}
		out[k-1] = line{i, j, k == n}
		j = i
	}
	return out
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

func badness(ws []word, slack, spaces float64, fills int, room float64, last bool, mode breakMode) float64 {
	switch {
	case mode == balanced || mode == titled || mode == loose && !last:
		return slack * slack / (room * room)
	case mode == loose && len(ws) == 1 && room-slack < shortWord*room:
		return 1
	case mode == loose:
		return 0
	}
	if last {
		if len(ws) == 1 && fills == 0 {
			return 40 // worse than a line that stays short of the margin
		}
		if room-slack < widow*room {
			return 4 // as bad as a line stretched to about one and a half times
		}
		return 0
	}
	if fills > 0 {
		return 0
	}
	if tooLoose(ws, slack, spaces) {
		return 4 + 40*slack/room // not stretched so far: it stays short of the margin
	}
	if slack <= 0 {
		return 0
	}
	r := slack / spaces
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
