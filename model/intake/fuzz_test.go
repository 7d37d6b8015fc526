package intake

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/model/viet"
)

// words that make rows of every sort when thrown together.
var scraps = []string{"", "", "STT", "Họ và tên", "Nam", "Nữ", "Ngày sinh", "Đơn vị", "Hình thức khen thưởng", "Chức vụ, đơn vị", "Họ", "Tên", "Tập thể", "Cá nhân", "A", "I", "II", "1", "1.1", "x", "nt",
	"Nguyễn Văn Ẩn", "Bà Lê Thị Én, Phó Giám đốc Sở Y tế", "Sở Y tế", "UBND huyện Ninh Sơn", "BK TTg", "Giấy khen", "05/03/1980", "03/25/1980", "058080001234", "5.8E+10", "Tổng cộng", "NGƯỜI LẬP",
	"Ninh Thuận, ngày 5 tháng 12 năm 2025", "TRƯỜNG TIỂU HỌC", "Hé gia ®×nh «ng", "Nguyeãn Vaên", "\u00ad", "#N/A", "(1)", "Ông", "ông ", "Hộ ông", "\n", "Phó", "Trưởng ", "DANH SÁCH", "(", ",", "-", "  ", "\xff\xfe", "İ", "ẞ"}

// anyBook throws a book together: wild merges, fonts that do not exist, rows out of order.
func anyBook(t *rapid.T) *Book {
	b := &Book{Name: "x", Format: "xlsx", Fonts: []string{"", ".VnTime", "VNI-Times", ".VnTimeH"}}
	for range rapid.IntRange(0, 3).Draw(t, "sheets") {
		g := Grid{Name: rapid.SampledFrom([]string{"", "Hướng dẫn", "Cá nhân", "a!b"}).Draw(t, "name"), Hidden: rapid.IntRange(0, 9).Draw(t, "hidden") == 0}
		number := 0
		for range rapid.IntRange(0, 14).Draw(t, "rows") {
			number += rapid.IntRange(0, 2).Draw(t, "step")
			row := Row{Number: number, Hidden: rapid.IntRange(0, 19).Draw(t, "hide") == 0}
			for range rapid.IntRange(0, 7).Draw(t, "cells") {
				c := Cell{Col: rapid.IntRange(-1, 9).Draw(t, "col"), Kind: CellKind(rapid.IntRange(0, 5).Draw(t, "kind")), Struck: rapid.IntRange(0, 30).Draw(t, "struck") == 0,
					Font: rapid.IntRange(-1, 5).Draw(t, "font"), Num: rapid.SampledFrom([]float64{0, 1, 1980, 29286, 58080001234, -5, 1e300, math.NaN(), math.Inf(1)}).Draw(t, "num"),
					Formula: rapid.Bool().Draw(t, "formula")}
				c.Text = rapid.SampledFrom(scraps).Draw(t, "a") + rapid.SampledFrom(append(scraps, " ", ", ", " - ")).Draw(t, "b")
				row.Cells = append(row.Cells, c)
			}
			g.Rows = append(g.Rows, row)
		}
		for range rapid.IntRange(0, 3).Draw(t, "merges") {
			g.Merges = append(g.Merges, Merge{rapid.IntRange(-1, 9).Draw(t, "t"), rapid.IntRange(-1, 9).Draw(t, "l"), rapid.IntRange(-1, 1<<20).Draw(t, "b"), rapid.IntRange(-1, 1<<14).Draw(t, "r")})
		}
		b.Sheets = append(b.Sheets, g)
	}
	return b
}

// What holds for every book, whatever it contains.
func TestAnyBook(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := anyBook(rt)
		before, _ := json.Marshal(b.Fonts)
		tables, err := Read(context.Background(), b, options(), nil)
		again, err2 := Read(context.Background(), b, options(), nil)
		if (err == nil) != (err2 == nil) || len(tables) != len(again) {
			rt.Fatal("the same book gives two answers")
		}
		if after, _ := json.Marshal(b.Fonts); string(after) != string(before) {
			rt.Fatal("the book was changed")
		}
		for k, tb := range tables {
			if !slices.EqualFunc(tb.Rows, again[k].Rows, func(x, y StagedRow) bool { return show(x.Record) == show(y.Record) }) {
				rt.Fatal("the same book gives two answers")
			}
			promise(rt, tb)
		}
	})
}

// promise is what a table owes whoever reads it.
func promise(t interface{ Fatalf(string, ...any) }, tb Table) {
	for _, r := range tb.Rows {
		for _, s := range []string{r.Name, r.Honorific, r.Ethnicity, r.IDNumber, r.Position, r.Subunit, r.Unit, r.Achievement, r.Address, r.Note, r.AwardText} {
			if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.ContainsAny(s, "\n\r\t") {
				t.Fatalf("row %d: %q is not one clean line", r.Row, s)
			}
		}
		if r.Kind != Individual && r.Kind != Collective && r.Kind != Household {
			t.Fatalf("row %d: kind %q", r.Row, r.Kind)
		}
		if r.Birth != 0 && !r.Birth.Valid() {
			t.Fatalf("row %d: birth %s", r.Row, r.Birth)
		}
		flagged := func(f string) bool { return slices.ContainsFunc(r.Issues, func(i Issue) bool { return i.Field == f }) }
		if r.Name == "" && !flagged("name") {
			t.Fatalf("row %d: no name and no issue", r.Row)
		}
		if r.Award == "" && !flagged("award") && !slices.ContainsFunc(tb.Issues, func(i Issue) bool { return i.Code == "intake.columns-clash" }) {
			t.Fatalf("row %d: no award and no issue", r.Row)
		}
		for _, i := range r.Issues {
			if i.Severity != Error && i.Severity != Warning || !strings.HasPrefix(i.Code, "intake.") || !strings.HasPrefix(i.Group, "intake.group.") {
				t.Fatalf("row %d: issue %+v", r.Row, i)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("STT|Họ và tên|Đơn vị|Hình thức\n#1|Lê Thị Én|Sở Y tế|GK\nA|TẬP THỂ\n|Tổng cộng")
	f.Add("TT|Tập thể, cá nhân đề nghị xét khen thưởng\nI|Tập thể\n#1|Phòng A\nII|Cá nhân\n#1|Ông B, Phó Giám đốc Sở Y tế")
	f.Add("Họ|Tên|Năm sinh||BK TTg\n||Nam|Nữ|\nLê|Én|1980||x")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		g := Grid{Name: "f"}
		for i, l := range strings.Split(text, "\n") {
			row := Row{Number: i + 1}
			for col, s := range strings.Split(l, "|") {
				c := Cell{Col: col, Text: s, Font: len(s) % 4}
				if s, ok := strings.CutPrefix(s, "#"); ok {
					c.Kind, c.Num = Number, float64(len(s))*97
					c.Text = s
				}
				row.Cells = append(row.Cells, c)
			}
			g.Rows = append(g.Rows, row)
		}
		tables, err := Read(context.Background(), bookOf(g), options(), nil)
		if err != nil {
			return
		}
		for _, tb := range tables {
			promise(t, tb)
		}
	})
}

// A name, post and unit come through every old encoding as they were written.
func TestEncodedRowsComeBack(t *testing.T) {
	names := []string{"Nguyễn Văn Hùng", "Trượng Minh Ứng", "Katơr Thị Ánh", "Pi Năng Ẩn", "Đàng Quý", "Ức Thị Én", "Bo Bo Khánh"}
	posts := []string{"Phó Giám đốc", "Ủy viên Thường trực", "Chánh Văn phòng", "Chuyên viên chính"}
	rapid.Check(t, func(rt *rapid.T) {
		enc := rapid.SampledFrom([]viet.Encoding{viet.TCVN3, viet.VNI, viet.CP1258, viet.Unicode}).Draw(rt, "encoding")
		code := func(s string) string { out, _ := viet.Encode(enc, s); return out }
		lines := []string{code("STT") + "|" + code("Họ và tên") + "|" + code("Chức vụ") + "|" + code("Đơn vị công tác") + "|" + code("Hình thức khen thưởng")}
		var want []string
		for i := range 8 {
			n, p := rapid.SampledFrom(names).Draw(rt, "name"), rapid.SampledFrom(posts).Draw(rt, "post")
			lines = append(lines, "#"+string(rune('1'+i))+"|"+code(n)+"|"+code(p)+"|"+code("Sở Y tế")+"|"+code("Giấy khen"))
			want = append(want, n+"|"+p+"|Sở Y tế|giay_khen")
		}
		tables, err := Read(context.Background(), bookOf(grid("a", lines...)), options(), nil)
		if err != nil {
			rt.Fatal(err)
		}
		for i, r := range tables[0].Rows {
			if got := r.Name + "|" + r.Position + "|" + r.Unit + "|" + r.Award; got != want[i] {
				rt.Fatalf("%s: got %s, want %s", enc, got, want[i])
			}
		}
	})
}
