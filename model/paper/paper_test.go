package paper

import (
	"strings"
	"testing"

	"thidua/model/fault"
)

func TestLettersFollowTheVietnameseOrder(t *testing.T) {
	var got []string
	for n := 1; n <= 8; n++ {
		got = append(got, Letter(n))
	}
	if s := strings.Join(got, " "); s != "a b c d đ e g h" {
		t.Fatal(s)
	}
	if Letter(23) != "y" || Letter(24) != "aa" || Letter(28) != "ađ" || Letter(0) != "" {
		t.Fatal(Letter(23), Letter(24), Letter(28))
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1994: "MCMXCIV"} {
		if got := Roman(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestNumbersAndDatesKeepTheDecreesZeros(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{NumberOf("5", "QĐ-UBND").String(), " 05/QĐ-UBND"},
		{NumberOf("15", "QĐ-BNV").String(), " 15/QĐ-BNV"},
		{NumberOf("", "TTr-SNV").String(), "   " + "/TTr-SNV"},
		{DateOf(2026, 1, 5).String(), "ngày 05 tháng 01 năm 2026"},
		{DateOf(2026, 6, 29).String(), "ngày 29 tháng 6 năm 2026"},
		{DateOf(2026, 10, 0).String(), "ngày" + "   " + " tháng 10 năm 2026"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestPunctuationIsPutNotDoubled(t *testing.T) {
	r := Recitals{Items: []Text{Plain("Căn cứ A"), Plain("Căn cứ B."), Plain("Theo đề nghị của C;")}}
	var got []string
	for _, x := range r.Closed() {
		got = append(got, x.String())
		for _, run := range x {
			if !run.Italic {
				t.Error("a căn cứ not in italics")
			}
		}
	}
	if s := strings.Join(got, "|"); s != "Căn cứ A;|Căn cứ B;|Theo đề nghị của C." {
		t.Fatal(s)
	}
	if s := Ended(Plain("xem xét, quyết định. ")).String(); s != "xem xét, quyết định./." {
		t.Fatal(s)
	}
	if s := Ended(Join(Plain("thi hành"), Bold("."))).String(); s != "thi hành./." {
		t.Fatal(s)
	}
	if s := strings.Join(Sign{Recipients: []string{"Như trên", "Lưu: VT."}}.RecipientLines(), "|"); s != "Nơi nhận:|- Như trên;|- Lưu: VT." {
		t.Fatal(s)
	}
}

func TestMarkup(t *testing.T) {
	got := Markup("Tặng **Bằng khen** cho __ông__ A ** và __ B")
	want := Text{{Words: "Tặng "}, {Words: "Bằng khen", Bold: true}, {Words: " cho "}, {Words: "ông", Italic: true}, {Words: " A ** và __ B"}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %+v", i, got[i])
		}
	}
}

func TestCountRestartsInEachGroup(t *testing.T) {
	tb := &Table{Columns: []Column{{Share: 1}, {Share: 9}}, Rows: []Row{
		{Kind: RowGroup, Cells: CellsOf("I", "TẬP THỂ")}, {Cells: CellsOf("", "A")}, {Cells: CellsOf("", "B")},
		{Kind: RowGroup, Cells: CellsOf("II", "CÁ NHÂN")}, {Cells: CellsOf("", "C")}, {Kind: RowTotal, Cells: CellsOf("", "Cộng")}}}
	tb.Count()
	want := "| I | TẬP THỂ |\n| 1 | A |\n| 2 | B |\n| II | CÁ NHÂN |\n| 1 | C |\n|  | Cộng |\n"
	if got := Outline(&Document{Parts: []Part{{Blocks: []Block{tb}}}}); got != want {
		t.Fatalf("%s", got)
	}
}

func TestVerifyFindsRowsThatDoNotFill(t *testing.T) {
	two := []Column{{Share: 1}, {Share: 2}}
	good := &Table{Columns: two, Head: []Row{{Cells: []Cell{{Rows: 2}, {}}}, {Cells: []Cell{{}}}}, Rows: []Row{{Cells: []Cell{{Cols: 2}}}}}
	if err := Verify(&Document{Parts: []Part{{Blocks: []Block{good}}}}); err != nil {
		t.Fatal(err)
	}
	for name, tb := range map[string]*Table{
		"short":     {Columns: two, Rows: []Row{{Cells: CellsOf("a")}}},
		"wide":      {Columns: two, Rows: []Row{{Cells: []Cell{{Cols: 3}}}}},
		"tall body": {Columns: two, Rows: []Row{{Cells: []Cell{{Rows: 2}, {}}}, {Cells: []Cell{{}}}}},
		"share":     {Columns: []Column{{}}, Rows: nil},
		"none":      {},
	} {
		err := Verify(&Document{Parts: []Part{{Blocks: []Block{tb}}}})
		if fault.KindOf(err) != fault.Internal || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	mixed := []Block{Certificate{}, Space{}}
	if fault.CodeOf(Verify(&Document{Parts: []Part{{Blocks: mixed}}})) != "paper.certificate-mixed" {
		t.Error("a certificate among text is taken")
	}
}

func TestWordsLeaveTheMarks(t *testing.T) {
	out := Outline(&Document{Parts: []Part{{Name: "Danh sách", Landscape: true, Blocks: []Block{
		Head{Issuer: []string{"SỞ NỘI VỤ"}, Number: Join(Plain("Số:"), NumberOf("", "TTr-SNV"))},
		Fields{Items: []Field{{Label: "Họ và tên"}, {Label: "Nữ", Value: Check(true)}}},
		Sign{Recipients: []string{"Như trên", "Lưu: VT"}, Signers: []Signer{{Post: []string{"GIÁM ĐỐC"}, Name: "Lê Văn Mẫu"}}},
	}}}})
	want := "SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc Số: /TTr-SNV Họ và tên: Nữ: Nơi nhận: Như trên; Lưu: VT. GIÁM ĐỐC Lê Văn Mẫu"
	if got := strings.Join(Words(out), " "); got != want {
		t.Fatalf("%s", got)
	}
}
