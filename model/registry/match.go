package registry

import (
	"slices"
	"strings"

	"thidua/model/viet"
	"thidua/model/when"
)

// Candidate is a unit that a text may mean.
type Candidate struct {
	Unit UnitID
	Version
	// Score is 100 for the very name, 95 and more for one that differs only in
	// writing (short form, tone placement, i/y, the province's name left out),
	// below that something a person must look at.
	Score int
	// Ended is the day the unit ended, when that was before the day asked for.
	Ended when.Date
	// Within tells that the text names a part of this unit ("Phòng Nội vụ huyện
	// Ninh Phước"), not the unit itself.
	Within bool
}

// Certain is the lowest score that needs no second look.
const Certain = 95

// abbreviations are short forms in the order they are tried; both sides are keys
// (viet.Key). A line that an office uses for one body only belongs in that
// unit's aliases instead.
var abbreviations = []struct{ short, long string }{
	{"ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"}, {"ubmttq vn", "ủy ban mặt trận tổ quốc việt nam"},
	{"ub mttq vn", "ủy ban mặt trận tổ quốc việt nam"}, {"ub mttqvn", "ủy ban mặt trận tổ quốc việt nam"}, {"ubmttq", "ủy ban mặt trận tổ quốc việt nam"}, {"ub mttq", "ủy ban mặt trận tổ quốc việt nam"},
	{"mttqvn", "ủy ban mặt trận tổ quốc việt nam"}, {"mttq vn", "ủy ban mặt trận tổ quốc việt nam"},
	{"mttq", "ủy ban mặt trận tổ quốc việt nam"}, {"mặt trận tổ quốc", "ủy ban mặt trận tổ quốc việt nam"},
	{"ubnd", "ủy ban nhân dân"}, {"ub nd", "ủy ban nhân dân"}, {"hđnd", "hội đồng nhân dân"}, {"đbqh", "đại biểu quốc hội"},
	{"ttr", "thường trực"}, {"tt hđnd", "thường trực hội đồng nhân dân"}, {"vp", "văn phòng"},
	{"tp", "thành phố"}, {"tx", "thị xã"}, {"lhpn", "liên hiệp phụ nữ"}, {"hlhpn", "hội liên hiệp phụ nữ"},
	{"hnd", "hội nông dân"}, {"ccb", "cựu chiến binh"}, {"lđlđ", "liên đoàn lao động"},
	{"gd&đt", "giáo dục và đào tạo"}, {"gdđt", "giáo dục và đào tạo"}, {"gd đt", "giáo dục và đào tạo"},
	{"lđ tb&xh", "lao động thương binh và xã hội"}, {"lđtbxh", "lao động thương binh và xã hội"}, {"lđtb&xh", "lao động thương binh và xã hội"},
	{"nn&ptnt", "nông nghiệp và phát triển nông thôn"}, {"nnptnt", "nông nghiệp và phát triển nông thôn"},
	{"tn&mt", "tài nguyên và môi trường"}, {"tnmt", "tài nguyên và môi trường"}, {"nn&mt", "nông nghiệp và môi trường"},
	{"tt&tt", "thông tin và truyền thông"}, {"tttt", "thông tin và truyền thông"},
	{"kh&đt", "kế hoạch và đầu tư"}, {"khđt", "kế hoạch và đầu tư"}, {"kh&cn", "khoa học và công nghệ"}, {"khcn", "khoa học và công nghệ"},
	{"gtvt", "giao thông vận tải"}, {"vh tt&dl", "văn hóa thể thao và du lịch"}, {"vhttdl", "văn hóa thể thao và du lịch"}, {"vhtt&dl", "văn hóa thể thao và du lịch"},
	{"nn và ptnt", "nông nghiệp và phát triển nông thôn"}, {"nn và mt", "nông nghiệp và môi trường"}, {"nnmt", "nông nghiệp và môi trường"}, {"tn và mt", "tài nguyên và môi trường"},
	{"gd và đt", "giáo dục và đào tạo"}, {"kh và đt", "kế hoạch và đầu tư"}, {"kh và cn", "khoa học và công nghệ"}, {"tt và tt", "thông tin và truyền thông"},
	{"lđ tbxh", "lao động thương binh và xã hội"}, {"lđ tb và xh", "lao động thương binh và xã hội"}, {"vh tt dl", "văn hóa thể thao và du lịch"}, {"vh tt và dl", "văn hóa thể thao và du lịch"},
	{"ksnd", "kiểm sát nhân dân"}, {"tòa án tỉnh", "tòa án nhân dân tỉnh"}, {"bv", "bệnh viện"}, {"bvđk", "bệnh viện đa khoa"}, {"đk", "đa khoa"}, {"cty", "công ty"},
	{"cp", "cổ phần"}, {"mtv", "một thành viên"}, {"kho bạc nn", "kho bạc nhà nước"}, {"kbnn", "kho bạc nhà nước"}, {"nhnn", "ngân hàng nhà nước"}, {"ban tc", "ban tổ chức"}, {"ubkt", "ủy ban kiểm tra"},
	{"pr tc", "phan rang tháp chàm"}, {"prtc", "phan rang tháp chàm"}, {"tppr tc", "thành phố phan rang tháp chàm"},
	{"kt ns", "kinh tế ngân sách"}, {"ktns", "kinh tế ngân sách"}, {"vh xh", "văn hóa xã hội"}, {"vhxh", "văn hóa xã hội"},
	{"bhxh", "bảo hiểm xã hội"}, {"qlda", "quản lý dự án"}, {"bql", "ban quản lý"}, {"kcn", "khu công nghiệp"}, {"ca", "công an"},
	{"bch", "ban chỉ huy"}, {"bđbp", "bộ đội biên phòng"}, {"vksnd", "viện kiểm sát nhân dân"}, {"tand", "tòa án nhân dân"},
	{"đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh"}, {"đoàn tncs hcm", "đoàn thanh niên cộng sản hồ chí minh"},
	{"htx", "hợp tác xã"}, {"đh", "đại học"}, {"cđ", "cao đẳng"}, {"thpt", "trung học phổ thông"}, {"thcs", "trung học cơ sở"},
}

// joinedShort are the short forms that hold a "&" themselves.
var joinedShort = func() map[string]bool {
	out := map[string]bool{}
	for _, a := range abbreviations {
		for _, w := range strings.Fields(a.short) {
			if strings.Contains(w, "&") {
				out[w] = true
			}
		}
	}
	return out
}()

var shortArea = map[string]string{"h": "huyện", "p": "phường", "x": "xã", "t": "tỉnh", "tt": "thị trấn"}

// canonical brings the many ways of writing one body's name to one key: tones
// kept and placed alike, dots, commas and dashes dropped, short forms written out.
func canonical(text string) string {
	k := viet.Key(text)
	k = strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', '-', '(', ')', ';', ':', '"', '“', '”', '\'', '/':
			return ' '
		}
		return r
	}, k)
	words := strings.Fields(k)
	for i, w := range words {
		if strings.Contains(w, "&") && !joinedShort[w] {
			words[i] = strings.TrimSpace(strings.ReplaceAll(w, "&", " và "))
		}
		if long, ok := shortArea[w]; ok && i+1 < len(words) {
			words[i] = long
		}
	}
	k = " " + strings.Join(words, " ") + " "
	for _, a := range abbreviations {
		if strings.Contains(k, " "+a.short+" ") && !strings.Contains(k, " "+a.long+" ") {
			k = strings.ReplaceAll(k, " "+a.short+" ", " "+a.long+" ")
		}
	}
	k = strings.ReplaceAll(k, " & ", " và ")
	return strings.TrimSpace(k)
}

// bare leaves out what people leave out: "tỉnh", the province's name at the end,
// and "và" ("Văn hóa, Thể thao và Du lịch").
func bare(key string) string {
	for _, p := range []string{" ninh thuận", " khánh hòa"} {
		if rest, ok := strings.CutSuffix(key, " tỉnh"+p); ok {
			key = rest
		}
	}
	key = strings.TrimSuffix(key, " tỉnh")
	key = strings.ReplaceAll(" "+key+" ", " và ", " ")
	return strings.TrimSpace(key)
}

// folded is a key without tones; what bare leaves out is left out here too, since
// a text without tones hides those words from it.
func folded(key string) string {
	k := " " + viet.Fold(key) + " "
	for _, word := range []string{" tinh ninh thuan ", " tinh khanh hoa ", " tinh "} {
		if rest, ok := strings.CutSuffix(k, word); ok {
			k = rest + " "
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(k, " va ", " "))
}

// matchIndex finds units by the keys of all their names.
type matchIndex struct {
	exact, bare, loose, folded map[string][]int // key → positions in names
	names                      []nameOf
	longest                    int // length of the longest key
}

type nameOf struct {
	unit, version int // positions in Book.units and its Versions
	key           string
	runes         []rune
}

func newMatchIndex(units []Unit) matchIndex {
	x := matchIndex{exact: map[string][]int{}, bare: map[string][]int{}, loose: map[string][]int{}, folded: map[string][]int{}}
	for ui, u := range units {
		for vi, v := range u.Versions {
			seen := map[string]bool{}
			for _, text := range append([]string{v.Name, v.Official, v.Short}, v.Aliases...) {
				key := canonical(text)
				if key == "" || seen[key] {
					continue
				}
				seen[key] = true
				at := len(x.names)
				x.names = append(x.names, nameOf{ui, vi, key, []rune(key)})
				b := bare(key)
				add(x.exact, key, at)
				x.longest = max(x.longest, len(key))
				add(x.bare, b, at)
				add(x.loose, viet.LooseKey(b), at)
				add(x.folded, folded(key), at)
			}
		}
	}
	return x
}

func add(m map[string][]int, key string, at int) { m[key] = append(m[key], at) }

// Named tells that a text is one of the version's own names, however it is written.
func (v Version) Named(text string) bool {
	key := bare(canonical(text))
	for _, name := range append([]string{v.Name, v.Official, v.Short}, v.Aliases...) {
		if bare(canonical(name)) == key {
			return true
		}
	}
	return false
}

// Match finds the units a text may mean on a day, best first. A unit that had
// ended by that day is given too, with Ended, behind those that existed. Tones
// that are missing or different only ever make a candidate, never a certainty.
func (b *Book) Match(text string, day when.Date) []Candidate {
	key := canonical(text)
	if key == "" {
		return nil
	}
	bk := bare(key)
	best := map[UnitID]Candidate{}
	take := func(positions []int, score int, within bool) {
		for _, p := range positions {
			n := b.index.names[p]
			u := b.units[n.unit]
			c := Candidate{Unit: u.ID, Version: u.Versions[n.version], Score: score, Within: within}
			if v, ok := u.At(day); ok {
				if !c.Version.Holds(day) {
					c.Score -= 3 // the unit's name of another time
				}
				c.Version = v
			} else {
				c.Ended = u.Period().To
				if day < u.Period().From {
					c.Ended = 0
					c.Score -= 20
				}
			}
			if old, ok := best[u.ID]; !ok || c.Score > old.Score {
				best[u.ID] = c
			}
		}
	}
	take(b.index.exact[key], 100, false)
	take(b.index.bare[bk], 98, false)
	take(b.index.loose[viet.LooseKey(bk)], 96, false)
	if len(best) == 0 {
		take(b.placed(key), 97, false)
	}
	if len(best) == 0 {
		take(b.index.folded[folded(key)], 80, false)
		take(b.slips(key), 85, false)
	}
	if len(best) == 0 {
		take(b.within(key), 60, true)
	}
	out := make([]Candidate, 0, len(best))
	for _, c := range best {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, c Candidate) int {
		if (a.Ended == 0) != (c.Ended == 0) && max(a.Score-c.Score, c.Score-a.Score) < 10 {
			if a.Ended == 0 {
				return -1
			}
			return 1
		}
		if a.Score != c.Score {
			return c.Score - a.Score
		}
		if a.Ended != c.Ended {
			return int(c.Ended - a.Ended)
		}
		return int(a.Unit - c.Unit)
	})
	// A body that exists beats its predecessor of the same name: two units that
	// match alike are doubtful only when both exist on that day.
	if len(out) > 1 && out[0].Ended == 0 && out[1].Ended == 0 && out[0].Score == out[1].Score {
		for i := range out {
			out[i].Score = min(out[i].Score, Certain-1)
		}
	}
	return out
}

// placed finds a unit named with the one it lies in: "xã Phước Hữu, huyện Ninh
// Phước". Only a unit whose parent at some time bears that name counts.
func (b *Book) placed(key string) []int {
	for _, area := range []string{" huyện ", " thành phố ", " thị xã ", " tỉnh "} {
		i := strings.LastIndex(key, area)
		if i <= 0 {
			continue
		}
		name, place := key[:i], bare(key[i+1:])
		var out []int
		for _, at := range [][]int{b.index.exact[name], b.index.bare[bare(name)]} {
			for _, p := range at {
				n := b.index.names[p]
				parent, ok := b.Unit(b.units[n.unit].Versions[n.version].Parent)
				if ok && slices.ContainsFunc(parent.Versions, func(v Version) bool { return bare(canonical(v.Name)) == place }) {
					out = append(out, p)
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// slips finds names one or two letters away (one for short names).
func (b *Book) slips(key string) []int {
	want := []rune(key)
	if len(want) < 6 {
		return nil
	}
	most := 1
	if len(want) >= 14 {
		most = 2
	}
	var out []int
	for i, n := range b.index.names {
		if viet.Distance(n.runes, want, most) <= most {
			out = append(out, i)
		}
	}
	return out
}

// within finds the longest unit name at the end of the text: a part of that unit.
func (b *Book) within(key string) []int {
	last := strings.LastIndexByte(key, ' ')
	for i := max(0, len(key)-b.index.longest-1); i < last; i++ {
		if key[i] != ' ' {
			continue
		}
		if at := b.index.exact[key[i+1:]]; len(at) > 0 {
			return at
		}
	}
	return nil
}
