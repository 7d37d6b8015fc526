package press

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"sync"
)

// A .docx carries the face it was measured in where that is not the PC's own Times
// New Roman: on a PC that has neither, letters of Vietnamese would come from another
// face and lines would break elsewhere. A program that has Times New Roman uses its
// own. The letters of the languages an office writes are enough, which keeps the file
// small; Word and LibreOffice both read the form ECMA-376 lays down (part 4, 17.8.1).

// fontKey scrambles the embedded files' first bytes; any number does.
const fontKey = "0F3C4A52-7D1B-4E68-9A25-6B8C1D2E3F40"

// fontRanges are the characters an office writes: Latin with its Vietnamese letters,
// combining marks, punctuation, the signs of money.
var fontRanges = [][2]rune{{0x20, 0x24f}, {0x300, 0x36f}, {0x1e00, 0x1eff}, {0x2000, 0x206f}, {0x20a0, 0x20bf}}

var fontKinds = [4]string{"Regular", "Bold", "Italic", "BoldItalic"}

// packedFace is a face ready to be laid into a .docx: packing it is most of the work.
type packedFace struct {
	packed []byte
	size   uint64
	sum    uint32
}

func (f packedFace) header(i int) *zip.FileHeader {
	h := zipHeader(fmt.Sprintf("word/fonts/font%d.odttf", i+1))
	h.CRC32, h.UncompressedSize64, h.CompressedSize64 = f.sum, f.size, uint64(len(f.packed))
	return h
}

var docxFaces = sync.OnceValues(func() (out [4]packedFace, err error) {
	fam, err := familyFor("")
	if err != nil {
		return out, err
	}
	for st, f := range fam.faces {
		b, err := f.carried()
		if err != nil {
			return out, err
		}
		key, err := hex.DecodeString(strings.ReplaceAll(fontKey, "-", ""))
		if err != nil {
			return out, err
		}
		slices.Reverse(key)
		for i := range 32 {
			b[i] ^= key[i%16]
		}
		var packed bytes.Buffer
		w, err := flate.NewWriter(&packed, flate.BestCompression)
		if err == nil {
			_, err = w.Write(b)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			return out, err
		}
		out[st] = packedFace{packed.Bytes(), uint64(len(b)), crc32.ChecksumIEEE(b)}
	}
	return out, nil
})

// carried is the face as a file of its own, with the outlines of fontRanges only.
func (f *sfnt) carried() (out []byte, err error) {
	defer func() {
		if recover() != nil { // an outline past the end of a damaged file
			out, err = nil, errNotTrueType
		}
	}()
	used := make([]bool, f.glyphs)
	used[0] = true
	for _, r := range fontRanges {
		for c := r[0]; c <= r[1]; c++ {
			used[f.letter(c).glyph] = true
		}
	}
	f.closure(used)
	tables := map[string][]byte{}
	for tag, b := range f.tables {
		// Of no use without a printer's hints, or only to sign the whole file.
		if !slices.Contains([]string{"DSIG", "hdmx", "VDMX", "LTSH"}, tag) {
			tables[tag] = b
		}
	}
	var glyf []byte
	loca := make([]byte, 0, 4*(f.glyphs+1))
	for g := range f.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if used[g] {
			glyf = append(glyf, f.glyph(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	head := slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // the sum of the whole file, set below
	binary.BigEndian.PutUint16(head[50:], 1)
	tables["glyf"], tables["loca"], tables["head"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), head
	return assemble(tables), nil
}

// docxFontTable says which file is which face; docxFontRels where they lie.
func docxFontTable() (table, rels string) {
	var t, r strings.Builder
	t.WriteString(xmlHead + `<w:fonts ` + nsWord + `><w:font w:name="Times New Roman"><w:family w:val="roman"/><w:pitch w:val="variable"/>`)
	r.WriteString(xmlHead + `<Relationships xmlns="` + relPackage + `/relationships">`)
	for i, kind := range fontKinds {
		fmt.Fprintf(&t, `<w:embed%s r:id="rId%d" w:fontKey="{%s}"/>`, kind, i+1, fontKey)
		fmt.Fprintf(&r, `<Relationship Id="rId%d" Type="%s/font" Target="fonts/font%d.odttf"/>`, i+1, relOffice, i+1)
	}
	return t.String() + `</w:font></w:fonts>`, r.String() + `</Relationships>`
}
