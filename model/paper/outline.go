package paper

import (
	"strings"
	"unicode"
)

// Outline is the document as plain text in reading order, one block after
// another: what a golden file keeps. Lines beginning with "══" divide the parts,
// "───" is a rule, "|" divides the cells of a row, "……" is a dotted line. Page
// numbers and repeated heading rows are not in it.
func Outline(d *Document) string {
	var b strings.Builder
	for i, p := range d.Parts {
		if i > 0 || p.Landscape || p.Name != "" {
			b.WriteString("══ " + p.Name)
			if p.Landscape {
				b.WriteString(" (ngang)")
			}
			b.WriteString("\n")
		}
		for _, bl := range p.Blocks {
			for _, l := range outlineBlock(bl) {
				b.WriteString(strings.TrimRight(l, " \n"))
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// Words are the words of an Outline without its marks: what any face of the
// document must give back, in this order.
func Words(outline string) []string {
	var ws []string
	for _, line := range strings.Split(outline, "\n") {
		if strings.HasPrefix(line, "══") {
			continue
		}
		for _, w := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("…☐☑|─", r) }) {
			if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				ws = append(ws, w)
			}
		}
	}
	return ws
}

func outlineBlock(b Block) []string {
	switch b := b.(type) {
	case Head:
		return outlineHead(b)
	case Columns:
		var ls []string
		for _, c := range b.Cells {
			ls = append(ls, c.Text.String())
		}
		return ls
	case Title:
		ls := []string{b.Name}
		if !b.About.Empty() {
			ls = append(ls, b.About.String(), "───")
		}
		return ls
	case AnnexHead:
		return append(lines(Plain(b.Label), Plain(b.Title), b.About, b.Attached), "───")
	case Banner:
		return b.Lines
	case Recitals:
		var ls []string
		for _, t := range b.Closed() {
			ls = append(ls, t.String())
		}
		return ls
	case Addressees:
		var ls []string
		for _, t := range b.Set() {
			ls = append(ls, t.String())
		}
		return ls
	case Paragraph:
		return []string{b.Text.String()}
	case Heading:
		if b.Level <= LevelSection {
			return lines(Plain(b.Label()), Plain(b.Title))
		}
		return []string{b.Set().String()}
	case Article:
		return []string{b.Set().String()}
	case Clause:
		return []string{b.Set().String()}
	case Point:
		return []string{b.Set().String()}
	case Bullet:
		return []string{b.Set().String()}
	case Fields:
		var ls []string
		for _, f := range b.Items {
			ls = append(ls, f.Set().String())
		}
		return ls
	case *Table:
		return outlineTable(b)
	case Sign:
		return outlineSign(b)
	case Rule:
		return []string{"───"}
	case Space:
		return []string{""}
	case PageBreak:
		return []string{"", ""}
	case Certificate:
		var ls []string
		for _, f := range b.Fields {
			ls = append(ls, f.Text.String())
		}
		return ls
	}
	return nil
}

func lines(ts ...Text) []string {
	var ls []string
	for _, t := range ts {
		if !t.Empty() {
			ls = append(ls, t.String())
		}
	}
	return ls
}

// outlineHead reads row by row, as the head's two rows of two boxes stand: the
// bodies and Quốc hiệu, then the number and the date.
func outlineHead(h Head) []string {
	ls := append(append([]string(nil), h.Parent...), h.Issuer...)
	if len(h.Issuer) > 0 {
		ls = append(ls, "───")
	}
	ls = append(ls, Nation, Motto, "───")
	return append(ls, lines(h.Number, h.About, Plain(h.Urgency.String()), h.Dated)...)
}

func outlineTable(t *Table) []string {
	var ls []string
	row := func(r Row) {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = strings.ReplaceAll(c.Text.String(), "\n", " ")
		}
		ls = append(ls, "| "+strings.Join(cells, " | ")+" |")
	}
	for _, r := range t.Head {
		row(r)
	}
	if t.Numbered {
		row(t.NumberRow())
	}
	for _, r := range t.Rows {
		row(r)
	}
	return ls
}

func outlineSign(s Sign) []string {
	var ls []string
	to := s.RecipientLines()
	if len(s.Signers) == 1 {
		ls = append(ls, to...)
	}
	for _, g := range s.Signers {
		ls = append(ls, lines(g.Dated)...)
		ls = append(ls, g.Post...)
		ls = append(ls, lines(Plain(g.Note))...)
		ls = append(ls, g.Held...)
		ls = append(ls, lines(Plain(g.Name))...)
	}
	if len(s.Signers) != 1 {
		ls = append(ls, to...)
	}
	return ls
}
