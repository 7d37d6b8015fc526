package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decodeText turns a text file into UTF-8 and tells its charset. declared is
// what the file itself says, "" when it says nothing; it is believed only when
// the bytes do not speak against it.
//
// Bytes of no Unicode encoding are windows-1258 when they follow its rules,
// else they are passed on as windows-1252, one letter a byte, so that the
// repair of TCVN3 and VNI texts finds every byte again.
func decodeText(raw []byte, declared string) (text []byte, charset string) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		return raw[3:], "utf-8"
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return decodeUTF16(raw[2:], binary.LittleEndian), "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return decodeUTF16(raw[2:], binary.BigEndian), "utf-16be"
	}
	switch low, high := zeroBytes(raw); {
	case high > low*8 && high > 0:
		return decodeUTF16(raw, binary.LittleEndian), "utf-16le"
	case low > high*8 && low > 0:
		return decodeUTF16(raw, binary.BigEndian), "utf-16be"
	}
	if mostlyUTF8(raw) {
		return raw, "utf-8"
	}
	if e, err := htmlindex.Get(declared); err == nil {
		if name, _ := htmlindex.Name(e); name != "utf-8" && name != "windows-1252" && name != "utf-16le" && name != "utf-16be" && name != "replacement" && (name != "windows-1258" || follows1258(raw)) {
			if out, err := e.NewDecoder().Bytes(raw); err == nil {
				return out, name
			}
		}
	}
	if follows1258(raw) {
		return decodeBytes(raw, charmap.Windows1258), "windows-1258"
	}
	return decodeBytes(raw, charmap.Windows1252), "windows-1252"
}

func decodeBytes(raw []byte, page *charmap.Charmap) []byte {
	return appendBytes(make([]byte, 0, len(raw)*3/2), raw, page)
}

// zeroBytes counts NUL bytes at even and odd places in the first 64 KiB. In
// UTF-16 every ASCII letter, digit and comma leaves one, always on the same side.
func zeroBytes(raw []byte) (even, odd int) {
	for i, c := range raw[:min(len(raw), 64*kib)] {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	return even, odd
}

func decodeUTF16(raw []byte, order binary.ByteOrder) []byte {
	out := make([]byte, 0, len(raw))
	for i := 0; i+1 < len(raw); i += 2 {
		r := rune(order.Uint16(raw[i:]))
		if utf16.IsSurrogate(r) && i+3 < len(raw) {
			if full := utf16.DecodeRune(r, rune(order.Uint16(raw[i+2:]))); full != utf8.RuneError {
				r = full
				i += 2
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// mostlyUTF8 tells UTF-8, tolerating one broken sequence in a hundred: a file
// cut in the middle of a letter is still what it was. The broken bytes stay in
// the text, where repair sees them.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		if raw[0] < utf8.RuneSelf {
			raw = raw[1:]
			continue
		}
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		raw = raw[n:]
	}
	return bad == 0 || good >= 100*bad
}

// follows1258 tells whether the bytes beyond ASCII are letters of Vietnamese in
// windows-1258 and its five tone marks stand behind vowels. TCVN3 and VNI use
// dozens of bytes that are no Vietnamese letter there.
func follows1258(raw []byte) bool {
	const (
		vowels  = "aeiouyAEIOUY\xC2\xE2\xC3\xE3\xCA\xEA\xD4\xF4\xD5\xF5\xDD\xFD"
		letters = "\xC0\xC1\xC8\xC9\xCD\xD3\xD9\xDA\xE0\xE1\xE8\xE9\xED\xF3\xF9\xFA\xD0\xF0" // with their tone, and đ
		marks   = "\xCC\xD2\xDE\xEC\xF2"
		signs   = "\xA0\x85\x91\x92\x93\x94\x96\x97\xAB\xBB\xB0\xFE" // spaces, quotes, dashes, đồng
	)
	good, bad := 0, 0
	for i, c := range raw {
		switch {
		case c < utf8.RuneSelf:
		case strings.IndexByte(marks, c) >= 0:
			if i > 0 && strings.IndexByte(vowels, raw[i-1]) >= 0 {
				good++
			} else {
				bad++
			}
		case strings.IndexByte(vowels, c) >= 0, strings.IndexByte(letters, c) >= 0:
			good++
		case strings.IndexByte(signs, c) >= 0:
		default:
			bad++
		}
	}
	return good > 0 && bad*50 <= good
}

// isBinary tells bytes that no text has. A NUL at one side only is UTF-16.
func isBinary(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return false
	}
	even, odd := zeroBytes(head)
	if even > 0 && odd > 0 && even*8 > odd && odd*8 > even {
		return true
	}
	wide := even+odd > 0
	control := 0
	for i, c := range head {
		if c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1A || c == 0 {
			continue
		}
		// In UTF-16 the upper half of ạ (1E A1) looks like a control byte.
		if other := i ^ 1; wide && other < len(head) && head[other] != 0 {
			continue
		}
		control++
	}
	return control*50 > len(head)
}
