package paper

import "thidua/model/fault"

// Verify tells what is wrong with the shape of a document before it is set: a row
// whose cells do not fill its columns, a table without columns, a certificate
// among text. Such faults are the program's own, never the officer's.
func Verify(d *Document) error {
	var faults fault.List
	bad := func(code string, args ...any) {
		faults.Add(fault.New(fault.Internal, code, args...))
	}
	if len(d.Parts) == 0 {
		bad("paper.empty", d.Code)
	}
	for pi, p := range d.Parts {
		certificates := 0
		for bi, b := range p.Blocks {
			switch b := b.(type) {
			case *Table:
				verifyTable(b, func(code string, args ...any) { bad(code, append([]any{d.Code, pi + 1, bi + 1}, args...)...) })
			case Columns:
				if len(b.Shares) == 0 || len(b.Shares) != len(b.Cells) {
					bad("paper.columns", d.Code, pi+1, bi+1)
				}
			case Sign:
				if len(b.Signers) == 0 || len(b.Signers) > 3 || b.Middle && (len(b.Signers) > 1 || len(b.Recipients) > 0) {
					bad("paper.signers", d.Code, pi+1, bi+1, len(b.Signers))
				}
			case Certificate:
				certificates++
			}
		}
		if certificates > 0 && certificates != len(p.Blocks) {
			bad("paper.certificate-mixed", d.Code, pi+1)
		}
	}
	return faults.OrNil()
}

func verifyTable(t *Table, bad func(code string, args ...any)) {
	n := len(t.Columns)
	if n == 0 {
		bad("paper.no-columns")
		return
	}
	for i, c := range t.Columns {
		if !(c.Share > 0) {
			bad("paper.share", i+1)
		}
	}
	filled := func(rows []Row, head bool) {
		covered := make([]int, len(rows))
		for _, p := range Grid(n, rows) {
			for r := p.Row; r < p.Row+p.Rows; r++ {
				if r >= len(rows) || p.Col+p.Cols > n || r > p.Row && !head {
					bad("paper.span", p.Row+1, p.Cell+1)
					break
				}
				covered[r] += p.Cols
			}
		}
		for i, c := range covered {
			if c != n {
				bad("paper.row", i+1, c, n)
			}
		}
	}
	filled(t.Head, true)
	filled(t.Rows, false)
}
