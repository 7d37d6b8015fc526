package sheet

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/intake"
)

// headSize is how much of a file is looked at to tell its kind. Web systems
// put comments and style sheets before the first table.
const headSize = 4 * kib

// read tells the kind by the first bytes and hands the file to its reader.
func (s *source) read() (*intake.Book, error) {
	if err := s.canceled(); err != nil {
		return nil, err
	}
	if s.size <= 0 {
		return nil, s.empty()
	}
	head := make([]byte, min(headSize, s.size))
	if n, err := s.r.ReadAt(head, 0); n < len(head) {
		if err == nil {
			err = io.ErrUnexpectedEOF
		}
		return nil, unreadable(s.name, err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return s.readPack()
	case bytes.HasPrefix(head, oleMagic):
		return s.readOLE()
	}
	if code := foreignKind(head); code != nil {
		return nil, code(s.name)
	}
	if isBinary(head) {
		return nil, s.unknownKind()
	}
	raw, err := s.all(maxWhole)
	if err != nil {
		return nil, err
	}
	if book, ok, err := s.readMarkup(raw); ok {
		return book, err
	}
	return s.readText(raw)
}

func (s *source) unknownKind() *fault.Error {
	return fault.New(fault.Refused, "sheet.unknown-kind", s.name)
}

// readPack looks into a zip for what it is.
func (s *source) readPack() (*intake.Book, error) {
	p, err := openPack(s)
	if err != nil {
		return nil, err
	}
	if p.has("mimetype") || p.has("META-INF/manifest.xml") {
		if locked, err := p.contains("META-INF/manifest.xml", "encryption-data"); err == nil && locked {
			return nil, s.encrypted()
		}
	}
	if p.has("content.xml") && !p.has("[Content_Types].xml") {
		if sheet, err := p.contains("mimetype", "spreadsheet"); p.has("mimetype") && err == nil && !sheet {
			return nil, fault.New(fault.Refused, "sheet.word-old", s.name)
		}
		return readODS(s, p)
	}
	main := ""
	if p.has("_rels/.rels") {
		rels, err := p.relations("")
		if err != nil {
			return nil, err
		}
		for _, r := range rels {
			if r.kind == "officeDocument" && main == "" {
				main = r.target
			}
		}
	}
	for _, usual := range []string{"xl/workbook.xml", "xl/workbook.bin", "word/document.xml"} {
		if main == "" && p.has(usual) {
			main = usual
		}
	}
	switch dir, _, _ := strings.Cut(strings.ToLower(main), "/"); {
	case main == "":
		return nil, fault.New(fault.Refused, "sheet.archive", s.name)
	case dir == "xl" || strings.Contains(strings.ToLower(main), "workbook"):
		return readXLSX(s, p, main)
	case dir == "word" || strings.HasSuffix(strings.ToLower(main), "document.xml"):
		return readDOCX(s, p, main)
	}
	return nil, s.noTable()
}

// foreignKind knows files that are something else whatever their name says.
func foreignKind(head []byte) func(name string) *fault.Error {
	is := func(magic ...string) bool {
		for _, m := range magic {
			if bytes.HasPrefix(head, []byte(m)) {
				return true
			}
		}
		return false
	}
	switch {
	case is("%PDF"):
		return func(n string) *fault.Error { return fault.New(fault.Refused, "sheet.pdf", n) }
	case pictureKind(head):
		return func(n string) *fault.Error { return fault.New(fault.Refused, "sheet.picture", n) }
	case is("MZ", "\x7FELF") && bytes.IndexByte(head, 0) >= 0:
		return func(n string) *fault.Error { return fault.New(fault.Refused, "sheet.program", n) }
	case is("Rar!", "7z\xBC\xAF\x27\x1C", "\x1F\x8B"):
		return func(n string) *fault.Error { return fault.New(fault.Refused, "sheet.archive", n) }
	case is("{\\rtf"):
		return func(n string) *fault.Error { return fault.New(fault.Refused, "sheet.word-old", n) }
	}
	return nil
}

// pictureKind tells that a file is a picture, by its first bytes.
func pictureKind(head []byte) bool {
	return bytes.IndexByte(head, 0) >= 0 && slices.ContainsFunc([]string{"\x89PNG", "\xFF\xD8\xFF", "GIF8", "BM", "II*\x00", "MM\x00*"},
		func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) })
}
