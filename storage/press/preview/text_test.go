package preview

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/model/fault"
)

// shared is a folder for what pdfium compiles to: once for all tests here.
func shared(t *testing.T) Options {
	t.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = t.TempDir()
	}
	return Options{CacheFolder: filepath.Join(dir, "ThiDua")}
}

// drawn is a PDF whose pages draw what is given, deflated.
func drawn(t *testing.T, pages ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	for i, p := range pages {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write([]byte(p)) // into memory
		_ = w.Close()
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i)
		object("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", z.Len(), z.String())
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

const (
	picture = "0.5 g 50 50 400 600 re f"
	letters = "BT /F1 12 Tf 72 700 Td (Bao cao thanh tich) Tj 0 -20 Td (Tran Van Thu) Tj ET"
)

func TestWhatAPDFSays(t *testing.T) {
	text, err := Text(context.Background(), sample(t), shared(t))
	if err != nil || !strings.Contains(text, "TỜ TRÌNH\nKính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.\n") || !strings.Contains(text, "DANH SÁCH") {
		t.Errorf("%q, %v", text, err)
	}
	for name, x := range map[string]struct {
		pdf  []byte
		text string
		code string
	}{
		"letters":                 {drawn(t, letters), "Bao cao thanh tich\nTran Van Thu\n\f", ""},
		"cells, drawn last first": {drawn(t, "BT /F1 12 Tf 300 700 Td (Pho Giam doc) Tj -228 0 Td (Tran Van) Tj 0 -14 Td (Thu) Tj ET"), "Tran Van\tPho Giam doc\nThu\n\f", ""},
		"a scan":                  {drawn(t, picture, picture), "", "press.scan"},
		"a scan behind text":      {drawn(t, letters, picture), "Bao cao thanh tich\nTran Van Thu\n\f", "press.scan-part"},
		"no PDF":                  {[]byte("%PDF-1.4 ..."), "", "press.preview-open"},
		"too many pages":          {drawn(t, make([]string, textPages+1)...), "", "press.text-much"},
		"too large":               {make([]byte, textFile+1), "", "press.text-much"},
	} {
		text, err := Text(context.Background(), x.pdf, shared(t))
		if text != x.text || fault.CodeOf(err) != x.code {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Text(gone, drawn(t, letters), shared(t)); fault.KindOf(err) != fault.Canceled {
		t.Errorf("nobody waits for it any more: %v", err)
	}
}

// A page that swells beyond measure ends by itself, in time, and takes nothing along.
func TestAHostilePDFEnds(t *testing.T) {
	for name, pdf := range map[string][]byte{
		"swollen":    drawn(t, strings.Repeat("q 1 0 0 1 0 0 cm 0 0 m 9 9 l S Q\n", 3<<20)),
		"many words": drawn(t, "BT /F1 1 Tf 1 1 Td "+strings.Repeat("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 1<<19)+" ET"),
	} {
		start := time.Now()
		text, err := Text(context.Background(), pdf, shared(t))
		took := time.Since(start)
		if fault.CodeOf(err) != "press.text-much" || text != "" || took > textTime+time.Minute {
			t.Errorf("%s: %d bytes of text after %v: %v", name, len(text), took, err)
		}
	}
	if _, err := Text(context.Background(), drawn(t, letters), shared(t)); err != nil {
		t.Errorf("the next file: %v", err)
	}
}
