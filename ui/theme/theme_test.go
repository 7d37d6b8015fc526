package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

func lum(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	f := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*f(r) + 0.7152*f(g) + 0.0722*f(b)
}

func contrast(a, b color.Color) float64 {
	x, y := lum(a), lum(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func TestTextCanBeReadOnEveryBackground(t *testing.T) {
	grounds := map[string]color.Color{"paper": Paper, "ground": Ground, "stripe": Stripe, "hover": Hover,
		"selected": Selected, "selected off": SelectedOff, "head": Head, "menu": PrimarySoft}
	for _, tone := range Tones() {
		for name, g := range grounds {
			if c := contrast(tone.Fore(), g); c < 4.5 {
				t.Errorf("tone %d on %s: %.2f", tone, name, c)
			}
		}
		if c := contrast(tone.Fore(), tone.Back()); c < 4.5 {
			t.Errorf("tone %d on its own background: %.2f", tone, c)
		}
	}
	for name, pair := range map[string][2]color.Color{
		"menu": {RailText, Rail}, "menu hover": {RailText, RailHover}, "menu on": {Paper, RailOn},
		"menu group": {RailDim, Rail}, "button": {Ink, colors[fynetheme.ColorNameButton]},
		"primary button": {Paper, Primary}, "red button": {Paper, Red}, "green button": {Paper, Green},
	} {
		if c := contrast(pair[0], pair[1]); c < 4.5 {
			t.Errorf("%s: %.2f", name, c)
		}
	}
	if c := contrast(InkDim, Paper); c < 4.5 {
		t.Errorf("placeholder: %.2f", c)
	}
}

func TestNeverMonospace(t *testing.T) {
	th := New()
	if got, want := th.Font(fyne.TextStyle{Monospace: true}).Name(), th.Font(fyne.TextStyle{}).Name(); got != want {
		t.Errorf("monospace answers %s, want %s", got, want)
	}
	if th.Color(fynetheme.ColorNameBackground, fynetheme.VariantDark) != color.Color(Ground) {
		t.Error("the dark variant changed the background")
	}
}
