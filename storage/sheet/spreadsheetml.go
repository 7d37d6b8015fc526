package sheet

import (
	"bytes"
	"errors"
	"strings"

	"thidua/model/intake"
)

// spreadsheetML reads the XML Excel 2003 knew, which many web systems still
// write under the name .xls.
type spreadsheetML struct {
	*builder
	styles map[string]*smlStyle
	looks  map[string]look
	cur    *smlStyle
	buf    []byte
}

type smlStyle struct {
	parent  string
	font    string
	hasFont bool
	struck  bool
	date    dateFormat
	hasDate bool
}

var errSpan = errors.New("spreadsheetml: an index goes back or out of the sheet")

func (s *source) readSpreadsheetML(raw []byte) (*intake.Book, error) {
	x, err := newXMLScanner(bytes.NewReader(raw))
	if err != nil {
		return nil, s.damaged(err)
	}
	m := &spreadsheetML{builder: newBuilder(s, "spreadsheetml"), styles: map[string]*smlStyle{}, looks: map[string]look{}}
	if err := m.document(x); err != nil {
		err = doctypeFault(s, err)
		if m.grid.Name != "" {
			return nil, s.failAt(m.grid.Name, m.row.Number, err)
		}
		return nil, s.fail(err)
	}
	return m.done()
}

func (m *spreadsheetML) document(x *xmlScanner) error {
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
			case "Style":
				m.cur = &smlStyle{parent: string(x.attr("Parent"))}
				m.styles[string(x.attr("ID"))] = m.cur
				err = m.src.spend(64)
			case "Font", "NumberFormat":
				err = m.styleTag(x)
			case "Worksheet":
				err = m.worksheet(x)
			}
			if err != nil {
				return err
			}
		}
	}
}

func (m *spreadsheetML) styleTag(x *xmlScanner) error {
	if m.cur == nil {
		return nil
	}
	if string(x.name) == "Font" {
		name, err := x.value("FontName")
		if name != "" {
			m.cur.font, m.cur.hasFont = name, true
		}
		m.cur.struck = isTrue(x.attr("StrikeThrough"))
		return err
	}
	code, err := x.value("Format")
	m.cur.date, m.cur.hasDate = namedDate(code), true
	return err
}

// namedDate knows the names Excel 2003 has for its own formats.
func namedDate(code string) dateFormat {
	switch code {
	case "General Date", "Short Date", "Medium Date", "Long Date":
		return dateFormat{ok: true}
	case "General", "General Number", "Long Time", "Medium Time", "Short Time", "Standard", "Currency",
		"Euro Currency", "Fixed", "Percent", "Scientific", "Yes/No", "True/False", "On/Off":
		return dateFormat{}
	}
	return dateFormatOf(code)
}

// look follows a style to its parent and to "Default".
func (m *spreadsheetML) look(id string) look {
	if l, ok := m.looks[id]; ok {
		return l
	}
	var l look
	key := id
	hasFont, hasDate := false, false
	for steps := 0; steps < 20; steps++ {
		s := m.styles[id]
		if s != nil {
			if s.hasFont && !hasFont {
				l.font, hasFont = m.font(s.font), true
			}
			if s.hasDate && !hasDate {
				l.date, hasDate = s.date, true
			}
			l.struck = l.struck || s.struck
		}
		if id == "Default" {
			break
		}
		if id = "Default"; s != nil && s.parent != "" {
			id = s.parent
		}
	}
	m.looks[key] = l
	return l
}

func (m *spreadsheetML) worksheet(x *xmlScanner) error {
	name, err := x.value("Name")
	if err != nil {
		return err
	}
	if err := m.openSheet(name, false); err != nil {
		return err
	}
	m.row = intake.Row{}
	row, col, depth := 0, 0, len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && len(x.marks) < depth {
			return m.closeSheet()
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "Column":
			if col, err = m.column(x, col); err != nil {
				return err
			}
		case "Row":
			if row, err = m.tableRow(x, row); err != nil {
				return err
			}
		case "Visible":
			if m.buf, err = x.content(m.buf[:0]); err != nil {
				return err
			}
			m.grid.Hidden = strings.HasPrefix(string(bytes.TrimSpace(m.buf)), "SheetHidden") ||
				strings.HasPrefix(string(bytes.TrimSpace(m.buf)), "SheetVeryHidden")
		case "Table", "WorksheetOptions":
		default:
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
}

// index reads ss:Index, counted from 1, that may only go forward from next.
func index(x *xmlScanner, next, limit int) (int, error) {
	v := x.attr("Index")
	if v == nil {
		return next, nil
	}
	n, ok := parseIndex(v)
	if !ok || n < next || n > limit {
		return 0, errSpan
	}
	return n, nil
}

// column notes a hidden column and gives the last one it stands for.
func (m *spreadsheetML) column(x *xmlScanner, last int) (int, error) {
	at, err := index(x, last+1, maxCols)
	if err != nil {
		return 0, err
	}
	span, _ := parseIndex(x.attr("Span"))
	if isTrue(x.attr("Hidden")) {
		m.hideCols(at-1, at-1+span)
	}
	return at + span, nil
}

func (m *spreadsheetML) tableRow(x *xmlScanner, last int) (int, error) {
	number, err := index(x, last+1, maxRows)
	if err != nil {
		return 0, err
	}
	span, _ := parseIndex(x.attr("Span"))
	rowStyle := string(x.attr("StyleID"))
	m.openRow(number, isTrue(x.attr("Hidden")) || isZero(x.attr("Height")))
	col := 0
	for {
		t, err := x.next()
		if err != nil {
			return 0, err
		}
		if t == xmlEnd {
			break
		}
		if t != xmlStart {
			continue
		}
		if string(x.name) != "Cell" {
			if err := x.skip(); err != nil {
				return 0, err
			}
			continue
		}
		if col, err = m.cell(x, col, rowStyle); err != nil {
			return 0, err
		}
	}
	if err := m.closeRow(); err != nil {
		return 0, err
	}
	return number + span, nil
}

// cell reads a cell and gives the last column it covers, from 1.
func (m *spreadsheetML) cell(x *xmlScanner, last int, style string) (int, error) {
	at, err := index(x, last+1, maxCols)
	if err != nil {
		return 0, err
	}
	across, _ := parseIndex(x.attr("MergeAcross"))
	down, _ := parseIndex(x.attr("MergeDown"))
	if across > 0 || down > 0 {
		r := intake.Merge{Top: m.row.Number, Left: at - 1, Bottom: m.row.Number + down, Right: at - 1 + across}
		if err := m.merge(r); err != nil {
			return 0, err
		}
	}
	if id := x.attr("StyleID"); id != nil {
		style = string(id)
	}
	l := m.look(style)
	cell := intake.Cell{Col: at - 1, Font: l.font, Struck: l.struck}
	formula, err := x.value("Formula")
	if err != nil {
		return 0, err
	}
	cell.Formula = formula != ""
	if cell.Formula && callsOut([]byte(formula)) {
		return 0, m.src.callingOut()
	}
	hasData := false
	if x.closed {
		x.closed = false
	} else if hasData, err = m.cellData(x, &cell, l); err != nil {
		return 0, err
	}
	if cell.Formula && !hasData {
		cell.Kind, cell.Text = intake.Unsaved, formula
	}
	if cell.Text != "" {
		m.add(cell)
		if err := m.src.spend(len(cell.Text)); err != nil {
			return 0, err
		}
	}
	return at + across, nil
}

// cellData reads what stands in a cell and tells whether it has a value.
func (m *spreadsheetML) cellData(x *xmlScanner, cell *intake.Cell, l look) (found bool, err error) {
	for {
		t, err := x.next()
		if err != nil {
			return found, err
		}
		if t == xmlEnd {
			return found, nil
		}
		if t != xmlStart {
			continue
		}
		if string(x.name) != "Data" {
			if err := x.skip(); err != nil { // comments
				return found, err
			}
			continue
		}
		found = true
		kind := string(x.attr("Type"))
		if err := m.dataText(x, cell); err != nil {
			return found, err
		}
		m.data(cell, kind, l)
	}
}

// dataText reads the text of <Data>, in which HTML tags may mark fonts.
func (m *spreadsheetML) dataText(x *xmlScanner, cell *intake.Cell) error {
	m.buf = m.buf[:0]
	if x.closed {
		x.closed = false
		return nil
	}
	depth := len(x.marks)
	var faces []int // fonts of the open Font tags
	struck := 0
	lettersSeen, plainSeen, struckSeen := false, false, false
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEnd:
			if len(x.marks) < depth {
				cell.Struck = cell.Struck || lettersSeen && !plainSeen
				cell.Partly = struckSeen && !cell.Struck
				return nil
			}
			switch string(x.name) {
			case "Font":
				faces = faces[:max(0, len(faces)-1)]
			case "S":
				struck--
			}
		case xmlStart:
			switch string(x.name) {
			case "Font":
				name, err := x.value("Face")
				if err != nil {
					return err
				}
				face := -1
				if name != "" {
					face = m.font(name)
				} else if len(faces) > 0 {
					face = faces[len(faces)-1]
				}
				faces = append(faces, face)
			case "S":
				struck++
			}
		case xmlText:
			from := len(m.buf)
			if m.buf, err = x.appendText(m.buf); err != nil {
				return err
			}
			if !hasLetters(m.buf[from:]) {
				continue
			}
			if !lettersSeen && len(faces) > 0 && faces[len(faces)-1] >= 0 {
				cell.Font = faces[len(faces)-1]
			}
			lettersSeen = true
			plainSeen = plainSeen || struck == 0
			struckSeen = struckSeen || struck > 0
		}
	}
}

// data makes the value of what was read.
func (m *spreadsheetML) data(cell *intake.Cell, kind string, l look) {
	value := bytes.TrimSpace(m.buf)
	switch kind {
	case "Number":
		f, ok := parseNumber(value)
		if !ok {
			break
		}
		cell.Kind, cell.Num, cell.Text = intake.Number, f, m.texts.add(value)
		if days, ok := serialDays(f, false); ok && l.date.ok {
			cell.Kind, cell.Num, cell.Shown = intake.DateNum, days, l.date.shown
		}
		return
	case "DateTime":
		// A day is written out, so the date system of the book does not matter.
		if days, ok := isoDays(string(value)); ok && days > -days1900+1 {
			cell.Kind, cell.Num, cell.Text, cell.Shown = intake.DateNum, days, m.texts.add(value), l.date.shown
			return
		}
	case "Boolean":
		cell.Kind, cell.Text = intake.Bool, "0"
		if isTrue(value) {
			cell.Text = "1"
		}
		return
	case "Error":
		cell.Kind, cell.Text = intake.Failure, failureText(value)
		return
	}
	cell.Text = m.texts.add(m.buf)
}
