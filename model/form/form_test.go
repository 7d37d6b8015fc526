package form

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/paper"
	"thidua/model/when"
)

var update = flag.Bool("update", false, "write the golden outlines anew")

const (
	bkTinh = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
	bkTTg  = "Bằng khen của Thủ tướng Chính phủ"
	bkQH   = "Bằng khen của Ủy ban Thường vụ Quốc hội"
)

var (
	awardTinh = Award{Name: bkTinh, Decider: "Chủ tịch Ủy ban nhân dân tỉnh"}
	awardTTg  = Award{Name: bkTTg, Decider: "Thủ tướng Chính phủ", Via: "Ủy ban Thường vụ Quốc hội", Above: true}
	awardQH   = Award{Name: bkQH, Decider: "Ủy ban Thường vụ Quốc hội", Above: true}
)

func movement() Movement {
	return Movement{
		Name:  "“Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam” (06/01/1946 - 06/01/2026)",
		Merit: "thực hiện phong trào thi đua “Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam” (06/01/1946 - 06/01/2026)",
		Basis: []string{"Kế hoạch số 789/KH-UBTVQH15 ngày 17/4/2024 của Ủy ban Thường vụ Quốc hội triển khai phong trào thi đua chào mừng “Kỷ niệm 80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam” (06/01/1946 - 06/01/2026)"},
		From:  when.Of(2024, 4, 17), Last: when.Of(2026, 1, 6),
	}
}

// few are one of each kind and each way a nominee can be written, all made up.
func few() []Line {
	return []Line{
		{Kind: Collective, Name: "Phòng Thi đua - Khen thưởng", Unit: "Sở Nội vụ tỉnh Khánh Hòa", Award: bkTinh, Achievement: "Tham mưu ban hành kế hoạch, hướng dẫn khen thưởng đúng hạn; 100% hồ sơ thẩm định trước hạn."},
		{Kind: Collective, Name: "UBND xã Ninh Phước", Award: bkTinh, Achievement: "Trả lời 100% kiến nghị cử tri đúng hạn."},
		{Kind: Household, Name: "Chamaléa Thị Mẫu", Gender: "female", Address: "thôn Mẫu Một, xã Bác Ái Đông, tỉnh Khánh Hòa", Award: bkTinh, Achievement: "Hiến 500 m² đất làm nhà văn hóa thôn."},
		{Kind: Individual, Name: "Nguyễn Văn Mẫu", Gender: "male", Post: "Phó Giám đốc", Unit: "Sở Nội vụ tỉnh Khánh Hòa", Birth: when.Of(1975, 3, 5), Award: bkTinh, Achievement: "Chỉ đạo tổng hợp, thẩm định hồ sơ khen thưởng."},
		{Kind: Individual, Name: "Lê Thị Mẫu", Gender: "female", Post: "Chuyên viên", Unit: "Văn phòng Đoàn ĐBQH và HĐND tỉnh Khánh Hòa", Birth: when.Of(1988, 11, 0), Award: bkTinh, Achievement: "Tổ chức 24 cuộc tiếp xúc cử tri."},
		{Kind: Individual, Honorific: "Đại tá", Name: "Trần Văn Mẫu", Gender: "male", Post: "Chính ủy", Unit: "Bộ Chỉ huy Quân sự tỉnh Khánh Hòa", Birth: when.Of(1970, 0, 0), Award: bkTinh, Achievement: "Huy động lực lượng bảo vệ các kỳ họp."},
		{Kind: Individual, Name: "Katơr Mẫu", Award: bkTinh},
	}
}

// three are the awards of the plan, mixed as a movement's dossiers come.
func three() []Line {
	ls := few()
	return append(ls,
		Line{Kind: Collective, Name: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Khánh Hòa", Award: bkTTg, Achievement: "Tham mưu tổ chức thành công 12 kỳ họp."},
		Line{Kind: Individual, Name: "Phạm Thị Thử", Gender: "female", Post: "Chánh Văn phòng", Unit: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Khánh Hòa", Award: bkTTg},
		Line{Kind: Individual, Name: "Đỗ Văn Thử", Gender: "male", Post: "Trưởng phòng", Unit: "Phòng Công tác Quốc hội", Award: bkQH},
	)
}

// many are n made-up nominees, every tenth a collective, every fiftieth a household.
func many(n int) []Line {
	var ls []Line
	for i := 1; i <= n; i++ {
		l := Line{Kind: Individual, Gender: []string{"male", "female"}[i%2], Name: fmt.Sprintf("Người Mẫu Thứ %04d", i), Post: "Chuyên viên", Unit: "Sở Nội vụ tỉnh Khánh Hòa", Award: bkTinh, Money: 3_800_000,
			Achievement: "Hoàn thành xuất sắc nhiệm vụ được giao trong phong trào thi đua."}
		switch {
		case i%50 == 0:
			l = Line{Kind: Household, Gender: "male", Name: fmt.Sprintf("Chủ Hộ Thứ %04d", i), Address: "thôn Mẫu, xã Ninh Sơn", Award: bkTinh, Money: 5_700_000}
		case i%10 == 0:
			l = Line{Kind: Collective, Name: fmt.Sprintf("Tập thể mẫu thứ %04d", i), Unit: "Sở Nội vụ tỉnh Khánh Hòa", Award: bkTinh, Money: 7_590_000}
		}
		ls = append(ls, l)
	}
	return ls
}

// frame is a draft of March 2026; signed has number, date and a signer.
func frame() Frame { return Frame{Day: when.Of(2026, 3, 10)} }

func signed(no string, d when.Date, authority ...string) Frame {
	return Frame{Day: d, Head: Letterhead{Number: no, Date: d}, Sign: Signing{Authority: authority, Name: "Nguyễn Thị Mẫu Ký"}}
}

// golden compares a document's outline with the file kept of it.
func golden(t *testing.T, name string, d *paper.Document) string {
	t.Helper()
	if err := paper.Verify(d); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	got := paper.Outline(d)
	clean(t, name, got)
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (run with -update after looking):\n%s", name, d)
	}
	return got
}

// clean finds what must never stand on a paper: the program's words, a place not
// filled, doubled punctuation or spaces.
func clean(t *testing.T, name, outline string) {
	t.Helper()
	for i, l := range strings.Split(outline, "\n") {
		for _, bad := range []string{"{", "}", "[", "]", "null", "nil", "%!", ",,", ";;", "..", " ,", " ;", "  .", "( ", " )", "**", "__"} {
			if strings.Contains(strings.ReplaceAll(strings.ReplaceAll(l, "./.", "."), "   ", "…"), bad) {
				t.Errorf("%s:%d: %q in %q", name, i+1, bad, l)
			}
		}
		if s := strings.ReplaceAll(l, "   ", ""); strings.Contains(s, "  ") && !strings.HasPrefix(l, "|") {
			t.Errorf("%s:%d: double space in %q", name, i+1, l)
		}
	}
}
