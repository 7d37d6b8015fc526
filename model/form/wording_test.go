package form

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/model/paper"
	"thidua/model/when"
)

// source is the package's own code without tests.
func source(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	var b strings.Builder
	for _, f := range files {
		if !strings.HasSuffix(f, "_test.go") {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(data)
		}
	}
	return b.String()
}

func TestDefaultsAreWhole(t *testing.T) {
	src := source(t)
	facts := map[string]bool{}
	for _, m := range regexp.MustCompile(`\.(?:set|put|list|dayOf)\("([^"]+)"`).FindAllStringSubmatch(src, -1) {
		facts[m[1]] = true
	}
	for _, name := range []string{"phat-ra", "thu-ve", "hop-le", "khong-hop-le"} { // set in a loop
		facts[name] = true
	}
	texts := DefaultTexts()
	codes := []string{"cot", "muc", "bieu"}
	for _, f := range All() {
		codes = append(codes, f.Code)
	}
	seen := map[string]bool{}
	for _, w := range Defaults() {
		if code, _, dotted := strings.Cut(w.Key, "."); dotted && !slices.Contains(codes, code) {
			t.Errorf("%s belongs to no paper", w.Key)
		}
		if id := w.Key + w.From.String(); seen[id] {
			t.Errorf("%s from %s stands twice", w.Key, w.From)
		} else {
			seen[id] = true
		}
		if !norm.NFC.IsNormalString(w.Text) || strings.Contains(w.Text, "  ") {
			t.Errorf("%s is not NFC with single spaces", w.Key)
		}
		for _, m := range placeholder.FindAllStringSubmatch(w.Text, -1) {
			name := strings.ToLower(m[1])
			if _, shared := texts.byKey[name]; !facts[name] && !shared {
				t.Errorf("%s names {%s}, which nothing fills", w.Key, m[1])
			}
		}
		if u := texts.Unknown(w.Key, w.Text); len(u) > 0 {
			t.Errorf("%s: %v", w.Key, u)
		}
	}
}

// Every text the code asks for exists, and every text is asked for: by its whole
// key, by what follows the paper's code, or by another text.
func TestTextsAreUsed(t *testing.T) {
	src := source(t)
	literal := map[string]bool{}
	for _, m := range regexp.MustCompile(`"(\.?[a-z0-9][a-z0-9.-]*)"`).FindAllStringSubmatch(src, -1) {
		literal[strings.TrimPrefix(m[1], ".")] = true
	}
	var all strings.Builder
	for _, w := range Defaults() {
		all.WriteString(strings.ToLower(w.Text) + "\n")
	}
	composed := regexp.MustCompile(`-(individual|collective|household|trinh|nhieu|mot|chuyen-de|ghi-chu|ho-ten|du|khong|bo-sung|van-ban|don-vi)$`)
	for _, k := range DefaultTexts().Keys() {
		_, rest, dotted := strings.Cut(k, ".")
		if !dotted {
			rest = k
		}
		base := rest
		for composed.MatchString(base) && !literal[base] {
			base = composed.ReplaceAllString(base, "")
		}
		used := literal[k] || literal[rest] || literal[base] || literal[base+"-"] || strings.Contains(all.String(), "{"+k+"}")
		if strings.HasPrefix(k, "bang-khen.") {
			for _, s := range LayoutA4().Slots {
				used = used || s.Key == rest
			}
		}
		if strings.HasPrefix(k, "cot.") || strings.HasPrefix(k, "muc.") {
			used = used || strings.Contains(rest, "danh-hieu") || strings.Contains(rest, "hinh-thuc") // built from the two kinds of honour
		}
		if !used {
			t.Errorf("%s is used nowhere", k)
		}
	}
	for _, m := range regexp.MustCompile(`\bf\.(?:text|words|strings|lines|paragraphs)\("([^"]+)"\)`).FindAllStringSubmatch(src, -1) {
		if _, ok := DefaultTexts().Get(m[1], 0); !ok {
			t.Errorf("%s is asked for and has no text", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`"(cot\.[a-z-]+[a-z])"`).FindAllStringSubmatch(src, -1) {
		if _, ok := DefaultTexts().Get(m[1], 0); !ok && m[1] != "cot.quyet-dinh" {
			t.Errorf("%s is asked for and has no text", m[1])
		}
	}
}

func TestWordingHoldsForItsDays(t *testing.T) {
	texts := DefaultTexts()
	for _, c := range []struct {
		key  string
		day  when.Date
		want string
	}{
		{"dia-danh", when.Of(2025, 6, 30), "Ninh Thuận"},
		{"dia-danh", when.Of(2025, 7, 1), "Khánh Hòa"},
		{"dia-danh", 0, "Khánh Hòa"},
		{"nghi-dinh-tdkt-ngan", when.Of(2025, 6, 30), "Nghị định số 98/2023/NĐ-CP"},
		{"nghi-dinh-tdkt-ngan", when.Of(2025, 7, 1), "Nghị định số 152/2025/NĐ-CP"},
		{"luat-tdkt", when.Of(2025, 2, 28), "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022"},
		{"luat-tdkt", when.Of(2026, 9, 30), "Luật Thi đua, khen thưởng số 06/2022/QH15"},
	} {
		if got, _ := texts.Get(c.key, c.day); got != c.want {
			t.Errorf("%s on %s: %q", c.key, c.day, got)
		}
	}
	doubtful := func(day when.Date) bool {
		return slices.ContainsFunc(texts.Doubts(day), func(w Wording) bool { return w.Key == "luat-tdkt" })
	}
	if doubtful(when.Of(2026, 9, 30)) || !doubtful(when.Of(2026, 10, 1)) {
		t.Error("the law of 01/10/2026 must be marked from its first day")
	}
	for _, day := range []when.Date{when.Of(2024, 5, 1), when.Of(2025, 3, 1), when.Of(2025, 7, 1), when.Of(2026, 11, 22)} {
		for _, k := range texts.Keys() {
			if _, ok := texts.Get(k, day); !ok {
				t.Errorf("%s has no text on %s", k, day)
			}
		}
	}
}

// What the office writes wins, only on the days it holds, and in every paper.
func TestTheOfficesOwnTextWins(t *testing.T) {
	own := NewTexts(Defaults(), []Wording{
		{Key: "ky-giam-doc", Text: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", Period: when.Period{From: when.Of(2026, 1, 1), To: when.Of(2026, 7, 1)}},
		{Key: "quy-che-tinh", Text: "Quyết định số 99/2025/QĐ-UBND ngày 10/12/2025 của Ủy ban nhân dân tỉnh ban hành Quy chế mẫu"},
		{Key: "to-trinh.noi-nhan", Text: "Như trên\nLưu: VT"},
	})
	fr := frame()
	fr.Texts = own
	out := paper.Outline(Proposal{Frame: fr, Movement: movement(), Lines: few()}.Document())
	for _, want := range []string{"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Căn cứ Quyết định số 99/2025/QĐ-UBND", "- Như trên;\n- Lưu: VT.\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	fr.Day = when.Of(2026, 8, 1)
	if out := paper.Outline(Proposal{Frame: fr, Lines: few()}.Document()); strings.Contains(out, "KT. GIÁM ĐỐC") {
		t.Error("a text holds after its last day")
	}
}

func TestFill(t *testing.T) {
	f := newFacts(Frame{Texts: NewTexts([]Wording{
		{Key: "tinh", Text: "tỉnh Khánh Hòa"}, {Key: "vong", Text: "a"}, {Key: "khong", Text: Nothing},
		{Key: "x.a", Text: "Gửi {Tinh}, {TINH}[ (qua {co})][ bỏ {thieu}]{thieu}."},
		{Key: "x.b", Text: "đầu\n{nhieu}\n[{thieu}]\n{khong}\ncuối"},
		{Key: "x.c", Text: "**Tặng {sao}** [giữ]"},
	})})
	f.set("co", "Bộ Nội vụ")
	f.set("thieu", " ")
	f.set("sao", "a**b__c")
	f.list("nhieu", []string{"một", "", "hai"})
	if got := f.words("x.a"); got != "Gửi Tỉnh Khánh Hòa, TỈNH KHÁNH HÒA (qua Bộ Nội vụ)……." {
		t.Error(got)
	}
	if got := strings.Join(f.strings("x.b"), "|"); got != "đầu|một|hai|cuối" {
		t.Error(got)
	}
	c := f.text("x.c")
	if c.String() != "Tặng a**b__c [giữ]" || !c[0].Bold || c[0].Words != "Tặng a**b__c" {
		t.Errorf("%+v", c)
	}
	f.texts = NewTexts([]Wording{{Key: "vong", Text: "a {vong}"}})
	if got := f.words("vong"); strings.Contains(got, "{") || !strings.HasSuffix(got, "……") {
		t.Errorf("a circle of texts must end in dots: %q", got)
	}
}

func TestUnknownFindsWhatNothingFills(t *testing.T) {
	got := DefaultTexts().Unknown("to-trinh.ket", "{so-luong} {sol-uong} [{chu-tich} {xyz")
	if strings.Join(got, " ") != "{sol-uong} [ {" {
		t.Fatal(got)
	}
}

func TestNomineesAreWrittenAsPapersDo(t *testing.T) {
	f := newFacts(Frame{Day: when.Of(2026, 1, 1)})
	for _, c := range []struct {
		line Line
		want string
	}{
		{Line{Kind: Individual, Gender: "male", Name: "A", Post: "Giám đốc", Unit: "Sở Y tế"}, "Ông A, Giám đốc Sở Y tế"},
		{Line{Kind: Individual, Gender: "female", Name: "B", Post: "Chánh Văn phòng", Unit: "Văn phòng Ủy ban nhân dân tỉnh"}, "Bà B, Chánh Văn phòng Ủy ban nhân dân tỉnh"},
		{Line{Kind: Individual, Honorific: "TS.", Gender: "male", Name: "C", Post: "Chuyên viên", Unit: "Sở Y tế"}, "TS. C, Chuyên viên, Sở Y tế"},
		{Line{Kind: Individual, Name: "D", Post: "Phó Giám đốc Sở Y tế", Unit: "Sở Y tế"}, "Ông (Bà) D, Phó Giám đốc Sở Y tế"},
		{Line{Kind: Individual, Gender: "male", Name: "E", Address: "thôn Mẫu"}, "Ông E, thôn Mẫu"},
		{Line{Kind: Household, Gender: "male", Name: "G", Address: "xã Mẫu"}, "Hộ ông G, xã Mẫu"},
		{Line{Kind: Household, Name: "hộ ông H", Address: "xã Mẫu"}, "Hộ ông H, xã Mẫu"},
		{Line{Kind: Household, Name: "Hộ bà K", Unit: "Ủy ban nhân dân xã Cà Ná"}, "Hộ bà K, xã Cà Ná"},
		{Line{Kind: Household, Name: "Hộ bà L", Unit: "Sở Y tế"}, "Hộ bà L, ……"},
		{Line{Kind: Collective, Name: "Phòng Nội vụ", Unit: "Sở Y tế"}, "Phòng Nội vụ, Sở Y tế"},
		{Line{Kind: Collective, Name: "Phòng Nội vụ Sở Y tế", Unit: "Sở Y tế"}, "Phòng Nội vụ Sở Y tế"},
		{Line{Name: "I", Gender: "male", Post: "Chủ tịch Ủy ban nhân dân", Unit: "Ủy ban nhân dân xã Mẫu"}, "Ông I, Chủ tịch Ủy ban nhân dân xã Mẫu"},
		{Line{}, "……"},
	} {
		if got := c.line.entry(f).String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.line, got, c.want)
		}
	}
	if got := f.official(paper.Plain("Chủ tịch UBND xã, HĐND; UBNDX")).String(); got != "Chủ tịch Ủy ban nhân dân xã, Hội đồng nhân dân; UBNDX" {
		t.Error(got)
	}
}

func TestReferencesAreCitedAsSentencesDo(t *testing.T) {
	for _, c := range []struct {
		ref  Reference
		want string
	}{
		{Reference{Kind: "Kế hoạch", Number: "15/KH-UBND", Date: when.Of(2024, 2, 9), Body: "Ủy ban nhân dân tỉnh", About: "Thực hiện phong trào"}, "Kế hoạch số 15/KH-UBND ngày 09/02/2024 của Ủy ban nhân dân tỉnh thực hiện phong trào"},
		{Reference{Kind: "Tờ trình", Number: "7", Symbol: "TTr-SNV", Date: when.Of(2024, 10, 9)}, "Tờ trình số 07/TTr-SNV ngày 09/10/2024"},
		{Reference{Kind: "Tờ trình", Body: "Sở Y tế"}, "Tờ trình số …… ngày    tháng    năm    của Sở Y tế"},
		{Reference{Kind: "Luật Cán bộ, công chức", Date: when.Of(2025, 6, 24)}, "Luật Cán bộ, công chức ngày 24/6/2025"},
		{Reference{}, ""},
	} {
		if got := c.ref.cited().String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := groundOf("Luật 06/2022/QH15, Điều 73.4.đ; Điều 75.2; Điều 9"); got != "Luật 06/2022/QH15, điểm đ khoản 4 Điều 73; khoản 2 Điều 75; Điều 9" {
		t.Error(got)
	}
}

func TestTheProvinceIsNotSaidTwiceInTheHead(t *testing.T) {
	fr := Frame{Head: Letterhead{Parent: "UBND TỈNH NINH THUẬN", Body: "SỞ Y TẾ TỈNH NINH THUẬN"}}
	if h := fr.bareHead(newFacts(fr), "tom-tat"); h.Issuer[0] != "SỞ Y TẾ" {
		t.Error(h.Issuer)
	}
	fr.Head = Letterhead{Parent: "SỞ Y TẾ", Body: "TRUNG TÂM Y TẾ"}
	if h := fr.bareHead(newFacts(fr), "tom-tat"); h.Issuer[0] != "TRUNG TÂM Y TẾ" {
		t.Error(h.Issuer)
	}
}

func BenchmarkDocument(b *testing.B) {
	lines := many(1000)
	for b.Loop() {
		Decision{Frame: frame(), Movement: movement(), Award: awardTinh, Lines: lines}.Document()
	}
}

// The names of the office's province are those its own text gives, else the two the
// program knows.
func TestProvinces(t *testing.T) {
	own := func(ws ...Wording) []string { return NewTexts(Defaults(), ws).Provinces() }
	for _, c := range []struct{ got, want []string }{
		{own(), []string{"tỉnh Ninh Thuận", "tỉnh Khánh Hòa"}},
		{own(Wording{Key: "dia-danh", Text: "Lâm Đồng"}), []string{"tỉnh Lâm Đồng"}},
		{own(Wording{Key: "dia-danh", Text: "Cần Thơ"}, Wording{Key: "tinh", Text: "thành phố {dia-danh}"}), []string{"thành phố Cần Thơ"}},
		{own(Wording{Key: "dia-danh", Text: "Khánh Thuận", Period: when.Period{From: when.Of(2027, 1, 1)}}), []string{"tỉnh Ninh Thuận", "tỉnh Khánh Hòa", "tỉnh Khánh Thuận"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
