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
	Signer   string    // the name under the signature
	Issued   bool
	Items    []Item
	Revoked  when.Date
	Note     string
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
	Reason    string          `json:"reason,omitempty"`
	Class     string          `json:"class,omitempty"`
	Golden    string          `json:"golden,omitempty"` // số sổ vàng, set on issue
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
	items := make([]Item, len(d.Items))
	for i, it := range d.Items {
		it.Golden = strconv.Itoa(i + 1)
		items[i] = it
	}
	d.Items = items
	return d, nil
}

// Records makes the honours of an issued decision.
func (d Decision) Records(movement, way, reason string) []award.Record {
	out := make([]award.Record, 0, len(d.Items))
	for _, it := range d.Items {
		out = append(out, award.Record{Nominee: it.Nominee, Unit: it.Unit, Award: d.Award, Way: way,
			Year: d.Date.Year(), Decision: d.ID, Number: d.Number, Date: d.Date, Decider: d.Decider,
			Movement: movement, Reason: reason, Name: it.Name, Post: it.Post, UnitText: it.UnitText,
			GoldenBook: it.Golden})
	}
	return out
}

// ItemOf writes a dossier's line; official names come from the caller.
func ItemOf(d dossier.Dossier, post, unit string) Item {
	return Item{Dossier: d.ID, Nominee: d.Nominee, Kind: d.Kind, Name: d.Name,
		Gender: d.Gender, Honorific: d.Honorific, Post: post,
		Unit: d.Unit, UnitText: unit, Reason: d.Achievement, Class: d.Class}
}
