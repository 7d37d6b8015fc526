package press

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/model/paper"
)

// sheetWriter lays one part out as rows of cells and then writes them.
type sheetWriter struct {
	*workbook
	setter *setter
	name   string
	lefts  []float64 // x of each column's left side and of the last's right
	rows   []sheetRow
	titles [2]int // first and last row of the first table's head, from 1; 0 none
}

type sheetRow struct {
	height  float64 // points
	cells   []sheetCell
	newPage bool
}

type sheetCell struct {
	col, cols int
	rows      int // rows it spans; 0 is 1
	text      paper.Text
	value     any // a number; nil: the text
	look      cellStyle
}

// lay turns the blocks of a part into rows. Its columns are those of its widest
// table; the text around it stands in cells merged over them.
func (s *sheetWriter) lay(part paper.Part) {
	s.lefts = []float64{0, s.setter.width * headLeftShare / (headLeftShare + headRightShare), s.setter.width}
	columns := 0
	for _, b := range part.Blocks {
		if t, ok := b.(*paper.Table); ok && len(t.Columns) > columns {
			columns = len(t.Columns)
			s.lefts = s.setter.tableLines(t)
		}
	}
	var certificates []paper.Certificate
	for i, b := range part.Blocks {
		if c, ok := b.(paper.Certificate); ok {
			certificates = append(certificates, c)
			continue
		}
		first := len(s.rows)
		s.block(b)
		if i > 0 && first < len(s.rows) {
			if _, ok := part.Blocks[i-1].(paper.PageBreak); ok {
				s.rows[first].newPage = true
			}
		}
	}
	if len(certificates) > 0 {
		s.certificates(certificates)
	}
}

func (s *sheetWriter) columns() int { return len(s.lefts) - 1 }

// column is the column whose left side is nearest to a share of the width, so that
// at least least columns stand before it and after after it.
func (s *sheetWriter) column(share float64, least, after int) int {
	best, at := math.Inf(1), least
	for i := least; i <= s.columns()-after; i++ {
		if d := math.Abs(s.lefts[i] - share*s.setter.width); d < best {
			best, at = d, i
		}
	}
	return at
}

// text adds a row of one merged cell.
func (s *sheetWriter) text(t paper.Text, look cellStyle, before float64) {
	if t.Empty() {
		return
	}
	look.low = before > 0
	s.row(before, sheetCell{cols: s.columns(), text: t, look: look})
}

// row adds a row as high as its highest cell.
func (s *sheetWriter) row(before float64, cells ...sheetCell) {
	h := lineHeight(bodySize)
	for _, c := range cells {
		h = math.Max(h, s.height(c))
	}
	s.rows = append(s.rows, sheetRow{height: math.Min(h+before, maxRowHeight), cells: cells})
}

// maxRowHeight is the highest row a sheet can have, in points.
const maxRowHeight = 409

// sheetPad is the room a sheet leaves at both sides of a cell's text, in points.
const sheetPad = 5

func (s *sheetWriter) height(c sheetCell) float64 {
	if c.rows > 1 {
		return 0
	}
	w := s.lefts[c.col+max(c.cols, 1)] - s.lefts[c.col] - sheetPad
	return s.setter.setBlock(c.text, w, c.look.size, c.look.st, paper.Left, ragged).height + 2*cellPadY
}

func (s *sheetWriter) block(b paper.Block) {
	centre := func(size float64, st style) cellStyle { return cellStyle{size: size, st: st, align: paper.Centre} }
	prose := cellStyle{size: bodySize, align: paper.Justify}
	switch b := b.(type) {
	case paper.Head:
		s.head(b)
	case paper.Columns:
		s.side(b)
	case paper.Title:
		s.text(paper.Plain(b.Name), centre(titleSize, bold), headGap)
		s.text(b.About, centre(briefSize, bold), 0)
	case paper.AnnexHead:
		s.text(paper.Plain(b.Label), centre(annexLabelSize, bold), 0)
		s.text(paper.Plain(b.Title), centre(annexTitleSize, bold), 0)
		s.text(b.About, centre(annexTitleSize, bold), 0)
		s.text(b.Attached, centre(annexAttachedSize, italic), 0)
	case paper.Banner:
		s.text(paper.Plain(strings.Join(b.Lines, "\n")), centre(bannerSize, bold), paragraphGap)
	case paper.Recitals:
		for _, t := range b.Closed() {
			s.text(t, prose, 0)
		}
	case paper.Addressees:
		for i, t := range b.Set() {
			look := cellStyle{size: addresseeSize, align: paper.Centre}
			if i > 0 {
				look.align = paper.Left
				t = paper.Join(paper.GapFor(24), t)
			}
			s.text(t, look, 0)
		}
	case paper.Paragraph:
		look := prose
		if b.Align != paper.Auto {
			look.align = b.Align
		}
		s.text(b.Text, look, 0)
	case paper.Heading:
		if b.Level <= paper.LevelSection {
			s.text(paper.Plain(b.Label()), centre(bodySize, bold), paragraphGap)
			s.text(paper.Plain(b.Title), centre(bodySize, bold), 0)
			return
		}
		s.text(b.Set(), prose, 0)
	case paper.Article:
		s.text(b.Set(), prose, 0)
	case paper.Clause:
		s.text(b.Set(), prose, 0)
	case paper.Point:
		s.text(b.Set(), prose, 0)
	case paper.Bullet:
		s.text(b.Set(), prose, 0)
	case paper.Fields:
		for _, f := range b.Items {
			s.text(f.Set(), prose, 0)
		}
	case *paper.Table:
		s.table(b)
	case paper.Sign:
		s.sign(b)
	case paper.Space:
		for range max(b.Lines, 1) {
			s.rows = append(s.rows, sheetRow{height: lineHeight(bodySize)})
		}
	}
}

func (s *sheetWriter) head(b paper.Head) {
	mid := s.column(headLeftShare/(headLeftShare+headRightShare), 1, 1)
	if s.columns() < 2 {
		mid = 0
	}
	var left []paper.Text
	for _, l := range b.Parent {
		left = append(left, paper.Plain(l))
	}
	for _, l := range b.Issuer {
		left = append(left, paper.Bold(l))
	}
	right := paper.Lines(paper.Bold(paper.Nation), paper.Bold(paper.Motto))
	s.pair(mid, paper.Lines(left...), right, nationSize)
	number := b.Number
	if !b.About.Empty() {
		number = paper.Lines(b.Number, b.About)
	}
	if b.Urgency != paper.NotUrgent {
		number = paper.Lines(number, paper.Bold(b.Urgency.String()))
	}
	dated := append(paper.Text(nil), b.Dated...)
	for i := range dated {
		dated[i].Italic = true
	}
	if !number.Empty() || !dated.Empty() {
		s.pair(mid, number, dated, numberSize)
	}
}

// pair sets two centred texts side by side, or one under the other in a sheet of a
// single column.
func (s *sheetWriter) pair(mid int, left, right paper.Text, size float64) {
	look := cellStyle{size: size, align: paper.Centre}
	if mid == 0 {
		s.text(left, look, 0)
		s.text(right, look, 0)
		return
	}
	s.row(0, sheetCell{cols: mid, text: left, look: look}, sheetCell{col: mid, cols: s.columns() - mid, text: right, look: look})
}

// slots divides the columns among n texts by the places where each begins, in
// shares of the width; nil when there are too few columns.
func (s *sheetWriter) slots(starts []float64) []int {
	n := len(starts)
	if s.columns() < n {
		return nil
	}
	out := make([]int, n+1)
	for i := 1; i < n; i++ {
		out[i] = s.column(starts[i], out[i-1]+1, n-i)
	}
	out[n] = s.columns()
	return out
}

func (s *sheetWriter) across(starts []float64, texts []paper.Text, looks []cellStyle) {
	at := s.slots(starts)
	if at == nil {
		for i, t := range texts {
			s.text(t, looks[i], 0)
		}
		return
	}
	var cells []sheetCell
	for i, t := range texts {
		cells = append(cells, sheetCell{col: at[i], cols: at[i+1] - at[i], text: t, look: looks[i]})
	}
	s.row(0, cells...)
}

func (s *sheetWriter) side(b paper.Columns) {
	sum := 0.0
	for _, v := range b.Shares {
		sum += v
	}
	var starts []float64
	var texts []paper.Text
	var looks []cellStyle
	x := 0.0
	for i, c := range b.Cells {
		starts, texts, looks = append(starts, x/sum), append(texts, c.Text), append(looks, cellStyle{size: columnsSize, align: c.Align})
		x += b.Shares[i]
	}
	s.across(starts, texts, looks)
}

func (s *sheetWriter) sign(b paper.Sign) {
	var starts []float64
	var texts []paper.Text
	var looks []cellStyle
	var to []paper.Text
	for i, l := range b.RecipientLines() {
		if i == 0 {
			to = append(to, paper.BoldItalic(l))
			continue
		}
		to = append(to, paper.Plain(l))
	}
	small := cellStyle{size: recipientSize, align: paper.Left}
	if len(b.Signers) == 1 && !b.Middle {
		starts, texts, looks = []float64{0}, []paper.Text{paper.Lines(to...)}, []cellStyle{small}
	}
	for i, g := range b.Signers {
		var ls []paper.Text
		if !g.Dated.Empty() {
			d := append(paper.Text(nil), g.Dated...)
			for k := range d {
				d[k].Italic = true
			}
			ls = append(ls, d)
		}
		for _, l := range g.Post {
			ls = append(ls, paper.Bold(l))
		}
		if g.Note != "" {
			ls = append(ls, paper.Italic(g.Note))
		}
		for range signRoomLines {
			ls = append(ls, paper.Plain(" "))
		}
		for _, l := range g.Held {
			ls = append(ls, paper.Bold(l))
		}
		ls = append(ls, paper.Bold(g.Name))
		start := float64(i) / float64(len(b.Signers))
		if len(b.Signers) == 1 && !b.Middle {
			start = signLeftShare / (signLeftShare + signRightShare)
		}
		starts, texts, looks = append(starts, start), append(texts, paper.Lines(ls...)), append(looks, cellStyle{size: postSize, align: paper.Centre})
	}
	s.rows = append(s.rows, sheetRow{height: signGap})
	s.across(starts, texts, looks)
	if len(b.Signers) > 1 && len(to) > 0 {
		s.text(paper.Lines(to...), small, 0)
	}
}

// certificates lists what stands on certificates, one to a row: the data of a
// merge, not their picture.
func (s *sheetWriter) certificates(cs []paper.Certificate) {
	t := &paper.Table{}
	var head paper.Row
	for _, f := range cs[0].Fields {
		t.Columns = append(t.Columns, paper.Column{Share: 1})
		head.Cells = append(head.Cells, paper.CellOf(f.Name))
	}
	t.Head = []paper.Row{head}
	for _, c := range cs {
		var r paper.Row
		for i := range t.Columns {
			cell := paper.Cell{}
			if i < len(c.Fields) {
				cell.Text = c.Fields[i].Text
			}
			r.Cells = append(r.Cells, cell)
		}
		t.Rows = append(t.Rows, r)
	}
	s.lefts = s.setter.tableLines(t)
	s.table(t)
}

// number reads a figure as Vietnamese papers write it: "1.234.567", "12,5", "80%".
// A number written with a leading 0, or longer than any count, is a code.
func number(words string) (value any, format string, ok bool) {
	w := strings.TrimSpace(words)
	percent := strings.HasSuffix(w, "%")
	w = strings.TrimSuffix(w, "%")
	whole, decimals, broken := strings.Cut(w, ",")
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if g == "" || i > 0 && len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return nil, "", false
		}
	}
	digits := strings.Join(groups, "")
	if len(digits) > 1 && digits[0] == '0' || len(digits) > 15 || broken && (decimals == "" || strings.Trim(decimals, "0123456789") != "") {
		return nil, "", false
	}
	format = "0"
	if len(groups) > 1 {
		format = "#,##0"
	}
	if broken {
		format += "." + strings.Repeat("0", len(decimals))
		digits += "." + decimals
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return nil, "", false
	}
	if percent {
		return v / 100, format + "%", true
	}
	return v, format, true
}

// write puts the rows into the workbook.
func (s *sheetWriter) write(part paper.Part, sh sheet) error {
	last, err := excelize.CoordinatesToCellName(s.columns(), max(len(s.rows), 1))
	if err != nil {
		return err
	}
	if err := s.f.SetSheetDimension(s.name, "A1:"+last); err != nil {
		return err
	}
	if err := s.page(part, sh); err != nil {
		return err
	}
	w, err := s.f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i := range s.columns() {
		// A column's width counts figures of the default font, 7 pixels each, and 5
		// pixels more; a pixel is 3/4 point.
		if err := w.SetColWidth(i+1, i+1, ((s.lefts[i+1]-s.lefts[i])/0.75-5)/7); err != nil {
			return err
		}
	}
	if s.titles[1] > 0 && s.titles[1] < 20 {
		if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: s.titles[1], TopLeftCell: "A" + strconv.Itoa(s.titles[1]+1), ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	for i, r := range s.rows {
		if err := s.writeRow(w, i+1, r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// page sets paper, margins, page numbers and the rows repeated on every page.
func (s *sheetWriter) page(part paper.Part, sh sheet) error {
	size, wide, high, first := 9, 1, 0, uint(1) // 9 is A4; 0 pages high is as many as needed
	orientation := "portrait"
	if part.Landscape {
		orientation = "landscape"
	}
	if err := s.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high, FirstPageNumber: &first}); err != nil {
		return err
	}
	fit, centre := true, true
	if err := s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	inch := func(points float64) *float64 { v := points / 72; return &v }
	if err := s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: inch(sh.left), Right: inch(sh.right), Top: inch(sh.top), Bottom: inch(sh.bottom),
		Header: inch(pageNumberTopMM * mm), Footer: inch(pageNumberTopMM * mm), Horizontally: &centre}); err != nil {
		return err
	}
	if err := s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{DifferentFirst: true, OddHeader: fmt.Sprintf(`&C&"%s"&%d&P`, sheetFont, pageNumberSize)}); err != nil {
		return err
	}
	if s.titles[1] == 0 {
		return nil
	}
	return s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(s.name, "'", "''"), s.titles[0], s.titles[1])})
}

// writeRow writes one row; every place a merged cell covers gets its look, so that
// the lines around it are whole.
func (s *sheetWriter) writeRow(w *excelize.StreamWriter, n int, r sheetRow) error {
	values := make([]any, s.columns())
	for _, c := range r.cells {
		id, err := s.style(c.look)
		if err != nil {
			return err
		}
		for k := c.col; k < c.col+max(c.cols, 1); k++ {
			values[k] = excelize.Cell{StyleID: id}
		}
		cell := excelize.Cell{StyleID: id, Value: c.value}
		if c.value == nil {
			cell.Value = s.rich(c.text, c.look)
		}
		if c.rows >= 0 {
			values[c.col] = cell
		}
	}
	if r.newPage {
		if err := w.InsertPageBreak("A" + strconv.Itoa(n)); err != nil {
			return err
		}
	}
	if err := w.SetRow("A"+strconv.Itoa(n), values, excelize.RowOpts{Height: r.height}); err != nil {
		return err
	}
	for _, c := range r.cells {
		if c.rows < 0 || max(c.cols, 1) == 1 && max(c.rows, 1) == 1 {
			continue
		}
		from, err := excelize.CoordinatesToCellName(c.col+1, n)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(c.col+max(c.cols, 1), n+max(c.rows, 1)-1)
		if err != nil {
			return err
		}
		if err := w.MergeCell(from, to); err != nil {
			return err
		}
	}
	return nil
}
