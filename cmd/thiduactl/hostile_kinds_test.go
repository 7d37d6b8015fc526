//go:build linux

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode/utf16"
)

// hostileKinds are hostile files of the other kinds, and others of .xlsx: what is
// wrong with them is wrong in good files.
func hostileKinds(t *testing.T) map[string][]byte {
	t.Helper()
	const sheet, content, document = "xl/worksheets/sheet1.xml", "content.xml", "word/document.xml"
	book, ods, docx := unzip(t, goodBook(t)), unzip(t, fixture(t, "opendocument.ods")), unzip(t, fixture(t, "bang-trong-word.docx"))
	with := func(parts map[string]string, name, text string) []byte {
		p := maps.Clone(parts)
		p[name] = text
		return rezip(t, p, "", 0)
	}
	replaced := func(parts map[string]string, name, old, new string) []byte {
		if !strings.Contains(parts[name], old) {
			t.Fatalf("%s holds no %q", name, old)
		}
		return with(parts, name, strings.Replace(parts[name], old, new, 1))
	}
	cut := func(parts map[string]string, name, after string) []byte {
		i := strings.LastIndex(parts[name], after)
		if i < 0 {
			t.Fatalf("%s holds no %q", name, after)
		}
		return with(parts, name, parts[name][:i+len(after)])
	}
	// Texts that swell from a kilobyte to a gigabyte.
	const lol = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
	entities := func(parts map[string]string, name string) []byte {
		_, body, _ := strings.Cut(parts[name], "?>")
		return with(parts, name, `<?xml version="1.0" encoding="UTF-8"?>`+lol+body)
	}
	files := map[string][]byte{
		"chuoi-mot-trieu-o.xlsx": sharedByMany(t, book),
		"chuoi-am.xlsx":          replaced(book, sheet, "<v>0</v>", "<v>-1</v>"),
		"dong-ngoai-trang.xlsx":  replaced(book, sheet, `<row r="3"`, `<row r="1048577"`),
		"zip-chong-cheo.xlsx":    overlapped(t, book),
		"zip-trong-zip.xlsx":     rezip(t, map[string]string{"1.zip": string(goodBook(t)), "2.zip": string(goodBook(t))}, "", 0),
		"mat-khau.ods":           with(ods, "META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`),
		"thuc-the.ods":           entities(ods, content),
		"gay-giua.ods":           cut(ods, content, "<text:p>"),
		"thuc-the.docx":          entities(docx, document),
		"gay-giua.docx":          cut(docx, document, "<w:tc>"),
		"trieu-cot.xls":          []byte("<html><table><tr>" + strings.Repeat("<td>x", 1_000_000) + "</table></html>"),
		"o-rong-ty-cot.xls":      []byte("<html><table><tr><td colspan=1000000000 rowspan=1000000000>x<tr>" + strings.Repeat("<td colspan=1000000000>y", 1000) + "</table></html>"),
		"mot-dong-40MB.csv":      bytes.Repeat([]byte("Trần Văn Thử,"), 40<<20/16),
		"mot-dong-1GB.csv":       []byte("Trần Văn Thử,"), // made long on the disk
		"van-ban.xls":            []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"),
		"anh-chup.xls":           append([]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00"), bytes.Repeat([]byte{0, 7}, 400)...),
		"cai-dat.xls":            append([]byte("MZ\x90\x00"), bytes.Repeat([]byte{0, 255}, 400)...),
	}
	for name, spoil := range map[string]func(c *compound){
		"vong-fat.xls":     func(c *compound) { c.chain(c.start, c.start) },
		"vong-fat-dai.xls": func(c *compound) { c.chain(c.start+3, c.start) },
		"vong-thu-muc.xls": func(c *compound) { c.chain(int(c.u32(48)), int(c.u32(48))) },
		"vong-nhanh.xls":   func(c *compound) { c.put(c.entry+68, 1); c.put(c.entry+72, 1); c.put(c.entry+76, 1) },
		"vong-difat.xls": func(c *compound) {
			c.put(68, uint32(c.start))
			c.put(72, 0x7FFFFFFF)
			c.put(c.sector(c.start)+508, uint32(c.start))
		},
		"vong-minifat.xls": func(c *compound) {
			c.put(c.entry+120, 4000) // a small stream lies in small sectors
			c.put(60, uint32(c.start))
			c.put(64, 0x7FFFFFFF)
			c.chain(c.start, c.start)
		},
		"to-khong-lo.xls": func(c *compound) { c.put(c.entry+120, 0x7FFFFFFF) },
		"word-cu.xls":     func(c *compound) { c.rename("WordDocument") },
		"mat-khau.xls":    func(c *compound) { binary.LittleEndian.PutUint16(c.raw[c.sector(c.start)+20:], 0x2F) }, // FilePass behind the beginning
		"chi-so-chuoi.xls": func(c *compound) {
			c.put(c.record(0xFD)+6, 0xFFFFFF)
		},
		"bang-chuoi.xls": func(c *compound) {
			at := c.record(0xFC)
			c.put(at, 0xFFFFFFFF)
			c.put(at+4, 0xFFFFFFFF)
			copy(c.raw[at+8:], "\xFF\xFF\x0D\xFF\xFF\xFF\xFF\xFF\x7F") // runs and extensions beyond everything
		},
	} {
		c := openCompound(t, fixture(t, "tcvn3.xls"))
		spoil(c)
		files[name] = c.raw
	}
	return files
}

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/sheets/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// sharedByMany is a list in which a text that stands in the file once, a megabyte
// long, is the achievement of 60,000 people.
func sharedByMany(t *testing.T, parts map[string]string) []byte {
	p := maps.Clone(parts)
	const sheet, texts = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	n := strings.Count(p[texts], "<si>")
	p[texts] = strings.Replace(p[texts], "</sst>", "<si><t>"+strings.Repeat("Hoàn thành ", 70_000)+"</t></si></sst>", 1)
	var rows strings.Builder
	for r := 4; r < 60_004; r++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="B%[1]d" t="s"><v>%d</v></c></row>`, r, n)
	}
	p[sheet] = strings.Replace(p[sheet], "</sheetData>", rows.String()+"</sheetData>", 1)
	return rezip(t, p, "", 0)
}

// overlapped is a workbook of 900 sheets that are one and the same packed part, as
// the list of contents says.
func overlapped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	p := maps.Clone(parts)
	const sheets, name = 900, "xl/worksheets/s%03d.xml"
	var list, rels strings.Builder
	for i := range sheets {
		fmt.Fprintf(&list, `<sheet name="a%d" sheetId="%[1]d" r:id="rId%[1]d"/>`, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s%03[1]d.xml"/>`, i+1)
	}
	p["xl/workbook.xml"] = `<workbook xmlns:r="r"><sheets>` + list.String() + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships>` + rels.String() + `</Relationships>`
	p[fmt.Sprintf(name, 1)] = `<worksheet><sheetData><row><c><v>1</v></c></row>` + strings.Repeat("<row/>", 2_500_000) + `</sheetData></worksheet>`
	raw := rezip(t, p, "", 0)
	le := binary.LittleEndian
	end := bytes.LastIndex(raw, []byte("PK\x05\x06"))
	at := int(le.Uint32(raw[end+16:]))
	directory := raw[at:end]
	i := bytes.Index(directory, []byte(fmt.Sprintf(name, 1))) - 46
	entry := directory[i : i+46+len(fmt.Sprintf(name, 1))+int(le.Uint16(directory[i+30:]))]
	var more []byte
	for k := 2; k <= sheets; k++ {
		again := bytes.Clone(entry)
		copy(again[46:], fmt.Sprintf(name, k))
		more = append(more, again...)
	}
	tail := bytes.Clone(raw[end:])
	count := le.Uint16(tail[10:]) + sheets - 1
	le.PutUint16(tail[8:], count)
	le.PutUint16(tail[10:], count)
	le.PutUint32(tail[12:], uint32(len(directory)+len(more)))
	return append(append(raw[:end:end], more...), tail...)
}

// compound is an .xls as bytes, with what is needed to spoil it ([MS-CFB]).
type compound struct {
	t     *testing.T
	raw   []byte
	entry int // where the directory's entry of the workbook stands
	start int // the workbook's first sector
}

func openCompound(t *testing.T, raw []byte) *compound {
	t.Helper()
	c := &compound{t: t, raw: bytes.Clone(raw)}
	c.entry = bytes.Index(c.raw, wide("Workbook"))
	if c.entry < 0 {
		t.Fatal("no workbook in the .xls")
	}
	c.start = int(c.u32(c.entry + 116))
	return c
}

func wide(s string) (out []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func (c *compound) u32(at int) uint32    { return binary.LittleEndian.Uint32(c.raw[at:]) }
func (c *compound) put(at int, v uint32) { binary.LittleEndian.PutUint32(c.raw[at:], v) }
func (c *compound) sector(n int) int     { return 512 + n*512 }
func (c *compound) chain(sector, next int) {
	c.put(c.sector(int(c.u32(76+sector/128*4)))+sector%128*4, uint32(next))
}
func (c *compound) rename(name string) {
	copy(c.raw[c.entry:c.entry+64], make([]byte, 64))
	copy(c.raw[c.entry:], wide(name))
	binary.LittleEndian.PutUint16(c.raw[c.entry+64:], uint16(2*len(name)+2))
}

// record gives where the contents of the first record of a kind stand; the stream
// of the fixture lies in one piece.
func (c *compound) record(id uint16) int {
	c.t.Helper()
	for at := c.sector(c.start); at+4 < len(c.raw); {
		if binary.LittleEndian.Uint16(c.raw[at:]) == id {
			return at + 4
		}
		at += 4 + int(binary.LittleEndian.Uint16(c.raw[at+2:]))
	}
	c.t.Fatalf("no record %#x in the .xls", id)
	return 0
}
