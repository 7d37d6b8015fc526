package viet

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func enc(t testing.TB, e Encoding, s string) string {
	t.Helper()
	c, _ := Encode(e, s)
	return c
}

func TestRepairByFont(t *testing.T) {
	for _, c := range []struct{ in, font, want string }{
		{"D\u00ad\u00acng Thanh M\u00b9nh", ".VnTime", "Dương Thanh Mạnh"},
		{"UBND T\u00d8NH NINH THU\u00cbN", ".VnTimeH", "UBND TỈNH NINH THUẬN"},
		{"ubnd t\u00d8nh", ".VnTimeH", "UBND TỈNH"},
		{"Nam", ".VnTimeH", "NAM"},
		{"Kat¬r H÷u Kh¸nh", ".VnTime", "Katơr Hữu Khánh"},
		{"Chamal\u00d0a Th\u00de BÝch YÕn", ".VnTime", "Chamaléa Thị Bích Yến"},
		{"05/TTr-STC", ".VnTime", "05/TTr-STC"},
		{"an.nv@ninhthuan.gov.vn", ".VnTime", "an.nv@ninhthuan.gov.vn"},
		{"45/TTr-STC ng\u00b5y 05", ".VnTime", "45/TTr-STC ngày 05"},
		{"18 ng\u00ad\u00eai", ".VnTime", "18 người"},
		{"H\u00e9", ".VnTime", "Hộ"},
		{"\u00d1\u00f6\u00f4ng", "VNI-Times", "Đương"},
		{"Th\u00f2", "VNI-Times", "Thị"},
		{"L\u00f3nh", "VNI-Times", "Lĩnh"},
		{"Pupur \u00d1\u00f6\u00f9c A\u00c5n", "VNI-Times", "Pupur Đức Ẩn"},
		{"C\u00f4-ho", "VNI-Times", "Cơ-ho"},
		{"C\u00ac-ho", ".VnTime", "Cơ-ho"},
		{"Nguyễn Văn An", ".VnTime", "Nguyễn Văn An"},
		{"Phòng Tài chính", ".VnTime", "Phòng Tài chính"},
		{"1.234,5", ".VnTime", "1.234,5"},
	} {
		r := Repair(c.in, c.font, "")
		if r.Text != c.want || r.Doubt != NoDoubt {
			t.Errorf("Repair(%q, %q) = %+v, want %q without doubt", c.in, c.font, r, c.want)
		}
	}
}

func TestRepairByLetters(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
		enc  Encoding
	}{
		{"D\u00ad\u00acng Thanh M\u00b9nh", "Dương Thanh Mạnh", TCVN3},
		{"N\u00f7", "Nữ", TCVN3},
		{"N\u00f6\u00f5", "Nữ", VNI},
		{"Hoï vaø teân", "Họ và tên", VNI},
		{"Hä vµ tªn", "Họ và tên", TCVN3},
		{"Q§-UBND", "QĐ-UBND", TCVN3},
		{"NGUYÔN V¡N ¸NH", "NGUYỄN VĂN ÁNH", TCVN3},
		{"§inh ThÞ B×nh", "Đinh Thị Bình", TCVN3},
		{"Nguyễn", "Nguyễn", Unicode},
		{"Hòa", "Hòa", Unicode},
		{"Phòng Tài chính", "Phòng Tài chính", Unicode},
		{"Quý", "Quý", Unicode},
		{"500 m²", "500 m²", Unicode},
		{"4 × 100 m", "4 × 100 m", Unicode},
		{"25 °C, ½ ngày", "25 °C, ½ ngày", Unicode},
		{"«Nhân dân»", "«Nhân dân»", Unicode},
		{"Công ty TNHH ABC®", "Công ty TNHH ABC®", Unicode},
		{"Nguyê\u0303n Thi\u0323 Hoa", "Nguyễn Thị Hoa", Unicode},
		{"Ho\u0300a", "Hòa", Unicode},
		{"Ðinh Văn Ðông", "Đinh Văn Đông", Unicode},
		{"Thông\u00adtin", "Thôngtin", Unicode},
		{"NguyêÞn Vãn Ðýõòng", "Nguyễn Văn Đượng", CP1258},
		{"Zürich", "Zürich", Unicode},
		{"日本", "日本", Unicode},
		{"", "", Unicode},
		{"Nam", "Nam", Unicode},
		{"058074878610", "058074878610", Unicode},
		{"https://example.org/?id=1&x=?", "https://example.org/?id=1&x=?", Unicode},
		{"Đồng ý?", "Đồng ý?", Unicode},
	} {
		r := Repair(c.in, "", "")
		if r.Text != c.want || r.Encoding != c.enc || r.Doubt != NoDoubt {
			t.Errorf("Repair(%q) = %+v, want %q as %s without doubt", c.in, r, c.want, c.enc)
		}
	}
	in, _ := Encode(UTF8, "Nguyễn Văn Đức, Sở Y tế")
	if r := Repair(in, "", ""); r.Text != "Nguyễn Văn Đức, Sở Y tế" || r.Encoding != UTF8 || r.Doubt != NoDoubt {
		t.Errorf("UTF-8 read as windows-1252: %+v", r)
	}
}

func TestRepairDoubts(t *testing.T) {
	for _, c := range []struct {
		in     string
		font   string
		column Encoding
		want   string
		other  string
		doubt  Doubt
	}{
		// One word that is good in both: the column reads it, a person decides.
		{"Hé", "", TCVN3, "Hộ", "Hé", Doubtful},
		{"Hé", "", Unicode, "Hé", "", NoDoubt},
		{"Hé", "", Mixed, "Hé", "Hộ", Doubtful},
		{"Hé", "", "", "Hé", "Hộ", Doubtful},
		{"Hé", "Arial", TCVN3, "Hộ", "Hé", Doubtful},
		{"Hé", ".VnTime", Unicode, "Hộ", "", NoDoubt},
		{"C\u00f4-ho", "", VNI, "Cơ-ho", "", NoDoubt},
		// A Unicode cell in a column of TCVN3 is never taken for it.
		{"công dân", "", TCVN3, "công dân", "cụng dõn", Doubtful},
		{"Hùng", "", TCVN3, "Hùng", "Hựng", Doubtful},
		{"Hùng", "", "", "Hùng", "", NoDoubt},
		{"Hùng", "", Mixed, "Hùng", "", NoDoubt},
		{"Soá", "", Unicode, "Soá", "Số", Doubtful},
		{"Sở Y tế", "", TCVN3, "Sở Y tế", "", NoDoubt},
		{"Phòng Tài chính", "", TCVN3, "Phòng Tài chính", "", NoDoubt},
		// The soft hyphen was dropped.
		{"Trëng phßng", ".VnTime", "", "Trưởng phòng", "", LostLetter},
		{"Th viÖn tØnh", "", "", "Thư viện tỉnh", "", LostLetter},
		{"Phã Chñ tÞch Thêng trùc", ".VnTime", "", "Phó Chủ tịch Thường trực", "", LostLetter},
		{"D¬ng Thanh M¹nh", ".VnTime", "", "Dương Thanh Mạnh", "", LostLetter},
		{"Tr-ëng phßng", ".VnTime", "", "Trưởng phòng", "", LostLetter},
		{"Hng", ".VnTime", "", "Hưng", "", LostLetter},
		{"Hng", "", Unicode, "Hng", "", NoDoubt},
		{"THCS", ".VnTime", "", "THCS", "", NoDoubt},
		{"Kh TT ThS", ".VnTime", "", "Kh TT ThS", "", NoDoubt},
		// Letters eaten by a code page that lacks them.
		{"Nguy?n V?n An", "", "", "Nguy?n V?n An", "", Doubtful},
		{"Nguy\xffn", "", "", "Nguy\ufffdn", "", Doubtful},
		// Unicode typed on behind TCVN3.
		{"Së Y tÕ tỉnh", "", "", "Sở Y tế tỉnh", "Së Y tÕ tỉnh", Doubtful},
	} {
		r := Repair(c.in, c.font, c.column)
		if r.Text != c.want || r.Doubt != c.doubt || r.Other != c.other {
			t.Errorf("Repair(%q, %q, %q) = %+v, want %q, other %q, doubt %d", c.in, c.font, c.column, r, c.want, c.other, c.doubt)
		}
	}
	// The sentence of domain.md §6.4: the letter is gone and the spaces are broken.
	if r := Repair("T h«ng t c ñ a é B V¨n ho¸", "", ""); r.Encoding != TCVN3 || r.Doubt == NoDoubt {
		t.Errorf("lost ư with broken spaces: %+v", r)
	}
}

// allSyllables is every spelling that the syllables and the place of the tone allow.
func allSyllables() []string {
	var pool []string
	for _, o := range append(strings.Fields(onsetList), "", "qu") {
		for _, r := range strings.Fields(rimeList) {
			rime := []rune(r)
			for i, v := range rime {
				if !isVowel[markOf(v).base()] {
					break
				}
				for tone := ngang; tone <= nang; tone++ {
					w := []rune(o + r)
					w[len([]rune(o))+i] = composed[markOf(v).base()][tone]
					var m wordMarks
					for _, x := range w {
						m.add(x)
					}
					if m.syllable() && m.placed() && !(tone == ngang && i > 0) {
						pool = append(pool, string(w))
					}
				}
			}
		}
	}
	return pool
}

// realText makes lines of real syllables. rapid prefers small numbers, so the
// words come evenly from a source seeded by what it draws.
func realText() *rapid.Generator[string] {
	pool := allSyllables()
	usual := strings.Fields(commonList)
	return rapid.Custom(func(t *rapid.T) string {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		n := rapid.IntRange(1, 8).Draw(t, "words")
		from := pool
		if rapid.Bool().Draw(t, "usual") {
			from = usual
		}
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteString([]string{" ", " ", " ", ", ", " - ", "/", " (", ". "}[rng.IntN(8)])
			}
			w := from[rng.IntN(len(from))]
			switch rng.IntN(4) {
			case 0:
				w = FirstCapital(w)
			case 1:
				w = upperText(w)
			}
			b.WriteString(w)
		}
		return b.String()
	})
}

func TestAnyTextComesBack(t *testing.T) {
	text := realText()
	rapid.Check(t, func(t *rapid.T) {
		x := text.Draw(t, "text")
		for _, e := range []Encoding{TCVN3, VNI, CP1258, UTF8, Unicode} {
			want := x
			code, ok := Encode(e, x)
			if !ok {
				want = Decode(e, code, false)
				if e != TCVN3 || lowerText(want) != lowerText(x) {
					t.Fatalf("%s cannot write %q", e, x)
				}
			}
			if got := Decode(e, code, false); got != want {
				t.Fatalf("%s: %q came back as %q", e, want, got)
			}
			r := Repair(code, "", e)
			if r.Doubt == NoDoubt && r.Text != want && r.Text != evenCapitals(want) {
				t.Fatalf("%s without a font: %q became %+v without a doubt", e, want, r)
			}
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if r := Repair(form.String(x), "", Unicode); r.Text != x || r.Doubt != NoDoubt && usual(x) {
				t.Fatalf("%q in form %v became %+v", x, form, r)
			}
		}
	})
}

// Every syllable alone in a cell, the hardest case: in a column of its own
// encoding it comes back or is doubted, and as Unicode it is never changed
// without a doubt, whatever the column is.
func TestEverySyllableAlone(t *testing.T) {
	pool := allSyllables()
	if len(pool) < 15000 {
		t.Fatalf("only %d syllables", len(pool))
	}
	for _, x := range pool {
		for _, w := range []string{x, FirstCapital(x), upperText(x)} {
			for _, e := range []Encoding{TCVN3, VNI, CP1258, UTF8} {
				code, _ := Encode(e, w)
				want := Decode(e, code, false)
				if r := Repair(code, "", e); r.Text != want && r.Text != evenCapitals(want) && r.Doubt == NoDoubt {
					t.Errorf("%s: %q became %+v", e, want, r)
				}
				if r := Repair(w, "", e); r.Text != w && r.Doubt == NoDoubt {
					t.Errorf("Unicode %q in a column of %s became %+v", w, e, r)
				}
			}
			for _, e := range []Encoding{"", Unicode, Mixed} {
				if r := Repair(w, "", e); r.Text != w {
					t.Errorf("Unicode %q in a column %q became %+v", w, e, r)
				}
			}
			if r := Repair(norm.NFD.String(w), "Arial", Unicode); r.Text != w || r.Doubt != NoDoubt {
				t.Errorf("decomposed %q became %+v", w, r)
			}
		}
	}
}

// Whatever the column is, Unicode is not read as something else without a doubt.
func TestUnicodeIsNeverTakenForLegacy(t *testing.T) {
	text := realText()
	rapid.Check(t, func(t *rapid.T) {
		x := text.Draw(t, "text")
		for _, column := range []Encoding{"", Unicode, TCVN3, VNI, CP1258, Mixed} {
			for _, font := range []string{"", "Arial"} {
				if r := Repair(x, font, column); r.Text != x && r.Doubt == NoDoubt {
					t.Fatalf("%q in a %q column became %+v", x, column, r)
				}
			}
		}
	})
}

func TestDetectColumn(t *testing.T) {
	lines := phraseLines(t)
	as := func(e Encoding, ls []string) []string {
		var out []string
		for _, l := range ls {
			out = append(out, enc(t, e, l))
		}
		return out
	}
	for _, e := range []Encoding{Unicode, TCVN3, VNI, CP1258, UTF8} {
		if got := DetectColumn(as(e, lines), nil); got != e {
			t.Errorf("a column of %s was taken for %s", e, got)
		}
	}
	if got := DetectColumn(append(as(TCVN3, lines[:30]), lines[30:]...), nil); got != Mixed {
		t.Errorf("half TCVN3, half Unicode: %s", got)
	}
	one := append(slices.Clone(lines), enc(t, TCVN3, "Dương Thanh Mạnh"))
	if got := DetectColumn(one, nil); got != Mixed {
		t.Errorf("one cell of TCVN3 without its font among Unicode: %s", got)
	}
	fonts := make([]string, len(one))
	fonts[len(one)-1] = ".VnTime"
	if got := DetectColumn(one, fonts); got != Unicode {
		t.Errorf("one cell of TCVN3 in its font among Unicode: %s", got)
	}
	if got := DetectColumn([]string{"1", "Nam", "", "x@y.vn"}, nil); got != Unicode {
		t.Errorf("ASCII only: %s", got)
	}
	if got := DetectColumn([]string{"Hé", "Hé", "có"}, []string{".VnTime", ".VnTime", ".VnTime"}); got != TCVN3 {
		t.Errorf("look-alikes under .VnTime: %s", got)
	}
}

// The share of cells that come back right without a question, cell by cell and
// without a font. None may come back wrong without one. Measured on the lines
// of testdata when written: Unicode 100 %, UTF-8 100 %, TCVN3, VNI and
// windows-1258 97 % and more.
func TestDetectionRates(t *testing.T) {
	lines := phraseLines(t)
	for _, e := range []Encoding{Unicode, TCVN3, VNI, CP1258, UTF8} {
		for _, column := range []Encoding{e, Mixed} {
			sure := 0
			for _, l := range lines {
				code := enc(t, e, l)
				want := Decode(e, code, false)
				r := Repair(code, "", column)
				switch {
				case r.Text == want && r.Doubt == NoDoubt:
					sure++
				case r.Doubt == NoDoubt:
					t.Errorf("%s in a %s column: %q became %q without a doubt", e, column, want, r.Text)
				}
			}
			share := float64(sure) / float64(len(lines))
			t.Logf("%s in a %s column: %.1f %% sure", e, column, 100*share)
			if share < 0.95 || e == Unicode && share < 1 {
				t.Errorf("%s in a %s column: only %.1f %% sure", e, column, 100*share)
			}
		}
	}
}

func FuzzRepair(f *testing.F) {
	for _, l := range []string{"T h«ng t c ñ a é B V¨n ho¸", "Nguyá»…n", "Hé", "Tr\u00ad", "\xff\xfe", "«», ®", "?a?b", "e\u0302\u0301", "\uf0ad", "À\u0301\u0323"} {
		f.Add(l, ".VnTime", "tcvn3")
		f.Add(l, "", "")
		f.Add(l, "VNI-Times", "mixed")
	}
	f.Fuzz(func(t *testing.T, s, font, column string) {
		r := Repair(s, font, Encoding(column))
		for _, x := range []string{r.Text, r.Other} {
			if !utf8.ValidString(x) || !norm.NFC.IsNormalString(x) {
				t.Errorf("Repair(%q, %q, %q) gave %q", s, font, column, x)
			}
		}
		if isASCII(s) && !strings.ContainsAny(s, "?\x1f") && font == "" && column == "" && (r.Text != s || r.Doubt != NoDoubt) {
			t.Errorf("ASCII %q became %+v", s, r)
		}
		again := Repair(r.Text, "", Unicode)
		if norm.NFC.IsNormalString(s) && r.Doubt == NoDoubt && r.Encoding == Unicode && again.Text != r.Text {
			t.Errorf("%q is not stable: %q, then %q", s, r.Text, again.Text)
		}
		DetectColumn([]string{s, r.Text}, []string{font})
		for _, e := range []Encoding{Unicode, TCVN3, VNI, CP1258, UTF8, Encoding(column)} {
			c, _ := Encode(e, s)
			Decode(e, c, len(font)%2 == 0)
		}
	})
}
