package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/fault"
)

// Prose reads what a .docx or a text file says, its paragraphs and rows divided by line
// ends, the cells of a row by tabs, within the limits of this package. Pictures are
// refused with "sheet.scan", other kinds with "sheet.no-prose".
func Prose(ctx context.Context, name string, r io.ReaderAt, size int64) (text string, err error) {
	src := newSource(ctx, name, r, size)
	defer func() {
		if p := recover(); p != nil {
			text, err = "", src.damaged(fmt.Errorf("panic: %v", p))
		}
	}()
	head := make([]byte, min(headSize, size))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return "", unreadable(src.name, err)
	}
	switch {
	case size <= 0:
		return "", src.empty()
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return src.wordProse()
	case pictureKind(head):
		return "", fault.New(fault.Refused, "sheet.scan", src.name)
	case isBinary(head) || foreignKind(head) != nil || bytes.HasPrefix(head, oleMagic):
		return "", fault.New(fault.Refused, "sheet.no-prose", src.name)
	}
	raw, err := src.all(maxWhole)
	if err != nil {
		return "", err
	}
	out, _ := decodeText(raw, "")
	return string(out), nil
}

// IsPDF tells that a file is a PDF; scanners and mail put a few bytes before it.
func IsPDF(r io.ReaderAt) bool {
	head := make([]byte, 1024)
	n, _ := r.ReadAt(head, 0) // a shorter file is none the worse
	return bytes.Contains(head[:n], []byte("%PDF-"))
}

func (s *source) wordProse() (string, error) {
	p, err := openPack(s)
	if err != nil {
		return "", err
	}
	const main = "word/document.xml"
	if !p.has(main) {
		return "", fault.New(fault.Refused, "sheet.no-prose", s.name)
	}
	x, c, err := p.scan(main)
	if err != nil {
		return "", err
	}
	defer c.Close()
	var out strings.Builder
	d := &docx{builder: newBuilder(s, "docx"), docxStyles: newDocxStyles()}
	var row proseRow
	for {
		t, err := x.next()
		if err != nil {
			return "", s.failPart(main, doctypeFault(s, err))
		}
		if t == xmlEOF {
			if out.Len() == 0 { // pictures of pages pasted into Word
				return "", fault.New(fault.Refused, "sheet.scan", s.name)
			}
			return out.String(), nil
		}
		if t == xmlEnd && len(x.marks) < row.depth {
			row.end(&out)
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "tr":
			if row.depth == 0 { // a table inside a cell is lines of its text
				row.depth = len(x.marks)
			}
		case "tc":
			if row.depth > 0 && len(x.marks) <= row.depth+3 { // a form field may wrap it; a table inside lies deeper
				row.cells = append(row.cells, nil)
			}
		case "p":
			var para docxPara
			if err := d.paragraph(x, &para); err != nil {
				return "", s.failPart(main, err)
			}
			if len(row.cells) == 0 && !hasLetters(para.text) {
				continue
			}
			if err := s.spend(len(para.text)); err != nil {
				return "", err
			}
			if n := len(row.cells); n > 0 {
				row.cells[n-1] = append(row.cells[n-1], string(para.text))
				continue
			}
			out.Write(para.text)
			out.WriteByte('\n')
		case "del", "moveFrom", "AlternateContent":
			if err := x.skip(); err != nil {
				return "", s.failPart(main, err)
			}
		}
	}
}

// proseRow is a row of a table while it is read; depth is where it stands, 0 outside.
type proseRow struct {
	depth int
	cells [][]string // paragraphs of each
}

// shortCell is how many paragraphs a cell of a list has at most; what has more is
// running text that a table only holds in place.
const shortCell = 3

// end writes a row of a list as one line, its cells divided by tabs, and running text
// a line a paragraph.
func (r *proseRow) end(out *strings.Builder) {
	between, apart := " ", "\t"
	if slices.ContainsFunc(r.cells, func(c []string) bool { return len(c) > shortCell }) {
		between, apart = "\n", "\n"
	}
	cells := make([]string, len(r.cells))
	for i, c := range r.cells {
		cells[i] = strings.Join(c, between)
	}
	*r = proseRow{}
	if line := strings.Join(cells, apart); hasLetters([]byte(line)) {
		out.WriteString(line)
		out.WriteByte('\n')
	}
}
