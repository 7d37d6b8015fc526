package viet

import (
	"strings"
	"unicode/utf8"
)

// TitleOrg writes the name of a body or a post that came in capitals the way
// official papers write it (NĐ 30/2020/NĐ-CP, Phụ lục II): the first word of
// each part that names a kind, a task or a field with a capital, names of
// places with a capital at each word, "tỉnh", "huyện", "xã" small inside:
// "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NINH THUẬN" → "Sở Giáo dục và Đào tạo tỉnh Ninh
// Thuận". A text that is not in capitals stays. Words it does not know are
// taken for names of places or people.
func TitleOrg(s string) string {
	s = NFC(s)
	if !shouting(s) {
		return s
	}
	return caseWords(s, true)
}

// SentenceCase writes a text that came in capitals as a sentence: a capital at
// its beginning and behind a full stop, bodies and posts as in TitleOrg,
// abbreviations as they are, the rest small. A text that is not in capitals
// stays. Names of people and places it does not know end up small: it is for
// reading, and a person looks at the result.
func SentenceCase(s string) string {
	s = NFC(s)
	if !shouting(s) {
		return s
	}
	return caseWords(s, false)
}

// shouting tells a text with no small letters except those TCVN3 leaves small.
func shouting(s string) bool {
	caps, small := 0, 0
	nameWords(s, func(w string, _ int) {
		up, low, toned, _ := shape(w)
		caps += up
		if !(up > 0 && low == toned) {
			small += low
		}
	})
	return caps > 1 && small == 0
}

// phrases are words that belong together in the names of bodies and posts, as
// they are written inside a name. Longer ones win.
const phraseList = `
Ủy ban nhân dân; Uỷ ban nhân dân; Hội đồng nhân dân; Ủy ban Thường vụ Quốc hội; Ủy ban Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc
Ủy ban Kiểm tra; Ủy ban; Uỷ ban; Ủy viên Thường trực; Ủy viên Thường vụ; Ủy viên Ban Thường vụ; Ủy viên; Uỷ viên; Quốc hội; Đoàn đại biểu Quốc hội; Đoàn đại biểu; đại biểu; Thường trực; Thường vụ; Chính phủ; Thủ tướng Chính phủ; Thủ tướng
Tỉnh ủy; Thành ủy; Huyện ủy; Thị ủy; Đảng ủy; Đảng bộ; Chi bộ; Ban Tổ chức; Ban Tuyên giáo; Ban Dân vận; Ban Nội chính; Ban Pháp chế; Ban Dân tộc; Ban Kinh tế - Ngân sách; Ban Kinh tế; Ban Văn hóa - Xã hội; Ban Quản lý; Ban Chỉ huy; Ban Chỉ đạo; Ban Chấp hành; Ban
Sở; Phòng; Chi cục; Cục; Tổng cục; Bộ; Vụ; Viện; Trung tâm; Văn phòng; Thanh tra; Kho bạc Nhà nước; Ngân hàng Nhà nước; Ngân hàng Chính sách xã hội; Ngân hàng; Bảo hiểm xã hội; Hải quan; Thuế; Thống kê; Kiểm lâm; Quản lý thị trường
Công an; Bộ Chỉ huy Quân sự; Bộ Chỉ huy Bộ đội Biên phòng; Bộ đội Biên phòng; Bộ Chỉ huy; Ban Chỉ huy Quân sự; Quân sự; Đồn Biên phòng; Biên phòng; Cảnh sát; Phòng cháy chữa cháy; Viện kiểm sát nhân dân; Tòa án nhân dân; Toà án nhân dân; Thi hành án dân sự
Giáo dục; Đào tạo; Tài chính; Kế hoạch; Đầu tư; Nội vụ; Y tế; Tư pháp; Công Thương; Xây dựng; Giao thông vận tải; Nông nghiệp; Phát triển nông thôn; Môi trường; Tài nguyên; Khoa học; Công nghệ; Thông tin; Truyền thông; Văn hóa; Văn hoá; Thể thao; Du lịch; Lao động; Thương binh; Xã hội; Dân tộc; Tôn giáo; Ngoại vụ; Kinh tế; Hạ tầng; Đô thị; Tổ chức; Hành chính; Quản trị; Tổng hợp; Cải cách hành chính; Công tác Quốc hội; Thi đua; Khen thưởng; Thi đua - Khen thưởng; Pháp chế; Dân nguyện; Ngân sách; Kiểm tra; Tiếp công dân; Công chức; Viên chức; Chính quyền; Quản lý; Nghiệp vụ; Kế toán; Tài vụ; Văn thư; Lưu trữ; Chuyển đổi số; Bảo trợ; Trẻ em; Người có công; Bình đẳng giới
Hội Nông dân; Hội Liên hiệp Phụ nữ; Hội Cựu chiến binh; Hội Chữ thập đỏ; Hội Người cao tuổi; Hội Khuyến học; Hội Nhà báo; Hội Luật gia; Hội; Liên đoàn Lao động; Liên minh Hợp tác xã; Liên hiệp; Đoàn Thanh niên Cộng sản Hồ Chí Minh; Đoàn Thanh niên; Tỉnh đoàn; Đoàn; Công đoàn; Đài Phát thanh và Truyền hình; Báo; Đài; Phát thanh; Truyền hình
Trường Mầm non; Trường Mẫu giáo; Trường Tiểu học; Trường Trung học cơ sở; Trường Trung học phổ thông; Trường Phổ thông dân tộc nội trú; Trường Chính trị; Trường Cao đẳng; Trường Đại học; Trường; Mầm non; Mẫu giáo; Tiểu học; Trung học cơ sở; Trung học phổ thông; Phổ thông; Cao đẳng; Đại học; Bệnh viện Đa khoa; Bệnh viện; Đa khoa; Trạm Y tế; Trạm; Khoa; Tổ; Đội; Đồn; Nhà máy; Xí nghiệp; Công ty Cổ phần; Công ty Trách nhiệm hữu hạn; Công ty; Cổ phần; Trách nhiệm hữu hạn; Một thành viên; Hợp tác xã; Doanh nghiệp tư nhân; Chi nhánh; Tập đoàn; Tổng công ty
Chủ tịch; Phó Chủ tịch; Giám đốc; Phó Giám đốc; Trưởng phòng; Phó Trưởng phòng; Trưởng ban; Phó Trưởng ban; Trưởng Ban; Bí thư; Phó Bí thư; Bí thư Chi bộ; Chánh Văn phòng; Phó Chánh Văn phòng; Chánh Thanh tra; Phó Chánh Thanh tra; Hiệu trưởng; Phó Hiệu trưởng; Trưởng Công an; Phó Trưởng Công an; Trưởng đoàn; Phó Trưởng đoàn; Trưởng; Phó; Chánh án; Viện trưởng; Cục trưởng; Chi cục trưởng; Đội trưởng; Tổ trưởng; Trưởng thôn; Trưởng khu phố; Chuyên viên; Chuyên viên chính; Chuyên viên cao cấp; Nhân viên; Giáo viên; Bác sĩ; Điều dưỡng; Kế toán trưởng; Cán bộ; Công nhân; Chiến sĩ; Bằng khen; Giấy khen; Cờ thi đua; Huân chương; Lao động tiên tiến
tỉnh; thành phố; thị xã; huyện; quận; phường; xã; thị trấn; thôn; khu phố; ấp; buôn; làng; tổ dân phố; trực thuộc; Trung ương; khu vực; cụm; khối
và; của; các; thuộc; tại; về; cho; với; trong; cùng; kiêm; nguyên; từ; đến; theo; là; số; năm; ngày; tháng; đề nghị; tặng; danh sách; kèm theo; công trình; dự án; đầu tư xây dựng; quản lý; dân cư; người; nhân dân; nhà nước; Nhà nước; Nhân dân`

// sentenceList is what keeps its capitals within a sentence too, where "kinh
// tế" and "giáo dục" are common words.
const sentenceList = `
Ủy ban nhân dân; Uỷ ban nhân dân; Hội đồng nhân dân; Ủy ban Thường vụ Quốc hội; Ủy ban Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc; Đoàn đại biểu Quốc hội; Quốc hội
Thủ tướng Chính phủ; Thủ tướng; Chính phủ; Tỉnh ủy; Thành ủy; Huyện ủy; Đảng ủy; Đảng bộ; Đảng; Chủ tịch; Phó Chủ tịch; Giám đốc; Phó Giám đốc; Bí thư; Phó Bí thư; Trưởng phòng; Phó Trưởng phòng; Sở; Công an; Hội Nông dân; Hội Liên hiệp Phụ nữ; Hội Cựu chiến binh; Liên đoàn Lao động; Đoàn Thanh niên
Bằng khen; Giấy khen; Huân chương; Nhân dân; Nhà nước; Hồ Chí Minh; Việt Nam; Ninh Thuận; Khánh Hòa; Phan Rang; Tháp Chàm`

// A lexicon maps phrases, as Key has them, to their writing.
type lexicon struct {
	writing map[string]string
	longest int // words
}

// The lexicons are read only once built.
var orgWords, sentenceWords lexicon

func initPhrases() {
	orgWords, sentenceWords = newLexicon(phraseList), newLexicon(sentenceList)
}

func newLexicon(list string) lexicon {
	l := lexicon{writing: make(map[string]string, 320)}
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == '\n' }) {
		p = strings.TrimSpace(p)
		k := Key(p)
		if _, ok := l.writing[k]; !ok && p != "" {
			l.writing[k] = p
			l.longest = max(l.longest, len(strings.Fields(p)))
		}
	}
	return l
}

// shortForms are abbreviations with vowels, which could be read as words.
var shortForms = map[string]bool{
	"ubnd": true, "hđnd": true, "ubmttq": true, "mttq": true, "ubmttqvn": true, "đbqh": true, "lđlđ": true, "tđkt": true, "thcs": true, "thpt": true, "ptdtnt": true, "vp": true,
	"ub": true, "ubkt": true, "ubtvqh": true, "bch": true, "bcđ": true, "bql": true, "bhxh": true, "gd": true, "gdđt": true, "gd&đt": true, "lđtbxh": true, "ttyt": true, "tyt": true, "cbcc": true, "ca": true, "cand": true, "qđnd": true, "htx": true, "tnhh": true, "mtv": true, "cp": true,
	"ttr": true, "stc": true, "snv": true, "qđ": true, "nđ": true, "kh": true, "tand": true, "vksnd": true, "cdc": true, "pccc": true, "cntt": true, "tw": true, "tp": true, "tx": true, "tt": true, "kp": true, "vnpt": true, "evn": true, "qlnn": true, "tđ": true, "bđbp": true, "chqs": true,
	"gv": true, "hs": true, "cstđ": true, "cstđcs": true, "lđtt": true, "ttlđxs": true, "ttlđtt": true, "bktt": true, "đvt": true, "stt": true, "cccd": true, "cmnd": true,
}

// A span is one word with what stands before it.
type span struct{ from, to int }

func caseWords(s string, org bool) string {
	var ws []span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !nameLetter(r) {
			i += n
			continue
		}
		j := i
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if !nameLetter(r) {
				break
			}
			j += n
		}
		ws = append(ws, span{i, j})
		i = j
	}
	lex := sentenceWords
	if org {
		lex = orgWords
	}
	b := make([]byte, 0, len(s)+4)
	done := 0
	begin := true // at the beginning of a sentence
	for i := 0; i < len(ws); {
		gap := s[done:ws[i].from]
		b = append(b, gap...)
		begin = begin || strings.ContainsAny(gap, ".!?\n")
		text, used := lex.at(s, ws[i:])
		w := s[ws[i].from:ws[i].to]
		switch {
		case used > 0:
			if begin {
				text = FirstCapital(text)
			}
			b = append(b, text...)
		case shortForms[lowerText(w)] || abbreviated(w) || romanWord(w):
			b = append(b, strings.ToUpper(w)...)
			used = 1
		case org || begin:
			b = appendTitle(b, w)
			used = 1
		default:
			b = append(b, lowerText(w)...)
			used = 1
		}
		begin = false
		done = ws[i+used-1].to
		i += used
	}
	return string(append(b, s[done:]...))
}

// at finds the longest phrase that begins at the first word.
func (l lexicon) at(s string, ws []span) (string, int) {
	for n := min(l.longest, len(ws)); n > 0; n-- {
		p, ok := l.writing[Key(s[ws[0].from:ws[n-1].to])]
		if !ok {
			continue
		}
		return keepSpelling(s[ws[0].from:ws[n-1].to], p), n
	}
	return "", 0
}

// keepSpelling gives a text the capitals of a phrase and keeps its letters, so
// that "HOÁ" stays hoá.
func keepSpelling(text, phrase string) string {
	low := lowerText(text)
	if utf8.RuneCountInString(low) != utf8.RuneCountInString(phrase) {
		return phrase
	}
	p, out := []rune(phrase), []rune(low)
	for i, r := range out {
		if isUpperRune(p[i]) {
			out[i] = upperRune(r)
		}
	}
	return string(out)
}

func romanWord(w string) bool {
	_, ok := ParseRoman(w)
	return ok && len(w) > 1 && w == strings.ToUpper(w)
}

// lostPhrases are writings whose capital TCVN3 cannot hold, in small letters.
var lostPhrases = []struct{ small, right string }{
	{"ủy ban nhân dân", "Ủy ban nhân dân"}, {"uỷ ban nhân dân", "Uỷ ban nhân dân"},
	{"ủy ban Nhân dân", "Ủy ban Nhân dân"}, {"uỷ ban Nhân dân", "Uỷ ban Nhân dân"},
	{"ủy ban Mặt trận", "Ủy ban Mặt trận"}, {"uỷ ban Mặt trận", "Uỷ ban Mặt trận"}, {"ủy ban MTTQ", "Ủy ban MTTQ"}, {"uỷ ban MTTQ", "Uỷ ban MTTQ"},
	{"ủy ban Thường vụ", "Ủy ban Thường vụ"}, {"uỷ ban Thường vụ", "Uỷ ban Thường vụ"}, {"ủy ban thường vụ Quốc hội", "Ủy ban thường vụ Quốc hội"},
	{"ủy ban Kiểm tra", "Ủy ban Kiểm tra"}, {"uỷ ban Kiểm tra", "Uỷ ban Kiểm tra"}, {"ủy ban Dân tộc", "Ủy ban Dân tộc"},
	{"Bác ái", "Bác Ái"}, {"Châu á", "Châu Á"}, {"Đông á", "Đông Á"}, {"Nam á", "Nam Á"}, {"ấn Độ", "Ấn Độ"},
}

// RegainCapitals gives a text that came from TCVN3 the capitals this encoding
// cannot write: a small vowel with a tone at the beginning of the text or of a
// sentence, and in names of bodies and places that are always written so ("của
// ủy ban Thường vụ Quốc hội", "huyện Bác ái"). Nothing else changes. For names
// of people use HasLostCase and TitleName.
func RegainCapitals(s string) string {
	if isASCII(s) {
		return s
	}
	var b []byte
	done := 0
	put := func(at, n int, right string) {
		b = append(b, s[done:at]...)
		b = append(b, right...)
		done = at + n
	}
	begin, inWord := true, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		m := markOf(r)
		if m == 0 {
			if r == '.' || r == '!' || r == '?' || r == '\n' || r == ':' && begin {
				begin = true
			}
			inWord = nameLetter(r) || r >= '0' && r <= '9'
			if inWord {
				begin = false
			}
			i += n
			continue
		}
		if !inWord && (m.tone() != ngang || m.upper()) {
			if p := phraseHere(s[i:]); p >= 0 {
				put(i, len(lostPhrases[p].small), lostPhrases[p].right)
				i = done
				begin, inWord = false, true
				continue
			}
		}
		if !inWord && begin && m.tone() != ngang && !m.upper() {
			put(i, n, string(upperRune(r)))
		}
		begin, inWord = false, true
		i += n
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}

// phraseHere finds the phrase a text begins with, -1 for none. A phrase ends
// where a word ends.
func phraseHere(s string) int {
	for i, p := range lostPhrases {
		if len(s) < len(p.small) || s[:len(p.small)] != p.small {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[len(p.small):]); len(s) == len(p.small) || !nameLetter(r) {
			return i
		}
	}
	return -1
}
