package form

import (
	"strings"
	"testing"

	"thidua/model/paper"
	"thidua/model/when"
)

// Who signs is dated: post and name of the texts stand under the papers of their
// days, never under another body's, and a name told for one paper wins.
func TestWhoSignsIsInTheTexts(t *testing.T) {
	day := when.Of(2025, 12, 25)
	from := when.Period{From: when.Of(2025, 12, 1)}
	texts := NewTexts(Defaults(), []Wording{
		{Key: "ky-giam-doc", Text: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", Period: from},
		{Key: "ky-giam-doc-ho-ten", Text: "Lê Thị Mẫu", Period: from},
		{Key: "ky-chu-tich-ho-ten", Text: "Phan Trọng Mẫu", Period: from},
	})
	f := Frame{Texts: texts, Day: day}
	proposal := func(f Frame) Paper {
		return Proposal{Frame: f, Movement: movement(), Awards: []Award{awardTinh}, Lines: few()}
	}
	decides := func(f Frame) Paper { return Decision{Frame: f, Movement: movement(), Award: awardTinh, Lines: few()} }
	at := func(f Frame, change func(*Frame)) Frame { change(&f); return f }
	for name, c := range map[string]struct {
		paper Paper
		want  string
	}{
		"the deputy's":       {proposal(f), "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Lê Thị Mẫu"},
		"the draft's":        {decides(f), "CHỦ TỊCH / Phan Trọng Mẫu"},
		"the day before":     {decides(at(f, func(f *Frame) { f.Day = from.From.AddDays(-1) })), "CHỦ TỊCH / "},
		"one told":           {decides(at(f, func(f *Frame) { f.Sign.Name = "Trần Văn Thử" })), "CHỦ TỊCH / Trần Văn Thử"},
		"issued without one": {decides(at(f, func(f *Frame) { f.Sign.Name = Nothing })), "CHỦ TỊCH / "},
		"another body's":     {decides(at(f, func(f *Frame) { f.Own = Own{Name: "Sở Y tế", Head: "Giám đốc", Sign: "SYT"} })), "GIÁM ĐỐC / "},
		"in two columns":     {Register{Frame: f, Period: "năm 2025"}, "NGƯỜI GIỮ SỔ / ; KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Lê Thị Mẫu"},
	} {
		var got []string
		for _, p := range c.paper.Document().Parts {
			for _, b := range p.Blocks {
				if s, ok := b.(paper.Sign); ok {
					for _, g := range s.Signers {
						got = append(got, strings.Join(append(g.Post, g.Name), " / "))
					}
				}
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
