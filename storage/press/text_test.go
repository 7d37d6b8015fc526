package press

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/paper"
	"thidua/storage/press/proof"
)

// writeFile writes a document in the format of the file's ending.
func writeFile(t testing.TB, path string, d *paper.Document) {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, filepath.Ext(path), d, Options{}); err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func pdfOf(t testing.TB, d *paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPDFHoldsTheWordsOfTheOutline(t *testing.T) {
	for name, d := range all() {
		t.Run(name, func(t *testing.T) {
			pdf := pdfOf(t, d)
			pages := proof.Pages(t, pdf)
			if err := proof.SameWords(d, pages); err != nil {
				t.Error(err)
			}
			if n := PageCount(pdf); n != len(pages) {
				t.Errorf("%d pages counted, pdftotext reads %d", n, len(pages))
			}
		})
	}
	t.Run("1000 rows", func(t *testing.T) {
		d := submission(1000)
		if err := proof.SameWords(d, proof.Pages(t, pdfOf(t, d))); err != nil {
			t.Error(err)
		}
	})
}

func TestSameFactsGiveTheSameBytes(t *testing.T) {
	for name := range all() {
		if !bytes.Equal(pdfOf(t, all()[name]), pdfOf(t, all()[name])) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

func TestPDFIsSound(t *testing.T) {
	for name, d := range all() {
		if err := proof.Sound(t, pdfOf(t, d)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFontsAreEmbeddedAndSubset(t *testing.T) {
	names, err := proof.Fonts(t, pdfOf(t, submission(3)))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 4 {
		t.Errorf("want the four styles: %q", names)
	}
	for _, n := range names {
		if !strings.Contains(n, "+LiberationSerif") {
			t.Errorf("set in %s", n)
		}
	}
}

func TestALetterWithoutAGlyphIsAFault(t *testing.T) {
	d := officialLetter()
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, paper.Paragraph{Text: paper.Plain("☃ đơn vị")})
	err := PDF(io.Discard, d, Options{})
	if err == nil || !strings.HasPrefix(err.Error(), "press.no-glyph") || !strings.Contains(err.Error(), "☃") {
		t.Fatalf("a letter without a glyph: %v", err)
	}
}

func TestEncodeKnowsItsEndings(t *testing.T) {
	if err := Encode(io.Discard, ".odt", officialLetter(), Options{}); fault.CodeOf(err) != "press.ending" {
		t.Errorf("an unknown ending: %v", err)
	}
}
