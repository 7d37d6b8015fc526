package form

import (
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
)

// Decision is the facts of `quyet-dinh`: one award given to everybody of its list.
type Decision struct {
	Frame
	Movement Movement
	Award    Award
	Lines    []Line
	// Proposals are the tờ trình it rests on, in the order they are cited: of the
	// bodies concerned, of Sở Nội vụ. Empty: a draft of Sở Nội vụ's, to be filled in.
	Proposals []Reference
	// Reason is what the award is given for; empty: that of the movement.
	Reason string
	// Money adds the article on the money, whose sums are those of the lines.
	Money bool
	Fund  string // what it is paid from; empty: from the texts
	// Agencies are heads named in the last article beside those of the texts:
	// "Giám đốc Sở Tư pháp".
	Agencies []string
}

// Document is the decision with its list as an annex.
func (d Decision) Document() *paper.Document {
	const code = "quyet-dinh"
	f := d.facts(code)
	f.about(d.Movement)
	f.counts(d.Lines)
	f.award(d.Award)
	if d.Reason != "" {
		f.set("thanh-tich", d.Reason)
	}
	f.put("de-nghi", d.proposals(f))
	f.set("thu-truong-lien-quan", strings.Join(d.Agencies, ", "))
	f.set("quy", d.Fund)
	if d.Fund == "" {
		f.put("quy", f.text("quy-khen-thuong"))
	}

	articles := []paper.Text{f.text(code + ".dieu-1")}
	if d.Money {
		f.rewards(d.Lines)
		articles = append(articles, f.text(code+".dieu-tien-thuong"))
	}
	last := len(articles) + 1
	f.set("dieu-cuoi", itoa(last))
	articles = append(articles, paper.Ended(f.text(code+".dieu-thi-hanh")))

	blocks := []paper.Block{
		d.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		paper.Banner{Lines: f.strings(code + ".tham-quyen")},
		f.recitals(code + ".can-cu"),
		paper.Banner{Lines: f.strings(code + ".quyet-dinh")},
	}
	for i, t := range articles {
		blocks = append(blocks, paper.Article{Number: i + 1, Text: t})
	}
	blocks = append(blocks, d.sign(f, code))
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: d.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}, d.list(f)}}
}

// proposals is the căn cứ "Theo đề nghị của …".
func (d Decision) proposals(f *facts) paper.Text {
	refs := d.Proposals
	if len(refs) == 0 {
		refs = []Reference{{Kind: "Tờ trình", Symbol: f.words("to-trinh.ky-hieu"), Year: d.year(), Body: f.words("giam-doc-so-noi-vu")}}
	}
	var ts []paper.Text
	for _, r := range refs {
		who := r.Body
		if who == "" {
			who = f.words("giam-doc-so-noi-vu")
		}
		r.Body = ""
		ts = append(ts, paper.Join(paper.Plain(who+" tại "), r.cited()))
	}
	return joined(ts, " và ")
}

// list is the annex: not a table but numbered lines, as decisions print it, each
// closed with ";", the last with "./.".
func (d Decision) list(f *facts) paper.Part {
	const code = "quyet-dinh"
	no, sign := numberAndSign(d.Head.Number, d.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Quyết định", Number: no, Symbol: sign, Date: d.Head.Date, Year: d.year(), Body: f.words("chu-tich")})
	blocks := []paper.Block{paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(code + ".danh-sach-trich-yeu"), Attached: f.text("danh-sach.kem-theo")}}
	groups := byKind(d.Lines)
	for i, g := range groups {
		blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: i + 1, Title: capitalWord(g.kind.String())})
		for j, l := range g.lines {
			t := closed(f.official(l.entry(f)), ";")
			if i == len(groups)-1 && j == len(g.lines)-1 {
				t = closed(t, "./.")
			}
			blocks = append(blocks, paper.Clause{Number: j + 1, Text: t})
		}
	}
	if len(groups) == 0 {
		blocks = append(blocks, paper.Clause{Number: 1, Text: paper.DotsFor(0)})
	}
	return paper.Part{Name: f.words("danh-sach.ten"), Blocks: append(blocks, paper.Rule{})}
}

// closed ends a line of a list, in place of the punctuation it brings.
func closed(t paper.Text, end string) paper.Text {
	out := append(paper.Text(nil), t...)
	if n := len(out) - 1; n >= 0 && out[n].Mark == paper.None {
		out[n].Words = strings.TrimRight(out[n].Words, " .;,/") + end
		return out
	}
	return append(out, paper.Run{Words: end})
}

// official writes out the short names that a decision must not use.
func (f *facts) official(t paper.Text) paper.Text {
	return mapWords(t, func(s string) string {
		for _, l := range f.listed("viet-day-du") {
			if short, long, ok := strings.Cut(l, "="); ok {
				s = replaceWords(s, viet.Clean(short), viet.Clean(long))
			}
		}
		return s
	})
}

// rewards puts the money of the lines into the facts: {muc-thuong}, {tong-tien},
// {tong-tien-chu}; nothing of it while a line has no sum yet.
func (f *facts) rewards(lines []Line) {
	var parts []string
	var sum int64
	for _, g := range byKind(lines) {
		each := g.lines[0].Money
		for _, l := range g.lines {
			sum += l.Money
			if l.Money == 0 {
				return
			}
			if l.Money != each {
				each = 0
			}
		}
		if each > 0 {
			parts = append(parts, viet.Thousands(each)+" đồng/"+g.kind.String())
		}
	}
	if sum == 0 {
		return
	}
	f.set("muc-thuong", strings.Join(parts, "; "))
	f.set("tong-tien", viet.Thousands(sum))
	f.set("tong-tien-chu", viet.MoneyWords(sum))
}
