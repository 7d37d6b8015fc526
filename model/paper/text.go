package paper

import (
	"strings"
	"unicode"
)

// Text is a stretch of words in one or several styles.
type Text []Run

// Merged joins neighbouring runs of one style, as the presses like them.
func (t Text) Merged() Text {
	var out Text
	for _, r := range t {
		if n := len(out) - 1; n >= 0 && r.Mark == None && out[n].Mark == None && out[n].Bold == r.Bold && out[n].Italic == r.Italic {
			out[n].Words += r.Words
			continue
		}
		out = append(out, r)
	}
	return out
}

// Run is part of a Text in one style, or a mark between words.
type Run struct {
	Words  string
	Bold   bool
	Italic bool
	Mark   Mark // when not None, Words is empty
	Chars  int  // width of Dots and Gap in figures ("0"); 0 for Dots: to the end of the line
}

// Mark is what stands in a Text beside words.
type Mark uint8

// The marks.
const (
	None   Mark = iota
	Dots        // dotted line to write on by hand
	Gap         // empty room to write in by hand: number and day of a draft
	Box         // ☐
	Ticked      // ☑
	Break       // new line in the same paragraph
)

// Plain is upright text.
func Plain(s string) Text { return Text{{Words: s}} }

// Bold is bold upright text.
func Bold(s string) Text { return Text{{Words: s, Bold: true}} }

// Italic is italic text.
func Italic(s string) Text { return Text{{Words: s, Italic: true}} }

// BoldItalic is bold italic text.
func BoldItalic(s string) Text { return Text{{Words: s, Bold: true, Italic: true}} }

// DotsFor is a dotted line as wide as n figures; 0 runs to the end of the line.
func DotsFor(n int) Text { return Text{{Mark: Dots, Chars: n}} }

// GapFor is empty room as wide as n figures.
func GapFor(n int) Text { return Text{{Mark: Gap, Chars: n}} }

// Check is a box, ticked or not.
func Check(ticked bool) Text {
	if ticked {
		return Text{{Mark: Ticked}}
	}
	return Text{{Mark: Box}}
}

// Join puts texts one after another, without adding spaces.
func Join(parts ...Text) Text {
	var t Text
	for _, p := range parts {
		t = append(t, p...)
	}
	return t
}

// Lines puts one text on each line.
func Lines(lines ...Text) Text {
	var t Text
	for i, l := range lines {
		if i > 0 {
			t = append(t, Run{Mark: Break})
		}
		t = append(t, l...)
	}
	return t
}

// Markup reads the light marks an officer may use when editing a text: **đậm**
// and __nghiêng__. A mark without its partner is printed as it stands.
func Markup(s string) Text {
	var t Text
	bold, italic := false, false
	add := func(w string) {
		if w != "" {
			t = append(t, Run{Words: w, Bold: bold, Italic: italic})
		}
	}
	for s != "" {
		b, i := strings.Index(s, "**"), strings.Index(s, "__")
		if b >= 0 && !bold && !strings.Contains(s[b+2:], "**") {
			b = -1
		}
		if i >= 0 && !italic && !strings.Contains(s[i+2:], "__") {
			i = -1
		}
		switch {
		case b >= 0 && (i < 0 || b < i):
			add(s[:b])
			bold, s = !bold, s[b+2:]
		case i >= 0:
			add(s[:i])
			italic, s = !italic, s[i+2:]
		default:
			add(s)
			s = ""
		}
	}
	return t
}

// Ended closes the text of an official paper with "./.", attached to the last
// word in place of its own full stop.
func Ended(t Text) Text { return closeWith(t, "./.") }

// closeWith puts an ending in place of the closing punctuation of t.
func closeWith(t Text, end string) Text {
	out := append(Text(nil), t...)
	for i := len(out) - 1; i >= 0; i-- {
		r := &out[i]
		if r.Mark != None {
			break
		}
		r.Words = strings.TrimRightFunc(r.Words, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(".;,/", c) })
		if r.Words != "" {
			r.Words += end
			return out[:i+1]
		}
	}
	return append(out, Run{Words: end})
}

// String is the words alone; marks as in Outline.
func (t Text) String() string {
	var b strings.Builder
	for _, r := range t {
		switch r.Mark {
		case None:
			b.WriteString(strings.ReplaceAll(r.Words, noBreak, " "))
		case Dots:
			b.WriteString("……")
		case Gap:
			b.WriteString("   ")
		case Box:
			b.WriteString("☐")
		case Ticked:
			b.WriteString("☑")
		case Break:
			b.WriteString("\n")
		}
	}
	return b.String()
}

// Empty tells that the text prints nothing.
func (t Text) Empty() bool {
	for _, r := range t {
		if r.Mark != None || strings.TrimSpace(r.Words) != "" {
			return false
		}
	}
	return true
}

// Align is how lines stand between their margins.
type Align uint8

// The alignments. Auto is the one the block or the column has by itself.
const (
	Auto Align = iota
	Left
	Centre
	Right
	Justify
)
