package form

import (
	"strings"

	"thidua/model/paper"
)

// Amendment is the facts of `quyet-dinh-huy-bo` and `quyet-dinh-dieu-chinh`: the
// decision that takes honours of an earlier one back, or corrects how it writes
// them (Luật 06/2022/QH15, Điều 93). No decree lays its wording down; the layout is
// that of every individual decision.
type Amendment struct {
	Frame
	Movement Movement
	Award    Award
	Of       Reference // the decision it changes, without its body when that is the one who signs
	Lines    []Line    // as they stand, or as they are to stand
	// Was are the same lines as the earlier decision has them; for a correction.
	Was    []Line
	Ground string // the case of Điều 93.2, in words
	Reason string
	// Corrects tells a correction from a revocation.
	Corrects bool
	// Money tells that money went with the award and is to be paid back.
	Money bool
}

// Document is the decision, its list in the articles themselves when it is short
// enough for one line, else as an annex.
func (a Amendment) Document() *paper.Document {
	code := "quyet-dinh-huy-bo"
	if a.Corrects {
		code = "quyet-dinh-dieu-chinh"
	}
	f := a.facts(code)
	f.about(a.Movement)
	f.counts(a.Lines)
	f.award(a.Award)
	f.put("quyet-dinh-goc", a.Of.cited())
	f.set("truong-hop", a.Ground)
	f.set("ly-do", strings.TrimRight(a.Reason, " ."))
	f.put("de-nghi", Decision{Frame: a.Frame}.proposals(f))
	articles := []paper.Text{f.text(code + ".dieu-1")}
	if !a.Corrects {
		articles = append(articles, f.text(code+".dieu-thu-hoi"))
		if a.Money {
			articles = append(articles, f.text(code+".dieu-tien"))
		}
	}
	f.set("dieu-cuoi", itoa(len(articles)+1))
	articles = append(articles, paper.Ended(f.text(code+".dieu-thi-hanh")))
	blocks := []paper.Block{
		a.head(f, code),
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		paper.Banner{Lines: f.strings(code + ".tham-quyen")},
		f.recitals(code + ".can-cu"),
		paper.Banner{Lines: f.strings(code + ".quyet-dinh")},
	}
	for i, t := range articles {
		blocks = append(blocks, paper.Article{Number: i + 1, Text: t})
	}
	blocks = append(blocks, a.sign(f, code))
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: a.author(f, code),
		Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}, a.list(f, code)}}
}

// list is the annex: who loses the award, or how each line was written and is to be.
func (a Amendment) list(f *facts, code string) paper.Part {
	no, sign := numberAndSign(a.Head.Number, a.Head.Symbol)
	if sign == "" {
		sign = f.words(code + ".ky-hieu")
	}
	f.attach(Reference{Kind: "Quyết định", Number: no, Symbol: sign, Date: a.Head.Date, Year: a.year(), Body: f.words("chu-tich")})
	t := &paper.Table{Columns: []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 72}, {Share: 20, Align: paper.Centre}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.tap-the-ca-nhan", "cot.so-vang")}}
	if a.Corrects {
		t.Columns = []paper.Column{{Share: 8, Align: paper.Centre}, {Share: 46}, {Share: 46}}
		t.Head = []paper.Row{f.headRow("cot.tt", "cot.da-ghi", "cot.nay-ghi")}
	}
	for i, l := range a.Lines {
		cells := []paper.Cell{{}, {Text: f.official(l.entry(f))}, {Text: paper.Plain(l.Golden)}}
		if a.Corrects {
			was := paper.DotsFor(0)
			if i < len(a.Was) {
				was = f.official(a.Was[i].entry(f))
			}
			cells = []paper.Cell{{}, {Text: was}, {Text: f.official(l.entry(f))}}
		}
		t.Rows = append(t.Rows, paper.Row{Cells: cells})
	}
	numberedOrEmpty(t)
	return paper.Part{Name: f.words("danh-sach.ten"), Blocks: []paper.Block{
		paper.AnnexHead{Title: f.words("danh-sach.tieu-de"), About: f.text(code + ".danh-sach-trich-yeu"), Attached: f.text("danh-sach.kem-theo")},
		t,
	}}
}
