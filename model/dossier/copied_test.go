package dossier

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// story is a made-up report of so many sentences that no two people share.
func story(who, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Năm %d%d tôi đã tham mưu văn bản số %d về lĩnh vực thứ %d, giải quyết %d kiến nghị của cử tri tại địa bàn %d. ", who, i, who*97+i*13, who*31+i, who*7+i*5, who*53+i*3)
	}
	return b.String()
}

const printed = "BÁO CÁO THÀNH TÍCH đề nghị tặng Bằng khen. I. Sơ lược lý lịch: họ và tên, ngày sinh, quê quán, trú quán, đơn vị công tác, chức vụ, trình độ chuyên môn nghiệp vụ. II. Thành tích đạt được: quyền hạn, nhiệm vụ được giao; số lượng, chất lượng, hiệu quả công việc. "

// copiesOf finds the copies among texts; dossier and paper carry the number of the text.
func copiesOf(t testing.TB, texts map[int64]string) []Copy {
	t.Helper()
	var rs []Report
	for id, text := range texts {
		rs = append(rs, Report{Dossier: id, Paper: id, Marks: MarksOf(text)})
	}
	slices.SortFunc(rs, func(a, b Report) int { return int(a.Dossier - b.Dossier) })
	got, err := Copies(rs, func(papers []int64) (map[int64]string, error) {
		out := map[int64]string{}
		for _, p := range papers {
			out[p] = texts[p]
		}
		return out, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestCopies(t *testing.T) {
	own := func(more map[int64]string) map[int64]string {
		texts := map[int64]string{}
		for i := range 14 {
			texts[int64(i+1)] = printed + story(i+1, 12)
		}
		for id, text := range more {
			texts[id] = text
		}
		return texts
	}
	if got := copiesOf(t, own(nil)); len(got) != 0 {
		t.Fatalf("the form's own words were taken for copying: %+v", got)
	}
	// One took another's report, wrote it in capitals and changed two sentences.
	got := copiesOf(t, own(map[int64]string{99: printed + strings.ToUpper(story(3, 10)) + story(40, 2)}))
	if len(got) != 1 || got[0].A != 3 || got[0].B != 99 || got[0].Percent < copiedFrom || !strings.Contains(got[0].Passage, "tham mưu") {
		t.Errorf("%+v", got)
	}
	// Half a report taken over is not told as a copy; a short remark neither.
	if got := copiesOf(t, own(map[int64]string{99: printed + story(3, 6) + story(41, 9), 100: "Hoàn thành tốt nhiệm vụ.", 101: "Hoàn thành tốt nhiệm vụ."})); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// sentence is one of the ways people write of their work, with figures of their own.
func sentence(r *rand.Rand) string {
	verbs := []string{"tham mưu", "chủ trì", "phối hợp", "đề xuất", "triển khai", "giải quyết", "hướng dẫn", "kiểm tra"}
	things := []string{"kiến nghị của cử tri", "hồ sơ của công dân", "nghị quyết của Hội đồng nhân dân", "đợt giám sát chuyên đề", "cuộc tiếp xúc cử tri", "văn bản góp ý dự án luật"}
	places := []string{"tại các xã miền núi", "trên địa bàn tỉnh", "trong năm 2024", "đúng thời hạn quy định", "được nhân dân đồng tình ủng hộ", "theo kế hoạch đã đề ra"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	return fmt.Sprintf("Tôi đã %s và %s %d %s %s, %s; tỷ lệ đạt %d phần trăm. ", pick(verbs), pick(verbs), 10+r.IntN(900), pick(things), pick(places), pick(places), 60+r.IntN(40))
}

// everyCopy is the slow way: every passage of every report held against all others.
// It gives the share of the shorter report that is shared, by pair.
func everyCopy(texts []string) map[[2]int]int {
	count := map[uint64]int{}
	own := make([]map[uint64]bool, len(texts))
	for i, text := range texts {
		own[i] = map[uint64]bool{}
		for _, h := range hashesOf(plainWords(text)) {
			own[i][h] = true
		}
		for h := range own[i] {
			count[h]++
		}
	}
	common := len(texts)
	if common >= 12 {
		common = max(4, common/3)
	}
	out := map[[2]int]int{}
	for a := range texts {
		for b := a + 1; b < len(texts); b++ {
			ownA, ownB, shared := 0, 0, 0
			for h := range own[a] {
				if count[h] <= common {
					ownA++
					if own[b][h] {
						shared++
					}
				}
			}
			for h := range own[b] {
				if count[h] <= common {
					ownB++
				}
			}
			if least := min(ownA, ownB); shared >= leastShared && least > 0 {
				out[[2]int{a, b}] = shared * 100 / least
			}
		}
	}
	return out
}

// Whatever the slow way finds copied is found by the marks, and nothing is
// told that it finds not copied, however a copier changes single words,
// leaves sentences out, adds own ones and puts them in another order.
func TestCopiesAsTheSlowWay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		var texts []string
		write := func(lines []string) string { return printed + strings.Join(lines, "") }
		var reports [][]string
		for range rapid.IntRange(2, 40).Draw(rt, "people") {
			var lines []string
			for range 3 + r.IntN(25) {
				lines = append(lines, sentence(r))
			}
			reports = append(reports, lines)
		}
		for range rapid.IntRange(0, 5).Draw(rt, "copiers") {
			from := slices.Clone(reports[r.IntN(len(reports))])
			for i := range from {
				switch words := strings.Fields(from[i]); r.IntN(6) {
				case 0: // a word changed here and there
					words[r.IntN(len(words))] = "khác"
					from[i] = strings.Join(words, " ") + " "
				case 1:
					from[i] = sentence(r)
				case 2:
					from[i] = strings.ToUpper(from[i])
				}
			}
			if r.IntN(3) == 0 {
				r.Shuffle(len(from), func(i, k int) { from[i], from[k] = from[k], from[i] })
			}
			for range r.IntN(4) {
				from = append(from, sentence(r))
			}
			reports = append(reports, from)
		}
		at := map[int64]string{}
		for i, lines := range reports {
			texts = append(texts, write(lines))
			at[int64(i+1)] = texts[i]
		}
		told := map[[2]int]int{}
		for _, c := range copiesOf(t, at) {
			told[[2]int{int(c.A - 1), int(c.B - 1)}] = c.Percent
		}
		slow := everyCopy(texts)
		known := map[int]bool{} // of a text copied several times the pairs with the first are told
		for pair := range told {
			known[pair[0]], known[pair[1]] = true, true
		}
		for pair, percent := range slow {
			if got, ok := told[pair]; percent >= copiedFrom && !ok && !(known[pair[0]] && known[pair[1]]) {
				rt.Errorf("%v copied to %d%% was not found", pair, percent)
			} else if ok && got != percent {
				rt.Fatalf("%v copied to %d%% is told as %d%%", pair, percent, got)
			}
		}
		for pair, got := range told {
			if slow[pair] < copiedFrom {
				rt.Fatalf("%v told as %d%% comes to %d%%", pair, got, slow[pair])
			}
		}
	})
}

// BenchmarkCopies holds ten thousand reports of five hundred words against each other.
func BenchmarkCopies(b *testing.B) {
	var rs []Report
	for i := range 10_000 {
		rs = append(rs, Report{Dossier: int64(i + 1), Paper: int64(i + 1), Marks: MarksOf(printed + story(i+1, 17))})
	}
	b.ResetTimer()
	for range b.N {
		got, err := Copies(rs, nil)
		if err != nil || len(got) != 0 {
			b.Fatal(got, err)
		}
	}
}
