package sheet

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/intake"
)

// noteWidth is the width of the added column in characters: two or three
// sentences stand in it without making the rows tall.
const noteWidth = 45

// Annotate writes an agency's own file again with one more column behind the
// last one used, so that its clerk finds every remark beside the row it speaks
// of. notes are by the name of the sheet and the number of the row; column is
// the heading of the new column, put into the row of headings. A file that came
// back with that column already gets its remarks replaced.
//
// An .xlsx or .xlsm keeps its look, its formulas and its macros; from every
// other kind a new .xlsx is made with the same cells, fonts, merges and hidden
// rows. Nothing is written when the file is refused.
func Annotate(ctx context.Context, name string, r io.ReaderAt, size int64, w io.Writer, notes map[string]map[int]string, column string) (err error) {
	book, err := Read(ctx, name, r, size)
	if err != nil {
		return err
	}
	src := &source{ctx: ctx, name: filepath.Base(name)}
	defer func() {
		if p := recover(); p != nil { // excelize on a file only we can read
			err = src.damaged(fmt.Errorf("panic: %v", p))
		}
	}()
	a := &annotator{src: src, book: book, notes: notes, column: column, styles: map[styleKey]int{}, wrapping: map[int]bool{}}
	if book.Format == "xlsx" || book.Format == "xlsm" {
		err = a.original(io.NewSectionReader(r, 0, size))
	} else {
		err = a.fresh()
	}
	if a.file != nil {
		defer a.file.Close()
	}
	if err != nil {
		return src.fail(err)
	}
	if _, err := a.file.WriteTo(w); err != nil {
		return fault.New(fault.Store, "sheet.unwritten", src.name).Because(err)
	}
	return nil
}

// annotator writes one file.
type annotator struct {
	src    *source
	book   *intake.Book
	notes  map[string]map[int]string
	column string
	file   *excelize.File
	styles map[styleKey]int
	// wrapping: by style of the agency's workbook, whether it breaks texts into lines.
	wrapping map[int]bool
}

// styleKey is a look that has been made already: of a note (beside the style of
// its neighbour), or of a cell of a fresh sheet.
type styleKey struct {
	beside               int
	font                 string
	struck, date, remark bool
	shown                intake.Shown // of a date
}

// place is where remarks go in a sheet.
type place struct {
	col     int // from 0
	heading int // row of headings, 0 for none
	earlier bool
}

// placeOf finds the column for the remarks and the row of the headings: the
// first row about as full of text as the fullest one, above the first remark.
func (a *annotator) placeOf(g *intake.Grid) place {
	notes := a.notes[g.Name]
	first := 0
	for row := range notes {
		if first == 0 || row < first {
			first = row
		}
	}
	p := place{}
	texts, most := map[int]int{}, 0
	for _, r := range g.Rows {
		p.col = max(p.col, r.Cells[len(r.Cells)-1].Col+1)
		for _, c := range r.Cells {
			if c.Kind != intake.Text {
				continue
			}
			if c.Text == a.column {
				return place{col: c.Col, heading: r.Number, earlier: true}
			}
			texts[r.Number]++
		}
		most = max(most, texts[r.Number])
	}
	for _, r := range g.Rows {
		if r.Number >= first {
			break
		}
		if texts[r.Number] >= 2 && 5*texts[r.Number] >= 3*most {
			p.heading = r.Number
			break
		}
	}
	return p
}

// original opens the agency's workbook itself.
func (a *annotator) original(r io.Reader) error {
	f, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: maxInflated, UnzipXMLSizeLimit: maxInflated})
	if err != nil {
		return err
	}
	a.file = f
	for i := range a.book.Sheets {
		g := &a.book.Sheets[i]
		if len(g.Rows) == 0 {
			continue
		}
		p := a.placeOf(g)
		if len(a.notes[g.Name]) == 0 && !p.earlier {
			continue
		}
		if p.earlier {
			for _, r := range g.Rows {
				if r.Number > p.heading {
					if err := f.SetCellValue(g.Name, cellName(p.col, r.Number), nil); err != nil {
						return err
					}
				}
			}
		}
		if p.heading > 0 {
			if err := a.put(g.Name, p.col, p.heading, a.column); err != nil {
				return err
			}
		}
		spread := anchors(g)
		for _, row := range sortedRows(a.notes[g.Name]) {
			if err := a.src.canceled(); err != nil {
				return err
			}
			if err := a.put(g.Name, p.col, row, a.notes[g.Name][row]); err != nil {
				return err
			}
			if err := a.tall(g, row, a.notes[g.Name][row], spread); err != nil {
				return err
			}
		}
		letters, err := excelize.ColumnNumberToName(p.col + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(g.Name, letters, letters, noteWidth); err != nil {
			return err
		}
	}
	return nil
}

func sortedRows(notes map[int]string) []int {
	rows := make([]int, 0, len(notes))
	for row := range notes {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows
}

// put writes a remark in the style of the cell to its left, in red and broken
// into lines.
func (a *annotator) put(sheet string, col, row int, text string) error {
	ref := cellName(col, row)
	beside := 0
	if col > 0 {
		id, err := a.file.GetCellStyle(sheet, cellName(col-1, row))
		if err != nil {
			return err
		}
		beside = id
	}
	id, ok := a.styles[styleKey{beside: beside}]
	if !ok {
		style, err := a.file.GetStyle(beside)
		if err != nil {
			return err
		}
		font := excelize.Font{}
		if style.Font != nil {
			font = *style.Font
		}
		font.Color, font.ColorTheme, font.ColorIndexed, font.Strike = noteColor, nil, 0, false
		align := excelize.Alignment{Vertical: "center"}
		if style.Alignment != nil {
			align = *style.Alignment
		}
		align.WrapText, align.ShrinkToFit, align.TextRotation = true, false, 0
		for i := range style.Border {
			if style.Border[i].Color == "" {
				style.Border[i].Color = "000000" // excelize would write a colour without opacity
			}
		}
		style.Font, style.Alignment, style.NumFmt, style.CustomNumFmt = &font, &align, 49, nil // 49: text
		if id, err = a.file.NewStyle(style); err != nil {
			return err
		}
		a.styles[styleKey{beside: beside}] = id
	}
	if err := a.file.SetCellStr(sheet, ref, text); err != nil {
		return err
	}
	return a.file.SetCellStyle(sheet, ref, ref, id)
}

// noteColor is the red of remarks; dark enough for a black-and-white print.
const noteColor = "C00000"
