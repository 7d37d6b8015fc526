package sheet

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/intake"
)

const (
	listSheet  = "Danh mục"
	guideSheet = "Hướng dẫn"
	// spareRows is how far below the last row the drop-down lists reach: a unit
	// with more nominees than rows made ready goes on typing.
	spareRows = 300
)

// WriteTemplate writes a list for an agency to fill in: an .xlsx with drop-down
// lists that are read from a hidden sheet (so they may be longer than the 255
// characters a list of its own may have), cells that hold text only (a date
// stays as it is typed, a number keeps its first zero), the heading repeated on
// each page, and a sheet of instructions.
func WriteTemplate(ctx context.Context, w io.Writer, t intake.Template) (err error) {
	f := excelize.NewFile()
	defer f.Close()
	m := &templateMaker{ctx: ctx, file: f, t: t, lists: map[string]string{}}
	for _, step := range []func() error{m.styles, m.listsSheet, m.head, m.rows, m.layout, m.choices, m.guide} {
		if err := step(); err != nil {
			return fault.New(fault.Internal, "sheet.template").Because(err)
		}
	}
	if err := ctx.Err(); err != nil {
		return fault.New(fault.Canceled, "sheet.template-canceled").Because(err)
	}
	if _, err := f.WriteTo(w); err != nil {
		return fault.New(fault.Store, "sheet.template-unwritten").Because(err)
	}
	return nil
}

// templateMaker writes one template.
type templateMaker struct {
	ctx   context.Context
	file  *excelize.File
	t     intake.Template
	lists map[string]string // name of a list → where its values stand
	last  int               // last row with a border

	sender, title, line, heading, text, centre, remark, para int // styles
}

// headRow is the row of the headings: letterhead, title, lines, a blank one.
func (m *templateMaker) headRow() int { return len(m.t.Lines) + 4 }

func (m *templateMaker) styles() (err error) {
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Style: 1, Color: "000000"})
	}
	make := func(bold bool, size float64, color, horizontal string, cell bool) int {
		s := &excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold, Color: color},
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}, NumFmt: 49} // 49: text
		if cell {
			s.Border = border
			s.Alignment.Vertical = "top"
		}
		id := 0
		if err == nil {
			id, err = m.file.NewStyle(s)
		}
		return id
	}
	m.sender, m.title, m.line = make(true, 12, "000000", "left", false), make(true, 14, "000000", "center", false), make(false, 12, "000000", "center", false)
	m.text, m.centre, m.remark = make(false, 12, "000000", "left", true), make(false, 12, "000000", "center", true), make(false, 12, noteColor, "left", true)
	m.para = make(false, 12, "000000", "left", false)
	if err != nil {
		return err
	}
	m.heading, err = m.file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12, Bold: true}, Border: border, NumFmt: 49,
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}})
	return err
}

// listsSheet puts the values to choose from on a sheet of their own.
func (m *templateMaker) listsSheet() error {
	if err := m.file.SetSheetName("Sheet1", m.t.Sheet); err != nil {
		return err
	}
	if _, err := m.file.NewSheet(listSheet); err != nil {
		return err
	}
	for i, l := range m.t.Lists {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := m.file.SetCellStr(listSheet, cellName(i, 1), l.Name); err != nil {
			return err
		}
		for k, v := range l.Values {
			if err := m.file.SetCellStr(listSheet, cellName(i, k+2), v); err != nil {
				return err
			}
		}
		m.lists[l.Name] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", listSheet, letter, letter, max(len(l.Values)+1, 2))
	}
	return m.file.SetSheetVisible(listSheet, false)
}

// head writes the lines above the table, each over the columns that show.
func (m *templateMaker) head() error {
	shown := 0
	for i, c := range m.t.Columns {
		if !c.Hidden {
			shown = i
		}
	}
	put := func(row int, text string, style int) error {
		if err := m.file.MergeCell(m.t.Sheet, cellName(0, row), cellName(shown, row)); err != nil {
			return err
		}
		if err := m.file.SetCellStr(m.t.Sheet, cellName(0, row), text); err != nil {
			return err
		}
		// Merged cells do not grow with their text: about 110 characters fit a line.
		if err := m.file.SetRowHeight(m.t.Sheet, row, 18*float64(1+len([]rune(text))/110)); err != nil {
			return err
		}
		return m.file.SetCellStyle(m.t.Sheet, cellName(0, row), cellName(shown, row), style)
	}
	if err := put(1, m.t.Sender, m.sender); err != nil {
		return err
	}
	if err := put(2, m.t.Title, m.title); err != nil {
		return err
	}
	for i, l := range m.t.Lines {
		if err := put(3+i, l, m.line); err != nil {
			return err
		}
	}
	lines := 1
	for i, c := range m.t.Columns {
		if err := m.file.SetCellStr(m.t.Sheet, cellName(i, m.headRow()), c.Header); err != nil {
			return err
		}
		if !c.Hidden {
			lines = max(lines, linesIn(c.Header, c.Width))
		}
	}
	// A sheet nobody has opened yet has rows of one line.
	if err := m.file.SetRowHeight(m.t.Sheet, m.headRow(), 6+16*float64(lines)); err != nil {
		return err
	}
	return m.file.SetCellStyle(m.t.Sheet, cellName(0, m.headRow()), cellName(len(m.t.Columns)-1, m.headRow()), m.heading)
}

// linesIn is how many lines a heading takes in a column so many characters wide;
// letters are a little narrower than the figures the width counts, also bold ones.
func linesIn(text string, width float64) int {
	lines, at := 1, 0.0
	for _, w := range strings.Fields(text) {
		n := 0.95 * float64(len([]rune(w)))
		if at > 0 && at+1+n > width-1 {
			lines, at = lines+1, 0
		}
		if at > 0 {
			at++
		}
		at += n
	}
	return lines
}

func (m *templateMaker) rows() error {
	top := m.headRow() + 1
	m.last = m.headRow() + max(len(m.t.Rows), 1)
	for i, row := range m.t.Rows {
		if i%1000 == 0 && m.ctx.Err() != nil {
			return nil // told by WriteTemplate
		}
		for col, text := range row {
			if text == "" {
				continue
			}
			if err := m.file.SetCellStr(m.t.Sheet, cellName(col, top+i), text); err != nil {
				return err
			}
		}
	}
	for i, c := range m.t.Columns {
		style := m.text
		switch {
		case c.Remark:
			style = m.remark
		case c.Centre:
			style = m.centre
		}
		if err := m.file.SetCellStyle(m.t.Sheet, cellName(i, top), cellName(i, m.last), style); err != nil {
			return err
		}
	}
	return nil
}

// layout sets widths, what is hidden, what stays on the screen, and the page.
func (m *templateMaker) layout() error {
	f, s := m.file, m.t.Sheet
	last := 0
	for i, c := range m.t.Columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(s, letter, letter, c.Width); err != nil {
			return err
		}
		if c.Hidden {
			if err := f.SetColVisible(s, letter, false); err != nil {
				return err
			}
		} else {
			last = i
		}
	}
	if err := f.SetPanes(s, &excelize.Panes{Freeze: true, YSplit: m.headRow(), TopLeftCell: cellName(0, m.headRow()+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	orientation, paper, wide, tall := "landscape", 9, 1, 0 // A4, one page wide
	if err := f.SetPageLayout(s, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &paper, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	fit := true
	if err := f.SetSheetProps(s, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(s, "'", "''") + "'"
	letter, err := excelize.ColumnNumberToName(last + 1)
	if err != nil {
		return err
	}
	err = f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, m.headRow(), m.headRow()), Scope: s})
	if err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted, letter, m.last), Scope: s})
}

// choices gives the columns their drop-down lists and hints.
func (m *templateMaker) choices() error {
	for i, c := range m.t.Columns {
		if c.Hidden || c.List == "" && c.Hint == "" {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(cellName(i, m.headRow()+1) + ":" + cellName(i, m.last+spareRows))
		if c.Hint != "" {
			v.SetInput(cut(c.Header, 32), cut(c.Hint, 255)) // the most Excel takes
		}
		if ref := m.lists[c.List]; ref != "" {
			v.SetSqrefDropList(ref)
			if c.Strict {
				v.SetError(excelize.DataValidationErrorStyleStop, cut(c.Header, 32), "Hãy chọn một mục trong danh sách thả xuống.")
			} else {
				v.SetError(excelize.DataValidationErrorStyleWarning, cut(c.Header, 32), "Nội dung này không có trong danh sách. Vẫn dùng?")
			}
		}
		if err := m.file.AddDataValidation(m.t.Sheet, v); err != nil {
			return err
		}
	}
	return nil
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// guide writes the instructions behind the list.
func (m *templateMaker) guide() error {
	if len(m.t.Guide) == 0 {
		return nil
	}
	if _, err := m.file.NewSheet(guideSheet); err != nil {
		return err
	}
	if err := m.file.SetColWidth(guideSheet, "A", "A", 110); err != nil {
		return err
	}
	for i, text := range m.t.Guide {
		at := cellName(0, i+1)
		if err := m.file.SetCellStr(guideSheet, at, text); err != nil {
			return err
		}
		if err := m.file.SetCellStyle(guideSheet, at, at, m.para); err != nil {
			return err
		}
		if err := m.file.SetRowHeight(guideSheet, i+1, 18*float64(1+len([]rune(text))/105)); err != nil {
			return err
		}
	}
	m.file.SetActiveSheet(0)
	return nil
}
