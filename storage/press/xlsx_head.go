package press

import (
	"math"
	"slices"

	"thidua/model/paper"
)

// Texts side by side: the head, the columns of a statistical form, the sign block.
// They are parted at lines of the sheet's columns, which are those of its table;
// where none stands near enough the sheet gets a line more.

// farOff is how far from its place a text may begin for the sake of the table's
// columns, in shares of the width.
const farOff = 0.12

// cutFor gives the sheet the lines a block is parted at.
func (s *sheetWriter) cutFor(b paper.Block) {
	var starts []float64
	switch b := b.(type) {
	case paper.Head:
		if s.headLine() == 0 {
			s.cut(headShare * s.setter.width)
		}
	case paper.Columns:
		starts = columnStarts(b)
	case paper.Sign:
		starts = signStarts(b)
	}
	for _, x := range starts {
		if d := math.Abs(s.lefts[s.nearest(x)]/s.setter.width - x); d > farOff {
			s.cut(x * s.setter.width)
		}
	}
}

func (s *sheetWriter) cut(x float64) {
	s.lefts = append(s.lefts, x)
	slices.Sort(s.lefts)
}

// nearest is the column whose left side is nearest to a share of the width.
func (s *sheetWriter) nearest(share float64) int { return s.column(share, 0, 0) }

// column is nearest with at least least columns before it and after after it.
func (s *sheetWriter) column(share float64, least, after int) int {
	best, at := math.Inf(1), least
	for i := least; i <= s.columns()-after; i++ {
		if d := math.Abs(s.lefts[i] - share*s.setter.width); d < best {
			best, at = d, i
		}
	}
	return at
}

// headShare is where the right column of a head begins, in shares of the width.
const headShare = headLeftShare / (headLeftShare + headRightShare)

// headLine is the column a head's right side begins at: the nearest to its place
// that leaves the nation's name one line; 0 when there is none.
func (s *sheetWriter) headLine() int {
	nation := s.widest(paper.Plain(paper.Nation), s.setter.width, nationSize, bold)
	best, at := math.Inf(1), 0
	for i := 1; i < s.columns(); i++ {
		d := math.Abs(s.lefts[i] - headShare*s.setter.width)
		if s.room(i, s.columns()-i) >= nation && s.lefts[i] >= headLeftLeastMM*mm && d < best {
			best, at = d, i
		}
	}
	return at
}

func (s *sheetWriter) head(b paper.Head) {
	mid := s.headLine()
	side := func(col, cols int, t paper.Text, size float64, st style) sheetCell {
		return sheetCell{col: col, cols: cols, text: s.setter.balance(t, s.room(col, cols), paperStyle{size: size, st: st}), look: cellStyle{size: size, st: st, align: paper.Centre}}
	}
	// The body's name stands beside both lines of the nation's, each of its own row.
	left := side(0, mid, paper.Lines(append(linesOf(b.Parent, paper.Plain), linesOf(b.Issuer, paper.Bold)...)...), issuerSize, 0)
	nation := side(mid, s.columns()-mid, paper.Plain(paper.Nation), nationSize, bold)
	motto := side(mid, s.columns()-mid, paper.Plain(paper.Motto), mottoSize, bold)
	first, names := s.height(nation), s.height(left)
	left.rows = 2
	under := sheetRow{height: math.Max(s.height(motto), names-first) + sheetRuleRoom, cells: []sheetCell{left.covered(), motto}}
	under.rules = append(under.rules, s.ruleUnder(motto, s.height(motto), 1))
	if len(b.Issuer) > 0 {
		issuer := side(0, mid, paper.Lines(linesOf(b.Issuer, paper.Bold)...), issuerSize, 0)
		under.rules = append(under.rules, s.ruleUnder(issuer, math.Max(names-first, 0), ruleShare))
	}
	s.rows = append(s.rows, sheetRow{height: first, cells: []sheetCell{left, nation}}, under)

	number := b.Number
	if !b.About.Empty() {
		number = paper.Lines(b.Number, b.About)
	}
	if b.Urgency != paper.NotUrgent {
		number = paper.Lines(number, paper.Bold(b.Urgency.String()))
	}
	if !number.Empty() || !b.Dated.Empty() {
		s.row(0, side(0, mid, number, numberSize, 0), side(mid, s.columns()-mid, b.Dated, datedSize, italic))
	}
}

// ruleUnder is a rule under a centred cell, as long as a share of its widest line.
func (s *sheetWriter) ruleUnder(c sheetCell, y, share float64) sheetRule {
	length := share * s.widest(c.text, s.room(c.col, c.cols), c.look.size, c.look.st)
	return sheetRule{(s.lefts[c.col] + s.lefts[c.col+c.cols] - length) / 2, y + ruleGap, length}
}

func linesOf(lines []string, set func(string) paper.Text) []paper.Text {
	ts := make([]paper.Text, len(lines))
	for i, l := range lines {
		ts[i] = set(l)
	}
	return ts
}

// slots divides the columns among texts by the places where each begins, in shares
// of the width; nil when there are too few columns.
func (s *sheetWriter) slots(starts []float64) []int {
	n := len(starts)
	if s.columns() < n {
		return nil
	}
	out := make([]int, n+1)
	for i := 1; i < n; i++ {
		out[i] = s.column(starts[i], out[i-1]+1, n-i)
	}
	out[n] = s.columns()
	return out
}

func (s *sheetWriter) across(starts []float64, texts []paper.Text, looks []cellStyle) {
	at := s.slots(starts)
	if at == nil {
		for i, t := range texts {
			s.text(t, looks[i], 0)
		}
		return
	}
	var cells []sheetCell
	for i, t := range texts {
		c := sheetCell{col: at[i], cols: at[i+1] - at[i], text: t, look: looks[i]}
		if c.look.align == paper.Centre {
			c.text = s.setter.balance(t, s.room(c.col, c.cols), paperStyle{size: c.look.size, st: c.look.st})
		}
		cells = append(cells, c)
	}
	s.row(0, cells...)
}

func columnStarts(b paper.Columns) []float64 {
	sum, x := 0.0, 0.0
	for _, v := range b.Shares {
		sum += v
	}
	out := make([]float64, len(b.Shares))
	for i, v := range b.Shares {
		out[i] = x / sum
		x += v
	}
	return out
}

func (s *sheetWriter) side(b paper.Columns) {
	var texts []paper.Text
	var looks []cellStyle
	for _, c := range b.Cells {
		texts, looks = append(texts, c.Text), append(looks, cellStyle{size: columnsSize, align: c.Align})
	}
	s.across(columnStarts(b), texts, looks)
}

// beside tells that Nơi nhận stands at the left of the signer.
func beside(b paper.Sign) bool { return len(b.Signers) == 1 && !b.Middle }

func signStarts(b paper.Sign) []float64 {
	if beside(b) {
		return []float64{0, signLeftShare / (signLeftShare + signRightShare)}
	}
	out := make([]float64, len(b.Signers))
	for i := range out {
		out[i] = float64(i) / float64(len(out))
	}
	return out
}

func (s *sheetWriter) sign(b paper.Sign) {
	var texts []paper.Text
	var looks []cellStyle
	var to []paper.Text
	for i, l := range b.RecipientLines() {
		if i == 0 {
			to = append(to, paper.BoldItalic(l))
			continue
		}
		to = append(to, paper.Plain(l))
	}
	small := cellStyle{size: recipientSize, align: paper.Left}
	if beside(b) {
		texts, looks = []paper.Text{paper.Lines(to...)}, []cellStyle{small}
	}
	for _, g := range b.Signers {
		var ls []paper.Text
		if !g.Dated.Empty() {
			ls = append(ls, inItalics(g.Dated))
		}
		for _, l := range g.Post {
			ls = append(ls, paper.Bold(l))
		}
		if g.Note != "" {
			ls = append(ls, paper.Italic(g.Note))
		}
		for range signRoomLines {
			ls = append(ls, paper.Plain(" "))
		}
		for _, l := range g.Held {
			ls = append(ls, paper.Bold(l))
		}
		ls = append(ls, paper.Bold(g.Name))
		texts, looks = append(texts, paper.Lines(ls...)), append(looks, cellStyle{size: postSize, align: paper.Centre})
	}
	s.gap(signGap)
	s.across(signStarts(b), texts, looks)
	s.rows[len(s.rows)-1].sign = true
	if len(b.Signers) > 1 && len(to) > 0 {
		s.text(paper.Lines(to...), small, 0)
	}
}

func inItalics(t paper.Text) paper.Text {
	out := slices.Clone(t)
	for i := range out {
		out[i].Italic = true
	}
	return out
}
