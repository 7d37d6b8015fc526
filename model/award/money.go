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
