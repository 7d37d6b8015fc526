package intake

import (
	"context"
	"fmt"
	"math/rand"
	"runtime"
	"testing"

	"thidua/model/viet"
	"thidua/model/when"
)

// bigBook is an agency's list of n people in ten columns, as a reader hands it over.
func bigBook(n int, enc viet.Encoding) *Book {
	rng := rand.New(rand.NewSource(1))
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Katơr", "Chamaléa", "Pi Năng", "Đàng", "Bo Bo"}
	middle := []string{"Văn", "Thị", "Hữu", "Đức", "Ngọc", "Thị Mỹ", "Quốc", "Thanh"}
	given := []string{"Hùng", "Hưng", "Hứng", "Ánh", "Ẩn", "Yến", "Quý", "Ứng", "Hòa", "Sỹ", "Tuấn", "Én"}
	posts := []string{"Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Chuyên viên", "Kế toán", "Ủy viên Thường trực"}
	deeds := []string{"Tham mưu tổ chức %d kỳ họp đúng tiến độ, bảo đảm chất lượng.", "Có %02d sáng kiến được công nhận cấp cơ sở.", "Hoàn thành %d%% chỉ tiêu được giao."}
	awards := []string{"Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Ủy ban Thường vụ Quốc hội"}
	font := map[viet.Encoding]int{viet.TCVN3: 1, viet.VNI: 2}[enc]
	text := func(col int, s string) Cell {
		if enc != viet.Unicode {
			s, _ = viet.Encode(enc, s)
		}
		return Cell{Col: col, Text: s, Font: font}
	}
	g := Grid{Name: "Danh sách", Rows: make([]Row, 0, n+1)}
	head := Row{Number: 1}
	for i, h := range []string{"STT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"} {
		head.Cells = append(head.Cells, text(i, h))
	}
	g.Rows = append(g.Rows, head)
	for i := range n {
		woman, y := rng.Intn(2), 60+rng.Intn(40)
		g.Rows = append(g.Rows, Row{Number: i + 2, Cells: []Cell{
			{Col: 0, Kind: Number, Num: float64(i + 1), Text: fmt.Sprint(i + 1)},
			text(1, family[rng.Intn(10)]+" "+middle[rng.Intn(8)]+" "+given[rng.Intn(12)]),
			text(2, []string{"Nam", "Nữ"}[woman]),
			text(3, fmt.Sprintf("%02d/%02d/19%02d", 1+rng.Intn(28), 1+rng.Intn(12), y)),
			text(4, []string{"Kinh", "Chăm", "Raglai"}[rng.Intn(3)]),
			text(5, fmt.Sprintf("058%d%02d%06d", woman, y, rng.Intn(1000000))),
			text(6, posts[rng.Intn(6)]),
			text(7, fmt.Sprintf("Sở số %d", rng.Intn(500))),
			text(8, fmt.Sprintf(deeds[rng.Intn(3)], rng.Intn(100))),
			text(9, awards[rng.Intn(3)]),
		}})
	}
	return &Book{Name: "lon.xlsx", Format: "xlsx", Fonts: []string{"", ".VnTime", "VNI-Times"}, Sheets: []Grid{g}}
}

// bigOffice is 500 units and 10,000 people by identity number.
type bigOffice struct {
	units  map[string]UnitCandidate
	people map[string]PersonCandidate
}

func (o bigOffice) FindUnits(text string, _ when.Date) []UnitCandidate {
	if u, ok := o.units[viet.Key(text)]; ok {
		return []UnitCandidate{u}
	}
	return nil
}

func (o bigOffice) FindPeople(p Person) []PersonCandidate {
	if c, ok := o.people[p.IDNumber]; ok {
		return []PersonCandidate{c}
	}
	return nil
}

func newBigOffice() bigOffice {
	o := bigOffice{map[string]UnitCandidate{}, map[string]PersonCandidate{}}
	for i := range 500 {
		n := fmt.Sprintf("Sở số %d", i)
		o.units[viet.Key(n)] = UnitCandidate{ID: int64(i), Code: fmt.Sprint("S", i), Name: n, Score: 100}
	}
	for i := range 10000 {
		id := fmt.Sprintf("058080%06d", i)
		o.people[id] = PersonCandidate{ID: int64(i), Name: "Nguyễn Văn Ẩn", IDNumber: id, Score: 100}
	}
	return o
}

// BenchmarkRead repairs and matches; ns/row must not grow with the rows, and
// TCVN3 may cost a tenth more than Unicode.
func BenchmarkRead(b *testing.B) {
	o := newBigOffice()
	for _, n := range []int{10_000, 100_000} {
		for _, enc := range []viet.Encoding{viet.Unicode, viet.TCVN3, viet.VNI} {
			b.Run(fmt.Sprintf("%d/%s", n, enc), func(b *testing.B) {
				book := bigBook(n, enc)
				opt := Options{Today: when.Of(2025, 12, 10), Units: o, People: o, Awards: testAwards}
				b.ReportAllocs()
				b.ResetTimer()
				for range b.N {
					var before, after runtime.MemStats
					runtime.GC()
					runtime.ReadMemStats(&before)
					tables, err := Read(context.Background(), book, opt, nil)
					if err != nil || len(tables[0].Rows) != n {
						b.Fatal(err, len(tables))
					}
					runtime.GC()
					runtime.ReadMemStats(&after)
					b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB-kept")
					runtime.KeepAlive(tables)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
			})
		}
	}
}
