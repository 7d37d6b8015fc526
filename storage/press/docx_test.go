package press

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/assets/fonts"
	"thidua/model/paper"
)

func docxOf(t testing.TB, d *paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := DOCX(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// docxText reads the text of a .docx as any reader would: w:t in order, paragraphs,
// breaks and tabs as white space.
func docxText(t testing.TB, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		dec := xml.NewDecoder(r)
		inText := false
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s is not well formed: %v", f.Name, err)
			}
			if f.Name != "word/document.xml" {
				continue
			}
			switch e := tok.(type) {
			case xml.StartElement:
				inText = e.Name.Local == "t"
				if e.Name.Local == "p" || e.Name.Local == "br" || e.Name.Local == "tab" {
					out.WriteString(" ")
				}
			case xml.EndElement:
				inText = false
			case xml.CharData:
				if inText {
					out.Write(e)
				}
			}
		}
		r.Close()
	}
	return out.String()
}

func TestDOCXHoldsTheWordsOfTheOutline(t *testing.T) {
	for name, d := range all() {
		t.Run(name, func(t *testing.T) {
			data := docxOf(t, d)
			if !bytes.Equal(data, docxOf(t, all()[name])) {
				t.Error("two runs differ")
			}
			want := strings.Join(paper.Words(paper.Outline(d)), " ")
			got := strings.Join(paper.Words(dotted.ReplaceAllString(docxText(t, data), " ")), " ")
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
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
	"trPr":   "cantSplit tblHeader",
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
						at := slices.Index(strings.Fields(childOrder[stack[n].name]), e.Name.Local)
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

// office turns files into PDF by LibreOffice, whose Times New Roman is the face the
// PDF is set in.
func office(t testing.TB, dir string, files ...string) {
	t.Helper()
	soffice := tool(t, "soffice")
	faces := filepath.Join(dir, "faces")
	if err := os.MkdirAll(faces, 0o755); err != nil {
		t.Fatal(err)
	}
	for i, f := range faceFiles {
		if err := os.WriteFile(filepath.Join(faces, f), fonts.Serif(i&1 != 0, i&2 != 0), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	conf := filepath.Join(dir, "fonts.conf")
	xml := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>` + faces + `</dir><cachedir>` + filepath.Join(dir, "cache") + `</cachedir>` +
		`<alias binding="same"><family>Times New Roman</family><prefer><family>` + fonts.SerifName + `</family></prefer></alias></fontconfig>`
	if err := os.WriteFile(conf, []byte(xml), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}, files...)...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// The .docx opened by LibreOffice is the same paper: the same words on the same
// number of pages.
func TestDOCXIsTheSamePaperInLibreOffice(t *testing.T) {
	tool(t, "soffice")
	tool(t, "pdftotext")
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	dir := t.TempDir()
	docs := all()
	docs["to-trinh-200"] = submission(200)
	var files []string
	for name, d := range docs {
		f := filepath.Join(dir, name+".docx")
		if err := Write(f, d, Options{}); err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	office(t, dir, files...)
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, name+".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			got := pagesOf(t, data)
			sameWords(t, d, got)
			if want := pagesOf(t, pdfOf(t, d)); len(got) != len(want) {
				t.Errorf("%d pages, the PDF has %d", len(got), len(want))
			}
		})
	}
}
