package proof

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/assets/fonts"
	"thidua/model/paper"
)

// faceFiles are the names of Times New Roman's files on Windows: upright, bold,
// italic, bold italic.
var faceFiles = [4]string{"times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"}

// Office turns office files into PDFs of the same names in dir by LibreOffice, all
// in one run. Its Times New Roman is the face our PDF is set in.
func Office(t testing.TB, dir string, files ...string) {
	t.Helper()
	soffice := Tool(t, "soffice")
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
	text := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>` + faces + `</dir><cachedir>` + filepath.Join(dir, "cache") + `</cachedir>` +
		`<alias binding="same"><family>Times New Roman</family><prefer><family>` + fonts.SerifName + `</family></prefer></alias></fontconfig>`
	if err := os.WriteFile(conf, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}, files...)...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// DOCX is the text of a .docx as any reader would get it: w:t in order; paragraphs,
// breaks and tabs as white space. Every part must be well formed.
func DOCX(data []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".odttf") {
			continue // a face
		}
		if err := docxPart(f, &out); err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return out.String(), nil
}

func docxPart(f *zip.File, out *strings.Builder) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	dec := xml.NewDecoder(r)
	inText := false
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
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
}

// XLSX is the text of a workbook, sheet by sheet, row by row.
func XLSX(data []byte) (string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	defer f.Close()
	var out strings.Builder
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			return "", err
		}
		for _, r := range rows {
			out.WriteString(strings.Join(r, " ") + "\n")
		}
	}
	return out.String(), nil
}

// figures are compared without their separators: those are the PC's, not ours.
var figures = regexp.MustCompile(`^[0-9][0-9.,]*%?$`)

// SameText tells where the text of an office file, which has no pages, stops being
// the words of a document.
func SameText(d *paper.Document, text string) error {
	bare := func(ws []string) []string {
		for i, w := range ws {
			if figures.MatchString(w) {
				ws[i] = strings.NewReplacer(".", "", ",", "").Replace(w)
			}
		}
		return ws
	}
	got, want := bare(Words(text)), bare(paper.Words(paper.Outline(d)))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return fmt.Errorf("%q, want %q", cut(got, i), cut(want, i))
		}
	}
	return nil
}

func cut(ws []string, i int) []string { return ws[min(max(i-3, 0), len(ws)):min(i+8, len(ws))] }
