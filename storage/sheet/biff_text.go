package sheet

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Texts of BIFF ([MS-XLS] 2.5.293 and following). In BIFF8 a text is either
// UTF-16 or the low bytes of it (so Latin-1 exactly); in BIFF5 it is bytes of
// the Windows code page, or of an old Vietnamese encoding when the font says so.

// shortString reads a text with an 8-bit length and gives what follows it.
func (b *biff) shortString(d []byte) (text, rest []byte, err error) {
	if len(d) < 1 {
		return nil, nil, errRecord
	}
	if b.version == biff8 {
		if len(d) < 2 {
			return nil, nil, errRecord
		}
		return chars8(nil, d[2:], int(d[0]), d[1]&1 != 0)
	}
	n := int(d[0])
	if len(d)-1 < n {
		return nil, nil, errRecord
	}
	return appendBytes(nil, d[1:1+n], b.page), d[1+n:], nil
}

// longString reads a text with a 16-bit length.
func (b *biff) longString(d []byte) (text, rest []byte, err error) {
	if len(d) < 2 {
		return nil, nil, errRecord
	}
	n := int(binary.LittleEndian.Uint16(d))
	if b.version == biff8 {
		if len(d) < 3 {
			return nil, nil, errRecord
		}
		return chars8(nil, d[3:], n, d[2]&1 != 0)
	}
	if len(d)-2 < n {
		return nil, nil, errRecord
	}
	return appendBytes(nil, d[2:2+n], b.page), d[2+n:], nil
}

// chars8 appends n characters of BIFF8.
func chars8(dst, d []byte, n int, wide bool) (text, rest []byte, err error) {
	size := n
	if wide {
		size = 2 * n
	}
	if len(d) < size {
		return nil, nil, errRecord
	}
	if wide {
		return appendUTF16(dst, d[:size]), d[size:], nil
	}
	return appendLatin1(dst, d[:size]), d[size:], nil
}

func appendLatin1(dst, d []byte) []byte {
	for _, c := range d {
		if c < utf8.RuneSelf {
			dst = append(dst, c)
		} else {
			dst = append(dst, 0xC0|c>>6, 0x80|c&0x3F)
		}
	}
	return dst
}

func appendUTF16(dst, d []byte) []byte {
	for i := 0; i+1 < len(d); i += 2 {
		r := rune(binary.LittleEndian.Uint16(d[i:]))
		if utf16.IsSurrogate(r) && i+3 < len(d) {
			if full := utf16.DecodeRune(r, rune(binary.LittleEndian.Uint16(d[i+2:]))); full != utf8.RuneError {
				r = full
				i += 2
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// appendBytes appends 8-bit text; bytes the code page leaves empty stay what
// Latin-1 makes of them, because an old encoding may use them.
func appendBytes(dst, d []byte, page *charmap.Charmap) []byte {
	for _, c := range d {
		r := page.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// splitReader reads through a record and those that continue it.
type splitReader struct {
	parts [][]byte
	cur   []byte
}

func newSplitReader(parts [][]byte) *splitReader {
	return &splitReader{parts: parts[1:], cur: parts[0]}
}

func (s *splitReader) advance() bool {
	for len(s.cur) == 0 {
		if len(s.parts) == 0 {
			return false
		}
		s.cur, s.parts = s.parts[0], s.parts[1:]
	}
	return true
}

// bytes takes n bytes, which may lie on both sides of a border.
func (s *splitReader) bytes(dst []byte) error {
	for len(dst) > 0 {
		if !s.advance() {
			return errRecord
		}
		n := copy(dst, s.cur)
		s.cur = s.cur[n:]
		dst = dst[n:]
	}
	return nil
}

func (s *splitReader) skip(n int) error {
	for n > 0 {
		if !s.advance() {
			return errRecord
		}
		k := min(n, len(s.cur))
		s.cur = s.cur[k:]
		n -= k
	}
	return nil
}

func (s *splitReader) uint16() (int, error) {
	var b [2]byte
	err := s.bytes(b[:])
	return int(binary.LittleEndian.Uint16(b[:])), err
}

// chars appends n characters. Where they run over a border, the next part
// begins with a byte that says anew whether they are wide.
func (s *splitReader) chars(dst []byte, n int, wide bool) ([]byte, error) {
	for n > 0 {
		if len(s.cur) == 0 {
			if !s.advance() {
				return dst, errRecord
			}
			wide = s.cur[0]&1 != 0
			s.cur = s.cur[1:]
			continue
		}
		size := 1
		if wide {
			size = 2
		}
		k := min(n, len(s.cur)/size)
		if k == 0 {
			return dst, errRecord // half a character before a border
		}
		if wide {
			dst = appendUTF16(dst, s.cur[:2*k])
		} else {
			dst = appendLatin1(dst, s.cur[:k])
		}
		s.cur = s.cur[k*size:]
		n -= k
	}
	return dst, nil
}

// sharedStrings reads the table of shared strings of BIFF8.
func (b *biff) sharedStrings(parts [][]byte) error {
	s := newSplitReader(parts)
	var head [8]byte
	if err := s.bytes(head[:]); err != nil {
		return err
	}
	b.sst.dress = map[int]dress{}
	for n := binary.LittleEndian.Uint32(head[4:]); n > 0; n-- {
		if !s.advance() {
			break // some programs count too many; an index that points there is refused
		}
		text, d, err := b.richString(s)
		if err != nil {
			return err
		}
		if d.runs {
			b.sst.dress[b.sst.count] = d
			if err := b.src.spend(128); err != nil {
				return err
			}
		}
		b.sst.add(b.texts.add(text))
		if err := b.src.spend(16 + len(text)); err != nil {
			return err
		}
	}
	return nil
}

// richString reads one text of the shared strings with its runs of fonts.
func (b *biff) richString(s *splitReader) ([]byte, dress, error) {
	n, err := s.uint16()
	if err != nil {
		return nil, dress{}, err
	}
	var flags [1]byte
	if err := s.bytes(flags[:]); err != nil {
		return nil, dress{}, err
	}
	runs, ext := 0, 0
	if flags[0]&0x08 != 0 {
		if runs, err = s.uint16(); err != nil {
			return nil, dress{}, err
		}
	}
	if flags[0]&0x04 != 0 {
		var e [4]byte
		if err := s.bytes(e[:]); err != nil {
			return nil, dress{}, err
		}
		ext = int(binary.LittleEndian.Uint32(e[:]) & 0x7FFFFFFF)
	}
	if b.buf, err = s.chars(b.buf[:0], n, flags[0]&1 != 0); err != nil {
		return nil, dress{}, err
	}
	list := make([]fontRun, 0, min(runs, 64))
	for ; runs > 0; runs-- {
		at, err1 := s.uint16()
		font, err2 := s.uint16()
		if err1 != nil || err2 != nil {
			return nil, dress{}, errRecord
		}
		list = append(list, fontRun{at, font})
	}
	if err := s.skip(ext); err != nil {
		return nil, dress{}, err
	}
	return b.buf, b.dressOf(b.buf, list), nil
}

// fontRun says that from a character on another font holds.
type fontRun struct{ at, font int }

// dressOf tells the font of the first run with letters and whether everything
// with letters is struck out. Characters before the first run have the font of
// the cell; offsets count UTF-16 units.
func (b *biff) dressOf(text []byte, runs []fontRun) dress {
	var d dress
	if len(runs) == 0 {
		return d
	}
	unit, run := 0, -1
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRune(text[i:])
		for run+1 < len(runs) && runs[run+1].at <= unit {
			run++
		}
		if hasLetters(text[i : i+n]) {
			f, own := b.biffFont(runs, run)
			d.run(f.index, own, f.struck, own)
		}
		unit += utf16.RuneLen(c)
		i += n
	}
	return d
}

func (b *biff) biffFont(runs []fontRun, i int) (biffFont, bool) {
	if i < 0 {
		return biffFont{}, false
	}
	f := runs[i].font
	if f > 4 {
		f--
	}
	if f >= len(b.fonts) {
		return biffFont{}, false
	}
	return b.fonts[f], true
}
