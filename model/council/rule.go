package council

import (
	"bytes"
	"encoding/json"
	"fmt"

	"thidua/assets"
	"thidua/model/registry"
	"thidua/model/when"
)

// Share is a part of a whole in whole numbers: 9/10, 2/3. Over means more than it,
// not at least: a majority is over 1/2.
type Share struct {
	Num  int  `json:"num"`
	Den  int  `json:"den"`
	Over bool `json:"over,omitempty"`
}

// Reached tells that n of a whole is the share. Of nothing, nothing is reached.
func (s Share) Reached(n, whole int) bool {
	if whole <= 0 || s.Den <= 0 {
		return false
	}
	if s.Over {
		return n*s.Den > s.Num*whole
	}
	return n*s.Den >= s.Num*whole
}

// Least is the smallest number that reaches the share of a whole.
func (s Share) Least(whole int) int {
	if s.Den <= 0 {
		return whole
	}
	n := s.Num * whole / s.Den
	for !s.Reached(n, whole) && n <= whole {
		n++
	}
	return n
}

// String is the share as a rule is read: "trên 1/2", "từ 80%".
func (s Share) String() string {
	part := fmt.Sprintf("%d/%d", s.Num, s.Den)
	if s.Den > 0 && 100*s.Num%s.Den == 0 && s.Den != 2 {
		part = fmt.Sprintf("%d%%", 100*s.Num/s.Den)
	}
	if s.Over {
		return "trên " + part
	}
	return "từ " + part
}

// Base is what a share is counted of.
type Base string

// The bases. NĐ 98/2023, Điều 30.7 counts of all members of the council.
const (
	OfAll   Base = "thanh_vien"   // all members by the founding decision
	OfGiven Base = "y_kien"       // those present and those who wrote
	OfValid Base = "phieu_hop_le" // valid ballots
)

// BaseNames are the bases in words.
var BaseNames = []registry.Name{
	{Code: string(OfAll), Name: "tổng số thành viên Hội đồng"},
	{Code: string(OfGiven), Name: "số thành viên dự họp và gửi ý kiến"},
	{Code: string(OfValid), Name: "số phiếu hợp lệ"},
}

// String is the base in words.
func (b Base) String() string { return registry.NameOf(BaseNames, string(b)) }

// VoteRule is how an award is voted on in a period.
type VoteRule struct {
	ID    int64  `json:"-"`
	Rev   int64  `json:"-"`
	Award string `json:"award"` // "" for every award that has none of its own
	// Full asks for the whole council; else its Thường trực may decide.
	Full   bool  `json:"full,omitempty"`
	Attend Share `json:"attend"` // of the members who must be there
	// Ballot: by ballot, not by a show of hands; Secret: the ballots are secret.
	Ballot bool  `json:"ballot,omitempty"`
	Secret bool  `json:"secret,omitempty"`
	Pass   Share `json:"pass"`
	Of     Base  `json:"of"`
	// Written: the absent are asked in writing and their opinions count as votes.
	Written bool `json:"written,omitempty"`
	// ByLetter: the council may be asked in writing instead of meeting, where its own
	// rules of work (quy chế) say so; no law does.
	ByLetter bool `json:"by_letter,omitempty"`
	Rounds   int  `json:"rounds"` // the most rounds
	when.Period
	Source string `json:"source"`
}

// LoadRules gives the vote rules that ship with the program: what an office starts
// with and then edits. A broken file panics, like any other broken constant.
func LoadRules() []VoteRule {
	var rules []VoteRule
	d := json.NewDecoder(bytes.NewReader(assets.Must("catalogue/votes.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&rules); err != nil {
		panic("council: votes.json: " + err.Error())
	}
	return rules
}

// RuleFor finds the rule of an award on a day: its own, else the one for every award.
func RuleFor(rules []VoteRule, award string, day when.Date) (VoteRule, bool) {
	var general VoteRule
	found := false
	for _, r := range rules {
		switch {
		case !r.Holds(day):
		case r.Award == award:
			return r, true
		case r.Award == "" && !found:
			general, found = r, true
		}
	}
	return general, found
}
