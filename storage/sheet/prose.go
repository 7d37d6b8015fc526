package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"thidua/model/fault"
)

// Prose reads what a .docx or a text file says, its paragraphs and cells divided by
// line ends, within the limits of this package. Other kinds are refused with
// "sheet.no-prose".
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
	for {
		t, err := x.next()
		if err != nil {
			return "", s.failPart(main, doctypeFault(s, err))
		}
		if t == xmlEOF {
			return out.String(), nil
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "p":
			var para docxPara
			if err := d.paragraph(x, &para); err != nil {
				return "", s.failPart(main, err)
			}
			if hasLetters(para.text) {
				if err := s.spend(len(para.text)); err != nil {
					return "", err
				}
				out.Write(para.text)
				out.WriteByte('\n')
			}
		case "del", "moveFrom", "AlternateContent":
			if err := x.skip(); err != nil {
				return "", s.failPart(main, err)
			}
		}
	}
}
