package press

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/model/paper"
)

// XLSX writes a document as a workbook, a sheet for each part: tables as real
// cells with real numbers, the text above and below them in merged cells. It
// prints on the same paper as the PDF, with the heading rows repeated.
func XLSX(w io.Writer, doc *paper.Document, opt Options) error {
	if err := paper.Verify(doc); err != nil {
		return err
	}
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return err
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDefaultFont(sheetFont); err != nil {
		return err
	}
	*f.Styles.Fonts.Font[0].Sz.Val = sheetFontSize
	if err := f.SetDocProps(&excelize.DocProperties{Title: doc.Title, Creator: doc.Author, Language: "vi-VN"}); err != nil {
		return err
	}
	names := sheetNames(doc)
	x := &workbook{f: f, styles: map[cellStyle]int{}}
	for i, part := range doc.Parts {
		if err := opt.stopped(); err != nil {
			return err
		}
		if i == 0 {
			err = f.SetSheetName("Sheet1", names[0])
		} else {
			_, err = f.NewSheet(names[i])
		}
		if err != nil {
			return err
		}
		sh := sheetOf(part.Landscape)
		s := &sheetWriter{workbook: x, setter: newSetter(fam, sh.textWidth()), name: names[i]}
		s.lay(part)
		if s.setter.fault != nil {
			return at(s.setter.fault, doc, i)
		}
		if err := s.write(part, sh); err != nil {
			return err
		}
	}
	// Drawings come with the kinds of pictures they might hold, in any order.
	if t := f.ContentTypes; t != nil {
		sort.Slice(t.Defaults, func(i, j int) bool { return t.Defaults[i].Extension < t.Defaults[j].Extension })
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		return err
	}
	return inOrder(w, buf.Bytes())
}

// The workbook's font: widths of columns count in its figures. Of this size a figure
// is as wide on the screen, in whole pixels, as on paper; of 11 it would be 7 pixels
// for 7⅓, and a sheet other programs show 5 % too wide.
const (
	sheetFont     = "Times New Roman"
	sheetFontSize = 12
	figureWidth   = sheetFontSize / 2.0 // points
	pixel         = 0.75                // points
)

// inOrder writes a zip's entries again by name: excelize writes its sheets in any
// order, and the same document must give the same bytes.
func inOrder(w io.Writer, data []byte) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	files := r.File
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	z := zip.NewWriter(w)
	for _, f := range files {
		if err := z.Copy(f); err != nil {
			return err
		}
	}
	return z.Close()
}

// sheetNames are the parts' names as sheets may be called: no more than 31
// letters, none of :\/?*[], no two alike whatever their case.
func sheetNames(doc *paper.Document) []string {
	seen := map[string]bool{}
	out := make([]string, len(doc.Parts))
	for i, p := range doc.Parts {
		name := p.Name
		if name == "" {
			name = doc.Title
		}
		name = strings.Trim(strings.Map(func(r rune) rune {
			if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
				return ' '
			}
			return r
		}, name), " '")
		if name == "" {
			name = fmt.Sprintf("Phần %d", i+1)
		}
		base := name
		for n := 2; ; n++ {
			name = shorten(name, 31)
			if !seen[strings.ToLower(name)] {
				break
			}
			tail := fmt.Sprintf(" (%d)", n)
			name = shorten(base, 31-utf8.RuneCountInString(tail)) + tail
		}
		seen[strings.ToLower(name)] = true
		out[i] = name
	}
	return out
}

func shorten(s string, n int) string {
	if rs := []rune(s); len(rs) > n {
		return strings.TrimSpace(string(rs[:n]))
	}
	return s
}

// workbook is the file being made and the styles it has so far.
type workbook struct {
	f      *excelize.File
	styles map[cellStyle]int
}

// cellStyle is what one cell looks like.
type cellStyle struct {
	size   float64
	st     style
	align  paper.Align
	middle bool // between top and bottom
	low    bool // at the bottom: the room above it is its distance from the row above
	ruled  bool
	format string
}

func (x *workbook) style(c cellStyle) (int, error) {
	if id, ok := x.styles[c]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: sheetFont, Size: c.size, Bold: c.st&bold != 0, Italic: c.st&italic != 0},
		Alignment: &excelize.Alignment{Horizontal: map[paper.Align]string{paper.Centre: "center", paper.Right: "right", paper.Justify: "justify"}[c.align], Vertical: "top", WrapText: true},
	}
	if s.Alignment.Horizontal == "" {
		s.Alignment.Horizontal = "left"
	}
	if c.middle {
		s.Alignment.Vertical = "center"
	}
	if c.low {
		s.Alignment.Vertical = "bottom"
	}
	if c.ruled {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	if c.format != "" {
		s.CustomNumFmt = &c.format
	}
	id, err := x.f.NewStyle(s)
	if err == nil {
		x.styles[c] = id
	}
	return id, err
}
