// Package paper is an official document as a neutral tree: what stands on it and
// in what order, not how it is set in type.
//
// Start at Document. A form (model/form) builds the tree from facts; the presses
// (storage/press) set it as .pdf, .docx or .xlsx by NĐ 30/2020/NĐ-CP. Outline
// gives the same tree as plain text, for goldens and for proving that every face
// holds the same words.
//
// It promises: no fonts, sizes or millimetres, except on a certificate, whose
// pre-printed blank fixes them; every word that will be printed is in the tree,
// in reading order, except page numbers and the heading rows a long table
// repeats. It never reads facts, clocks or files and never rewrites what it is
// given beyond the punctuation a block promises (";" and "." of a list of căn cứ).
//
// Glossary: Document — văn bản; Part — phần chính hoặc phụ lục, đánh số trang
// riêng; Head — phần đầu (tên cơ quan, Quốc hiệu, số, ngày); Recitals — căn cứ;
// Sign — khối ký và nơi nhận; Certificate — bằng, in lên phôi.
package paper

// Document is one official paper, or a job of several papers of one kind printed
// together (a thousand summaries are a thousand Parts).
type Document struct {
	Code   string // code of the form, as the console names it: "to-trinh"
	Title  string // what the window and the file's properties call it
	Author string // the office that issues it; file property
	Parts  []Part
}

// Part is a run of pages with its own page numbers: the main text, an annex, one
// of many papers printed together. It begins on a new page; the number shows
// from its second page on (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.7 and II: annexes
// are numbered apart).
type Part struct {
	Name      string // names the sheet in .xlsx and the bookmark in .pdf: "Danh sách"
	Landscape bool
	Blocks    []Block
}

// Block is one element of a Part. The types of this package are all there are.
type Block interface{ block() }

func (Head) block()        {}
func (Columns) block()     {}
func (Title) block()       {}
func (AnnexHead) block()   {}
func (Banner) block()      {}
func (Recitals) block()    {}
func (Addressees) block()  {}
func (Paragraph) block()   {}
func (Heading) block()     {}
func (Article) block()     {}
func (Clause) block()      {}
func (Point) block()       {}
func (Bullet) block()      {}
func (Fields) block()      {}
func (*Table) block()      {}
func (Sign) block()        {}
func (Rule) block()        {}
func (Space) block()       {}
func (PageBreak) block()   {}
func (Certificate) block() {}

// Rule is the short line an office draws under the end of a list.
type Rule struct{}

// Space leaves some empty lines of body text.
type Space struct{ Lines int }

// PageBreak begins a new page of the same Part.
type PageBreak struct{}
