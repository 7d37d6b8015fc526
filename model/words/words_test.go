package words

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"thidua/model/fault"
	"thidua/model/when"
)

func TestSay(t *testing.T) {
	bad := func(s string) *fault.Error { return fault.New(fault.Invalid, "when.bad-date", s) }
	badSaid := func(s string) string {
		return "Ngày “" + s + "” không đúng. Hãy ghi theo dạng năm-tháng-ngày, ví dụ 2024-04-17."
	}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"nothing", nil, ""},
		{"a fault", bad("31/2"), badSaid("31/2")},
		{"a fault that another error wraps", fmt.Errorf("row 7: %w", bad("x")), badSaid("x")},
		{"all faults of a form, the same one once", fault.List{bad("a"), bad("a"), bad("b")}, badSaid("a") + " " + badSaid("b")},
		{"a list that another error wraps", fmt.Errorf("form: %w", fault.List{bad("a")}), badSaid("a")},
		{"stopped by the person", fmt.Errorf("query: %w", context.Canceled), "Đã dừng theo yêu cầu; chưa có gì bị thay đổi."},
		{"no fault at all", errors.New("disk I/O error 778"), "Chương trình gặp lỗi ngoài dự kiến nên việc vừa làm chưa được ghi. " +
			"Hãy làm lại; nếu vẫn lỗi, gửi tệp nhat-ky-loi.txt trong thư mục dữ liệu cho cán bộ công nghệ thông tin."},
		{"a code without a sentence", fault.New(fault.Store, "words.no-such"), "Không thực hiện được (mã words.no-such). Hãy báo mã này cho cán bộ công nghệ thông tin."},
	} {
		if got := Say(c.err); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestFill(t *testing.T) {
	day := when.MustParse("2025-07-01")
	for _, c := range []struct {
		sentence string
		args     []any
		want     string
	}{
		{"không có gì để điền", nil, "không có gì để điền"},
		{"{1} rồi {0}, lại {1}", []any{"một", "hai"}, "hai rồi một, lại hai"},
		{"ngày {0}", []any{day}, "ngày 01/07/2025"},
		{"năm {0}", []any{when.MustParse("1980")}, "năm 1980"},
		{"ngày {0}, số {1}", []any{"2025-07-01", "2025-13-01"}, "ngày 01/07/2025, số 2025-13-01"}, // back from a store
		{"{0} dòng, {1}%", []any{100000, 12.5}, "100000 dòng, 12,5%"},
		{"có hiệu lực {0}", []any{when.Period{From: when.MustParse("2024-01-01"), To: day}}, "có hiệu lực từ ngày 01/01/2024 đến hết ngày 30/06/2025"},
		{"có hiệu lực {0}", []any{when.Period{From: day}}, "có hiệu lực từ ngày 01/07/2025"},
		{"các đơn vị: {0}", []any{[]string{"Sở Y tế", "Sở Tài chính"}}, "các đơn vị: Sở Y tế, Sở Tài chính"},
		{"thiếu {2}, {0}", []any{"có"}, "thiếu …, có"},
		{"{ngoặc} thường {", []any{"x"}, "{ngoặc} thường {"},
		{"{0}", []any{"{1}", "không được điền hai lần"}, "{1}"},
	} {
		if got := fill(c.sentence, c.args); got != c.want {
			t.Errorf("fill(%q, %v) = %q, want %q", c.sentence, c.args, got, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no tab":           "a.b câu\n",
		"no sentence":      "a.b\t \n",
		"no code":          "\tcâu\n",
		"same code twice":  "a.b\tcâu\na.b\tcâu khác\n",
		"known from other": "z.z\tcâu\n",
	} {
		if err := read(map[string]string{"z.z": "câu"}, "a.vi.tsv", text); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	got := map[string]string{}
	if err := read(got, "a.vi.tsv", "# lời\r\n\r\na.b\tcâu\r\n"); err != nil || got["a.b"] != "câu" {
		t.Errorf("file saved on Windows: %q, %v", got, err)
	}
}
