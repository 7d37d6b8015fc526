package sheet

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thidua/model/intake"
)

// webPage reads the tables of a web page, as Excel shows them when such a file
// is called .xls: everything in one sheet, tables one under the other, a text
// between them in a row of its own. The tokenizer is used without a tree, so
// that a hundred thousand rows cost only their cells.
type webPage struct {
	*builder
	z      *html.Tokenizer
	css    cssRules
	number int // of the last row used

	passed  int         // columns passed over because a cell above covers them
	tables  []*webTable // open, the innermost last
	spare   *webRow     // done with, to be used again
	waiting []webRow    // rows of inner tables, until the outer row is done
	marks   []webMark   // open elements that dress text
	open    map[string]int
	names   map[string]string // tag names, so that a million <td> share one
	para    []byte            // text outside tables
	cell    *webCell          // the open cell of the innermost table
	style   []byte            // inside <style>
	title   bool
	seen    bool // a table has been seen
}

// webTable is an open table.
type webTable struct {
	row   *webRow
	cell  *webCell
	rows  int   // rows begun
	hold  []int // per column: the last row that a cell from above covers
	cols  int   // of <col> read so far
	depth int   // how many marks were open when it began
}

type webRow struct {
	hidden bool
	cells  []webCell
	merges []webSpan
}

type webSpan struct{ left, across, down int }

type webCell struct {
	col     int
	text    []byte
	look    cssLook // of the cell itself
	font    string  // of the first text with letters
	hasFont bool
	letters bool
	plain   bool   // some letters are not struck out
	struck  bool   // some are
	num     string // x:num, the number behind what is shown
	hasNum  bool
}

// webMark is an open element and the look that holds inside it.
type webMark struct {
	tag  string
	look cssLook
}

func (s *source) readHTML(raw []byte) (*intake.Book, error) {
	b := newBuilder(s, "html")
	tables, err := b.htmlSheet("", raw)
	if err != nil {
		return nil, err
	}
	if !tables {
		return nil, s.noTable()
	}
	return b.done()
}

// htmlSheet reads a page into one sheet; false when it holds no table.
func (b *builder) htmlSheet(name string, raw []byte) (bool, error) {
	text, charset := decodeText(raw, declaredCharset(raw))
	if err := b.src.spend(len(text) - len(raw)); err != nil {
		return false, err
	}
	w := &webPage{builder: b, z: html.NewTokenizer(bytes.NewReader(text)), css: cssRules{},
		open: map[string]int{}, names: map[string]string{}}
	b.book.Charset = charset
	w.z.SetMaxBuf(8 * maxToken) // one attribute or text; pictures may be written into the page
	if err := w.openSheet(name, false); err != nil {
		return false, err
	}
	if err := w.page(); err != nil {
		return false, b.src.failAt(name, w.number, err)
	}
	if !w.seen {
		return false, nil
	}
	return true, b.src.fail(w.closeSheet())
}

// declaredCharset finds charset=… in the head of a page.
func declaredCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), headSize)])
	_, after, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		return ""
	}
	after = bytes.TrimLeft(after, `"' `)
	if end := bytes.IndexAny(after, "\"'>; /\r\n"); end >= 0 {
		return string(after[:end])
	}
	return ""
}

func (w *webPage) page() error {
	for n := 0; ; n++ {
		if n%1024 == 0 {
			if err := w.src.canceled(); err != nil {
				return err
			}
		}
		switch w.z.Next() {
		case html.ErrorToken:
			if err := w.z.Err(); err != io.EOF {
				return err
			}
			if len(w.tables) > 0 {
				return io.ErrUnexpectedEOF // cut in the middle of a table
			}
			return w.endPara()
		case html.TextToken:
			w.textToken(w.z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			if w.cell != nil && len(w.cell.text) > maxCellText || len(w.para) > maxCellText {
				return errLong
			}
			name, more := w.z.TagName()
			if err := w.startTag(w.tagName(name), more); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := w.z.TagName()
			if err := w.endTag(w.tagName(name)); err != nil {
				return err
			}
		}
	}
}

// tagName gives the name of a tag; those beyond a page's reasonable number of
// different tags are all taken for the same unknown one.
func (w *webPage) tagName(b []byte) string {
	if s, ok := w.names[string(b)]; ok {
		return s
	}
	if len(w.names) >= 1000 || len(b) > 100 {
		return "unknown"
	}
	s := string(b)
	w.names[s] = s
	return s
}

// look is the look that holds for text at this place.
func (w *webPage) look() cssLook {
	if n := len(w.marks); n > 0 {
		return w.marks[n-1].look
	}
	return cssLook{}
}

func (w *webPage) textToken(t []byte) {
	if w.style != nil {
		w.style = append(w.style, t...)
		return
	}
	if w.title || w.look().none {
		return
	}
	if w.cell == nil {
		if len(w.tables) == 0 {
			w.para = collapse(append(w.para, t...), 0, len(w.para))
		}
		return
	}
	c := w.cell
	from := len(c.text)
	c.text = append(c.text, t...)
	start := bytes.LastIndexByte(c.text[:from], '\n') + 1
	c.text = collapse(c.text, start, from)
	if from > 0 && from < len(c.text) && c.text[from] == ' ' && c.text[from-1] == ' ' {
		c.text = append(c.text[:from], c.text[from+1:]...)
	}
	if !hasLetters(c.text[from:]) {
		return
	}
	l := w.look()
	if !c.letters {
		c.font, c.hasFont = l.font, l.hasFont
	}
	c.letters = true
	c.plain = c.plain || !l.struck
	c.struck = c.struck || l.struck
}

// block elements end a line inside a cell and a row outside tables.
func isBlock(tag string) bool {
	switch tag {
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "center", "hr", "caption", "blockquote", "pre", "dt", "dd":
		return true
	}
	return false
}

func isVoid(tag string) bool {
	switch atom.Lookup([]byte(tag)) {
	case atom.Br, atom.Col, atom.Img, atom.Input, atom.Meta, atom.Link, atom.Hr, atom.Base, atom.Wbr, atom.Area, atom.Param, atom.Source, atom.Embed, atom.Track, atom.Frame:
		return true
	}
	return false
}

func (w *webPage) startTag(tag string, more bool) error {
	attrs := w.attributes(more)
	switch tag {
	case "style":
		w.style = []byte{}
		return nil
	case "title":
		w.title = true
		return nil
	case "br":
		w.newLine()
		return nil
	case "table":
		return w.openTable(attrs)
	case "tr":
		return w.openTR(attrs)
	case "td", "th":
		return w.openTD(attrs)
	case "col":
		w.openCol(attrs)
		return nil
	}
	if isVoid(tag) {
		return nil
	}
	if isBlock(tag) {
		w.breakBlock()
		if len(w.tables) == 0 {
			if err := w.endPara(); err != nil {
				return err
			}
		}
	}
	w.mark(tag, attrs)
	return nil
}

// mark remembers an open element. Careless pages leave hundreds of them open;
// those nested deeper than any real look are not remembered, so that looking
// for the one an end tag belongs to stays short.
func (w *webPage) mark(tag string, attrs webAttrs) {
	if n := len(w.marks); n > 0 && w.marks[n-1].tag == tag && (tag == "p" || tag == "li") {
		w.popTo(n - 1) // its end tag was left out
	}
	if len(w.marks) < maxDepth {
		w.push(tag, w.css.apply(w.look(), tag, attrs))
	}
}

func (w *webPage) push(tag string, l cssLook) {
	w.marks = append(w.marks, webMark{tag, l})
	w.open[tag]++
}

func (w *webPage) popTo(n int) {
	for len(w.marks) > n {
		last := len(w.marks) - 1
		w.open[w.marks[last].tag]--
		w.marks = w.marks[:last]
	}
}

// newLine breaks the line inside a cell or outside of tables.
func (w *webPage) newLine() {
	switch {
	case w.cell != nil:
		w.cell.text = append(bytes.TrimRight(w.cell.text, " "), '\n')
	case len(w.tables) == 0:
		w.para = append(w.para, ' ')
	}
}

// breakBlock begins a line in a cell where a paragraph begins or ends.
func (w *webPage) breakBlock() {
	if c := w.cell; c != nil && len(c.text) > 0 && c.text[len(c.text)-1] != '\n' {
		w.newLine()
	}
}

// endPara gives a text outside tables a row of its own.
func (w *webPage) endPara() error {
	text := bytes.TrimRight(w.para, " ")
	w.para = w.para[:0]
	if len(text) == 0 {
		return nil
	}
	return w.emit(&webRow{cells: []webCell{{text: bytes.Clone(text), plain: true}}})
}

func (w *webPage) endTag(tag string) error {
	switch tag {
	case "style":
		w.css.parse(string(w.style))
		w.style = nil
		return nil
	case "title":
		w.title = false
		return nil
	case "td", "th":
		w.closeTD()
		return nil
	case "tr":
		return w.closeTR()
	case "table":
		return w.closeTable()
	}
	if isBlock(tag) {
		w.breakBlock()
		if len(w.tables) == 0 {
			if err := w.endPara(); err != nil {
				return err
			}
		}
	}
	floor := 0
	if n := len(w.tables); n > 0 {
		floor = w.tables[n-1].depth
	}
	if w.open[tag] == 0 {
		return nil // the end of something that never began
	}
	for i := len(w.marks) - 1; i >= floor; i-- {
		if w.marks[i].tag == tag {
			w.popTo(i)
			break
		}
	}
	return nil
}

// webAttrs are the few attributes that matter.
type webAttrs struct {
	class, style, face, span, colspan, rowspan, num, width, height string
	hasNum, hidden                                                 bool
}

func (w *webPage) attributes(more bool) (a webAttrs) {
	for more {
		var k, v []byte
		k, v, more = w.z.TagAttr()
		switch string(k) {
		case "class":
			a.class = string(v)
		case "style":
			a.style = string(v)
		case "face":
			a.face = string(v)
		case "span":
			a.span = string(v)
		case "colspan":
			a.colspan = string(v)
		case "rowspan":
			a.rowspan = string(v)
		case "x:num":
			a.num, a.hasNum = string(v), true
		case "width":
			a.width = string(v)
		case "height":
			a.height = string(v)
		case "hidden":
			a.hidden = true
		}
	}
	return a
}

// count reads a span; 0 and nonsense are 1, as browsers take them.
func count(s string, limit int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}
