package sheet

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/model/intake"
)

// listRow is one made-up row of an agency's list.
func listRow(i int) []any {
	family := []string{"Nguyễn", "Trần", "Lê", "Katơr", "Chamaléa", "Pi Năng", "Bo Bo", "Kiều"}
	given := []string{"Vĩnh", "Liễu", "Ánh", "Hùng", "Hưng", "Hứng", "Thủy", "Hòa", "Ý"}
	unit := []string{"Sở Y tế", "Sở Giáo dục và Đào tạo", "Hội Nông dân tỉnh", "UBND huyện Ninh Sơn", "Công an tỉnh"}
	award := []string{"Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Thủ tướng Chính phủ", "Giấy khen"}
	return []any{
		i + 1,
		fmt.Sprintf("%s Thị %s %d", family[i%len(family)], given[i%len(given)], i/72),
		[]string{"Nam", "Nữ"}[i%2],
		float64(20000 + i%16000),
		"Raglai",
		fmt.Sprintf("058%09d", i*7919%1_000_000_000),
		"Chuyên viên",
		unit[i%len(unit)],
		"Phối hợp giám sát chuyên đề, hoàn thành 100% kết luận sau giám sát.",
		award[i%len(award)],
	}
}

// makeList writes an .xlsx of n rows in two fonts with a date column.
func makeList(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	text, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12}})
	if err != nil {
		tb.Fatal(err)
	}
	format := "dd/mm/yyyy"
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Family: ".VnTime", Size: 12}})
	if err != nil {
		tb.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for i := range n {
		row := listRow(i)
		for j, v := range row {
			style := text
			if j == 3 {
				style = date
			}
			row[j] = excelize.Cell{StyleID: style, Value: v}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// shareStrings rewrites the list the way Excel itself saves it: texts in the
// table of shared strings (the stream writer puts them into the cells).
func shareStrings(tb testing.TB, raw []byte) []byte {
	tb.Helper()
	b, err := Read(context.Background(), "x", bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		tb.Fatal(err)
	}
	var sheet, table strings.Builder
	index := map[string]int{}
	sheet.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for _, r := range b.Sheets[0].Rows {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:10">`, r.Number)
		for _, c := range r.Cells {
			if c.Kind != intake.Text {
				fmt.Fprintf(&sheet, `<c r="%s" s="%d"><v>%s</v></c>`, cellName(c.Col, r.Number), 1+c.Col/3%2, c.Text)
				continue
			}
			i, ok := index[c.Text]
			if !ok {
				i = len(index)
				index[c.Text] = i
				fmt.Fprintf(&table, "<si><t>%s</t></si>", c.Text)
			}
			fmt.Fprintf(&sheet, `<c r="%s" s="1" t="s"><v>%d</v></c>`, cellName(c.Col, r.Number), i)
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	return repack(tb, raw, map[string]string{
		"xl/worksheets/sheet1.xml": sheet.String(),
		"xl/_rels/workbook.xml.rels": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + table.String() + "</sst>",
	})
}

// BenchmarkXLSX compares reading a list of 100,000 rows of ten columns, fonts
// included, with excelize merely reading the raw values.
func BenchmarkXLSX(b *testing.B) {
	inline := makeList(b, 100_000)
	shared := shareStrings(b, inline)
	for _, kind := range []struct {
		name string
		raw  []byte
	}{{"inline", inline}, {"shared", shared}} {
		b.Run(kind.name+"/ours", func(b *testing.B) { benchRead(b, kind.raw) })
		b.Run(kind.name+"/excelize", func(b *testing.B) { benchExcelize(b, kind.raw) })
	}
}

// BenchmarkXLSXRows shows that the cost grows with the rows and no faster.
func BenchmarkXLSXRows(b *testing.B) {
	for _, n := range []int{10_000, 30_000, 100_000, 300_000} {
		raw := makeList(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchRead(b, raw)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
		})
	}
}

func benchRead(b *testing.B, raw []byte) {
	b.ReportAllocs()
	for b.Loop() {
		book, err := Read(context.Background(), "x", bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			b.Fatal(err)
		}
		runtime.KeepAlive(book)
	}
	reportMemory(b, raw)
}

// reportMemory measures what a Book weighs and what reading needs above it.
func reportMemory(b *testing.B, raw []byte) {
	b.StopTimer()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	book, err := Read(context.Background(), "x", bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		b.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	total := after.TotalAlloc - before.TotalAlloc
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := after.HeapAlloc - before.HeapAlloc
	runtime.KeepAlive(book)
	b.ReportMetric(float64(kept)/mib, "MiB-kept")
	b.ReportMetric(float64(total-kept)/mib, "MiB-above") // all ever allocated and not kept
}

func benchExcelize(b *testing.B, raw []byte) {
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			cols, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			n += len(cols)
		}
		if n == 0 {
			b.Fatal("no cells")
		}
		rows.Close()
		f.Close()
	}
}

// benchmarks of what can be made without another program; .xls is measured on
// the file testdata/make.py writes with LibreOffice, multiplied.
func BenchmarkXLSXCSV(b *testing.B) {
	var sb strings.Builder
	for i := range 100_000 {
		for j, v := range listRow(i) {
			if j > 0 {
				sb.WriteByte(';')
			}
			fmt.Fprint(&sb, v)
		}
		sb.WriteString("\r\n")
	}
	benchRead(b, []byte(sb.String()))
}
