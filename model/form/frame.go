package form

import (
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// facts begins the facts of a paper: what all texts may name.
func (fr Frame) facts(code string) *facts {
	f := newFacts(fr)
	if f.day.IsZero() {
		f.day = fr.Head.Date
	}
	f.put("nam", yearText(fr.year()))
	f.put("so-van-ban", fr.numberOf(f, code))
	f.put("ngay-van-ban", fr.dateOf())
	return f
}

// year is the one printed while the date is blank; 0 when nobody knows.
func (fr Frame) year() int {
	switch {
	case !fr.Head.Date.IsZero():
		return fr.Head.Date.Year()
	case fr.Head.Year > 0:
		return fr.Head.Year
	}
	return fr.Day.Year()
}

func yearText(y int) paper.Text {
	if y == 0 {
		return paper.DotsFor(6)
	}
	return paper.Plain(itoa(y))
}

// dateOf is "ngày … tháng … năm 2026" of the paper itself.
func (fr Frame) dateOf() paper.Text {
	return dateText(fr.Head.Date, fr.year())
}

// dateText writes a day in words; what is not known is room for the hand.
func dateText(d when.Date, year int) paper.Text {
	if d.IsZero() {
		return paper.DateOf(year, 0, 0)
	}
	return paper.DateOf(d.Year(), d.Month(), d.Day())
}

// numberOf is " 15/TTr-SNV" of the paper itself, with room while there is none.
func (fr Frame) numberOf(f *facts, code string) paper.Text {
	no, sign := numberAndSign(fr.Head.Number, fr.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	return paper.NumberOf(no, sign)
}

// numberAndSign divides "15/TTr-SNV" unless the sign is given apart.
func numberAndSign(number, sign string) (no, s string) {
	number, sign = viet.Clean(number), strings.Trim(viet.Clean(sign), "/")
	if before, after, ok := strings.Cut(number, "/"); ok {
		return viet.Clean(before), viet.Clean(after)
	}
	return number, sign
}

// head is the head of a paper with number and date.
func (fr Frame) head(f *facts, code string) paper.Head {
	h := fr.bareHead(f, code)
	h.Number = paper.Join(paper.Plain("Số:"), fr.numberOf(f, code))
	h.Dated, h.Urgency = fr.dated(f), fr.Head.Urgency
	return h
}

// dated is "Khánh Hòa, ngày … tháng … năm …".
func (fr Frame) dated(f *facts) paper.Text {
	place := viet.Clean(fr.Head.Place)
	if place == "" {
		place = f.words("dia-danh")
	}
	return paper.Join(paper.Plain(place+", "), fr.dateOf())
}

// datedAbove is place and day on a line of their own at the right, for a paper
// whose signers stand side by side in columns too narrow for it.
func datedAbove(t paper.Text) paper.Block {
	return paper.Paragraph{Text: italic(t), Align: paper.Right, NoIndent: true, KeepNext: true}
}

// bareHead is the head without number and date, as a biên bản has it.
func (fr Frame) bareHead(f *facts, code string) paper.Head {
	h := paper.Head{Parent: split(fr.Head.Parent), Issuer: split(fr.Head.Body)}
	if fr.Head.Parent == "" && len(h.Issuer) == 0 {
		h.Parent = f.strings(code + ".co-quan-tren")
	}
	if fr.Head.Parent == "-" {
		h.Parent = nil
	}
	if len(h.Issuer) == 0 {
		h.Issuer = f.strings(code + ".co-quan")
	}
	// "UBND TỈNH X" over "SỞ Y TẾ": the province is not said twice.
	if n := len(h.Issuer) - 1; n >= 0 && len(h.Parent) > 0 {
		_, of, _ := strings.Cut(h.Parent[len(h.Parent)-1], " ")
		if strings.HasPrefix(of, "TỈNH ") || strings.HasPrefix(of, "THÀNH PHỐ ") {
			h.Issuer[n] = strings.TrimSuffix(h.Issuer[n], " "+of)
		}
	}
	return h
}

func split(s string) []string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if l = viet.Clean(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// sign is the end of a paper.
func (fr Frame) sign(f *facts, code string) paper.Sign {
	s := paper.Sign{Recipients: fr.Sign.Recipients, Signers: []paper.Signer{{Post: fr.Sign.Authority, Name: f.nameOf(code+".ky", fr.Sign.Name)}}}
	if len(s.Recipients) == 0 {
		s.Recipients = f.strings(code + ".noi-nhan")
	}
	if len(s.Signers[0].Post) == 0 {
		s.Signers[0].Post = f.strings(code + ".ky")
	}
	return s
}

// author is the office named in a file's properties.
func (fr Frame) author(f *facts, code string) string {
	if a := strings.Join(fr.bareHead(f, code).Issuer, " "); a != "" {
		return a
	}
	return f.words("so-noi-vu") // a paper a unit writes itself, of a unit not told
}

// about puts the movement into the facts: {phong-trao}, {thanh-tich}, {can-cu-phong-trao}.
func (f *facts) about(m Movement) {
	name := quoted(m.Name)
	f.set("ten-phong-trao", name)
	f.set("thanh-tich", m.Merit)
	if m.Merit == "" && name != "" {
		f.put("thanh-tich", f.text("thanh-tich-phong-trao"))
	}
	var basis []string
	for _, b := range m.Basis {
		if b = viet.Clean(b); b != "" {
			basis = append(basis, "Căn cứ "+b)
		}
	}
	f.list("can-cu-phong-trao", basis)
	f.set("phong-trao-tu", m.From.Office())
	f.set("phong-trao-den", m.Last.Office())
}

// quoted puts a movement's name in quotes unless it brings its own.
func quoted(name string) string {
	name = viet.Clean(name)
	if name == "" || strings.ContainsAny(name, "“\"") {
		return name
	}
	return "“" + name + "”"
}

// recitals are the căn cứ of a form.
func (f *facts) recitals(key string) paper.Recitals { return paper.Recitals{Items: f.lines(key)} }

// paragraphs are the lines of a text as body paragraphs.
func (f *facts) paragraphs(key string) []paper.Block {
	var out []paper.Block
	for _, t := range f.lines(key) {
		out = append(out, paper.Paragraph{Text: capital(t)})
	}
	return out
}

// ended closes the last paragraph of a paper with "./.".
func ended(blocks []paper.Block) []paper.Block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if p, ok := blocks[i].(paper.Paragraph); ok {
			p.Text = paper.Ended(p.Text)
			blocks[i] = p
			break
		}
	}
	return blocks
}
