package form

import (
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Ranking is the facts of `bang-xep-hang`: the places of one cluster or block in a
// year, with what told units of the same score apart.
type Ranking struct {
	Frame
	Movement Movement
	Cluster  string // "Khối thi đua các sở, ban, ngành"
	Area     bool   // a cụm, else a khối
	Head     string // the unit that heads it and signs; "" when none was named
	Year     int
	ByShare  bool     // compared by the share of what could be reached
	Chain    []string // tie-breaks in their order
	Source   string   // minutes the votes stand in
	Closed   when.Date
	Rows     []RankedRow
}

// RankedRow is one unit. Scores are as tables write them: "97,5".
type RankedRow struct {
	Place                   int // 0 for a member without a score sheet
	Unit                    string
	Self, Total, Max, Share string
	Votes                   int
	By                      RankedBy
	Break                   string // name of the tie-break, with RankedByBreak
}

// RankedBy is what put a unit above the next.
type RankedBy string

// What puts a unit above the next; the values are the ends of their texts' keys.
const (
	RankedByPoints RankedBy = "theo-diem"
	RankedByBreak  RankedBy = "theo-tieu-chi-phu"
	RankedByVote   RankedBy = "theo-phieu"
	RankedEven     RankedBy = "bang-nhau" // a vote is still to come
	RankedNot      RankedBy = "chua-cham"
)

// Document is the table: a draft until the places are closed.
func (r Ranking) Document() *paper.Document {
	const code = "bang-xep-hang"
	f := r.facts(code)
	f.about(r.Movement)
	f.set("cum-khoi", r.Cluster)
	f.set("truong", r.Head)
	f.set("nam-xep-hang", counted(r.Year))
	f.set("tieu-chi-phu", strings.Join(r.Chain, "; "))
	f.set("bien-ban", r.Source)
	f.dayOf("ngay-chot", r.Closed)
	number := paper.Column{Share: 9, Align: paper.Centre, Number: true}
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 31}, number, number, number, number, {Share: 8, Align: paper.Centre, Number: true}, {Share: 18}},
		Head: []paper.Row{f.headRow("cot.hang", "cot.don-vi", "cot.diem-tu-cham", "cot.diem", "cot.diem-toi-da", "cot.ty-le-diem", "cot.phieu-bau", "cot.can-cu-xep-hang")}, Numbered: true, Fine: true}
	ranked, even := 0, false
	for _, x := range r.Rows {
		if x.Place > 0 {
			ranked++
		}
		even = even || x.By == RankedEven
		f.set("ten-tieu-chi-phu", x.Break)
		why := paper.Text(nil)
		if x.By != "" {
			why = f.text(code + "." + string(x.By))
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{Text: paper.Plain(counted(x.Place))}, {Text: filled(x.Unit)}, {Text: paper.Plain(x.Self)}, {Text: paper.Plain(x.Total)},
			{Text: paper.Plain(x.Max)}, {Text: paper.Plain(x.Share)}, {Text: paper.Plain(counted(x.Votes))}, {Text: why}}})
	}
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, emptyRow(len(t.Columns)))
	}
	f.set("so-don-vi", viet.Thousands(int64(len(r.Rows))))
	f.set("so-xep-hang", viet.Thousands(int64(ranked)))
	blocks := []paper.Block{r.bareHead(f, code), paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")}, t}
	blocks = append(blocks, f.paragraphs(code+".ket")...)
	if r.ByShare {
		blocks = append(blocks, f.paragraphs(code+".so-theo-ty-le")...)
	}
	blocks = append(blocks, f.paragraphs(code+".bang-diem")...)
	switch {
	case r.Closed != 0:
		blocks = append(blocks, f.paragraphs(code+".da-chot")...)
	case even:
		blocks = append(blocks, f.paragraphs(code+".cho-phieu")...)
	default:
		blocks = append(blocks, f.paragraphs(code+".du-thao")...)
	}
	middle := code + ".ky-giua-khoi"
	if r.Area {
		middle = code + ".ky-giua-cum"
	}
	blocks = append(ended(blocks), datedAbove(r.dated(f)), paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", ""), f.signer(middle, ""), f.signer(code+".ky", r.Sign.Name)}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: r.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}

// counted is a number as tables have it, nothing for none.
func counted(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}
