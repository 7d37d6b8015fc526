package viet

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters134 is every letter of Vietnamese beyond ASCII, small and capital.
func letters134() []rune {
	var out []rune
	for _, row := range vowelRows {
		for _, r := range row {
			if r >= utf8.RuneSelf {
				out = append(out, r, upperRune(r))
			}
		}
	}
	return append(out, 'đ', 'Đ')
}

func phraseLines(t testing.TB) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}

func TestEveryLetterHasOneCode(t *testing.T) {
	all := letters134()
	if len(all) != 134 {
		t.Fatalf("%d letters, want 134", len(all))
	}
	// TCVN3: the code and the font's case together are the letter.
	seen := map[string]rune{}
	for _, r := range all {
		small := string(lowerRune(r))
		code, ok := Encode(TCVN3, small)
		if !ok || utf8.RuneCountInString(code) != 1 {
			t.Errorf("TCVN3 has no code for %c: %q", r, code)
		}
		upper := isUpperRune(r)
		mark := code
		if upper {
			mark += "H"
		}
		if other, taken := seen[mark]; taken {
			t.Errorf("TCVN3 code %q is %c and %c", mark, other, r)
		}
		seen[mark] = r
		if got := Decode(TCVN3, code, upper); got != string(r) {
			t.Errorf("TCVN3 %q (H font %v) = %q, want %c", code, upper, got, r)
		}
	}
	for _, enc := range []Encoding{VNI, CP1258, UTF8} {
		seen := map[string]rune{}
		for _, r := range all {
			code, ok := Encode(enc, string(r))
			if !ok {
				t.Errorf("%s has no code for %c", enc, r)
			}
			if other, taken := seen[code]; taken {
				t.Errorf("%s code %q is %c and %c", enc, code, other, r)
			}
			seen[code] = r
			if got := Decode(enc, code, false); got != string(r) {
				t.Errorf("%s %q = %q, want %c", enc, code, got, r)
			}
		}
	}
}

func TestEncodeSaysWhatItCannot(t *testing.T) {
	if s, ok := Encode(TCVN3, "Ánh"); ok || s != "¸nh" {
		t.Errorf("Ánh in TCVN3 = %q %v, want ¸nh false", s, ok)
	}
	if s, ok := Encode(TCVN3, "Đường Ô Ấp"); ok || s != "§\u00adêng ¤ Êp" {
		t.Errorf("Đường Ô Ấp = %q %v", s, ok)
	}
	if s, ok := Encode(TCVN3, "Đường Ôn"); !ok || s != "§\u00adêng ¤n" {
		t.Errorf("Đường Ôn = %q %v", s, ok)
	}
	if _, ok := Encode(VNI, "Müller"); ok {
		t.Error("VNI has no ü of its own")
	}
}

// Vectors seen in real files and in domain.md.
func TestDecodeVectors(t *testing.T) {
	for _, c := range []struct {
		enc   Encoding
		upper bool
		in    string
		want  string
	}{
		{TCVN3, false, "TiÕng ViÖt", "Tiếng Việt"},
		{VNI, false, "Tieáng Vieät", "Tiếng Việt"},
		{TCVN3, true, "UBND TØNH NINH THUËN", "UBND TỈNH NINH THUẬN"},
		{TCVN3, true, "ubnd tØnh", "UBND TỈNH"},
		{TCVN3, true, "C\u00e9NG H\u00dfA X\u00b7 H\u00e9I CH\u00f1 NGH\u00dcA VI\u00d6T NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{TCVN3, false, "D\u00ad\u00acng Thanh M\u00b9nh", "Dương Thanh Mạnh"},
		{TCVN3, false, "sè 45/TTr-STC", "số 45/TTr-STC"},
		{TCVN3, false, "\uf0a7\u00e9c l\u00cbp", "Độc lập"},
		{TCVN3, false, "\u0093tèt\u0094", "“tốt”"},
		{TCVN3, false, "vμ", "và"},
		{TCVN3, false, "Tr\x1fëng", "Trưởng"},
		{TCVN3, false, "ViÖt Nam \u0110\u0301", "Việt Nam éỡ"},
		{VNI, false, "CO\u00c4NG HO\u00d8A XA\u00d5 HO\u00c4I", "CỘNG HÒA XÃ HỘI"},
		{VNI, false, "Aùnh A\u00d9nh aùnh", "Ánh Ánh ánh"},
		{VNI, false, "Ñöôøng ñöôøng ÑÖÔØNG", "Đường đường ĐƯỜNG"},
		{VNI, false, "Myõ Thò Kyø Thuïy Tò", "Mỹ Thị Kỳ Thụy Tị"},
		{VNI, false, "yï Ñaø Laït", "ỵ Đà Lạt"},
		{CP1258, false, "NguyêÞn Vãn Ðýõòng", "Nguyễn Văn Đượng"},
		{Unicode, false, "Nguye\u0302\u0303n Thu\u031bơ\u0300ng Tiê\u0301n", "Nguyễn Thường Tiến"},
		{UTF8, false, "Nguyá»…n VÄƒn Äá»©c", ""},
	} {
		if c.want == "" {
			c.in, _ = Encode(UTF8, "Nguyễn Văn Đức")
			c.want = "Nguyễn Văn Đức"
		}
		if got := Decode(c.enc, c.in, c.upper); got != c.want {
			t.Errorf("Decode(%s, %q, %v) = %q, want %q", c.enc, c.in, c.upper, got, c.want)
		}
	}
}

func TestDecodeUndoesEncode(t *testing.T) {
	for _, line := range phraseLines(t) {
		for _, enc := range []Encoding{TCVN3, VNI, CP1258, UTF8} {
			text := line
			if enc == TCVN3 {
				code, ok := Encode(enc, text)
				if !ok {
					text = Decode(enc, code, false) // capitals that TCVN3 lacks
					if Fold(text) != Fold(line) {
						t.Errorf("TCVN3 changed %q into %q", line, text)
					}
				}
			}
			code, _ := Encode(enc, text)
			if got := Decode(enc, code, false); got != text {
				t.Errorf("%s: %q came back as %q", enc, text, got)
			}
		}
		for _, form := range []norm.Form{norm.NFD, norm.NFC} {
			if got := NFC(form.String(line)); got != line {
				t.Errorf("NFC(%q) = %q", form.String(line), got)
			}
		}
	}
}

func TestFontEncoding(t *testing.T) {
	for _, c := range []struct {
		font  string
		enc   Encoding
		upper bool
		ok    bool
	}{
		{".VnTime", TCVN3, false, true}, {".VnTimeH", TCVN3, true, true}, {".VnArial", TCVN3, false, true},
		{".VnArialH", TCVN3, true, true}, {".VnArial NarrowH", TCVN3, true, true}, {".VnArial Narrow", TCVN3, false, true},
		{".vntimeh", TCVN3, true, true}, {".VNTIME", TCVN3, false, true}, {".VnTimeH;Times New Roman", TCVN3, true, true},
		{".VnTimeH Bold", TCVN3, true, true}, {".VnShelley Allegro", TCVN3, false, true}, {"'.VnTime'", TCVN3, false, true},
		{"VNI-Times", VNI, false, true}, {"VNI-Helve-Condense", VNI, false, true}, {"vni times", VNI, false, true},
		{"Times New Roman", Unicode, false, true}, {"Arial", Unicode, false, true}, {"Calibri Light", Unicode, false, true},
		{"UVN Ai Cap", Unicode, false, true}, {"UTM Avo", Unicode, false, true},
		{"", "", false, false}, {"Wingdings", "", false, false},
	} {
		enc, upper, ok := FontEncoding(c.font)
		if enc != c.enc || upper != c.upper || ok != c.ok {
			t.Errorf("FontEncoding(%q) = %q %v %v, want %q %v %v", c.font, enc, upper, ok, c.enc, c.upper, c.ok)
		}
	}
}
