// Package press sets a paper.Document in type: .pdf for printing, .docx for going
// on in a word processor, .xlsx for the tables. All three hold the same words.
//
// Start at Encode. The layout is that of NĐ 30/2020/NĐ-CP; every size and distance
// stands in decree.go with the rule it comes from. words.go and lines.go measure
// and break text, flow.go, head.go, signing.go and table.go turn the blocks of a
// document into strips, page.go lays the strips on pages, pdf.go draws them.
//
// It promises: the same document gives the same bytes; a letter the face does not
// have is a fault, never a gap; the cost grows with the pages and no faster.
// It never reads facts and never changes a word.
//
// Glossary: press — máy in, bộ dàn trang; strip — dải; family — bộ chữ.
package press

import (
	"io"
	"os"
	"path/filepath"

	"thidua/model/fault"
	"thidua/model/paper"
)

// Options are what a PC or its printer adds; the zero Options fit every PC.
type Options struct {
	// FontFolder is where Times New Roman's files lie (times.ttf, timesbd.ttf,
	// timesi.ttf, timesbi.ttf). Empty, or a folder without them: the face that
	// ships with the program.
	FontFolder string
	// Offset is how far this printer sets certificates off; it moves nothing else.
	Offset Offset
	// Stopped is asked now and then during a long job; an error ends it and is given
	// back. A context's Err will do. Nil never stops.
	Stopped func() error
}

func (o Options) stopped() error {
	if o.Stopped == nil {
		return nil
	}
	return o.Stopped()
}

// SystemFonts is the folder of the PC's fonts on Windows, "" elsewhere.
func SystemFonts() string {
	if root := os.Getenv("SystemRoot"); root != "" {
		return filepath.Join(root, "Fonts")
	}
	return ""
}

// Encode writes a document in the format of a file's ending: ".pdf", ".docx", ".xlsx".
func Encode(w io.Writer, ending string, doc *paper.Document, opt Options) error {
	if err := checkOffset(opt.Offset); err != nil {
		return err
	}
	switch ending {
	case ".pdf":
		return PDF(w, doc, opt)
	case ".docx":
		return DOCX(w, doc, opt)
	case ".xlsx":
		return XLSX(w, doc, opt)
	}
	return fault.New(fault.Invalid, "press.ending", ending)
}

// at names the document and part a fault was met in.
func at(err error, doc *paper.Document, part int) error {
	if f, ok := err.(*fault.Error); ok && f.Field == "" {
		name := doc.Parts[part].Name
		if name == "" {
			name = doc.Title
		}
		return f.At(name)
	}
	return err
}
