package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/viet"
	"thidua/model/when"
)

// ReadDong reads a sum of money as people type it: "2.340.000", "2 340 000 đ".
func ReadDong(text string) (award.Dong, error) {
	t := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "", "đồng", "", "đ", "", "VNĐ", "", "VND", "").Replace(strings.TrimSpace(text))
	n, err := strconv.ParseInt(t, 10, 62)
	if err != nil || n <= 0 {
		return 0, fault.New(fault.Invalid, "page.money").At("amount")
	}
	return award.Dong(n), nil
}

// DongText writes a sum with points between thousands.
func DongText(n award.Dong) string { return viet.Thousands(int64(n)) }

// ReadHundredths reads a coefficient: "3,5", "3.5", "0,75".
func ReadHundredths(text string) (int64, error) {
	bad := fault.New(fault.Invalid, "page.coefficient").At("hundredths")
	whole, part, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(text), ".", ","), ",")
	if len(part) > 2 || whole == "" {
		return 0, bad
	}
	n, err := strconv.ParseUint(whole+(part + "00")[:2], 10, 31)
	if err != nil || n == 0 {
		return 0, bad
	}
	return int64(n), nil
}

// HundredthsText writes it back: "3,5".
func HundredthsText(n int64) string {
	s := fmt.Sprintf("%d,%02d", n/100, n%100)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
}

// CoefficientRow is a coefficient with the money it comes to.
type CoefficientRow struct {
	award.Coefficient
	Award string // in full
	Order int
	Sum   string
}

// Coefficients lists the coefficients in the order of the catalogue, with their sum
// on a day; only those that hold on it when asked so.
func Coefficients(c *award.Catalogue, day when.Date, nowOnly bool) []CoefficientRow {
	var out []CoefficientRow
	for _, x := range c.Money.Coefficients {
		if nowOnly && !x.Holds(day) {
			continue
		}
		r := CoefficientRow{Coefficient: x, Award: c.Name(x.Award)}
		if a, ok := c.Award(x.Award); ok {
			r.Order = a.Order
		}
		if x.Holds(day) {
			if sum, ok := c.Money.Sum(x.Award, x.Kind, day); ok {
				r.Sum = DongText(sum)
			}
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b CoefficientRow) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Award, b.Award), cmp.Compare(b.From, a.From), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}
