package sheet

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/fault"
	"thidua/model/intake"
)

func readBytes(tb testing.TB, name string, raw []byte) *intake.Book {
	tb.Helper()
	b, err := Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return b
}

func readTestdata(tb testing.TB, name string) *intake.Book {
	tb.Helper()
	return readBytes(tb, name, rawTestdata(tb, name))
}

func rawTestdata(tb testing.TB, name string) []byte {
	tb.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

// wantRefused checks that the bytes are refused with a code.
func wantRefused(tb testing.TB, name string, raw []byte, code string) error {
	tb.Helper()
	b, err := Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
	if err == nil {
		tb.Errorf("%s: accepted\n%s", name, outline(b))
		return nil
	}
	if fault.KindOf(err) != fault.Refused || fault.CodeOf(err) != code {
		tb.Errorf("%s: %v, want %s", name, err, code)
	}
	return err
}

// outline writes a Book as text: a line per cell, what is usual left out.
func outline(b *intake.Book) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s\n", b.Format, b.Charset)
	for _, g := range b.Sheets {
		fmt.Fprintf(&out, "= %s", g.Name)
		if g.Hidden {
			out.WriteString(" (hidden)")
		}
		for _, m := range g.Merges {
			fmt.Fprintf(&out, " %s:%s", cellName(m.Left, m.Top), cellName(m.Right, m.Bottom))
		}
		for _, c := range g.HiddenCols {
			fmt.Fprintf(&out, " -%s", strings.TrimRight(cellName(c, 1), "1"))
		}
		out.WriteByte('\n')
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				fmt.Fprintf(&out, "%s %s\n", cellName(c.Col, r.Number), cellOutline(b, r, c))
			}
		}
	}
	return out.String()
}

func cellOutline(b *intake.Book, r intake.Row, c intake.Cell) string {
	s := ""
	switch c.Kind {
	case intake.Text:
		s = fmt.Sprintf("%q", c.Text)
	case intake.Number:
		s = fmt.Sprintf("%g %s", c.Num, c.Text)
	case intake.DateNum:
		s = fmt.Sprintf("day %g %s", c.Num, c.Text)
	case intake.Bool:
		s = "bool " + c.Text
	case intake.Failure:
		s = "failure " + c.Text
	case intake.Unsaved:
		s = "unsaved " + c.Text
	}
	if f := b.Fonts[c.Font]; f != "" {
		s += " {" + f + "}"
	}
	if c.Formula {
		s += " formula"
	}
	if c.Struck {
		s += " struck"
	}
	if r.Hidden {
		s += " hidden"
	}
	return s
}

func wantOutline(t *testing.T, b *intake.Book, want string) {
	t.Helper()
	want = strings.TrimPrefix(want, "\n")
	if d := cmp.Diff(want, outline(b)); d != "" {
		t.Errorf("%s (-want +got):\n%s", b.Name, d)
	}
}

// find gives the cell of a reference in the first sheet that has it.
func find(b *intake.Book, ref string) (intake.Row, intake.Cell, bool) {
	for _, g := range b.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if cellName(c.Col, r.Number) == ref {
					return r, c, true
				}
			}
		}
	}
	return intake.Row{}, intake.Cell{}, false
}
