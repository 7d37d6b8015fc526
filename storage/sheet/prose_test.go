package sheet

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"thidua/model/fault"
)

// A row of a list is a line with its cells; a table that only holds running text in
// place is that text.
func TestWhatAWordFileSays(t *testing.T) {
	p := func(texts ...string) string {
		return `<w:p><w:r><w:t>` + strings.Join(texts, `</w:t></w:r></w:p><w:p><w:r><w:t>`) + `</w:t></w:r></w:p>`
	}
	cell := func(inside string) string { return `<w:tc>` + inside + `</w:tc>` }
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	table := func(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }
	for name, x := range map[string]struct{ body, text, code string }{
		"paragraphs": {p("Một", "Hai") + `<w:p/>`, "Một\nHai\n", ""},
		"a list":     {p("DANH SÁCH") + table(row(cell(p("TT")), cell(p("Họ và tên"))), row(cell(p("1")), cell(p("Trần Văn", "Thử"))), row(cell(p("")), cell(`<w:p/>`))), "DANH SÁCH\nTT\tHọ và tên\n1\tTrần Văn Thử\n", ""},
		"a cell in a form field, a table in a cell": {table(row(`<w:sdt><w:sdtContent>`+cell(p("a"))+`</w:sdtContent></w:sdt>`, cell(table(row(cell(p("b")), cell(p("c"))))+p("d")))), "a\tb c d\n", ""},
		"running text in a table":                   {table(row(cell(p("Họ và tên: A", "Chức vụ: B", "Đơn vị: C", "Khác: D")), cell(p("E")))), "Họ và tên: A\nChức vụ: B\nĐơn vị: C\nKhác: D\nE\n", ""},
		"pictures only":                             {p("", ""), "", "sheet.scan"},
	} {
		raw := repack(t, rawTestdata(t, "list.docx"), map[string]string{"word/document.xml": `<w:document><w:body>` + x.body + `</w:body></w:document>`})
		text, err := Prose(context.Background(), "a.docx", bytes.NewReader(raw), int64(len(raw)))
		if text != x.text || fault.CodeOf(err) != x.code {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}
