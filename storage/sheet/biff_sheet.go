package sheet

import (
	"bytes"
	"encoding/binary"
	"math"

	"golang.org/x/text/encoding/charmap"

	"thidua/model/fault"
	"thidua/model/intake"
)

// biffRows gathers the cells of a sheet: .xls writes rows in blocks of 32, the
// cells of one row together, but formulas and labels need not be in order.
type biffRows struct {
	open    bool
	number  int          // of the open row
	hidden  map[int]bool // rows that are hidden, from 1
	formula *intake.Cell // waits for the record that holds its text
}

// sheet reads the records of one worksheet.
func (b *biff) sheet(s biffSheet) error {
	if err := b.openSheet(s.name, s.hidden); err != nil {
		return err
	}
	b.pieces = true
	b.row = intake.Row{}
	rows := &biffRows{hidden: map[int]bool{}}
	r := &recordReader{data: b.stream, pos: s.at}
	rec, err := r.next()
	if err != nil {
		return err
	}
	if rec.id != recBOF {
		return errBOF
	}
	if len(rec.data) >= 4 && binary.LittleEndian.Uint16(rec.data[2:]) != 0x0010 {
		return b.closeSheet()
	}
	for depth, n := 1, 0; depth > 0; n++ {
		if rec, err = r.next(); err != nil {
			return err
		}
		// Sheets may claim to begin at the same place, a thousand of them.
		if b.src.inflate -= int64(len(rec.data) + 4); b.src.inflate < 0 {
			return b.src.tooBig()
		}
		if n%4096 == 0 {
			if err := b.src.canceled(); err != nil {
				return err
			}
		}
		switch {
		case rec.id == recBOF: // a chart placed in the sheet
			depth++
		case rec.id == recEOF:
			depth--
		case depth == 1:
			if err := b.sheetEntry(rows, r, rec); err != nil {
				return err
			}
		}
	}
	if err := b.flush(rows); err != nil {
		return err
	}
	for i := range b.grid.Rows {
		b.grid.Rows[i].Hidden = rows.hidden[b.grid.Rows[i].Number]
	}
	return b.closeSheet()
}

// sheetEntry reads one record of a sheet.
func (b *biff) sheetEntry(rows *biffRows, r *recordReader, rec record) error {
	d := rec.data
	u16 := func(i int) int { return int(binary.LittleEndian.Uint16(d[i:])) }
	switch rec.id {
	case recRow:
		if len(d) < 16 {
			return errRecord
		}
		if d[12]&0x20 != 0 {
			rows.hidden[u16(0)+1] = true
			return b.src.spend(16)
		}
	case recColInfo:
		if len(d) < 10 {
			return errRecord
		}
		if d[8]&1 != 0 || u16(4) == 0 {
			b.hideCols(u16(0), u16(2))
		}
	case recMerged:
		if len(d) < 2 || len(d) < 2+8*u16(0) {
			return errRecord
		}
		for i := 2; i < 2+8*u16(0); i += 8 {
			m := intake.Merge{Top: u16(i) + 1, Bottom: u16(i+2) + 1, Left: u16(i + 4), Right: u16(i + 6)}
			if err := b.merge(m); err != nil {
				return err
			}
		}
	case recString:
		return b.formulaText(rows, r, rec)
	case recLabelSST, recLabel, recRString, recNumber, recRK, recMulRK, recBoolErr, recFormula:
		if len(d) < 6 {
			return errRecord
		}
		if err := b.toRow(rows, u16(0)+1); err != nil {
			return err
		}
		return b.cellRecord(rows, rec)
	}
	return nil
}

// toRow makes the row the open one.
func (b *biff) toRow(rows *biffRows, number int) error {
	rows.formula = nil
	if rows.open && rows.number == number {
		return nil
	}
	if err := b.flush(rows); err != nil {
		return err
	}
	b.openRow(number, false)
	rows.open, rows.number = true, number
	return nil
}

func (b *biff) flush(rows *biffRows) error {
	if !rows.open {
		return nil
	}
	rows.open = false
	return b.closeRow()
}

func (b *biff) cellRecord(rows *biffRows, rec record) error {
	d := rec.data
	l := b.look(binary.LittleEndian.Uint16(d[4:]))
	cell := intake.Cell{Col: int(binary.LittleEndian.Uint16(d[2:])), Font: l.font, Struck: l.struck}
	switch rec.id {
	case recLabelSST:
		if len(d) < 10 {
			return errRecord
		}
		i := binary.LittleEndian.Uint32(d[6:])
		if int64(i) >= int64(b.sst.count) {
			return fault.New(fault.Refused, "sheet.missing-string", b.src.name, b.grid.Name, cellName(cell.Col, b.row.Number))
		}
		if cell.Text = b.sst.at(int(i)); cell.Text == "" {
			return nil
		}
		if dr, ok := b.sst.dress[int(i)]; ok {
			dr.apply(&cell)
		}
		b.add(cell)
		return nil
	case recLabel, recRString:
		text, rest, err := b.cellString(d[6:], cell.Font)
		if err != nil {
			return err
		}
		if rec.id == recRString {
			b.dressOf(text, b.labelRuns(rest)).apply(&cell)
		}
		return b.addNonEmpty(cell, text)
	case recNumber:
		if len(d) < 14 {
			return errRecord
		}
		return b.number(cell, math.Float64frombits(binary.LittleEndian.Uint64(d[6:])), l.date)
	case recRK:
		if len(d) < 10 {
			return errRecord
		}
		return b.number(cell, rkValue(binary.LittleEndian.Uint32(d[6:])), l.date)
	case recMulRK:
		// row, first column, (style, value)…, last column
		for i := 4; i+6 <= len(d)-2; i += 6 {
			l := b.look(binary.LittleEndian.Uint16(d[i:]))
			cell.Font, cell.Struck = l.font, l.struck
			if err := b.number(cell, rkValue(binary.LittleEndian.Uint32(d[i+2:])), l.date); err != nil {
				return err
			}
			cell.Col++
		}
		return nil
	case recBoolErr:
		if len(d) < 8 {
			return errRecord
		}
		return b.boolOrError(cell, d[6], d[7] != 0)
	}
	return b.formulaRecord(rows, cell, d, l.date)
}

// cellString reads a text in a cell. In BIFF5 the font says what the bytes
// mean: in a font of an old encoding (.VnTime, VNI-Times) they are that
// encoding's, whatever code page the file declares, and are passed on as
// windows-1252 so that they can be repaired.
func (b *biff) cellString(d []byte, font int) (text, rest []byte, err error) {
	if b.version == biff5 && len(d) >= 2 && isLegacyFont(b.book.Fonts[font]) {
		n := int(binary.LittleEndian.Uint16(d))
		if len(d)-2 < n {
			return nil, nil, errRecord
		}
		return appendBytes(nil, d[2:2+n], charmap.Windows1252), d[2+n:], nil
	}
	return b.longString(d)
}

func isLegacyFont(name string) bool {
	return len(name) > 3 && (name[0] == '.' || bytes.EqualFold([]byte(name[:4]), []byte("VNI-")))
}

// labelRuns reads the runs of fonts behind an RSTRING.
func (b *biff) labelRuns(d []byte) []fontRun {
	size, count := 4, 0
	if b.version == biff8 {
		if len(d) < 2 {
			return nil
		}
		count, d = int(binary.LittleEndian.Uint16(d)), d[2:]
	} else {
		if len(d) < 1 {
			return nil
		}
		size, count, d = 2, int(d[0]), d[1:]
	}
	var out []fontRun
	for ; count > 0 && len(d) >= size; count-- {
		if size == 4 {
			out = append(out, fontRun{int(binary.LittleEndian.Uint16(d)), int(binary.LittleEndian.Uint16(d[2:]))})
		} else {
			out = append(out, fontRun{int(d[0]), int(d[1])})
		}
		d = d[size:]
	}
	return out
}

// number adds a number with the text an XML file would hold.
func (b *biff) number(c intake.Cell, f float64, date dateFormat) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return errRecord
	}
	b.buf = formatNumber(b.buf[:0], f)
	return b.addNumber(c, b.buf, date, b.is1904)
}

// rkValue unpacks the short form of a number: 30 bits of an integer or the
// upper 30 of a float64, perhaps in hundredths.
func rkValue(rk uint32) float64 {
	var f float64
	if rk&2 != 0 {
		f = float64(int32(rk) >> 2)
	} else {
		f = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		f /= 100
	}
	return f
}

func (b *biff) boolOrError(c intake.Cell, v byte, isError bool) error {
	if !isError {
		c.Kind, c.Text = intake.Bool, "0"
		if v != 0 {
			c.Text = "1"
		}
		b.add(c)
		return nil
	}
	c.Kind = intake.Failure
	switch v {
	case 0x00:
		c.Text = "#NULL!"
	case 0x07:
		c.Text = "#DIV/0!"
	case 0x0F:
		c.Text = "#VALUE!"
	case 0x17:
		c.Text = "#REF!"
	case 0x1D:
		c.Text = "#NAME?"
	case 0x24:
		c.Text = "#NUM!"
	default:
		c.Text = "#N/A"
	}
	b.add(c)
	return nil
}

// formulaRecord takes the stored result; the formula itself is not looked at.
func (b *biff) formulaRecord(rows *biffRows, c intake.Cell, d []byte, date dateFormat) error {
	if len(d) < 14 {
		return errRecord
	}
	c.Formula = true
	if d[12] != 0xFF || d[13] != 0xFF {
		return b.number(c, math.Float64frombits(binary.LittleEndian.Uint64(d[6:])), date)
	}
	switch d[6] {
	case 0:
		rows.formula = &c // its text comes in a record of its own
	case 1:
		return b.boolOrError(c, d[8], false)
	case 2:
		return b.boolOrError(c, d[8], true)
	}
	return nil
}

// formulaText reads the text result of the formula before it.
func (b *biff) formulaText(rows *biffRows, r *recordReader, rec record) error {
	parts, err := r.continued(rec)
	if err != nil {
		return err
	}
	if rows.formula == nil {
		return nil
	}
	c := *rows.formula
	rows.formula = nil
	if b.version == biff5 {
		text, _, err := b.cellString(rec.data, c.Font)
		if err != nil {
			return err
		}
		return b.addNonEmpty(c, text)
	}
	s := newSplitReader(parts)
	n, err := s.uint16()
	if err != nil {
		return err
	}
	if n == 0 {
		return nil
	}
	var flags [1]byte
	if err := s.bytes(flags[:]); err != nil {
		return err
	}
	if b.buf, err = s.chars(b.buf[:0], n, flags[0]&1 != 0); err != nil {
		return err
	}
	return b.addNonEmpty(c, b.buf)
}
