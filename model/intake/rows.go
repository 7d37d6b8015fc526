package intake

import (
	"regexp"
	"strings"
	"unicode"

	"thidua/model/viet"
)

// value is what a mapped cell of the row at hand holds.
type value struct {
	repaired
	cell   *Cell
	merged bool // taken from the cell above that covers this one
	edited bool // typed by a person
}

// fill reads the cells of a row into t.vals.
func (t *reading) fill(row *Row) {
	for i := range t.vals {
		t.vals[i] = value{}
	}
	t.outside, t.longer = false, false
	clear(t.named)
	doubtful := false
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col < 0 || c.Col >= len(t.at) || t.at[c.Col] == 0 {
			if (!t.outside || t.delimited && !t.longer) && c.Col >= 0 && !t.blank(c) {
				t.outside = true
				t.longer = t.delimited && c.Col > t.lastColumn
			}
			continue
		}
		v := value{repaired: t.read(c), cell: c}
		doubtful = doubtful || v.doubt == viet.Doubtful
		t.vals[t.at[c.Col]-1] = v
	}
	if doubtful {
		t.byNeighbours()
	}
	if len(t.below) == 0 {
		return
	}
	for i := range t.vals {
		if t.vals[i].text != "" {
			continue
		}
		col := t.table.Columns[i].Index
		if m, ok := t.covering(col, row.Number); ok && m.Top < row.Number {
			if c := t.anchor(m); c != nil {
				t.vals[i] = value{repaired: t.read(c), cell: c, merged: true}
			}
		}
	}
}

// byNeighbours reads the doubtful cells of a row in the encoding of the others:
// in a sheet pasted together from several, a row comes from one of them.
func (t *reading) byNeighbours() {
	var row viet.Encoding
	for i := range t.vals {
		v := &t.vals[i]
		if v.enc == "" || v.doubt != viet.NoDoubt {
			continue
		}
		if row != "" && row != v.enc {
			return
		}
		row = v.enc
	}
	if row == "" {
		return
	}
	for i := range t.vals {
		v := &t.vals[i]
		if v.doubt != viet.Doubtful || v.cell == nil || v.cell.Kind != Text {
			continue
		}
		if r := t.repair(v.cell, row, v.cell.Font > 0 && v.cell.Font < len(t.fonts) && t.fonts[v.cell.Font].upper); r.enc == row {
			v.repaired = r
		}
	}
}

// anchor is the cell a merge shows.
func (t *reading) anchor(m Merge) *Cell {
	i := t.rowIndex(m.Top)
	if i < 0 {
		return nil
	}
	return t.cell(&t.grid.Rows[i], m.Left)
}

// rowIndex finds a row by its number; the rows stand in order.
func (s *sheet) rowIndex(number int) int {
	lo, hi := 0, len(s.grid.Rows)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.grid.Rows[mid].Number < number {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.grid.Rows) && s.grid.Rows[lo].Number == number {
		return lo
	}
	return -1
}

// val gives the first filled column of a field.
func (t *reading) val(f Field) value {
	for _, i := range t.byField[f] {
		if t.vals[i].text != "" {
			return t.vals[i]
		}
	}
	if text := t.named[f]; text != "" {
		return value{repaired: repaired{text: text}}
	}
	return value{}
}

// shape is what the row shows at first sight.
type shape struct {
	filled  int // mapped cells with something of their own
	facts   int // of them: neither ordinal, name nor a bare count
	ordinal string
	name    string // text of the name column, or of the only cell
	alone   bool   // one text in the whole row, the ordinal not counted
	first   string // first text of the row
	struck  bool
	again   bool // the name is merged down from the row above
	stray   bool // its only text stands in the column of numbers
	old     bool // came from an encoding that loses capitals
}

func (t *reading) look(row *Row) (s shape) {
	struck, shown := 0, 0
	texts := 0
	nameStruck := false
	var only string
	for i := range t.vals {
		v := &t.vals[i]
		if v.merged && v.text != "" && nameField(t.table.Columns[i].Field) {
			s.again = true
		}
		if v.text == "" || v.merged || t.table.Columns[i].Field == FieldKey {
			continue // a key stands in rows nobody filled in, too
		}
		s.filled++
		s.old = s.old || v.old
		if s.first == "" {
			s.first = v.text
		}
		if v.cell != nil {
			shown++
			if v.cell.Struck {
				struck++
			}
		}
		switch f := t.table.Columns[i].Field; {
		case f == FieldOrdinal:
			s.ordinal = v.text
		case nameField(f):
			if s.name == "" {
				s.name = v.text
			} else {
				s.name += " " + v.text
			}
			nameStruck = nameStruck || v.cell != nil && v.cell.Struck
			texts++
			only = v.text
		default:
			if f == FieldBirth || f == FieldIDNumber || !isCount(v.text) {
				s.facts++
			}
			texts++
			only = v.text
		}
	}
	s.struck = nameStruck || shown > 0 && struck*2 > shown
	s.alone = texts <= 1 && !t.outside
	if s.name == "" && texts == 1 && s.alone {
		s.name, s.facts = only, 0
	}
	if texts == 0 && s.ordinal != "" && hasLetter(s.ordinal) {
		// A line written into the first column.
		s.alone, s.stray = !t.outside, true
		if mark, text := cutOrdinal(s.ordinal); mark != "" || len([]rune(s.ordinal)) > 3 {
			s.ordinal, s.name = mark, text
		}
	}
	return s
}

// isCount tells a bare number or "05 người".
func isCount(s string) bool {
	if len(s) <= 6 && digitsOnly(s) {
		return true
	}
	if len(s) > 40 || !strings.ContainsRune("0123456789(:-gGcCtT", rune(s[0])) || strings.IndexByte(s, '/') >= 0 || digitsOnly(s) {
		return false
	}
	// Words before the number are few; most texts end here, and the pattern is dear.
	digit := strings.IndexAny(s, "0123456789")
	if digit < 0 {
		return false
	}
	switch strings.ToLower(strings.Trim(s[:digit], " :;,-–([")) {
	case "", "gồm", "có", "tổng số":
		return countBehind.MatchString(s) && countBehind.ReplaceAllString(s, "") == ""
	}
	return false
}

var (
	signWords = regexp.MustCompile(`^(?:tm\.?|kt\.?|tl\.?|tuq\.?|q\.?)?\s*(?:người lập|lập biểu|lập bảng|người tổng hợp|người báo cáo|thủ trưởng|xác nhận|ký tên|\(?ký|nơi nhận|hiệu trưởng|giám đốc|chủ tịch|trưởng phòng|trưởng ban|chánh văn phòng|cục trưởng|chi cục trưởng|bí thư|chỉ huy trưởng|chính ủy|thủ quỹ|kế toán|ban giám đốc|hội đồng thi đua|ủy ban nhân dân|uỷ ban nhân dân|ubnd|đại diện|phó giám đốc|phó chủ tịch|phó hiệu trưởng|người duyệt|duyệt|thường trực|ban thường vụ|ban chấp hành|tm\.|kt\.|tl\.|tuq\.)`)
	signOnly  = regexp.MustCompile(`^(?:\(?(?:đã )?ký(?:,| và|\)|$)|\(?ký\s*(?:tên|,|và|ghi)|người lập|lập biểu|lập bảng|nơi nhận|xác nhận của|kt\.|tm\.|tl\.|tuq\.|thủ trưởng|người tổng hợp|người báo cáo|phê duyệt|duyệt của)`)
	placeDate = regexp.MustCompile(`^(?:[\p{Lu}.…][\p{L}\s.…\-]{0,40},?\s*)?[Nn]gày\s*[\d.…_ /]*\s*tháng\s*[\d.…_ /]*\s*năm\s*[\d.…_ ]*$`)
	totalWord = regexp.MustCompile(`^(?:[ivx]+[.)]?\s+)?(?:tổng cộng|tổng số|tổng kết|cộng chung|cộng toàn|cộng mang sang|cộng chuyển|mang sang|chuyển sang trang|chuyển trang|cộng|tổng)(?:\s*[:(.\-–=\d]|\s*$|\s+(?:cộng|chung|danh sách|trang|sang|từ trang|có|số|toàn|tập thể|cá nhân|hộ|người|gồm|nhóm|phần|mục|khối|đơn vị|nam|nữ|lũy kế|[ivx]{1,5}|[a-dđ])(?:[\s:.,()+]|$))`)
	listEnds  = regexp.MustCompile(`^(?:\(?\s*)?(?:ấn định danh sách|danh sách (?:này |trên )?(?:có|gồm)|danh sách ấn định|tổng danh sách|(?:bằng chữ|viết bằng chữ)\s*:)|^[\-–—*.\s]*hết(?:\s+danh sách)?[\-–—*./\s]*$`)
	footnote  = regexp.MustCompile(`^(?:\*+\s*|\(\*+\)\s*)?(?:ghi chú|lưu ý|chú thích|chú ý|nb)\s*[:.]|^\(\*+\)|^\*+\s`)
	pageLine  = regexp.MustCompile(`^\(?\s*(?:trang\s*(?:số\s*)?\d+(?:\s*/\s*\d+)?|tiếp theo(?: trang.*)?|còn tiếp|xem tiếp trang.*|(?:tiếp )?trang sau)\s*\)?$`)
	titleWord = regexp.MustCompile(`^(?:danh sách|phụ lục|biểu số|biểu mẫu|mẫu số|bảng tổng hợp|tổng hợp|cộng hòa|cộng hoà|độc lập|đề nghị|\(?kèm theo|\(?ban hành kèm|trích ngang|tờ trình)`)
)

// total tells a line of sums. Tones matter: Tống Công is a name.
func (t *reading) total(s shape) bool {
	for _, text := range []string{s.name, s.first} {
		low := strings.ToLower(strings.TrimSpace(text))
		if low == "" {
			continue
		}
		if totalWord.MatchString(low) || listEnds.MatchString(low) {
			return true
		}
	}
	if s.facts == 0 && s.ordinal == "" && isASCII(s.name) {
		switch low := strings.ToLower(s.name); {
		case strings.HasPrefix(low, "tong cong"), strings.HasPrefix(low, "tong so"), low == "cong", low == "tong":
			return true
		}
	}
	return false
}

// signs tells that a row begins the block of signatures: no ordinal that
// counts, and each of its texts is an office that signs, a place and date, or
// "Ký tên".
func (t *reading) signs(s shape) bool {
	if o := ordinalStyle(s.ordinal, ""); o != styleNone && s.ordinal != s.first || o == styleNumber || o == stylePart {
		return false
	}
	texts, signing := 0, 0
	certain := false
	for i := range t.vals {
		v := &t.vals[i]
		if v.text == "" || v.merged {
			continue
		}
		texts++
		low := strings.ToLower(v.text)
		switch {
		case placeDate.MatchString(v.text), signOnly.MatchString(low):
			signing++
			certain = true
		case signWords.MatchString(low) && (t.lx.shouting(v.text) || len([]rune(v.text)) < 40):
			signing++
			if t.lx.shouting(v.text) && !t.lx.startsUnit(tokens(v.text)) {
				certain = true
			}
		}
	}
	if texts == 0 {
		return false
	}
	if certain && signing == texts {
		return true
	}
	// "NGƯỜI LẬP" beside something else; a person's own name never signs.
	low := strings.ToLower(s.name)
	return certain && signing > 0 && t.val(FieldAward).text == "" && (low == "" || signOnly.MatchString(low) || signWords.MatchString(low) || placeDate.MatchString(s.name))
}

// lines tells a title or a remark between two lists.
func (t *reading) titled(s shape) bool {
	if !s.alone && s.facts > 0 || s.name == "" {
		return false
	}
	low := strings.ToLower(s.name)
	return titleWord.MatchString(low) && ordinalStyle(s.ordinal, "") == styleNone && len([]rune(low)) > 8
}

// numbers tells the row of column numbers below a heading: (1) (2) (3) or A B 1 2.
func (t *reading) numbers(row *Row) bool {
	count, last := 0, 0
	for j := range row.Cells {
		text := strings.Trim(t.read(&row.Cells[j]).text, " ()[].")
		if text == "" {
			continue
		}
		if strings.ContainsAny(text, "=+") { // (5)=(3)+(4)
			count++
			continue
		}
		if len(text) == 1 && unicode.IsLetter(rune(text[0])) && last == 0 {
			count++
			continue
		}
		if !isNumeral(text) || atoi(text) != last+1 && !(last == 0 && atoi(text) == 1) {
			return false
		}
		last = atoi(text)
		count++
	}
	return count >= 3 && last >= 1
}

// isGroup tells a row that announces those below it.
func (t *reading) isGroup(i int, s shape) (group, bool) {
	mark, text := s.ordinal, s.name
	if text == "" {
		return group{}, false
	}
	if mark == "" {
		m, rest := cutOrdinal(text)
		kind := t.lx.kindOf(groupText(rest))
		if m != "" && leadBare.MatchString(text) && !leadOrdinal.MatchString(text) && kind == "" && !t.lx.shouting(rest) && !t.namesUnit(rest) {
			m = "" // "A Lăng Thị B" is a name
		}
		if bare := strings.TrimLeft(text, "*+•-–— "); m == "" && bare != text && bare != "" && s.facts == 0 {
			m, rest = styleDash, bare // "* Cá nhân:"
		}
		if m != "" && (s.facts == 0 || kind != "") {
			mark, text = m, rest
		}
	}
	if s.old {
		text = t.lx.lostCapitals(text)
	}
	style := ordinalStyle(mark, t.lastLetter())
	// A word of kind alone is a group whatever else stands in the row, unless a
	// person answers to it: "Cá nhân" is nobody's name.
	if k, ok := t.lx.kinds[phraseKey(groupText(text))]; ok && k != "" && style != "?" && (s.facts == 0 || style != styleNumber) {
		return t.groupOf(mark, text), true
	}
	if s.facts > 0 {
		return group{}, false
	}
	switch style {
	case styleRoman, styleLetter:
		return t.groupOf(mark, text), true
	case styleSmall:
		g := t.groupOf(mark, text)
		return g, g.kind != "" || g.unit != "" || g.award != "" || t.factful
	case styleNone, styleDash:
		g := t.groupOf(mark, text)
		if g.kind != "" || g.award != "" {
			return g, true
		}
		if g.unit != "" && (t.wide(i) || t.numbered && style == styleNone || t.kind != Collective && t.factful) {
			return g, true
		}
		return g, g.unit == "" && t.wide(i) && !strings.HasPrefix(text, "(")
	case styleNumber, stylePart:
		g := t.groupOf(mark, text)
		if !t.factful {
			return g, g.kind != "" && t.lx.kinds[phraseKey(g.text)] != ""
		}
		if g.kind != "" || g.award != "" {
			return g, true
		}
		return g, g.unit != "" && t.headsRows(i, mark)
	}
	return group{}, false
}

// wide tells that the row's text is merged over several columns.
func (t *reading) wide(i int) bool {
	row := &t.grid.Rows[i]
	for j := range row.Cells {
		if m, ok := t.span(row.Cells[j].Col, row.Number); ok && m.Right-m.Left >= 2 && !t.blank(&row.Cells[j]) {
			return true
		}
	}
	return false
}

// headsRows tells that the rows below a numbered line are numbered under it:
// "1. Sở Y tế" followed by 1.1, a dash, or 1 again.
func (t *reading) headsRows(i int, mark string) bool {
	col := -1
	if o := t.byField[FieldOrdinal]; len(o) > 0 {
		col = t.table.Columns[o[0]].Index
	}
	for k := i + 1; k < t.to && k < i+4; k++ {
		row := &t.grid.Rows[k]
		if row.Hidden || len(row.Cells) == 0 {
			continue
		}
		next := ""
		if c := t.cell(row, col); c != nil {
			next = t.read(c).text
		}
		next = strings.Trim(next, " .)")
		switch ordinalStyle(next, "") {
		case stylePart:
			return strings.HasPrefix(next, strings.Trim(mark, " .)")+".")
		case styleDash, styleSmall:
			return true
		case styleNumber:
			return next == "1"
		case styleNone:
			return false
		}
		return false
	}
	return false
}
