package press

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"thidua/model/fault"
)

// pdfFile writes the objects of a PDF one after another, so that no more than a
// page is held in memory. The first error of the writer is kept and given by close.
//
// Objects 1 to 3 are fixed: the catalogue, the tree of pages, the resources every
// page shares. They are written last.
type pdfFile struct {
	w       io.Writer
	err     error
	at      int64
	offsets []int64 // by object number less one; 0 not yet written
	pages   []int
	marks   []pdfMark
	packer  packer
	buf     []byte // of the object being written
}

// packer packs streams one after another.
type packer struct {
	seen [1 << seenBits]uint16
	out  []byte
	any  *zlib.Writer
	long bytes.Buffer
}

// page packs a page's operators; the bytes are good until the next call.
func (p *packer) page(data []byte) ([]byte, error) {
	if len(data) > packedMost {
		return p.pack(data)
	}
	p.out = deflate(p.out[:0], data, &p.seen)
	return p.out, nil
}

// pack packs what is no page: faces, and pages too long to be packed as such.
func (p *packer) pack(data []byte) ([]byte, error) {
	p.long.Reset()
	if p.any == nil {
		z, err := zlib.NewWriterLevel(&p.long, zlib.BestSpeed)
		if err != nil {
			return nil, err
		}
		p.any = z
	} else {
		p.any.Reset(&p.long)
	}
	if _, err := p.any.Write(data); err != nil {
		return nil, err
	}
	if err := p.any.Close(); err != nil {
		return nil, err
	}
	return p.long.Bytes(), nil
}

type pdfMark struct {
	title string
	page  int
}

const (
	pdfCatalogue = 1
	pdfPages     = 2
	pdfResources = 3
)

func newPDFFile(w io.Writer) *pdfFile {
	f := &pdfFile{w: w, offsets: make([]int64, 3)}
	// The second line's bytes beyond 127 tell file transfer that this is not text.
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *pdfFile) write(b []byte) {
	if f.err != nil {
		return
	}
	n, err := f.w.Write(b)
	f.at += int64(n)
	f.err = err
}

// reserve gives the number of an object to be written later.
func (f *pdfFile) reserve() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets)
}

// object writes an object under a number.
func (f *pdfFile) object(n int, format string, args ...any) {
	f.offsets[n-1] = f.at
	f.buf = append(strconv.AppendInt(f.buf[:0], int64(n), 10), " 0 obj\n"...)
	f.buf = fmt.Appendf(f.buf, format, args...)
	f.write(append(f.buf, "\nendobj\n"...))
}

// stream packs data and writes it as a stream under a number. extra stands in its
// dictionary.
func (f *pdfFile) stream(n int, extra string, data []byte) {
	packed, err := f.packer.page(data)
	if err != nil && f.err == nil {
		f.err = err
	}
	f.packed(n, extra, packed)
}

func (f *pdfFile) packed(n int, extra string, packed []byte) {
	f.offsets[n-1] = f.at
	f.buf = fmt.Appendf(f.buf[:0], "%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n", n, extra, len(packed))
	f.buf = append(f.buf, packed...)
	f.write(append(f.buf, "\nendstream\nendobj\n"...))
}

// page writes a page of a size in points with its packed content.
func (f *pdfFile) page(width, height float64, packed []byte, mark string) {
	text, page := f.reserve(), f.reserve()
	f.packed(text, "", packed)
	f.object(page, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %d 0 R>>",
		pdfPages, coordinate(width), coordinate(height), pdfResources, text)
	f.pages = append(f.pages, page)
	if mark != "" {
		f.marks = append(f.marks, pdfMark{mark, page})
	}
}

// PageCount is how many pages a PDF written here has.
func PageCount(pdf []byte) int { return bytes.Count(pdf, []byte("<</Type/Page/Parent ")) }

// coordinate is a length to a hundredth of a point.
func coordinate(v float64) string { return string(appendCoordinate(nil, v)) }

func appendCoordinate(b []byte, v float64) []byte {
	n := int64(v*100 + 0.5)
	if v < 0 {
		n = int64(v*100 - 0.5)
	}
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if r := n % 100; r != 0 {
		b = append(b, '.', byte('0'+r/10))
		if r%10 != 0 {
			b = append(b, byte('0'+r%10))
		}
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

// pdfText is a text string in UTF-16, as titles and properties need it.
func pdfText(s string) string {
	units := utf16.Encode([]rune(s))
	b := make([]byte, 0, 4*len(units)+len("<FEFF>"))
	b = append(b, "<FEFF"...)
	for _, u := range units {
		b = append(b, hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
	}
	return string(append(b, '>'))
}

// cutFace is what a file needs of a face, packed.
type cutFace struct {
	name   string
	length int // before it was packed
	packed []byte
	err    error
}

// face cuts the glyphs that are used out of a face; none used is none cut.
func (p *packer) face(name string, s *sfnt, letters []rune) (f cutFace) {
	if letters == nil {
		return f
	}
	used := make([]bool, len(letters))
	for g, r := range letters {
		used[g] = r != 0
	}
	data, err := s.subset(used)
	if err != nil {
		return cutFace{err: fault.New(fault.Invalid, "press.bad-font", name).Because(err)}
	}
	sum := sha256.Sum256(data)
	tag := make([]byte, 6) // six capitals mark a subset; the same subset has the same mark
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	packed, err := p.pack(data)
	return cutFace{string(tag) + "+" + name, len(data), bytes.Clone(packed), err}
}

// font writes a face and gives its object number. letters maps each glyph to its
// character; 0 is a glyph not used.
func (f *pdfFile) font(face cutFace, s *sfnt, letters []rune) int {
	name := face.name
	file, descriptor, cid, unicode, font := f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve()
	em := func(v int16) int { return int(v) * 1000 / s.unitsPerEm }
	flags := 1<<1 | 1<<2 // serif, with letters outside the standard set
	if s.italicAngle != 0 {
		flags |= 1 << 6
	}
	f.packed(file, fmt.Sprintf("/Length1 %d", face.length), face.packed)
	f.object(descriptor, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %d 0 R>>",
		name, flags, em(s.box[0]), em(s.box[1]), em(s.box[2]), em(s.box[3]), s.italicAngle, em(s.ascent), em(s.descent), em(s.capHeight), file)
	var widths, chars bytes.Buffer
	count := 0
	var block bytes.Buffer
	for g, r := range letters {
		if r == 0 {
			continue
		}
		fmt.Fprintf(&widths, "%d[%d]", g, s.advance(g))
		fmt.Fprintf(&block, "<%04X><%04X>\n", g, letters[g])
		if count++; count == 100 { // a block may hold no more
			fmt.Fprintf(&chars, "%d beginbfchar\n%sendbfchar\n", count, block.Bytes())
			block.Reset()
			count = 0
		}
	}
	if count > 0 {
		fmt.Fprintf(&chars, "%d beginbfchar\n%sendbfchar\n", count, block.Bytes())
	}
	f.object(cid, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 1000/W[%s]>>",
		name, descriptor, widths.String())
	f.stream(unicode, "", []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"+chars.String()+"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"))
	f.object(font, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, cid, unicode)
	return font
}

// close writes the fixed objects, the bookmarks, the properties and the table of
// objects. fonts are the resources' entries: "/F1 12 0 R …".
func (f *pdfFile) close(fonts, title, author string) error {
	var kids bytes.Buffer
	for _, p := range f.pages {
		fmt.Fprintf(&kids, "%d 0 R ", p)
	}
	f.object(pdfPages, "<</Type/Pages/Count %d/Kids[%s]>>", len(f.pages), bytes.TrimSpace(kids.Bytes()))
	f.object(pdfResources, "<</Font<<%s>>>>", fonts)
	marks := f.bookmarks()
	f.object(pdfCatalogue, "<</Type/Catalog/Pages %d 0 R/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>%s>>", pdfPages, marks)
	info := f.reserve()
	f.object(info, "<</Title%s/Author%s/Creator%s/Producer%s>>", pdfText(title), pdfText(author), pdfText(creator), pdfText(creator))
	table := f.at
	var b bytes.Buffer
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, at := range f.offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(f.offsets)+1, pdfCatalogue, info, table)
	f.write(b.Bytes())
	return f.err
}

// bookmarks writes a list of marks and gives the catalogue's entry for it.
func (f *pdfFile) bookmarks() string {
	if len(f.marks) == 0 {
		return ""
	}
	root := f.reserve()
	first := len(f.offsets) + 1
	for range f.marks {
		f.reserve()
	}
	for i, m := range f.marks {
		links := ""
		if i > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if i < len(f.marks)-1 {
			links += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		f.object(first+i, "<</Title%s/Parent %d 0 R%s/Dest[%d 0 R/Fit]>>", pdfText(m.title), root, links, m.page)
	}
	f.object(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, first+len(f.marks)-1, len(f.marks))
	return fmt.Sprintf("/Outlines %d 0 R", root)
}
