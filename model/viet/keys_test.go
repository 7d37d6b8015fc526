package viet

import (
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		"  Nguyễn  Văn\u00a0An ": "Nguyễn Văn An",
		"a\tb\r\nc":              "a b c",
		"Minh\u200b Ho\u0301a":   "Minh Hóa",
		"\ufeffSTT":              "STT",
		"D\u00ad\u00acng":        "D\u00ad\u00acng",
		"x\u0007y\u0085z\u2028w": "x y z w",
		"Tê\u0323n":              "Tện",
		"\u3000 \u2003":          "",
		"Nguyễn Văn An":          "Nguyễn Văn An",
		"“người tốt, việc tốt” – 2025…": "“người tốt, việc tốt” – 2025…",
		"Nguyễn\xffVăn": "Nguyễn\ufffdVăn",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Đinh Định Dinh":             "dinh dinh dinh",
		"Phan Rang – Tháp Chàm":      "phan rang thap cham",
		"  UBND huyện Ninh-Sơn. ":    "ubnd huyen ninh son",
		"K'Sor Y-Bih":                "k sor y bih",
		"05/TTr-STC":                 "05 ttr stc",
		"Nguye\u0302\u0303n":         "nguyen",
		"Thông\u00adtin":             "thongtin",
		"Müller & Söhne":             "muller sohne",
		"Chamaléa Katơr":             "chamalea kator",
		"đã đủ":                      "da du",
		"abc def":                    "abc def",
		"...":                        "",
		"Trường THPT số 2 (cơ sở 1)": "truong thpt so 2 co so 1",
		"Ðinh":                       "dinh",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKeyEvensWhatPeopleWriteTwoWays(t *testing.T) {
	same := [][2]string{
		{"Minh Hoá", "Minh Hóa"}, {"Thuỷ", "Thủy"}, {"khoẻ", "khỏe"}, {"tuỳ", "tùy"}, {"HOÀ", "hòa"}, {"Uỷ ban", "Ủy ban"},
		{"Phan Rang - Tháp Chàm", "Phan Rang–Tháp Chàm"}, {"Cơ - ho", "Cơ-ho"}, {"a\u00a0 b", "A B"},
		{"Minh Ho\u0301a", "Minh Hoá"}, {"qúy", "quý"}, {"Hoa\u0300 ", "Hòa"}, {"Ðinh", "Đinh"}, {"Thông\u00adtin", "Thôngtin"}, {"oà", "òa"},
	}
	for _, p := range same {
		if a, b := Key(p[0]), Key(p[1]); a != b {
			t.Errorf("Key(%q) = %q, Key(%q) = %q", p[0], a, p[1], b)
		}
	}
	differ := [][2]string{
		{"Hùng", "Hưng"}, {"Hưng", "Hứng"}, {"Mỹ", "Mĩ"}, {"quý", "qui"}, {"gìa", "già"}, {"Thanh", "Thành"}, {"hoàn", "hòan"}, {"thuý", "thuỳ"}, {"Thuy", "Thúy"},
	}
	for _, p := range differ {
		if a, b := Key(p[0]), Key(p[1]); a == b {
			t.Errorf("Key(%q) = Key(%q) = %q", p[0], p[1], a)
		}
	}
	if got := Key("Quý Già Thủy Hoà NGOẠI"); got != "quý già thủy hòa ngoại" {
		t.Errorf("Key keeps quý and gi: %q", got)
	}
}

func TestLooseKeyFindsIAndY(t *testing.T) {
	for _, p := range [][2]string{{"Mỹ", "Mĩ"}, {"chiến sĩ", "chiến sỹ"}, {"Lý", "Lí"}, {"Quý", "Quí"}, {"Y tế", "I tế"}, {"kỷ niệm", "kỉ niệm"}, {"tỷ", "tỉ"}, {"Thuý Mỹ", "Thúy Mĩ"}} {
		if a, b := LooseKey(p[0]), LooseKey(p[1]); a != b {
			t.Errorf("LooseKey(%q) = %q, LooseKey(%q) = %q", p[0], a, p[1], b)
		}
	}
	for _, p := range [][2]string{{"Mai", "May"}, {"Thúy", "Thúi"}, {"Tày", "Tài"}, {"Lý", "Lỳ"}} {
		if a, b := LooseKey(p[0]), LooseKey(p[1]); a == b {
			t.Errorf("LooseKey(%q) = LooseKey(%q) = %q", p[0], p[1], a)
		}
	}
}

// The orders of domain.md §7, checked there against CLDR's collation.
func TestOrder(t *testing.T) {
	for _, order := range [][]string{
		{"An", "Ánh", "Ăn", "Ân"},
		{"ma", "mà", "mả", "mã", "má", "mạ"},
		{"da", "dz", "đa"},
		{"Thanh", "Thành", "Thảnh", "Thánh", "Thạnh"},
		{"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"},
		{"Tổ 2", "Tổ 10", "Tổ dân phố"},
		{"Khoa Nhi", "Khoa Nội", "Phòng Dân số", "Phòng Tài chính"},
	} {
		if !slices.IsSortedFunc(order, func(a, b string) int { return compare(TextKey(a), TextKey(b)) }) {
			t.Errorf("TextKey does not order %v", order)
		}
		for i := 1; i < len(order); i++ {
			if TextKey(order[i-1]) >= TextKey(order[i]) {
				t.Errorf("%q is not before %q: %q %q", order[i-1], order[i], TextKey(order[i-1]), TextKey(order[i]))
			}
		}
	}
	people := []string{
		"Trần Văn An", "Đỗ Thị An", "Nguyễn Văn Ánh", "Bo Bo Quốc Bình", "Chamaléa Thị Bích", "Lê Ba", "Bá", "Nguyễn Thị Hoà", "Nguyễn Văn Hòa (Ba Hòa)",
	}
	want := []string{
		"Đỗ Thị An", "Trần Văn An", "Nguyễn Văn Ánh", "Lê Ba", "Bá", "Chamaléa Thị Bích", "Bo Bo Quốc Bình", "Nguyễn Thị Hoà", "Nguyễn Văn Hòa (Ba Hòa)",
	}
	sort.SliceStable(people, func(i, j int) bool { return SortKey(people[i]) < SortKey(people[j]) })
	if !slices.Equal(people, want) {
		t.Errorf("people in order:\n%q, want\n%q", people, want)
	}
	if SortKey("Nguyễn Thị Thuỷ") != SortKey("nguyễn thị  THỦY") {
		t.Error("the same name written twice has two places")
	}
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestGivenName(t *testing.T) {
	for in, want := range map[string]string{
		"Nguyễn Văn An": "An", "Katơr Thị Mơ": "Mơ", "Bá": "Bá", "Nguyễn Văn Hòa (Ba Hòa)": "Hòa", "": "",
		"Phạm Hùng tức Hai Hùng": "Hùng", "Y-Bih": "Y-Bih", "Đinh Thị K'Brếp": "K'Brếp", " Lê  Thị Hà. ": "Hà",
		"Nguyễn Thị Thanh Hà": "Hà", "(không tên)": "tên", "Lê Văn A, Sở Y tế": "A",
	} {
		if got, _, _ := givenPart(Clean(in)); got != want {
			t.Errorf("the given name of %q = %q, want %q", in, got, want)
		}
	}
}

// Keys do not depend on how the text was composed, and are their own keys.
func TestKeysOfAnyText(t *testing.T) {
	text := realText()
	rapid.Check(t, func(t *rapid.T) {
		x := text.Draw(t, "text")
		for name, f := range map[string]func(string) string{"Clean": Clean, "Fold": Fold, "Key": Key, "LooseKey": LooseKey, "TitleName": TitleName} {
			y := f(x)
			if z := f(norm.NFD.String(x)); z != y {
				t.Fatalf("%s of %q decomposed = %q, composed %q", name, x, z, y)
			}
			if z := f(y); z != y {
				t.Fatalf("%s is not stable: %q, %q, %q", name, x, y, z)
			}
		}
		if a, b := SortKey(x), SortKey(upperText(x)); a != b {
			t.Fatalf("SortKey depends on capitals: %q", x)
		}
		if Fold(x) != Fold(Key(x)) {
			t.Fatalf("Key changes letters: %q, %q", x, Key(x))
		}
	})
}

func FuzzKeys(f *testing.F) {
	f.Add("Nguyễn Văn (Ba) – K'Sor 10")
	f.Add("e\u0301\u0302\xff\u00ad\u200b")
	f.Add("ǅ ﬁ İ ß Ώ")
	f.Fuzz(func(t *testing.T, s string) {
		for name, g := range map[string]func(string) string{"NFC": NFC, "Clean": Clean, "Key": Key, "Fold": Fold, "TitleName": TitleName, "SortKey": SortKey, "TextKey": TextKey} {
			x := g(s)
			if name == "NFC" && x != norm.NFC.String(validUTF8(s)) {
				t.Errorf("NFC(%q) = %q", s, x)
			}
			if name == "Clean" && g(x) != x {
				t.Errorf("Clean(%q) = %q, then %q", s, x, g(x))
			}
		}
		HasLostCase(s)
		ParseRoman(s)
		FontEncoding(s)
	})
}

// The quick look at a name says what the long one says.
func TestTitledAgreesWithTheLongWay(t *testing.T) {
	parts := []string{"Nguyễn", "ứng", "ÁNH", "Ths", "bs", "Y", "ý", "thị", "văn", "Đàng", "đ", "K'Brếp", "Cơ-ho", "II", "", "a", "Minh", "ẩn", "NGUYễN", "tức", "và", "hAnh", "Ðào", "1"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 5).Draw(t, "words"), " ")
		titled, ok := Titled(s)
		if !ok {
			return
		}
		if lost := lostCase(s); lost != (titled != s) {
			t.Fatalf("%q: lost %v, titled %q", s, lost, titled)
		} else if lost && TitleName(s) != titled {
			t.Fatalf("%q: titled %q, TitleName %q", s, titled, TitleName(s))
		}
	})
}
