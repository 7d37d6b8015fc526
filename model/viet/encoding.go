package viet

import (
	"strings"
	"unicode/utf8"
)

// The old encodings, each letter beside its code as the Latin-1 letter that a
// program without the font shows. TCVN3 (TCVN 5712:1993, VN3) has one byte for
// each of the 67 small letters and for the seven capitals without a tone; the
// other capitals are small letters under a font whose name ends in H.
const tcvn3List = `àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ®
èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ
òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî
ùï úó ủñ ũò ụô ư` + "\u00ad" + ` ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ
Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§`

// VNI writes a letter and behind it a byte for its marks; ơ, ư, đ, ỵ and the
// i with a tone have a byte of their own. Capitals are the same with the
// capital of the Latin-1 letter.
const (
	vniOwn   = `ơô ưö đñ íí ìì ỉæ ĩó ịò ỵî`
	vniTone  = `áù àø ảû ãõ ạï`    // on a e o u y ơ ư
	vniCirc  = `ââ ấá ầà ẩå ẫã ậä` // on a e o
	vniBreve = `ăê ắé ằè ẳú ẵü ặë` // on a
	vniBases = `aeouyôö`           // what takes vniTone, as VNI writes it
)

// windows-1258 where it differs from Latin-1; the five tones are combining
// marks behind the vowel.
const cp1258List = `ĂÃ ăã ĐÐ đð ƠÕ ơõ ƯÝ ưý`

// The tables are read only once built.
var (
	tcvn3ToRune [256]rune
	tcvn3ToByte map[rune]byte

	vniOwnToRune [256]rune
	vniPairs     map[uint16]rune // letter<<8 | marks, small or capital marks
	vniFromRune  map[rune]string

	cp1258ToRune [256]rune
	cp1258ToByte map[rune]byte

	// byteSeen gives the byte back from a letter it became when a file was
	// read under windows-1258 or through a lookalike; Latin-1 itself needs none.
	byteSeen map[rune]byte
)

func initTables() {
	tcvn3ToByte = make(map[rune]byte, 80)
	for _, f := range splitPairs(tcvn3List) {
		tcvn3ToRune[byte(f[1])] = f[0]
		tcvn3ToByte[f[0]] = byte(f[1])
	}

	vniPairs = make(map[uint16]rune, 256)
	vniFromRune = make(map[rune]string, 140)
	for _, f := range splitPairs(vniOwn) {
		up := upperRune(f[0])
		capital := f[1] - 0x20
		vniOwnToRune[byte(f[1])], vniOwnToRune[byte(capital)] = f[0], up
		vniFromRune[f[0]], vniFromRune[up] = string(f[1]), string(capital)
	}
	pair := func(base, code, r rune) {
		small, capital := byte(code), byte(code-0x20)
		ub, ur := base, upperRune(r)
		if base < 0x80 {
			ub = base - 0x20
		} else {
			ub = base - 0x20 // ô ö → Ô Ö
		}
		for _, c := range []byte{small, capital} {
			vniPairs[uint16(base)<<8|uint16(c)] = r
			vniPairs[uint16(ub)<<8|uint16(c)] = ur
		}
		vniFromRune[r], vniFromRune[ur] = string(base)+string(code), string(ub)+string(code-0x20)
	}
	for _, f := range splitPairs(vniTone) {
		tone := markOf(f[0]).tone()
		for _, b := range vniBases {
			real := b
			switch b {
			case 'ô':
				real = 'ơ'
			case 'ö':
				real = 'ư'
			}
			r := composed[markOf(real).base()][tone]
			if r == 'ỵ' {
				// "yï" is read, "î" is written.
				vniPairs[uint16('y')<<8|uint16(byte(f[1]))] = r
				continue
			}
			pair(b, f[1], r)
		}
	}
	for _, f := range splitPairs(vniCirc) {
		tone := markOf(f[0]).tone()
		for _, b := range "aeo" {
			m, _ := markOf(b).join(combCirc)
			pair(b, f[1], composed[m.base()][tone])
		}
	}
	for _, f := range splitPairs(vniBreve) {
		pair('a', f[1], f[0])
	}

	for i := range cp1258ToRune {
		cp1258ToRune[i] = rune(i)
	}
	cp1258ToByte = make(map[rune]byte, 16)
	for _, f := range splitPairs(cp1258List) {
		cp1258ToRune[byte(f[1])] = f[0]
		cp1258ToByte[f[0]] = byte(f[1])
	}
	for c, r := range map[byte]rune{0xcc: combGrave, 0xd2: combHook, 0xde: combTilde, 0xec: combAcute, 0xf2: combDot, 0xfe: '₫'} {
		cp1258ToRune[c] = r
		cp1258ToByte[r] = c
	}

	byteSeen = map[rune]byte{'μ': 0xb5, 'Œ': 0x8c, 'œ': 0x9c, '∙': 0xb7, '⋅': 0xb7, 'Ɖ': 0xd0}
	for r, c := range cp1258ToByte {
		byteSeen[r] = c
	}
}

func splitPairs(list string) [][2]rune {
	var out [][2]rune
	for _, f := range strings.Fields(list) {
		a, n := utf8.DecodeRuneInString(f)
		b, _ := utf8.DecodeRuneInString(f[n:])
		out = append(out, [2]rune{a, b})
	}
	return out
}

// byteOf gives the byte a rune was in a one-byte encoding: itself for Latin-1,
// the low byte of the private-use place Word gives letters of symbol fonts
// (U+F020…U+F0FF), and back from windows-1258 or a lookalike.
func byteOf(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	if r >= 0xf020 && r <= 0xf0ff {
		return byte(r), true
	}
	b, ok := byteSeen[r]
	return b, ok
}

// Decode reads a text as written in an encoding. upper says that the font
// shows small letters as capitals (.VnTimeH). What the encoding does not know
// stays as it is; the result is NFC.
func Decode(enc Encoding, s string, upper bool) string {
	if isASCII(s) && strings.IndexByte(s, 0x1f) < 0 {
		if upper {
			return upperText(s)
		}
		return s
	}
	var buf [256]byte
	b := buf[:0]
	switch enc {
	case TCVN3:
		b = decodeTCVN3(b, s)
	case VNI:
		b = decodeVNI(b, s)
	case CP1258:
		b = decodeCP1258(b, s)
	case UTF8:
		if t, ok := decodeUTF8(s); ok {
			s = t
		}
		b = append(b, s...)
	default:
		b = append(b, s...)
	}
	s = NFC(string(b))
	if upper {
		s = upperText(s)
	}
	return s
}

func decodeTCVN3(dst []byte, s string) []byte {
	for _, r := range s {
		if r < utf8.RuneSelf {
			if r == 0x1f {
				r = 'ư' // Word's own optional hyphen
			}
			dst = utf8.AppendRune(dst, r)
			continue
		}
		if c, ok := byteOf(r); ok {
			if v := tcvn3ToRune[c]; v != 0 {
				r = v
			} else {
				r = latin(r, c)
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

func decodeVNI(dst []byte, s string) []byte {
	var base byte // the letter before, still open for marks
	flush := func() {
		if base == 0 {
			return
		}
		if v := vniOwnToRune[base]; v != 0 {
			dst = utf8.AppendRune(dst, v)
		} else {
			dst = utf8.AppendRune(dst, rune(base))
		}
		base = 0
	}
	for _, r := range s {
		c, ok := byteOf(r)
		if !ok {
			flush()
			dst = utf8.AppendRune(dst, r)
			continue
		}
		if base != 0 && c >= 0x80 {
			if v, ok := vniPairs[uint16(base)<<8|uint16(c)]; ok {
				dst = utf8.AppendRune(dst, v)
				base = 0
				continue
			}
		}
		flush()
		if vniBase(c) {
			base = c
			continue
		}
		if v := vniOwnToRune[c]; v != 0 {
			dst = utf8.AppendRune(dst, v)
			continue
		}
		dst = utf8.AppendRune(dst, latin(r, c))
	}
	flush()
	return dst
}

// vniBase tells whether a byte can be followed by the byte of a mark.
func vniBase(c byte) bool {
	switch c {
	case 'a', 'e', 'o', 'u', 'y', 0xf4, 0xf6, 'A', 'E', 'O', 'U', 'Y', 0xd4, 0xd6:
		return true
	}
	return false
}

// decodeCP1258 reads Latin-1 letters as windows-1258. A text that already holds
// letters beyond Latin-1 has been read as windows-1258 and only needs composing.
func decodeCP1258(dst []byte, s string) []byte {
	for _, r := range s {
		if r >= 0x100 && r < 0x2000 {
			return append(dst, s...)
		}
	}
	for _, r := range s {
		if r < 0x100 {
			r = cp1258ToRune[byte(r)]
			if r >= 0x80 && r < 0xa0 {
				r = latin(r, byte(r))
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// latin is a letter the old encoding does not use: the C1 bytes are
// windows-1252 punctuation (curly quotes, dashes), the private-use places are
// brought back, the rest stays.
func latin(r rune, c byte) rune {
	if c >= 0x80 && c < 0xa0 && (r < 0x100 || r >= 0xf000) {
		return cp1252Punct[c-0x80]
	}
	if r >= 0xf020 && r <= 0xf0ff {
		return rune(c)
	}
	return r
}

// cp1252Punct is windows-1252 from 0x80 to 0x9f.
var cp1252Punct = [32]rune{'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ'}

// decodeUTF8 undoes reading UTF-8 as windows-1252. ok is false where the bytes
// are no UTF-8.
func decodeUTF8(s string) (string, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r < 0x100:
			b = append(b, byte(r))
		default:
			c := cp1252Byte(r)
			if c == 0 {
				return "", false
			}
			b = append(b, c)
		}
	}
	if !utf8.Valid(b) {
		return "", false
	}
	return string(b), true
}

func cp1252Byte(r rune) byte {
	for i, p := range cp1252Punct {
		if p == r {
			return byte(0x80 + i)
		}
	}
	return 0
}

// Encode writes a text in an old encoding, each byte as the Latin-1 letter it
// looks like. It answers false where the encoding has no such letter: TCVN3
// has no capitals with a tone, they become the small ones as it happens in
// life. The other letters it cannot write stay.
func Encode(enc Encoding, s string) (string, bool) {
	s = NFC(s)
	ok := true
	var b strings.Builder
	b.Grow(len(s))
	switch enc {
	case TCVN3:
		for _, r := range s {
			if c, found := tcvn3ToByte[r]; found {
				b.WriteRune(rune(c))
				continue
			}
			if c, found := tcvn3ToByte[lowerRune(r)]; found && isUpperRune(r) {
				b.WriteRune(rune(c))
				ok = false
				continue
			}
			if c, seen := byteOf(r); r >= utf8.RuneSelf && seen && tcvn3ToRune[c] != 0 {
				ok = false // it would be read as a letter
			}
			b.WriteRune(r)
		}
	case VNI:
		for _, r := range s {
			if code, found := vniFromRune[r]; found {
				b.WriteString(code)
				continue
			}
			if _, seen := byteOf(r); r >= utf8.RuneSelf && seen {
				ok = false
			}
			b.WriteRune(r)
		}
	case CP1258:
		for _, r := range s {
			ok = encodeCP1258(&b, r) && ok
		}
	case UTF8:
		for i := 0; i < len(s); i++ {
			c := rune(s[i])
			if c >= 0x80 && c < 0xa0 {
				c = cp1252Punct[c-0x80]
			}
			b.WriteRune(c)
		}
	default:
		return s, true
	}
	return b.String(), ok
}

// encodeCP1258 writes a letter as windows-1258 does: its own vowel, then the tone.
func encodeCP1258(b *strings.Builder, r rune) bool {
	if r < utf8.RuneSelf {
		b.WriteRune(r)
		return true
	}
	m := markOf(r)
	if m == 0 {
		if c, ok := cp1258ToByte[r]; ok {
			b.WriteRune(rune(c))
			return true
		}
		b.WriteRune(r)
		return r >= 0x2000 || r < 0x100 && cp1258ToRune[byte(r)] == r
	}
	vowel := m.with(ngang).rune()
	if c, ok := cp1258ToByte[vowel]; ok {
		b.WriteRune(rune(c))
	} else {
		b.WriteRune(vowel)
	}
	switch m.tone() {
	case huyen:
		b.WriteRune(0xcc)
	case hoi:
		b.WriteRune(0xd2)
	case nga:
		b.WriteRune(0xde)
	case sac:
		b.WriteRune(0xec)
	case nang:
		b.WriteRune(0xf2)
	}
	return true
}

// with is the letter with another tone.
func (m mark) with(tone uint8) mark {
	return m&^(7<<toneShift) | mark(tone)<<toneShift
}

func upperText(s string) string {
	for _, r := range s {
		if upperRune(r) != r {
			return strings.Map(upperRune, s)
		}
	}
	return s
}
