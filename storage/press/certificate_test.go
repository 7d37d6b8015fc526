package press

import (
	"bytes"
	"math"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/paper"
	"thidua/storage/press/gauge"
)

func certificatePages(t *testing.T, d *paper.Document, by Offset) []gauge.Page {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d, Options{Offset: by}); err != nil {
		t.Fatal(err)
	}
	ps, err := gauge.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func TestCertificateTextStandsInItsBox(t *testing.T) {
	d := honours()
	ps := certificatePages(t, d, Offset{})
	if len(ps) != 3 {
		t.Fatalf("%d pages", len(ps))
	}
	for i, p := range ps {
		if math.Abs(p.Width-297) > 0.1 || math.Abs(p.Height-210) > 0.1 {
			t.Errorf("page %d is %.1f × %.1f mm", i+1, p.Width, p.Height)
		}
	}
	for i, c := range d.Parts[0].Blocks[:2] { // the third has a name that cannot fit
		k := 0
		for _, f := range c.(paper.Certificate).Fields {
			for range paper.Words(f.Text.String()) {
				w := ps[i].Words[k]
				k++
				if w.X < f.X-0.05 || w.Right() > f.X+f.W+0.05 || w.Y < f.Y || f.H > 0 && w.Y > f.Y+f.H {
					t.Errorf("page %d: %q at %.1f–%.1f, %.1f mm leaves %s", i+1, w.Text, w.X, w.Right(), w.Y, f.Name)
				}
				if w.Size < f.MinSize || w.Size > f.Size {
					t.Errorf("page %d: %q is set in %.1f points", i+1, w.Text, w.Size)
				}
			}
		}
	}
	if s := ps[0].Words[len(paper.Words(d.Parts[0].Blocks[0].(paper.Certificate).Fields[0].Text.String()))].Size; s != 26 {
		t.Errorf("a short name is set in %.1f points", s)
	}
}

func TestOffsetMovesCertificatesOnly(t *testing.T) {
	a, b := certificatePages(t, honours(), Offset{}), certificatePages(t, honours(), Offset{X: 2.5, Y: -1})
	for i := range a {
		for k := range a[i].Words {
			dx, dy := b[i].Words[k].X-a[i].Words[k].X, b[i].Words[k].Y-a[i].Words[k].Y
			if math.Abs(dx-2.5) > 0.01 || math.Abs(dy+1) > 0.01 {
				t.Fatalf("%q moved by %.2f, %.2f mm", a[i].Words[k].Text, dx, dy)
			}
		}
	}
	x, y := certificatePages(t, decision(3), Offset{}), certificatePages(t, decision(3), Offset{X: 9})
	if x[0].Words[0] != y[0].Words[0] {
		t.Error("a paper of text was moved")
	}
	if err := Encode(&bytes.Buffer{}, ".pdf", honours(), Options{Offset: Offset{X: 600}}); fault.CodeOf(err) != "press.offset" {
		t.Errorf("an offset of 600 mm: %v", err)
	}
}

func TestMisfitsAreListed(t *testing.T) {
	ms, err := Misfits(honours(), Options{})
	if err != nil || len(ms) != 1 {
		t.Fatalf("%+v, %v", ms, err)
	}
	if m := ms[0]; m.Certificate != 2 || m.Slot != "Họ và tên" || m.Width <= 2*m.Room {
		t.Errorf("%+v", m)
	}
}

func TestRulerCountsMillimetres(t *testing.T) {
	for size, w := range map[paper.Sheet]float64{paper.SheetA4: 297, paper.SheetA3: 420} {
		var b bytes.Buffer
		if err := Ruler(&b, size, Options{}); err != nil {
			t.Fatal(err)
		}
		ps, err := gauge.Read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		upright := 0
		for _, l := range ps[0].Lines {
			if l.X1 == l.X2 {
				upright++
				if math.Abs(l.X1-10*math.Round(l.X1/10)) > 0.01 {
					t.Errorf("a line at %.2f mm", l.X1)
				}
			}
		}
		if math.Abs(ps[0].Width-w) > 0.1 || upright != (int(w)-1)/10 {
			t.Errorf("%.0f mm wide, %d lines", ps[0].Width, upright)
		}
	}
}

func TestCertificatesAsASheetAreATable(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, honours())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Bằng khen")
	if err != nil || len(rows) != 4 || rows[0][1] != "Họ và tên" || rows[1][1] != "Bà Katơr Thị Ưởng" || rows[3][3] != "Số sổ vàng: 3" {
		t.Fatalf("%q %v", rows, err)
	}
}
