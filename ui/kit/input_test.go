package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/model/fault"
	"thidua/model/when"
)

func TestReadDate(t *testing.T) {
	for in, want := range map[string]string{
		"5/6/26": "2026-06-05", "05/06/2026": "2026-06-05", "050626": "2026-06-05", "05062026": "2026-06-05",
		"5.6.2026": "2026-06-05", "5-6-26": "2026-06-05", " 5/6/80 ": "1980-06-05", "2026-06-05": "2026-06-05",
		"29/02/2024": "2024-02-29", "": "",
	} {
		if d, ok := ReadDate(in, 2026, false); !ok || d.String() != want {
			t.Errorf("%q reads %q %v, want %q", in, d, ok, want)
		}
	}
	for _, in := range []string{"29/02/2026", "31/4/26", "5/13/26", "abc", "5/6", "2026", "000026", "1/1/1", "5/6/26/7", "٣/٤/٢٦", "00/05/2026"} {
		if d, ok := ReadDate(in, 2026, false); ok {
			t.Errorf("%q reads %q", in, d)
		}
	}
	for in, want := range map[string]string{"1980": "1980", "6/2026": "2026-06", "3/80": "1980-03"} {
		if d, ok := ReadDate(in, 2026, true); !ok || d.String() != want {
			t.Errorf("%q reads %q %v, want %q", in, d, ok, want)
		}
	}
}

func TestReadDateReadsBackWhatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := when.Of(1930, 1, 1).AddDays(rapid.IntRange(0, 60000).Draw(t, "days"))
		for _, s := range []string{d.Slash(), d.Office(), d.String(), fmt.Sprintf("%02d%02d%04d", d.Day(), d.Month(), d.Year())} {
			if got, ok := ReadDate(s, 2026, false); !ok || got != d {
				t.Fatalf("%q reads %v %v, want %v", s, got, ok, d)
			}
		}
	})
}

func TestDateEntry(t *testing.T) {
	d := NewDateEntry(when.Of(2026, 11, 23), false)
	win := shown(t, d, 200, 40)
	var told []when.Date
	d.OnChange = func(v when.Date) { told = append(told, v) }
	win.Canvas().Focus(d.Entry)
	test.Type(d.Entry, "22112026")
	win.Canvas().Unfocus()
	if d.Entry.Text != "22/11/2026" {
		t.Errorf("shows %q after it was left", d.Entry.Text)
	}
	if v, ok := d.Date(); !ok || v != when.Of(2026, 11, 22) {
		t.Errorf("holds %v %v", v, ok)
	}
	if len(told) == 0 || told[len(told)-1] != when.Of(2026, 11, 22) {
		t.Errorf("told %v", told)
	}
	d.Entry.SetText("31/11/2026")
	if _, ok := d.Date(); ok {
		t.Error("31/11 is taken for a day")
	}
}

func TestMonthStartsOnMonday(t *testing.T) {
	test.NewTempApp(t)
	picked := when.Date(0)
	m := newMonth(when.Of(2026, 11, 23), when.Of(2026, 11, 23), func(d when.Date) { picked = d }, func() {})
	if m.title.Text != "Tháng 11 năm 2026" {
		t.Errorf("title %q", m.title.Text)
	}
	if first := m.days.Objects[0].(*day).d; first.Time().Weekday() != 1 || first > when.Of(2026, 11, 1) {
		t.Errorf("first day is %v", first)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if picked != when.Of(2026, 12, 22) {
		t.Errorf("picked %v", picked)
	}
}

func TestEntryIsNFC(t *testing.T) {
	e := NewEntry()
	win := shown(t, e, 300, 40)
	win.Canvas().Focus(e)
	for _, r := range norm.NFD.String("Nguyễn Thị Phượng") {
		e.TypedRune(r)
	}
	if e.Text != "Nguyễn Thị Phượng" {
		t.Errorf("typed decomposed: %q", e.Text)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if e.Text != "Nguyễn Thị Phượn" {
		t.Errorf("Backspace leaves %q", e.Text)
	}
	e.SetText("")
	clip := test.NewClipboard()
	clip.SetContent(norm.NFD.String("đường Hoàng Văn Thụ"))
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if e.Text != "đường Hoàng Văn Thụ" {
		t.Errorf("pasted %q", e.Text)
	}
}

func TestEntryPassesTheWindowsKeysOn(t *testing.T) {
	e := NewEntry()
	win := shown(t, e, 300, 40)
	var keys []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	win.Canvas().Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(keys) != 2 {
		t.Errorf("the window got keys %v", keys)
	}
}

func TestFormShowsEveryFaultAtItsField(t *testing.T) {
	name, code := NewEntry(), NewEntry()
	f := NewForm(&Field{Key: "name", Label: "Tên phong trào", Required: true, Control: name}, &Field{Key: "code", Label: "Mã", Control: code})
	win := shown(t, f, 400, 300)
	say := func(err error) string { return "câu:" + fault.CodeOf(err) }
	f.ShowFaults(fault.List{fault.New(fault.Invalid, "a").At("code"), fault.New(fault.Invalid, "b").At("name"), fault.New(fault.Invalid, "c")}, say)
	if f.Fields[0].Fault() != "câu:b" || f.Fields[1].Fault() != "câu:a" {
		t.Errorf("faults %q %q", f.Fields[0].Fault(), f.Fields[1].Fault())
	}
	if f.Top() == "" || !f.top.Visible() {
		t.Error("the fault without a field is not shown")
	}
	if win.Canvas().Focused() != fyne.Focusable(code) {
		t.Error("the first fault's field has not the keyboard")
	}
	f.ShowFaults(nil, say)
	if f.Fields[0].Fault() != "" || f.top.Visible() {
		t.Error("the faults stay")
	}
}

func TestSelectKnowsKeys(t *testing.T) {
	test.NewTempApp(t)
	var got []string
	s := NewSelect("", func(k string) { got = append(got, k) })
	s.SetChoices([]Choice{{"1", "Sở Tài chính"}, {"2", "Sở Tài chính"}})
	s.SetKey("2")
	if s.Key() != "2" || len(got) != 0 {
		t.Errorf("key %q, told %v", s.Key(), got)
	}
	s.SetSelectedIndex(0)
	if s.Key() != "1" || len(got) != 1 || got[0] != "1" {
		t.Errorf("key %q, told %v", s.Key(), got)
	}
	s.SetChoices([]Choice{{"3", "Khác"}, {"1", "Sở Tài chính"}})
	if s.Key() != "1" {
		t.Errorf("the choice did not stay: %q", s.Key())
	}
}

func TestModal(t *testing.T) {
	e := NewEntry()
	win := shown(t, container.NewVBox(e), 800, 600)
	win.Canvas().Focus(e)
	done := false
	m := Confirm(win.Canvas(), "Xóa", "Xóa thật?", "Xóa", true, func() { done = true })
	if TopModal(win.Canvas()) != m {
		t.Fatal("the dialog is not on top")
	}
	m.Cancel()
	if !m.Closed() || done || TopModal(win.Canvas()) != nil {
		t.Error("Esc does not close it")
	}
	if win.Canvas().Focused() != fyne.Focusable(e) {
		t.Error("the keyboard does not come back")
	}
}

// A button that picks says nothing in English and lets Esc through to the window.
func TestPickButtonPassesTheWindowsKeys(t *testing.T) {
	p := NewPickButton("Đơn vị", "", "", nil)
	win := shown(t, container.NewVBox(p), 800, 600)
	if strings.TrimSpace(p.PlaceHolder) != "" {
		t.Errorf("it says %q", p.PlaceHolder)
	}
	var keys []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(keys) != 1 || keys[0] != fyne.KeyEscape {
		t.Errorf("the window got %v", keys)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if TopModal(win.Canvas()) == nil {
		t.Error("Enter does not open it")
	}
}

// A form of many lines is saved without the mouse, and only once.
func TestFormIsAcceptedByKey(t *testing.T) {
	win := shown(t, container.NewVBox(), 800, 600)
	saved := 0
	var done func(error)
	m := FormDialog(win.Canvas(), "Trả lại", NewForm(&Field{Key: "reason", Label: "Lý do", Control: NewTextArea(3)}), 500, "Lưu", func(error) string { return "" }, func(d func(error)) { saved, done = saved+1, d })
	m.Accept()
	m.Accept() // while it is being saved
	if saved != 1 || m.Closed() {
		t.Errorf("saved %d times", saved)
	}
	done(nil)
	if !m.Closed() {
		t.Error("the dialog stays")
	}
	Confirm(win.Canvas(), "Xóa", "Xóa thật?", "Xóa", true, func() { t.Error("a question was answered by Ctrl+S") }).Accept()
}

func TestRouteReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := To("ho-so", "tim", rapid.StringMatching(`[a-zđộ &=?%+]{0,8}`).Draw(t, "v"), "don-vi", "12")
		if got := ParseRoute(r.String()); got.String() != r.String() || got.Get("tim") != r.Get("tim") {
			t.Fatalf("%q reads back %q", r, got)
		}
	})
}

func TestCut(t *testing.T) {
	test.NewTempApp(t)
	long := "Ủy ban nhân dân huyện Ninh Phước, tỉnh Ninh Thuận"
	w := TextWidth(long, 13, false)
	if got := Cut(long, w+1, 13, false); got != long {
		t.Errorf("a text that fits is cut: %q", got)
	}
	for _, room := range []float32{0, 5, 20, 60, 120, w - 1} {
		got := Cut(long, room, 13, false)
		if room > 20 && TextWidth(got, 13, false) > room {
			t.Errorf("%q is wider than %v", got, room)
		}
		if got == long {
			t.Errorf("not cut to %v", room)
		}
	}
	if got := Cut("a\nb", 100, 13, false); got != "a b" {
		t.Errorf("line break: %q", got)
	}
}

func TestSplitGivesEverySideItsRoom(t *testing.T) {
	g := personGrid("")
	s := NewHSplit("", 0.5, g, NewEntry())
	shown(t, s, 600, 300)
	s.SetShare(0)
	if w := g.Size().Width; w < g.MinSize().Width {
		t.Errorf("the grid is %v wide", w)
	}
	s.SetShare(1)
	if w := s.Second.Size().Width; w < s.Second.MinSize().Width {
		t.Errorf("the entry is %v wide", w)
	}
}

func TestDetailLeavesTheListTheRoom(t *testing.T) {
	d := NewDetail(nil)
	d.Wait("Chọn một dòng", "Chọn một dòng ở bên trái để xem.")
	list := NewEntry()
	s := NewHSplit("", 0.5, list, d)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(1000, 400))
	waiting := list.Size().Width
	d.Put(NewEntry())
	shown := list.Size().Width
	if waiting < 700 || shown > 520 {
		t.Errorf("the list is %g wide while nothing is chosen, %g beside what is", waiting, shown)
	}
	d.Wait("Chọn một dòng", "")
	if got := list.Size().Width; got != waiting {
		t.Errorf("%g wide when nothing is chosen again, want %g", got, waiting)
	}
}

func TestAFormKnowsItsDates(t *testing.T) {
	test.NewTempApp(t)
	today := when.MustParse("2026-01-15")
	day, born, off := NewDateEntry(today, false), NewDateEntry(today, true), NewDateEntry(today, false)
	f := NewForm(&Field{Key: "day", Label: "Ngày", Required: true, Control: container.NewHBox(day)},
		&Field{Key: "birth", Label: "Ngày sinh", Control: born}, &Field{Key: "off", Label: "Ngày khác", Control: off})
	keys := func() (out []string) {
		var l fault.List
		if errors.As(f.Dates(), &l) {
			for _, e := range l {
				out = append(out, e.Field)
			}
		}
		return out
	}
	if got := keys(); !slices.Equal(got, []string{"day"}) {
		t.Errorf("nothing given: %v", got)
	}
	day.Entry.SetText("31/02/2026")
	born.Entry.SetText("tháng hai")
	off.Entry.SetText("hôm qua")
	off.SetEnabled(false)
	if got := keys(); !slices.Equal(got, []string{"day", "birth"}) || born.Value() != 0 {
		t.Errorf("no dates at all: %v, %s", got, born.Value())
	}
	w := test.NewTempWindow(t, container.NewVBox())
	saved := false
	m := FormDialog(w.Canvas(), "Thử", f, 400, "Lưu", func(err error) string { return err.Error() }, func(done func(error)) { saved = true; done(nil) })
	defer m.Hide()
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if b, ok := o.(*Button); ok && b.Text == "Lưu" {
			test.Tap(b)
		}
	}
	if saved || f.Fields[0].Fault() == "" || f.Fields[1].Fault() == "" {
		t.Errorf("saved %v, faults %q and %q", saved, f.Fields[0].Fault(), f.Fields[1].Fault())
	}
	day.SetDate(today)
	born.Entry.SetText("1980")
	if got := keys(); got != nil || born.Value().String() != "1980" {
		t.Errorf("what can be used: %v, %s", got, born.Value())
	}
}
