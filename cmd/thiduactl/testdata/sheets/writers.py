"""Writers of the many kinds of file an agency sends, and the old encodings."""
import csv
import html
import io
import os
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile

import openpyxl
from openpyxl.styles import Font

TCVN3 = dict(p.split(":") for p in (
    "à:µ á:¸ ả:¶ ã:· ạ:¹ ă:¨ ằ:» ắ:¾ ẳ:¼ ẵ:½ ặ:Æ â:© ầ:Ç ấ:Ê ẩ:È ẫ:É ậ:Ë đ:® è:Ì é:Ð ẻ:Î ẽ:Ï ẹ:Ñ ê:ª ề:Ò ế:Õ ể:Ó ễ:Ô ệ:Ö "
    "ì:× í:Ý ỉ:Ø ĩ:Ü ị:Þ ò:ß ó:ã ỏ:á õ:â ọ:ä ô:« ồ:å ố:è ổ:æ ỗ:ç ộ:é ơ:¬ ờ:ê ớ:í ở:ë ỡ:ì ợ:î ù:ï ú:ó ủ:ñ ũ:ò ụ:ô ừ:õ ứ:ø ử:ö ữ:÷ ự:ù "
    "ỳ:ú ý:ý ỷ:û ỹ:ü ỵ:þ Ă:¡ Â:¢ Ê:£ Ô:¤ Ơ:¥ Ư:¦ Đ:§").split())
TCVN3["ư"] = "\u00ad"

VNI = {}


def _vni():
    tones = {"": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
    circ = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
    breve = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
    for t, code in tones.items():
        for base in "aeouy":
            if t:
                VNI[unicodedata.normalize("NFC", base + t)] = base + code
        for base, own in (("ơ", "ô"), ("ư", "ö")):
            VNI[unicodedata.normalize("NFC", base + t)] = own + code
    for t, code in circ.items():
        for base in "aeo":
            VNI[unicodedata.normalize("NFC", base + "\u0302" + t)] = base + code
    for t, code in breve.items():
        VNI[unicodedata.normalize("NFC", "a\u0306" + t)] = "a" + code
    VNI.update({"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"})
    for k, v in list(VNI.items()):
        VNI[k.upper()] = v.upper()


_vni()


def tcvn3(s):
    """TCVN3 as a one-byte font shows it: toned capitals come out small."""
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower()) or c for c in unicodedata.normalize("NFC", s)) if isinstance(s, str) else s


def vni(s):
    return "".join(VNI.get(c, c) for c in unicodedata.normalize("NFC", s)) if isinstance(s, str) else s


def half(s):
    """Half-composed: the vowel keeps its own mark, the tone is combining (the windows-1258 way)."""
    out = []
    for c in s:
        d = unicodedata.normalize("NFD", c)
        tone = [m for m in d if m in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(m for m in d if m not in tone))
        out.append(rest + "".join(tone))
    return "".join(out)


def nfd(s):
    return unicodedata.normalize("NFD", s)


def book(rows, path, *, title="Danh sách", merges=(), fonts=None, formats=None, hidden=(), struck=(), hidden_cols=()):
    """One sheet; rows is a list of lists, None leaves a cell out. fonts: (row, col) or col → name."""
    wb = openpyxl.Workbook()
    sheet(wb.active, rows, title=title, merges=merges, fonts=fonts, formats=formats, hidden=hidden, struck=struck, hidden_cols=hidden_cols)
    wb.save(path)


def sheet(ws, rows, *, title=None, merges=(), fonts=None, formats=None, hidden=(), struck=(), hidden_cols=()):
    if title:
        ws.title = title
    for r, row in enumerate(rows, 1):
        for c, v in enumerate(row, 1):
            if v is None:
                continue
            cell = ws.cell(r, c, v)
            name = (fonts or {}).get((r, c)) or (fonts or {}).get(c) or (fonts or {}).get("all")
            if name or r in struck:
                cell.font = Font(name=name or "Times New Roman", strike=r in struck)
            f = (formats or {}).get((r, c)) or (formats or {}).get(c)
            if f:
                cell.number_format = f
    for m in merges:
        ws.merge_cells(m)
    for r in hidden:
        ws.row_dimensions[r].hidden = True
    for c in hidden_cols:
        ws.column_dimensions[c].hidden = True


def convert(src, dst, filter_name):
    """LibreOffice turns a file into another kind, in a profile of its own; a web page is read as a paper."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        raise SystemExit("needs LibreOffice (soffice) in PATH")
    with tempfile.TemporaryDirectory() as tmp:
        reader = ["--infilter=HTML (StarWriter)"] if src.endswith(".html") else []
        subprocess.run([soffice, f"-env:UserInstallation=file://{tmp}/profile", "--headless", *reader, "--convert-to", filter_name, "--outdir", tmp, src],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ext = filter_name.split(":")[0]
        made = os.path.join(tmp, os.path.splitext(os.path.basename(src))[0] + "." + ext)
        shutil.move(made, dst)


def through(rows, path, filter_name, **how):
    """Write as .xlsx, then let LibreOffice turn it into the kind of path."""
    with tempfile.TemporaryDirectory() as tmp:
        src = os.path.join(tmp, "nguon.xlsx")
        book(rows, src, **how)
        convert(src, path, filter_name)


def delimited(rows, path, sep=",", encoding="utf-8-sig"):
    buf = io.StringIO()
    csv.writer(buf, delimiter=sep, lineterminator="\r\n").writerows([["" if v is None else v for v in r] for r in rows])
    data = buf.getvalue()
    with open(path, "wb") as f:
        f.write(data.encode(encoding))


def html_xls(rows, path):
    """A web page with a table under the name .xls, as web systems export it."""
    out = ['<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">']
    for r in rows:
        out.append("<tr>" + "".join(f"<td>{html.escape(str(v)).replace(chr(10), '<br>') if v is not None else '&nbsp;'}</td>" for v in r) + "</tr>")
    out.append("</table></body></html>")
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out))


def spreadsheetml(rows, path):
    """SpreadsheetML 2003, as reporting servers export it, under the name .xls."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
           'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Danh sach"><Table>']
    for n, r in enumerate(rows, 1):
        if not any(v is not None for v in r):
            continue
        out.append(f'<Row ss:Index="{n}">')
        for c, v in enumerate(r, 1):
            if v is None:
                continue
            kind = "Number" if isinstance(v, (int, float)) else "String"
            out.append(f'<Cell ss:Index="{c}"><Data ss:Type="{kind}">{html.escape(str(v))}</Data></Cell>')
        out.append("</Row>")
    out.append("</Table></Worksheet></Workbook>")
    with open(path, "w", encoding="utf-8") as f:
        f.write("".join(out))


def docx(before, rows, after, path):
    """A paper with a table, as small as Word accepts it."""
    def para(t):
        return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(t)}</w:t></w:r></w:p>'
    body = "".join(para(t) for t in before)
    body += "<w:tbl><w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * max(len(r) for r in rows) + "</w:tblGrid>"
    for r in rows:
        body += "<w:tr>" + "".join(f'<w:tc><w:tcPr/>{para("" if v is None else str(v))}</w:tc>' for v in r) + "</w:tr>"
    body += "</w:tbl>" + "".join(para(t) for t in after)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("_rels/.rels", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                   + body + "<w:sectPr/></w:body></w:document>")
