package intake

import (
	"regexp"
	"slices"
	"strings"

	"thidua/model/viet"
	"thidua/model/when"
)

var (
	paperNo   = regexp.MustCompile(`(?i)số\s*:?\s*(\d+[a-z]?\s*/\s*[\p{L}\d][\p{L}\d\-./]*)`)
	paperDay  = regexp.MustCompile(`(?i)ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`)
	paperDay2 = regexp.MustCompile(`(?i)ngày\s+(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})`)
	goesWith  = regexp.MustCompile(`(?i)kèm theo|ban hành kèm|tờ trình|công văn`)
	motto     = regexp.MustCompile(`(?i)cộng h(?:òa|oà) xã hội|độc lập\s*[-–]\s*tự do`)
	quotes    = regexp.MustCompile(`[“"«]([^”"»]{8,300})[”"»]`)
	campaign  = regexp.MustCompile(`(?i)phong trào thi đua\s+(.{6,200})`)
	ownUnit   = regexp.MustCompile(`(?i)^(?:tên )?(?:cơ quan,? )?(?:đơn vị|cơ quan|cơ quan, đơn vị)\s*:\s*(.+)$`)
	listTitle = regexp.MustCompile(`(?i)^\(?(?:danh sách|phụ lục|biểu|bảng|tổng hợp|trích ngang|đề nghị)`)
)

// titles reads the lines above a heading: which paper the list goes with, who
// sent it, what kind of nominee and which award it announces.
func (t *reading) titles(from, to int) {
	var title []string
	var body []string // the letterhead's left side
	for i := from; i < to; i++ {
		row := &t.grid.Rows[i]
		if row.Hidden {
			continue
		}
		for j := range row.Cells {
			c := &row.Cells[j]
			text := t.read(c).text
			if text == "" || len(text) > 3000 {
				continue
			}
			t.paper(text)
			switch {
			case motto.MatchString(text):
			case goesWith.MatchString(text):
			case listTitle.MatchString(text) || len(title) > 0 && j == 0 && !placeDate.MatchString(text):
				title = append(title, text)
			case j == 0 && len(title) == 0 && len(body) < 3 && t.lx.startsUnit(tokens(text)):
				if m := ownUnit.FindStringSubmatch(text); m != nil {
					text = m[1]
					if t.namesUnit(text) {
						t.titleUnit, _ = t.unitWriting(text)
						t.unitFrom = "intake.unit-from-title"
					}
				}
				body = append(body, text)
			}
			_, plain := cutOrdinal(text)
			// "TT" above a list is the heading of some other table.
			if k := t.lx.kindOf(groupText(plain)); k != "" && len(plain) > len("HGĐ") {
				t.kind = k
			}
			if m := campaign.FindStringSubmatch(text); m != nil && t.table.MovementHint == "" {
				t.table.MovementHint = strings.Trim(m[1], " .“”\"()")
			}
			if m := quotes.FindStringSubmatch(text); m != nil && strings.Contains(strings.ToLower(text), "thi đua") {
				t.table.MovementHint = strings.TrimSpace(m[1])
			}
		}
	}
	t.table.Title = strings.Join(title, " ")
	if k := t.lx.kindOf(t.table.Title); k != "" {
		t.kind = k
	}
	if t.kind == "" {
		t.kind = t.lx.kindOf(t.table.Sheet)
	}
	if len(body) > 0 {
		t.table.Sender, _ = t.unitWriting(body[len(body)-1])
	}
	if codes := t.awards.within(phraseKey(t.table.Title)); len(codes) == 1 {
		t.titleAward = codes[0]
	}
	if t.titleUnit == "" && !slices.ContainsFunc(t.table.Columns, func(c Column) bool {
		return c.Field == FieldUnit || c.Field == FieldPositionUnit || c.Field == FieldSubunit
	}) {
		if t.titleUnit, t.unitFrom = t.unitIn(t.table.Title), "intake.unit-from-title"; t.titleUnit == "" {
			if tab := viet.Clean(bracketed.ReplaceAllString(strings.ToValidUTF8(t.table.Tab, ""), " ")); t.units.known(tab) {
				t.titleUnit, t.unitFrom = tab, "intake.unit-from-tab"
			}
		}
	}
}

// unitIn is the one unit of the registry that a title names: "Danh sách cá nhân
// Sở Tư pháp đề nghị khen thưởng". The province is named for its awards.
func (t *reading) unitIn(title string) string {
	toks, found, tried := tokens(title), "", 0
	for i := 0; i < len(toks) && len(toks) <= maxTitleWords && tried < maxTitleUnits; i++ {
		if !t.lx.startsUnit(toks[i:]) || i > 0 && slices.Contains(toOthers, toks[i-1].key) {
			continue
		}
		tried++
		for end := min(len(toks), i+maxUnitWords); end > i+1; end-- {
			text, _ := t.unitWriting(title[toks[i].from:toks[end-1].to])
			if !t.units.known(text) {
				continue
			}
			if found != "" && !sameKey(found, text) {
				return ""
			}
			found = text
			i = end - 1
			break
		}
	}
	return found
}

// toOthers are the words before a body that is not the nominees': "Kính gửi: Sở
// Nội vụ", "Chủ tịch UBND tỉnh".
var toOthers = []string{"tịch", "gửi", "trình", "nghị", "báo", "cáo"}

// A unit's name has at most maxUnitWords words; a title names at most
// maxTitleUnits bodies, and with more than maxTitleWords it is a paragraph.
const (
	maxUnitWords  = 14
	maxTitleUnits = 4
	maxTitleWords = 60
)

// paper takes number and date of the tờ trình from a line.
func (t *reading) paper(text string) {
	certain := goesWith.MatchString(text)
	if t.table.PaperNumber != "" && !certain {
		return
	}
	m := paperNo.FindStringSubmatch(text)
	if m == nil && !certain {
		return
	}
	if m != nil {
		t.table.PaperNumber = strings.ReplaceAll(m[1], " ", "")
	}
	for _, re := range []*regexp.Regexp{paperDay, paperDay2} {
		if d := re.FindStringSubmatch(text); d != nil {
			if day := when.Of(atoi(d[3]), atoi(d[2]), atoi(d[1])); day.Valid() && atoi(d[2]) <= 12 {
				t.table.PaperDate = day
			}
			return
		}
	}
}
