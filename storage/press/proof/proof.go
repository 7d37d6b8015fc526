// Package proof reads finished papers with other people's programs: poppler's
// pdftotext and pdffonts, qpdf, LibreOffice, and plain zip and XML for what an
// office file holds. Tests and benches use it, the program never does.
//
// Start at SameWords: what a reader gets out of a file must be the words of the
// document, in their order. A test whose program is not installed skips itself and
// names it. gauge, beside it, measures where the words stand.
//
// Glossary: proof — bản in thử, bản đọc soát.
package proof

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/model/paper"
)

// Tool finds a program, or skips the test that needs it.
func Tool(t testing.TB, name string) string {
	t.Helper()
	p, err := exec.LookPath(name)
	if err != nil {
		t.Skip(name + " is not installed")
	}
	return p
}

// Pages is the text of each page of a PDF, as a reader gets it.
func Pages(t testing.TB, pdf []byte) []string {
	t.Helper()
	cmd := exec.Command(Tool(t, "pdftotext"), "-raw", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

var dotted = regexp.MustCompile(`\.{4,}`)

// Words are the words of a text without the lines to write on.
func Words(text string) []string { return paper.Words(dotted.ReplaceAllString(text, " ")) }

// SameWords tells where pages stop holding the words of a document, in order, and
// nothing else but page numbers and the heading rows a table repeats.
func SameWords(d *paper.Document, pages []string) error {
	want := paper.Words(paper.Outline(d))
	heads := headings(d)
	at := 0
	for i, pg := range pages {
		if !norm.NFC.IsNormalString(pg) {
			return fmt.Errorf("page %d: text is not NFC", i+1)
		}
		got := Words(pg)
		n, ok := follows(got, want[at:])
		for _, rest := range over(got, heads, i+1) {
			if ok {
				break
			}
			n, ok = follows(rest, want[at:])
		}
		if !ok {
			at += n
			return fmt.Errorf("page %d of %d says %q…, want %q", i+1, len(pages), got[:min(12, len(got))], want[min(max(at-3, 0), len(want)):min(at+8, len(want))])
		}
		at += n
	}
	if at != len(want) {
		return fmt.Errorf("the pages end before %q", want[at:min(at+8, len(want))])
	}
	return nil
}

// over are a page's words without what is not the document's own: the page's number,
// heading rows that come again, both.
func over(got []string, heads [][]string, page int) (out [][]string) {
	starts := [][]string{got}
	if len(got) > 0 {
		if n, err := strconv.Atoi(got[0]); err == nil && n > 1 && n <= page {
			starts = append(starts, got[1:])
			out = append(out, got[1:])
		}
	}
	for _, ws := range starts {
		for _, h := range heads {
			if len(h) > 0 && len(ws) >= len(h) && slices.Equal(ws[:len(h)], h) {
				out = append(out, ws[len(h):])
			}
		}
	}
	return out
}

// follows tells how many of the wanted words were got, and whether all that was got
// was wanted. A word wider than its column, or parted at its hyphen, is got in parts.
func follows(got, want []string) (n int, ok bool) {
	parted := ""
	for _, w := range got {
		if n == len(want) {
			return n, false
		}
		switch parted += w; {
		case parted == want[n]:
			n, parted = n+1, ""
		case !strings.HasPrefix(want[n], parted):
			return n, false
		}
	}
	return n, parted == ""
}

// headings are the words of the heading rows of a document's tables, which come
// again on the pages a table runs over to.
func headings(d *paper.Document) (out [][]string) {
	seen := map[string]bool{}
	for _, p := range d.Parts {
		for _, b := range p.Blocks {
			if t, ok := b.(*paper.Table); ok {
				only := *t
				only.Rows = nil
				ws := paper.Words(paper.Outline(&paper.Document{Parts: []paper.Part{{Blocks: []paper.Block{&only}}}}))
				if key := strings.Join(ws, " "); !seen[key] {
					seen[key], out = true, append(out, ws)
				}
			}
		}
	}
	return out
}

// Fonts tells which faces of a PDF are not embedded, not subset or not readable.
func Fonts(t testing.TB, pdf []byte) (names []string, err error) {
	t.Helper()
	cmd := exec.Command(Tool(t, "pdffonts"), "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("pdffonts: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 3 {
		return nil, fmt.Errorf("no fonts at all: %s", out)
	}
	for _, l := range lines[2:] {
		// name type(2) encoding emb sub uni object ID
		fs := strings.Fields(l)
		if !strings.Contains(fs[0], "+") || strings.Join(fs[len(fs)-5:len(fs)-2], " ") != "yes yes yes" {
			return nil, fmt.Errorf("not embedded, subset and readable: %s", l)
		}
		names = append(names, fs[0])
	}
	return names, nil
}

// Sound tells what qpdf finds wrong with the make-up of a PDF.
func Sound(t testing.TB, pdf []byte) error {
	t.Helper()
	qpdf := Tool(t, "qpdf")
	f, err := os.CreateTemp(t.TempDir(), "*.pdf")
	if err != nil {
		return err
	}
	_, err = f.Write(pdf)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	if out, err := exec.Command(qpdf, "--check", f.Name()).CombinedOutput(); err != nil {
		return fmt.Errorf("qpdf: %s", out)
	}
	return nil
}
