package viet

import "testing"

var sinkR Repaired
var sinkS string

func BenchmarkRepair(b *testing.B) {
	tc := enc(b, TCVN3, "Dương Thanh Mạnh")
	vn := enc(b, VNI, "Dương Thanh Mạnh")
	long := "Tham mưu tổ chức 12 kỳ họp HĐND tỉnh đúng tiến độ, bảo đảm chất lượng, được các đại biểu ghi nhận."
	for _, c := range []struct {
		name, in, font string
		column         Encoding
	}{
		{"ascii", "058074878610", "Times New Roman", Unicode},
		{"unicode", "Nguyễn Thị Hồng Gấm", "Times New Roman", Unicode},
		{"unicode-long", long, "Times New Roman", Unicode},
		{"unicode-latin1", "Trung Hòa, Công an", "Times New Roman", Unicode},
		{"half-composed", "Nguyê\u0303n Thi\u0323 Hoa", "Times New Roman", Unicode},
		{"tcvn3-font", tc, ".VnTime", TCVN3},
		{"tcvn3-column", tc, "Arial", TCVN3},
		{"tcvn3-alone", tc, "", ""},
		{"tcvn3-long", enc(b, TCVN3, long), ".VnTime", TCVN3},
		{"vni-font", vn, "VNI-Times", VNI},
		{"ascii-under-vntime", "058074878610", ".VnTime", TCVN3},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkR = Repair(c.in, c.font, c.column)
			}
		})
	}
}

func BenchmarkKeys(b *testing.B) {
	name, unit := "Nguyễn Thị Hồng Gấm", "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"
	for _, c := range []struct {
		name string
		f    func(string) string
		in   string
	}{
		{"Clean/clean", Clean, unit},
		{"Clean/dirty", Clean, "  Nguyễn \u00a0Thị\tHồng  Gấm "},
		{"Fold", Fold, unit},
		{"Key", Key, unit},
		{"LooseKey", LooseKey, unit},
		{"SortKey", SortKey, name},
		{"TextKey", TextKey, unit},
		{"TitleName/shout", TitleName, "NGUYỄN THỊ HỒNG GẤM"},
		{"TitleName/fine", TitleName, name},
		{"NFC", NFC, unit},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkS = c.f(c.in)
			}
		})
	}
}
