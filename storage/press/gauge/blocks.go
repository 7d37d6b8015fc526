package gauge

import (
	"fmt"
	"math"
	"strings"

	"thidua/model/paper"
)

// block checks one block where it was found.
func (r *Report) block(m matched, i int, f found) {
	switch b := f.block.(type) {
	case paper.Head:
		r.head(m, f, b)
	case paper.Title:
		r.title(m, f, b)
	case paper.AnnexHead:
		r.annex(m, f, b)
	case paper.Banner:
		for _, w := range f.rows {
			r.styled(ruleTitle, w, brief, true, false)
			r.centred(m, ruleTitle, w)
		}
	case paper.Recitals:
		for _, t := range b.Closed() {
			var rs []row
			rs, f.rows = split(f.rows, paper.Words(t.String()))
			r.prose(m, ruleRecitals, rs, false, true, true)
		}
	case paper.Addressees:
		for _, w := range f.rows {
			r.styled(ruleTo, w, span{13, 14}, false, false)
		}
		if len(b.Names) > 1 {
			r.is(ruleTo, f.rows[0].page, strings.Contains(sentence(f.rows), ";") && strings.HasSuffix(sentence(f.rows), "."), sentence(f.rows), "mỗi nơi một dòng, “;”, cuối cùng “.”")
		}
	case paper.Paragraph:
		if b.Align == paper.Auto || b.Align == paper.Justify {
			r.prose(m, ruleBody, f.rows, anyBold(b.Text), anyItalic(b.Text), !b.NoIndent)
		} else {
			r.sizes(f.rows)
		}
	case paper.Heading:
		for _, w := range f.rows {
			r.styled(ruleBody, w, text, b.Level != paper.LevelLetter, b.Level == paper.LevelLetter)
		}
		if b.Level > paper.LevelSection {
			r.indent(f.rows)
		}
		r.lines(f.rows)
		r.followed(m, i, f)
	case paper.Article:
		r.is(ruleBody, f.rows[0].page, f.rows[0].words[0].Bold && f.rows[0].words[1].Bold, "“Điều” không đậm", "đậm")
		r.prose(m, ruleBody, f.rows, true, anyItalic(b.Text), true)
	case paper.Clause:
		r.prose(m, ruleBody, f.rows, b.Title != "" || anyBold(b.Text), anyItalic(b.Text), true)
	case paper.Point:
		r.prose(m, ruleBody, f.rows, anyBold(b.Text), anyItalic(b.Text), true)
	case paper.Bullet:
		r.sizes(f.rows)
		r.lines(f.rows)
	case paper.Fields:
		for _, x := range b.Items {
			var rs []row
			rs, f.rows = split(f.rows, paper.Words(x.Set().String()))
			r.lines(rs)
		}
	case paper.Sign:
		r.sign(m, i, f, b)
	}
}

func anyBold(t paper.Text) bool {
	for _, x := range t {
		if x.Bold {
			return true
		}
	}
	return false
}

// dotted tells that part of a text is left to be written by hand: where its words
// end is not where it ends.
func dotted(t paper.Text) bool {
	for _, x := range t {
		if x.Mark == paper.Dots {
			return true
		}
	}
	return false
}

func anyItalic(t paper.Text) bool {
	for _, x := range t {
		if x.Italic {
			return true
		}
	}
	return false
}

// split takes the rows of the first words off.
func split(rs []row, ws []string) (head, rest []row) {
	n := len(ws)
	for k, w := range rs {
		if n <= 0 {
			return rs[:k], rs[k:]
		}
		for _, x := range w.words {
			if wordy(x.Text) {
				n--
			}
		}
	}
	return rs, nil
}

// pick takes from the rows the ones that hold these words, wherever they stand.
func pick(rs []row, ws []string) []row {
	var all []Word
	var at []row
	if len(ws) == 0 {
		return nil
	}
	for _, w := range rs {
		for _, x := range w.words {
			if wordy(x.Text) {
				at, all = append(at, w), append(all, x)
			}
		}
	}
	for k := 0; k+len(ws) <= len(all); k++ {
		ok := true
		for j := range ws {
			ok = ok && trim(all[k+j].Text) == ws[j]
		}
		if !ok {
			continue
		}
		var out []row
		for j := range ws {
			w := all[k+j]
			if n := len(out) - 1; n >= 0 && near(out[n].y, w.Y) && w.X >= out[n].right()-0.1 {
				out[n].words = append(out[n].words, w)
			} else {
				out = append(out, row{page: at[k+j].page, y: w.Y, words: []Word{w}})
			}
		}
		return out
	}
	return nil
}

func widest(rs []row) float64 {
	w := 0.0
	for _, x := range rs {
		w = math.Max(w, x.right()-x.left())
	}
	return w
}

func (r *Report) head(m matched, f found, b paper.Head) {
	pg := f.rows[0].page
	p := m.pages[pg]
	nationRow, mottoRow := pick(f.rows, paper.Words(paper.Nation)), pick(f.rows, paper.Words(paper.Motto))
	if len(nationRow) != 1 || len(mottoRow) != 1 {
		r.is(ruleNation, pg, false, "Quốc hiệu, Tiêu ngữ không nằm trên một dòng", "mỗi thứ một dòng")
		return
	}
	r.styled(ruleNation, nationRow[0], nation, true, false)
	r.styled(ruleNation, mottoRow[0], motto, true, false)
	r.is(ruleNation, pg, math.Abs(nationRow[0].mid()-mottoRow[0].mid()) < 0.3, "Tiêu ngữ lệch", "giữa, dưới Quốc hiệu")
	l, ok := under(p, mottoRow[0].mid(), mottoRow[0].y)
	r.is(ruleMotto, pg, ok && math.Abs(lengthOf(l)-widest(mottoRow)) < 1, fmt.Sprintf("dài %.1f mm", lengthOf(l)), fmt.Sprintf("%.1f mm, bằng dòng chữ", widest(mottoRow)))
	if len(b.Parent) > 0 {
		for _, w := range pick(f.rows, paper.Words(strings.Join(b.Parent, "\n"))) {
			r.styled(ruleBodies, w, bodies, false, false)
		}
	}
	if b.Urgency != paper.NotUrgent {
		r.urgent(p, pg, b.Urgency, pick(f.rows, paper.Words(b.Urgency.String())))
	}
	if len(b.Issuer) > 0 {
		rs := pick(f.rows, paper.Words(strings.Join(b.Issuer, "\n")))
		for _, w := range rs {
			r.styled(ruleBodies, w, bodies, true, false)
			r.is(ruleBodies, pg, math.Abs(w.mid()-rs[0].mid()) < 0.3, "dòng lệch", "canh giữa")
		}
		num := pick(f.rows, paper.Words(b.Number.String()))
		if len(rs) == 0 || len(rs) != len(b.Issuer) && len(paper.Words(b.Issuer[len(b.Issuer)-1])) == 0 {
			return // the body's name is left to be written by hand
		}
		last := rs[len(rs)-1]
		l, ok := under(p, last.mid(), last.y)
		r.is(ruleBodiesRule, pg, ok, "không có", "có")
		r.in(ruleBodiesRule, pg, "dài so với chữ", lengthOf(l)/widest(rs), partRule, 0.01)
		if len(num) > 0 {
			r.styled(ruleSign, num[0], numberLine, false, false)
			r.is(ruleSign, pg, len(num) == 1 && math.Abs(num[0].mid()-last.mid()) < 0.5, "số lệch", "giữa, dưới tên cơ quan")
			if !b.About.Empty() {
				rs := pick(f.rows, paper.Words(b.About.String()))
				for _, w := range rs {
					r.styled(ruleAbout, w, about, false, false)
				}
				if len(rs) == 0 {
					return
				}
				// From the number's line to the first line below: 6 pt and the line itself.
				r.is(ruleAbout, pg, rs[0].y-num[0].y >= (6+12)*mm-0.2, fmt.Sprintf("cách số %.1f mm", rs[0].y-num[0].y), "cách số 6 pt")
			}
			if d := pick(f.rows, paper.Words(b.Dated.String())); len(d) > 0 {
				r.is(ruleDated, pg, near(d[0].y, num[0].y), "không ngang số", "cùng dòng với số")
			}
		}
	}
	if d := pick(f.rows, paper.Words(b.Dated.String())); len(d) > 0 {
		r.styled(ruleDated, d[0], dated, false, true)
		// Of a date with a dotted place or year not all is words to measure.
		ok := dotted(b.Dated) || math.Abs(d[0].mid()-nationRow[0].mid()) < 1 || b.Dated[len(b.Dated)-1].Mark != paper.None && math.Abs(d[0].mid()-nationRow[0].mid()) < 10
		r.is(ruleDated, pg, len(d) == 1 && ok, "lệch", "giữa, dưới Quốc hiệu, một dòng")
	}
}

// urgent checks the red box of a degree of urgency and the word in its middle.
func (r *Report) urgent(p Page, pg int, u paper.Urgency, rs []row) {
	if len(rs) != 1 {
		r.is(ruleUrgency, pg, false, "không nằm trên một dòng", "một dòng trong khung")
		return
	}
	w := rs[0]
	r.styled(ruleUrgency, w, urgency, true, false)
	var top, bottom Line
	for _, l := range p.Lines {
		if l.Flat() && l.Red && l.X1 <= w.left() && l.X2 >= w.right() {
			if l.Y1 < w.y && (top == Line{} || l.Y1 > top.Y1) {
				top = l
			}
			if l.Y1 > w.y && (bottom == Line{} || l.Y1 < bottom.Y1) {
				bottom = l
			}
		}
	}
	box := fmt.Sprintf("%.0f × 8 mm", urgencyBox[u])
	r.is(ruleUrgency, pg, math.Abs(lengthOf(top)-urgencyBox[u]) < 0.2 && math.Abs(bottom.Y1-top.Y1-8) < 0.2,
		fmt.Sprintf("khung %.1f × %.1f mm", lengthOf(top), bottom.Y1-top.Y1), box)
	red := top.Red
	for _, x := range w.words {
		red = red && x.Red
	}
	r.is(ruleUrgency, pg, red, "không đỏ", "mực đỏ")
	r.is(ruleUrgency, pg, math.Abs(w.mid()-(top.X1+top.X2)/2) < 0.3, "chữ lệch", "giữa khung")
}

// centred checks that a row stands in the middle between the margins.
func (r *Report) centred(m matched, rule string, w row) {
	p := m.pages[w.page]
	mid := (marginLeft.least + p.Width - marginRight.least) / 2
	r.is(rule, w.page, math.Abs(w.mid()-mid) < 2.6, fmt.Sprintf("“%s” giữa ở %.1f mm", w.text(), w.mid()), fmt.Sprintf("%.1f mm", mid))
}

func (r *Report) title(m matched, f found, b paper.Title) {
	names, rest := split(f.rows, paper.Words(b.Name))
	for _, w := range f.rows {
		r.styled(ruleTitle, w, brief, true, false)
		if !dotted(b.About) {
			r.centred(m, ruleTitle, w)
		}
	}
	r.is(ruleTitle, f.rows[0].page, sentence(names) == strings.ToUpper(sentence(names)), sentence(names), "chữ in hoa")
	if len(rest) > 0 && !dotted(b.About) {
		r.ruled(m, ruleBriefRule, rest)
	}
}

// ruled checks the line a third to a half as long as the text above it.
func (r *Report) ruled(m matched, rule string, rs []row) {
	last := rs[len(rs)-1]
	l, ok := under(m.pages[last.page], (marginLeft.least+m.pages[last.page].Width-marginRight.least)/2, last.y)
	r.is(rule, last.page, ok, "không có", "có")
	r.in(rule, last.page, "dài so với chữ", lengthOf(l)/widest(rs), partRule, 0.02)
}

func (r *Report) annex(m matched, f found, b paper.AnnexHead) {
	rest := f.rows
	for _, t := range []struct {
		text   paper.Text
		italic bool
		upper  bool
	}{{paper.Plain(b.Label), false, false}, {paper.Plain(b.Title), false, true}, {b.About, false, false}, {b.Attached, true, false}} {
		if t.text.Empty() {
			continue
		}
		var rs []row
		rs, rest = split(rest, paper.Words(t.text.String()))
		for _, w := range rs {
			r.styled(ruleAnnex, w, brief, !t.italic, t.italic)
		}
		if t.upper {
			r.is(ruleAnnex, rs[0].page, sentence(rs) == strings.ToUpper(sentence(rs)), sentence(rs), "chữ in hoa")
		}
	}
}
