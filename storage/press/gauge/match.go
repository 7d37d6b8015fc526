package gauge

import (
	"strconv"
	"strings"

	"thidua/model/paper"
)

// found is a block of the document with the words it became.
type found struct {
	block paper.Block
	part  int
	rows  []row
}

// row is what stands on one line of one page.
type row struct {
	page  int // in the file, from 0
	y     float64
	words []Word
}

func (r row) left() float64  { return r.words[0].X }
func (r row) right() float64 { return r.words[len(r.words)-1].Right() }
func (r row) mid() float64   { return (r.left() + r.right()) / 2 }

func (r row) text() string {
	var s []string
	for _, w := range r.words {
		s = append(s, w.Text)
	}
	return strings.Join(s, " ")
}

// matched is the whole document found on its pages.
type matched struct {
	doc     *paper.Document
	pages   []Page
	blocks  []found
	partOf  []int   // part of each page
	inPart  []int   // number of each page in its part, from 1
	numbers []*Word // page number printed on each page, nil for none
	lost    string  // the first word that is not where the document has it
}

// match walks document and pages together. Page numbers and repeated heading rows
// are the only words of a page that are not in the document.
func match(doc *paper.Document, pages []Page) matched {
	m := matched{doc: doc, pages: pages, partOf: make([]int, len(pages)), inPart: make([]int, len(pages)), numbers: make([]*Word, len(pages))}
	pg, at := 0, 0
	take := make([][]Word, len(pages))
	for i, p := range pages {
		for k := range p.Words {
			w := p.Words[k]
			if n, err := strconv.Atoi(w.Text); err == nil && n > 1 && k == 0 && w.Y < marginTop.least {
				m.numbers[i] = &p.Words[k]
				continue
			}
			// A bar divides words, as it divides the cells of an Outline.
			for _, part := range strings.FieldsFunc(w.Text, func(r rune) bool { return r == '|' }) {
				w.Text = part
				take[i] = append(take[i], w)
			}
		}
	}
	for pi, part := range doc.Parts {
		if pi > 0 {
			pg, at = pg+1, 0
		}
		start := pg
		for _, b := range part.Blocks {
			f := found{block: b, part: pi}
			head := headWords(b)
			ws := blockWords(b)
			parted := ""
			var lead []Word // marks before a word: the dash of a bullet
			for k := 0; k < len(ws); {
				for pg < len(pages) && at >= len(take[pg]) {
					pg, at = pg+1, 0
					if k > 0 && pg < len(pages) && !beginsWith(ws[k:], head) {
						at = begins(take[pg], head)
					}
				}
				if pg >= len(pages) {
					m.lost = ws[k]
					return m
				}
				w := take[pg][at]
				at++
				if !wordy(w.Text) {
					if n := len(f.rows) - 1; n >= 0 && f.rows[n].page == pg && near(f.rows[n].y, w.Y) && w.X >= f.rows[n].right()-0.1 {
						f.rows[n].words = append(f.rows[n].words, w)
					} else {
						lead = append(lead, w)
					}
					continue
				}
				// A word wider than its column is parted: its parts follow one another.
				parted += w.Text
				switch {
				case trim(parted) == ws[k]:
					parted = ""
					k++
				case !strings.HasPrefix(ws[k], trim(parted)):
					m.lost = ws[k]
					return m
				}
				if n := len(f.rows) - 1; n >= 0 && f.rows[n].page == pg && near(f.rows[n].y, w.Y) && w.X >= f.rows[n].right()-0.1 {
					f.rows[n].words = append(f.rows[n].words, w)
				} else {
					r := row{page: pg, y: w.Y}
					if n := len(lead) - 1; n >= 0 && near(lead[n].Y, w.Y) && lead[n].Right() <= w.X {
						r.words = append(r.words, lead[n])
					}
					f.rows = append(f.rows, row{page: pg, y: w.Y, words: append(r.words, w)})
				}
				lead = lead[:0]
			}
			// Marks after the last word on its line: the "-" and ")" of a date.
			for pg < len(pages) && at < len(take[pg]) && !wordy(take[pg][at].Text) {
				w := take[pg][at]
				n := len(f.rows) - 1
				if n < 0 || f.rows[n].page != pg || !near(f.rows[n].y, w.Y) || w.X < f.rows[n].right()-0.1 {
					break
				}
				f.rows[n].words = append(f.rows[n].words, w)
				at++
			}
			m.blocks = append(m.blocks, f)
		}
		for i := start; i <= pg && i < len(pages); i++ {
			m.partOf[i], m.inPart[i] = pi, i-start+1
		}
	}
	return m
}

func near(a, b float64) bool { return a-b < 0.05 && b-a < 0.05 }

// trim leaves of a word what paper.Words leaves of it.
func trim(s string) string {
	ws := paper.Words(s)
	if len(ws) == 0 {
		return ""
	}
	return ws[0]
}

func wordy(s string) bool { return len(paper.Words(s)) > 0 && strings.Trim(s, ".") != "" }

func blockWords(b paper.Block) []string {
	return paper.Words(paper.Outline(&paper.Document{Parts: []paper.Part{{Blocks: []paper.Block{b}}}}))
}

func headWords(b paper.Block) []string {
	t, ok := b.(*paper.Table)
	if !ok {
		return nil
	}
	only := *t
	only.Rows = nil
	return blockWords(&only)
}

// begins tells how many words of a page its repeated heading rows are; 0 for none.
func begins(ws []Word, head []string) int {
	if len(head) == 0 {
		return 0
	}
	n := 0
	for _, h := range head {
		for n < len(ws) && !wordy(ws[n].Text) {
			n++
		}
		if n >= len(ws) || trim(ws[n].Text) != h {
			return 0
		}
		n++
	}
	return n
}

func beginsWith(ws, head []string) bool {
	if len(head) == 0 || len(ws) < len(head) {
		return false
	}
	for i, h := range head {
		if ws[i] != h {
			return false
		}
	}
	return true
}
