package main

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"thidua/model/fault"
	"thidua/model/when"
	modelwords "thidua/model/words"
	"thidua/ui/kit"
	"thidua/ui/theme"
	"thidua/ui/words"
)

type line struct {
	no   int
	name string
	tone kit.Tone
}

func lines(n int) []line {
	var out []line
	for i := range n {
		out = append(out, line{i + 1, fmt.Sprintf("Người mẫu số %d có tên dài hơn chỗ dành cho nó", i+1), theme.Tones()[i%len(theme.Tones())]})
	}
	return out
}

func lineGrid() *kit.Grid[line] {
	g := kit.NewGrid("",
		kit.Column[line]{Key: "no", Title: "STT", Width: 50, Align: fyne.TextAlignTrailing, Text: func(l line) string { return fmt.Sprint(l.no) }, Order: func(a, b line) int { return a.no - b.no }},
		kit.Column[line]{Key: "name", Title: "Họ và tên", Width: 240, Text: func(l line) string { return l.name }, Order: func(a, b line) int { return strings.Compare(a.name, b.name) }},
		kit.Column[line]{Key: "tone", Title: "Tình trạng", Width: 110, Chip: true, Grow: true, Text: func(l line) string { return fmt.Sprintf("Mức %d", l.tone) }, Tone: func(l line) kit.Tone { return l.tone }},
	)
	g.Multi = true
	return g
}

// widgets draws the kit.
func (g *gallery) widgets() error {
	day := when.MustParse(today)
	g.app.Settings().SetTheme(theme.New())
	win := g.app.NewWindow("")
	defer win.Close()
	win.SetPadded(false)
	show := func(name string, w, h float32, o fyne.CanvasObject, then func()) error {
		win.SetContent(container.NewPadded(o))
		win.Resize(fyne.NewSize(w, h))
		if then != nil {
			then()
		}
		win.Resize(fyne.NewSize(w, h+1))
		win.Resize(fyne.NewSize(w, h))
		pic := win.Canvas().Capture()
		for _, top := range win.Canvas().Overlays().List() {
			top.Hide()
			win.Canvas().Overlays().Remove(top)
		}
		return g.save("kit-"+name, pic)
	}
	full, empty := lineGrid(), lineGrid()
	empty.SetEmpty(kit.Empty(nil, words.DossiersNone, words.DossiersNoneText, kit.NewButton(words.Clear, nil, nil)))
	form := kit.NewForm(
		&kit.Field{Key: "name", Label: "Tên phong trào", Required: true, Control: kit.NewEntry()},
		&kit.Field{Key: "from", Label: "Ngày bắt đầu", Hint: "Ngày ghi trên kế hoạch.", Control: container.NewHBox(kit.NewDateEntry(day, false))},
		&kit.Field{Key: "text", Label: "Nội dung", Control: kit.NewTextArea(3)})
	date := kit.NewDateEntry(day, true)
	date.SetDate(day)
	chips := container.NewHBox()
	for _, t := range theme.Tones() {
		chips.Add(kit.NewChip(fmt.Sprintf("Mức %d", t), t))
	}
	sel := kit.NewSelect("Chọn đơn vị", nil)
	sel.SetChoices([]kit.Choice{{Key: "1", Label: "Sở Nội vụ"}})
	off := kit.NewButton("Không bấm được", nil, nil)
	off.Disable()
	road := []kit.Step{{Label: "Tiếp nhận hồ sơ", Note: "Bộ phận một cửa", State: kit.Passed}, {Label: "Thẩm định", Note: "còn 3 ngày làm việc", State: kit.Now},
		{Label: "Trình Hội đồng", Note: "Phòng TĐKT"}, {Label: "Trình Ủy ban nhân dân tỉnh", Note: "Sở Nội vụ"}, {Label: "Ban hành quyết định", Note: "Văn phòng"}}
	late := append([]kit.Step{}, road...)
	late[1].State, late[1].Note = kit.Late, "quá hạn 2 ngày làm việc"
	notice := kit.NewNotice(kit.Small("Cán bộ: Cán bộ", kit.Plain))
	pages := kit.NewPages()
	tiles := container.NewGridWithColumns(3, kit.NewTile("12", "Quá hạn", "lâu nhất 5 ngày", kit.Bad, func() {}), kit.NewTile("3", "Sắp đến hạn", "trong 3 ngày", kit.Warn, func() {}), kit.NewTile("0", "Tệp chờ nhận", "không có", kit.Quiet, nil))
	options := []kit.Option{{Key: "1", Label: "Sở Nội vụ", Note: "Sở, ban, ngành"}, {Key: "2", Label: "Huyện Ninh Phước", Note: "kết thúc 30/06/2025", Tone: kit.Quiet}}
	c := win.Canvas()
	for _, d := range []struct {
		name string
		w, h float32
		o    fyne.CanvasObject
		then func()
	}{
		{"grid", 520, 300, full, func() { full.SetRows(lines(400)); full.Select(2); c.Focus(full) }},
		{"grid-no-focus", 520, 300, full, func() { c.Unfocus() }},
		{"grid-sorted-end", 520, 300, full, func() { full.SortBy("no", true); full.Select(399) }},
		{"grid-empty", 520, 300, empty, nil},
		{"form", 520, 260, form, nil},
		{"form-faults", 520, 330, form, func() {
			form.ShowFaults(fault.List{fault.New(fault.Invalid, "movement.name").At("name"), fault.New(fault.Invalid, "movement.from").At("from")}, modelwords.Say)
		}},
		{"date", 300, 330, container.NewVBox(container.NewHBox(date)), func() { date.Pop() }},
		{"controls", 620, 240, kit.Stacked(chips, kit.Bar(kit.NewButton("Lưu", nil, nil).Primary(), kit.NewButton("Hủy", nil, nil), kit.NewButton("Xóa", nil, nil).Danger(), kit.NewButton("Phẳng", nil, nil).Flat(), off),
			sel, kit.NewSearch("Tìm…", nil), kit.NewFacts(kit.Fact{Label: "Đơn vị", Value: "Sở Nội vụ", OnTap: func() {}}, kit.Fact{Label: "Thành tích", Value: strings.Repeat("Dài ", 40)})), nil},
		{"strip", 900, 120, kit.Stacked(kit.NewStrip(road...), kit.NewStrip(late...)), nil},
		{"strip-narrow", 360, 120, kit.Stacked(kit.NewStrip(road...), kit.NewStrip(late...)), nil},
		{"tiles", 620, 110, tiles, nil},
		{"notice", 620, 60, notice, func() { notice.Say(kit.Good, "Đã nhận 31 dòng thành hồ sơ.", func() {}) }},
		{"pages-empty", 560, 300, pages, nil},
		{"confirm", 620, 300, container.NewStack(), func() {
			kit.Confirm(c, "Rút lại", words.Fill(words.ReviewTakeAsk, "danh sach.xlsx"), "Rút lại", true, func() {})
		}},
		{"fault", 620, 300, container.NewStack(), func() { kit.Tell(c, words.FaultHead, modelwords.Text("ui.busy")) }},
		{"progress", 620, 260, container.NewStack(), func() { kit.ShowProgress(c, "Đang đọc danh sách.xlsx", func() {}).Set(300, 1000, "") }},
		{"picker", 760, 560, container.NewStack(), func() { kit.Pick(c, "Chọn đơn vị", words.DossiersUnitHint, options, func(kit.Option) {}) }},
	} {
		if err := show(d.name, d.w, d.h, d.o, d.then); err != nil {
			return err
		}
	}
	return nil
}
