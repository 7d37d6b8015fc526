// Package decision knows decisions to commend: drawn up from the dossiers the
// council passed, given number and date, frozen when issued.
//
// A Decision is a draft until it is issued; then its list is frozen as it was
// printed, the place of each line in its list becomes the number in the golden
// book (số sổ vàng), and each line becomes an award.Record that later years'
// checks read. A frozen decision is never changed: it is corrected or revoked by
// a later one.
//
// Start at Draft and Decision.Issue. This room does no I/O.
//
// Glossary: Decision — quyết định khen thưởng; Item — dòng trong danh sách;
// GoldenBook — số sổ vàng; Revocation — thu hồi, hủy bỏ.
package decision

import (
	"cmp"
	"strconv"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Decision is one quyết định khen thưởng.
type Decision struct {
	ID       int64
	Rev      int64
	Movement int64
	Award    string
	Number   string    // "1234/QĐ-UBND", given when signed
	Date     when.Date // given when signed
	Decider  string    // "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa"
	// Body is the unit whose head decides (giấy khen, danh hiệu cơ sở); 0 is the province.
	Body    registry.UnitID
	Signer  string // the name under the signature
	Issued  bool
	Items   []Item
	Revoked when.Date
	Note    string
	// Act is what the decision does; Of is the decision it corrects or revokes.
	Act Act
	Of  int64
	// Reason is why it corrects or revokes; Ground the case of Điều 93.2, a code of
	// GroundNames.
	Reason, Ground string
	Origin         Origin
	Scan           string // hash of the signed paper's scan in the vault
	Notified       when.Date
}

// Act is what a decision does (tính chất).
type Act string

// The acts. The zero value gives.
const (
	Gives    Act = ""
	Corrects Act = "dieu_chinh"
	Revokes  Act = "thu_hoi"
)

// ActNames are the acts in words.
var ActNames = []registry.Name{
	{Code: string(Gives), Name: "Tặng"},
	{Code: string(Corrects), Name: "Điều chỉnh"},
	{Code: string(Revokes), Name: "Hủy bỏ, thu hồi"},
}

// String is the act in words.
func (a Act) String() string { return registry.NameOf(ActNames, string(a)) }

// Origin is how a decision came into the office.
type Origin string

// The origins. The zero value was drawn up here.
const (
	Drafted  Origin = ""
	Received Origin = "nhan"    // decided above, entered when it arrived
	Past     Origin = "nhap_cu" // of an earlier year, entered without walking the road
)

// GroundNames are the cases in which an honour is revoked (Luật 06/2022/QH15, Điều 93.2).
var GroundNames = []registry.Name{
	{Code: "gian_doi", Name: "Có hành vi gian dối trong việc kê khai thành tích để được tặng danh hiệu thi đua, hình thức khen thưởng"},
	{Code: "gia_mao", Name: "Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ để được đề nghị khen thưởng"},
	{Code: "trai_luat", Name: "Thẩm định, xét, duyệt danh hiệu thi đua, hình thức khen thưởng trái quy định của pháp luật"},
	{Code: "ket_luan", Name: "Có kết luận, bản án, quyết định có hiệu lực về sai phạm, khuyết điểm trong thời gian tính thành tích"},
}

// Item is one line of the list, written as it is printed.
type Item struct {
	Dossier int64         `json:"dossier"`
	Nominee int64         `json:"nominee"`
	Kind    registry.Kind `json:"kind"`
	No      int           `json:"no"` // number within its kind's group
	Name    string        `json:"name"`
	// Gender and Honorific make the form of address before the name.
	Gender    string          `json:"gender,omitempty"`
	Honorific string          `json:"honorific,omitempty"`
	Post      string          `json:"post,omitempty"` // post and unit as printed
	Unit      registry.UnitID `json:"unit,omitempty"`
	UnitText  string          `json:"unit_text,omitempty"`
	// Address is where a household lives, or somebody without a unit.
	Address string `json:"address,omitempty"`
	Reason  string `json:"reason,omitempty"`
	Class   string `json:"class,omitempty"`
	// Year the honour counts for, where it is given by the year; 0 for the decision's.
	Year   int    `json:"year,omitempty"`
	Golden string `json:"golden,omitempty"` // số sổ vàng, set on issue
	// Record is the honour a correcting or revoking decision is about.
	Record int64 `json:"record,omitempty"`
	// Way is the loại hình of an item that has no dossier.
	Way string `json:"way,omitempty"`
}

// Issue gives number and date and freezes the list: each line's number in the
// golden book is its ordinal in the whole list (NĐ 98/2023, Điều 104).
// It answers "decision.issued", "decision.number", "decision.date", "decision.empty".
func (d Decision) Issue(number string, day when.Date) (Decision, error) {
	if d.Issued {
		return d, fault.New(fault.Conflict, "decision.issued", d.Number)
	}
	var l fault.List
	if number == "" {
		l.Add(fault.New(fault.Invalid, "decision.number").At("number"))
	}
	if !day.Exact() || !day.Valid() {
		l.Add(fault.New(fault.Invalid, "decision.date").At("date"))
	}
	if len(d.Items) == 0 {
		l.Add(fault.New(fault.Invalid, "decision.empty"))
	}
	if err := l.OrNil(); err != nil {
		return d, err
	}
	d.Number, d.Date, d.Issued = number, day, true
	if d.Act != Gives {
		return d, nil // the lines keep the numbers they have in the golden book
	}
	items := make([]Item, len(d.Items))
	for i, it := range d.Items {
		it.Golden = strconv.Itoa(i + 1)
		items[i] = it
	}
	d.Items = items
	return d, nil
}

// Revocation draws up the decision that takes back honours of an issued one: those
// records named, all that still stand when none is. It answers "decision.not-issued",
// "decision.ground", "decision.revoked".
func (d Decision) Revocation(records []award.Record, ground, reason string) (Decision, error) {
	out := Decision{Act: Revokes, Of: d.ID, Movement: d.Movement, Award: d.Award, Decider: d.Decider, Body: d.Body, Ground: ground, Reason: reason}
	var l fault.List
	if !d.Issued || d.Act != Gives {
		l.Add(fault.New(fault.Conflict, "decision.not-issued"))
	}
	if registry.NameOf(GroundNames, ground) == ground {
		l.Add(fault.New(fault.Invalid, "decision.ground").At("ground"))
	}
	for _, r := range records {
		if r.Revoked != 0 {
			l.Add(fault.New(fault.Conflict, "decision.revoked", r.Name, r.RevokedBy))
			continue
		}
		out.Items = append(out.Items, d.about(r))
	}
	return out, l.OrNil()
}

// Correction draws up the decision that corrects how honours of an issued one are
// written: each changed record as it should stand. It answers "decision.not-issued"
// and "decision.reason".
func (d Decision) Correction(changed []award.Record, reason string) (Decision, error) {
	out := Decision{Act: Corrects, Of: d.ID, Movement: d.Movement, Award: d.Award, Decider: d.Decider, Body: d.Body, Reason: reason}
	var l fault.List
	if !d.Issued || d.Act != Gives {
		l.Add(fault.New(fault.Conflict, "decision.not-issued"))
	}
	if reason == "" {
		l.Add(fault.New(fault.Invalid, "decision.reason").At("reason"))
	}
	for _, r := range changed {
		if r.Revoked != 0 {
			l.Add(fault.New(fault.Conflict, "decision.revoked", r.Name, r.RevokedBy))
			continue
		}
		it := d.about(r)
		it.Name, it.Post, it.UnitText, it.Address, it.Reason = r.Name, r.Post, r.UnitText, r.Address, r.Reason
		out.Items = append(out.Items, it)
	}
	return out, l.OrNil()
}

// about is the line of a record in the decision that gave it.
func (d Decision) about(r award.Record) Item {
	for _, it := range d.Items {
		if it.Nominee == r.Nominee && it.Golden == r.GoldenBook {
			it.Record = r.ID
			return it
		}
	}
	return Item{Nominee: r.Nominee, Name: r.Name, Post: r.Post, Unit: r.Unit, UnitText: r.UnitText, Address: r.Address, Reason: r.Reason, Golden: r.GoldenBook, Record: r.ID}
}

// Apply carries an issued correction or revocation over to the honours it is about
// and gives those that changed.
func (d Decision) Apply(records []award.Record) []award.Record {
	at := map[int64]Item{}
	for _, it := range d.Items {
		at[it.Record] = it
	}
	var out []award.Record
	for _, r := range records {
		it, ok := at[r.ID]
		if !ok || !d.Issued {
			continue
		}
		switch d.Act {
		case Revokes:
			r.Revoked, r.RevokedBy = d.Date, d.Number
		case Corrects:
			r.Name, r.Post, r.UnitText, r.Address, r.Reason = it.Name, it.Post, it.UnitText, it.Address, it.Reason
			r.Note = join(r.Note, "Điều chỉnh theo Quyết định số "+d.Number+" ngày "+d.Date.Slash())
		default:
			continue
		}
		out = append(out, r)
	}
	return out
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// Records makes the honours of an issued decision.
func (d Decision) Records(movement, way, reason string) []award.Record {
	out := make([]award.Record, 0, len(d.Items))
	for _, it := range d.Items {
		out = append(out, award.Record{Nominee: it.Nominee, Unit: it.Unit, Award: d.Award, Way: way,
			Year: cmp.Or(it.Year, d.Date.Year()), Decision: d.ID, Number: d.Number, Date: d.Date, Decider: d.Decider,
			Movement: movement, Reason: reason, Name: it.Name, Post: it.Post, UnitText: it.UnitText, Address: it.Address,
			GoldenBook: it.Golden})
	}
	return out
}

// ItemOf writes a dossier's line; official names come from the caller.
func ItemOf(d dossier.Dossier, post, unit string) Item {
	return Item{Dossier: d.ID, Nominee: d.Nominee, Kind: d.Kind, Name: d.Name,
		Gender: d.Gender, Honorific: d.Honorific, Post: post,
		Unit: d.Unit, UnitText: unit, Address: d.Address, Reason: d.Achievement, Class: d.Class}
}
