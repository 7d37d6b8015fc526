"""Writes the files of this folder; kept as their documentation.

Needs openpyxl and LibreOffice:  python3 make.py   (all people are made up)

one.xlsx   every kind of cell, written by openpyxl; one.json says what stands in it
one.lo.*   the same book saved by LibreOffice in each format the readers know
y1904.*    dates counted from 1904
rows.*     rows and columns hidden, sheets hidden, merges
list.docx  a document of Word with two lists, saved by LibreOffice from HTML
"""
import datetime
import json
import pathlib
import subprocess
import tempfile
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Font

here = pathlib.Path(__file__).parent
DAY = datetime.date(1970, 1, 1)


def days(y, m, d):
    return (datetime.date(y, m, d) - DAY).days


def one():
    book = Workbook()
    ws = book.active
    ws.title = "Danh sách"
    truth = []

    def put(ref, value, kind="text", text=None, num=None, font="Times New Roman", strike=False, fmt=None, formula=False):
        c = ws[ref]
        c.value = value
        c.font = Font(name=font, size=12, strike=strike)
        if fmt:
            c.number_format = fmt
        t = {"ref": ref, "kind": kind, "font": font}
        if text is not None:
            t["text"] = text
        if num is not None:
            t["num"] = num
        if strike:
            t["struck"] = True
        if formula:
            t["formula"] = True
        truth.append(t)

    put("A1", "Họ và tên", text="Họ và tên")
    put("B1", "  hai đầu có cách  ", text="  hai đầu có cách  ")
    put("C1", "dòng một\ndòng hai", text="dòng một\ndòng hai")
    put("D1", "Tr\u00ad\u00ebng ban", text="Tr\u00ad\u00ebng ban", font=".VnTime")
    put("E1", "S\u00f4\u00fb Y te\u00e1", text="S\u00f4\u00fb Y te\u00e1", font="VNI-Times")
    put("F1", "058076249362", text="058076249362")
    put("G1", "<b> & \"ngoặc\" 'đơn'", text="<b> & \"ngoặc\" 'đơn'")
    put("A2", 58076249362, "number", text="58076249362", num=58076249362)
    put("B2", 12.5, "number", text="12.5", num=12.5)
    put("C2", -3, "number", text="-3", num=-3)
    put("D2", True, "bool", text="1")
    put("E2", "#N/A", "failure", text="#N/A")
    put("F2", "#DIV/0!", "failure", text="#DIV/0!")
    put("G2", "rút tên", text="rút tên", strike=True)
    d = datetime.date(1980, 3, 5)
    n = days(1980, 3, 5)
    for ref, fmt in [("A3", "mm-dd-yy"), ("B3", "dd/mm/yyyy"), ("C3", "[$-42A]dd/mm/yyyy;@"), ("D3", "mm/yyyy"),
                     ("E3", '"ngày" dd "tháng" mm "năm" yyyy'), ("F3", "yyyy"), ("G3", "d-mmm-yy")]:
        put(ref, d, "date", num=n, fmt=fmt)
    put("A4", 29285, "number", num=29285, fmt="0.00")
    put("B4", 29285, "number", num=29285, fmt="#,##0 [$₫-42A];[Red]-#,##0 [$₫-42A]")
    put("C4", 29285, "number", num=29285, fmt='#,##0\\ "đồng"')
    put("D4", 0.5, "number", num=0.5, fmt="h:mm")
    put("E4", 1, "date", num=days(1899, 12, 31) + 1, fmt="dd/mm/yyyy")
    put("F4", 59, "date", num=days(1900, 2, 28), fmt="dd/mm/yyyy")
    put("G4", 61, "date", num=days(1900, 3, 1), fmt="dd/mm/yyyy")
    put("A5", datetime.datetime(1980, 3, 5, 12, 0), "date", num=n + 0.5, fmt="dd/mm/yyyy hh:mm")
    put("B5", "=A2+1", "unsaved", text="=A2+1", formula=True)
    put("C5", '=UPPER("abc")', "unsaved", formula=True)
    put("D5", "RICH", text="Ông Kiều Quốc Vĩnh")
    put("E5", "GONE", text="NguyÔn V¨n A")
    truth[-1]["font"] = ".VnTime"
    truth[-1]["struck"] = True
    put("F5", "một _x000D_ hai", text="một \r hai")
    put("G5", "Chamaléa Thị Hồng\u00a0Ánh", text="Chamaléa Thị Hồng\u00a0Ánh")
    book.save(here / "one.xlsx")
    # This openpyxl writes no runs of fonts: they are put in here.
    run = '<r><rPr>%s<sz val="12"/><rFont val="%s"/></rPr><t xml:space="preserve">%s</t></r>'
    patch(here / "one.xlsx", "xl/worksheets/sheet1.xml", [
        ("<is><t>RICH</t></is>", '<is><r><t xml:space="preserve">Ông </t></r>' + run % ("<b/>", "Arial", "Kiều Quốc Vĩnh") + "</is>"),
        ("<is><t>GONE</t></is>", "<is>" + run % ("<strike/>", ".VnTime", "NguyÔn") + run % ("<strike/>", ".VnTime", " V¨n A") + "</is>"),
    ])
    (here / "one.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0))


def patch(path, part, changes):
    old = zipfile.ZipFile(path)
    parts = [(i, old.read(i)) for i in old.infolist()]
    old.close()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info, data in parts:
            if info.filename == part:
                for a, b in changes:
                    assert a.encode() in data, a
                    data = data.replace(a.encode(), b.encode())
            new.writestr(info.filename, data)


def rows():
    book = Workbook()
    ws = book.active
    ws.title = "Hướng dẫn"
    ws["A1"] = "Điền vào trang sau"
    ws = book.create_sheet("Danh sách")
    ws["A1"] = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
    ws.merge_cells("A1:D1")
    for i in range(3, 9):
        for j in range(1, 5):
            ws.cell(i, j, f"ô {i}.{j}")
    ws.merge_cells("B4:B6")
    ws.row_dimensions[5].hidden = True
    ws.column_dimensions["C"].hidden = True
    for i in range(10, 60):  # rows that only have a format
        ws.cell(i, 1).font = Font(name="Arial")
    old = book.create_sheet("Cũ")
    old["A1"] = "năm 2023"
    old.sheet_state = "hidden"
    older = book.create_sheet("Rất cũ")
    older["A1"] = "năm 2022"
    older.sheet_state = "veryHidden"
    book.save(here / "rows.xlsx")


def y1904():
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    ws = book.active
    ws["A1"] = datetime.date(1980, 3, 5)
    ws["A1"].number_format = "dd/mm/yyyy"
    book.save(here / "y1904.xlsx")


# What a web system sends under the name .xls: SpreadsheetML 2003 and HTML as
# Excel 2003 wrote it. No program here writes them, so they stand here in full.
SML = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman" ss:Size="12"/></Style>
  <Style ss:ID="s1"><Font ss:FontName=".VnTime"/></Style>
  <Style ss:ID="s2"><NumberFormat ss:Format="dd/mm/yyyy"/></Style>
  <Style ss:ID="s3" ss:Parent="s2"><Font ss:FontName="Arial" ss:StrikeThrough="1"/></Style>
 </Styles>
 <Worksheet ss:Name="Danh sách">
  <Table>
   <Column ss:Width="40"/><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>
   <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">DANH SÁCH</Data></Cell></Row>
   <Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="String">NguyÔn V¨n A</Data></Cell>
    <Cell ss:Index="4" ss:StyleID="s2"><Data ss:Type="DateTime">1980-03-05T00:00:00.000</Data></Cell></Row>
   <Row ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="Number">2</Data></Cell>
    <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font html:Face="VNI-Times">Traàn</Font> Thò B</ss:Data></Cell>
    <Cell ss:StyleID="s3"><Data ss:Type="Number">29285</Data></Cell></Row>
   <Row ss:StyleID="s1"><Cell ss:Index="2" ss:Formula="=R[-1]C"><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1+1"/>
    <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:StyleID="s2"/></Row>
  </Table>
 </Worksheet>
 <Worksheet ss:Name="Cũ"><Table><Row><Cell><Data ss:Type="String">năm 2023</Data></Cell></Row></Table>
  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>
"""

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>bỏ qua</title>
<style><!-- td {font-family:"Times New Roman", serif;} .xl24 {font-family:".VnTime", sans-serif;}
.xl25 {mso-number-format:"dd\\/mm\\/yyyy";} .xl26 {text-decoration:line-through;} --></style></head>
<body><h3>DANH S&Aacute;CH</h3><table x:str>
<col width=40><col width=0 style='display:none'><col width=90 span=2>
<tr><td colspan=3>gộp ngang</td><td rowspan=2>gộp
   dọc</td></tr>
<tr style='display:none'><td x:num>1</td><td class=xl24>NguyÔn V¨n A</td><td x:num="58076249362">5.8E+10</td></tr>
<tr><td class=xl25 x:num="29285">05/03/1980</td><td><font face="VNI-Times">Traàn</font> Thò B</td>
<td class=xl26>rút<br>tên</td><td>&nbsp;2</td>
</table><p>Người lập</body></html>
"""

DOC = """<html><head><meta charset="utf-8"></head><body style="font-family:'Times New Roman'">
<p>UBND HUYỆN NINH SƠN</p><p>(Kèm theo Tờ trình số 12/TTr-UBND ngày 05/12/2025)</p><p>I. TẬP THỂ</p>
<table border=1><tr><th>STT</th><th>Tên tập thể</th><th>Hình thức</th></tr>
<tr><td>1</td><td>Phòng Tổng hợp</td><td>Giấy khen</td></tr></table>
<p>II. CÁ NHÂN</p>
<table border=1><tr><th rowspan=2>STT</th><th colspan=2>Năm sinh</th><th rowspan=2>Họ và tên</th></tr><tr><th>Nam</th><th>Nữ</th></tr>
<tr><td>1</td><td>1980</td><td></td><td><p>Kiều Quốc Vĩnh</p><p>Kế toán</p></td></tr>
<tr><td>2</td><td></td><td>1985</td><td><font face=".VnTime">NguyÔn ThÞ Hoa</font></td></tr>
<tr><td>3</td><td></td><td>1990</td><td><strike>Bo Bo Thị Ý</strike></td></tr></table>
<p>NGƯỜI LẬP</p></body></html>"""


def office(src, out, fmt):
    with tempfile.TemporaryDirectory() as tmp:
        profile = pathlib.Path(tempfile.gettempdir()) / "lo-make-py"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", fmt,
                        "--outdir", tmp, str(src)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = [p for p in pathlib.Path(tmp).iterdir()]
        assert len(made) == 1, (src, fmt, made)
        made[0].replace(out)


def main():
    one()
    rows()
    y1904()
    (here / "web.xml").write_text(SML)
    (here / "web.html").write_bytes(PAGE.encode("cp1252", "xmlcharrefreplace"))
    for name, ext, fmt in [
        ("one", "xlsx", "xlsx"), ("one", "xls", 'xls:MS Excel 97'), ("one", "ods", "ods"), ("one", "fods", "fods"),
        ("one", "html", "html:HTML (StarCalc)"),
        ("rows", "xls", "xls:MS Excel 97"), ("rows", "ods", "ods"), ("rows", "xlsx", "xlsx"),
        ("y1904", "xls", "xls:MS Excel 97"), ("y1904", "ods", "ods"),
    ]:
        office(here / f"{name}.xlsx", here / f"{name}.lo.{ext}", fmt)
    with tempfile.TemporaryDirectory() as tmp:
        doc = pathlib.Path(tmp) / "list.html"
        doc.write_text(DOC)
        odt = pathlib.Path(tmp) / "list.odt"
        office(doc, odt, "odt:writer8")
        office(odt, here / "list.docx", "docx:MS Word 2007 XML")


main()
