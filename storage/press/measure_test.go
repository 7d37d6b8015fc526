package press

import (
	"testing"

	"thidua/model/paper"
	"thidua/storage/press/gauge"
)

// The PDFs themselves are measured against the decree: every rule on every paper.
func TestPagesKeepTheDecree(t *testing.T) {
	looked := map[string]int{}
	docs := all()
	docs["to-trinh-1000"] = submission(1000)
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			pages, err := gauge.Read(pdfOf(t, d))
			if err != nil {
				t.Fatal(err)
			}
			r := gauge.Check(d, pages)
			for i, f := range r.Findings {
				if i == 8 {
					t.Errorf("… %d more", len(r.Findings)-i)
					break
				}
				t.Error(f)
			}
			for k, n := range r.Looked {
				looked[k] += n
			}
		})
	}
	for _, r := range gauge.Rules {
		if looked[r] == 0 {
			t.Errorf("no paper was measured for: %s", r)
		}
		t.Logf("%6d × %s", looked[r], r)
	}
}

// A gauge that finds nothing wrong proves nothing unless it finds what is wrong:
// every rule is broken once on finished pages and must be named.
func TestGaugeNamesTheRuleThatIsBroken(t *testing.T) {
	word := func(text string, change func(*gauge.Word)) func([]gauge.Page) {
		return func(ps []gauge.Page) {
			for i := range ps {
				for k := range ps[i].Words {
					if w := &ps[i].Words[k]; w.Text == text {
						change(w)
						return
					}
				}
			}
			t.Fatalf("no word %q", text)
		}
	}
	size := func(pt float64) func(*gauge.Word) { return func(w *gauge.Word) { w.Size = pt } }
	right := func(by float64) func(*gauge.Word) { return func(w *gauge.Word) { w.X += by } }
	lines := func(change func(*gauge.Line)) func([]gauge.Page) {
		return func(ps []gauge.Page) {
			for k := range ps[0].Lines {
				change(&ps[0].Lines[k])
			}
		}
	}
	// lower moves the whole line a word stands on: down by a share of its step, or,
	// by 0, its last word away from the margin.
	lower := func(text string, by float64) func([]gauge.Page) {
		return func(ps []gauge.Page) {
			for i := range ps {
				y := 0.0
				for k := range ps[i].Words {
					w := &ps[i].Words[k]
					if w.Text == text && y == 0 {
						y = w.Y
					}
					if y != 0 && w.Y == y {
						if by == 0 && ps[i].Words[k+1].Y != y {
							w.X -= 1
						}
						w.Y += by
					}
				}
				if y != 0 {
					return
				}
			}
			t.Fatalf("no word %q", text)
		}
	}
	// torn sets the second word of a line far from its first; alone leaves a paragraph's
	// last word by itself.
	torn := func(ps []gauge.Page) {
		for k, w := range ps[0].Words {
			if w.Text == "Trên" {
				ps[0].Words[k+1].X = w.Right() + 2.6*w.Size/72*25.4/4
			}
		}
	}
	alone := func(ps []gauge.Page) {
		ws := ps[0].Words
		for k := range ws {
			if ws[k].Text != "Trên" {
				continue
			}
			for k++; k+1 < len(ws) && (ws[k+1].Y == ws[k].Y || ws[k+1].X < ws[k].X && ws[k+1].Y-ws[k].Y < 6); k++ {
			}
			first := k
			for ws[first-1].Y == ws[k].Y {
				first--
			}
			for i := first; i < k; i++ {
				ws[i].X, ws[i].Y = ws[i].X+300, ws[first-1].Y
			}
			return
		}
	}
	d := submission(40)
	for _, c := range []struct {
		rule  string
		doc   *paper.Document
		spoil func([]gauge.Page)
	}{
		{"chữ trên trang đúng như văn bản", d, word("TRÌNH", func(w *gauge.Word) { w.Text = "TRÍNH" })},
		{"I.1 khổ giấy A4", d, func(ps []gauge.Page) { ps[2].Width = 210 }},
		{"I.4 lề trang", d, word("Thi", func(w *gauge.Word) { w.X = 28 })},
		{"I.7 số trang", d, func(ps []gauge.Page) { ps[1].Words[0].Size = 12 }},
		{"I.7 số trang", d, func(ps []gauge.Page) { ps[1].Words[0].X += 8 }},
		{"II.1 Quốc hiệu, Tiêu ngữ", d, word("NGHĨA", size(11))},
		{"II.1 Quốc hiệu, Tiêu ngữ", d, word("lập", size(15))},
		{"II.1 đường kẻ dưới Tiêu ngữ", d, lines(func(l *gauge.Line) { l.X2 += 3 })},
		{"II.2 tên cơ quan", d, word("NỘI", func(w *gauge.Word) { w.Bold = false })},
		{"II.2 đường kẻ dưới tên cơ quan", d, lines(func(l *gauge.Line) { l.X1, l.X2 = l.X1-6, l.X2+6 })},
		{"II.3 số, ký hiệu", d, word("Số:", size(14))},
		{"II.4 địa danh, ngày tháng", d, word("Khánh", func(w *gauge.Word) { w.Italic = false })},
		{"II.5 tên loại, trích yếu", d, word("TRÌNH", right(9))},
		{"II.5 đường kẻ dưới trích yếu", d, lines(func(l *gauge.Line) { l.X1, l.X2 = l.X1+9, l.X2-9 })},
		{"II.5.b V/v", officialLetter(), word("V/v", size(14))},
		{"III.2 mức độ khẩn", officialLetter(), word("TỐC", size(12))},
		{"III.2 mức độ khẩn", officialLetter(), word("TỐC", func(w *gauge.Word) { w.Red = false })},
		{"III.2 mức độ khẩn", officialLetter(), lines(func(l *gauge.Line) {
			if l.Red {
				l.Y1, l.Y2 = l.Y1*1.1, l.Y2*1.1
			}
		})},
		{"II.6 căn cứ", d, word("Căn", func(w *gauge.Word) { w.Italic = false })},
		{"II.6 cỡ chữ, kiểu chữ nội dung", d, word("Trên", size(12))},
		{"II.6 lùi đầu dòng", d, word("Trên", right(-3))},
		{"II.6 khoảng cách đoạn, dòng", d, lower("Trên", 2)},
		{"II.6 căn đều hai lề", d, lower("Trên", 0)},
		{"II.7 người ký", d, word("PHÓ", func(w *gauge.Word) { w.Bold = false })},
		{"II.9.a Kính gửi", d, word("Kính", size(15))},
		{"II.9.b Nơi nhận", d, word("Nơi", func(w *gauge.Word) { w.Italic = false })},
		{"IV phụ lục", d, word("DANH", func(w *gauge.Word) { w.Bold = false })},
		{"dòng không giãn quá", d, torn},
		{"không để lẻ một chữ ở dòng cuối", d, alone},
		{"chữ nằm trong ô bảng", d, word("STT", func(w *gauge.Word) { w.W += 8 })},
	} {
		pages, err := gauge.Read(pdfOf(t, c.doc))
		if err != nil {
			t.Fatal(err)
		}
		c.spoil(pages)
		found := false
		for _, f := range gauge.Check(c.doc, pages).Findings {
			found = found || f.Rule == c.rule
		}
		if !found {
			t.Errorf("not seen: %s", c.rule)
		}
	}
}
