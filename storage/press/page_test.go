package press

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/paper"
	"thidua/storage/press/proof"
)

func pagesFrom(t testing.TB, part paper.Part) []page {
	t.Helper()
	var out []page
	p := newSetter(embedded(t), 0)
	if err := p.layOut(part, Offset{}, func(_ sheet, pg page) error {
		out = append(out, page{pg.number, append([]placed(nil), pg.strips...)})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

// Strips of any heights and ties: each stands on one page once and in order, none
// hangs over the foot, and where a page ends short of a tie, no place before was free.
func TestPagesHoldEveryStripOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const height = 100.0
		n := rapid.IntRange(1, 60).Draw(t, "n")
		strips := make([]strip, n)
		for i := range strips {
			strips[i] = strip{
				height: rapid.Float64Range(1, 60).Draw(t, "height"), before: rapid.Float64Range(0, 8).Draw(t, "before"),
				keep: rapid.IntRange(0, 3).Draw(t, "keep") == 0, newPage: false,
			}
		}
		at := 0
		if err := paginate(strips, height, func(pg page) error {
			if len(pg.strips) == 0 {
				return fmt.Errorf("page %d is empty", pg.number)
			}
			start := at
			bottom := 0.0
			for _, s := range pg.strips {
				if s.s != &strips[at] {
					return fmt.Errorf("page %d: not strip %d", pg.number, at)
				}
				if s.y < bottom-slip || s.y+s.s.height > height+slip && len(pg.strips) > 1 {
					return fmt.Errorf("strip %d stands at %.1f–%.1f", at, s.y, s.y+s.s.height)
				}
				bottom = s.y + s.s.height
				at++
			}
			if at < n && strips[at-1].keep {
				for k := start; k < at-1; k++ {
					if !strips[k].keep {
						return fmt.Errorf("page %d parts a tie at %d, %d was free", pg.number, at, k+1)
					}
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if at != n {
			t.Fatalf("%d of %d strips", at, n)
		}
	})
}

// A row taller than a page is parted between its lines, under the heading rows,
// and loses none of them.
func TestRowTallerThanAPage(t *testing.T) {
	tb := nomineeTable(3)
	long := strings.Repeat("Có thành tích xuất sắc trong phong trào thi đua. ", 260)
	tb.Rows[2].Cells[3] = paper.CellOf(long)
	d := &paper.Document{Title: "x", Parts: []paper.Part{{Landscape: true, Blocks: []paper.Block{tb}}}}
	pages := pagesFrom(t, d.Parts[0])
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	got := strings.Join(proof.Pages(t, pdfOf(t, d)), " ")
	if n := strings.Count(strings.Join(strings.Fields(got), " "), "Có thành tích xuất sắc trong phong trào thi đua."); n < 260-len(pages) { // one may be parted at each foot
		t.Errorf("%d of 260 sentences read whole", n)
	}
	if n := strings.Count(got, "(4)"); n != len(pages) {
		t.Errorf("the heading rows stand on %d of %d pages", n, len(pages))
	}
}

// The group rows over such a row go with it: none is left last on a page.
func TestGroupRowsGoWithATallRow(t *testing.T) {
	tb := nomineeTable(30)
	long := paper.CellOf(strings.Repeat("Có thành tích xuất sắc trong phong trào thi đua. ", 260))
	group := func(text string) paper.Row {
		return paper.Row{Kind: paper.RowGroup, Cells: []paper.Cell{{Text: paper.Plain("I")}, {Text: paper.Plain(text), Cols: len(tb.Columns) - 1}}}
	}
	for at, r := range tb.Rows { // wherever on its page the row would begin
		if at%3 != 1 || r.Kind != paper.RowBody {
			continue
		}
		x := *tb
		x.Rows = slices.Clone(tb.Rows)
		tall := x.Rows[at]
		tall.Cells = slices.Clone(tall.Cells)
		tall.Cells[3] = long
		x.Rows = slices.Concat(x.Rows[:at], []paper.Row{group("TẬP THỂ ĐỨNG TRÊN"), group("CÁ NHÂN ĐỨNG TRÊN"), tall}, x.Rows[at+1:])
		d := &paper.Document{Title: "x", Parts: []paper.Part{{Landscape: true, Blocks: []paper.Block{&x}}}}
		for n, text := range proof.Pages(t, pdfOf(t, d)) {
			if strings.Contains(text, "ĐỨNG TRÊN") && (!strings.Contains(text, "TẬP THỂ ĐỨNG TRÊN") || !strings.Contains(text, "CÁ NHÂN ĐỨNG TRÊN") || !strings.Contains(text, "thành tích xuất sắc")) {
				t.Errorf("row %d, page %d: the group rows stand alone", at, n+1)
			}
		}
	}
}

func TestPageBreakAndEmptyPart(t *testing.T) {
	p := paper.Paragraph{Text: paper.Plain("Nội dung.")}
	if n := len(pagesFrom(t, paper.Part{Blocks: []paper.Block{p, paper.PageBreak{}, p}})); n != 2 {
		t.Errorf("a page break gives %d pages", n)
	}
	if n := len(pagesFrom(t, paper.Part{Blocks: []paper.Block{p, paper.PageBreak{}}})); n != 1 {
		t.Errorf("a page break at the end gives %d pages", n)
	}
	if n := len(pagesFrom(t, paper.Part{})); n != 1 {
		t.Errorf("an empty part gives %d pages", n)
	}
}

// A column is as wide as its widest word when there is room; shares divide the rest.
func TestColumnsHoldTheirWords(t *testing.T) {
	p := newSetter(embedded(t), 400)
	tb := &paper.Table{Columns: []paper.Column{{Share: 1}, {Share: 60}, {Share: 39}},
		Head: []paper.Row{{Cells: paper.CellsOf("STT", "Nội dung", "Tiền")}}, Rows: []paper.Row{{Cells: paper.CellsOf("1", "Tặng", "49.390.000")}}}
	ls := p.tableLines(tb)
	if w := ls[1] - ls[0]; w < p.measure("STT", bold, tableSize)+2*cellPadX || w > 50 {
		t.Errorf("the first column is %.1f points wide", w)
	}
	if r := (ls[2] - ls[1]) / (ls[3] - ls[2]); ls[3] != 400 || r < 60./39-0.01 || r > 60./39+0.01 {
		t.Errorf("the others stand %.2f to 1 in %.0f points", r, ls[3])
	}
	tb.Rows[0].Cells[0] = paper.CellOf(strings.Repeat("dàiquá", 60))
	if w := p.tableLines(tb)[1]; w > 50 {
		t.Errorf("a word no column can hold makes it %.1f points wide", w)
	}
	p.width = 60 // less than the words need: shares alone
	if ls := p.tableLines(tb); ls[1] > 1 || ls[3] != 60 {
		t.Errorf("%v", ls)
	}
}
