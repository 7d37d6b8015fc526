package gauge

import (
	"fmt"
	"math"
	"unicode/utf8"

	"thidua/model/paper"
)

// mostStretch is how many times itself a space may grow, mostTrack how far letters
// may be spaced, as a share of a space, before a line is torn apart; a line that
// would need more stays short of the margin.
const (
	mostStretch = 1
	mostTrack   = 0.12
)

// lineHeight is a single line of the face, as a share of the size.
const lineHeight = 1.15

func (r *Report) sizes(rs []row) {
	for _, w := range rs {
		for _, x := range w.words {
			r.in(ruleBody, w.page, "cỡ", x.Size, text, 0.01)
		}
	}
}

func (r *Report) indent(rs []row) {
	if len(rs) == 0 {
		return
	}
	in := rs[0].left() - marginLeft.least
	ok := false
	for _, want := range indents {
		ok = ok || math.Abs(in-want) < 0.3 || math.Abs(in-5-want) < 0.3 // left margins of 30 and of 35 mm
	}
	r.is(ruleIndent, rs[0].page, ok, fmt.Sprintf("“%s” lùi %.2f mm", rs[0].words[0].Text, in), "10 hoặc 12,7 mm")
}

// lines checks how a text is broken into lines: no space stretched until the line
// is torn apart, and not one word left alone on the last.
func (r *Report) lines(rs []row) {
	for _, w := range rs {
		space := w.words[0].Size * mm / 4
		for j := 1; j < len(w.words); j++ {
			gap := w.words[j].X - w.words[j-1].Right()
			if gap > 3*space {
				continue // room left for the hand
			}
			r.is(ruleTorn, w.page, gap <= (1+mostStretch+2*mostTrack)*space+0.05, fmt.Sprintf("“%s” giãn %.2f lần", w.text(), gap/space), fmt.Sprintf("không quá %d lần", 1+mostStretch))
			break
		}
	}
	if n := len(rs) - 1; n > 0 {
		r.is(ruleLone, rs[n].page, len(rs[n].words) > 1 || len(rs[n-1].words) < 3, "“"+rs[n].text()+"” đứng một mình sau “"+rs[n-1].text()+"”", "ít nhất hai chữ ở dòng cuối")
	}
}

// prose checks a paragraph of body text: size, style, indent, steps between lines,
// both margins reached, no line torn apart, no single line left alone.
func (r *Report) prose(m matched, rule string, rs []row, mayBold, italic, indented bool) {
	if len(rs) == 0 {
		return
	}
	for _, w := range rs {
		for _, x := range w.words {
			r.in(rule, w.page, "cỡ", x.Size, text, 0.01)
			if !mayBold && x.Bold {
				r.bad(rule, w.page, "“"+x.Text+"” đậm", "đứng")
			}
			if rule == ruleRecitals && !x.Italic || rule != ruleRecitals && x.Italic && !italic {
				r.bad(rule, w.page, "“"+x.Text+"” "+styleName(x.Bold, x.Italic), styleName(false, italic))
			}
		}
	}
	if indented {
		r.indent(rs)
	}
	for k := 1; k < len(rs); k++ {
		a, b := rs[k-1], rs[k]
		if a.page == b.page {
			step := (b.y - a.y) / (a.words[0].Size * lineHeight * mm)
			r.in(ruleGap, b.page, "cách dòng", step, lineStep, 0.02)
		}
	}
	for k, w := range rs[:len(rs)-1] {
		p := m.pages[w.page]
		gap := p.Width - marginRight.least - w.right()
		space := w.words[0].Size * mm / 4
		spaces, letters := 0, 0 // spaces between words, not the room left for the hand
		for j := range w.words {
			letters += utf8.RuneCountInString(w.words[j].Text) + 1
			if j > 0 && w.words[j].X-w.words[j-1].Right() < 3*space {
				spaces++
			}
		}
		if hasBreakAfter(w, rs[k+1]) {
			continue
		}
		r.is(ruleJustify, w.page, gap < 0.3 && gap > -0.3 || gap > space*(mostStretch*float64(spaces)+mostTrack*float64(letters-3)), fmt.Sprintf("“%s” thiếu %.1f mm", w.text(), gap), "hai lề đều")
	}
	r.lines(rs)
	// Not one line alone at the foot of a page or at the head of the next.
	if len(rs) > 1 {
		first, last := rs[0], rs[len(rs)-1]
		r.is(ruleWidow, first.page, rs[1].page == first.page, "một dòng cuối trang", "ít nhất hai dòng")
		r.is(ruleWidow, last.page, rs[len(rs)-2].page == last.page, "một dòng đầu trang", "ít nhất hai dòng")
	}
}

// hasBreakAfter guesses that a line was ended by hand: the next word would have
// stood on it with room to spare.
func hasBreakAfter(a, b row) bool {
	room := 195 - a.right()
	return room > b.words[0].W+a.words[0].Size*mm/4+0.5 && room > 10
}

// followed checks that a heading is not the last thing on its page.
func (r *Report) followed(m matched, i int, f found) {
	last := f.rows[len(f.rows)-1]
	if i+1 == len(m.blocks) || m.blocks[i+1].part != f.part {
		return
	}
	next := m.blocks[i+1]
	if len(next.rows) > 0 {
		r.is(ruleWidow, last.page, next.rows[0].page == last.page, "“"+last.text()+"” cuối trang", "đề mục đi cùng đoạn sau")
		return
	}
	// Nothing but lines to write on: one of them stands below.
	below := false
	for _, x := range m.pages[last.page].Dots {
		below = below || x.Y > last.y
	}
	r.is(ruleWidow, last.page, below, "“"+last.text()+"” cuối trang", "đề mục đi cùng dòng sau")
}

// gaps checks the room between neighbouring paragraphs.
func (r *Report) gaps(m matched) {
	for i := 1; i < len(m.blocks); i++ {
		a, b := m.blocks[i-1], m.blocks[i]
		if a.part != b.part || !isProse(a.block) || !isProse(b.block) || len(a.rows) == 0 || len(b.rows) == 0 {
			continue
		}
		x, y := a.rows[len(a.rows)-1], b.rows[0]
		if x.page != y.page {
			continue
		}
		room := (y.y-x.y)/mm - y.words[0].Size*lineHeight
		r.is(ruleGap, y.page, room >= paraGap-0.2, fmt.Sprintf("cách đoạn %.1f pt", room), "ít nhất 6 pt")
	}
}

func isProse(b paper.Block) bool {
	switch b := b.(type) {
	case paper.Paragraph:
		return true
	case paper.Heading:
		return b.Level > paper.LevelSection
	case paper.Article, paper.Clause, paper.Point, paper.Bullet:
		return true
	}
	return false
}

// sign checks the sign block and that two lines of text stand above it.
func (r *Report) sign(m matched, i int, f found, b paper.Sign) {
	pg := f.rows[0].page
	var first []row
	for k, g := range b.Signers {
		var posts []row
		for _, l := range g.Post {
			rs := pick(f.rows, paper.Words(l))
			for _, w := range rs {
				r.styled(rulePost, w, post, true, false)
			}
			posts = append(posts, rs...)
		}
		if len(posts) == 0 {
			continue
		}
		if k == 0 {
			first = posts
		} else if len(first) > 0 {
			r.is(rulePost, pg, near(posts[0].y, first[0].y), "chức vụ không ngang nhau", "cùng một dòng")
		}
		if g.Name != "" {
			for _, w := range pick(f.rows, paper.Words(g.Name)) {
				r.styled(rulePost, w, post, true, false)
				r.is(rulePost, pg, math.Abs(w.mid()-posts[0].mid()) < 1, "họ tên lệch", "giữa, dưới chức vụ")
			}
		}
	}
	if len(b.Recipients) > 0 {
		to := pick(f.rows, paper.Words(paper.RecipientsLabel))
		if len(to) == 0 {
			r.is(ruleRecipients, pg, false, "không có “Nơi nhận:”", "có")
			return
		}
		r.styled(ruleRecipients, to[0], recipientsAt, true, true)
		r.in(ruleRecipients, pg, "cách mép trái", to[0].left(), marginLeft, 0.2)
		if len(b.Signers) == 1 && len(first) > 0 {
			r.is(ruleRecipients, pg, near(to[0].y, first[0].y), "không ngang chức vụ", "cùng dòng với chức vụ")
		}
		for _, l := range b.RecipientLines()[1:] {
			for _, w := range pick(f.rows, paper.Words(l)) {
				r.styled(ruleRecipients, w, recipients, false, false)
			}
		}
	}
	if i == 0 || m.blocks[i-1].part != f.part {
		return
	}
	lines := map[float64]bool{}
	for k := i - 1; k >= 0 && m.blocks[k].part == f.part; k-- {
		for _, w := range m.blocks[k].rows {
			if w.page == pg {
				lines[w.y] = true
			}
		}
	}
	for _, x := range m.pages[pg].Dots {
		if x.Y < f.rows[0].y {
			lines[x.Y] = true
		}
	}
	total := 0
	for k := i - 1; k >= 0 && m.blocks[k].part == f.part; k-- {
		total += len(m.blocks[k].rows)
	}
	r.is(ruleAlone, pg, len(lines) >= min(2, total), fmt.Sprintf("%d dòng ở trên", len(lines)), "ít nhất hai dòng nội dung")
}
