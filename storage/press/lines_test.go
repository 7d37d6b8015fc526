package press

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/assets/fonts"
	"thidua/model/fault"
	"thidua/model/paper"
)

func embedded(t testing.TB) *family {
	t.Helper()
	f, err := familyFor("")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var syllables = strings.Fields("ủy ban nhân dân tỉnh về việc tặng bằng khen cho các tập thể cá nhân đã có thành tích xuất sắc trong phong trào thi đua nghiêng a đ QĐ-UBND 06/01/2026 Quốc hội")

// Whatever the words: none is lost, every line fits, there are no more lines than
// greedy breaking needs, and the lines are no worse than greedy's.
func TestBreakingKeepsEveryWordAndTheLeastLines(t *testing.T) {
	f := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		p := newSetter(f, 400)
		ws := p.words(paper.Plain(strings.Join(rapid.SliceOfN(rapid.SampledFrom(syllables), 1, 120).Draw(t, "words"), " ")), 14, 0)
		width := rapid.Float64Range(90, 500).Draw(t, "width")
		first := rapid.SampledFrom([]float64{0, 28.35}).Draw(t, "first")
		mode := rapid.SampledFrom([]breakMode{ragged, filled, balanced, loose}).Draw(t, "mode")
		least := greedy(nil, ws, width, first)
		got := p.breaker.breakLines(ws, width, first, mode)
		if len(got) != len(least) {
			t.Fatalf("%d lines, greedy needs %d", len(got), len(least))
		}
		cost := func(ls []line) (sum float64) {
			for i, l := range ls {
				part := ws[l.from:l.to]
				room := width
				if i == 0 {
					room -= first
				}
				switch {
				case l.to == len(ws):
				case ws[l.to-1].tied:
					sum += partedBreak(mode)
				case mode == balanced && inPhrase(ws)[l.to-1]:
					sum += phraseBreak
				}
				s := spanOf(part)
				sum += s.badness(room, i == len(ls)-1, mode)
			}
			return sum
		}
		at := 0
		for i, l := range got {
			if l.from != at || l.to <= l.from {
				t.Fatalf("line %d is %d–%d after %d", i, l.from, l.to, at)
			}
			at = l.to
			room := width
			if i == 0 {
				room -= first
			}
			if l.to-l.from > 1 && naturalWidth(ws[l.from:l.to]) > room+slip {
				t.Fatalf("line %d does not fit", i)
			}
		}
		if at != len(ws) {
			t.Fatalf("%d of %d words", at, len(ws))
		}
		if mode != ragged && cost(got) > cost(least)+1e-9 {
			t.Fatalf("worse than greedy: %f > %f", cost(got), cost(least))
		}
	})
}

// A word processor ends a line at a hyphen where that saves a line; where nothing is
// saved the number of a paper stays whole.
func TestLinesEndAtHyphensOnlyWhereThatSavesALine(t *testing.T) {
	p := newSetter(embedded(t), 0)
	lines := func(text string, width float64, mode breakMode) (out []string) {
		for _, o := range p.setBlock(paper.Plain(text), width, 14, 0, paper.Left, mode).lines {
			s := ""
			for _, w := range o.words {
				for _, q := range w.pieces {
					s += q.text
				}
				if !w.tied {
					s += " "
				}
			}
			out = append(out, strings.TrimSpace(s))
		}
		return out
	}
	room := p.measure("Tờ trình số 12/TTr-", 0, 14) + 1
	if got := lines("Tờ trình số 12/TTr-UBND", room, loose); len(got) != 2 || got[0] != "Tờ trình số" {
		t.Errorf("two lines either way, yet the number is parted: %q", got)
	}
	if got := lines("Tờ trình số 12/TTr-UBND", p.measure("số 12/TTr-", 0, 14)+1, loose); len(got) != 3 || got[2] != "UBND" {
		t.Errorf("not parted where it must be: %q", got)
	}
	if got := lines("Tờ trình số 12/TTr-UBND", p.measure("12/TTr-UBND", 0, 14)-1, titled); got[2] == "UBND" {
		t.Errorf("a title is parted: %q", got)
	}
	if got := lines("2024-2026", 1000, loose); len(got) != 1 || got[0] != "2024-2026" {
		t.Errorf("a word is changed: %q", got)
	}
}

func TestLastLineIsNotOneShortWord(t *testing.T) {
	p := newSetter(embedded(t), 0)
	text := "Hội đồng đã thảo luận, biểu quyết; kết quả nhất trí 15/15 thành viên, đạt tỷ lệ 100%."
	ws := p.words(paper.Plain(text), 14, 0)
	// A width at which greedy breaking leaves the last word alone.
	for width := naturalWidth(ws) - ws[len(ws)-1].width; width > naturalWidth(ws)-ws[len(ws)-1].width-3; width-- {
		if g := greedy(nil, ws, width, 0); g[len(g)-1].to-g[len(g)-1].from == 1 {
			ls := p.breaker.breakLines(ws, width, 0, filled)
			if n := ls[len(ls)-1].to - ls[len(ls)-1].from; n < 2 {
				t.Errorf("the last line is %d word", n)
			}
			return
		}
	}
	t.Fatal("no such width: the test is broken")
}

func TestNoLineIsTornApart(t *testing.T) {
	p := newSetter(embedded(t), 0)
	ws := p.words(paper.Plain("Nghiêng nghiêng nghiêngnghiêngnghiêngnghiêng"), 14, 0)
	o := setLine(ws[:2], 0, 0, 400, 14, paper.Justify, false)
	if o.stretch > maxStretch || math.Abs(o.width()-400) < 1 {
		t.Errorf("two words are stretched %.1f times over %.0f points", o.stretch, o.width())
	}
}

func TestWordWiderThanItsColumnIsParted(t *testing.T) {
	p := newSetter(embedded(t), 0)
	b := p.setBlock(paper.Plain("Thư điện tử: phongthiduakhenthuong@sonoivu.khanhhoa.gov.vn gửi"), 80, 13, 0, paper.Left, ragged)
	var all strings.Builder
	for _, l := range b.lines {
		if l.width() > 80+slip {
			t.Errorf("a line is %.1f points wide", l.width())
		}
		for i, w := range l.words {
			for _, q := range w.pieces {
				all.WriteString(q.text)
			}
			if i < len(l.words)-1 {
				all.WriteString(" ")
			}
		}
	}
	if !strings.Contains(all.String(), "phongthiduakhenthuong@sonoivu.khanhhoa.gov.vn") {
		t.Errorf("letters are lost: %q", all.String())
	}
}

func TestTextIsComposedAndCleaned(t *testing.T) {
	if got := clean("Uỷ\u0309 ban\tnha\u0302n\u200b da\u0302n\u00a02026\u202f%"); got != "Uỷ\u0309 ban nhân dân\u00a02026\u00a0%" && got != "Uỷ̉ ban nhân dân\u00a02026\u00a0%" {
		t.Errorf("%q", got)
	}
	if s := "Ủy ban"; clean(s) != s || !isClean(s) {
		t.Error("clean text is changed")
	}
}

// Times New Roman is taken from the PC's folder; a folder with only some of its
// files, or none, falls back to the face that ships; a damaged file is named.
func TestFacesFromThePC(t *testing.T) {
	dir := t.TempDir()
	put := func(n int) {
		for i, f := range faceFiles[:n] {
			if err := os.WriteFile(filepath.Join(dir, f), fonts.Serif(i&1 != 0, i&2 != 0), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	name := func() string {
		f, err := familyFor(dir)
		if err != nil {
			t.Fatal(err)
		}
		return f.names[0]
	}
	if n := name(); n != "LiberationSerif" {
		t.Errorf("an empty folder gives %s", n)
	}
	put(3)
	if n := name(); n != "LiberationSerif" {
		t.Errorf("three of four files give %s", n)
	}
	put(4)
	if n := name(); n != "TimesNewRomanPSMT" {
		t.Errorf("the four files give %s", n)
	}
	broken := t.TempDir()
	for _, f := range faceFiles {
		if err := os.WriteFile(filepath.Join(broken, f), fonts.Serif(false, false)[:5000], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := familyFor(broken); fault.CodeOf(err) != "press.bad-font" {
		t.Errorf("a damaged face: %v", err)
	}
}

// A face cut or changed anywhere is refused or measured, never a crash.
func FuzzFace(f *testing.F) {
	f.Add(uint32(0), byte(0), uint32(400))
	f.Add(uint32(12), byte(0xff), uint32(100000))
	good := fonts.Serif(false, false)
	f.Fuzz(func(t *testing.T, at uint32, b byte, n uint32) {
		data := bytes.Clone(good[:min(int(n), len(good))])
		if int(at) < len(data) {
			data[at] = b
		}
		if s, err := parseSFNT(data); err == nil {
			s.measure("Ủy ban nhân dân")
			used := make([]bool, s.glyphs)
			for i := range used {
				used[i] = i%7 == 0
			}
			if _, err := s.subset(used); err != nil && err != errNotTrueType {
				t.Error(err)
			}
		}
	})
}
