package press

import (
	"fmt"
	"strings"

	"thidua/model/paper"
)

// paperStyle is one named style of a .docx, so that an officer changes all căn cứ
// by changing one style.
type paperStyle struct {
	id, name string
	size     float64
	st       style
	align    paper.Align
	first    float64 // first-line indent, points
	before   float64
	keep     bool // with the next paragraph
	red      bool
	outline  int // 1… : level in the navigation pane; 0 none
}

// The styles, named as an office names the parts of a paper.
var paperStyles = []paperStyle{
	{id: "NoiDung", name: "Nội dung", size: bodySize, align: paper.Justify, first: indentMM * mm, before: paragraphGap},
	{id: "QuocHieu", name: "Quốc hiệu", size: nationSize, st: bold, align: paper.Centre},
	{id: "TieuNgu", name: "Tiêu ngữ", size: mottoSize, st: bold, align: paper.Centre},
	{id: "ChuQuan", name: "Cơ quan chủ quản", size: parentSize, align: paper.Centre},
	{id: "BanHanh", name: "Cơ quan ban hành", size: issuerSize, st: bold, align: paper.Centre},
	{id: "SoKyHieu", name: "Số, ký hiệu", size: numberSize, align: paper.Centre, before: headRowGap},
	{id: "VeViec", name: "V/v công văn", size: aboutSize, align: paper.Centre, before: aboutGap},
	{id: "DoKhan", name: "Mức độ khẩn", size: urgencySize, st: bold, align: paper.Centre, red: true},
	{id: "DiaDanh", name: "Địa danh, ngày tháng", size: datedSize, st: italic, align: paper.Centre},
	{id: "DauBieu", name: "Đầu biểu", size: columnsSize, align: paper.Left},
	{id: "TenLoai", name: "Tên loại văn bản", size: titleSize, st: bold, align: paper.Centre, before: headGap, keep: true, outline: 1},
	{id: "TrichYeu", name: "Trích yếu", size: briefSize, st: bold, align: paper.Centre, before: titleGap, keep: true},
	{id: "PhuLuc", name: "Phụ lục", size: annexTitleSize, st: bold, align: paper.Centre, keep: true, outline: 1},
	{id: "KemTheo", name: "Kèm theo", size: annexAttachedSize, st: italic, align: paper.Centre, before: titleGap, keep: true},
	{id: "ThamQuyen", name: "Thẩm quyền ban hành", size: bannerSize, st: bold, align: paper.Centre, before: sectionGap, keep: true},
	{id: "CanCu", name: "Căn cứ", size: bodySize, st: italic, align: paper.Justify, first: indentMM * mm, before: paragraphGap},
	{id: "KinhGui", name: "Kính gửi", size: addresseeSize, align: paper.Left},
	{id: "Chuong", name: "Phần, Chương, Mục", size: bodySize, st: bold, align: paper.Centre, before: sectionGap, keep: true, outline: 1},
	{id: "DeMucLaMa", name: "Đề mục I", size: bodySize, st: bold, align: paper.Left, first: indentMM * mm, before: paragraphGap, keep: true, outline: 1},
	{id: "DeMucSo", name: "Đề mục 1", size: bodySize, st: bold, align: paper.Left, first: indentMM * mm, before: paragraphGap, keep: true, outline: 2},
	{id: "DeMucChu", name: "Đề mục a", size: bodySize, st: italic, align: paper.Justify, first: indentMM * mm, before: paragraphGap, keep: true, outline: 3},
	{id: "Dieu", name: "Điều", size: bodySize, align: paper.Justify, first: indentMM * mm, before: paragraphGap, outline: 2},
	{id: "OBang", name: "Ô bảng", size: tableSize, align: paper.Left},
	{id: "OBangNho", name: "Ô bảng chữ nhỏ", size: tableFine, align: paper.Left},
	{id: "NoiNhan", name: "Nơi nhận", size: recipientTitleSize, st: bold | italic, align: paper.Left},
	{id: "DanhSachNhan", name: "Danh sách nơi nhận", size: recipientSize, align: paper.Left},
	{id: "ChucVu", name: "Chức vụ người ký", size: postSize, st: bold, align: paper.Centre},
	{id: "GhiChuKy", name: "Ghi chú ký", size: signNoteSize, st: italic, align: paper.Centre},
	{id: "HoTenKy", name: "Họ tên người ký", size: nameSize, st: bold, align: paper.Centre},
	{id: "SoTrang", name: "Số trang", size: pageNumberSize, align: paper.Centre},
}

var styleByID = func() map[string]paperStyle {
	m := map[string]paperStyle{}
	for _, s := range paperStyles {
		m[s.id] = s
	}
	return m
}()

func docxStyles() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + nsWord + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		fmt.Sprintf(`<w:kern w:val="14"/><w:sz w:val="%d"/><w:szCs w:val="%d"/>`, 2*bodySize, 2*bodySize) +
		`<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		fmt.Sprintf(`<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`, int(240*lineSpacing)) +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, s := range paperStyles {
		b.WriteString(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="` + s.id + `"><w:name w:val="` + s.name + `"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`)
		if s.keep {
			b.WriteString(`<w:keepNext/>`)
		}
		b.WriteString(fmt.Sprintf(`<w:spacing w:before="%d"/>`, twips(s.before)))
		if s.first > 0 {
			b.WriteString(fmt.Sprintf(`<w:ind w:firstLine="%d"/>`, twips(s.first)))
		}
		b.WriteString(`<w:jc w:val="` + justification(s.align) + `"/>`)
		if s.outline > 0 {
			b.WriteString(fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, s.outline-1))
		}
		b.WriteString(`</w:pPr><w:rPr>`)
		if s.st&bold != 0 {
			b.WriteString(`<w:b/><w:bCs/>`)
		}
		if s.st&italic != 0 {
			b.WriteString(`<w:i/><w:iCs/>`)
		}
		if s.red {
			b.WriteString(`<w:color w:val="C8101E"/>`)
		}
		b.WriteString(fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, int(2*s.size), int(2*s.size)))
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

func justification(a paper.Align) string {
	switch a {
	case paper.Centre:
		return "center"
	case paper.Right:
		return "right"
	case paper.Justify:
		return "both"
	}
	return "left"
}
