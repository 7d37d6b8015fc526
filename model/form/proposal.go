package form

import (
	"thidua/model/paper"
)

// Addressee tells to whom a Proposal goes, by the code of its form.
type Addressee string

// The three tờ trình. The road of an award says which it needs: the plan of the
// movement sends both higher awards through the Ủy ban Thường vụ Quốc hội, the law
// (06/2022/QH15, Điều 83.4) has the Chủ tịch UBND tỉnh propose to the Thủ tướng.
const (
	ToChairman Addressee = "to-trinh"           // Sở Nội vụ → Chủ tịch UBND tỉnh
	ToPremier  Addressee = "to-trinh-thu-tuong" // Chủ tịch UBND tỉnh → Thủ tướng Chính phủ
	ToAssembly Addressee = "to-trinh-ubtvqh"    // Chủ tịch UBND tỉnh → Ủy ban Thường vụ Quốc hội
)

// Proposal is the facts of a tờ trình: the addressee is asked to commend, or to
// pass on, everybody on the attached list.
type Proposal struct {
	Frame
	Addressee Addressee // empty: ToChairman
	Movement  Movement
	To        []string // Kính gửi; empty: from the texts
	Awards    []Award  // their order; awards not named follow as they come
	Lines     []Line
	// What came in and what appraisal made of it; zeros leave the sentence out.
	Units    int // bodies that proposed
	Dossiers int // dossiers received
	Refused  int // found not to meet the conditions, or returned
	// Minutes is the biên bản of the council that passed the list; empty while it
	// has not met.
	Minutes Reference
	// PartyOpinion is the opinion of the Ban Thường vụ Tỉnh ủy on those it manages;
	// empty for none.
	PartyOpinion Reference
	// Achievements adds the column of achievements to the list.
	Achievements bool
}

// Document is the tờ trình with its list as an annex.
func (p Proposal) Document() *paper.Document {
	code := string(p.Addressee)
	if code == "" {
		code = string(ToChairman)
	}
	f := p.facts(code)
	f.about(p.Movement)
	f.counts(p.Lines)
	f.set("so-don-vi", positive(p.Units))
	f.set("so-ho-so", positive(p.Dossiers))
	f.set("khong-dat", positive(p.Refused))
	f.put("bien-ban", p.Minutes.cited())
	f.put("y-kien-tinh-uy", p.PartyOpinion.cited())
	groups := byAward(p.Awards, p.Lines)
	about := code + ".trich-yeu-nhieu"
	body := f.paragraphs(code + ".mo-dau")
	switch len(groups) {
	case 0:
		body = append(body, f.paragraphs(code+".de-nghi")...)
	case 1:
		about = code + ".trich-yeu"
		a := awardNamed(p.Awards, groups[0].award)
		f.award(a)
		body = append(body, f.paragraphs(passedOn(code+".de-nghi", a))...)
	default:
		body = append(body, f.paragraphs(code+".de-nghi-nhieu")...)
		for i, g := range groups {
			a := awardNamed(p.Awards, g.award)
			f.award(a)
			f.counts(g.lines)
			body = append(body, paper.Clause{Number: i + 1, Text: f.text(passedOn(code+".muc", a))})
		}
		f.counts(p.Lines)
	}
	body = append(body, f.paragraphs(code+".ket")...)

	to := p.To
	if len(to) == 0 {
		to = f.strings(code + ".kinh-gui")
	}
	main := paper.Part{Name: f.words(code + ".ten"), Blocks: []paper.Block{
		p.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(about)},
		paper.Addressees{Names: to},
		f.recitals(code + ".can-cu"),
	}}
	main.Blocks = append(append(main.Blocks, ended(body)...), p.sign(f, code))

	no, sign := numberAndSign(p.Head.Number, p.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	list := NomineeList{Frame: p.Frame, Movement: p.Movement, Awards: p.Awards, Lines: p.Lines, Achievements: p.Achievements,
		Attached: Reference{Kind: "Tờ trình", Number: no, Symbol: sign, Date: p.Head.Date, Year: p.year(), Body: f.words(code + ".co-quan-ten")}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: p.author(f, code),
		Parts: []paper.Part{main, list.part(p.facts("danh-sach"))}}
}

// passedOn is the key of a sentence, that for an award the addressee passes on to
// somebody above when it is one.
func passedOn(key string, a Award) string {
	if a.Above {
		return key + "-trinh"
	}
	return key
}

// positive is a count in two figures, "" for none, which leaves its passage out.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return two(n)
}

// awardNamed finds what is known of an award; only its name when it is not listed.
func awardNamed(awards []Award, name string) Award {
	for _, a := range awards {
		if a.Name == name {
			return a
		}
	}
	return Award{Name: name}
}
