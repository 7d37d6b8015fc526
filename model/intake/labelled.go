package intake

import (
	"regexp"
	"strings"

	"thidua/model/viet"
)

// labelWords are what a cell calls the facts it keeps behind the name, and
// which fields they are.
var labelWords = []struct {
	field Field
	words *regexp.Regexp
}{
	{FieldBirth, regexp.MustCompile(`(?i)(?:ngày,? tháng,? )?năm sinh|ngày sinh|sinh ngày|sinh năm`)},
	{FieldPosition, regexp.MustCompile(`(?i)chức vụ|chức danh`)},
	{FieldUnit, regexp.MustCompile(`(?i)đơn vị(?: công tác)?|cơ quan(?: công tác)?|nơi công tác`)},
	{FieldIDNumber, regexp.MustCompile(`(?i)(?:số )?(?:cccd|cmnd|căn cước(?: công dân)?|định danh(?: cá nhân)?)`)},
	{FieldEthnicity, regexp.MustCompile(`(?i)dân tộc`)},
	{FieldGender, regexp.MustCompile(`(?i)giới tính`)},
	{FieldOther, regexp.MustCompile(`(?i)quê quán|nguyên quán|trú quán|thường trú|địa chỉ|điện thoại|đt|sđt|trình độ|tôn giáo|ngày vào đảng`)},
}

// A small form has at most mostLabels labels, of at most longestLabel bytes.
const mostLabels, longestLabel = 10, 60

// labelled parts a name's cell that holds a small form, "Nguyễn Văn A / Sinh
// ngày: 05/3/1980 / Chức vụ: Kế toán", at its labels. The facts it names answer
// for the row where the sheet has no column of them.
func (t *reading) labelled(v *value) {
	if n := strings.Count(v.text, ":"); len(v.text) < 20 || n == 0 || n > mostLabels {
		return
	}
	type label struct {
		field    Field
		from, to int
	}
	var labels []label
	for at := 0; ; {
		n := strings.IndexByte(v.text[at:], ':')
		if n < 0 {
			break
		}
		at += n
		for _, w := range labelWords {
			from := max(0, at-longestLabel)
			found := w.words.FindAllStringIndex(v.text[from:at], -1)
			if len(found) == 0 {
				continue
			}
			last := found[len(found)-1]
			last[0], last[1] = last[0]+from, last[1]+from
			if strings.TrimSpace(v.text[last[1]:at]) == "" && last[0] > 0 && strings.ContainsRune(" ,;-–(\n", rune(v.text[last[0]-1])) {
				labels = append(labels, label{w.field, last[0], at + 1})
				break
			}
		}
		at++
	}
	if len(labels) == 0 {
		return
	}
	for i, l := range labels {
		end := len(v.text)
		if i+1 < len(labels) {
			end = labels[i+1].from
		}
		if text := strings.Trim(v.text[l.to:end], " ,;-–)"); text != "" && l.field != FieldOther {
			t.tell(l.field, viet.Clean(text))
		}
	}
	v.text = strings.TrimRight(v.text[:labels[0].from], " ,;-–(")
	v.cell = nil // its lines are told apart now
}

// tell keeps what a cell of another field says of a field without a column.
func (t *reading) tell(f Field, text string) {
	if len(t.byField[f]) > 0 {
		return
	}
	if t.named == nil {
		t.named = map[Field]string{}
	}
	t.named[f] = text
}
