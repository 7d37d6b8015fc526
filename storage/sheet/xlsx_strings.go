package sheet

import (
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"thidua/model/intake"
)

// sharedTexts is the table of shared strings; few of them are dressed. It grows
// in blocks: a slice that doubles would for a moment need three times the room.
type sharedTexts struct {
	blocks [][]string
	count  int
	dress  map[int]dress
}

const stringBlock = 1 << 14

func (s *sharedTexts) add(text string) {
	if s.count%stringBlock == 0 {
		s.blocks = append(s.blocks, make([]string, 0, min(stringBlock, 256+s.count)))
	}
	last := &s.blocks[len(s.blocks)-1]
	*last = append(*last, text)
	s.count++
}

// at gives a text by its index, which must be below count.
func (s *sharedTexts) at(i int) string { return s.blocks[i/stringBlock][i%stringBlock] }

// dress is what runs of rich text say about the cell they stand in. A run with
// a look of its own does not care for the cell's; a bare one has it.
type dress struct {
	font    int
	hasFont bool
	runs    bool // there are runs with letters
	plain   bool // one of them has a look of its own and is not struck out
	bare    bool // one of them has no look of its own
	struck  bool // one of them is struck out by its own look
}

func (d dress) apply(c *intake.Cell) {
	if d.hasFont {
		c.Font = d.font
	}
	if d.runs {
		c.Struck = !d.plain && (!d.bare || c.Struck)
		c.Partly = d.struck && !c.Struck
	}
}

// run notes a run with letters; own tells whether it has a look of its own.
func (d *dress) run(font int, hasFont, struck, own bool) {
	if !d.runs {
		d.font, d.hasFont = font, hasFont
	}
	d.runs = true
	d.bare = d.bare || !own
	d.plain = d.plain || own && !struck
	d.struck = d.struck || own && struck
}

// sharedStrings reads the table of shared strings.
func (x *xlsx) sharedStrings(part string) error {
	s, c, err := x.pack.scan(part)
	if err != nil {
		return err
	}
	defer c.Close()
	x.strings.dress = map[int]dress{}
	for {
		t, err := s.next()
		if err != nil {
			return x.src.failPart(part, doctypeFault(x.src, err))
		}
		if t == xmlEOF {
			return nil
		}
		if t != xmlStart || string(s.name) != "si" {
			continue
		}
		if err := x.rich.read(s, x.builder); err != nil {
			return x.src.failPart(part, doctypeFault(x.src, err))
		}
		if x.rich.runs {
			x.strings.dress[x.strings.count] = x.rich.dress
			if err := x.src.spend(128); err != nil {
				return err
			}
		}
		x.strings.add(x.texts.add(x.rich.text))
		if err := x.src.spend(16 + len(x.rich.text)); err != nil {
			return err
		}
	}
}

// richText reads one <si> or <is>: plain text or runs.
type richText struct {
	text []byte
	dress
}

// read reads from the start tag of <si> or <is> to its end. Phonetic runs are
// left out. The font is that of the first run with letters; the text counts as
// struck out when all its runs with letters are.
func (r *richText) read(s *xmlScanner, b *builder) error {
	r.text, r.dress = r.text[:0], dress{}
	if s.closed {
		s.closed = false
		return nil
	}
	depth := len(s.marks)
	var run struct {
		font                 int
		hasFont, struck, own bool
	}
	inRun := false
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEnd:
			if len(s.marks) < depth {
				r.text = unescapeUnicode(r.text)
				return nil
			}
			if string(s.name) == "r" {
				inRun = false
			}
		case xmlStart:
			switch string(s.name) {
			case "r":
				inRun = !s.closed
				run.font, run.hasFont, run.struck, run.own = 0, false, false, false
			case "rPr":
				run.own = true
			case "rFont":
				name, err := s.value("val")
				if err != nil {
					return err
				}
				run.font, run.hasFont = b.font(name), true
			case "strike":
				run.struck = isOn(s.attr("val"))
			case "t":
				from := len(r.text)
				if r.text, err = s.content(r.text); err != nil {
					return err
				}
				if inRun && hasLetters(r.text[from:]) {
					r.run(run.font, run.hasFont, run.struck, run.own)
				}
			default:
				if err := s.skip(); err != nil {
					return err
				}
			}
		}
	}
}

// hasLetters tells whether a text holds more than spaces. Digits count: a
// struck-out year is struck out.
func hasLetters(b []byte) bool {
	for len(b) > 0 {
		c, n := utf8.DecodeRune(b)
		if !unicode.IsSpace(c) {
			return true
		}
		b = b[n:]
	}
	return false
}

// content appends the text of the element whose start was just read, up to its
// end, leaving out elements inside it.
func (x *xmlScanner) content(dst []byte) ([]byte, error) {
	if x.closed {
		x.closed = false
		return dst, nil
	}
	for {
		t, err := x.next()
		if err != nil {
			return dst, err
		}
		switch t {
		case xmlEnd:
			return dst, nil
		case xmlStart:
			if err := x.skip(); err != nil {
				return dst, err
			}
		case xmlText:
			if dst, err = x.appendText(dst); err != nil {
				return dst, err
			}
		}
	}
}

// unescapeUnicode replaces _xHHHH_ in place: so Office writes characters that
// XML cannot hold ("_x000D_" is a carriage return, "_x005F_" the underscore
// that keeps a text of that shape from being taken for one).
func unescapeUnicode(b []byte) []byte {
	w, high := 0, rune(0)
	for i := 0; i < len(b); {
		if b[i] != '_' || !isUnicodeEscape(b[i:]) {
			b[w] = b[i]
			w++
			i++
			high = 0
			continue
		}
		n, _ := strconv.ParseUint(string(b[i+2:i+6]), 16, 16)
		i += 7
		r := rune(n)
		if utf16.IsSurrogate(r) {
			if full := utf16.DecodeRune(high, r); full != utf8.RuneError {
				w -= 3 // the replacement character written for the first half
				r = full
			}
		}
		high = rune(n)
		w += utf8.EncodeRune(b[w:w+utf8.UTFMax], r)
	}
	return b[:w]
}

func isUnicodeEscape(b []byte) bool {
	if len(b) < 7 || b[1] != 'x' || b[6] != '_' {
		return false
	}
	for _, c := range b[2:6] {
		if (c < '0' || c > '9') && (c < 'A' || c > 'F') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
