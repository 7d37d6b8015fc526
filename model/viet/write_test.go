package viet

import (
	"strings"
	"testing"
)

func validUTF8(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// isSyllable tells whether a word is a Vietnamese syllable as it is written: an
// onset, a rime that exists, and a tone the rime can carry.
func isSyllable(word string) bool {
	var w wordMarks
	for _, r := range word {
		if !w.add(r) {
			return false
		}
	}
	return w.syllable()
}

func TestSyllables(t *testing.T) {
	for _, w := range strings.Fields("a Nguyễn thuở khuya nghiêng quyết Quỳnh quý qúy gì gìn giếng già giữa giặt Ứng Ẩn yêu uống oanh uỷ ủy hòa hoà kỷ ngoằn loắt xuyến khuỷu chuếch ngoẻo tuýp quốc quạnh") {
		if !isSyllable(w) {
			t.Errorf("%s is a syllable", w)
		}
		if !isSyllable(strings.ToUpper(w)) {
			t.Errorf("%s is a syllable in capitals", w)
		}
	}
	for _, w := range strings.Fields("Katơr Pupur Chamaléa tap ngề nghà cì kà giêc qàn bẽt xyz thhương ươ1 wa Đ hèt nguyen~ iêu") {
		if isSyllable(w) {
			t.Errorf("%s is no syllable", w)
		}
	}
	if !isSyllable("nguye\u0302\u0303n") {
		t.Error("a decomposed syllable is a syllable")
	}
}

// A list that holds what is no syllable would prefer wrong readings.
func TestCommonWordsAreSyllables(t *testing.T) {
	for _, w := range strings.Fields(commonList) {
		if !isSyllable(w) || isASCII(w) {
			t.Errorf("%s in common.txt is no syllable with marks", w)
		}
	}
}

func TestTitleName(t *testing.T) {
	for in, want := range map[string]string{
		"NGUYỄN VĂN AN":            "Nguyễn Văn An",
		"nguyễn văn an":            "Nguyễn Văn An",
		"Nguyễn Văn An":            "Nguyễn Văn An",
		"CHAMALÉA THỊ BÍCH YẾN":    "Chamaléa Thị Bích Yến",
		"KATƠR BA":                 "Katơr Ba",
		"PI NĂNG CÔNG HÙNG":        "Pi Năng Công Hùng",
		"PUPUR BO BO TÀ YÊN":       "Pupur Bo Bo Tà Yên",
		"Trượng Minh ứng":          "Trượng Minh Ứng",
		"NGUYễN VăN áNH":           "Nguyễn Văn Ánh",
		"nGUYỄN văn hÒA":           "Nguyễn Văn Hòa",
		"K'SOR Y BRẾP":             "K'Sor Y Brếp",
		"K'Sor":                    "K'Sor",
		"K'sor":                    "K'sor",
		"H’HEN NIÊ":                "H’Hen Niê",
		"Y-BIH ALIÔ":               "Y-Bih Aliô",
		"Cơ-ho":                    "Cơ-ho",
		"CƠ-HO":                    "Cơ-ho",
		"ra-glai":                  "Ra-glai",
		"A-LƯỚI":                   "A-Lưới",
		"ĐÀO THỊ MỸ (BA TRE)":      "Đào Thị Mỹ (Ba Tre)",
		"PHẠM HÙNG (TỨC HAI HÙNG)": "Phạm Hùng (tức Hai Hùng)",
		"TS. NGUYỄN VĂN A":         "TS. Nguyễn Văn A",
		"THS NGUYỄN VĂN A":         "ThS Nguyễn Văn A",
		"BSCKII. LÊ THỊ HÀ":        "BSCKII. Lê Thị Hà",
		"lê thị hà":                "Lê Thị Hà",
		"McDonald":                 "McDonald",
		"Lê Văn Đ":                 "Lê Văn Đ",
		"":                         "",
		"NGUYỄN  VĂN\tAN":          "Nguyễn  Văn\tAn",
	} {
		if got := TitleName(in); got != want {
			t.Errorf("TitleName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHasLostCase(t *testing.T) {
	for _, s := range []string{"NGUYỄN VĂN AN", "nguyễn văn an", "d\u01b0ơng thanh mạnh", "Trượng Minh ứng", "NGUYễN VĂN áNH", "Nguyễn thị Lan", "Nguyễn văn Ẩn", "nGUYỄN VĂN A", "HOA", "hoa", "KATƠR BA", "Lưu ẩn", "TS. NGUYỄN VĂN A", "K'SOR Y", "Nguyễn văn an", "Đỗ thị hoà", "Lê đức anh"} {
		if !HasLostCase(s) {
			t.Errorf("%q has lost its capitals", s)
		}
	}
	for _, s := range []string{"Nguyễn Văn An", "Chamaléa Thị Yến", "Katơr Ba", "Pi Năng Thị Hà", "Phòng Tổng hợp", "Sở Giáo dục và Đào tạo", "Trường THPT Ninh Hải", "UBND tỉnh", "K'Sor Y", "Lê Văn A", "", "123", "THCS", "Cơ-ho", "Hộ gia đình ông Katơr Ba", "TS. Lê Hà", "Nguyễn Văn An và vợ", "Lê Văn Tám (thôn 3)", "Y-Bih Aliô", "Hồ sơ", "Văn phòng", "Hội Nông dân xã"} {
		if HasLostCase(s) {
			t.Errorf("%q has its capitals", s)
		}
	}
}

func TestNumberWords(t *testing.T) {
	for n, want := range map[int64]string{
		0: "không", 1: "một", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi", 21: "hai mươi mốt",
		24: "hai mươi tư", 25: "hai mươi lăm", 55: "năm mươi lăm", 100: "một trăm", 101: "một trăm linh một", 104: "một trăm linh bốn", 105: "một trăm linh năm", 110: "một trăm mười", 115: "một trăm mười lăm",
		121: "một trăm hai mươi mốt", 1000: "một nghìn", 1001: "một nghìn không trăm linh một", 1010: "một nghìn không trăm mười", 1955: "một nghìn chín trăm năm mươi lăm",
		3510000: "ba triệu năm trăm mười nghìn", 1000005: "một triệu không trăm linh năm", 1000000000: "một tỷ", 21000000000: "hai mươi mốt tỷ",
		1002003004: "một tỷ không trăm linh hai triệu không trăm linh ba nghìn không trăm linh bốn", 1000000000000: "một nghìn tỷ", 1500000000000: "một nghìn năm trăm tỷ",
		-3: "âm ba",
	} {
		if got := NumberWords(n); got != want {
			t.Errorf("NumberWords(%d) = %q, want %q", n, got, want)
		}
	}
	if got := MoneyWords(3510000); got != "Ba triệu năm trăm mười nghìn đồng" {
		t.Errorf("MoneyWords = %q", got)
	}
	if got := NumberWords(-1 << 63); !strings.HasPrefix(got, "âm chín tỷ hai trăm hai mươi ba triệu") {
		t.Errorf("the smallest number: %q", got)
	}
}

func TestFigures(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1.000", 3510000: "3.510.000", -1234567: "-1.234.567", 100000: "100.000"} {
		if got := Thousands(n); got != want {
			t.Errorf("Thousands(%d) = %q", n, got)
		}
	}
	for n, want := range map[int]string{0: "00", 5: "05", 10: "10", 123: "123", -4: "-4"} {
		if got := TwoDigits(n); got != want {
			t.Errorf("TwoDigits(%d) = %q", n, got)
		}
	}
	for i := 1; i < 4000; i++ {
		if n, ok := ParseRoman(Roman(i)); !ok || n != i {
			t.Fatalf("Roman %d = %s, read as %d %v", i, Roman(i), n, ok)
		}
	}
	for _, s := range []string{"", "IIII", "VX", "A", "ICI", "12", "MMMMMMMM"} {
		if n, ok := ParseRoman(s); ok {
			t.Errorf("%q read as %d", s, n)
		}
	}
	if n, ok := ParseRoman(" iv. "); !ok || n != 4 {
		t.Errorf("iv. = %d %v", n, ok)
	}
}
