package press

import (
	"slices"

	"thidua/model/paper"
)

// balance puts line breaks into a centred text where lines of like length end: a word
// processor or a sheet would fill the first line and leave a word for the last.
func (p *setter) balance(t paper.Text, width float64, s paperStyle) paper.Text {
	ws := rejoin(p.words(t, s.size, s.st))
	ls := p.breaker.breakLines(ws, width, 0, titled)
	if len(ls) < 2 {
		return t
	}
	out := make([]paper.Text, len(ls))
	for i, l := range ls {
		out[i] = p.textOf(ws[l.from:l.to], s)
	}
	return paper.Lines(out...)
}

// parted divides a text into pieces of at most some lines of a width.
func (p *setter) parted(t paper.Text, width float64, s paperStyle, lines int) []paper.Text {
	ws := rejoin(p.words(t, s.size, s.st))
	ls := p.breaker.breakLines(ws, width, 0, ragged)
	var out []paper.Text
	for part := range slices.Chunk(ls, lines) {
		out = append(out, p.textOf(ws[part[0].from:part[len(part)-1].to], s))
	}
	return out
}

// textOf is words as the text they came from, in a style whose own is left out.
func (p *setter) textOf(ws []word, s paperStyle) paper.Text {
	var out paper.Text
	for i, w := range ws {
		for _, q := range w.pieces {
			r := paper.Run{Words: q.text, Bold: q.st&^s.st&bold != 0, Italic: q.st&^s.st&italic != 0, Mark: q.mark}
			if (q.mark == paper.Gap || q.mark == paper.Dots) && !q.fill {
				r.Chars = int(q.width/p.measure("0", q.st, s.size) + 0.5)
			}
			out = append(out, r)
		}
		switch {
		case i == len(ws)-1:
		case w.brk:
			out = append(out, paper.Run{Mark: paper.Break})
		default:
			out = append(out, paper.Run{Words: " ", Bold: w.gap&^s.st&bold != 0, Italic: w.gap&^s.st&italic != 0})
		}
	}
	return out.Merged()
}
