package council

import (
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	sitting "thidua/model/council"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
	"thidua/ui/words"
)

// Renewed is the council that follows another one from a day on: the members in
// office that day, with terms that begin then.
func Renewed(c sitting.Council, from when.Date) sitting.Council {
	n := sitting.Council{Name: c.Name, By: c.By, Unit: c.Unit, On: from, Period: when.Period{From: from}}
	for _, m := range c.Seats(from, false) {
		m.ID, m.Period = 0, when.Period{From: from}
		n.Members = append(n.Members, m)
	}
	return n
}

// BodyOf names whose council it is.
func BodyOf(book *registry.Book, c sitting.Council) string {
	if c.Unit == 0 || book == nil {
		return words.CouncilProvince
	}
	v, _ := book.Near(c.Unit, c.From)
	return v.Name
}

// Swapped is a council with the member at a place moved up (-1) or down (+1).
func Swapped(c sitting.Council, at, by int) sitting.Council {
	c.Members = slices.Clone(c.Members)
	if to := at + by; to >= 0 && to < len(c.Members) {
		c.Members[at], c.Members[to] = c.Members[to], c.Members[at]
	}
	return c
}

// WithMember is a council with a member changed, or added when the place is -1.
func WithMember(c sitting.Council, at int, m sitting.Member) sitting.Council {
	c.Members = slices.Clone(c.Members)
	if at < 0 {
		c.Members = append(c.Members, m)
	} else {
		c.Members[at] = m
	}
	return c
}

// ReadShare reads a share as a rule is read: "từ 80%", "2/3", "trên 1/2", "quá bán".
func ReadShare(text, field string) (sitting.Share, error) {
	bad := fault.New(fault.Invalid, "page.share").At(field)
	s := sitting.Share{}
	at := strings.IndexAny(text, "0123456789")
	if at < 0 {
		at = len(text)
	}
	t := strings.ReplaceAll(text[at:], " ", "")
	switch viet.Fold(text[:at]) {
	case "qua ban":
		if t == "" {
			return sitting.Share{Num: 1, Den: 2, Over: true}, nil
		}
		return s, bad
	case "tren":
		s.Over = true
	case "", "tu", "it nhat":
		if strings.ContainsAny(text[:at], "-+") {
			return s, bad
		}
	default:
		return s, bad
	}
	if num, ok := strings.CutSuffix(t, "%"); ok {
		n, err := strconv.Atoi(num)
		if err != nil || n < 0 || n > 100 {
			return s, bad
		}
		a, b := n, 100 // 90 % is kept as 9/10, as the law's own rules are
		for b != 0 {
			a, b = b, a%b
		}
		s.Num, s.Den = n/a, 100/a
		return s, nil
	}
	num, den, ok := strings.Cut(t, "/")
	n, err := strconv.Atoi(num)
	d, err2 := strconv.Atoi(den)
	if !ok || err != nil || err2 != nil || d <= 0 || n < 0 || n > d {
		return s, bad
	}
	s.Num, s.Den = n, d
	return s, nil
}

// RuleName is the award a rule is for, in words.
func RuleName(c *award.Catalogue, r sitting.VoteRule) string {
	if r.Award == "" || c == nil {
		return words.VoteForAll
	}
	return c.Name(r.Award)
}

// RuleHow says how an award is voted on.
func RuleHow(r sitting.VoteRule) string {
	switch {
	case r.Ballot && r.Secret:
		return words.RoundSecret
	case r.Ballot:
		return words.RoundBallot
	}
	return words.RoundHands
}

// RuleText says what a rule asks for: "từ 90% tổng số thành viên Hội đồng; bỏ phiếu
// kín; họp toàn thể; nhiều nhất 2 lượt".
func RuleText(r sitting.VoteRule) string {
	parts := []string{r.Pass.String() + " " + r.Of.String(), lower(RuleHow(r))}
	if r.Full {
		parts = append(parts, words.RuleFull)
	}
	return strings.Join(append(parts, words.Fill(words.RuleRounds, r.Rounds)), "; ")
}

// FromNow is a new rule for the award of an old one, from a day on.
func FromNow(r sitting.VoteRule, day when.Date) sitting.VoteRule {
	r.ID, r.Rev, r.Period = 0, 0, when.Period{From: day}
	return r
}
