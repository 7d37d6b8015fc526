package press

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/model/paper"
)

// tool skips a test that needs an outside reader which is not installed.
func tool(t testing.TB, name string) string {
	t.Helper()
	p, err := exec.LookPath(name)
	if err != nil {
		t.Skip(name + " is not installed")
	}
	return p
}

func pdfOf(t testing.TB, d *paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pagesOf reads the text of each page of a PDF, as a reader gets it.
func pagesOf(t testing.TB, pdf []byte) []string {
	t.Helper()
	cmd := exec.Command(tool(t, "pdftotext"), "-raw", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

var dotted = regexp.MustCompile(`\.{4,}`)

// sameWords proves that pages hold the words of a document, in order, and nothing
// else but page numbers and the heading rows a table repeats.
func sameWords(t *testing.T, d *paper.Document, pages []string) {
	t.Helper()
	want := paper.Words(paper.Outline(d))
	var heads [][]string
	for _, p := range d.Parts {
		for _, b := range p.Blocks {
			if tb, ok := b.(*paper.Table); ok {
				only := *tb
				only.Rows = nil
				heads = append(heads, paper.Words(paper.Outline(&paper.Document{Parts: []paper.Part{{Blocks: []paper.Block{&only}}}})))
			}
		}
	}
	at := 0
	for i, pg := range pages {
		if !norm.NFC.IsNormalString(pg) {
			t.Errorf("page %d: text is not NFC", i+1)
		}
		got := paper.Words(dotted.ReplaceAllString(pg, " "))
		if len(got) > 0 && i > 0 && (at >= len(want) || got[0] != want[at]) {
			if n, err := strconv.Atoi(got[0]); err == nil && n > 1 && n <= i+1 {
				got = got[1:]
			}
		}
		for _, h := range heads {
			if i > 0 && at+len(h) <= len(want) && startsWith(got, h) && !startsWith(want[at:], h) {
				got = got[len(h):]
			}
		}
		parted := ""
		for k, w := range got {
			if at >= len(want) {
				t.Fatalf("page %d says more than the document: %q", i+1, got[k:min(k+8, len(got))])
			}
			if parted += w; parted != want[at] && strings.HasPrefix(want[at], parted) {
				continue // a word wider than its column is parted
			}
			w, parted = parted, ""
			if w != want[at] {
				t.Fatalf("page %d: %q, want %q", i+1, got[max(0, k-3):min(k+8, len(got))], want[max(0, at-3):min(at+8, len(want))])
			}
			at++
		}
	}
	if at != len(want) {
		t.Fatalf("the pages end before %q", want[at:min(at+8, len(want))])
	}
}

func startsWith(ws, h []string) bool {
	if len(h) == 0 || len(ws) < len(h) {
		return false
	}
	for i := range h {
		if ws[i] != h[i] {
			return false
		}
	}
	return true
}

func TestPDFHoldsTheWordsOfTheOutline(t *testing.T) {
	tool(t, "pdftotext")
	for name, d := range all() {
		t.Run(name, func(t *testing.T) {
			pdf := pdfOf(t, d)
			pages := pagesOf(t, pdf)
			sameWords(t, d, pages)
			if n := PageCount(pdf); n != len(pages) {
				t.Errorf("%d pages counted, pdftotext reads %d", n, len(pages))
			}
		})
	}
	t.Run("1000 rows", func(t *testing.T) {
		d := submission(1000)
		sameWords(t, d, pagesOf(t, pdfOf(t, d)))
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
	qpdf := tool(t, "qpdf")
	for name, d := range all() {
		f := filepath.Join(t.TempDir(), "x.pdf")
		if err := Write(f, d, Options{}); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(qpdf, "--check", f).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestFontsAreEmbeddedAndSubset(t *testing.T) {
	cmd := exec.Command(tool(t, "pdffonts"), "-")
	cmd.Stdin = bytes.NewReader(pdfOf(t, submission(3)))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	ls := strings.Split(strings.TrimSpace(string(out)), "\n")[2:]
	if len(ls) != 4 {
		t.Errorf("%d fonts, want the four styles:\n%s", len(ls), out)
	}
	for _, l := range ls {
		fs := strings.Fields(l)
		// name type(2) encoding emb sub uni object ID
		if !strings.Contains(fs[0], "+LiberationSerif") || strings.Join(fs[len(fs)-5:len(fs)-2], " ") != "yes yes yes" {
			t.Errorf("not embedded, subset and readable: %s", l)
		}
	}
}

func TestFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	f := filepath.Join(dir, "x.pdf")
	d := officialLetter()
	if err := Write(f, d, Options{}); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(f)
	d.Parts[0].Blocks = append(d.Parts[0].Blocks, paper.Paragraph{Text: paper.Plain("☃ đơn vị")})
	err := Write(f, d, Options{})
	if err == nil || !strings.HasPrefix(err.Error(), "press.no-glyph") || !strings.Contains(err.Error(), "☃") {
		t.Fatalf("a letter without a glyph: %v", err)
	}
	after, _ := os.ReadFile(f)
	if !bytes.Equal(before, after) {
		t.Error("a paper that could not be set has changed the file")
	}
	if es, _ := os.ReadDir(dir); len(es) != 1 {
		t.Errorf("files left behind: %v", es)
	}
	if err := Write(filepath.Join(dir, "x.odt"), officialLetter(), Options{}); err == nil {
		t.Error("an unknown ending is taken")
	}
}
