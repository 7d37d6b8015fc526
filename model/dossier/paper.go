package dossier

import (
	"bytes"
	"encoding/json"

	"thidua/assets"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Requirement is one line of the checklist of papers: what a dossier for an award
// must hold under the rules of a period (Luật 06/2022/QH15, Điều 84; what the
// province adds is for the office to put in).
type Requirement struct {
	ID    int64  `json:"-"`
	Rev   int64  `json:"-"`
	Code  string `json:"code"`            // "to_trinh"; the same paper has the same code in every award
	Award string `json:"award"`           // "" for every award
	Kind  string `json:"kind,omitempty"`  // registry.Kind; "" for every kind
	Way   string `json:"way,omitempty"`   // loại hình; "" for every one
	Name  string `json:"name"`            // as the receipt prints it
	Whole bool   `json:"whole,omitempty"` // one for the whole submission, not one a dossier
	// Optional papers are asked for only where the case calls for them.
	Optional  bool `json:"optional,omitempty"`
	Originals int  `json:"originals"` // bản chính asked for
	Copies    int  `json:"copies,omitempty"`
	Place     int  `json:"place"` // in the checklist
	when.Period
	Source string `json:"source"`
}

// LoadPapers gives the checklists that ship with the program: what an office
// starts with and then edits. A broken file panics, like any other broken constant.
func LoadPapers() []Requirement {
	var out []Requirement
	d := json.NewDecoder(bytes.NewReader(assets.Must("catalogue/papers.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		panic("dossier: papers.json: " + err.Error())
	}
	return out
}

// Wanted lists what a dossier must hold: the lines for its award, kind and loại
// hình on its rule day. A line for the award takes the place of the one for every
// award with the same code; one for the kind that of the one for every kind.
func Wanted(all []Requirement, d Dossier) []Requirement {
	var out []Requirement
	at := map[string]int{}
	special := func(r Requirement) int {
		n := 0
		if r.Award != "" {
			n += 4
		}
		if r.Kind != "" {
			n += 2
		}
		if r.Way != "" {
			n++
		}
		return n
	}
	for _, r := range all {
		if !r.Holds(d.RuleDay()) || r.Award != "" && r.Award != d.Award || r.Kind != "" && r.Kind != string(d.Kind) || r.Way != "" && r.Way != d.Way {
			continue
		}
		i, ok := at[r.Code]
		switch {
		case !ok:
			at[r.Code] = len(out)
			out = append(out, r)
		case special(r) > special(out[i]):
			out[i] = r
		}
	}
	return out
}

// PaperState is what the officer has made of a paper.
type PaperState string

// The states: not looked at is not the same as looked at and found wanting, and
// that is not the same as another paper than the one asked for.
const (
	Unseen  PaperState = "chua_xem"
	Whole   PaperState = "du"
	Lacking PaperState = "con_thieu"
	Other   PaperState = "khong_dung_loai"
)

// PaperStateNames are the states in words.
var PaperStateNames = []registry.Name{
	{Code: string(Unseen), Name: "Chưa xem"},
	{Code: string(Whole), Name: "Đủ"},
	{Code: string(Lacking), Name: "Còn thiếu"},
	{Code: string(Other), Name: "Không đúng loại"},
}

// String is the state in words.
func (s PaperState) String() string { return registry.NameOf(PaperStateNames, string(s)) }

// Paper is one paper that was received, or found missing, with a dossier or with a
// whole submission (giấy tờ trong hồ sơ).
type Paper struct {
	ID, Rev    int64
	Dossier    int64 // 0: it came with the submission
	Submission int64 // 0: it belongs to the dossier alone
	Code       string
	State      PaperState
	Originals  int
	Copies     int
	File       string // hash of the attachment in the vault, "" for paper only
	FileName   string
	// Text is what the attachment says, or what was typed in of it: compared with
	// the list and with the texts of others.
	Text string
	// Unread tells what of the attachment could not be read for that.
	Unread  Unread
	Note    string // what is lacking, as the unit is told
	Officer string
	Day     when.Date
}

// Unread is what of an attachment could not be read for comparison; "" for nothing.
type Unread string

// What is not read: nothing of it but pictures of pages, some pages, or a file of a
// kind nobody here reads.
const (
	Scan     Unread = "ban_chup"
	ScanPart Unread = "ban_chup_mot_phan"
	NotRead  Unread = "khong_doc_duoc"
)

// UnreadNames are they in words.
var UnreadNames = []registry.Name{
	{Code: string(Scan), Name: "bản chụp, không có chữ để đối chiếu"},
	{Code: string(ScanPart), Name: "một phần là bản chụp, phần đó không có chữ để đối chiếu"},
	{Code: string(NotRead), Name: "không đọc được chữ để đối chiếu"},
}

// String is what is not read in words.
func (u Unread) String() string { return registry.NameOf(UnreadNames, string(u)) }

// Check gives every fault of a paper noted.
func (p Paper) Check() error {
	var l fault.List
	if p.Dossier == 0 && p.Submission == 0 {
		l.Add(fault.New(fault.Invalid, "dossier.paper-owner").At("dossier"))
	}
	if p.Code == "" {
		l.Add(fault.New(fault.Invalid, "dossier.paper-code").At("code"))
	}
	if registry.NameOf(PaperStateNames, string(p.State)) == string(p.State) {
		l.Add(fault.New(fault.Invalid, "dossier.paper-state").At("state"))
	}
	if p.Originals < 0 || p.Copies < 0 {
		l.Add(fault.New(fault.Invalid, "dossier.paper-count").At("originals"))
	}
	if (p.State == Lacking || p.State == Other) && p.Note == "" {
		l.Add(fault.New(fault.Invalid, "dossier.paper-note", p.State.String()).At("note"))
	}
	return l.OrNil()
}

// Checked is a line of a dossier's checklist with what was received for it.
type Checked struct {
	Requirement
	Paper Paper // zero when nothing was noted
}

// State is the paper's state; what nobody has noted is not looked at.
func (c Checked) State() PaperState {
	if c.Paper.State == "" {
		return Unseen
	}
	return c.Paper.State
}

// Short tells that the paper is asked for and known not to be right: looked at and
// lacking, of another kind, or in fewer originals than asked for.
func (c Checked) Short() bool {
	switch c.State() {
	case Lacking, Other:
		return true
	case Whole:
		return !c.Optional && (c.Paper.Originals < c.Originals || c.Paper.Copies < c.Copies)
	}
	return false
}

// Noted is the paper of a line of a dossier's checklist as it is to be saved: what
// the whole submission shares belongs to the submission, so that it is looked at once.
func (c Checked) Noted(d Dossier) Paper {
	p := c.Paper
	p.Code = c.Code
	if p.ID == 0 {
		if c.Whole && d.Submission != 0 {
			p.Submission = d.Submission
		} else {
			p.Dossier = d.ID
		}
	}
	return p
}

// Seen is the paper looked at and complete, in the originals and copies asked for.
func (c Checked) Seen(d Dossier) Paper {
	p := c.Noted(d)
	p.State, p.Note = Whole, ""
	p.Originals, p.Copies = max(p.Originals, c.Originals), max(p.Copies, c.Copies)
	return p
}

// What is how a letter to the unit names what a checklist line lacks.
func (c Checked) What() string {
	switch {
	case c.Paper.Note != "" && c.State() == Other:
		return c.Name + ": không đúng loại, " + c.Paper.Note
	case c.Paper.Note != "":
		return c.Name + ": " + c.Paper.Note
	case c.State() == Whole:
		return c.Name + ": chưa đủ số bản theo quy định"
	}
	return c.Name
}

// Checklist pairs what is wanted with what came: a paper of the dossier first,
// else one of its submission. Papers nobody asked for stand at the end.
func Checklist(wanted []Requirement, d Dossier, papers []Paper) []Checked {
	out := make([]Checked, 0, len(wanted))
	used := map[int64]bool{}
	find := func(code string) Paper {
		var shared Paper
		for _, p := range papers {
			switch {
			case p.Code != code:
			case p.Dossier == d.ID && d.ID != 0:
				return p
			case p.Dossier == 0 && p.Submission == d.Submission && d.Submission != 0:
				shared = p
			}
		}
		return shared
	}
	for _, r := range wanted {
		p := find(r.Code)
		used[p.ID] = true
		out = append(out, Checked{r, p})
	}
	for _, p := range papers {
		mine := p.Dossier == d.ID || p.Dossier == 0 && p.Submission == d.Submission
		if mine && !used[p.ID] {
			out = append(out, Checked{Requirement{Code: p.Code, Name: registry.NameOf(PaperNames, p.Code), Optional: true}, p})
		}
	}
	return out
}

// PaperNames name the papers a checklist may ask for.
var PaperNames = []registry.Name{
	{Code: "to_trinh", Name: "Tờ trình đề nghị khen thưởng"},
	{Code: "danh_sach", Name: "Danh sách đề nghị khen thưởng"},
	{Code: "bao_cao", Name: "Báo cáo thành tích, có xác nhận của cấp trình"},
	{Code: "tom_tat", Name: "Tóm tắt thành tích"},
	{Code: "bien_ban", Name: "Biên bản họp xét khen thưởng"},
	{Code: "kiem_phieu", Name: "Biên bản kiểm phiếu"},
	{Code: "xac_nhan", Name: "Văn bản xác nhận của cơ quan liên quan"},
	{Code: "sang_kien", Name: "Quyết định công nhận sáng kiến, đề tài"},
	{Code: "muc_do", Name: "Kết quả đánh giá mức độ hoàn thành nhiệm vụ"},
	{Code: "btv", Name: "Ý kiến của Ban Thường vụ Tỉnh ủy"},
	{Code: "khac", Name: "Giấy tờ khác"},
}
