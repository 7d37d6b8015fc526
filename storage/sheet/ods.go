package sheet

import (
	"errors"
	"sort"
	"strings"
	"unicode"

	"thidua/model/intake"
)

// ods reads a spreadsheet of OpenDocument: content.xml of an .ods, or the one
// XML file of an .fods.
type ods struct {
	*builder
	odsStyles
	cols  []odsCol // of the sheet being read
	text  odsText
	cells []intake.Cell // of a row that is repeated
}

// odsCol is a column, or some in a run, with what cells without a style of
// their own look like.
type odsCol struct {
	last  int
	style string
}

var errRepeat = errors.New("ods: a repetition runs out of the sheet")

func readODS(src *source, p *pack) (*intake.Book, error) {
	o := &ods{builder: newBuilder(src, "ods"), odsStyles: newODSStyles()}
	for _, part := range []string{"styles.xml", "content.xml"} {
		if part == "styles.xml" && !p.has(part) {
			continue
		}
		x, c, err := p.scan(part)
		if err != nil {
			return nil, err
		}
		err = o.document(x)
		c.Close()
		if err != nil {
			return nil, o.fault(part, err)
		}
	}
	return o.done()
}

// fault names the sheet while one is open, else the part.
func (o *ods) fault(part string, err error) error {
	err = doctypeFault(o.src, err)
	if o.grid.Name != "" || o.row.Number > 0 {
		return o.src.failAt(o.grid.Name, o.row.Number, err)
	}
	return o.src.failPart(part, err)
}

// document reads styles and sheets wherever they stand.
func (o *ods) document(x *xmlScanner) error {
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEOF:
			return nil
		case xmlEnd:
			if string(x.name) == "style" || string(x.name) == "default-style" {
				o.cur = nil
			}
		case xmlStart:
			switch string(x.name) {
			case "table":
				err = o.sheet(x)
			case "tracked-changes", "dde-links", "shapes", "forms":
				err = x.skip() // deleted cells, copies of what other files held
			default:
				err = o.styleTag(x)
			}
			if err != nil {
				return err
			}
		}
	}
}

// sheet reads one <table:table>.
func (o *ods) sheet(x *xmlScanner) error {
	name, err := x.value("name")
	if err != nil {
		return err
	}
	if strings.HasPrefix(name, "'file:") {
		return x.skip() // the copy of a table another file holds
	}
	hidden := o.hiddenTables[string(x.attr("style-name"))]
	if err := o.openSheet(name, hidden); err != nil {
		return err
	}
	o.cols, o.row = o.cols[:0], intake.Row{}
	number, depth := 1, len(x.marks)
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd && len(x.marks) < depth {
			err := o.closeSheet()
			o.row = intake.Row{}
			return err
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "table-column":
			if err := o.column(x); err != nil {
				return err
			}
		case "table-row":
			n, err := o.tableRow(x, number)
			if err != nil {
				return err
			}
			number += n
		case "table-header-rows", "table-header-columns", "table-rows", "table-columns",
			"table-row-group", "table-column-group":
		default:
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
}

// repeat reads how often a row, column or cell stands.
func repeat(x *xmlScanner, attr string) (int, error) {
	v := x.attr(attr)
	if v == nil {
		return 1, nil
	}
	n, ok := parseIndex(v)
	if !ok || n == 0 {
		return 0, errRepeat
	}
	return n, nil
}

// concealed tells rows and columns hidden by hand or by a filter.
func concealed(x *xmlScanner) bool {
	v := string(x.attr("visibility"))
	return v == "collapse" || v == "filter"
}

func (o *ods) column(x *xmlScanner) error {
	n, err := repeat(x, "number-columns-repeated")
	if err != nil {
		return err
	}
	first := 0
	if len(o.cols) > 0 {
		first = o.cols[len(o.cols)-1].last + 1
	}
	if first >= maxCols {
		return nil // the rest of the sheet
	}
	last := min(first+n-1, maxCols-1)
	o.cols = append(o.cols, odsCol{last, string(x.attr("default-cell-style-name"))})
	if concealed(x) {
		o.hideCols(first, last)
	}
	return nil
}

func (o *ods) columnStyle(col int) string {
	i := sort.Search(len(o.cols), func(i int) bool { return o.cols[i].last >= col })
	if i < len(o.cols) {
		return o.cols[i].style
	}
	return ""
}

// tableRow reads a row and gives how many rows it stands for.
func (o *ods) tableRow(x *xmlScanner, number int) (int, error) {
	n, err := repeat(x, "number-rows-repeated")
	if err != nil {
		return 0, err
	}
	hidden := concealed(x)
	style := string(x.attr("default-cell-style-name"))
	o.openRow(number, hidden)
	col := 0
	for {
		t, err := x.next()
		if err != nil {
			return 0, err
		}
		if t == xmlEnd {
			break
		}
		if t != xmlStart {
			continue
		}
		switch string(x.name) {
		case "table-cell", "covered-table-cell":
			k, err := o.cell(x, col, style)
			if err != nil {
				return 0, err
			}
			col += k
		default:
			if err := x.skip(); err != nil {
				return 0, err
			}
		}
	}
	o.cells = append(o.cells[:0], o.builder.cells[o.start:]...)
	if err := o.closeRow(); err != nil || len(o.cells) == 0 {
		return n, err
	}
	if number+n-1 > maxRows {
		return 0, errRepeat
	}
	for i := 1; i < n; i++ {
		o.openRow(number+i, hidden)
		for _, c := range o.cells {
			o.add(c)
		}
		if err := o.closeRow(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// cell reads a cell and gives how many columns it stands for.
func (o *ods) cell(x *xmlScanner, col int, rowStyle string) (int, error) {
	n, err := repeat(x, "number-columns-repeated")
	if err != nil {
		return 0, err
	}
	across, err1 := repeat(x, "number-columns-spanned")
	down, err2 := repeat(x, "number-rows-spanned")
	if err := errors.Join(err1, err2); err != nil {
		return 0, err
	}
	if across > 1 || down > 1 {
		m := intake.Merge{Top: o.row.Number, Left: col, Bottom: o.row.Number + down - 1, Right: col + across - 1}
		if err := o.merge(m); err != nil {
			return 0, err
		}
	}
	v, err := o.value(x)
	if err != nil {
		return 0, err
	}
	if err := o.text.read(x, &o.odsStyles); err != nil {
		return 0, err
	}
	if v.kind == "" && v.formula == "" && len(o.text.text) == 0 {
		return n, nil
	}
	if v.style == "" {
		v.style = rowStyle
	}
	if v.style == "" {
		v.style = o.columnStyle(col)
	}
	cell, ok := o.fill(v)
	if !ok {
		return n, nil
	}
	if col+n > maxCols {
		return 0, errRepeat
	}
	for i := range n {
		cell.Col = col + i
		o.add(cell)
	}
	return n, o.src.spend(len(cell.Text))
}

// odsValue is what the attributes of a cell say.
type odsValue struct{ kind, value, formula, style string }

func (o *ods) value(x *xmlScanner) (v odsValue, err error) {
	v.style = string(x.attr("style-name"))
	v.kind = string(x.attrOf("office:value-type"))
	if string(x.attrOf("calcext:value-type")) == "error" {
		v.kind = "error"
	}
	if v.formula, err = x.value("formula"); err != nil {
		return v, err
	}
	if v.formula != "" && callsOut([]byte(v.formula)) {
		return v, o.src.callingOut()
	}
	switch v.kind {
	case "float", "percentage", "currency":
		v.value, err = x.value("value")
	case "date":
		v.value, err = x.value("date-value")
	case "boolean":
		v.value, err = x.value("boolean-value")
	case "string":
		v.value, err = x.value("string-value")
	}
	return v, err
}

// fill makes the cell; false when it holds nothing.
func (o *ods) fill(v odsValue) (intake.Cell, bool) {
	style := o.resolve("table-cell", v.style)
	cell := intake.Cell{Formula: v.formula != "", Struck: style.struck || o.text.struck, Partly: o.text.partly && !style.struck}
	cell.Font = o.font(style.font)
	if o.text.hasFont {
		cell.Font = o.font(o.text.font)
	}
	shown := o.texts.add(o.text.text)
	switch v.kind {
	case "error":
		cell.Kind, cell.Text = intake.Failure, shown
		return cell, true
	case "float", "percentage", "currency":
		// LibreOffice before 4.2 stored errors as 0 with the error as text.
		if cell.Formula && strings.HasPrefix(shown, "#") {
			cell.Kind, cell.Text = intake.Failure, shown
			return cell, true
		}
		f, ok := parseNumber([]byte(strings.TrimSpace(v.value)))
		if ok {
			cell.Kind, cell.Num, cell.Text = intake.Number, f, strings.TrimSpace(v.value)
			return cell, true
		}
	case "date":
		days, ok := isoDays(v.value)
		if ok {
			cell.Kind, cell.Num, cell.Text, cell.Shown = intake.DateNum, days, v.value, shownIn(shown)
			return cell, true
		}
	case "boolean":
		cell.Kind, cell.Text = intake.Bool, "0"
		if v.value == "true" {
			cell.Text = "1"
		}
		return cell, true
	case "":
		if cell.Formula && shown == "" {
			cell.Kind, cell.Text = intake.Unsaved, v.formula
			return cell, true
		}
	}
	cell.Text = shown
	if shown == "" {
		cell.Text = v.value
	}
	return cell, cell.Text != ""
}

// attrOf gives an attribute by its whole name with prefix.
func (x *xmlScanner) attrOf(full string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].full) == full {
			return x.attrs[i].value
		}
	}
	return nil
}

// shownIn tells by the text a cell shows how much of its day that is: "1980"
// and "03/1980" leave the rest unsaid.
func shownIn(text string) intake.Shown {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	letters := strings.IndexFunc(text, unicode.IsLetter) >= 0
	switch {
	case len(parts) == 1 && len(parts[0]) == 4 && (!letters || strings.HasPrefix(strings.ToLower(text), "năm ")):
		return intake.ShownYear
	case len(parts) == 2 && len(parts[0]) <= 2 && len(parts[1]) == 4 && !letters:
		return intake.ShownMonth
	}
	return intake.ShownDay
}
