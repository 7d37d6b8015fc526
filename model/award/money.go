package award

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// Dong is an amount of money in whole đồng.
type Dong int64

// Coefficient is how many base salaries an award is worth, for one kind of
// nominee, in hundredths so that no sum ever passes through a binary fraction.
type Coefficient struct {
	ID         int64         `json:"-"`
	Rev        int64         `json:"-"`
	Award      string        `json:"award"`
	Kind       registry.Kind `json:"kind"`
	Hundredths int64         `json:"hundredths"` // 350 = 3,5 lần
	when.Period
	Source string `json:"source"`
}

// Salary is the lương cơ sở of a period.
type Salary struct {
	ID     int64 `json:"-"`
	Rev    int64 `json:"-"`
	Amount Dong  `json:"amount"`
	when.Period
	Source string `json:"source"`
}

// Tariff is what awards are worth on any day.
type Tariff struct {
	Coefficients []Coefficient `json:"coefficients"`
	Salaries     []Salary      `json:"salaries"`
}

// Sum is the money that goes with an award decided on a day: coefficient × base
// salary of that day, rounded up to ten thousand đồng (NĐ 152/2025/NĐ-CP, Điều
// 49). ok is false when no coefficient or salary holds on that day; such an award
// then carries no money until the office enters one.
func (t Tariff) Sum(award string, k registry.Kind, day when.Date) (sum Dong, ok bool) {
	c, ok := t.coefficient(award, k, day)
	if !ok {
		return 0, false
	}
	for _, s := range t.Salaries {
		if s.Holds(day) {
			return roundUp(int64(s.Amount)*c, 100*10_000) * 10_000, true
		}
	}
	return 0, false
}

// roundUp divides and rounds up; the result counts units of ten thousand đồng.
func roundUp(n, by int64) Dong { return Dong((n + by - 1) / by) }

func (t Tariff) coefficient(award string, k registry.Kind, day when.Date) (int64, bool) {
	for _, c := range t.Coefficients {
		if c.Award == award && c.Kind == k && c.Holds(day) {
			return c.Hundredths, true
		}
	}
	return 0, false
}

// Prize is money about to be paid, for the rule on several titles at one time.
type Prize struct {
	Nominee int64
	Award   string
	Class   Class
	Year    int       // the year the title counts for
	Day     when.Date // of the decision
	Sum     Dong
}

// Payable tells which prizes are paid: of several titles (danh hiệu thi đua) for
// one year given at the same time only the highest is; titles for different years
// are each paid, and a form of commendation beside a title always (NĐ
// 152/2025/NĐ-CP, Điều 49). covered gives for each prize the place of the one that
// is paid in its stead, -1 for those that are paid themselves.
func Payable(list []Prize) (covered []int) {
	type key struct {
		nominee int64
		year    int
		day     when.Date
	}
	best := map[key]int{}
	covered = make([]int, len(list))
	for i, p := range list {
		covered[i] = -1
		if p.Class != Title {
			continue
		}
		k := key{p.Nominee, p.Year, p.Day}
		if b, ok := best[k]; !ok || p.Sum > list[b].Sum {
			best[k] = i
		}
	}
	for i, p := range list {
		if p.Class == Title {
			if b := best[key{p.Nominee, p.Year, p.Day}]; b != i {
				covered[i] = b
			}
		}
	}
	return covered
}

// Fund names who pays the money that goes with an award (Luật 06/2022/QH15, Điều
// 11.4): the one who decided, from the fund they manage; for awards of the State
// the one who proposed.
type Fund string

// The funds an office of the province has to do with.
const (
	FundProvince Fund = "tinh"     // the province's
	FundUnit     Fund = "don_vi"   // of the body that decided
	FundCentral  Fund = "cap_tren" // of the central body that decided
)

// FundNames are the funds in words.
var FundNames = []registry.Name{
	{Code: string(FundProvince), Name: "Quỹ thi đua, khen thưởng của tỉnh"},
	{Code: string(FundUnit), Name: "Quỹ thi đua, khen thưởng của cơ quan, đơn vị quyết định khen thưởng"},
	{Code: string(FundCentral), Name: "Quỹ thi đua, khen thưởng của cơ quan trung ương quyết định khen thưởng"},
}

// String is the fund in words.
func (f Fund) String() string { return registry.NameOf(FundNames, string(f)) }

// PaidBy is the fund an award is paid from when the province proposes it.
func (a Award) PaidBy() Fund {
	switch a.Level {
	case Central:
		return FundCentral
	case Base:
		return FundUnit
	}
	return FundProvince
}
