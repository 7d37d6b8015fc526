package sheet

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// makeOLE writes a compound file of named streams ([MS-CFB], version 3), each
// padded to 4,096 bytes so that no small-stream tables are needed.
func makeOLE(streams map[string][]byte) []byte {
	const sector = 512
	le := binary.LittleEndian
	type place struct {
		name       string
		start, len int
	}
	var body []byte
	var places []place
	var chains [][2]int // first sector, number of sectors
	for name, data := range streams {
		n := max(len(data), 4096)
		n = (n + sector - 1) / sector * sector
		start := len(body) / sector
		padded := make([]byte, n)
		copy(padded, data)
		body = append(body, padded...)
		places = append(places, place{name, start, max(len(data), 4096)})
		chains = append(chains, [2]int{start, n / sector})
	}
	dirStart := len(body) / sector
	entries := len(places) + 1
	dir := make([]byte, (entries*128+sector-1)/sector*sector)
	entry := func(i int, name string, kind byte, child uint32, start, size int) {
		e := dir[i*128:]
		units := utf16.Encode([]rune(name))
		for j, u := range units {
			le.PutUint16(e[j*2:], u)
		}
		le.PutUint16(e[64:], uint16(2*len(units)+2))
		e[66], e[67] = kind, 1
		le.PutUint32(e[68:], noEntry)
		le.PutUint32(e[72:], noEntry)
		le.PutUint32(e[76:], child)
		le.PutUint32(e[116:], uint32(start))
		le.PutUint32(e[120:], uint32(size))
	}
	entry(0, "Root Entry", 5, 1, 0xFFFFFFFE&0xFFFFFFFF, 0)
	for i, p := range places {
		entry(i+1, p.name, 2, noEntry, p.start, p.len)
		if i+1 < len(places) {
			le.PutUint32(dir[(i+1)*128+72:], uint32(i+2)) // right sibling
		}
	}
	chains = append(chains, [2]int{dirStart, len(dir) / sector})
	body = append(body, dir...)
	used := len(body) / sector
	fatSectors := 1
	for fatSectors*128 < used+fatSectors {
		fatSectors++
	}
	fat := make([]byte, fatSectors*sector)
	for i := range fatSectors * 128 {
		le.PutUint32(fat[i*4:], 0xFFFFFFFF)
	}
	for _, c := range chains {
		for i := range c[1] {
			next := uint32(c[0] + i + 1)
			if i == c[1]-1 {
				next = 0xFFFFFFFE
			}
			le.PutUint32(fat[(c[0]+i)*4:], next)
		}
	}
	for i := range fatSectors {
		le.PutUint32(fat[(used+i)*4:], 0xFFFFFFFD)
	}
	head := make([]byte, sector)
	copy(head, oleMagic)
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(fatSectors))
	le.PutUint32(head[48:], uint32(dirStart))
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], 0xFFFFFFFE)
	le.PutUint32(head[68:], 0xFFFFFFFE)
	// The header holds the places of 109 FAT sectors; tests with more put the
	// rest into DIFAT sectors behind everything else.
	difats := 0
	if fatSectors > 109 {
		difats = (fatSectors - 109 + 126) / 127
		le.PutUint32(head[68:], uint32(used+fatSectors))
		le.PutUint32(head[72:], uint32(difats))
	}
	more := make([]byte, difats*sector)
	for i := range more {
		more[i] = 0xFF
	}
	for i := range difats {
		next := uint32(used + fatSectors + i + 1)
		if i == difats-1 {
			next = 0xFFFFFFFE
		}
		le.PutUint32(more[i*sector+508:], next)
	}
	for i := range 109 {
		le.PutUint32(head[76+i*4:], 0xFFFFFFFF)
	}
	for i := range fatSectors {
		if i < 109 {
			le.PutUint32(head[76+i*4:], uint32(used+i))
		} else {
			k := i - 109
			le.PutUint32(more[k/127*sector+k%127*4:], uint32(used+i))
		}
	}
	return append(append(append(head, body...), fat...), more...)
}

const noEntry = 0xFFFFFFFF

// biffWriter writes records of BIFF for tests.
type biffWriter struct {
	out     []byte
	version uint16
}

func (w *biffWriter) rec(id uint16, parts ...[]byte) {
	var data []byte
	for _, p := range parts {
		data = append(data, p...)
	}
	w.out = binary.LittleEndian.AppendUint16(w.out, id)
	w.out = binary.LittleEndian.AppendUint16(w.out, uint16(len(data)))
	w.out = append(w.out, data...)
}

func u16(vs ...int) []byte {
	var b []byte
	for _, v := range vs {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func u32(v uint32) []byte { return binary.LittleEndian.AppendUint32(nil, v) }

func f64(f float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(f)) }

// text8 is a text of BIFF8 without its length: flags and UTF-16.
func text8(s string) []byte {
	b := []byte{1}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// short and long are a text with an 8-bit and a 16-bit length.
func (w *biffWriter) short(s string) []byte {
	if w.version == biff5 {
		return append([]byte{byte(len(s))}, s...)
	}
	return append([]byte{byte(units(s))}, text8(s)...)
}

func (w *biffWriter) long(s string) []byte {
	if w.version == biff5 {
		return append(u16(len(s)), s...)
	}
	return append(u16(units(s)), text8(s)...)
}

// begin writes the globals up to the sheets: fonts Arial, .VnTime, struck
// Arial, formats dd/mm/yyyy, styles 0 (Arial), 1 (.VnTime), 2 (date), 3 (struck).
func (w *biffWriter) begin(extra func()) {
	w.rec(recBOF, u16(int(w.version), 5), make([]byte, 12))
	w.rec(recCodePage, u16(1252))
	font := func(name string, grbit int) {
		w.rec(recFont, u16(240, grbit, 0, 400, 0), []byte{0, 0, 0, 0}, w.short(name))
	}
	font("Arial", 0)
	font("Arial", 0)
	font("Arial", 0)
	font("Arial", 0)
	font(".VnTime", 0) // index 5
	font("Arial", 8)   // index 6
	format := w.long("dd/mm/yyyy;@")
	if w.version == biff5 {
		format = w.short("dd/mm/yyyy;@")
	}
	w.rec(recFormat, u16(164), format)
	for _, xf := range [][2]int{{0, 0}, {5, 0}, {0, 164}, {6, 0}} {
		w.rec(recXF, u16(xf[0], xf[1]), make([]byte, 16))
	}
	if extra != nil {
		extra()
	}
}

// book finishes the globals and puts the sheets behind them.
func (w *biffWriter) book(sheets map[string]func(), names ...string) []byte {
	var patch []int
	for _, n := range names {
		patch = append(patch, len(w.out)+4)
		w.rec(recSheet, u32(0), []byte{0, 0}, w.short(n))
	}
	w.rec(recEOF)
	for i, n := range names {
		binary.LittleEndian.PutUint32(w.out[patch[i]:], uint32(len(w.out)))
		w.rec(recBOF, u16(int(w.version), 0x10), make([]byte, 12))
		sheets[n]()
		w.rec(recEOF)
	}
	return w.out
}
