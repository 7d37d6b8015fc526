package press

import (
	"fmt"
	"math"
	"strings"

	"thidua/model/paper"
)

// openTable writes a table's beginning: fixed columns, with or without lines.
func (d *docxWriter) openTable(lefts []float64, ruled bool, padX, padY float64, align string) {
	d.rawf(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>`, twips(lefts[len(lefts)-1]))
	if align != "" {
		d.raw(`<w:jc w:val="` + align + `"/>`)
	}
	d.raw(`<w:tblInd w:w="0" w:type="dxa"/>`)
	if ruled {
		d.raw("<w:tblBorders>")
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			d.rawf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, int(tableLine*8))
		}
		d.raw("</w:tblBorders>")
	}
	d.raw(`<w:tblLayout w:type="fixed"/><w:tblCellMar>`)
	for _, m := range []struct {
		side string
		pad  float64
	}{{"top", padY}, {"left", padX}, {"bottom", padY}, {"right", padX}} {
		d.rawf(`<w:%s w:w="%d" w:type="dxa"/>`, m.side, twips(m.pad))
	}
	d.raw("</w:tblCellMar></w:tblPr><w:tblGrid>")
	for i := range len(lefts) - 1 {
		d.rawf(`<w:gridCol w:w="%d"/>`, twips(lefts[i+1])-twips(lefts[i]))
	}
	d.raw("</w:tblGrid>")
}

// openCell writes a cell's beginning.
func (d *docxWriter) openCell(lefts []float64, col, cols int, merge, valign string) {
	d.rawf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(lefts[col+cols])-twips(lefts[col]))
	if cols > 1 {
		d.rawf(`<w:gridSpan w:val="%d"/>`, cols)
	}
	switch merge {
	case "restart":
		d.raw(`<w:vMerge w:val="restart"/>`)
	case "continue":
		d.raw(`<w:vMerge/>`)
	}
	if valign != "" {
		d.raw(`<w:vAlign w:val="` + valign + `"/>`)
	}
	d.raw("</w:tcPr>")
}

// table writes a ruled table. tied keeps its last rows with what follows.
func (d *docxWriter) table(t *paper.Table, tied bool) {
	ts := tableSetter{p: d.setter, t: t, lefts: d.setter.tableLines(t)}
	id := "OBang"
	if t.Fine {
		id = "OBangNho"
	}
	d.openTable(ts.lefts, true, cellPadX, cellPadY, "")
	d.tableHead(ts, id)
	for i, r := range t.Rows {
		keep := r.Kind == paper.RowGroup || i+1 < len(t.Rows) && t.Rows[i+1].Kind == paper.RowTotal || tied && i >= len(t.Rows)-2
		d.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		base := style(0)
		if r.Kind != paper.RowBody {
			base = bold
		}
		for _, pl := range paper.Grid(len(t.Columns), []paper.Row{r}) {
			c := r.Cells[pl.Cell]
			d.openCell(ts.lefts, pl.Col, pl.Cols, "", "center")
			d.para(docxPara{style: id, align: ts.align(c, pl.Col, r.Kind), keepNext: keep, base: base, width: ts.lefts[pl.Col+pl.Cols] - ts.lefts[pl.Col] - 2*cellPadX}, c.Text)
			d.raw("</w:tc>")
		}
		d.raw("</w:tr>")
	}
	d.raw("</w:tbl>")
}

// tableHead writes the heading rows, merged cells as continued ones.
func (d *docxWriter) tableHead(ts tableSetter, id string) {
	t := ts.t
	rows := t.Head
	if t.Numbered {
		rows = append(append([]paper.Row(nil), rows...), t.NumberRow())
	}
	places := paper.Grid(len(t.Columns), rows)
	for ri := range rows {
		d.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
		for col := 0; col < len(t.Columns); {
			var pl paper.Place
			for _, q := range places {
				if q.Col == col && q.Row <= ri && ri < q.Row+q.Rows {
					pl = q
				}
			}
			o := docxPara{style: id, align: paper.Centre, keepNext: true, base: bold}
			if ri >= len(t.Head) {
				o.base = italic
			}
			merge := ""
			if pl.Rows > 1 {
				merge = "restart"
			}
			var text paper.Text
			if pl.Row < ri {
				merge = "continue"
			} else {
				c := rows[ri].Cells[pl.Cell]
				text = c.Text
				if c.Align != paper.Auto {
					o.align = c.Align
				}
			}
			d.openCell(ts.lefts, col, max(pl.Cols, 1), merge, "center")
			d.para(o, text)
			d.raw("</w:tc>")
			col += max(pl.Cols, 1)
		}
		d.raw("</w:tr>")
	}
}

// head writes the head as a table of two rows and two columns without lines, as
// offices draw it. Nothing in it is kept with the next paragraph: it stands on top of
// its page anyway, and LibreOffice, told so, breaks a page of a long pack early.
func (d *docxWriter) head(b paper.Head) {
	p := d.setter
	lefts := []float64{0, p.headLeft(b), p.width}
	left, right := lefts[1], lefts[2]-lefts[1]
	d.openTable(lefts, false, 0, 0, "")
	d.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	d.openCell(lefts, 0, 1, "", "")
	put := func(id string, t paper.Text, width float64) {
		d.para(docxPara{broken: true, style: id}, d.setter.balance(t, width-2*headPad, styleByID[id]))
	}
	if len(b.Parent) > 0 {
		put("ChuQuan", paper.Plain(strings.Join(b.Parent, "\n")), left)
	}
	if len(b.Issuer) > 0 {
		t := paper.Plain(strings.Join(b.Issuer, "\n"))
		put("BanHanh", t, left)
		d.ruleUnder(ruleShare*d.widest(t, left-2*headPad, issuerSize, bold), left, ruleGap, false)
	}
	if len(b.Parent)+len(b.Issuer) == 0 {
		d.thin(docxPara{})
	}
	d.raw("</w:tc>")
	d.openCell(lefts, 1, 1, "", "")
	d.para(docxPara{style: "QuocHieu"}, paper.Plain(paper.Nation))
	d.para(docxPara{style: "TieuNgu"}, paper.Plain(paper.Motto))
	d.ruleUnder(d.widest(paper.Plain(paper.Motto), right, mottoSize, bold), right, ruleGap, false)
	d.raw("</w:tc></w:tr>")
	if !b.Number.Empty() || !b.About.Empty() || !b.Dated.Empty() || b.Urgency != paper.NotUrgent {
		d.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		d.openCell(lefts, 0, 1, "", "")
		if !b.Number.Empty() {
			put("SoKyHieu", d.setter.squeeze(b.Number, left-2*headPad, styleByID["SoKyHieu"]), left)
		}
		if !b.About.Empty() {
			put("VeViec", b.About, left)
		}
		if b.Urgency != paper.NotUrgent {
			d.urgency(b.Urgency)
		}
		if b.Number.Empty() && b.About.Empty() && b.Urgency == paper.NotUrgent {
			d.thin(docxPara{})
		}
		d.raw("</w:tc>")
		d.openCell(lefts, 1, 1, "", "")
		if b.Dated.Empty() {
			d.thin(docxPara{})
		} else {
			s := styleByID["DiaDanh"]
			t := d.setter.squeeze(b.Dated, right-2*headPad, s)
			d.para(docxPara{broken: true, style: "DiaDanh", before: headRowGap, setBefore: true}, d.setter.balance(t, right-2*headPad, s))
		}
		d.raw("</w:tc></w:tr>")
	}
	d.raw("</w:tbl>")
}

// urgency writes the box of a degree of urgency as a table of one cell.
func (d *docxWriter) urgency(u paper.Urgency) {
	w, edge := twips(urgencyWidthMM[u]*mm), fmt.Sprintf(`w:val="single" w:sz="%d" w:space="0" w:color="C8101E"`, int(ruleWidth*8))
	d.para(docxPara{exact: urgencyGap}, nil)
	d.rawf(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders><w:top %s/><w:left %s/><w:bottom %s/><w:right %s/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`, w, edge, edge, edge, edge)
	d.rawf(`<w:tblGrid><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, w, twips(urgencyHeightMM*mm-ruleWidth), w)
	d.para(docxPara{style: "DoKhan"}, paper.Plain(u.String()))
	d.raw(`</w:tc></w:tr></w:tbl>`)
	d.thin(docxPara{}) // a cell ends in a paragraph
}

func (d *docxWriter) columns(b paper.Columns) {
	cs := make([]paper.Column, len(b.Shares))
	for i, s := range b.Shares {
		cs[i].Share = s
	}
	lefts := columnLines(cs, d.setter.width)
	d.openTable(lefts, false, 0, 0, "")
	d.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	for i, c := range b.Cells {
		d.openCell(lefts, i, 1, "", "")
		t := c.Text
		if c.Align == paper.Centre {
			t = d.setter.balance(t, lefts[i+1]-lefts[i]-cellPadX, styleByID["DauBieu"])
		}
		d.para(docxPara{style: "DauBieu", align: c.Align, keepNext: true, right: cellPadX, width: lefts[i+1] - lefts[i] - cellPadX}, t)
		d.raw("</w:tc>")
	}
	d.raw("</w:tr></w:tbl>")
}

// sign writes the sign block as a table without lines; tied keeps it with what
// follows.
func (d *docxWriter) sign(b paper.Sign, tied bool) {
	p := d.setter
	d.para(docxPara{exact: signGap, keepNext: true}, nil)
	gs := b.Signers
	var lefts []float64
	align := ""
	switch {
	case b.Middle:
		lefts, align = []float64{0, p.width / 2}, "center"
	case len(gs) == 1:
		lefts = []float64{0, p.width * signLeftShare / (signLeftShare + signRightShare), p.width}
	default:
		for i := range len(gs) + 1 {
			lefts = append(lefts, p.width*float64(i)/float64(len(gs)))
		}
	}
	d.openTable(lefts, false, 0, 0, align)
	d.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	width := lefts[len(lefts)-1] - lefts[len(lefts)-2]
	col := 0
	dated, post, held := 0.0, 0.0, 0.0
	for _, g := range gs {
		dh, ph, hh := p.signerHeights(g, width)
		dated, post, held = math.Max(dated, dh), math.Max(post, ph), math.Max(held, hh)
	}
	if len(gs) == 1 && !b.Middle {
		d.openCell(lefts, 0, 1, "", "")
		d.recipients(b, dated+baseline(postSize)-baseline(recipientTitleSize))
		d.raw("</w:tc>")
		col = 1
	}
	for i, g := range gs {
		d.openCell(lefts, col+i, 1, "", "")
		d.signer(g, width, dated, post, held, tied)
		d.raw("</w:tc>")
	}
	d.raw("</w:tr></w:tbl>")
	if len(gs) > 1 && len(b.Recipients) > 0 {
		d.recipients(b, signGap)
	}
}

// signer writes one signer's cell. Room is left above the post and the name so
// that posts and names stand on one line in all columns.
func (d *docxWriter) signer(g paper.Signer, width, dated, post, held float64, tied bool) {
	dh, ph, hh := d.setter.signerHeights(g, width)
	room := dated - dh
	put := func(id string, t paper.Text, keep bool) {
		d.para(docxPara{broken: true, style: id, before: room, setBefore: true, keepNext: keep}, d.setter.balance(t, width-cellPadX, styleByID[id]))
		room = 0
	}
	if !g.Dated.Empty() {
		put("DiaDanh", g.Dated, true)
	} else {
		room = dated
	}
	for _, l := range g.Post {
		put("ChucVu", paper.Plain(l), true)
	}
	if g.Note != "" {
		put("GhiChuKy", paper.Plain(g.Note), true)
	}
	room += post - ph
	for range signRoomLines {
		d.para(docxPara{style: "HoTenKy", keepNext: true, before: room, setBefore: room > 0}, nil)
		room = 0
	}
	room = held - hh
	for _, l := range g.Held {
		put("ChucVu", paper.Plain(l), true)
	}
	put("HoTenKy", paper.Plain(g.Name), tied)
}

func (d *docxWriter) recipients(b paper.Sign, before float64) {
	ls := b.RecipientLines()
	if len(ls) == 0 {
		d.thin(docxPara{})
		return
	}
	dash := d.setter.measure("- ", 0, recipientSize)
	d.para(docxPara{style: "NoiNhan", before: before, setBefore: true, keepNext: true}, paper.Plain(ls[0]))
	for i, l := range ls[1:] {
		d.para(docxPara{style: "DanhSachNhan", left: dash, first: -dash, setFirst: true, right: 2 * cellPadX, keepNext: i < len(ls)-2}, paper.Plain(l))
	}
}
