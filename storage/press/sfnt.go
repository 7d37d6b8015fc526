package press

import (
	"encoding/binary"
	"errors"
	"sort"
)

// sfnt is a TrueType file taken apart: what is needed to measure text and to embed
// a subset of its letters.
type sfnt struct {
	tables      map[string][]byte
	unitsPerEm  int
	box         [4]int16
	ascent      int16
	descent     int16
	capHeight   int16
	italicAngle int
	longLoca    bool
	glyphs      int
	metrics     int // glyphs with a width of their own
	fast        [fastRunes]letter
	rest        map[rune]letter
	kern        kerning
}

// letter is a character's glyph and its width in thousandths of the size; glyph 0
// is none.
type letter struct{ glyph, width uint16 }

// fastRunes covers Latin, its Vietnamese letters (to U+1EF9) and general punctuation.
const fastRunes = 0x2100

var errNotTrueType = errors.New("not a TrueType face this program can embed")

// parseSFNT reads a TrueType file. Every offset is checked: the file may come from
// the PC and be damaged.
func parseSFNT(data []byte) (f *sfnt, err error) {
	defer func() {
		if recover() != nil { // an offset past the end of a damaged file
			f, err = nil, errNotTrueType
		}
	}()
	f = &sfnt{tables: map[string][]byte{}, rest: map[rune]letter{}}
	u16 := binary.BigEndian.Uint16
	u32 := binary.BigEndian.Uint32
	if tag := u32(data); tag != 0x00010000 && tag != 0x74727565 {
		return nil, errNotTrueType
	}
	for i := range int(u16(data[4:])) {
		e := data[12+16*i:]
		at, n := int(u32(e[8:])), int(u32(e[12:]))
		f.tables[string(e[:4])] = data[at : at+n : at+n]
	}
	head, hhea, maxp := f.tables["head"], f.tables["hhea"], f.tables["maxp"]
	f.unitsPerEm = int(u16(head[18:]))
	for i := range f.box {
		f.box[i] = int16(u16(head[36+2*i:]))
	}
	f.longLoca = u16(head[50:]) != 0
	f.ascent, f.descent = int16(u16(hhea[4:])), int16(u16(hhea[6:]))
	f.metrics, f.glyphs = int(u16(hhea[34:])), int(u16(maxp[4:]))
	f.capHeight = f.ascent
	if os2 := f.tables["OS/2"]; len(os2) >= 90 && u16(os2) >= 2 {
		f.capHeight = int16(u16(os2[88:]))
	}
	f.italicAngle = int(int16(u16(f.tables["post"][4:])))
	if f.unitsPerEm == 0 || f.metrics == 0 || f.glyphs == 0 || len(f.tables["glyf"]) == 0 {
		return nil, errNotTrueType
	}
	if err := f.readCmap(); err != nil {
		return nil, err
	}
	f.readKern()
	return f, nil
}

// readCmap reads the Unicode map of the basic plane (format 4).
func (f *sfnt) readCmap() error {
	u16 := binary.BigEndian.Uint16
	cmap := f.tables["cmap"]
	var sub []byte
	for i := range int(u16(cmap[2:])) {
		e := cmap[4+8*i:]
		at := binary.BigEndian.Uint32(e[4:])
		if p, enc := u16(e), u16(e[2:]); (p == 3 && enc == 1 || p == 0 && sub == nil) && u16(cmap[at:]) == 4 {
			sub = cmap[at:]
		}
	}
	if sub == nil {
		return errNotTrueType
	}
	n := int(u16(sub[6:])) / 2
	ends, starts := sub[14:], sub[16+2*n:]
	deltas, offsets := sub[16+4*n:], sub[16+6*n:]
	for i := range n {
		end, start := int(u16(ends[2*i:])), int(u16(starts[2*i:]))
		delta, offset := int(u16(deltas[2*i:])), int(u16(offsets[2*i:]))
		for c := start; c <= end && c < 0xFFFF; c++ {
			g := 0
			if offset == 0 {
				g = (c + delta) & 0xFFFF
			} else if g = int(u16(offsets[2*i+offset+2*(c-start):])); g != 0 {
				g = (g + delta) & 0xFFFF
			}
			if g == 0 || g >= f.glyphs {
				continue
			}
			l := letter{uint16(g), uint16(f.advance(g))}
			if c < fastRunes {
				f.fast[c] = l
			} else {
				f.rest[rune(c)] = l
			}
		}
	}
	return nil
}

// advance is a glyph's width in thousandths.
func (f *sfnt) advance(g int) int {
	g = min(g, f.metrics-1)
	return (int(binary.BigEndian.Uint16(f.tables["hmtx"][4*g:]))*1000 + f.unitsPerEm/2) / f.unitsPerEm
}

// kerning is a table of the pairs that are kerned: by the row of the left glyph and
// the column of the right; row and column 0 are those of all others.
type kerning struct {
	row, col []uint16 // by glyph
	by       []int16  // thousandths of the size
	width    int      // of a row
}

// readKern reads the pairs of the kern table. A face without one is not kerned.
func (f *sfnt) readKern() {
	k := &f.kern
	k.row, k.col, k.by, k.width = make([]uint16, f.glyphs), make([]uint16, f.glyphs), []int16{0}, 1
	table := f.tables["kern"]
	u16 := binary.BigEndian.Uint16
	if len(table) < 18 || u16(table) != 0 {
		return
	}
	sub := table[4:]
	if coverage := u16(sub[4:]); coverage>>8 != 0 || coverage&1 == 0 {
		return
	}
	type pair struct {
		left, right uint16
		by          int16
	}
	var pairs []pair
	rows, cols := 1, 1
	for i := range int(u16(sub[6:])) {
		p := sub[14+6*i:]
		q := pair{u16(p), u16(p[2:]), int16(int(int16(u16(p[4:]))) * 1000 / f.unitsPerEm)}
		if q.by == 0 || int(q.left) >= f.glyphs || int(q.right) >= f.glyphs {
			continue
		}
		if k.row[q.left] == 0 {
			k.row[q.left] = uint16(rows)
			rows++
		}
		if k.col[q.right] == 0 {
			k.col[q.right] = uint16(cols)
			cols++
		}
		pairs = append(pairs, q)
	}
	k.width, k.by = cols, make([]int16, rows*cols)
	for _, q := range pairs {
		k.by[int(k.row[q.left])*cols+int(k.col[q.right])] = q.by
	}
}

// letter gives a character's glyph.
func (f *sfnt) letter(r rune) letter {
	if r >= 0 && r < fastRunes {
		return f.fast[r]
	}
	return f.rest[r]
}

// pair is the kerning between two glyphs, in thousandths.
func (f *sfnt) pair(left, right uint16) int {
	k := &f.kern
	return int(k.by[int(k.row[left])*k.width+int(k.col[right])])
}

// measure is the width of s in thousandths of the size, with kerning, and the first
// letter the face does not have (0 when it has all).
func (f *sfnt) measure(s string) (width int, missing rune) {
	var left uint16
	for _, r := range s {
		l := f.letter(r)
		if l.glyph == 0 && missing == 0 {
			missing = r
		}
		width += int(l.width) + f.pair(left, l.glyph)
		left = l.glyph
	}
	return width, missing
}

// glyph is the outline of one glyph.
func (f *sfnt) glyph(g int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if f.longLoca {
		return glyf[binary.BigEndian.Uint32(loca[4*g:]):binary.BigEndian.Uint32(loca[4*g+4:])]
	}
	return glyf[2*int(binary.BigEndian.Uint16(loca[2*g:])) : 2*int(binary.BigEndian.Uint16(loca[2*g+2:]))]
}

// closure adds the glyphs that composed ones (ấ is a, ˆ and ´) are made of.
func (f *sfnt) closure(used []bool) {
	const words, scale, more, scaleXY, matrix = 1, 8, 32, 64, 128
	var visit func(g int)
	visit = func(g int) {
		b := f.glyph(g)
		if len(b) < 10 || int16(binary.BigEndian.Uint16(b)) >= 0 {
			return
		}
		for b = b[10:]; len(b) >= 4; {
			flags, part := binary.BigEndian.Uint16(b), int(binary.BigEndian.Uint16(b[2:]))
			if !used[part] {
				used[part] = true
				visit(part)
			}
			n := 6
			if flags&words != 0 {
				n += 2
			}
			switch {
			case flags&scale != 0:
				n += 2
			case flags&scaleXY != 0:
				n += 4
			case flags&matrix != 0:
				n += 8
			}
			if flags&more == 0 {
				return
			}
			b = b[n:]
		}
	}
	for g := range used {
		if used[g] {
			visit(g)
		}
	}
}

// subset is the TrueType file of some glyphs under their own numbers: the outlines
// of the others are left out.
func (f *sfnt) subset(glyphs []bool) (out []byte, err error) {
	defer func() {
		if recover() != nil { // an outline past the end of a damaged file
			out, err = nil, errNotTrueType
		}
	}()
	used := append([]bool(nil), glyphs...)
	used[0] = true
	f.closure(used)
	var glyf []byte
	loca := make([]byte, 0, 4*(f.glyphs+1))
	last := 0
	for g := range f.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if used[g] {
			glyf = append(glyf, f.glyph(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
			last = g
		}
	}
	// Past the last glyph used nothing is drawn: the tables end there.
	keep := last + 1
	loca = binary.BigEndian.AppendUint32(loca[:4*keep], uint32(len(glyf)))
	head := append([]byte(nil), f.tables["head"]...)
	binary.BigEndian.PutUint32(head[8:], 0) // the sum of the whole file, set below
	binary.BigEndian.PutUint16(head[50:], 1)
	maxp := append([]byte(nil), f.tables["maxp"]...)
	binary.BigEndian.PutUint16(maxp[4:], uint16(keep))
	hhea := append([]byte(nil), f.tables["hhea"]...)
	metrics := min(f.metrics, keep)
	binary.BigEndian.PutUint16(hhea[34:], uint16(metrics))
	hmtx := append([]byte(nil), f.tables["hmtx"][:4*metrics+2*(keep-metrics)]...)
	for g := range metrics {
		if !used[g] && g < metrics-1 {
			binary.BigEndian.PutUint32(hmtx[4*g:], 0) // packs better
		}
	}
	tables := map[string][]byte{"glyf": glyf, "loca": loca, "head": head, "maxp": maxp, "hhea": hhea, "hmtx": hmtx}
	for _, t := range []string{"cvt ", "fpgm", "prep"} {
		if b := f.tables[t]; len(b) > 0 {
			tables[t] = b
		}
	}
	return assemble(tables), nil
}

// assemble writes tables as one TrueType file.
func assemble(tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	for t := range tables {
		tags = append(tags, t)
	}
	sort.Strings(tags)
	n := len(tags)
	log := 0
	for 2<<log <= n {
		log++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := len(out) + 16*n
	headAt := 0
	for _, t := range tags {
		b := tables[t]
		out = append(out, t...)
		out = binary.BigEndian.AppendUint32(out, checksum(b))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(b)))
		if t == "head" {
			headAt = at
		}
		at += (len(b) + 3) &^ 3
	}
	for _, t := range tags {
		out = append(out, tables[t]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
