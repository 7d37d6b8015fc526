package form

import (
	"slices"
	"strings"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Council is the Hội đồng Thi đua - Khen thưởng in one session, as its minutes,
// ballot and counting minutes name it.
type Council struct {
	Founded Reference // quyết định thành lập, kiện toàn
	Day     when.Date
	From    string // "8 giờ 00"; to the pen when not told
	Until   string
	Place   string // Địa điểm
	// Standing tells that only the Thường trực Hội đồng met.
	Standing bool
	// ByLetter tells that nobody met: the members answered in writing, and Absent are
	// those who did not.
	ByLetter bool
	Chair    Member
	Clerk    Member
	Members  []Member // all of the decision that founded it, in its order
}

// Member is one member of the council.
type Member struct {
	Name      string
	Honorific string
	Gender    string
	Post      string // in the agency
	Role      string // in the council: "Chủ tịch", "Ủy viên"
	Absent    bool
	Reason    string // why absent
	Written   bool   // gave an opinion in writing
}

func (m Member) called() string {
	return Line{Kind: Individual, Name: m.Name, Honorific: m.Honorific, Gender: m.Gender}.called()
}

// council puts the session into the facts.
func (f *facts) council(c Council) {
	f.byLetter = c.ByLetter
	f.put("quyet-dinh-hoi-dong", c.Founded.cited())
	f.put("ngay-hop", dateText(c.Day, f.day.Year()))
	f.set("gio-bat-dau", c.From)
	f.set("gio-ket-thuc", c.Until)
	f.set("dia-diem", c.Place)
	f.put("ten-hoi-dong", f.text("hoi-dong"))
	if c.Standing && f.said == nil {
		f.put("ten-hoi-dong", f.text("thuong-truc-hoi-dong"))
	}
	here := 0
	written := 0
	for _, m := range c.Members {
		if !m.Absent {
			here++
		} else if m.Written {
			written++
		}
	}
	f.set("tong-thanh-vien", positive(len(c.Members)))
	f.set("co-mat", positive(here))
	f.set("vang", positive(len(c.Members)-here))
	f.set("y-kien-van-ban", positive(written))
	f.put("chu-tri", member(c.Chair))
	f.put("thu-ky", member(c.Clerk))
}

// member is "Ông Nguyễn Văn A, Phó Giám đốc Sở Nội vụ"; nothing when unknown.
func member(m Member) paper.Text {
	return paper.Plain(joinWords(", ", m.called(), m.Post, m.Role))
}

// Basis is what the share of an award's votes is counted of.
type Basis uint8

// The bases; the office sets one for each award. NĐ 98/2023/NĐ-CP, Điều 30.7 counts
// of the whole council.
const (
	OfMembers Basis = iota // all members, of the Thường trực where only that met
	OfVoices               // those present and those who wrote
	OfValid                // valid ballots
	OfAnswers              // those who answered, where nobody met
)

// basisKeys are the texts that name the bases.
var basisKeys = [...]string{OfMembers: "tinh-tren-thanh-vien", OfVoices: "tinh-tren-y-kien", OfValid: "tinh-tren-phieu-hop-le", OfAnswers: "tinh-tren-tra-loi"}

// Votes is what the council thought of one nominee.
type Votes struct {
	Line
	For, Against, Blank int
	Basis               Basis
	Of                  int  // how many the share is counted of; 0: all members
	Counted             bool // the votes are in; false leaves the columns to the pen
	Passed              bool // reached the share asked for
	Chosen              bool // by the chair, where votes were equal at the last place
}

// basis puts into the facts what the shares are counted of: {tinh-tren}. Where the
// awards differ each is named.
func (f *facts) basis(votes []Votes) {
	var order []Basis
	awards := map[Basis][]string{}
	for _, v := range votes {
		if !slices.Contains(order, v.Basis) {
			order = append(order, v.Basis)
		}
		if !slices.Contains(awards[v.Basis], v.Award) {
			awards[v.Basis] = append(awards[v.Basis], v.Award)
		}
	}
	if len(order) < 2 {
		b := OfMembers
		if len(order) == 1 {
			b = order[0]
		}
		f.put("tinh-tren", f.text(basisKeys[b]))
		return
	}
	parts := make([]string, len(order))
	for i, b := range order {
		parts[i] = f.words(basisKeys[b]) + " đối với " + enumerate(awards[b])
	}
	f.set("tinh-tren", strings.Join(parts, "; "))
}

// namesOf lists nominees for a sentence; "" when there are none.
func namesOf(votes []Votes, pick func(Votes) bool) string {
	var names []string
	for _, v := range votes {
		if pick(v) {
			names = append(names, v.called())
		}
	}
	return strings.Join(names, "; ")
}

// share is the votes for, of so many, in percent with one decimal.
func share(votes, total int) string {
	if total <= 0 {
		return ""
	}
	tenths := (votes*2000 + total) / (2 * total) // rounded half up
	s := itoa(tenths / 10)
	if tenths%10 != 0 {
		s += "," + itoa(tenths%10)
	}
	return s + "%"
}

// Minutes is the facts of `bien-ban-hop`.
type Minutes struct {
	Frame
	Council  Council
	Movement Movement
	Awards   []Award
	Votes    []Votes
	// Ballot tells that they voted by ballot, Secret that it was secret; else by show
	// of hands.
	Ballot, Secret bool
	Rounds         int // how often they voted
	// Places are the most that may be proposed: "10 Bằng khen của …".
	Places []string
	// Opinions are what was said, a paragraph each.
	Opinions []string
	// Dissent are opinions that differ and are reported to the chair.
	Dissent []string
}

// passed puts into the facts how many reached the share: {so-dat}.
func (f *facts) passed(votes []Votes) {
	f.set("so-dat", tallyOf(slices.DeleteFunc(slices.Clone(votes), func(v Votes) bool { return !v.Passed })).String())
}

// Document is the minutes: no day in the head, the time in the text, signed by the
// clerk at the left and the chair at the right (NĐ 30/2020/NĐ-CP, Mẫu 1.9).
func (m Minutes) Document() *paper.Document {
	const code = "bien-ban-hop"
	f := m.facts(code)
	f.about(m.Movement)
	f.council(m.Council)
	f.tally(tallyOf(m.Votes))
	f.passed(m.Votes)
	f.basis(m.Votes)
	switch {
	case m.Secret:
		f.put("cach-bieu-quyet", f.text(code+".phieu-kin"))
	case m.Ballot:
		f.put("cach-bieu-quyet", f.text(code+".phieu"))
	default:
		f.put("cach-bieu-quyet", f.text(code+".gio-tay"))
	}
	if m.Rounds > 1 {
		f.set("so-vong", two(m.Rounds))
	}
	f.set("so-suat", enumerate(m.Places))
	f.set("chu-tich-chon", namesOf(m.Votes, func(v Votes) bool { return v.Chosen }))
	f.set("khong-dat", namesOf(m.Votes, func(v Votes) bool { return v.Counted && !v.Passed }))
	h := m.bareHead(f, code)
	h.Number = paper.Join(paper.Plain("Số:"), m.numberOf(f, code))
	blocks := []paper.Block{h, paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")}}
	blocks = append(blocks, f.paragraphs(code+".thoi-gian")...)
	blocks = append(blocks, f.present(code, m.Council)...)
	blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: 2, Title: f.words(code + ".muc-2")})
	blocks = append(blocks, f.paragraphs(code+".noi-dung")...)
	blocks = append(blocks, narrative(m.Opinions, 3)...)
	for _, d := range m.Dissent {
		blocks = append(blocks, paper.Paragraph{Text: paper.Join(f.text(code+".y-kien-khac"), paper.Plain(" "+viet.Clean(d)))})
	}
	blocks = append(blocks, paper.Heading{Level: paper.LevelRoman, Number: 3, Title: f.words(code + ".muc-3")})
	blocks = append(blocks, f.paragraphs(code+".ket-qua")...)
	blocks = append(blocks, f.votes(m.Awards, m.Votes, len(m.Council.Members), !m.Ballot && !m.Secret))
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	sign := m.sign(f, code)
	left, right := f.signer(code+".ky-trai", m.Council.Clerk.Name), f.signer(code+".ky", m.Council.Chair.Name)
	left.Held, right.Held = held(m.Council.Clerk), held(m.Council.Chair)
	sign.Signers = []paper.Signer{left, right}
	blocks = append(blocks, sign)
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: m.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}

// held is the post in the agency, which a council's paper prints over the name.
func held(m Member) []string {
	if m.Post == "" || m.Name == "" {
		return nil
	}
	return []string{strings.ToUpper(m.Post)}
}

// present is part I of minutes: who was there and who was not.
func (f *facts) present(code string, c Council) []paper.Block {
	out := []paper.Block{paper.Heading{Level: paper.LevelRoman, Number: 1, Title: f.words(code + ".muc-1")}}
	out = append(out, f.paragraphs(code+".thanh-phan")...)
	n := 0
	for _, m := range c.Members {
		if !m.Absent {
			n++
			out = append(out, paper.Clause{Number: n, Text: closed(member(m), ".")})
		}
	}
	if n == 0 {
		out = append(out, dottedLines(3))
	}
	var away []paper.Block
	for _, m := range c.Members {
		if m.Absent {
			t := member(m)
			if m.Reason != "" {
				t = paper.Join(t, paper.Plain(" ("+m.Reason+")"))
			}
			if m.Written {
				t = paper.Join(t, paper.Plain("; "), f.text(code+".da-gui-y-kien"))
			}
			away = append(away, paper.Bullet{Text: closed(t, ".")})
		}
	}
	if len(away) > 0 {
		out = append(append(out, f.paragraphs(code+".vang-mat")...), away...)
	}
	return out
}

// votes is the table of the result. In a show of hands a nominee whose votes are
// not told is left to the pen like any other.
func (f *facts) votes(awards []Award, votes []Votes, total int, open bool) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 66}, {Share: 14, Align: paper.Centre, Number: true}, {Share: 14, Align: paper.Centre}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.tap-the-ca-nhan", "cot.tan-thanh", "cot.ty-le")}, Numbered: true}
	if !open {
		t.Columns = []paper.Column{{Share: 6, Align: paper.Centre}, {Share: 50}, {Share: 11, Align: paper.Centre, Number: true}, {Share: 11, Align: paper.Centre, Number: true}, {Share: 11, Align: paper.Centre, Number: true}, {Share: 12, Align: paper.Centre}}
		t.Head = []paper.Row{f.headRow("cot.tt", "cot.tap-the-ca-nhan", "cot.tan-thanh", "cot.khong-tan-thanh", "cot.khong-y-kien", "cot.ty-le")}
	}
	rest := len(t.Columns) - 1
	groups := byAward(awards, votes)
	for i, g := range groups {
		t.Rows = append(t.Rows, groupRow(strings.ToUpper(paper.Letter(i+1)), strings.ToUpper(g.award), rest))
		for j, k := range byKind(g.lines) {
			t.Rows = append(t.Rows, groupRow(paper.Roman(j+1), capitalWord(k.kind.String()), rest))
			for _, v := range k.lines {
				cells := []paper.Cell{{}, {Text: v.known(f)}}
				yes, no, blank, part := paper.DotsFor(0), paper.DotsFor(0), paper.DotsFor(0), paper.DotsFor(0)
				if v.Counted {
					of := total
					if v.Of > 0 {
						of = v.Of
					}
					yes, no, blank, part = paper.Plain(itoa(v.For)), paper.Plain(itoa(v.Against)), paper.Plain(itoa(v.Blank)), filled(share(v.For, of))
				}
				if open {
					cells = append(cells, paper.Cell{Text: yes}, paper.Cell{Text: part})
				} else {
					cells = append(cells, paper.Cell{Text: yes}, paper.Cell{Text: no}, paper.Cell{Text: blank}, paper.Cell{Text: part})
				}
				t.Rows = append(t.Rows, paper.Row{Cells: cells})
			}
		}
	}
	return numberedOrEmpty(t)
}

// Ballot is the facts of `phieu-bau`. No law lays down its shape.
type Ballot struct {
	Frame
	Council  Council
	Movement Movement
	Awards   []Award
	Lines    []Line
	Open     bool // not secret: the member signs it
}

// Document is the slip: everybody with two boxes, unsigned unless the vote is open.
func (b Ballot) Document() *paper.Document {
	const code = "phieu-bau"
	f := b.facts(code)
	f.about(b.Movement)
	f.council(b.Council)
	f.counts(b.Lines)
	t := &paper.Table{Columns: []paper.Column{{Share: 7, Align: paper.Centre}, {Share: 59}, {Share: 17, Align: paper.Centre}, {Share: 17, Align: paper.Centre}},
		Head: []paper.Row{f.headRow("cot.tt", "cot.tap-the-ca-nhan", "cot.dong-y", "cot.khong-dong-y")}}
	groups := byAward(b.Awards, b.Lines)
	for i, g := range groups {
		t.Rows = append(t.Rows, groupRow(strings.ToUpper(paper.Letter(i+1)), strings.ToUpper(g.award), 3))
		for j, k := range byKind(g.lines) {
			t.Rows = append(t.Rows, groupRow(paper.Roman(j+1), capitalWord(k.kind.String()), 3))
			for _, l := range k.lines {
				t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{}, {Text: l.known(f)}, {Text: paper.Check(false)}, {Text: paper.Check(false)}}})
			}
		}
	}
	h := b.bareHead(f, code)
	h.Dated = b.dated(f)
	blocks := []paper.Block{
		h,
		paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")},
		numberedOrEmpty(t),
	}
	if b.Open {
		blocks = append(blocks, f.paragraphs(code+".huong-dan-cong-khai")...)
		blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky", "")}})
	} else {
		blocks = append(blocks, f.paragraphs(code+".huong-dan")...)
	}
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: b.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}

// Count is the facts of `bien-ban-kiem-phieu`. No law lays down its shape.
type Count struct {
	Frame
	Council  Council
	Movement Movement
	Awards   []Award
	Tellers  []Member // the first is Trưởng ban (Tổ trưởng)
	// Ballots handed out, taken in, valid and not; -1 leaves one to the pen.
	Issued, Returned, Valid, Void int
	Votes                         []Votes
	Round                         int  // from the second round on it is named
	Open                          bool // the ballots were not secret
}

// Document is the minutes of the count.
func (c Count) Document() *paper.Document {
	const code = "bien-ban-kiem-phieu"
	f := c.facts(code)
	f.about(c.Movement)
	f.council(c.Council)
	f.passed(c.Votes)
	f.basis(c.Votes)
	f.put("cach-bo-phieu", f.text(code+".phieu-kin"))
	if c.Open {
		f.put("cach-bo-phieu", f.text(code+".phieu-cong-khai"))
	}
	if c.Round > 1 {
		f.set("vong", itoa(c.Round))
	}
	for name, n := range map[string]int{"phat-ra": c.Issued, "thu-ve": c.Returned, "hop-le": c.Valid, "khong-hop-le": c.Void} {
		if n >= 0 {
			f.set(name, two(n))
		}
	}
	h := c.bareHead(f, code)
	blocks := []paper.Block{h, paper.Title{Name: f.words(code + ".tieu-de"), About: f.text(code + ".trich-yeu")}}
	blocks = append(blocks, f.paragraphs(code+".mo-dau")...)
	blocks = append(blocks, f.paragraphs(code+".ban-kiem-phieu")...)
	for i, m := range c.Tellers {
		if m.Role == "" {
			m.Role = f.words(code + ".thanh-vien")
			if i == 0 {
				m.Role = f.words(code + ".truong-ban")
			}
		}
		blocks = append(blocks, paper.Bullet{Text: closed(member(m), ".")})
	}
	if len(c.Tellers) == 0 {
		blocks = append(blocks, dottedLines(3))
	}
	blocks = append(blocks, f.paragraphs(code+".so-phieu")...)
	blocks = append(blocks, f.votes(c.Awards, c.Votes, len(c.Council.Members), false))
	blocks = append(blocks, ended(f.paragraphs(code+".ket"))...)
	var right paper.Signer
	if len(c.Tellers) > 0 {
		right = f.signer(code+".ky", c.Tellers[0].Name)
	} else {
		right = f.signer(code+".ky", "")
	}
	blocks = append(blocks, paper.Sign{Signers: []paper.Signer{f.signer(code+".ky-trai", c.Council.Clerk.Name), right}})
	return &paper.Document{Code: code, Title: f.words(code + ".ten"), Author: c.author(f, code), Parts: []paper.Part{{Name: f.words(code + ".ten"), Blocks: blocks}}}
}
