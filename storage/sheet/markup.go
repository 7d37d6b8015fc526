package sheet

import (
	"bytes"

	"thidua/model/fault"
	"thidua/model/intake"
)

// readMarkup tells apart what begins with a "<": a web page, SpreadsheetML
// 2003, flat OpenDocument, XML of Word 2003. ok is false for plain text.
func (s *source) readMarkup(raw []byte) (book *intake.Book, ok bool, err error) {
	// The marks that tell are ASCII, so UTF-16 is read by leaving out its zeros.
	head := bytes.ToLower(bytes.ReplaceAll(raw[:min(len(raw), 64*kib)], []byte{0}, nil))
	head = bytes.TrimLeft(head, "\xEF\xBB\xBF\xFE\xFF \t\r\n\f")
	has := func(marks ...string) bool {
		for _, m := range marks {
			if bytes.Contains(head, []byte(m)) {
				return true
			}
		}
		return false
	}
	first := head[:min(len(head), 2*kib)]
	switch {
	case bytes.HasPrefix(head, []byte("mime-version:")), bytes.Contains(first, []byte("content-type: multipart/related")):
		book, err = s.readMHTML(raw)
		return book, true, err
	case len(head) == 0 || head[0] != '<' && !bytes.Contains(first, []byte("<html")) && !bytes.Contains(first, []byte("<table")):
		return nil, false, nil
	case has("urn:schemas-microsoft-com:office:spreadsheet") && !has("<html"), has(`progid="excel.sheet"`):
		book, err = s.readSpreadsheetML(raw)
	case has("<office:document"):
		book, err = s.readFlatODS(raw)
	case has(`progid="word.document"`, "schemas.microsoft.com/office/word/2003", "<pkg:package"):
		return nil, true, fault.New(fault.Refused, "sheet.word-old", s.name)
	case has("<html", "<table", "<body", "<tr", "<!doctype html", "<head", "<meta", "<style", "<div"):
		book, err = s.readHTML(raw)
	default:
		return nil, true, s.unknownKind()
	}
	return book, true, err
}

// readFlatODS reads an .fods.
func (s *source) readFlatODS(raw []byte) (*intake.Book, error) {
	x, err := newXMLScanner(bytes.NewReader(raw))
	if err != nil {
		return nil, s.damaged(err)
	}
	o := &ods{builder: newBuilder(s, "ods"), odsStyles: newODSStyles()}
	if err := o.document(x); err != nil {
		return nil, o.fault("office:document", err)
	}
	if len(o.book.Sheets) == 0 {
		return nil, s.noTable()
	}
	return o.done()
}
