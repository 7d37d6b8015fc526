package office

import (
	"bytes"
	"context"
	"fmt"
	"strconv"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
)

// ReadBack is a filled template as it was understood; nothing is written.
type ReadBack struct {
	Report report.Report // whose it is
	Filled report.Filled
}

// ReadTemplate reads the spreadsheet a unit filled in. It answers "report.none" or
// "office.not-a-template" for another file; cells that were not understood are in
// Filled.Faults, each with its place.
func (o *Office) ReadTemplate(ctx context.Context, in Attachment) (b ReadBack, err error) {
	book, err := o.ports.Sheets.Read(ctx, in.Name, bytes.NewReader(in.Data), int64(len(in.Data)))
	if err != nil {
		return b, err
	}
	rows := rowsOf(book)
	key, ok := report.ReadKey(rows)
	if !ok {
		return b, fault.New(fault.Refused, "office.not-a-template", in.Name)
	}
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, key.Movement)
		if err != nil {
			return fault.New(fault.Refused, "office.template-other", in.Name).Because(err)
		}
		list, err := tx.Reports().Find(ctx, ReportFilter{YearFilter: YearFilter{Movement: y.movement.ID, Year: key.Year, Units: []int64{key.Unit}}, Kind: key.Kind})
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fault.New(fault.Refused, "office.template-other", in.Name)
		}
		b.Report = list[0]
		set, _, err := setFor(ctx, tx, y, key.Year, key.Unit)
		if err != nil {
			return err
		}
		b.Filled = report.ReadTemplate(key, rows, set.Items)
		return nil
	})
	return b, err
}

// TakeTemplate reads a filled template and takes the report in, the file kept with
// it. A template with cells that were not understood is refused with all of them.
func (o *Office) TakeTemplate(ctx context.Context, in Attachment) (report.Report, audit.Entry, error) {
	b, err := o.ReadTemplate(ctx, in)
	if err != nil {
		return report.Report{}, audit.Entry{}, err
	}
	if err := b.Filled.Faults.OrNil(); err != nil {
		return b.Report, audit.Entry{}, err
	}
	a := Arrival{Content: b.Filled.Content, Number: b.Filled.Number, Date: b.Filled.Date, File: &in}
	return o.ReceiveReport(ctx, b.Report.ID, a)
}

// rowsOf are a book's visible cells as text: numbers as they are written, days as ISO.
func rowsOf(book *intake.Book) []report.Row {
	var out []report.Row
	for _, g := range book.Sheets {
		for _, r := range g.Rows {
			row := report.Row{Sheet: g.Name, Row: r.Number}
			for _, c := range r.Cells {
				for len(row.Cells) < c.Col {
					row.Cells = append(row.Cells, "")
				}
				row.Cells = append(row.Cells, textOf(c))
			}
			out = append(out, row)
		}
	}
	return out
}

// textOf is a cell as words.
func textOf(c intake.Cell) string {
	switch c.Kind {
	case intake.DateNum:
		return when.Of(1970, 1, 1).AddDays(int(c.Num)).String()
	case intake.Number:
		if c.Num == float64(int64(c.Num)) {
			return strconv.FormatInt(int64(c.Num), 10)
		}
		return strconv.FormatFloat(c.Num, 'f', -1, 64)
	case intake.Failure, intake.Unsaved:
		return fmt.Sprintf("(%s)", c.Text) // never silently empty: it is told as not understood
	}
	return viet.Repair(viet.NFC(c.Text), "", "").Text
}

// Debtors names who owes a movement something, for those who plan a year.
func (o *Office) Debtors(ctx context.Context, code string, day when.Date) (list []movement.Debtor, err error) {
	err = o.read(ctx, func(tx Tx) error {
		y, err := o.year(ctx, tx, code)
		if err != nil {
			return err
		}
		list = y.movement.Debtors(y.units, day, day)
		return nil
	})
	return list, err
}
