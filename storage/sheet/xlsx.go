package sheet

import (
	"errors"
	"strings"

	"thidua/model/fault"
	"thidua/model/intake"
)

// xlsx reads a workbook of Office Open XML, transitional or strict.
type xlsx struct {
	*builder
	pack   *pack
	is1904 bool
	// unsaved: the book was written by a program that does not calculate and
	// puts 0 for every result, leaving it to Excel to calculate on opening.
	unsaved bool
	looks   []look      // per cell format
	strings sharedTexts // the table of shared strings
	buf     []byte      // the value being read
	formula []byte
	rich    richText
}

// look is what of a cell's format matters here.
type look struct {
	font   int
	struck bool
	date   dateFormat
}

// sheetEntry is one sheet as the workbook lists it.
type sheetEntry struct {
	name   string
	hidden bool
	rel    string
}

func readXLSX(src *source, p *pack, workbook string) (*intake.Book, error) {
	if strings.HasSuffix(strings.ToLower(workbook), ".bin") {
		return nil, fault.New(fault.Refused, "sheet.binary-book", src.name)
	}
	b := newBuilder(src, "xlsx")
	if macros, err := p.contains("[Content_Types].xml", "macroEnabled"); err != nil {
		return nil, err
	} else if macros {
		b.book.Format = "xlsm"
	}
	x := &xlsx{builder: b, pack: p}
	entries, err := x.workbook(workbook)
	if err != nil {
		return nil, err
	}
	rels, err := p.relations(workbook)
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, r := range rels {
		switch r.kind {
		case "worksheet":
			parts[r.id] = r.target
		case "styles":
			if p.has(r.target) {
				if err := x.styles(r.target); err != nil {
					return nil, err
				}
			}
		case "sharedStrings":
			if p.has(r.target) {
				if err := x.sharedStrings(r.target); err != nil {
					return nil, err
				}
			}
		case "externalLink", "connections":
			if err := x.outside(r.target); err != nil {
				return nil, err
			}
		}
	}
	if len(x.looks) == 0 {
		x.looks = []look{{}}
	}
	for _, e := range entries {
		part := parts[e.rel]
		if part == "" {
			continue // a chart or a dialog of Excel 5
		}
		if err := x.sheet(e, part); err != nil {
			return nil, err
		}
	}
	return b.done()
}

// workbook lists the sheets in the order of their tabs.
func (x *xlsx) workbook(part string) (entries []sheetEntry, err error) {
	err = x.pack.each(part, func(s *xmlScanner) error {
		switch string(s.name) {
		case "calcPr":
			x.unsaved = isTrue(s.attr("fullCalcOnLoad"))
		case "workbookPr":
			x.is1904 = isTrue(s.attr("date1904"))
		case "sheet":
			name, err := s.value("name")
			if err != nil {
				return err
			}
			rel, err := s.value("id")
			if err != nil {
				return err
			}
			if len(entries) >= maxSheets {
				return x.src.tooBig()
			}
			state := string(s.attr("state"))
			entries = append(entries, sheetEntry{name, state == "hidden" || state == "veryHidden", rel})
		}
		return nil
	})
	return entries, err
}

func isTrue(b []byte) bool { return string(b) == "1" || string(b) == "true" }

// styles reads fonts, number formats and the cell formats that point at them.
// "applyFont" is not looked at: LibreOffice writes false for its default font.
func (x *xlsx) styles(part string) error {
	type face struct {
		name   int
		struck bool
	}
	var fonts []face
	formats := map[string]dateFormat{}
	section := ""
	s, c, err := x.pack.scan(part)
	if err != nil {
		return err
	}
	defer c.Close()
	for {
		t, err := s.next()
		if err != nil {
			return x.src.failPart(part, doctypeFault(x.src, err))
		}
		if t == xmlEOF {
			return nil
		}
		depth := len(s.marks)
		if t == xmlEnd && depth == 1 {
			section = ""
		}
		if t != xmlStart {
			continue
		}
		if s.closed {
			depth++
		}
		name := string(s.name)
		if depth == 2 {
			section = name
			continue
		}
		if err := x.src.spend(64); err != nil {
			return err
		}
		switch {
		case section == "fonts" && name == "font":
			fonts = append(fonts, face{})
		case section == "fonts" && name == "name" && len(fonts) > 0:
			v, err := s.value("val")
			if err != nil {
				return x.src.failPart(part, err)
			}
			fonts[len(fonts)-1].name = x.font(v)
		case section == "fonts" && name == "strike" && len(fonts) > 0:
			fonts[len(fonts)-1].struck = isOn(s.attr("val"))
		case section == "numFmts" && name == "numFmt":
			code, err := s.value("formatCode")
			if err != nil {
				return x.src.failPart(part, err)
			}
			formats[string(s.attr("numFmtId"))] = dateFormatOf(code)
		case section == "cellXfs" && name == "xf":
			var l look
			if f, ok := parseIndex(s.attr("fontId")); ok && f < len(fonts) {
				l.font, l.struck = fonts[f].name, fonts[f].struck
			}
			date, custom := formats[string(s.attr("numFmtId"))]
			if id, ok := parseIndex(s.attr("numFmtId")); ok && !custom {
				date = builtinDate(id)
			}
			l.date = date
			x.looks = append(x.looks, l)
		}
	}
}

// isOn reads a switch like <strike/>, on unless it says otherwise.
func isOn(v []byte) bool { return v == nil || isTrue(v) }

// parseIndex reads a small non-negative number.
func parseIndex(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

var errReference = errors.New("a cell reference cannot be read")

// parseRef reads "AB12" into a column from 0 and a row from 1.
func parseRef(b []byte) (col, row int, err error) {
	i := 0
	for i < len(b) && b[i] == '$' {
		i++
	}
	from := i
	for ; i < len(b) && i < from+4; i++ {
		c := b[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	if i == from {
		return 0, 0, errReference
	}
	for i < len(b) && b[i] == '$' {
		i++
	}
	row, ok := parseIndex(b[i:])
	if !ok || row == 0 {
		return 0, 0, errReference
	}
	if col > maxCols || row > maxRows {
		return 0, 0, errRange
	}
	return col - 1, row, nil
}

// parseRange reads "A1:K1" or a single reference.
func parseRange(b []byte) (m intake.Merge, err error) {
	colon := len(b)
	for i, c := range b {
		if c == ':' {
			colon = i
			break
		}
	}
	if m.Left, m.Top, err = parseRef(b[:colon]); err != nil {
		return m, err
	}
	m.Right, m.Bottom = m.Left, m.Top
	if colon < len(b) {
		m.Right, m.Bottom, err = parseRef(b[colon+1:])
	}
	return m, err
}
