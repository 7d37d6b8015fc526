package sheet

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thidua/model/fault"
	"thidua/model/intake"
)

// Run one with, say,
//
//	go test ./storage/sheet -run XXX -fuzz FuzzXLSX -fuzztime 5m -fuzzminimizetime 10x
//
// Without the last flag every input that reaches something new is made shorter for a
// minute, and nothing else is done meanwhile.

// fuzzSource reads without the net of Read that catches a panic, and with small
// limits, so that the fuzzer finds both.
func fuzzSource(raw []byte) *source {
	return &source{ctx: context.Background(), name: "x", r: bytes.NewReader(raw), size: int64(len(raw)), keep: mib, show: mib, inflate: 2 * mib}
}

// tooLong tells inputs that only take time: what a reader does wrong it does in
// little.
func tooLong(parts ...[]byte) bool {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	return n > 24*kib
}

// checkBook holds what every reader promises.
func checkBook(t *testing.T, b *intake.Book, err error) {
	t.Helper()
	if err != nil {
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Refused {
			t.Fatalf("not a refusal: %v", err)
		}
		if b != nil {
			t.Fatal("a book and a fault")
		}
		return
	}
	rows := 0
	for _, g := range b.Sheets {
		last := 0
		rows += len(g.Rows)
		for _, r := range g.Rows {
			if r.Number <= last || r.Number > maxRows {
				t.Fatalf("row %d after %d", r.Number, last)
			}
			last = r.Number
			if len(r.Cells) == 0 {
				t.Fatalf("row %d is empty", r.Number)
			}
			col := -1
			for _, c := range r.Cells {
				if c.Col <= col || c.Col >= maxCols {
					t.Fatalf("row %d: column %d after %d", r.Number, c.Col, col)
				}
				col = c.Col
				if c.Font < 0 || c.Font >= len(b.Fonts) {
					t.Fatalf("font %d of %d", c.Font, len(b.Fonts))
				}
				if c.Kind == intake.Text && c.Text == "" {
					t.Fatal("an empty text")
				}
			}
		}
		for _, m := range g.Merges {
			if m.Top < 1 || m.Left < 0 || m.Bottom < m.Top || m.Right < m.Left || m.Bottom > last {
				t.Fatalf("merge %v", m)
			}
		}
		for i, c := range g.HiddenCols {
			if c < 0 || i > 0 && c <= g.HiddenCols[i-1] {
				t.Fatalf("hidden columns %v", g.HiddenCols)
			}
		}
	}
	if rows == 0 || b.Fonts[0] != "" {
		t.Fatal("a book without rows")
	}
}

func addFiles(f *testing.F, patterns ...string) {
	for _, p := range patterns {
		files, err := filepath.Glob("testdata/" + p)
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: %v", p, err)
		}
		for _, name := range files {
			raw, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(raw)
		}
	}
}

// FuzzRead takes any bytes for a file of any kind.
func FuzzRead(f *testing.F) {
	addFiles(f, "*.xlsx", "*.xls", "*.ods", "*.docx", "web.*", "samples/*.csv")
	f.Add([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>=C3=A4=\r\n</table>\r\n--x--\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if tooLong(raw) {
			return
		}
		b, err := fuzzSource(raw).read()
		checkBook(t, b, err)
	})
}

// FuzzXLSX takes the parts of a workbook, which a fuzzer cannot reach through
// the packing.
func FuzzXLSX(f *testing.F) {
	for _, name := range []string{"one.xlsx", "one.lo.xlsx", "rows.lo.xlsx"} {
		p := partsForFuzz(f, name)
		f.Add([]byte(p["xl/worksheets/sheet1.xml"]), []byte(p["xl/sharedStrings.xml"]), []byte(p["xl/styles.xml"]))
	}
	f.Add([]byte(sheetOf(`<row r="2"><c r="A2" t="s"><v>0</v></c></row>`)), []byte(`<sst><si><r><rPr><rFont val="a"/><strike/></rPr><t>a</t></r></si></sst>`), []byte(`<styleSheet/>`))
	f.Fuzz(func(t *testing.T, sheet, shared, styles []byte) {
		if tooLong(sheet, shared, styles) {
			return
		}
		raw := parts(t, string(sheet), map[string]string{"xl/sharedStrings.xml": string(shared), "xl/styles.xml": string(styles)})
		b, err := fuzzSource(raw).read()
		checkBook(t, b, err)
	})
}

func partsForFuzz(f *testing.F, name string) map[string]string {
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		f.Fatal(err)
	}
	p, err := openPack(fuzzSource(raw))
	if err != nil {
		f.Fatal(err)
	}
	out := map[string]string{}
	for _, part := range p.parts {
		rc, err := p.open(part.Name)
		if err != nil {
			f.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(rc); err != nil {
			f.Fatal(err)
		}
		out[part.Name] = b.String()
	}
	return out
}

// FuzzXLS takes the stream of an .xls.
func FuzzXLS(f *testing.F) {
	for _, name := range []string{"one.lo.xls", "rows.lo.xls", "samples/tcvn3.xls"} {
		raw, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw[512:])
	}
	for _, version := range []uint16{biff5, biff8} {
		w := &biffWriter{version: version}
		w.begin(func() {
			if version == biff8 {
				w.rec(recSST, u32(1), u32(1), w.long("a"))
			}
		})
		f.Add(w.book(map[string]func(){"a": func() {
			w.rec(recLabel, u16(0, 0, 1), w.long("a"))
			w.rec(recRString, u16(0, 1, 1), w.long("abc"), u16(1, 0, 6))
			w.rec(recFormula, u16(1, 0, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
			w.rec(recString, w.long("abc"))
			w.rec(recMulRK, u16(2, 0), u16(0), u32(6), u16(2), u32(6), u16(1))
			w.rec(recMerged, u16(1), u16(0, 1, 0, 0))
		}}, "a"))
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		if tooLong(stream) {
			return
		}
		b, err := readBIFF(fuzzSource(nil), stream)
		checkBook(t, b, err)
	})
}

// FuzzODS takes content.xml.
func FuzzODS(f *testing.F) {
	for _, name := range []string{"one.lo.ods", "rows.lo.ods", "y1904.lo.ods"} {
		f.Add([]byte(partsForFuzz(f, name)["content.xml"]))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if tooLong(content) {
			return
		}
		b, err := fuzzSource(nil).readFlatODS(content)
		checkBook(t, b, err)
	})
}

// FuzzDOCX takes document.xml and styles.xml.
func FuzzDOCX(f *testing.F) {
	p := partsForFuzz(f, "list.docx")
	f.Add([]byte(p["word/document.xml"]), []byte(p["word/styles.xml"]))
	f.Fuzz(func(t *testing.T, document, styles []byte) {
		if tooLong(document, styles) {
			return
		}
		raw := zipOf(t, map[string]string{
			"word/document.xml":            string(document),
			"word/styles.xml":              string(styles),
			"word/_rels/document.xml.rels": `<R><Relationship Id="a" Type="x/styles" Target="styles.xml"/></R>`,
		})
		b, err := fuzzSource(raw).read()
		checkBook(t, b, err)
		if _, err := fuzzSource(raw).wordProse(); err != nil && fault.KindOf(err) != fault.Refused {
			t.Fatalf("not a refusal: %v", err)
		}
	})
}

// FuzzHTML takes a web page.
func FuzzHTML(f *testing.F) {
	addFiles(f, "*.html")
	f.Add([]byte(`<table><tr><td rowspan=2 colspan=3>a<table><tr><td>b</table><td x:num=1>c<tr><td>d`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if tooLong(raw) {
			return
		}
		b, err := fuzzSource(nil).readHTML(raw)
		checkBook(t, b, err)
	})
}

// FuzzSpreadsheetML takes the XML of Excel 2003.
func FuzzSpreadsheetML(f *testing.F) {
	addFiles(f, "web.xml")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if tooLong(raw) {
			return
		}
		b, err := fuzzSource(nil).readSpreadsheetML(raw)
		checkBook(t, b, err)
	})
}

// FuzzText takes .csv and .txt.
func FuzzText(f *testing.F) {
	addFiles(f, "samples/*.csv")
	f.Add([]byte("sep=,\na,\"b\"\"c\nd\",e\r\r\n=\"1\""))
	f.Add([]byte("\xff\xfea\x00;\x00b\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if tooLong(raw) {
			return
		}
		b, err := fuzzSource(nil).readText(raw)
		checkBook(t, b, err)
	})
}
