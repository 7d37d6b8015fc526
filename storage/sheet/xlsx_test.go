package sheet

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/model/fault"
	"thidua/model/intake"
)

// On well-formed files excelize and our reader must see the same cells: the
// same values, fonts and strikes, hidden rows, merges.
func TestAgreesWithExcelize(t *testing.T) {
	files, err := filepath.Glob("testdata/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	samples, err := filepath.Glob("testdata/samples/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 5 || len(samples) < 3 {
		t.Fatalf("only %v %v", files, samples)
	}
	for _, file := range append(files, samples...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			compareExcelize(t, raw)
		})
	}
	t.Run("generated", func(t *testing.T) { compareExcelize(t, makeList(t, 500)) })
	t.Run("generated, shared strings", func(t *testing.T) { compareExcelize(t, shareStrings(t, makeList(t, 500))) })
}

func compareExcelize(t *testing.T, raw []byte) {
	t.Helper()
	book := readBytes(t, "x.xlsx", raw)
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if names := f.GetSheetList(); len(names) != len(book.Sheets) {
		t.Fatalf("sheets %v, ours %d", names, len(book.Sheets))
	}
	for i, name := range f.GetSheetList() {
		g := book.Sheets[i]
		if g.Name != name {
			t.Errorf("sheet %q, excelize %q", g.Name, name)
		}
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		ours := map[string]string{}
		for _, r := range g.Rows {
			if visible, err := f.GetRowVisible(name, r.Number); err != nil || visible == r.Hidden {
				t.Errorf("%s row %d: hidden %v", name, r.Number, r.Hidden)
			}
			for _, c := range r.Cells {
				ours[cellName(c.Col, r.Number)] = c.Text
				checkLook(t, f, name, book, r, c)
			}
		}
		n := 0
		for y, row := range rows {
			for x, v := range row {
				ref := cellName(x, y+1)
				if v == "" {
					continue
				}
				n++
				// excelize gives "TRUE" and "FALSE", and formulas without a value as "".
				if v != ours[ref] && !(v == "TRUE" && ours[ref] == "1" || v == "FALSE" && ours[ref] == "0") {
					t.Errorf("%s %s: %q, excelize %q", name, ref, ours[ref], v)
				}
				delete(ours, ref)
			}
		}
		for ref, v := range ours {
			if _, c, _ := find(book, ref); c.Kind != intake.Unsaved {
				t.Errorf("%s %s: %q, excelize has nothing", name, ref, v)
			}
		}
		if n == 0 {
			t.Errorf("%s: excelize sees no cell", name)
		}
	}
}

func checkLook(t *testing.T, f *excelize.File, sheet string, book *intake.Book, r intake.Row, c intake.Cell) {
	t.Helper()
	ref := cellName(c.Col, r.Number)
	id, err := f.GetCellStyle(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	font, struck := "", false
	if style.Font != nil {
		font, struck = style.Font.Family, style.Font.Strike
	}
	// Runs of rich text say more than the style of the cell.
	if runs, err := f.GetCellRichText(sheet, ref); err == nil && len(runs) > 0 && runs[0].Font != nil {
		font, struck = runs[0].Font.Family, runs[0].Font.Strike
		if font == "" {
			return
		}
	}
	// excelize leaves out a font under applyFont="false", which LibreOffice
	// writes for its default font.
	if got := book.Fonts[c.Font]; got != font && font != "" {
		t.Errorf("%s: font %q, excelize %q", ref, got, font)
	}
	if c.Struck != struck {
		t.Errorf("%s: struck %v", ref, c.Struck)
	}
}

// The five sheets that came with the task: every record's cells are found as
// they are; those in old encodings keep row for row.
func TestSamples(t *testing.T) {
	var truth map[string]struct {
		Records []map[string]string
	}
	if err := json.Unmarshal(rawTestdata(t, "samples/truth.json"), &truth); err != nil {
		t.Fatal(err)
	}
	if len(truth) != 5 {
		t.Fatalf("truth of %d files", len(truth))
	}
	for name, want := range truth {
		b := readTestdata(t, "samples/"+name)
		var cells []string
		for _, g := range b.Sheets {
			for _, r := range g.Rows {
				for _, c := range r.Cells {
					cells = append(cells, c.Text)
				}
			}
		}
		all := strings.Join(cells, "\n")
		for _, rec := range want.Records {
			if id := rec["id_number"]; id != "" && !strings.Contains(all, strings.TrimLeft(id, "0")) {
				t.Errorf("%s: no cell holds %s", name, id)
			}
			if name == "cham_phay.csv" && !slices.Contains(cells, rec["name"]) {
				t.Errorf("%s: no cell is %q", name, rec["name"])
			}
		}
	}
	tcvn := readTestdata(t, "samples/tcvn3.xls")
	if _, c, ok := find(tcvn, "J7"); !ok || c.Text != "H×nh thøc ®Ò nghÞ khen th\u00adëng" || tcvn.Fonts[c.Font] != ".VnTime" {
		t.Errorf("tcvn3.xls J7: %+v", c)
	}
}

// parts is a whole .xlsx made of a sheet and, perhaps, other parts.
func parts(t testing.TB, sheet string, more map[string]string) []byte {
	t.Helper()
	const ns = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	rel := `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	all := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + rel + `officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook` + ns + `><sheets><sheet name="DS" sheetId="1" id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + rel + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + rel + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + rel + `styles" Target="styles.xml"/><Relationship Id="rId4" Type="` + rel + `externalLink" Target="file:///C:/x.xlsx" TargetMode="External"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   strings.Replace(sheet, "<worksheet>", "<worksheet"+ns+">", 1),
	}
	for name, text := range more {
		all[name] = text
	}
	return zipOf(t, all)
}

func sheetOf(rows string) string {
	return `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

// What other writers do that Excel does not: no references, prefixes, shared
// strings with runs, dates in ISO, attributes in any order.
func TestXLSXDetails(t *testing.T) {
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="15" formatCode="0.0"/></numFmts>
	<fonts><font><name val="Times New Roman"/></font><font><strike/><name val=".VnTime"/></font><font><strike val="0"/><name val="A &amp; B"/></font></fonts>
	<cellStyleXfs><xf fontId="2"/></cellStyleXfs>
	<cellXfs><xf fontId="0" applyFont="false"/><xf fontId="1" numFmtId="164"/><xf fontId="2" numFmtId="15"/><xf fontId="99" numFmtId="14"/></cellXfs>
	<dxfs><dxf><font><name val="Wrong"/></font></dxf></dxfs></styleSheet>`
	shared := `<sst count="9" uniqueCount="4000000000"><si><t xml:space="preserve"> một </t></si><si/><si><r><t xml:space="preserve"> </t></r><r><rPr><rFont val="VNI-Times"/><strike/></rPr><t>Hai</t></r><r><t xml:space="preserve"> </t></r><rPh><t>bỏ</t></rPh></si><si><t>a_x000D_
b</t></si><si><r><rPr><strike/></rPr><t>nửa</t></r><r><t>giữ</t></r></si><si><r><rPr><b/></rPr><t>viết lại</t></r></si></sst>`
	sheet := `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:XFD1048576"/><x:sheetData>
	<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c s="1" t="s"><x:v>2</x:v></x:c></x:row>
	<x:row r="4" hidden="1" spans="1:9"><x:c t="s" r="B4"><x:v> 3 </x:v></x:c><x:c s="1"><x:v>29285</x:v></x:c><x:c s="2"><x:v>29285</x:v></x:c><x:c s="3"><x:v>29285</x:v></x:c></x:row>
	<x:row ht="0"><x:c t="inlineStr"><x:is><x:t>trong ô</x:t></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v>kết quả</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v></x:v></x:c><x:c><x:f>SUM(A1)</x:f></x:c><x:c t="d"><x:v>1980-03-05</x:v></x:c><x:c t="e"><x:f>X()</x:f><x:v>#NAME?</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row>
	<x:row><x:c s="1"/><x:c><x:v>chữ</x:v></x:c><x:c s="1"><x:v>60</x:v></x:c><x:c s="1"><x:v>1E-2</x:v></x:c><x:c t="s"><x:v>4</x:v></x:c><x:c t="s" s="1"><x:v>4</x:v></x:c><x:c t="s" s="1"><x:v>5</x:v></x:c></x:row>
	</x:sheetData><x:mergeCells><x:mergeCell ref="A1:C1"/><x:mergeCell ref="E9:E4"/><x:mergeCell ref="B2"/><x:mergeCell ref="A1:XFD1048576"/></x:mergeCells>
	<x:extLst><x:ext><x:row r="9"/></x:ext></x:extLst></x:worksheet>`
	raw := parts(t, sheet, map[string]string{"xl/styles.xml": styles, "xl/sharedStrings.xml": shared})
	wantOutline(t, readBytes(t, "x.xlsx", raw), `
xlsx 
= DS A1:C1 E4:E6 A1:G6
A1 " một " {Times New Roman}
C1 " Hai " {VNI-Times} struck
B4 "a\r\nb" {Times New Roman} hidden
C4 day 3716 29285 {.VnTime} struck hidden
D4 29285 29285 {A & B} hidden
E4 day 3716 29285 hidden
A5 "trong ô" {Times New Roman} hidden
B5 "kết quả" {Times New Roman} formula hidden
D5 unsaved SUM(A1) {Times New Roman} formula hidden
E5 day 3716 1980-03-05 {Times New Roman} hidden
F5 failure #NAME? {Times New Roman} formula hidden
G5 bool 0 {Times New Roman} hidden
B6 "chữ" {Times New Roman}
C6 "29/02/1900" {.VnTime} struck
D6 0.01 1E-2 {.VnTime} struck
E6 "nửagiữ" {Times New Roman}
F6 "nửagiữ" {.VnTime} struck
G6 "viết lại" {.VnTime}
`)
}

// A program that cannot calculate writes 0 for every result and asks Excel to
// calculate on opening: such a 0 is no result.
func TestResultsNeverCalculated(t *testing.T) {
	sheet := sheetOf(`<row><c><f>A2*2</f><v>0</v></c><c><f>A2*3</f><v>6</v></c><c><v>0</v></c></row>`)
	book := `<workbook><sheets><sheet name="DS" r:id="rId1"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>`
	wantOutline(t, readBytes(t, "x.xlsx", parts(t, sheet, map[string]string{"xl/workbook.xml": book})),
		"xlsx \n= DS\nA1 unsaved A2*2 formula\nB1 6 6 formula\nC1 0 0\n")
	wantOutline(t, readBytes(t, "x.xlsx", parts(t, sheet, nil)), "xlsx \n= DS\nA1 0 0 formula\nB1 6 6 formula\nC1 0 0\n")
}

func TestRowsOutOfOrder(t *testing.T) {
	raw := parts(t, sheetOf(`<row r="5"><c r="B5"><v>2</v></c><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>0</v></c></row>`), nil)
	wantOutline(t, readBytes(t, "x.xlsx", raw), "xlsx \n= DS\nA2 0 0\nA5 1 1\nB5 2 2\n")
}

func TestCharsetsOfParts(t *testing.T) {
	sheet := `<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>Đặng</t></is></c></row></sheetData></worksheet>`
	raw := parts(t, string(wide(sheet, false, true)), nil)
	if _, c, _ := find(readBytes(t, "x.xlsx", raw), "A1"); c.Text != "Đặng" {
		t.Errorf("%q", c.Text)
	}
}

func TestDamagedXLSX(t *testing.T) {
	row := `<row r="2"><c r="A2"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		sheet, code string
		more        map[string]string
	}{
		"breaks off":          {`<worksheet><sheetData>` + row + `<row r="3"><c r="A3"><v>1</v>`, "sheet.damaged-row", nil},
		"breaks off behind":   {`<worksheet><sheetData>` + row + `</sheetData><mergeCells>`, "sheet.damaged-row", nil},
		"wrong end tag":       {sheetOf(row + `<row r="3"></c></row>`), "sheet.damaged-row", nil},
		"string not there":    {sheetOf(row + `<row r="3"><c r="C3" t="s"><v>1</v></c></row>`), "sheet.missing-string", map[string]string{"xl/sharedStrings.xml": `<sst><si><t>a</t></si></sst>`}},
		"no strings at all":   {sheetOf(`<row r="3"><c r="C3" t="s"><v>0</v></c></row>`), "sheet.missing-string", nil},
		"negative string":     {sheetOf(`<row r="3"><c r="C3" t="s"><v>-1</v></c></row>`), "sheet.missing-string", map[string]string{"xl/sharedStrings.xml": `<sst><si><t>a</t></si></sst>`}},
		"row twice":           {sheetOf(row + row), "sheet.damaged-row", nil},
		"cell twice":          {sheetOf(`<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`), "sheet.damaged-row", nil},
		"cell in another row": {sheetOf(`<row r="2"><c r="A3"><v>1</v></c></row>`), "sheet.damaged-row", nil},
		"a million columns":   {sheetOf(`<row r="2"><c r="ZZZZ2"><v>1</v></c></row>`), "sheet.damaged-row", nil},
		"a row far away":      {sheetOf(`<row r="4000000"><c><v>1</v></c></row>`), "sheet.damaged-sheet", nil},
		"absurd merge":        {`<worksheet><sheetData>` + row + `</sheetData><mergeCells><mergeCell ref="A1:ZZZZ99999999"/></mergeCells></worksheet>`, "sheet.damaged-row", nil},
		"unknown kind":        {sheetOf(`<row r="2"><c r="A2" t="zz"><v>1</v></c></row>`), "sheet.damaged-row", nil},
		"entities":            {`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>` + sheetOf(row), "sheet.doctype", nil},
		"entities in strings": {sheetOf(row), "sheet.doctype", map[string]string{"xl/sharedStrings.xml": `<!DOCTYPE x [<!ENTITY a "a">]><sst><si><t>&a;</t></si></sst>`}},
		"unknown entity":      {sheetOf(`<row r="2"><c r="A2" t="str"><v>&a;</v></c></row>`), "sheet.damaged-row", nil},
		"strings break off":   {sheetOf(row), "sheet.damaged-part", map[string]string{"xl/sharedStrings.xml": `<sst><si><t>a`}},
		"styles break off":    {sheetOf(row), "sheet.damaged-part", map[string]string{"xl/styles.xml": `<styleSheet><fonts><font>`}},
		"workbook breaks off": {sheetOf(row), "sheet.damaged-part", map[string]string{"xl/workbook.xml": `<workbook><sheets>`}},
		"no sheet part":       {sheetOf(row), "sheet.missing-part", map[string]string{"xl/_rels/workbook.xml.rels": `<R><Relationship Id="rId1" Type="x/worksheet" Target="nowhere.xml"/></R>`}},
		"only format":         {sheetOf(`<row r="2"><c r="A2" s="1"/></row>`), "sheet.empty", nil},
		"no worksheet":        {sheetOf(row), "sheet.empty", map[string]string{"xl/workbook.xml": `<workbook><sheets/></workbook>`}},
	} {
		t.Run(name, func(t *testing.T) {
			err := wantRefused(t, name, parts(t, c.sheet, c.more), c.code)
			if c.code == "sheet.missing-string" && !strings.Contains(err.Error(), "C3") {
				t.Errorf("the cell is not named: %v", err)
			}
		})
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	raw := makeList(t, 10)
	_, err := Read(ctx, "x", bytes.NewReader(raw), int64(len(raw)))
	if fault.KindOf(err) != fault.Canceled {
		t.Error(err)
	}
}
