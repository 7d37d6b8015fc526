package form

import (
	"thidua/model/paper"
	"thidua/model/when"
)

// Guidance is the facts of `huong-dan`: what the office tells the bodies about the
// awards of a movement — standards, numbers, papers, days.
type Guidance struct {
	Frame
	Movement Movement
	Plan     Reference // the plan it carries out
	Awards   []GuidedAward
	Contact  string // "Phòng Thi đua - Khen thưởng, điện thoại …"
}

// GuidedAward is one award of the movement.
type GuidedAward struct {
	Award
	Phase string // "hằng năm", "khi tổng kết phong trào"
	// Own tells that each body gives it by its own authority: no dossier comes in.
	Own       bool
	Standards []Standard
	Quota     string // "Mỗi cơ quan, đơn vị đề nghị không quá 01 tập thể và 02 cá nhân"
	Papers    []string
	Road      []string // the steps, in order
	Sets      string   // "01 bộ (bản chính)"
	Deadline  when.Date
	When      string // in place of a day: "trước hội nghị tổng kết ít nhất 10 ngày"
}

// Standard is one tiêu chuẩn.
type Standard struct {
	Kind   Kind
	Text   string
	Ground string // "Điều 74 khoản 1 điểm a"
}

// Document is the guidance with the empty list as an annex.
func (g Guidance) Document() *paper.Document {
	const code = "huong-dan"
	f := g.facts(code)
	f.about(g.Movement)
	f.put("ke-hoach", g.Plan.cited())
	f.set("lien-he", g.Contact)
	blocks := []paper.Block{
		g.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
	}
	blocks = append(blocks, f.paragraphs(code+".mo-dau")...)
	roman := 0
	section := func(key string) {
		roman++
		blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: roman, Title: f.words(code + "." + key)})
	}
	section("muc-nguyen-tac")
	blocks = append(blocks, f.numbered(code+".nguyen-tac")...)
	section("muc-tieu-chuan")
	blocks = append(blocks, g.standards(f)...)
	section("muc-ho-so")
	blocks = append(blocks, g.papers(f)...)
	section("muc-to-chuc")
	blocks = append(blocks, ended(f.paragraphs(code+".to-chuc"))...)
	blocks = append(blocks, g.sign(f, code))

	f.attach(Reference{Kind: "Hướng dẫn", Symbol: f.words(code + ".ky-hieu"), Number: g.Head.Number, Date: g.Head.Date, Year: g.year(), Body: f.words("so-noi-vu")})
	list := NomineeList{Frame: g.Frame, Movement: g.Movement, Achievements: true}
	sheet := list.table(f, nil)
	for range 4 {
		sheet.Rows = append(sheet.Rows, emptyRow(len(sheet.Columns)))
	}
	sheet.Count()
	annex := paper.Part{Name: f.words(code + ".mau-danh-sach"), Landscape: true, Blocks: []paper.Block{
		paper.AnnexHead{Label: f.words(code + ".phu-luc"), Title: f.words(code + ".mau-danh-sach-tieu-de"), Attached: f.text("danh-sach.kem-theo")},
		sheet,
	}}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: g.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}, annex}}
}

// numbered are the lines of a text as khoản 1, 2, 3 ….
func (f *facts) numbered(key string) []paper.Block {
	var out []paper.Block
	for i, t := range f.lines(key) {
		out = append(out, paper.Clause{Number: i + 1, Text: capital(t)})
	}
	return out
}

// bullets are lines "- …;", the last closed with ".".
func bullets(texts []string) []paper.Block {
	var out []paper.Block
	for i, t := range texts {
		end := ";"
		if i == len(texts)-1 {
			end = "."
		}
		out = append(out, paper.Bullet{Text: closed(paper.Plain(t), end)})
	}
	return out
}

func (g Guidance) standards(f *facts) []paper.Block {
	const code = "huong-dan"
	var out []paper.Block
	for i, a := range g.Awards {
		f.award(a.Award)
		f.set("giai-doan", a.Phase)
		out = append(out, paper.Heading{Level: paper.LevelArabic, Number: i + 1, Title: f.words(code + ".hinh-thuc")})
		n := 0
		for _, k := range Kinds {
			var texts []string
			for _, s := range a.Standards {
				if s.Kind == k && s.Text != "" {
					t := s.Text
					if s.Ground != "" {
						t += " (" + groundOf(s.Ground) + ")"
					}
					texts = append(texts, t)
				}
			}
			if len(texts) == 0 {
				continue
			}
			n++
			f.set("loai", k.String())
			head := f.words(code + ".doi-voi")
			if len(texts) == 1 {
				out = append(out, paper.Point{Number: n, Text: closed(paper.Plain(head+" "+texts[0]), ".")})
				continue
			}
			out = append(out, paper.Point{Number: n, Text: paper.Plain(head)})
			out = append(out, bullets(texts)...)
		}
		if n == 0 {
			out = append(out, dottedLines(2))
		}
		if a.Quota != "" {
			f.set("so-luong-de-nghi", a.Quota)
			out = append(out, paper.Point{Number: n + 1, Text: closed(f.text(code+".chi-tieu"), ".")})
		}
	}
	if len(g.Awards) == 0 {
		out = append(out, dottedLines(4))
	}
	return out
}

func (g Guidance) papers(f *facts) []paper.Block {
	const code = "huong-dan"
	var out []paper.Block
	for i, a := range g.Awards {
		f.award(a.Award)
		f.set("so-bo", a.Sets)
		f.set("thoi-han", a.When)
		if !a.Deadline.IsZero() {
			f.dayOf("han", a.Deadline)
			f.put("thoi-han", f.text(code+".truoc-ngay"))
		}
		out = append(out, paper.Heading{Level: paper.LevelArabic, Number: i + 1, Title: f.words(code + ".ho-so-hinh-thuc")})
		if a.Own {
			out = append(out, f.paragraphs(code+".theo-tham-quyen")...)
			continue
		}
		out = append(out, paper.Point{Number: 1, Text: f.text(code + ".ho-so-gom")})
		if len(a.Papers) == 0 {
			out = append(out, dottedLines(2))
		}
		out = append(out, bullets(a.Papers)...)
		n := 1
		if len(a.Road) > 0 {
			n++
			out = append(out, paper.Point{Number: n, Text: f.text(code + ".trinh-tu")})
			out = append(out, bullets(a.Road)...)
		}
		out = append(out, paper.Point{Number: n + 1, Text: f.text(code + ".thoi-han-gui")})
	}
	if len(g.Awards) == 0 {
		out = append(out, dottedLines(4))
	}
	return out
}
