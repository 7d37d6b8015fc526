package form

import (
	"thidua/model/paper"
)

// Proposal is the facts of `to-trinh`: Sở Nội vụ asks the Chủ tịch UBND tỉnh to
// commend, or to pass on, everybody on the attached list.
type Proposal struct {
	Frame
	Movement Movement
	To       []string // Kính gửi; empty: from the texts
	Awards   []Award  // their order; awards not named follow as they come
	Lines    []Line
	// What came in and what appraisal made of it; zeros leave the sentence out.
	Units    int // bodies that proposed
	Dossiers int // dossiers received
	Refused  int // found not to meet the conditions, or returned
	// Minutes is the biên bản of the council that passed the list; empty while it
	// has not met.
	Minutes Reference
	// Achievements adds the column of achievements to the list.
	Achievements bool
}

// Document is the tờ trình with its list as an annex.
func (p Proposal) Document() *paper.Document {
	const code = "to-trinh"
	f := p.facts(code)
	f.about(p.Movement)
	f.counts(p.Lines)
	f.set("so-don-vi", positive(p.Units))
	f.set("so-ho-so", positive(p.Dossiers))
	f.set("khong-dat", positive(p.Refused))
	f.put("bien-ban", p.Minutes.cited())
	groups := byAward(p.Awards, p.Lines)
	about := code + ".trich-yeu-nhieu"
	if len(groups) == 1 {
		about = code + ".trich-yeu"
	}
	body := f.paragraphs(code + ".mo-dau")
	var first Award
	for i, g := range groups {
		a := awardNamed(p.Awards, g.award)
		if i == 0 {
			first = a
		}
		f.award(a)
		f.counts(g.lines)
		key := code + ".muc"
		if a.Above {
			key = code + ".muc-trinh"
		}
		body = append(body, paper.Clause{Number: i + 1, Text: f.text(key)})
	}
	f.counts(p.Lines)
	f.award(first)
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
		Attached: Reference{Kind: "Tờ trình", Number: no, Symbol: sign, Date: p.Head.Date, Year: p.year(), Body: f.words("so-noi-vu")}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: p.author(f, code),
		Parts: []paper.Part{main, list.part(p.facts("danh-sach"))}}
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
