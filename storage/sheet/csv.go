package sheet

import (
	"bytes"

	"thidua/model/intake"
)

// readText reads .csv and .txt: comma, semicolon or tab, told by the rows.
// Every value is text as it stands: a spreadsheet would make 58080001234 of
// 058080001234 and a date of anything with a stroke in it.
func (s *source) readText(raw []byte) (*intake.Book, error) {
	text, charset := decodeText(raw, "")
	if err := s.spend(len(text) - len(raw)); err != nil {
		return nil, err
	}
	b := newBuilder(s, "csv")
	b.book.Charset = charset
	p := &csvParser{text: text}
	if p.sniff(); p.comma == '\t' {
		b.book.Format = "txt"
	}
	if err := b.openSheet("", false); err != nil {
		return nil, err
	}
	for row := 1; p.more(); row++ {
		if row > maxRows {
			return nil, s.tooBig()
		}
		b.openRow(row, false)
		for col := 0; ; col++ {
			field, last := p.field()
			if col >= maxCols {
				return nil, s.tooBig()
			}
			if len(field) > 3 && (field[0] == '=' || field[0] == '+' || field[0] == '-' || field[0] == '@') && callsOut(field) {
				return nil, s.callingOut()
			}
			cell := intake.Cell{Col: col}
			if inner, ok := quotedConstant(field); ok {
				field, cell.Formula = inner, true
			}
			if err := b.addNonEmpty(cell, field); err != nil {
				return nil, err
			}
			if last {
				break
			}
		}
		if err := b.closeRow(); err != nil {
			return nil, s.failAt("", row, err)
		}
	}
	if err := b.closeSheet(); err != nil {
		return nil, s.fail(err)
	}
	return b.done()
}

// quotedConstant takes ="058080001234", which systems write so that Excel
// leaves the zero alone.
func quotedConstant(f []byte) ([]byte, bool) {
	if n := len(f); n >= 3 && f[0] == '=' && f[1] == '"' && f[n-1] == '"' && bytes.IndexByte(f[2:n-1], '"') < 0 {
		return f[2 : n-1], true
	}
	return f, false
}

// csvParser takes a text apart the way spreadsheet programs do: a quote opens a
// field only at its beginning, a quote inside a quoted field is doubled, a line
// break inside one belongs to it; blank lines are rows, so that row numbers are
// those the officer sees.
type csvParser struct {
	text  []byte
	pos   int
	comma byte
	buf   []byte
	// noClose: no quote before this place ends a field, so that a text full of
	// opening quotes costs one look and not one per quote.
	noClose int
}

// maxQuoted is how long a quoted field may be; a cell of Excel holds 32,767
// characters. A quote that is not closed within it is a plain quote.
const maxQuoted = 128 * kib

func (p *csvParser) more() bool { return p.pos < len(p.text) }

// sniff finds the separator: a line "sep=;" says it, else it is the one by
// which most rows have the same number of fields, weighed by that number.
func (p *csvParser) sniff() {
	if bytes.HasPrefix(bytes.ToLower(p.text[:min(4, len(p.text))]), []byte("sep=")) && len(p.text) > 5 {
		if c := p.text[4]; (p.text[5] == '\r' || p.text[5] == '\n') && c >= 0x09 && c < 0x7F && c != '"' {
			// Excel does not show this line as a row.
			p.comma, p.pos = c, 5
			p.newline()
			return
		}
	}
	const rows = 200
	best := 0
	p.comma = ','
	for _, c := range []byte{';', '\t', ','} {
		t := csvParser{text: p.text[:min(len(p.text), mib)], comma: c}
		counts := map[int]int{}
		for n := 0; n < rows && t.more(); n++ {
			fields := 1
			for {
				if _, last := t.field(); last {
					break
				}
				fields++
			}
			counts[fields]++
		}
		score := 0
		for fields, n := range counts {
			score = max(score, (fields-1)*n)
		}
		if score > best {
			best, p.comma = score, c
		}
	}
}

// newline passes one line end.
func (p *csvParser) newline() {
	if p.pos < len(p.text) && p.text[p.pos] == '\r' {
		p.pos++
	}
	if p.pos < len(p.text) && p.text[p.pos] == '\n' {
		p.pos++
	}
}

// field gives the next field and whether it is the last of its row; it is valid
// until the next call.
func (p *csvParser) field() (field []byte, last bool) {
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		if field, ok := p.quoted(); ok {
			return field, p.separator()
		}
	}
	from := p.pos
	for p.pos < len(p.text) {
		if c := p.text[p.pos]; c == p.comma || c == '\n' || c == '\r' {
			break
		}
		p.pos++
	}
	field = p.text[from:p.pos]
	return field, p.separator()
}

// separator passes what follows a field and tells whether the row ends there.
func (p *csvParser) separator() (last bool) {
	if p.pos >= len(p.text) {
		return true
	}
	if p.text[p.pos] == p.comma {
		p.pos++
		return false
	}
	p.newline()
	return true
}

// quoted reads a quoted field, or says that the quote is a plain character.
func (p *csvParser) quoted() ([]byte, bool) {
	if p.pos < p.noClose {
		return nil, false
	}
	p.buf = p.buf[:0]
	end := min(len(p.text), p.pos+maxQuoted)
	for i := p.pos + 1; i < end; {
		n := bytes.IndexByte(p.text[i:end], '"')
		if n < 0 {
			break
		}
		p.buf = append(p.buf, p.text[i:i+n]...)
		i += n + 1
		switch {
		case i == len(p.text) || p.text[i] == p.comma || p.text[i] == '\n' || p.text[i] == '\r':
			p.pos = i
			return p.buf, true
		case p.text[i] == '"':
			p.buf = append(p.buf, '"')
			i++
		default: // a quote nobody doubled
			p.buf = append(p.buf, '"')
		}
	}
	p.noClose = end
	return nil, false
}
