package intake

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What stands around and between the nominees changes none of them.
func TestNoiseChangesNothing(t *testing.T) {
	heads := []string{"STT|Họ và tên|Chức vụ|Đơn vị công tác|Hình thức khen thưởng|Ghi chú", "TT|Tên tập thể, cá nhân|Chức danh|Cơ quan, đơn vị|Đề nghị|Ghi chú"}
	above := []string{"UBND TỈNH NINH THUẬN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ TÀI CHÍNH|||Độc lập - Tự do - Hạnh phúc", "", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "(Kèm theo Tờ trình số 1/TTr-STC ngày 01/12/2025)", "Đơn vị tính: người", "Phụ lục II", "Năm 2025", "|||Mẫu số 01"}
	between := []string{"", "~", "| | ", "||#N/A|#N/A", "|Cộng: 05 người", "|Tổng cộng|#5", "HEAD", "!#9|Người Ẩn|Kế toán|Sở Y tế|GK", "~~9|~~Lê Văn Gạch|~~Kế toán|~~Sở Y tế|~~GK", "#7", "|||=|="}
	below := []string{"|Tổng cộng: 06 người", "|Danh sách này gồm có 06 người./.", "", "||||Ninh Thuận, ngày 05 tháng 12 năm 2025", "|NGƯỜI LẬP BIỂU|||THỦ TRƯỞNG ĐƠN VỊ", "||||(Ký tên, đóng dấu)", "~", "|Trần Thị Năm|||Lê Văn Sáu"}
	rapid.Check(t, func(rt *rapid.T) {
		rng := rand.New(rand.NewSource(rapid.Int64().Draw(rt, "seed")))
		head := heads[rng.Intn(len(heads))]
		var lines []string
		for _, l := range above {
			if rng.Intn(2) == 0 {
				lines = append(lines, l)
			}
		}
		lines = append(lines, head)
		if rng.Intn(2) == 0 {
			lines = append(lines, "(1)|(2)|(3)|(4)|(5)|(6)")
		}
		numbered := rng.Intn(4) > 0
		var want []string
		groups := rng.Intn(3)
		kind := "individual"
		for i := range 6 {
			if groups == 1 && i == 0 {
				lines, kind = append(lines, "I|TẬP THỂ"), "collective"
			}
			if groups == 1 && i == 3 {
				lines, kind = append(lines, "II|CÁ NHÂN"), "individual"
			}
			if groups == 2 && i%2 == 0 {
				lines = append(lines, []string{"A|KHỐI CÁC CƠ QUAN", "B|Cụm thi đua số 2", "C|Lĩnh vực y tế"}[i/2])
			}
			no := fmt.Sprintf("#%d", i+1)
			if !numbered {
				no = ""
			}
			name := []string{"Nguyễn Văn Ẩn", "Katơr Thị Én", "Đàng Quý", "Bo Bo Ý", "Tống Công Hiếu", "Đoàn Văn Cộng"}[i]
			if kind == "collective" {
				name = []string{"Phòng Tổng hợp", "Khoa Nhi", "Văn phòng"}[i]
				lines = append(lines, no+"|"+name+"||Sở Y tế|BK tỉnh|")
			} else {
				lines = append(lines, no+"|"+name+"|Kế toán|Sở Y tế|BK tỉnh|")
			}
			want = append(want, kind+" "+name+" Sở Y tế bang_khen_chu_tich_tinh")
			for rng.Intn(3) == 0 {
				n := between[rng.Intn(len(between))]
				if n == "HEAD" {
					n = head
				}
				lines = append(lines, n)
			}
		}
		if rng.Intn(3) > 0 {
			lines = append(lines, below...)
		}
		tables, err := Read(context.Background(), bookOf(grid("Trang 1", lines...)), options(), nil)
		if err != nil {
			rt.Fatal(err)
		}
		var got []string
		seen := map[int]bool{}
		for _, tb := range tables {
			for _, r := range tb.Rows {
				got = append(got, r.Kind+" "+r.Name+" "+r.Unit+" "+r.Award)
				seen[r.Row] = true
			}
			for _, s := range tb.Skipped {
				seen[s.Row] = true
			}
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			rt.Fatalf("got\n%s\nfrom\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
		}
		for i := range lines {
			if !seen[i+1] {
				rt.Fatalf("row %d is neither read nor skipped:\n%s", i+1, strings.Join(lines, "\n"))
			}
		}
	})
}
