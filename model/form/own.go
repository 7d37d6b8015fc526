package form

import (
	"strings"

	"thidua/model/viet"
)

// Own is a body that commends by itself (giấy khen: Luật 06/2022/QH15, Điều 75,
// Điều 80). The papers of its road then speak of it and of its head where they else
// speak of the province; a text with "-don-vi" at the end of its key stands in place
// of the one without. The zero Own is the province.
type Own struct {
	Name   string // in full: "Sở Y tế tỉnh Khánh Hòa"
	Parent string // as the head of its papers has the body above: "UBND TỈNH KHÁNH HÒA"
	Head   string // post of its head: "Giám đốc"
	Sign   string // its sign in symbols: "SYT"; "" leaves it to the pen
}

// variant is the end of the keys of texts for a body's own papers.
const variant = "-don-vi"

// own puts the body into the facts: what the shared texts say of the province.
func (f *facts) ownBody(o Own) {
	if o.Name == "" {
		return
	}
	name, head := viet.Clean(o.Name), viet.Clean(o.Head)
	sign := viet.Clean(o.Sign)
	f.said = map[string]string{
		"chu-tich": head + " " + name, "ky-chu-tich": strings.ToUpper(head), "ky-giam-doc": strings.ToUpper(head),
		"co-quan-ubnd": strings.ToUpper(name), "chu-quan": strings.ToUpper(viet.Clean(o.Parent)),
		"hoi-dong": "Hội đồng Thi đua - Khen thưởng " + name, "quy-khen-thuong": "Quỹ thi đua, khen thưởng của " + name,
		"quyet-dinh.ky-hieu": "QĐ-" + sign, "quyet-dinh-huy-bo.ky-hieu": "QĐ-" + sign, "quyet-dinh-dieu-chinh.ky-hieu": "QĐ-" + sign, "to-trinh.ky-hieu": "TTr-" + sign,
	}
	f.set("ten-don-vi", name)
}

// inWriting is the end of the keys of texts for a council that did not meet and was
// asked in writing; variant may stand behind it.
const inWriting = "-van-ban"

// wording is a text as it stands for this paper: what its body says, its variants for
// a council asked in writing and for bodies of their own, else the common one.
func (f *facts) wording(key string) (string, bool) {
	if f.byLetter {
		if f.said != nil {
			if s, ok := f.texts.Get(key+inWriting+variant, f.day); ok {
				return s, true
			}
		}
		if s, ok := f.texts.Get(key+inWriting, f.day); ok {
			return s, true
		}
	}
	if f.said != nil {
		if s, ok := f.said[key]; ok {
			return s, true
		}
		if s, ok := f.texts.Get(key+variant, f.day); ok {
			return s, true
		}
	}
	return f.texts.Get(key, f.day)
}
