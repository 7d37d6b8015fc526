package award

import (
	"testing"

	"thidua/model/registry"
)

// The sums that go with each award at the two base salaries, in đồng; none is -1.
var sums = []struct {
	award      string
	i1, c1, h1 Dong // at 2.340.000
	i2, c2, h2 Dong // at 2.530.000
}{
	{"bang_khen_thu_tuong", 8_190_000, 16_380_000, 12_290_000, 8_860_000, 17_710_000, 13_290_000},
	{"bang_khen_chu_tich_tinh", 3_510_000, 7_020_000, 5_270_000, 3_800_000, 7_590_000, 5_700_000},
	{"bang_khen_bo", 3_510_000, 7_020_000, 5_270_000, 3_800_000, 7_590_000, 5_700_000},
	{"bang_khen_khac", 2_340_000, 4_680_000, 3_510_000, 2_530_000, 5_060_000, 3_800_000},
	{"giay_khen", 710_000, 1_410_000, 1_060_000, 760_000, 1_520_000, 1_140_000},
	{"cstd_toan_quoc", 10_530_000, -1, -1, 11_390_000, -1, -1},
	{"cstd_tinh", 7_020_000, -1, -1, 7_590_000, -1, -1},
	{"cstd_co_so", 2_340_000, -1, -1, 2_530_000, -1, -1},
	{"lao_dong_tien_tien", 710_000, -1, -1, 760_000, -1, -1},
	{"tap_the_lao_dong_xuat_sac", -1, 3_510_000, -1, -1, 3_800_000, -1},
	{"tap_the_lao_dong_tien_tien", -1, 1_880_000, -1, -1, 2_030_000, -1},
	{"co_thi_dua_chinh_phu", -1, 28_080_000, -1, -1, 30_360_000, -1},
	{"co_thi_dua_tinh", -1, 18_720_000, -1, -1, 20_240_000, -1},
	{"ky_niem_chuong_ubtvqh", 1_880_000, -1, -1, 2_030_000, -1, -1},
	{"ky_niem_chuong_tinh", 1_410_000, -1, -1, 1_520_000, -1, -1},
	{"bang_khen_ubtvqh", -1, -1, -1, -1, -1, -1}, // no coefficient anywhere
}

func TestSumToTheDong(t *testing.T) {
	m := Load().Money
	check := func(code string, k registry.Kind, on string, want Dong) {
		t.Helper()
		got, ok := m.Sum(code, k, day(on))
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s, %s on %s: %d, want %d", code, k, on, got, want)
		}
	}
	for _, s := range sums {
		// 2.340.000 holds from 01/7/2024 under both decrees, 2.530.000 from 01/7/2026.
		for _, on := range []string{"2024-07-01", "2025-06-30", "2025-07-01", "2026-06-30"} {
			check(s.award, registry.Individual, on, s.i1)
			check(s.award, registry.Collective, on, s.c1)
			check(s.award, registry.Household, on, s.h1)
		}
		for _, on := range []string{"2026-07-01", "2026-11-22"} {
			check(s.award, registry.Individual, on, s.i2)
			check(s.award, registry.Collective, on, s.c2)
			check(s.award, registry.Household, on, s.h2)
		}
	}
	check("bang_khen_thu_tuong", registry.Individual, "2024-06-30", 6_300_000) // 3,5 × 1.800.000
	check("bang_khen_thu_tuong", registry.Individual, "2023-12-31", -1)        // no coefficient before the decree
}

func TestSumRoundsUpNotOff(t *testing.T) {
	m := Tariff{Coefficients: []Coefficient{{Award: "x", Kind: registry.Individual, Hundredths: 100}}, Salaries: []Salary{{Amount: 2_340_001}}}
	if got, _ := m.Sum("x", registry.Individual, day("2025-01-01")); got != 2_350_000 {
		t.Errorf("one đồng above ten thousand gives %d", got)
	}
}
