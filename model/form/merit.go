package form

import "thidua/model/paper"

// Merit is the facts of `bao-cao-thanh-tich`: what a nominee says of itself. The
// form differs for a collective, a household and an individual, and a thematic
// one (for a movement) is shorter and has no tables of past awards.
type Merit struct {
	Frame    // of the nominee's unit
	Movement Movement
	Subject  Subject
	Thematic bool
	Period   string // "từ năm 2024 đến năm 2026"; for a yearly merit
	// Unit's head, the head of the unit above and the head of the body that submits.
	UnitHead, AboveHead, SubmitHead string
}

// Document is the report, with dotted lines for what the dossier does not hold.
func (m Merit) Document() *paper.Document {
	const code = "bao-cao-thanh-tich"
	f := m.facts(code)
	f.about(m.Movement)
	f.subject(m.Subject)
	f.set("thoi-gian", m.Period)
	x := m.Subject
	about := code + ".trich-yeu"
	if m.Thematic {
		about = code + ".trich-yeu-chuyen-de"
	}
	blocks := []paper.Block{
		m.unitHead(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(about)},
		f.labelled(code+".ten-"+string(x.kindOr()), x.selfCalled()).Fields,
		paper.Heading{Level: paper.LevelRoman, Number: 1, Title: f.words(code + ".muc-1-" + string(x.kindOr()))},
	}
	switch x.kindOr() {
	case Collective:
		blocks = append(blocks,
			paper.Heading{Level: paper.LevelArabic, Number: 1, Title: f.words(code + ".dac-diem")},
			f.labelled(code+".dac-diem-truong", x.Seat, x.Phone, x.Web, x.Founded, x.Structure, positive(x.Staff)).Fields,
			paper.Heading{Level: paper.LevelArabic, Number: 2, Title: f.words(code + ".chuc-nang")})
		blocks = append(blocks, narrative([]string{x.Duties}, 3)...)
	case Household:
		blocks = append(blocks, f.labelled(code+".truong-ho", x.Name, x.bornWords(), x.Address, positive(x.Members), x.Duties, x.Phone).Fields)
	default:
		blocks = append(blocks, f.labelled(code+".truong-ca-nhan", x.withTitle(), x.OtherNames, x.bornWords(), sexWord(x.Gender), x.Ethnicity, x.Home, x.Residence,
			x.Unit, x.Post, x.PartyPost, x.Education, x.Degrees, x.Phone).Fields)
	}
	blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: 2, Title: f.words(code + ".muc-2")})
	deeds := x.Deeds
	if len(deeds) == 0 && x.Achievement != "" {
		deeds = []string{x.Achievement}
	}
	n := 0
	section := func(key string, text []string, dotted int) {
		n++
		blocks = append(blocks, paper.Heading{Level: paper.LevelArabic, Number: n, Title: f.words(code + key)})
		blocks = append(blocks, narrative(text, dotted)...)
	}
	if x.kindOr() == Individual {
		section(".nhiem-vu", []string{x.Duties}, 3)
	}
	if m.Thematic {
		section(".thanh-tich-chuyen-de", deeds, 6)
	} else {
		section(".thanh-tich", deeds, 8)
	}
	section(".bien-phap", x.Methods, 4)
	section(".hieu-qua", x.Effects, 4)
	if x.kindOr() == Individual {
		blocks = append(blocks, f.paragraphs(code+".cam-ket")...)
	}
	if !m.Thematic {
		blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: 3, Title: f.words(code + ".muc-3")})
		blocks = append(blocks, f.honours(x.Held)...)
	}
	left, right := f.signer(code+".ky-trai-"+string(x.kindOr()), m.AboveHead), f.signer(code+".ky-"+string(x.kindOr()), x.signName())
	switch x.kindOr() {
	case Collective:
		right.Name = m.UnitHead
	case Individual:
		left.Name = m.UnitHead
	}
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{left, right}},
		paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trinh", m.SubmitHead)}, Middle: true})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: m.author(f, code),
		Parts: []paper.Part{{Name: x.Name, Blocks: blocks}}}
}
