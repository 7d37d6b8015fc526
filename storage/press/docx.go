package press

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"thidua/model/paper"
)

// DOCX writes a document as an Office Open XML text an officer can go on with:
// styles with names, real tables whose heading rows repeat, page numbers that
// count by themselves, a section for each part. The elements stand in the order
// ECMA-376 lays down. The file carries no date; the same document gives the same
// bytes.
func DOCX(w io.Writer, doc *paper.Document, opt Options) error {
	if err := paper.Verify(doc); err != nil {
		return err
	}
	fam, err := familyFor(opt.FontFolder)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	add := func(name, body string) error {
		f, err := z.CreateHeader(zipHeader(name))
		if err == nil {
			_, err = io.WriteString(f, body)
		}
		return err
	}
	types, rels, settings := docxTypes, docxDocumentRels, docxSettings
	type entry struct{ name, body string }
	var carried []entry
	if shipped, err := familyFor(""); err != nil {
		return err
	} else if fam == shipped {
		faces, err := docxFaces()
		if err != nil {
			return err
		}
		for i, f := range faces {
			w, err := z.CreateRaw(f.header(i))
			if err != nil {
				return err
			}
			if _, err := w.Write(f.packed); err != nil {
				return err
			}
		}
		table, tableRels := docxFontTable()
		carried = []entry{{"word/fontTable.xml", table}, {"word/_rels/fontTable.xml.rels", tableRels}}
		types, rels, settings = docxTypesFonts, docxRelsFonts, docxSettingsFonts
	}
	for _, part := range append([]entry{
		{"[Content_Types].xml", types},
		{"_rels/.rels", docxRels},
		{"docProps/core.xml", docxCore(doc)},
		{"docProps/app.xml", docxApp},
		{"word/_rels/document.xml.rels", rels},
		{"word/settings.xml", settings},
		{"word/styles.xml", docxStyles()},
		{"word/header1.xml", docxPageHeader},
		{"word/header2.xml", docxFirstHeader},
	}, carried...) {
		if err := add(part.name, part.body); err != nil {
			return err
		}
	}
	f, err := z.CreateHeader(zipHeader("word/document.xml"))
	if err != nil {
		return err
	}
	d := &docxWriter{w: bufio.NewWriter(f)}
	d.raw(docxProlog + "<w:body>")
	for i, part := range doc.Parts {
		if err := opt.stopped(); err != nil {
			return err
		}
		sh := sheetOf(part.Landscape)
		d.setter = newSetter(fam, sh.textWidth())
		if cs := certificates(part); len(cs) > 0 {
			d.certificates(cs, opt.Offset, i == len(doc.Parts)-1)
		} else {
			d.part(part, sh, i == len(doc.Parts)-1)
		}
		if d.setter.fault != nil {
			return at(d.setter.fault, doc, i)
		}
	}
	d.raw("</w:body></w:document>")
	if err := d.w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// zipHeader is an entry with the earliest time a zip can hold.
func zipHeader(name string) *zip.FileHeader {
	return &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
}

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsWord     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relOffice  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relPackage = "http://schemas.openxmlformats.org/package/2006"
	mimeWord   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docxProlog = xmlHead + "<w:document " + nsWord + ">"

	docxTypes = xmlHead + `<Types xmlns="` + relPackage + `/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + mimeWord + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + mimeWord + `styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + mimeWord + `settings+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="` + mimeWord + `header+xml"/>` +
		`<Override PartName="/word/header2.xml" ContentType="` + mimeWord + `header+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	docxRels = xmlHead + `<Relationships xmlns="` + relPackage + `/relationships">` +
		`<Relationship Id="rId1" Type="` + relOffice + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="` + relPackage + `/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + relOffice + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

	docxDocumentRels = xmlHead + `<Relationships xmlns="` + relPackage + `/relationships">` +
		`<Relationship Id="rId1" Type="` + relOffice + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + relOffice + `/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="` + relOffice + `/header" Target="header1.xml"/>` +
		`<Relationship Id="rId4" Type="` + relOffice + `/header" Target="header2.xml"/></Relationships>`

	docxApp = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + creator + `</Application></Properties>`

	// A line that ends by hand is not stretched; tables stand as Word 2013 and
	// later has them.
	docxSettings = xmlHead + `<w:settings ` + nsWord + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`

	docxPageHeader = xmlHead + `<w:hdr ` + nsWord + `><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`

	docxFirstHeader = xmlHead + `<w:hdr ` + nsWord + `><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p></w:hdr>`
)

// What a file says of the faces it carries.
var (
	docxTypesFonts = strings.NewReplacer(`<Default Extension="xml"`, `<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/><Default Extension="xml"`,
		`</Types>`, `<Override PartName="/word/fontTable.xml" ContentType="`+mimeWord+`fontTable+xml"/></Types>`).Replace(docxTypes)
	docxRelsFonts     = strings.Replace(docxDocumentRels, `</Relationships>`, `<Relationship Id="rId5" Type="`+relOffice+`/fontTable" Target="fontTable.xml"/></Relationships>`, 1)
	docxSettingsFonts = strings.Replace(docxSettings, `<w:defaultTabStop`, `<w:embedTrueTypeFonts/><w:saveSubsetFonts/><w:defaultTabStop`, 1)
)

func docxCore(doc *paper.Document) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="` + relPackage + `/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escape(doc.Title) + `</dc:title><dc:creator>` + escape(doc.Author) + `</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`
}

// escape makes text safe between tags and in attributes.
func escape(s string) string {
	var b strings.Builder
	// Strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(clean(s)))
	return b.String()
}

// twips are twentieths of a point, what WordprocessingML measures in.
func twips(points float64) int {
	if points < 0 {
		return -int(-points*20 + 0.5)
	}
	return int(points*20 + 0.5)
}

// docxSection is the end of a part: its page, margins and numbering.
func docxSection(sh sheet, landscape bool) string {
	orient := ""
	if landscape {
		orient = ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/><w:type w:val="nextPage"/>`+
		`<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`+
		`<w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>`,
		twips(sh.width), twips(sh.height), orient, twips(sh.top), twips(sh.right), twips(sh.bottom), twips(sh.left), twips(pageNumberTopMM*mm), twips(pageNumberTopMM*mm))
}
