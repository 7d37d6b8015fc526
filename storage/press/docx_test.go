package press

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/model/paper"
	"thidua/storage/press/proof"
)

func docxOf(t testing.TB, d *paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := DOCX(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDOCXHoldsTheWordsOfTheOutline(t *testing.T) {
	for name, d := range all() {
		t.Run(name, func(t *testing.T) {
			data := docxOf(t, d)
			if !bytes.Equal(data, docxOf(t, all()[name])) {
				t.Error("two runs differ")
			}
			text, err := proof.DOCX(data)
			if err == nil {
				err = proof.SameText(d, text)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// childOrder is the order ECMA-376 lays down for what we write inside an element.
// Word refuses a file whose elements stand in another.
var childOrder = map[string]string{
	"pPr":    "pStyle keepNext keepLines pageBreakBefore framePr pBdr tabs spacing ind jc outlineLvl rPr sectPr",
	"rPr":    "rFonts b bCs i iCs color kern sz szCs lang",
	"tblPr":  "tblW jc tblInd tblBorders tblLayout tblCellMar",
	"trPr":   "cantSplit trHeight tblHeader",
	"tcPr":   "tcW gridSpan vMerge vAlign",
	"sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg",
	"tbl":    "tblPr tblGrid tr",
	"tr":     "trPr tc",
	"tc":     "tcPr p",
	"style":  "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr",
}

func TestDOCXElementsStandInTheirOrder(t *testing.T) {
	seen := map[string]bool{}
	for name, d := range all() {
		data := docxOf(t, d)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"word/document.xml", "word/styles.xml"} {
			r, err := z.Open(part)
			if err != nil {
				t.Fatal(err)
			}
			type open struct {
				name string
				at   int
				last string
			}
			var stack []open
			dec := xml.NewDecoder(r)
			for {
				tok, err := dec.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				switch e := tok.(type) {
				case xml.StartElement:
					if n := len(stack) - 1; n >= 0 && childOrder[stack[n].name] != "" {
						child := e.Name.Local
						if stack[n].name == "tc" && child == "tbl" {
							child = "p" // text and tables stand in any order in a cell
						}
						at := slices.Index(strings.Fields(childOrder[stack[n].name]), child)
						if at < stack[n].at {
							t.Fatalf("%s %s: %s stands after %s in %s", name, part, e.Name.Local, stack[n].last, stack[n].name)
						}
						seen[stack[n].name] = true
						stack[n].at, stack[n].last = at, e.Name.Local
					}
					stack = append(stack, open{name: e.Name.Local})
				case xml.EndElement:
					if n := len(stack) - 1; stack[n].name == "tc" && stack[n].last != "p" {
						t.Fatalf("%s: a cell does not end in a paragraph", name)
					}
					stack = stack[:len(stack)-1]
				}
			}
			r.Close()
		}
	}
	for e := range childOrder {
		if !seen[e] {
			t.Errorf("no paper has %s", e)
		}
	}
}

// The faces a .docx carries, unscrambled, are faces with every letter of the paper.
func TestDOCXCarriesItsFaces(t *testing.T) {
	data := docxOf(t, submission(3))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 500_000 {
		t.Errorf("%d bytes", len(data))
	}
	key := []byte{0x40, 0x3F, 0x2E, 0x1D, 0x8C, 0x6B, 0x25, 0x9A, 0x68, 0x4E, 0x1B, 0x7D, 0x52, 0x4A, 0x3C, 0x0F}
	for i := range 4 {
		r, err := z.Open(fmt.Sprintf("word/fonts/font%d.odttf", i+1))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for k := range 32 {
			b[k] ^= key[k%16]
		}
		f, err := parseSFNT(b)
		if err != nil {
			t.Fatal(err)
		}
		whole := embedded(t).faces[i]
		for _, c := range "ỦyỞữẵộĐđơưẠỵ“”–₫0" {
			if g := f.letter(c).glyph; g == 0 || !bytes.HasPrefix(f.glyph(int(g)), whole.glyph(int(g))) || len(f.glyph(int(g))) == 0 {
				t.Errorf("face %d: %c has no outline", i+1, c)
			}
		}
	}
}

// The .docx opened by LibreOffice is the same paper: the same words on the same
// number of pages.
func TestDOCXIsTheSamePaperInLibreOffice(t *testing.T) {
	proof.Tool(t, "soffice")
	proof.Tool(t, "pdftotext")
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	dir := t.TempDir()
	docs := all()
	docs["to-trinh-200"] = submission(200)
	var files []string
	for name, d := range docs {
		f := filepath.Join(dir, name+".docx")
		writeFile(t, f, d)
		files = append(files, f)
	}
	proof.Office(t, dir, files...)
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, name+".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			got := proof.Pages(t, data)
			if err := proof.SameWords(d, got); err != nil {
				t.Error(err)
			}
			if want := proof.Pages(t, pdfOf(t, d)); len(got) != len(want) {
				t.Errorf("%d pages, the PDF has %d", len(got), len(want))
			}
		})
	}
}
