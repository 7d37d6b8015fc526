package intake

import (
	"slices"
	"strings"
)

// parts is a cell that held a post and a unit.
type parts struct {
	position, unit string
	sure           bool
}

// splitPost parts "Phó Giám đốc Sở Y tế" or "Chuyên viên, Sở Tài chính" into
// post and unit. known asks the registry whether a text is the name of a unit;
// it decides between several places to cut.
func (lx *lexicon) splitPost(s string, known func(string) bool) parts {
	toks := tokens(s)
	if len(toks) == 0 {
		return parts{}
	}
	if k := toks[0].key; len(toks) > 1 && len(toks) <= longestPost && (k == "nguyên" || k == "cựu") && !toks[1].cut {
		// "Nguyên Phó Chủ tịch UBND huyện A": the post that was held.
		p := lx.splitPost(s[toks[1].from:], known)
		if p.position != "" {
			p.position = s[:toks[1].from] + p.position
		}
		return p
	}
	post, least := lx.positions.span(toks)
	if post == 0 && lx.heads.atTokens(toks) == 0 {
		if lx.startsUnit(toks) {
			// "Sở Y tế, Phó Giám đốc": the unit first.
			if u, p, ok := lx.unitFirst(s, toks); ok {
				return parts{p, u, true}
			}
			return parts{unit: s, sure: true}
		}
		// No post that is known: only a separator can tell.
		if at, ok := lx.separator(s, toks, 1); ok {
			return parts{cutEnd(s[:toks[at].from]), openEnd(s[toks[at].from:]), false}
		}
		return parts{position: s, sure: false}
	}
	if post == len(toks) {
		return parts{position: s, sure: true}
	}
	if p, ok := lx.secondPost(s, toks, post, known); ok {
		return p
	}
	// Every word a unit's name may begin at.
	var starts []int
	for i := 1; i < len(toks); i++ {
		if !lx.startsUnit(toks[i:]) || joinsOn(toks, i) {
			continue
		}
		// Small right behind the post too: "Phó Hiệu trưởng trường THCS A".
		if startsUpper(s[toks[i].from:]) || i == post && i+1 < len(toks) && !lx.areas[toks[i].key] && startsUpper(s[toks[i+1].from:]) {
			starts = append(starts, i)
		}
	}
	// A unit that begins inside the longest post: "Bí thư" + "Đoàn xã A".
	if post > least && least > 0 && slices.Contains(starts, least) && least+lx.unitTypes.atTokens(toks[least:]) > post {
		return parts{cutEnd(s[:toks[least].from]), openEnd(s[toks[least].from:]), true}
	}
	// A comma right behind the post: what follows is the unit, whole.
	if slices.Contains(starts, post) && toks[post].cut {
		return parts{cutEnd(s[:toks[post].from]), openEnd(s[toks[post].from:]), true}
	}
	// "Trưởng phòng Nội vụ huyện A", "Chánh Văn phòng …": the post leans on the
	// first words of the unit's name, whatever capitals they have.
	lean := lx.heads.atTokens(toks)
	if lean > 0 && (lean == len(toks) || lx.unitTypes.atTokens(toks[lean:]) == 0) {
		lean = 0
	}
	if lean > 0 && known(capitalFirst(s[toks[lean].from:])) {
		if p, ok := lx.borrowed(s, toks, lean); ok {
			return parts{p, capitalFirst(openEnd(s[toks[lean].from:])), false}
		}
	}
	// A name the registry knows decides; the longest one wins.
	for _, i := range starts {
		if !known(s[toks[i].from:]) {
			continue
		}
		if lx.areas[toks[i].key] && firstFrom(starts, max(least, 1)) < i {
			continue // "Trường A, TP. B": the place of the body named before it
		}
		if i >= least && post > 0 {
			// "Chuyên viên Phòng A, Sở B": whether the room goes with the post or
			// with the unit, a person may see otherwise.
			return parts{cutEnd(s[:toks[i].from]), openEnd(s[toks[i].from:]), i <= firstFrom(starts, post)}
		}
		// "Trưởng Ban Pháp chế", "Chánh Văn phòng …": the post borrows the
		// first word of the unit's name.
		if p, ok := lx.borrowed(s, toks, i); ok {
			return parts{p, openEnd(s[toks[i].from:]), false}
		}
	}
	for _, i := range []int{post, least} { // a unit right behind the post
		if i > 0 && slices.Contains(starts, i) && lx.placeFollows(s, toks, i) {
			return parts{cutEnd(s[:toks[i].from]), openEnd(s[toks[i].from:]), true}
		}
	}
	place := lx.placeAt(s, toks, least)
	if post > 0 && (place == post || place == least) {
		if p, ok := lx.borrowed(s, toks, lean); ok {
			return parts{p, capitalFirst(openEnd(s[toks[lean].from:])), false} // "Trưởng Công an xã A"
		}
		if at := firstFrom(starts, least); at < place && slices.Contains(starts, at) {
			place = at // "Chỉ huy trưởng" + "Ban CHQS xã A"
		}
		return parts{cutEnd(s[:toks[place].from]), openEnd(s[toks[place].from:]), true} // "Phó Chủ tịch xã A"
	}
	if at, ok := lx.separator(s, toks, max(least, 1)); ok {
		rest := toks[at:]
		if place > 0 && place < at && post > 0 && lx.areas[rest[0].key] {
			// "Chi hội trưởng Phụ nữ thôn A, xã B"
			return parts{cutEnd(s[:toks[place].from]), openEnd(s[toks[place].from:]), false}
		}
		return parts{cutEnd(s[:toks[at].from]), openEnd(s[toks[at].from:]), post > 0 && lx.startsUnit(rest)}
	}
	for _, from := range []int{post, least} {
		for _, i := range starts {
			if i >= from && post > 0 {
				if p, ok := lx.borrowed(s, toks, lean); ok && i == post && officeOf(toks[lean:]) {
					return parts{p, capitalFirst(openEnd(s[toks[lean].from:])), false} // "Chánh Văn phòng HĐND và UBND huyện A"
				}
				return parts{cutEnd(s[:toks[i].from]), openEnd(s[toks[i].from:]), i == from}
			}
		}
	}
	if post == 0 {
		for _, i := range starts {
			if p, ok := lx.borrowed(s, toks, i); ok {
				return parts{p, openEnd(s[toks[i].from:]), false}
			}
		}
	}
	if place > 0 && post > 0 {
		if p, ok := lx.borrowed(s, toks, lean); ok && lean < place {
			return parts{p, capitalFirst(openEnd(s[toks[lean].from:])), false} // "Trưởng phòng Tư pháp huyện A"
		}
		return parts{cutEnd(s[:toks[place].from]), openEnd(s[toks[place].from:]), false}
	}
	return parts{position: s, sure: post > 0}
}

// longestPost is how many words a cell of posts and units has at most.
const longestPost = 60

// secondPost reads a cell with two posts parted by a comma: what stands before
// the second is no unit of its own. "Ủy viên Ban Thường vụ Huyện ủy, Chủ tịch
// UBND xã A" belongs to UBND xã A; "Phó Giám đốc Sở A, Bí thư Đảng ủy" to Sở A.
func (lx *lexicon) secondPost(s string, toks []token, post int, known func(string) bool) (parts, bool) {
	if post == 0 || len(toks) > longestPost {
		return parts{}, false
	}
	last := 0
	for i := 1; i < len(toks); i++ {
		if toks[i].cut && !lx.areas[toks[i].key] && lx.positions.atTokens(toks[i:]) > 0 {
			last = i
		}
	}
	if last == 0 {
		return parts{}, false
	}
	front, back := s[:toks[last].from], s[toks[last].from:]
	if b := lx.splitPost(back, known); b.unit != "" {
		return parts{front + b.position, b.unit, b.sure}, true
	}
	if a := lx.splitPost(cutEnd(front), known); a.unit != "" && last > post {
		return parts{a.position + ", " + back, a.unit, false}, true
	}
	return parts{}, false
}

// joinsOn tells that a word stands behind "và": the second half of one name,
// "HĐND và UBND huyện A".
func joinsOn(toks []token, i int) bool {
	return !toks[i].cut && (toks[i-1].key == "và" || toks[i-1].key == "&")
}

// officeOf tells the office of a council or committee, which is a body by
// itself: "Văn phòng HĐND và UBND …".
func officeOf(toks []token) bool {
	if len(toks) < 3 || toks[0].key != "văn" || toks[1].key != "phòng" {
		return false
	}
	switch toks[2].key {
	case "hđnd", "ubnd", "đoàn", "hội":
		return true
	}
	return false
}

// placeAt finds the first level of administration with a place name behind it,
// at or behind a word: "… xã Phước Hậu". 0 when there is none.
func (lx *lexicon) placeAt(s string, toks []token, from int) int {
	for i := max(from, 1); i+1 < len(toks); i++ {
		n := lx.areaAt(toks, i)
		if n == 0 || i+n >= len(toks) || toks[i+n].cut || joinsOn(toks, i) {
			continue
		}
		if next := s[toks[i+n].from:]; startsUpper(next) || next[0] >= '0' && next[0] <= '9' {
			return i
		}
	}
	return 0
}

// placeFollows tells "UBND xã A, huyện B": what stands behind the comma is no
// other body but where the first one is.
func (lx *lexicon) placeFollows(s string, toks []token, from int) bool {
	for i := from + 1; i < len(toks); i++ {
		if toks[i].cut {
			return lx.areaAt(toks, i) > 0
		}
	}
	return false
}

// firstFrom is the first of the places at or behind word n.
func firstFrom(starts []int, n int) int {
	for _, i := range starts {
		if i >= n {
			return i
		}
	}
	return n
}

// borrowed writes the post that leans on the unit's first words: "Trưởng" +
// "Ban Pháp chế" is "Trưởng ban", "Chánh" + "Văn phòng …" is "Chánh Văn phòng".
func (lx *lexicon) borrowed(s string, toks []token, i int) (string, bool) {
	if i == 0 || lx.heads.atTokens(toks) != i {
		return "", false
	}
	_, n := lx.unitTypes.span(toks[i:])
	if n == 0 {
		return "", false
	}
	words := s[toks[i].from:toks[i+n-1].to]
	if n == 1 {
		words = strings.ToLower(words)
	}
	return s[:toks[i-1].to] + " " + words, true
}

// separator finds the first word behind a comma, a dash or the like at which a
// unit may begin, at or after word from. A unit whose name begins with a word
// of the table is preferred; else the first separator counts.
func (lx *lexicon) separator(s string, toks []token, from int) (int, bool) {
	first := -1
	for i := from; i < len(toks); i++ {
		between := strings.TrimSpace(s[toks[i-1].to:toks[i].from])
		if between == "" || between == "." || between == "/" && i > 1 && len(toks[i].key) < 3 {
			continue
		}
		if between == "-" && s[toks[i-1].to:toks[i].from] == "-" {
			continue // "Văn phòng-Thống kê"
		}
		if lx.startsUnit(toks[i:]) {
			return i, true
		}
		if first < 0 && !strings.Contains("-–—", between) {
			first = i
		}
	}
	if first >= 0 && lx.positions.atTokens(toks[first:]) == 0 {
		return first, true
	}
	return 0, false
}

// unitFirst parts "Sở Y tế - Phó Giám đốc".
func (lx *lexicon) unitFirst(s string, toks []token) (unit, post string, ok bool) {
	for i := 1; i < len(toks); i++ {
		between := strings.TrimSpace(s[toks[i-1].to:toks[i].from])
		if between == "" || lx.positions.atTokens(toks[i:]) == 0 {
			continue
		}
		if lx.positions.atTokens(toks[i:]) == len(toks)-i {
			return cutEnd(s[:toks[i].from]), openEnd(s[toks[i].from:]), true
		}
	}
	return "", "", false
}

func cutEnd(s string) string { return strings.TrimRight(s, " ,;:-–—/(.") }

// openEnd takes away a bracket that was opened before the cut: "(Sở Y tế)".
func openEnd(s string) string {
	s = strings.TrimRight(s, " ,;.")
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimSuffix(s, ")")
	}
	return s
}
