package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"thidua/model/fault"
	"thidua/model/intake"
)

// readWithin reads and fails when it takes more than ten seconds or makes the
// heap grow beyond 512 MiB, refused or not.
func readWithin(t *testing.T, raw []byte) (*intake.Book, error) {
	t.Helper()
	debug.FreeOSMemory()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapSys-m.HeapReleased)
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	b, err := Read(context.Background(), "x", bytes.NewReader(raw), int64(len(raw)))
	took := time.Since(start)
	close(stop)
	most := <-peak
	t.Logf("%v, heap %d MiB, %v", took.Round(time.Millisecond), most/mib, err)
	if took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if most > 512*mib {
		t.Errorf("heap grew to %d MiB", most/mib)
	}
	return b, err
}

// What is no table at all, whatever its name says.
func TestForeignFiles(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		code string
	}{
		"empty":           {"", "sheet.empty"},
		"png":             {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00\x01", 100), "sheet.picture"},
		"jpeg":            {"\xFF\xD8\xFF\xE0\x00\x10JFIF" + strings.Repeat("\x00\x01", 100), "sheet.picture"},
		"pdf":             {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "sheet.pdf"},
		"exe":             {"MZ\x90\x00\x03\x00\x00\x00" + strings.Repeat("\x00\xFF", 100), "sheet.program"},
		"rar":             {"Rar!\x1a\x07\x00", "sheet.archive"},
		"rtf":             {"{\\rtf1\\ansi", "sheet.word-old"},
		"random":          {"\x01\x02\x80\x00\x05abc\x00\x00\x1b\x1c" + strings.Repeat("\x00\x07\x08\x91", 50), "sheet.unknown-kind"},
		"zip cut":         {"PK\x03\x04\x14\x00\x06\x00\x08\x00", "sheet.damaged"},
		"ole cut":         {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 40), "sheet.damaged"},
		"page, no table":  {"<html><body><p>không có bảng</p></body></html>", "sheet.not-a-table"},
		"table, no cells": {"<html><table><tr><td></td></tr></table></html>", "sheet.empty"},
		"page cut":        {"<html><table><tr><td>a</td></tr><tr><td>b", "sheet.damaged-line"},
		"other xml":       {"<?xml version='1.0'?><note><to>x</to></note>", "sheet.unknown-kind"},
		"word xml":        {"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>", "sheet.word-old"},
		"sml cut":         {"<?xml version='1.0'?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table><Row>", "sheet.damaged-row"},
		"sml with DTD":    {"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "sheet.doctype"},
		"blank lines":     {"\r\n\r\n   \r\n", "sheet.empty"},
	} {
		if name == "blank lines" {
			c.raw = "\r\n\r\n"
		}
		wantRefused(t, name, []byte(c.raw), c.code)
	}
	archive := zipOf(t, map[string]string{"danh sach.xlsx": "x", "to trinh.pdf": "y"})
	wantRefused(t, "zip of files", archive, "sheet.archive")
	wantRefused(t, "zip of nothing", zipOf(t, nil), "sheet.archive")
	wantRefused(t, "xlsb", zipOf(t, map[string]string{"xl/workbook.bin": "x", "[Content_Types].xml": "<Types/>"}), "sheet.binary-book")
	wantRefused(t, "pptx", zipOf(t, map[string]string{"ppt/presentation.xml": "<p/>", "_rels/.rels": `<R><Relationship Id="a" Type="x/officeDocument" Target="ppt/presentation.xml"/></R>`}), "sheet.not-a-table")
	wantRefused(t, "odt", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "sheet.word-old")
	wantRefused(t, "encrypted ods", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "\x01\x02"}), "sheet.encrypted")
	wantRefused(t, "docx without table", repack(t, rawTestdata(t, "list.docx"), map[string]string{"word/document.xml": `<w:document><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>`}), "sheet.not-a-table")
	wantRefused(t, "docx cut", repack(t, rawTestdata(t, "list.docx"), map[string]string{"word/document.xml": `<w:document><w:body><w:tbl><w:tr>`}), "sheet.damaged-part")
	wantRefused(t, "ods cut", repack(t, rawTestdata(t, "rows.lo.ods"), map[string]string{"content.xml": `<office:document-content><table:table table:name="a"><table:table-row>`}), "sheet.damaged-row")
	for _, file := range []string{"one.xlsx", "one.lo.ods", "list.docx"} {
		raw := rawTestdata(t, file)
		wantRefused(t, file+" cut", raw[:len(raw)*2/3], "sheet.damaged")
		// One wrong byte in the middle of a part: the checksum tells.
		wrong := bytes.Clone(raw)
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if at, err := f.DataOffset(); err == nil && (strings.HasSuffix(f.Name, "sheet1.xml") || f.Name == "content.xml" || f.Name == "word/document.xml") {
				wrong[at+int64(f.CompressedSize64)/2] ^= 0x55
			}
		}
		if _, err := readWithin(t, wrong); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s with a wrong byte: %v", file, err)
		}
	}
}

func TestFilesOnDisk(t *testing.T) {
	dir := t.TempDir()
	if _, err := Load(filepath.Join(dir, "không có.xlsx")); fault.CodeOf(err) != "sheet.missing" {
		t.Error(err)
	}
	if _, err := Load(dir); fault.CodeOf(err) != "sheet.unreadable" {
		t.Error(err)
	}
	if _, err := Load(filepath.Join(dir, "~$ds.xlsx")); fault.CodeOf(err) != "sheet.owner-file" {
		t.Error(err)
	}
	path := filepath.Join(dir, "ds.xls") // a CSV called .xls
	if err := os.WriteFile(path, []byte(smallList), 0o600); err != nil {
		t.Fatal(err)
	}
	raw, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read(context.Background(), path, bytes.NewReader(raw), int64(len(raw)))
	if err != nil || b.Name != "ds.xls" || b.Format != "csv" {
		t.Errorf("%+v %v", b, err)
	}
	// One line of a gigabyte: told by the size, without reading it.
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); fault.CodeOf(err) != "sheet.too-big" {
		t.Error(err)
	}
}

// pattern is a reader that repeats a text without holding it.
type pattern struct {
	head, body, tail string
	times            int
}

func (p pattern) writeTo(t *testing.T, w io.Writer) {
	t.Helper()
	if _, err := io.WriteString(w, p.head); err != nil {
		t.Fatal(err)
	}
	block := strings.Repeat(p.body, 1000)
	for i := 0; i < p.times; i += 1000 {
		if _, err := io.WriteString(w, block); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := io.WriteString(w, p.tail); err != nil {
		t.Fatal(err)
	}
}

// bombOf makes an .xlsx, .ods or .docx with one huge part.
func bombOf(t *testing.T, rest map[string]string, name string, p pattern) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for n, text := range rest {
		if n == name {
			continue
		}
		part, err := w.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, text); err != nil {
			t.Fatal(err)
		}
	}
	part, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	p.writeTo(t, part)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func partsOf(t *testing.T, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("writes and unpacks gigabytes")
	}
	xlsx := partsOf(t, parts(t, sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil))
	ods := partsOf(t, rawTestdata(t, "rows.lo.ods"))
	docx := partsOf(t, rawTestdata(t, "list.docx"))
	for name, c := range map[string]struct {
		rest map[string]string
		part string
		p    pattern
	}{
		"spaces":          {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet>", strings.Repeat(" ", 1000), "</worksheet>", 60_000}},
		"empty elements":  {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet><sheetData>", "<row/>", "</sheetData></worksheet>", 3_000_000}},
		"one long text":   {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet><sheetData><row><c><v>", "1", "</v></c></row></sheetData></worksheet>", 5_000_000}},
		"open elements":   {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet>", "<a>", "</worksheet>", 3_000_000}},
		"attributes":      {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet ", `a="" `, "></worksheet>", 3_000_000}},
		"cells":           {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet><sheetData>", "<row>" + strings.Repeat("<c><v>1</v></c>", 100) + "</row>", "</sheetData></worksheet>", 60_000}},
		"shared strings":  {xlsx, "xl/sharedStrings.xml", pattern{"<sst>", "<si/>", "</sst>", 20_000_000}},
		"long strings":    {xlsx, "xl/sharedStrings.xml", pattern{"<sst>", "<si><t>" + strings.Repeat("abcdefghij", 3000) + "</t></si>", "</sst>", 2_000}},
		"fonts":           {xlsx, "xl/styles.xml", pattern{"<styleSheet><fonts>", `<font><name val="a"/></font>`, "</fonts></styleSheet>", 4_000_000}},
		"merges":          {xlsx, "xl/worksheets/sheet1.xml", pattern{"<worksheet><mergeCells>", `<mergeCell ref="A1:B2"/>`, "</mergeCells></worksheet>", 3_000_000}},
		"relations":       {xlsx, "xl/_rels/workbook.xml.rels", pattern{"<R>", `<Relationship Id="a" Type="b" Target="c"/>`, "</R>", 3_000_000}},
		"sheets":          {xlsx, "xl/workbook.xml", pattern{"<workbook>", `<sheet name="a" id="rId1"/>`, "</workbook>", 3_000_000}},
		"ods rows":        {ods, "content.xml", pattern{`<office:document-content><table:table table:name="a">`, `<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>`, `</table:table></office:document-content>`, 1000}},
		"ods spaces":      {ods, "content.xml", pattern{`<office:document-content><table:table table:name="a"><table:table-row><table:table-cell><text:p>`, `<text:s text:c="999999999"/>`, `</text:p></table:table-cell></table:table-row></table:table></office:document-content>`, 1_000_000}},
		"ods columns":     {ods, "content.xml", pattern{`<office:document-content><table:table table:name="a">`, `<table:table-column table:number-columns-repeated="2"/>`, `</table:table></office:document-content>`, 1_000_000}},
		"docx paragraphs": {docx, "word/document.xml", pattern{`<w:document><w:body>`, `<w:p><w:r><w:t>abc</w:t></w:r></w:p>`, `<w:tbl/></w:body></w:document>`, 3_000_000}},
		"docx cells":      {docx, "word/document.xml", pattern{`<w:document><w:body><w:tbl>`, `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="16000"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>`, `</w:tbl></w:body></w:document>`, 1_000_000}},
	} {
		t.Run(name, func(t *testing.T) {
			raw := bombOf(t, c.rest, c.part, c.p)
			t.Logf("%d KiB on disk", len(raw)/kib)
			_, err := readWithin(t, raw)
			if fault.KindOf(err) != fault.Refused {
				t.Error(err)
			}
		})
	}
}

// A zip whose list of contents holds a million entries.
func TestManyEntries(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range 120_000 {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: strconv.Itoa(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := readWithin(t, out.Bytes()); fault.CodeOf(err) != "sheet.bomb" {
		t.Error(err)
	}
}

// Honest sheets that look like bombs: a format or a lookup filled down
// for hundreds of thousands of rows. They are read, and the fill costs nothing to keep.
func TestPhantomRows(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a million rows")
	}
	for name, cells := range map[string]string{
		"format": `<c r="A%[1]d" s="7"/><c r="B%[1]d" s="7"/><c r="C%[1]d" s="7"/>`,
		"#N/A":   `<c r="A%[1]d" s="7" t="e"><f>VLOOKUP(B%[1]d,X!A:B,2,0)</f><v>#N/A</v></c><c r="B%[1]d" s="7" t="e"><f>VLOOKUP(C%[1]d,X!A:B,2,0)</f><v>#N/A</v></c>`,
		"empty":  `<c r="A%[1]d" s="7" t="str"><f>IF(B%[1]d="","",B%[1]d)</f><v></v></c>`,
	} {
		t.Run(name, func(t *testing.T) {
			var sheet strings.Builder
			sheet.WriteString(`<worksheet><sheetData>`)
			for i := 1; i <= 300_000; i++ {
				if i <= 3 || i == 150_000 {
					fmt.Fprintf(&sheet, `<row r="%[1]d"><c r="A%[1]d"><v>%[1]d</v></c></row>`, i)
					continue
				}
				fmt.Fprintf(&sheet, `<row r="%[1]d" spans="1:9" ht="15.75" customHeight="1">`+cells+`</row>`, i)
			}
			sheet.WriteString(`</sheetData></worksheet>`)
			raw := parts(t, sheet.String(), nil)
			t.Logf("%d MiB of XML in %d KiB", sheet.Len()/mib, len(raw)/kib)
			sheet.Reset()
			b, err := readWithin(t, raw)
			if err != nil {
				t.Fatal(err)
			}
			rows := b.Sheets[0].Rows
			if len(rows) > 4+2*maxPhantom {
				t.Errorf("%d rows kept", len(rows))
			}
			if !slices.ContainsFunc(rows, func(r intake.Row) bool { return r.Number == 150_000 }) {
				t.Error("the row in the middle is lost")
			}
		})
	}
}
