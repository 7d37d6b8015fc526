package words

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/unicode/norm"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", 1234567: "1.234.567", -4321: "-4.321"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
	if got := Fill("{0} / {1} dòng", 20000, "x"); got != "20.000 / x dòng" {
		t.Errorf("Fill = %q", got)
	}
}

func TestToolkitSpeaksVietnamese(t *testing.T) {
	if err := Register(); err != nil {
		t.Fatal(err)
	}
	for key, want := range toolkit {
		s, ok := want.(string)
		if !ok {
			continue
		}
		if !norm.NFC.IsNormalString(s) {
			t.Errorf("%q is not NFC", s)
		}
		if got := lang.L(key); got != s {
			t.Errorf("lang.L(%q) = %q, want %q", key, got, s)
		}
	}
	if got := lang.X("file.name", "Name"); got != "Tên" {
		t.Errorf(`file.name = %q`, got)
	}
}
