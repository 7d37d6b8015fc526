// Package form is the text of each official paper: facts in, paper.Document out.
//
// Start at All, the list of papers by the codes the console uses, and at the
// facts struct of one of them (Proposal, NomineeList, Decision …), whose Document
// makes the paper. Facts are plain strings, numbers, dates and lists that the
// office fills from its own nouns; a form knows nothing of where they come from.
//
// What an office changes — căn cứ, standing sentences, names of bodies, posts of
// the signers, Nơi nhận, signs of numbers — is not in the code: it is Wording,
// dated texts with defaults under assets/forms, which the office may edit. Facts
// carry the Texts to print with, so an edited text wins.
//
// It promises: counts and names on a paper always come from the facts, so the
// numbers in a text equal the rows of its list; a fact that is missing becomes a
// dotted blank to write on by hand, never an empty hole and never a word of the
// program; the order of nominees is the order given (protocol order). It reads no
// clock and no store, and it judges nobody.
//
// Glossary: Proposal — tờ trình; NomineeList — danh sách đề nghị; Decision —
// quyết định khen thưởng; Wording — câu chữ của mẫu văn bản; Line — một dòng
// trong danh sách.
package form

import (
	"thidua/model/paper"
	"thidua/model/when"
)

// Paper is the facts of one official paper.
type Paper interface {
	// Document is the paper these facts make.
	Document() *paper.Document
}

// Form tells about one kind of paper.
type Form struct {
	Code     string   // as the console names it: "to-trinh"
	Name     string   // as an officer calls it
	Needs    []string // what it is printed from, in Vietnamese
	Official bool     // laid down by law; false: the shape people use
	Source   string   // the law, or where the shape comes from
}

// Together is several papers of one kind printed as one job, in their order.
func Together(code, title string, papers ...*paper.Document) *paper.Document {
	d := &paper.Document{Code: code, Title: title}
	for _, p := range papers {
		d.Parts = append(d.Parts, p.Parts...)
		if d.Author == "" {
			d.Author = p.Author
		}
	}
	return d
}

// Frame is what every paper has: the texts it is printed with, the day whose
// texts hold, and what stands on its head and at its end.
type Frame struct {
	Texts *Texts
	// Day is the day whose wording is used: the paper's date when it has one, else
	// the day it is drawn up. Zero takes the newest wording.
	Day  when.Date
	Own  Own // the body whose paper it is, when that commends by itself
	Head Letterhead
	Sign Signing
}

// Letterhead is the head of a paper. What is left empty is taken from the texts
// of the form; Number and Date left empty become blanks to fill by hand.
type Letterhead struct {
	Parent string // cơ quan chủ quản, lines divided by "\n"; "-" for none at all
	Body   string // cơ quan ban hành, lines divided by "\n"
	Number string // "15" or the whole "15/TTr-SNV"
	Symbol string // "TTr-SNV"
	Place  string // địa danh: "Khánh Hòa"
	Date   when.Date
	Year   int // the year printed while Date is empty; 0 takes that of the Frame's Day
	// Urgency is the mark of a paper to be carried faster.
	Urgency paper.Urgency
}

// Signing is the end of a paper. What is left empty is taken from the texts of
// the form; a name that stands nowhere leaves room for it.
type Signing struct {
	Authority  []string // "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
	Name       string   // Nothing for none at all
	Recipients []string // Nơi nhận, without "- " and ";"
}

// Movement is the phong trào thi đua a paper is about.
type Movement struct {
	Name string // "Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam", without quotes or with
	// Merit stands after "vì đã có thành tích xuất sắc trong"; empty: made from Name.
	Merit string
	// Basis are the papers the movement rests on, each as a căn cứ cites it,
	// without "Căn cứ": "Kế hoạch số … ngày … của …".
	Basis []string
	From  when.Date
	Last  when.Date // the last day, inclusive
}

// Kind tells the three kinds of nominee.
type Kind string

// The kinds; the codes are those of the registry.
const (
	Collective Kind = "collective" // tập thể
	Household  Kind = "household"  // hộ gia đình
	Individual Kind = "individual" // cá nhân
)

// Kinds lists them in the order official lists print them.
var Kinds = []Kind{Collective, Household, Individual}

// String is the Vietnamese word of the kind.
func (k Kind) String() string {
	switch k {
	case Collective:
		return "tập thể"
	case Household:
		return "hộ gia đình"
	case Individual:
		return "cá nhân"
	}
	return string(k)
}

// Award is a hình thức khen thưởng or danh hiệu as papers write it.
type Award struct {
	Name    string // in full: "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
	Decider string // "Thủ tướng Chính phủ"
	// Via is the body asked to submit it to the decider, where the plan puts one in
	// between: "Ủy ban Thường vụ Quốc hội".
	Via string
	// Above tells that it is not decided by the one the paper is sent to, who is
	// asked to pass it on.
	Above bool
}

// Line is one nominee of a list.
type Line struct {
	Kind      Kind
	Honorific string // "Đại tá", "TS."; stands in place of Ông/Bà
	Gender    string // "male", "female", "" not known
	Name      string
	Post      string // chức vụ
	Unit      string // official full name of the unit; of a collective, the body it belongs to
	Address   string // of a household, or of somebody without a unit
	Birth     when.Date
	Ethnicity string
	IDNumber  string
	// Achievement is the summary printed in lists that have room for it.
	Achievement string
	Award       string // Award.Name
	Ground      string // điểm, khoản, Điều claimed: "Điều 74.1.a"
	Golden      string // số sổ vàng
	Money       int64  // đồng that go with the award; 0 for none
	Note        string
}
