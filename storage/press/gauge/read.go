// Package gauge measures a finished PDF against NĐ 30/2020/NĐ-CP: where every word
// stands in millimetres, how large, in which style, how long the rules are.
//
// Start at Read, then Check. It reads the file itself, page by page, and knows
// nothing of how it was laid out: what it finds is what a printer will print. It
// reads PDFs this program wrote (plain objects, compressed streams), not any PDF.
//
// Glossary: gauge — thước đo thể thức văn bản; Finding — điểm sai thể thức.
package gauge

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// Page is one page as it will be printed. Lengths are millimetres, from the left
// top corner of the sheet.
type Page struct {
	Width, Height float64
	Words         []Word
	Dots          []Word // dotted lines to write on
	Lines         []Line
}

// Word is one word: letters without a space between them.
type Word struct {
	Text         string
	X, Y, W      float64 // Y is the line the letters stand on
	Size         float64 // points
	Bold, Italic bool
	Red          bool
}

// Right is where the word ends.
func (w Word) Right() float64 { return w.X + w.W }

// Line is a straight line.
type Line struct {
	X1, Y1, X2, Y2 float64
	Red            bool
}

// Flat tells a horizontal line.
func (l Line) Flat() bool { return l.Y1 == l.Y2 }

const mm = 25.4 / 72 // millimetres in a point

// Read takes a PDF apart.
func Read(pdf []byte) ([]Page, error) {
	r := reader{objects: map[int][]byte{}, fonts: map[string]*font{}}
	for _, m := range objectRE.FindAllSubmatchIndex(pdf, -1) {
		n, _ := strconv.Atoi(string(pdf[m[2]:m[3]]))
		end := bytes.Index(pdf[m[1]:], []byte("\nendobj"))
		if end < 0 {
			return nil, fmt.Errorf("object %d has no end", n)
		}
		if _, seen := r.objects[n]; !seen {
			r.objects[n] = pdf[m[1] : m[1]+end]
		}
	}
	var pages []Page
	root := r.objects[2]
	for _, m := range refRE.FindAllSubmatch(between(root, "/Kids[", "]"), -1) {
		n, _ := strconv.Atoi(string(m[1]))
		p, err := r.page(r.objects[n])
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", len(pages)+1, err)
		}
		pages = append(pages, p)
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("no pages")
	}
	return pages, nil
}

var (
	objectRE = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	refRE    = regexp.MustCompile(`(\d+) 0 R`)
	fontRE   = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	boxRE    = regexp.MustCompile(`/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]`)
	widthRE  = regexp.MustCompile(`(\d+)\[(\d+)\]`)
	letterRE = regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]{4})>\n`)
	fontAtRE = regexp.MustCompile(`/(F\d+) ([\d.]+) Tf`)
)

type reader struct {
	objects map[int][]byte
	fonts   map[string]*font
}

type font struct {
	name   string
	runes  map[int]rune
	widths map[int]float64 // thousandths
}

func between(b []byte, from, to string) []byte {
	_, rest, ok := bytes.Cut(b, []byte(from))
	if !ok {
		return nil
	}
	inner, _, _ := bytes.Cut(rest, []byte(to))
	return inner
}

func (r *reader) stream(n int) ([]byte, error) {
	head, body, ok := bytes.Cut(r.objects[n], []byte("stream\n"))
	if !ok {
		return nil, fmt.Errorf("object %d is no stream", n)
	}
	if i := bytes.LastIndex(body, []byte("endstream")); i >= 0 {
		body = body[:i]
	}
	if !bytes.Contains(head, []byte("/FlateDecode")) {
		return body, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func number(b []byte, after string) int {
	m := regexp.MustCompile(after + ` *\[?(\d+) 0 R`).FindSubmatch(b)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// font reads a face's name, widths and letters.
func (r *reader) font(name string, resources []byte) (*font, error) {
	if f := r.fonts[name]; f != nil {
		return f, nil
	}
	for _, m := range fontRE.FindAllSubmatch(resources, -1) {
		if string(m[1]) != name {
			continue
		}
		n, _ := strconv.Atoi(string(m[2]))
		obj := r.objects[n]
		f := &font{runes: map[int]rune{}, widths: map[int]float64{}}
		f.name = string(between(obj, "/BaseFont/", "/"))
		letters, err := r.stream(number(obj, "/ToUnicode"))
		if err != nil {
			return nil, err
		}
		for _, g := range letterRE.FindAllSubmatch(letters, -1) {
			id, _ := strconv.ParseInt(string(g[1]), 16, 32)
			c, _ := strconv.ParseInt(string(g[2]), 16, 32)
			f.runes[int(id)] = rune(c)
		}
		for _, g := range widthRE.FindAllSubmatch(between(r.objects[number(obj, "/DescendantFonts")], "/W[", "]>>"), -1) {
			id, _ := strconv.Atoi(string(g[1]))
			w, _ := strconv.ParseFloat(string(g[2]), 64)
			f.widths[id] = w
		}
		r.fonts[name] = f
		return f, nil
	}
	return nil, fmt.Errorf("no font %s", name)
}

func (r *reader) page(obj []byte) (Page, error) {
	m := boxRE.FindSubmatch(obj)
	if m == nil {
		return Page{}, fmt.Errorf("no size")
	}
	w, _ := strconv.ParseFloat(string(m[1]), 64)
	h, _ := strconv.ParseFloat(string(m[2]), 64)
	p := pageReader{reader: r, height: h, resources: r.objects[number(obj, "/Resources")]}
	p.page.Width, p.page.Height = w*mm, h*mm
	data, err := r.stream(number(obj, "/Contents"))
	if err != nil {
		return Page{}, err
	}
	for _, l := range strings.Split(string(data), "\n") {
		if err := p.operator(l); err != nil {
			return Page{}, err
		}
	}
	p.endWord()
	return p.page, nil
}

// pageReader follows the operators of one page.
type pageReader struct {
	*reader
	page      Page
	resources []byte
	height    float64
	x, y      float64
	font      *font
	size      float64
	red       bool // the ink in use
	word      Word
	letters   []byte
	end       float64 // where the last letter ended, points
	track     float64 // room after each letter, points
}

func floats(fs []string) []float64 {
	out := make([]float64, len(fs))
	for i, f := range fs {
		out[i], _ = strconv.ParseFloat(f, 64)
	}
	return out
}

func (p *pageReader) operator(l string) error {
	if body, ok := strings.CutPrefix(l, "BT "); ok {
		return p.text(body)
	}
	fs := strings.Fields(l)
	if len(fs) == 0 {
		return nil
	}
	switch fs[len(fs)-1] {
	case "rg":
		p.red = true
	case "g":
		p.red = false
	case "S": // "x y m x y l S"
		if len(fs) == 7 {
			v := floats([]string{fs[0], fs[1], fs[3], fs[4]})
			p.page.Lines = append(p.page.Lines, Line{v[0] * mm, (p.height - v[1]) * mm, v[2] * mm, (p.height - v[3]) * mm, p.red})
		}
	}
	return nil
}

// text reads "x y Td 0.2 Tc/F1 14 Tf[(…)-20(…)]TJ/F2 14 Tf[…]TJ ET": a line of words.
func (p *pageReader) text(l string) error {
	at, rest, ok := strings.Cut(l, " Td")
	v := floats(strings.Fields(at))
	if !ok || len(v) != 2 {
		return fmt.Errorf("text without a place: %.60q", l)
	}
	p.x, p.y, p.track = v[0], v[1], 0
	for {
		head, body, ok := strings.Cut(rest, "[")
		if !ok {
			return nil
		}
		m := fontAtRE.FindStringSubmatch(head)
		if m == nil {
			return fmt.Errorf("text without a face: %.60q", l)
		}
		if i := strings.Index(head, " Tc"); i > 0 {
			p.track = floats([]string{strings.TrimSpace(head[:i])})[0]
		}
		f, err := p.reader.font(m[1], p.resources)
		if err != nil {
			return err
		}
		p.font, p.size = f, floats(m[2:])[0]
		if rest, err = p.show(body); err != nil {
			return err
		}
	}
}

// show reads "(letters)kern(letters)…]TJ" from where the last letter ended, and gives
// what comes after.
func (p *pageReader) show(s string) (string, error) {
	x := p.x
	y := (p.height - p.y) * mm
	for !strings.HasPrefix(s, "]TJ") {
		if s == "" || s[0] != '(' {
			i := strings.IndexAny(s, "(]")
			if i <= 0 {
				return "", fmt.Errorf("letters without an end: %.60q", s)
			}
			k, err := strconv.ParseFloat(s[:i], 64)
			if err != nil {
				return "", err
			}
			x -= k / 1000 * p.size
			s = s[i:]
			continue
		}
		var glyphs []int
		var ok bool
		if glyphs, s, ok = letters(s[1:]); !ok {
			return "", fmt.Errorf("letters without an end: %.60q", s)
		}
		if p.dots(glyphs) {
			p.endWord()
			wide := float64(len(glyphs)) * p.font.widths[glyphs[0]] / 1000 * p.size
			p.page.Dots = append(p.page.Dots, Word{X: x * mm, Y: y, W: wide * mm, Size: p.size})
			x += wide
			continue
		}
		for _, id := range glyphs {
			wide := p.font.widths[id] / 1000 * p.size
			r := p.font.runes[id]
			if r == ' ' || r == '\u00a0' || len(p.letters) > 0 && (y != p.word.Y || x-p.end > 0.2*p.size || p.end-x > 0.2*p.size) {
				p.endWord()
			}
			if r != ' ' && r != '\u00a0' {
				if len(p.letters) == 0 {
					p.word = Word{X: x * mm, Y: y, Size: p.size, Red: p.red,
						Bold: strings.Contains(p.font.name, "Bold"), Italic: strings.Contains(p.font.name, "Italic")}
				}
				p.letters = append(p.letters, string(r)...)
				p.end = x + wide
			}
			x += wide + p.track
		}
	}
	p.x = x
	return s[len("]TJ"):], nil
}

// letters reads the glyphs of a string, two bytes each, to its closing bracket.
func letters(s string) (glyphs []int, rest string, ok bool) {
	var b []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ')':
			for k := 0; k+1 < len(b); k += 2 {
				glyphs = append(glyphs, int(b[k])<<8|int(b[k+1]))
			}
			return glyphs, s[i+1:], len(b)%2 == 0
		case c == '\\' && i+1 < len(s):
			i++
			switch c = s[i]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			}
			b = append(b, c)
		default:
			b = append(b, c)
		}
	}
	return nil, "", false
}

// dots tells a dotted line to write on from words.
func (p *pageReader) dots(glyphs []int) bool {
	for _, g := range glyphs {
		if p.font.runes[g] != '.' {
			return false
		}
	}
	return len(glyphs) > 3
}

func (p *pageReader) endWord() {
	if len(p.letters) > 0 {
		p.word.Text = string(p.letters)
		p.word.W = p.end*mm - p.word.X
		p.page.Words = append(p.page.Words, p.word)
	}
	p.letters = p.letters[:0]
}
