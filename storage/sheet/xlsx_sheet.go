package sheet

import (
	"bytes"
	"errors"
	"strconv"

	"thidua/model/fault"
	"thidua/model/intake"
)

var (
	errCellRow  = errors.New("a cell stands in another row than it says")
	errCellKind = errors.New("a cell is of an unknown kind")
)

// sheet reads one worksheet from its first to its last byte.
func (x *xlsx) sheet(e sheetEntry, part string) error {
	s, c, err := x.pack.scan(part)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := x.openSheet(e.name, e.hidden); err != nil {
		return err
	}
	if err := x.sheetXML(s); err != nil {
		return x.sheetFault(e.name, err)
	}
	if err := x.closeSheet(); err != nil {
		return x.sheetFault(e.name, err)
	}
	return nil
}

func (x *xlsx) sheetFault(name string, err error) error {
	return x.src.failAt(name, x.row.Number, doctypeFault(x.src, err))
}

func (x *xlsx) sheetXML(s *xmlScanner) error {
	x.row = intake.Row{}
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		if t == xmlEOF {
			return nil
		}
		if t != xmlStart {
			continue
		}
		switch string(s.name) {
		case "sheetData":
			if err := x.sheetData(s); err != nil {
				return err
			}
		case "col":
			if isTrue(s.attr("hidden")) || isZero(s.attr("width")) {
				from, ok1 := parseIndex(s.attr("min"))
				to, ok2 := parseIndex(s.attr("max"))
				if ok1 && ok2 {
					x.hideCols(from-1, to-1)
				}
			}
		case "mergeCell":
			m, err := parseRange(s.attr("ref"))
			if err != nil {
				return err
			}
			if err := x.merge(m); err != nil {
				return err
			}
		case "worksheet", "cols", "mergeCells":
		default: // filters, validations, conditional formats, extensions
			if err := s.skip(); err != nil {
				return err
			}
		}
	}
}

// isZero tells a width or height of nothing, which hides as well.
func isZero(b []byte) bool {
	f, ok := parseNumber(b)
	return ok && f == 0
}

func (x *xlsx) sheetData(s *xmlScanner) error {
	number := 0
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch {
		case t == xmlEnd:
			return nil
		case t != xmlStart:
			continue
		case string(s.name) != "row":
			if err := s.skip(); err != nil {
				return err
			}
			continue
		}
		number++
		if r := s.attr("r"); r != nil {
			var ok bool
			if number, ok = parseIndex(r); !ok || number == 0 {
				return errReference
			}
			if number > maxRows {
				return errRange
			}
		}
		x.openRow(number, isTrue(s.attr("hidden")) || isZero(s.attr("ht")))
		if err := x.rowXML(s); err != nil {
			return err
		}
		if err := x.closeRow(); err != nil {
			return err
		}
	}
}

func (x *xlsx) rowXML(s *xmlScanner) error {
	col := -1
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch {
		case t == xmlEnd:
			return nil
		case t != xmlStart:
			continue
		case string(s.name) != "c":
			if err := s.skip(); err != nil {
				return err
			}
			continue
		}
		col++
		if r := s.attr("r"); r != nil {
			var row int
			if col, row, err = parseRef(r); err != nil {
				return err
			}
			if row != x.row.Number {
				return errCellRow
			}
		}
		if col >= maxCols {
			return errRange
		}
		if err := x.cellXML(s, col); err != nil {
			return err
		}
	}
}

// cellKinds are the values of attribute t.
type cellKind uint8

const (
	kindNumber cellKind = iota
	kindShared
	kindInline
	kindString
	kindBool
	kindError
	kindDate
)

func parseKind(t []byte) (cellKind, error) {
	switch string(t) {
	case "", "n":
		return kindNumber, nil
	case "s":
		return kindShared, nil
	case "inlineStr":
		return kindInline, nil
	case "str":
		return kindString, nil
	case "b":
		return kindBool, nil
	case "e":
		return kindError, nil
	case "d":
		return kindDate, nil
	}
	return 0, errCellKind
}

// cellXML reads <c …><f>…</f><v>…</v></c> or <c …><is>…</is></c>.
func (x *xlsx) cellXML(s *xmlScanner, col int) error {
	kind, err := parseKind(s.attr("t"))
	if err != nil {
		return err
	}
	style, _ := parseIndex(s.attr("s"))
	if s.closed { // only a format
		s.closed = false
		return nil
	}
	x.buf, x.formula = x.buf[:0], x.formula[:0]
	hasFormula, hasValue, inline := false, false, false
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		if t == xmlEnd {
			break
		}
		if t != xmlStart {
			continue
		}
		switch string(s.name) {
		case "v":
			hasValue = true
			if x.buf, err = s.content(x.buf[:0]); err != nil {
				return err
			}
		case "f":
			hasFormula = true
			if x.formula, err = s.content(x.formula[:0]); err != nil {
				return err
			}
			if callsOut(x.formula) {
				return x.src.callingOut()
			}
		case "is":
			inline = true
			if err = x.rich.read(s, x.builder); err != nil {
				return err
			}
		default:
			if err := s.skip(); err != nil {
				return err
			}
		}
	}
	var l look
	if style < len(x.looks) {
		l = x.looks[style]
	}
	cell := intake.Cell{Col: col, Formula: hasFormula, Font: l.font, Struck: l.struck}
	if inline {
		x.rich.apply(&cell)
		return x.addNonEmpty(cell, x.rich.text)
	}
	switch kind {
	case kindString, kindInline:
		if hasFormula && !hasValue {
			break
		}
		x.buf = unescapeUnicode(x.buf)
		return x.addNonEmpty(cell, x.buf)
	case kindShared:
		return x.shared(cell)
	}
	value := bytes.TrimSpace(x.buf)
	if hasFormula && x.unsaved && kind == kindNumber && string(value) == "0" {
		value = nil
	}
	if len(value) == 0 {
		if !hasFormula {
			return nil
		}
		cell.Kind = intake.Unsaved
		return x.addText(cell, x.formula)
	}
	switch kind {
	case kindBool:
		cell.Kind, cell.Text = intake.Bool, "0"
		if isTrue(value) {
			cell.Text = "1"
		}
		x.add(cell)
		return nil
	case kindError:
		cell.Kind, cell.Text = intake.Failure, failureText(value)
		x.add(cell)
		return nil
	case kindDate:
		if days, ok := isoDays(string(value)); ok {
			cell.Kind, cell.Num, cell.Shown = intake.DateNum, days, l.date.shown
		}
		return x.addText(cell, value)
	}
	return x.addNumber(cell, value, l.date, x.is1904)
}

// addNonEmpty adds a text cell unless the text is empty, like the result of
// =IF(A5="","",…) filled down.
func (b *builder) addNonEmpty(c intake.Cell, text []byte) error {
	if len(text) == 0 {
		return nil
	}
	return b.addText(c, text)
}

// addNumber adds a number, as a day when its format shows one. What is no
// number is kept as text: the file holds it, so the officer sees it.
func (b *builder) addNumber(c intake.Cell, value []byte, date dateFormat, is1904 bool) error {
	f, ok := parseNumber(value)
	if !ok {
		return b.addText(c, value)
	}
	c.Kind, c.Num = intake.Number, f
	if date.ok {
		if days, ok := serialDays(f, is1904); ok {
			c.Kind, c.Num, c.Shown = intake.DateNum, days, date.shown
		} else if isFalseLeapDay(f) && !is1904 {
			// A day that never was cannot be a DateNum; as a text it is
			// found to be wrong by whoever reads dates.
			c.Kind, c.Num, c.Text = intake.Text, 0, falseLeapDay
			b.add(c)
			return nil
		}
	}
	return b.addText(c, value)
}

// shared adds the cell whose value is an index into the shared strings. An
// index that points nowhere is refused, naming the cell: the row would be
// wrong and nobody would see it.
func (x *xlsx) shared(cell intake.Cell) error {
	i, ok := parseIndex(bytes.TrimSpace(x.buf))
	if !ok || i >= x.strings.count {
		if len(x.buf) == 0 {
			return nil
		}
		return fault.New(fault.Refused, "sheet.missing-string", x.src.name, x.grid.Name, cellName(cell.Col, x.row.Number))
	}
	cell.Text = x.strings.at(i)
	if cell.Text == "" {
		return nil
	}
	if d, ok := x.strings.dress[i]; ok {
		d.apply(&cell)
	}
	x.add(cell)
	return nil
}

// failureText keeps the usual error values without a copy each.
func failureText(b []byte) string {
	switch string(b) {
	case "#N/A":
		return "#N/A"
	case "#REF!":
		return "#REF!"
	case "#VALUE!":
		return "#VALUE!"
	case "#DIV/0!":
		return "#DIV/0!"
	case "#NAME?":
		return "#NAME?"
	case "#NUM!":
		return "#NUM!"
	case "#NULL!":
		return "#NULL!"
	}
	return string(b[:min(len(b), 64)])
}

// cellName writes "AB12".
func cellName(col, row int) string {
	var letters []byte
	for col++; col > 0; col = (col - 1) / 26 {
		letters = append([]byte{byte('A' + (col-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(row)
}
