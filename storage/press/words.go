package press

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"thidua/model/fault"
	"thidua/model/paper"
)

// word is what stands between two spaces: pieces of one or several styles that
// are never parted, unless the word alone is wider than its line.
type word struct {
	pieces []piece
	width  float64
	space  float64 // natural width of the space after it
	gap    style   // style of that space
	brk    bool    // a forced line break after it
	fills  int     // how many of its pieces run to the end of the line
}

// piece is part of a word in one style, or a mark.
type piece struct {
	text  string
	st    style
	mark  paper.Mark
	fill  bool // dots to the end of the line
	width float64
}

// setter measures and sets the blocks of one part.
type setter struct {
	family *family
	width  float64 // of the text, between the margins
	height float64 // of a page, between the margins
	cache  map[measured]float64
	fault  error // the first letter no face has
	strips []strip
}

type measured struct {
	text string
	st   style
}

func newSetter(f *family, width float64) *setter {
	return &setter{family: f, width: width, cache: map[measured]float64{}}
}

// cacheLimit bounds the words a setter remembers the width of, so that a job of a
// thousand papers does not grow with its vocabulary.
const cacheLimit = 20000

// measure is the width of s in points.
func (p *setter) measure(s string, st style, size float64) float64 {
	k := measured{s, st}
	w, ok := p.cache[k]
	if !ok {
		units, missing := p.family.faces[st].measure(s)
		if missing != 0 && p.fault == nil {
			p.fault = fault.New(fault.Invalid, "press.no-glyph", string(missing), s)
		}
		if w = float64(units) / 1000; len(p.cache) < cacheLimit {
			p.cache[k] = w
		}
	}
	return w * size
}

// clean makes text printable: composed letters, no control or invisible characters.
func clean(s string) string {
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\n':
			return r
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		case r == '\u2007' || r == '\u202f':
			return '\u00a0'
		case unicode.Is(unicode.Zs, r) && r != '\u00a0':
			return ' '
		}
		return r
	}, s)
}

// words cuts a text into words of a size. base is added to the style of every run.
func (p *setter) words(t paper.Text, size float64, base style) []word {
	var out []word
	cur := word{}
	open := false
	flush := func() {
		if open {
			out = append(out, cur)
		}
		cur, open = word{}, false
	}
	add := func(x piece) {
		if n := len(cur.pieces) - 1; open && n >= 0 && x.mark == paper.None && cur.pieces[n].mark == paper.None && cur.pieces[n].st == x.st {
			l := &cur.pieces[n]
			cur.width -= l.width
			l.text += x.text
			l.width = p.measure(l.text, l.st, size)
			cur.width += l.width
			return
		}
		cur.pieces = append(cur.pieces, x)
		cur.width += x.width
		if x.fill {
			cur.fills++
		}
		open = true
	}
	breakLine := func() {
		if !open && len(out) > 0 && !out[len(out)-1].brk {
			out[len(out)-1].brk = true
			return
		}
		open = true
		cur.brk = true
		flush()
	}
	figure := p.measure("0", base, size)
	for _, r := range t {
		st := base | styleOf(r.Bold, r.Italic)
		switch r.Mark {
		case paper.Break:
			breakLine()
			continue
		case paper.Dots:
			if r.Chars <= 0 {
				add(piece{mark: paper.Dots, st: st, fill: true, width: minFill})
			} else {
				add(piece{mark: paper.Dots, st: st, width: float64(r.Chars) * figure})
			}
			continue
		case paper.Gap:
			add(piece{mark: paper.Gap, st: st, width: float64(r.Chars) * figure})
			continue
		case paper.Box, paper.Ticked:
			add(piece{mark: r.Mark, st: st, width: boxShare * size})
			continue
		}
		s := clean(r.Words)
		for s != "" {
			i := strings.IndexAny(s, " \n")
			if i < 0 {
				add(piece{text: s, st: st, width: p.measure(s, st, size)})
				break
			}
			if i > 0 {
				add(piece{text: s[:i], st: st, width: p.measure(s[:i], st, size)})
			}
			if s[i] == '\n' {
				breakLine()
			} else if open {
				cur.space, cur.gap = p.measure(" ", st, size), st
				flush()
			}
			s = s[i+1:]
		}
	}
	flush()
	return out
}

// boxShare is the width of a check box as a share of the size.
const boxShare = 0.8

// fit parts the words wider than a whole line, at letters, after a mark such as
// "-" or "/" where there is one: an e-mail address in a narrow column.
func (p *setter) fit(ws []word, width, size float64) []word {
	wide := false
	for _, w := range ws {
		wide = wide || w.width > width && w.fills == 0
	}
	if !wide {
		return ws
	}
	var out []word
	for _, w := range ws {
		for w.width > width && len(w.pieces) > 0 {
			head, rest := p.part(w, width, size)
			if len(rest.pieces) == 0 {
				break
			}
			out = append(out, head)
			w = rest
		}
		out = append(out, w)
	}
	return out
}

// part cuts a word into what fits a width and the rest; at least one letter goes.
func (p *setter) part(w word, width, size float64) (head, rest word) {
	room := width
	for i, x := range w.pieces {
		if x.width <= room || x.mark != paper.None {
			head.pieces = append(head.pieces, x)
			head.width += x.width
			room -= x.width
			continue
		}
		cut, soft := 0, 0
		for k, r := range x.text {
			next := k + len(string(r))
			if p.measure(x.text[:next], x.st, size) > room && (cut > 0 || i > 0) {
				break
			}
			cut = next
			if strings.ContainsRune("-/.@_,;:", r) {
				soft = next
			}
		}
		if soft > 0 {
			cut = soft
		}
		a, b := x, x
		a.text, b.text = x.text[:cut], x.text[cut:]
		a.width, b.width = p.measure(a.text, a.st, size), p.measure(b.text, b.st, size)
		rest = word{space: w.space, gap: w.gap, brk: w.brk}
		if a.text != "" {
			head.pieces = append(head.pieces, a)
			head.width += a.width
		}
		if b.text != "" {
			rest.pieces = append(rest.pieces, b)
		}
		rest.pieces = append(rest.pieces, w.pieces[i+1:]...)
		for _, y := range rest.pieces {
			rest.width += y.width
			if y.fill {
				rest.fills++
			}
		}
		return head, rest
	}
	return head, rest
}
