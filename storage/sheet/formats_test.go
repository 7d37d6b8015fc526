package sheet

import (
	"encoding/json"
	"strings"
	"testing"

	"thidua/model/intake"
)

// truthCell is one line of testdata/one.json.
type truthCell struct {
	Ref, Kind, Font string
	Text            *string
	Num             *float64
	Struck, Formula bool
}

var kindNames = map[string]intake.CellKind{
	"text": intake.Text, "number": intake.Number, "date": intake.DateNum,
	"bool": intake.Bool, "failure": intake.Failure, "unsaved": intake.Unsaved,
}

// One book of every kind of cell, in every format a spreadsheet program writes:
// value, kind, font and strike of every cell.
func TestOneBookInEveryFormat(t *testing.T) {
	var truth []truthCell
	if err := json.Unmarshal(rawTestdata(t, "one.json"), &truth); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"one.xlsx", "one.lo.xlsx", "one.lo.xls", "one.lo.ods", "one.lo.fods"} {
		t.Run(file, func(t *testing.T) {
			b := readTestdata(t, file)
			openDocument := strings.HasSuffix(file, "ods")
			n := 0
			for _, g := range b.Sheets {
				for _, r := range g.Rows {
					n += len(r.Cells)
				}
			}
			if n != len(truth) {
				t.Errorf("%d cells, want %d", n, len(truth))
			}
			for _, want := range truth {
				// LibreOffice calculates what openpyxl left uncalculated.
				if file != "one.xlsx" && want.Kind == "unsaved" {
					continue
				}
				switch {
				case !openDocument:
				case want.Ref == "D2": // LibreOffice makes a formula of TRUE
					continue
				case want.Ref == "D4": // a time of the day is text in OpenDocument
					continue
				case want.Ref == "E4", want.Ref == "F4": // LibreOffice counts 1900 without the false leap day
					continue
				case want.Ref == "F5": // OpenDocument has no carriage return in a text
					continue
				}
				checkCell(t, b, want, file == "one.xlsx")
			}
		})
	}
}

func checkCell(t *testing.T, b *intake.Book, want truthCell, original bool) {
	t.Helper()
	_, c, ok := find(b, want.Ref)
	if !ok {
		t.Errorf("%s is not there", want.Ref)
		return
	}
	if c.Kind != kindNames[want.Kind] {
		t.Errorf("%s: kind %d, want %s", want.Ref, c.Kind, want.Kind)
	}
	// LibreOffice turns error values and truth values into formulas.
	if original && c.Formula != want.Formula {
		t.Errorf("%s: formula %v", want.Ref, c.Formula)
	}
	text := ""
	if want.Text != nil {
		text = strings.TrimPrefix(*want.Text, "=")
	}
	if want.Text != nil && c.Text != text {
		t.Errorf("%s: %q, want %q", want.Ref, c.Text, text)
	}
	if want.Num != nil && c.Num != *want.Num {
		t.Errorf("%s: %v, want %v", want.Ref, c.Num, *want.Num)
	}
	if b.Fonts[c.Font] != want.Font {
		t.Errorf("%s: font %q, want %q", want.Ref, b.Fonts[c.Font], want.Font)
	}
	if c.Struck != want.Struck {
		t.Errorf("%s: struck %v", want.Ref, c.Struck)
	}
}

// Hidden rows, columns and sheets, merges, and fifty rows of mere format.
func TestHiddenAndMerged(t *testing.T) {
	for _, file := range []string{"rows.xlsx", "rows.lo.xlsx", "rows.lo.xls", "rows.lo.ods"} {
		t.Run(file, func(t *testing.T) {
			b := readTestdata(t, file)
			if len(b.Sheets) != 4 {
				t.Fatalf("%d sheets", len(b.Sheets))
			}
			for i, hidden := range []bool{false, false, true, true} {
				if b.Sheets[i].Hidden != hidden {
					t.Errorf("sheet %q: hidden %v", b.Sheets[i].Name, b.Sheets[i].Hidden)
				}
			}
			g := b.Sheets[1]
			if g.Name != "Danh sách" || len(g.Rows) != 7 {
				t.Fatalf("sheet %q of %d rows", g.Name, len(g.Rows))
			}
			for _, r := range g.Rows {
				if r.Hidden != (r.Number == 5) {
					t.Errorf("row %d: hidden %v", r.Number, r.Hidden)
				}
			}
			if len(g.HiddenCols) != 1 || g.HiddenCols[0] != 2 {
				t.Errorf("hidden columns %v, want C", g.HiddenCols)
			}
			want := map[intake.Merge]bool{{Top: 1, Left: 0, Bottom: 1, Right: 3}: true, {Top: 4, Left: 1, Bottom: 6, Right: 1}: true}
			if len(g.Merges) != 2 || !want[g.Merges[0]] || !want[g.Merges[1]] {
				t.Errorf("merges %v", g.Merges)
			}
			for _, r := range g.Rows[1:] {
				for _, c := range r.Cells {
					if w := "ô " + string(rune('0'+r.Number)) + "." + string(rune('1'+c.Col)); c.Text != w {
						t.Errorf("%s holds %q", cellName(c.Col, r.Number), c.Text)
					}
				}
			}
		})
	}
}

func TestDateSystemOf1904(t *testing.T) {
	for _, file := range []string{"y1904.xlsx", "y1904.lo.xls", "y1904.lo.ods"} {
		_, c, ok := find(readTestdata(t, file), "A1")
		if !ok || c.Kind != intake.DateNum || c.Num != 3716 { // 05/03/1980
			t.Errorf("%s: %+v", file, c)
		}
	}
}

func TestSpreadsheetML(t *testing.T) {
	wantOutline(t, readTestdata(t, "web.xml"), `
spreadsheetml 
= Danh sách A1:D1 A5:A6 -C -D
A1 "DANH SÁCH" {Times New Roman}
A4 1 1 {Times New Roman}
B4 "NguyÔn V¨n A" {.VnTime}
D4 day 3716 1980-03-05T00:00:00.000 {Times New Roman}
A5 2 2 {Times New Roman} hidden
B5 "Traàn Thò B" {VNI-Times} hidden
C5 day 3716 29285 {Arial} struck hidden
B6 failure #N/A {.VnTime} formula
C6 unsaved =1+1 {.VnTime} formula
D6 bool 1 {.VnTime}
= Cũ (hidden)
A1 "năm 2023" {Times New Roman}
`)
}

func TestWebPage(t *testing.T) {
	wantOutline(t, readTestdata(t, "web.html"), `
html windows-1252
=  A2:C2 D2:D3 -B
A1 "DANH SÁCH"
A2 "gộp ngang" {Times New Roman}
D2 "gộp dọc" {Times New Roman}
A3 1 1 {Times New Roman} hidden
B3 "NguyÔn V¨n A" {.VnTime} hidden
C3 5.8076249362e+10 58076249362 {Times New Roman} hidden
A4 day 3716 29285 {Times New Roman}
B4 "Traàn Thò B" {VNI-Times}
C4 "rút\ntên" {Times New Roman} struck
D4 "\u00a02" {Times New Roman}
A5 "Người lập"
`)
	b := readTestdata(t, "one.lo.html")
	for ref, want := range map[string]string{"A1": "Họ và tên", "C1": "dòng một\ndòng hai", "B3": "05/03/1980", "D1": "Tr\u00ad\u00ebng ban"} {
		if _, c, _ := find(b, ref); c.Text != want {
			t.Errorf("%s: %q, want %q", ref, c.Text, want)
		}
	}
}

func TestTablesInsideTables(t *testing.T) {
	page := `<html><body><table><tr><td>Sở Y tế</td></tr><tr><td>
	<table><tr><th>STT<th>Họ và tên</tr><tr><td>1<td>Lê Thị Ý</table>
	</td></tr><tr><td>Người lập</td></tr></table></body></html>`
	wantOutline(t, readBytes(t, "x.xls", []byte(page)), `
html utf-8
= 
A1 "Sở Y tế"
A3 "STT"
B3 "Họ và tên"
A4 "1"
B4 "Lê Thị Ý"
A5 "Người lập"
`)
}

func TestSingleFileWebPage(t *testing.T) {
	mail := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_x\"\r\n\r\nDocument\r\n" +
		"------=_x\r\nContent-Location: file:///C:/ds.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n<html><frameset></frameset></html>\r\n" +
		"------=_x\r\nContent-Location: file:///C:/ds_files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n<html><table><tr><td style=3D'font-family:.VnTime'>H=C3=A4 v=C2=B5 =\r\nt=C2=AAn</td></tr></table></html>\r\n" +
		"------=_x\r\nContent-Location: sheet002.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\nPHRhYmxlPjx0cj48dGQ+YTwvdGQ+PC90cj48L3RhYmxlPg==\r\n" +
		"------=_x--\r\n"
	wantOutline(t, readBytes(t, "x.xls", []byte(mail)), `
html utf-8
= sheet001
A1 "Hä vµ tªn" {.VnTime}
= sheet002
A1 "a"
`)
	wantRefused(t, "e-mail without a page", []byte("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nxin chào\r\n"), "sheet.not-a-table")
	cut := strings.Index(mail, "t=C2=AAn")
	wantRefused(t, "cut", []byte(mail[:cut]), "sheet.damaged")
}

func TestWordTables(t *testing.T) {
	wantOutline(t, readTestdata(t, "list.docx"), `
docx 
= Bảng 1
A1 "UBND HUYỆN NINH SƠN" {Times New Roman}
A2 "(Kèm theo Tờ trình số 12/TTr-UBND ngày 05/12/2025)" {Times New Roman}
A3 "I. TẬP THỂ" {Times New Roman}
A4 "STT" {Times New Roman}
B4 "Tên tập thể" {Times New Roman}
C4 "Hình thức" {Times New Roman}
A5 "1" {Times New Roman}
B5 "Phòng Tổng hợp" {Times New Roman}
C5 "Giấy khen" {Times New Roman}
= Bảng 2 B2:C2 A2:A3 D2:D3
A1 "II. CÁ NHÂN" {Times New Roman}
A2 "STT" {Times New Roman}
B2 "Năm sinh" {Times New Roman}
D2 "Họ và tên" {Times New Roman}
B3 "Nam" {Times New Roman}
C3 "Nữ" {Times New Roman}
A4 "1" {Times New Roman}
B4 "1980" {Times New Roman}
D4 "Kiều Quốc Vĩnh\nKế toán" {Times New Roman}
A5 "2" {Times New Roman}
C5 "1985" {Times New Roman}
D5 "NguyÔn ThÞ Hoa" {.VnTime}
A6 "3" {Times New Roman}
C6 "1990" {Times New Roman}
D6 "Bo Bo Thị Ý" {Times New Roman} struck
A7 "NGƯỜI LẬP" {Times New Roman}
`)
}

// What Word keeps beside the visible text: tracked changes, fields, hidden
// text, a cell that continues to the left, fonts that come from styles.
func TestWordDetails(t *testing.T) {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	doc := `<w:document ` + w + `><w:body><w:tbl>
	<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>
	 <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="VN"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>
	  <w:r><w:t xml:space="preserve">Hä </w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>tªn</w:t></w:r></w:ins></w:p></w:tc>
	 <w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc></w:tr>
	<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>dòng đã xóa</w:t></w:r></w:p></w:tc></w:tr>
	<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="VNI-Times"/></w:rPr><w:t>Traàn</w:t></w:r></w:p>
	 <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc>
	 <w:sdt><w:sdtContent><w:tc><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr>
	</w:tbl><w:p><w:r><w:t>cuối</w:t></w:r></w:p></w:body></w:document>`
	styles := `<w:styles ` + w + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>
	<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
	<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>
	<w:style w:type="paragraph" w:styleId="VN"><w:basedOn w:val="Base"/></w:style></w:styles>`
	raw := repack(t, rawTestdata(t, "list.docx"), map[string]string{"word/document.xml": doc, "word/styles.xml": styles})
	wantOutline(t, readBytes(t, "x.docx", raw), `
docx 
= Bảng 1 B1:C1
B1 "Hä tªn" {.VnTime}
D1 "a\tb\nc" {Calibri}
A2 "Traàn\ntrong" {VNI-Times} hidden
B2 "\uf0fc" {Calibri} hidden
A3 "cuối" {Calibri}
`)
}
