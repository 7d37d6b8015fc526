package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"

	"thidua/model/intake"
)

// docx reads the tables of a Word document: one sheet per table, the paragraphs
// before it as rows of one cell, so that "Kèm theo Tờ trình số …" and a heading
// like "II. CÁ NHÂN" stay with the table they speak of. What follows the last
// table (the signature) comes after its rows.
type docx struct {
	*builder
	docxStyles
	before []docxPara // paragraphs since the last table
	open   bool       // a table's sheet is open
	number int        // of the last row used
	merges map[int]*intake.Merge
	cell   docxPara
}

// docxPara is a paragraph, or all paragraphs of a cell.
type docxPara struct {
	text    []byte
	font    string
	letters bool
	plain   bool // some letters are not struck out
	struck  bool // some are
	paras   int
}

func readDOCX(src *source, p *pack, main string) (*intake.Book, error) {
	d := &docx{builder: newBuilder(src, "docx"), docxStyles: newDocxStyles()}
	rels, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.kind == "styles" && p.has(r.target) {
			if err := p.each(r.target, d.styleTag); err != nil {
				return nil, err
			}
		}
	}
	x, c, err := p.scan(main)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if err := d.document(x); err != nil {
		return nil, src.failPart(main, doctypeFault(src, err))
	}
	if !d.open {
		return nil, src.noTable()
	}
	if err := d.endSheet(); err != nil {
		return nil, src.failPart(main, err)
	}
	return d.done()
}

// document walks through the body to its end.
func (d *docx) document(x *xmlScanner) error {
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEOF:
			return nil
		case xmlStart:
			switch string(x.name) {
			case "tbl":
				err = d.table(x)
			case "p":
				var p docxPara
				if err = d.paragraph(x, &p); err == nil && hasLetters(p.text) {
					d.before = append(d.before, p)
					err = d.src.spend(len(p.text) + 256)
				}
			case "del", "moveFrom", "sectPr", "AlternateContent", "background":
				err = x.skip()
			}
			if err != nil {
				return err
			}
		}
	}
}

// table opens a sheet for the table, with the paragraphs before it.
func (d *docx) table(x *xmlScanner) error {
	if d.open {
		if err := d.closeSheet(); err != nil {
			return err
		}
	}
	// Word numbers the tables of a document, it does not name them.
	if err := d.openSheet(fmt.Sprintf("Bảng %d", len(d.book.Sheets)+1), false); err != nil {
		return err
	}
	d.open, d.number, d.merges = true, 0, map[int]*intake.Merge{}
	if err := d.emitBefore(); err != nil {
		return err
	}
	depth := len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && len(x.marks) < depth {
			return d.closeMerges()
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "tr":
			if err := d.tableRow(x); err != nil {
				return err
			}
		case "tblPr", "tblGrid", "tblPrEx", "del", "moveFrom", "sdtPr":
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
}

func (d *docx) emitBefore() error {
	for i := range d.before {
		d.number++
		d.openRow(d.number, false)
		if err := d.addPara(0, &d.before[i]); err != nil {
			return err
		}
		if err := d.closeRow(); err != nil {
			return err
		}
	}
	d.before = nil
	return nil
}

func (d *docx) endSheet() error {
	if err := d.emitBefore(); err != nil {
		return err
	}
	return d.closeSheet()
}

func (d *docx) addPara(col int, p *docxPara) error {
	cell := intake.Cell{Col: col, Font: d.font(p.font), Struck: p.letters && !p.plain, Partly: p.struck && p.plain}
	return d.addNonEmpty(cell, p.text)
}

// tableRow reads one <w:tr>.
func (d *docx) tableRow(x *xmlScanner) error {
	d.number++
	d.openRow(d.number, false)
	col, deleted := 0, false
	depth := len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && len(x.marks) < depth {
			break
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "trPr", "sdt", "sdtContent", "customXml", "ins": // what wraps
		case "gridBefore":
			if n, ok := parseIndex(x.attr("val")); ok {
				col += n
			}
		case "hidden":
			d.row.Hidden = isOn(x.attr("val"))
		case "del":
			deleted = true // the whole row, in a document with tracked changes
		case "tc":
			if col, err = d.tableCell(x, col); err != nil {
				return err
			}
		default:
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
	if deleted {
		d.builder.cells = d.builder.cells[:d.start]
		d.number--
		return nil
	}
	return d.closeRow()
}

// tableCell reads one <w:tc> and gives the column after it. Tables inside a
// cell are read as lines of its text.
func (d *docx) tableCell(x *xmlScanner, col int) (int, error) {
	d.cell = docxPara{text: d.cell.text[:0]}
	across, merged := 1, ""
	depth := len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return 0, err
		}
		if t == xmlEnd && len(x.marks) < depth {
			break
		}
		if t != xmlStart {
			continue
		}
		own := len(x.marks) <= depth+2 // not of a table inside
		switch string(x.name) {
		case "gridSpan":
			if n, ok := parseIndex(x.attr("val")); ok && n > 0 && own {
				across = n
			}
		case "vMerge":
			if own {
				if merged = string(x.attr("val")); merged == "" {
					merged = "continue"
				}
			}
		case "p":
			if err := d.paragraph(x, &d.cell); err != nil {
				return 0, err
			}
		case "del", "moveFrom", "AlternateContent", "tblPr", "tblGrid", "trPr", "sdtPr", "tcBorders", "tcMar":
			if err := x.skip(); err != nil {
				return 0, err
			}
		}
	}
	if col+across > maxCols {
		return 0, errRange
	}
	if err := d.mergeCell(col, across, merged); err != nil {
		return 0, err
	}
	d.cell.text = bytes.TrimRight(d.cell.text, "\n")
	if !hasLetters(d.cell.text) {
		return col + across, nil
	}
	return col + across, d.addPara(col, &d.cell)
}

// mergeCell follows cells that continue the one above them.
func (d *docx) mergeCell(col, across int, merged string) error {
	m := d.merges[col]
	if merged == "continue" && m != nil && m.Bottom == d.number-1 {
		m.Bottom = d.number
		return nil
	}
	if m != nil {
		delete(d.merges, col)
		if err := d.merge(*m); err != nil {
			return err
		}
	}
	if merged == "restart" || across > 1 {
		d.merges[col] = &intake.Merge{Top: d.number, Left: col, Bottom: d.number, Right: col + across - 1}
	}
	return nil
}

func (d *docx) closeMerges() error {
	for col := 0; len(d.merges) > 0 && col < maxCols; col++ {
		if m := d.merges[col]; m != nil {
			delete(d.merges, col)
			if err := d.merge(*m); err != nil {
				return err
			}
		}
	}
	return nil
}

// paragraph appends one <w:p> to what was read of the cell before.
func (d *docx) paragraph(x *xmlScanner, p *docxPara) error {
	if p.paras > 0 {
		p.text = append(p.text, '\n')
	}
	p.paras++
	if len(p.text) > maxCellText {
		return errLong
	}
	if x.closed {
		x.closed = false
		return nil
	}
	style := ""
	run := docxRun{}
	depth := len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && len(x.marks) < depth {
			return nil
		}
		if t != xmlStart {
			continue
		}
		if len(p.text) > maxCellText {
			return errLong
		}
		switch string(x.name) {
		case "pStyle":
			style = string(x.attr("val"))
		case "pPr", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "rPr":
		case "r":
			run = docxRun{}
		case "rFonts":
			if err := run.fonts(x); err != nil {
				return err
			}
		case "rStyle":
			run.style = string(x.attr("val"))
		case "strike", "dstrike":
			run.struck = run.struck || isOn(x.attr("val"))
		case "vanish":
			run.hidden = isOn(x.attr("val"))
		case "t":
			from := len(p.text)
			if p.text, err = x.content(p.text); err != nil {
				return err
			}
			d.dress(p, from, run, style)
		case "tab", "ptab":
			p.text = append(p.text, '\t')
		case "br", "cr":
			p.text = append(p.text, '\n')
		case "noBreakHyphen":
			p.text = append(p.text, '-')
		case "softHyphen":
			p.text = append(p.text, "\u00AD"...)
		case "sym":
			from := len(p.text)
			if n, err := strconv.ParseUint(string(x.attr("char")), 16, 16); err == nil {
				p.text = utf8.AppendRune(p.text, rune(n))
			}
			d.dress(p, from, run, style)
		default:
			// Deleted text, drawings and text boxes, field codes, notes; in
			// <w:pPr> the tab stops and the format of the paragraph mark.
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
}

// dress notes font and strike of the text from on; hidden text is taken out.
func (d *docx) dress(p *docxPara, from int, run docxRun, style string) {
	if run.hidden {
		p.text = p.text[:from]
		return
	}
	if !hasLetters(p.text[from:]) {
		return
	}
	if !p.letters {
		p.font = d.fontOf(run, style)
	}
	p.letters = true
	p.plain = p.plain || !run.struck
	p.struck = p.struck || run.struck
}
