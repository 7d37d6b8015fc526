package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// xmlScanner reads the XML of office files: strict about what a break in a file
// does (tags that do not match, an end in the middle, bytes that are no UTF-8),
// without what office files never use (DTDs are refused, names are compared
// without their prefix). It hands out slices of its buffer and allocates
// nothing per token; encoding/xml takes six times as long for a sheet.
type xmlScanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool

	// The current token; every slice is valid until the next call of next.
	name   []byte // of a tag, without prefix
	attrs  []xmlAttr
	text   []byte // of a text token, entities not yet replaced
	cdata  bool
	closed bool // a start tag that ends itself; its end token comes next

	full  []byte // of a tag, with prefix
	stack []byte // names of open elements, one after the other
	marks []int  // where each begins in stack
	root  bool   // the root element has been seen
}

type xmlAttr struct{ full, name, value []byte }

type xmlToken uint8

const (
	xmlStart xmlToken = iota
	xmlEnd
	xmlText
	xmlEOF
)

var (
	errXML     = errors.New("xml: not well-formed")
	errDoctype = errors.New("xml: document type declaration")
	errLong    = errors.New("xml: token too long")
	errDeep    = errors.New("xml: elements nested too deep")
)

// newXMLScanner starts on a part, turning UTF-16 and declared 8-bit encodings
// into UTF-8.
func newXMLScanner(r io.Reader) (*xmlScanner, error) { return newXMLScannerSize(r, 64*kib) }

// newXMLScannerSize starts with a buffer of a size; it grows with long tokens.
func newXMLScannerSize(r io.Reader, size int) (*xmlScanner, error) {
	x := &xmlScanner{r: r, buf: make([]byte, size)}
	if err := x.more(); err != nil {
		return nil, err
	}
	head := x.buf[:min(x.end, 256)]
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		x.pos = 3
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		x.recode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case bytes.HasPrefix(head, []byte("<?xml")):
		decl, _, _ := bytes.Cut(head, []byte("?>"))
		_, enc, ok := bytes.Cut(decl, []byte("encoding="))
		if !ok || len(enc) < 2 {
			break
		}
		enc, _, _ = bytes.Cut(enc[1:], enc[:1])
		if e, err := htmlindex.Get(string(enc)); err == nil {
			if n, _ := htmlindex.Name(e); n != "utf-8" && n != "utf-16le" && n != "utf-16be" {
				x.recode(e.NewDecoder())
			}
		}
	}
	return x, nil
}

func (x *xmlScanner) recode(t transform.Transformer) {
	rest := bytes.Clone(x.buf[:x.end])
	x.r = transform.NewReader(io.MultiReader(bytes.NewReader(rest), x.r), t)
	x.pos, x.end, x.eof = 0, 0, false
}

// more reads on, keeping what stands from pos on.
func (x *xmlScanner) more() error {
	if x.eof {
		return io.ErrUnexpectedEOF
	}
	if x.pos > 0 {
		copy(x.buf, x.buf[x.pos:x.end])
		x.end -= x.pos
		x.pos = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) >= maxToken {
			return errLong
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	n, err := io.ReadFull(x.r, x.buf[x.end:])
	x.end += n
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		x.eof = true
		if n == 0 {
			return io.ErrUnexpectedEOF
		}
		return nil
	}
	return err
}

// find gives the offset from pos of the next pattern at or after offset i.
func (x *xmlScanner) find(i int, pattern string) (int, error) {
	for {
		var j int
		if len(pattern) == 1 {
			j = bytes.IndexByte(x.buf[x.pos+i:x.end], pattern[0])
		} else {
			j = bytes.Index(x.buf[x.pos+i:x.end], []byte(pattern))
		}
		if j >= 0 {
			return i + j, nil
		}
		i = max(i, x.end-x.pos-len(pattern)+1)
		if err := x.more(); err != nil {
			return 0, err
		}
	}
}

// next gives the next token.
func (x *xmlScanner) next() (xmlToken, error) {
	if x.closed {
		x.closed = false
		return xmlEnd, nil
	}
	for {
		if x.pos == x.end {
			if err := x.more(); err != nil {
				if err != io.ErrUnexpectedEOF {
					return 0, err
				}
				if len(x.marks) > 0 || !x.root {
					return 0, err
				}
				return xmlEOF, nil
			}
		}
		if x.buf[x.pos] != '<' {
			if len(x.marks) == 0 {
				if c := x.buf[x.pos]; c != ' ' && c != '\n' && c != '\r' && c != '\t' {
					return 0, errXML
				}
				x.pos++
				continue
			}
			n, err := x.find(0, "<")
			if err != nil {
				return 0, err
			}
			x.text, x.cdata = x.buf[x.pos:x.pos+n], false
			x.pos += n
			return xmlText, nil
		}
		if x.end-x.pos < 2 {
			if err := x.more(); err != nil {
				return 0, err
			}
		}
		switch x.buf[x.pos+1] {
		case '/':
			return xmlEnd, x.endTag()
		case '?':
			n, err := x.find(2, "?>")
			if err != nil {
				return 0, err
			}
			x.pos += n + 2
		case '!':
			isText, err := x.declaration()
			if err != nil {
				return 0, err
			}
			if isText {
				return xmlText, nil
			}
		default:
			return xmlStart, x.startTag()
		}
	}
}

// declaration passes a comment, reads a CDATA section, refuses a DTD.
func (x *xmlScanner) declaration() (isText bool, err error) {
	for x.end-x.pos < 9 {
		if err := x.more(); err != nil {
			return false, err
		}
	}
	head := x.buf[x.pos : x.pos+9]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		n, err := x.find(4, "-->")
		x.pos += n + 3
		return false, err
	case string(head) == "<![CDATA[" && len(x.marks) > 0:
		n, err := x.find(9, "]]>")
		if err != nil {
			return false, err
		}
		x.text, x.cdata = x.buf[x.pos+9:x.pos+n], true
		x.pos += n + 3
		return true, nil
	case string(head) == "<!DOCTYPE":
		return false, errDoctype
	}
	return false, errXML
}

func (x *xmlScanner) endTag() error {
	n, err := x.find(2, ">")
	if err != nil {
		return err
	}
	x.full = bytes.TrimRight(x.buf[x.pos+2:x.pos+n], " \t\r\n")
	x.name = local(x.full)
	x.pos += n + 1
	d := len(x.marks) - 1
	if d < 0 || !bytes.Equal(x.stack[x.marks[d]:], x.full) {
		return errXML
	}
	x.stack = x.stack[:x.marks[d]]
	x.marks = x.marks[:d]
	return nil
}

// startTag reads a start tag with its attributes. When the buffer ends inside
// the tag it reads on and begins again; the buffer doubles, so that costs little.
func (x *xmlScanner) startTag() error {
	if len(x.marks) == 0 && x.root {
		return errXML
	}
	for {
		n, err := x.parseTag(x.buf[x.pos:x.end])
		if err == io.ErrShortBuffer {
			if err := x.more(); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return err
		}
		x.pos += n
		x.root = true
		if x.closed {
			return nil
		}
		if len(x.marks) >= maxDepth {
			return errDeep
		}
		x.marks = append(x.marks, len(x.stack))
		x.stack = append(x.stack, x.full...)
		return nil
	}
}

// nameEnd marks the bytes that end a name in a tag.
var nameEnd = [256]bool{' ': true, '\t': true, '\r': true, '\n': true, '/': true, '>': true, '=': true, '<': true, '"': true, '\'': true}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// parseTag reads the start tag at the beginning of b and gives its length,
// io.ErrShortBuffer when b ends inside it.
func (x *xmlScanner) parseTag(b []byte) (int, error) {
	i := 1
	for i < len(b) && !nameEnd[b[i]] {
		i++
	}
	if i == len(b) {
		return 0, io.ErrShortBuffer
	}
	if i == 1 {
		return 0, errXML
	}
	x.full = b[1:i]
	x.name = local(x.full)
	x.attrs = x.attrs[:0]
	x.closed = false
	for {
		gap := i
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i == len(b) {
			return 0, io.ErrShortBuffer
		}
		switch b[i] {
		case '>':
			return i + 1, nil
		case '/':
			if i+1 == len(b) {
				return 0, io.ErrShortBuffer
			}
			if b[i+1] != '>' {
				return 0, errXML
			}
			x.closed = true
			return i + 2, nil
		}
		if gap == i {
			return 0, errXML
		}
		from := i
		for i < len(b) && !nameEnd[b[i]] {
			i++
		}
		name := b[from:i]
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i == len(b) {
			return 0, io.ErrShortBuffer
		}
		if b[i] != '=' || len(name) == 0 {
			return 0, errXML
		}
		for i++; i < len(b) && isSpace(b[i]); {
			i++
		}
		if i == len(b) {
			return 0, io.ErrShortBuffer
		}
		q := b[i]
		if q != '"' && q != '\'' {
			return 0, errXML
		}
		n := bytes.IndexByte(b[i+1:], q)
		if n < 0 {
			return 0, io.ErrShortBuffer
		}
		value := b[i+1 : i+1+n]
		if bytes.IndexByte(value, '<') >= 0 {
			return 0, errXML
		}
		x.attrs = append(x.attrs, xmlAttr{name, local(name), value})
		i += n + 2
	}
}

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// attr gives an attribute by its name without prefix, nil when it is not there;
// entities are not replaced (references and numbers have none).
func (x *xmlScanner) attr(name string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value
		}
	}
	return nil
}

// value gives an attribute with its entities replaced.
func (x *xmlScanner) value(name string) (string, error) {
	b, err := unescape(nil, x.attr(name))
	return string(b), err
}

// appendText appends the current text token, entities replaced, to dst.
func (x *xmlScanner) appendText(dst []byte) ([]byte, error) {
	if len(dst) > maxCellText {
		return dst, errLong
	}
	if x.cdata {
		return appendLines(dst, x.text)
	}
	return unescape(dst, x.text)
}

// skip passes everything up to the end of the element whose start was just read.
func (x *xmlScanner) skip() error {
	if x.closed {
		x.closed = false
		return nil
	}
	depth := len(x.marks) - 1
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && !x.closed && len(x.marks) == depth {
			return nil
		}
	}
}

// appendLines appends raw text with line ends as XML wants them: "\n".
func appendLines(dst, raw []byte) ([]byte, error) {
	if !validText(raw) {
		return dst, errXML
	}
	for {
		i := bytes.IndexByte(raw, '\r')
		if i < 0 {
			return append(dst, raw...), nil
		}
		dst = append(append(dst, raw[:i]...), '\n')
		raw = raw[i+1:]
		if len(raw) > 0 && raw[0] == '\n' {
			raw = raw[1:]
		}
	}
}

func validText(b []byte) bool { return utf8.Valid(b) }

// unescape appends raw text with its entities replaced.
func unescape(dst, raw []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return appendLines(dst, raw)
		}
		var err error
		if dst, err = appendLines(dst, raw[:i]); err != nil {
			return dst, err
		}
		raw = raw[i+1:]
		n := bytes.IndexByte(raw, ';')
		if n < 1 || n > 10 {
			return dst, errXML
		}
		r, err := entity(raw[:n])
		if err != nil {
			return dst, err
		}
		dst = utf8.AppendRune(dst, r)
		raw = raw[n+1:]
	}
}

func entity(name []byte) (rune, error) {
	switch string(name) {
	case "amp":
		return '&', nil
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, errXML
	}
	digits, base := string(name[1:]), 10
	if name[1] == 'x' {
		digits, base = string(name[2:]), 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return 0, errXML
	}
	return rune(n), nil
}
