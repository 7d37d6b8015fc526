package sheet

import (
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/text/encoding/charmap"

	"thidua/model/fault"
	"thidua/model/intake"
)

// Records of the Binary Interchange File Format ([MS-XLS] 2.3). BIFF8 is Excel
// 97–2003; BIFF5 is Excel 5 and 95, which differs in how texts are written.
const (
	recFormula   = 0x0006
	recEOF       = 0x000A
	recDateMode  = 0x0022
	recFilePass  = 0x002F
	recFont      = 0x0031
	recContinue  = 0x003C
	recCodePage  = 0x0042
	recColInfo   = 0x007D
	recSheet     = 0x0085
	recMulRK     = 0x00BD
	recRString   = 0x00D6
	recXF        = 0x00E0
	recMerged    = 0x00E5
	recSST       = 0x00FC
	recLabelSST  = 0x00FD
	recNumber    = 0x0203
	recLabel     = 0x0204
	recBoolErr   = 0x0205
	recString    = 0x0207
	recRow       = 0x0208
	recArray     = 0x0221
	recTable     = 0x0236
	recRK        = 0x027E
	recFormat    = 0x041E
	recShared    = 0x04BC
	recBOF       = 0x0809
	biff5, biff8 = 0x0500, 0x0600
)

var (
	errRecord = errors.New("biff: a record ends too early")
	errBOF    = errors.New("biff: no beginning where one must be")
)

// record is one record of the stream.
type record struct {
	id   uint16
	data []byte
}

// recordReader walks over the records of a stream.
type recordReader struct {
	data []byte
	pos  int
}

// next gives the next record; the end of the stream is no record.
func (r *recordReader) next() (record, error) {
	if len(r.data)-r.pos < 4 {
		return record{}, io.ErrUnexpectedEOF
	}
	id := binary.LittleEndian.Uint16(r.data[r.pos:])
	n := int(binary.LittleEndian.Uint16(r.data[r.pos+2:]))
	if len(r.data)-r.pos-4 < n {
		return record{}, io.ErrUnexpectedEOF
	}
	rec := record{id, r.data[r.pos+4 : r.pos+4+n]}
	r.pos += 4 + n
	return rec, nil
}

// peek gives the kind of the next record, 0 at the end.
func (r *recordReader) peek() uint16 {
	if len(r.data)-r.pos < 4 {
		return 0
	}
	return binary.LittleEndian.Uint16(r.data[r.pos:])
}

// continued gives the contents of a record and of those that continue it.
func (r *recordReader) continued(first record) ([][]byte, error) {
	parts := [][]byte{first.data}
	for r.peek() == recContinue {
		rec, err := r.next()
		if err != nil {
			return nil, err
		}
		parts = append(parts, rec.data)
	}
	return parts, nil
}

// biff reads the stream of a workbook.
type biff struct {
	*builder
	stream  []byte
	version uint16
	is1904  bool
	page    *charmap.Charmap // of BIFF5 texts in Unicode fonts
	fonts   []biffFont
	formats map[uint16]dateFormat
	looks   []look
	styles  []biffStyle
	sst     sharedTexts
	sheets  []biffSheet
	buf     []byte
}

type biffFont struct {
	index  int
	struck bool
}

// biffStyle is an XF before fonts and formats are all known.
type biffStyle struct{ font, format uint16 }

type biffSheet struct {
	name   string
	hidden bool
	at     int
}

func readBIFF(src *source, stream []byte) (*intake.Book, error) {
	b := &biff{builder: newBuilder(src, "xls"), stream: stream, page: charmap.Windows1252, formats: map[uint16]dateFormat{}}
	if err := b.globals(); err != nil {
		return nil, src.fail(err)
	}
	for _, s := range b.sheets {
		if err := b.sheet(s); err != nil {
			return nil, src.failAt(s.name, b.row.Number, err)
		}
	}
	return b.done()
}

// globals reads what stands before the sheets.
func (b *biff) globals() error {
	r := &recordReader{data: b.stream}
	rec, err := r.next()
	if err != nil {
		return err
	}
	if rec.id != recBOF || len(rec.data) < 4 {
		return errBOF
	}
	b.version = binary.LittleEndian.Uint16(rec.data)
	if b.version != biff8 && b.version != biff5 {
		return fault.New(fault.Refused, "sheet.old-excel", b.src.name)
	}
	for {
		rec, err := r.next()
		if err != nil {
			return err
		}
		switch rec.id {
		case recEOF:
			b.finishLooks()
			return nil
		case recFilePass:
			return b.src.encrypted()
		case recDateMode:
			b.is1904 = len(rec.data) >= 2 && rec.data[0] == 1
		case recCodePage:
			if len(rec.data) >= 2 {
				b.page = codePage(binary.LittleEndian.Uint16(rec.data))
			}
		case recFont:
			err = b.fontRecord(rec.data)
		case recFormat:
			err = b.formatRecord(rec.data)
		case recXF:
			if len(rec.data) < 4 {
				return errRecord
			}
			b.styles = append(b.styles, biffStyle{binary.LittleEndian.Uint16(rec.data), binary.LittleEndian.Uint16(rec.data[2:])})
			err = b.src.spend(16)
		case recSupBook:
			err = b.supBook(rec.data)
		case recSheet:
			err = b.sheetRecord(rec.data)
		case recSST:
			var parts [][]byte
			if parts, err = r.continued(rec); err == nil {
				err = b.sharedStrings(parts)
			}
		}
		if err != nil {
			return err
		}
	}
}

func codePage(n uint16) *charmap.Charmap {
	if n == 1258 {
		return charmap.Windows1258
	}
	return charmap.Windows1252
}

func (b *biff) fontRecord(d []byte) error {
	if len(d) < 16 {
		return errRecord
	}
	name, _, err := b.shortString(d[14:])
	if err != nil {
		return err
	}
	b.fonts = append(b.fonts, biffFont{b.font(string(name)), d[2]&0x08 != 0})
	return b.src.spend(16)
}

func (b *biff) formatRecord(d []byte) error {
	if len(d) < 2 {
		return errRecord
	}
	var code []byte
	var err error
	if b.version == biff8 {
		code, _, err = b.longString(d[2:])
	} else {
		code, _, err = b.shortString(d[2:])
	}
	if err != nil {
		return err
	}
	b.formats[binary.LittleEndian.Uint16(d)] = dateFormatOf(string(code))
	return b.src.spend(16)
}

func (b *biff) sheetRecord(d []byte) error {
	if len(d) < 7 {
		return errRecord
	}
	name, _, err := b.shortString(d[6:])
	if err != nil {
		return err
	}
	if len(b.sheets) >= maxSheets {
		return b.src.tooBig()
	}
	at := binary.LittleEndian.Uint32(d)
	if int64(at) >= int64(len(b.stream)) {
		return io.ErrUnexpectedEOF
	}
	if d[5] == 0 { // a worksheet; charts, macros and modules hold no list
		b.sheets = append(b.sheets, biffSheet{string(name), d[4]&3 != 0, int(at)})
	}
	return nil
}

// finishLooks puts fonts and formats together. Font 4 does not exist: Excel
// counts 0, 1, 2, 3, 5.
func (b *biff) finishLooks() {
	for _, s := range b.styles {
		var l look
		f := int(s.font)
		if f > 4 {
			f--
		}
		if f < len(b.fonts) {
			l.font, l.struck = b.fonts[f].index, b.fonts[f].struck
		}
		date, custom := b.formats[s.format]
		l.date = date
		if !custom {
			l.date = builtinDate(int(s.format))
		}
		b.looks = append(b.looks, l)
	}
}

func (b *biff) look(ixfe uint16) look {
	if int(ixfe) < len(b.looks) {
		return b.looks[ixfe]
	}
	return look{}
}
