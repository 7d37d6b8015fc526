package form

import "thidua/model/paper"

// Summary is the facts of `tom-tat`: one page on one nominee.
type Summary struct {
	Frame    // of the unit that proposes
	Movement Movement
	Subject  Subject
	Proposer string // name of the head who confirms
}

// Document is the summary.
func (s Summary) Document() *paper.Document {
	const code = "tom-tat"
	f := s.facts(code)
	f.about(s.Movement)
	f.subject(s.Subject)
	x := s.Subject
	blocks := []paper.Block{
		s.unitHead(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
	}
	switch x.Kind {
	case Collective:
		blocks = append(blocks, f.labelled(code+".thong-tin-tap-the", x.Name, x.Unit, x.Seat, positive(x.Staff), x.Duties).Fields)
	case Household:
		blocks = append(blocks, f.labelled(code+".thong-tin-ho", x.Name, x.Address, positive(x.Members), x.Duties).Fields)
	default:
		blocks = append(blocks, f.labelled(code+".thong-tin-ca-nhan", x.withTitle(), x.bornWords(), sexWord(x.Gender), x.Ethnicity, x.Home,
			f.postAndUnit(x.Post, x.Unit), x.Education).Fields)
		t := &paper.Table{Columns: []paper.Column{{Share: 32, Align: paper.Centre}, {Share: 68}}, Head: []paper.Row{f.headRow("cot.thoi-gian", "cot.cong-tac")}}
		for _, c := range x.Career {
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{Text: filled(c.When)}, {Text: filled(c.What)}}})
		}
		if len(x.Career) == 0 {
			t.Rows = append(t.Rows, emptyRow(2), emptyRow(2))
		}
		blocks = append(blocks, paper.Heading{Level: paper.LevelArabic, Number: 1, Title: f.words(code + ".muc-qua-trinh")}, t)
	}
	n := 1
	if x.Kind == Individual {
		n = 2
	}
	deeds := x.Deeds
	if len(deeds) == 0 && x.Achievement != "" {
		deeds = []string{x.Achievement}
	}
	blocks = append(blocks, paper.Heading{Level: paper.LevelArabic, Number: n, Title: f.words(code + ".muc-thanh-tich")})
	blocks = append(blocks, narrative(deeds, 8)...)
	if len(x.Held) > 0 {
		blocks = append(blocks, paper.Heading{Level: paper.LevelArabic, Number: n + 1, Title: f.words(code + ".muc-khen-thuong")})
		for _, h := range x.Held {
			blocks = append(blocks, paper.Bullet{Text: paper.Plain(h.said() + ".")})
		}
	}
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", s.Proposer), f.signer(code+".ky-"+string(x.kindOr()), x.signName())}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: s.author(f, code),
		Parts: []paper.Part{{Name: x.Name, Blocks: blocks}}}
}

// unitHead is the head of a paper a unit writes itself: no number; place and day
// left to the pen where they are not given.
func (fr Frame) unitHead(f *facts, code string) paper.Head {
	h := fr.bareHead(f, code)
	if len(h.Issuer) == 0 {
		h.Issuer = []string{dotsWord}
	}
	place := paper.Plain(fr.Head.Place)
	if fr.Head.Place == "" {
		place = paper.DotsFor(12)
	}
	h.Dated = paper.Join(place, paper.Plain(", "), fr.dateOf())
	return h
}

// dotsWord stands where a name in capitals would: heads hold words only.
const dotsWord = "……………………"

// withTitle is the name with its rank or degree, without Ông or Bà, as forms ask.
func (l Line) withTitle() string {
	if l.Honorific != "" && l.Name != "" {
		return l.Honorific + " " + l.Name
	}
	return l.Name
}

// selfCalled is withTitle, a household as such: "Hộ bà …".
func (l Line) selfCalled() string {
	if l.Kind == Household {
		return l.called()
	}
	return l.withTitle()
}

// kindOr is the kind, an individual when it is not told.
func (l Line) kindOr() Kind {
	if l.Kind == "" {
		return Individual
	}
	return l.Kind
}

// signName is who signs for themselves: an individual or the head of a household.
func (l Line) signName() string {
	if l.kindOr() == Individual {
		return l.Name
	}
	return ""
}
