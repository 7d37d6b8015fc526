package sheet

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"thidua/model/fault"
	"thidua/model/intake"
)

// FuzzAnnotate takes the parts of an agency's workbook: excelize, not our own
// reader, opens and writes it there.
func FuzzAnnotate(f *testing.F) {
	for _, name := range []string{"one.xlsx", "one.lo.xlsx", "rows.lo.xlsx"} {
		p := partsForFuzz(f, name)
		f.Add([]byte(p["xl/worksheets/sheet1.xml"]), []byte(p["xl/sharedStrings.xml"]), []byte(p["xl/styles.xml"]))
	}
	f.Add([]byte(sheetOf(`<row r="2" ht="15"><c r="A2" s="1" t="inlineStr"><is><t>a</t></is></c><c r="C2"><v>1</v></c></row>`)), []byte(`<sst/>`), []byte(`<styleSheet><cellXfs><xf/><xf/></cellXfs></styleSheet>`))
	f.Fuzz(func(t *testing.T, sheet, shared, styles []byte) {
		if tooLong(sheet, shared, styles) {
			return
		}
		checkReply(t, "x.xlsx", parts(t, string(sheet), map[string]string{"xl/sharedStrings.xml": string(shared), "xl/styles.xml": string(styles)}))
	})
}

// FuzzAnnotateFresh takes a file of any other kind, from which a new workbook is made.
func FuzzAnnotateFresh(f *testing.F) {
	addFiles(f, "web.*", "samples/*.csv")
	f.Add([]byte("a;b\n\n1;2\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !tooLong(raw) && !bytes.HasPrefix(raw, []byte("PK")) {
			checkReply(t, "x.csv", raw)
		}
	})
}

// checkReply holds what the writer of the reply promises of any file it can
// read: a refusal, or a workbook with every row as it was and each remark in the
// row it speaks of.
func checkReply(t *testing.T, name string, raw []byte) {
	t.Helper()
	ctx := context.Background()
	before, err := Read(ctx, name, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return
	}
	const note = "Ngày sinh chưa rõ.\nHãy ghi đủ."
	g := before.Sheets[0]
	if len(g.Rows) == 0 || len(g.Rows) > 5000 {
		return
	}
	row := g.Rows[len(g.Rows)-1].Number
	var out bytes.Buffer
	err = Annotate(ctx, name, bytes.NewReader(raw), int64(len(raw)), &out, map[string]map[int]string{g.Name: {row: note}}, "Cần sửa")
	if err != nil {
		var f *fault.Error
		if !errors.As(err, &f) || out.Len() > 0 {
			t.Fatalf("%d bytes and %v", out.Len(), err)
		}
		return
	}
	after, err := Read(ctx, "reply.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatalf("the reply cannot be read: %v", err)
	}
	rows := map[int][]intake.Cell{}
	for _, r := range after.Sheets[0].Rows {
		rows[r.Number] = r.Cells
	}
	for _, r := range g.Rows {
		if len(rows[r.Number]) < len(r.Cells) && before.Format != "xlsx" {
			t.Fatalf("row %d has %d cells, had %d", r.Number, len(rows[r.Number]), len(r.Cells))
		}
	}
	for _, c := range rows[row] {
		if c.Text == note {
			return
		}
	}
	t.Fatalf("row %d: the remark is missing: %v", row, rows[row])
}
