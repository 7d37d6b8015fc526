package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"thidua/model/dossier"
	"thidua/ui/kit"
	"thidua/ui/page/intake"
	"thidua/ui/words"
)

// drop lets a list of rows go over the window as a .csv file.
func (p *person) drop(name string, rows ...string) {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		p.t.Fatal(err)
	}
	p.w.Drop([]string{path})
	p.noFault()
	if r := p.w.Route(); r.Area != words.RouteIntake || r.Get("tep") == "" {
		p.t.Fatalf("after the drop the window shows %s", r)
	}
}

// Where two columns fit one field the person chooses on the page, and the rows
// can be accepted then.
func TestChoosingAColumn(t *testing.T) {
	p := sit(t)
	p.drop("hai-cot.csv", "Họ và tên,Đơn vị công tác,Hình thức đơn vị đề nghị,Hình thức Hội đồng thống nhất",
		"Trần Văn Thử,Sở Y tế,BK TTg,Giấy khen", "Lê Thị Mẫu,Sở Y tế,BK TTg,Giấy khen")
	if _, ok := look(p, func(b *kit.Button) bool { return strings.HasPrefix(b.Text, "Nhận ") && !b.Disabled() }); ok {
		t.Fatal("rows can be accepted before a column was chosen")
	}
	p.press("Dùng cột D")
	p.press("Nhận 2 dòng")
	p.press("Nhận 2 dòng") // in the dialog
	if n := p.dossiers(dossier.Received); n != 2 {
		t.Errorf("%d dossiers", n)
	}
}

// A list of 20,000 rows goes by without stutter: what is laid out is what can be
// seen, as many cells as for a short list, wherever one is in it. How long a turn of
// the wheel takes before the picture is painted is told by -v.
func TestTwentyThousandRowsScroll(t *testing.T) {
	p := sit(t)
	rows := []string{"STT,Họ và tên,Ngày sinh,Số CCCD,Chức vụ,Đơn vị công tác,Hình thức đề nghị khen thưởng"}
	for i := range 20_000 {
		rows = append(rows, fmt.Sprintf("%d,Trần Văn %c%c,%02d/%02d/19%02d,058%09d,Chuyên viên,Sở Y tế,Giấy khen", i+1, 'A'+i%26, 'a'+i/26%26, 1+i%28, 1+i%12, 60+i%40, i))
	}
	p.drop("dai.csv", rows...)
	grid, ok := look(p, func(g *kit.Grid[intake.Row]) bool { return true })
	if !ok || grid.Len() != 20_000 {
		t.Fatal("the page does not show the rows")
	}
	scroll, ok := look(p, func(s *container.Scroll) bool { return s.Content != nil && s.Content.MinSize().Height > 100_000 })
	if !ok {
		t.Fatal("the rows cannot be scrolled")
	}
	cells := func() int { return len(test.LaidOutObjects(scroll)) }
	short := cells()
	var took []time.Duration
	for range 600 {
		start := time.Now()
		scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -78)}) // three rows, as a wheel turns
		took = append(took, time.Since(start))
	}
	if scroll.Offset.Y < 600*70 {
		t.Fatalf("the rows moved %v", scroll.Offset)
	}
	amid := cells()
	scroll.ScrollToBottom()
	if end := cells(); amid > 2*short || end > 2*short || short > 3000 {
		t.Errorf("%d objects at the top, %d in the middle, %d at the end", short, amid, end)
	}
	slices.Sort(took)
	t.Logf("%d objects; one turn of the wheel: half under %v, 99 of 100 under %v", short, took[len(took)/2], took[len(took)*99/100])
}

// A nominee another unit has proposed for the same award: the person says whether the
// row is that dossier or a new one, and can take it back.
func TestARowThatMayBeADossier(t *testing.T) {
	p := sit(t)
	head := "STT,Họ và tên,Ngày sinh,Số CCCD,Chức vụ,Đơn vị công tác,Hình thức đề nghị khen thưởng"
	row := "1,Trần Thị Ví Dụ,05/03/1980,058180001299,Chuyên viên,Sở Y tế,Giấy khen"
	p.drop("mot.csv", "SỞ Y TẾ,,,,,,", head, row)
	p.press("Nhận 1 dòng")
	p.press("Nhận 1 dòng")
	before := p.dossiers(dossier.Received)
	p.drop("hai.csv", "SỞ TÀI CHÍNH,,,,,,", head, row)
	grid, ok := look(p, func(g *kit.Grid[intake.Row]) bool { return true })
	if !ok || grid.Len() != 1 {
		t.Fatal("the page does not show the row")
	}
	grid.Select(0)
	grid.OnSelect()
	p.press("Là hồ sơ số ")
	if _, ok := look(p, func(b *kit.Button) bool { return b.Text == words.MendIsNew }); !ok {
		t.Error("the dossier it is about is not shown beside it")
	}
	p.press(words.Undo)
	p.press(words.MendApart)
	p.press("Nhận 1 dòng")
	p.press("Nhận 1 dòng")
	if n := p.dossiers(dossier.Received); n != before+1 {
		t.Errorf("%d dossiers, there were %d", n, before)
	}
}
