package form

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/paper"
	"thidua/model/viet"
	"thidua/model/when"
)

// Whatever stands in the facts – marks of the texts, line breaks, nothing at all –
// the paper keeps its shape, says what it was given and nothing of its own making.
func TestRoughFactsKeepTheShape(t *testing.T) {
	word := rapid.StringOf(rapid.RuneFrom([]rune("aăâbđeêghiAĐỴ ỳ\n\t{}[]*_|./;,\"“”\u00a0\u0301")))
	rapid.Check(t, func(rt *rapid.T) {
		line := rapid.Custom(func(rt *rapid.T) Line {
			return Line{Kind: rapid.SampledFrom([]Kind{"", Collective, Household, Individual}).Draw(rt, "kind"), Gender: rapid.SampledFrom([]string{"", "male", "female"}).Draw(rt, "gender"),
				Name: word.Draw(rt, "name"), Honorific: word.Draw(rt, "honorific"), Post: word.Draw(rt, "post"), Unit: word.Draw(rt, "unit"), Address: word.Draw(rt, "address"),
				Award: rapid.SampledFrom([]string{"", bkTinh, bkTTg, "{hinh-thuc}"}).Draw(rt, "award"), Achievement: word.Draw(rt, "achievement"),
				Birth: when.Date(rapid.SampledFrom([]int{0, 19800000, 19800300, 19800305}).Draw(rt, "birth")), Money: rapid.Int64Range(0, 1e9).Draw(rt, "money")}
		})
		lines := rapid.SliceOfN(line, 0, 6).Draw(rt, "lines")
		m := Movement{Name: word.Draw(rt, "movement"), Merit: word.Draw(rt, "merit"), Basis: []string{word.Draw(rt, "basis")}}
		fr := Frame{Day: when.Date(rapid.SampledFrom([]int{0, 20240501, 20261122}).Draw(rt, "day")), Head: Letterhead{Number: word.Draw(rt, "number"), Body: word.Draw(rt, "body"), Place: word.Draw(rt, "place")},
			Sign: Signing{Name: word.Draw(rt, "signer")}}
		ref := Reference{Kind: word.Draw(rt, "ref"), Number: word.Draw(rt, "refno"), Body: word.Draw(rt, "refbody")}
		var subjects []Subject
		var votes []Votes
		for _, l := range lines {
			subjects = append(subjects, Subject{Line: l, Deeds: []string{l.Achievement}, Held: []Honour{{Name: l.Post, Number: l.Unit}}})
			votes = append(votes, Votes{Line: l, Counted: true})
		}
		papers := []Paper{
			Proposal{Frame: fr, Movement: m, Lines: lines, Minutes: ref}, NomineeList{Frame: fr, Movement: m, Lines: lines, Attached: ref, Achievements: true},
			Decision{Frame: fr, Movement: m, Lines: lines, Proposals: []Reference{ref}, Money: true}, Profiles{Frame: fr, Movement: m, Subjects: subjects},
			Minutes{Frame: fr, Movement: m, Votes: votes}, Count{Frame: fr, Movement: m, Votes: votes}, Ballot{Frame: fr, Movement: m, Lines: lines},
			Inquiry{Frame: fr, Movement: m, Lines: lines, ID: true}, MoneyList{Frame: fr, Movement: m, Lines: lines, Decision: ref}, Certificates{Frame: fr, Movement: m, Lines: lines, Decision: ref},
		}
		for _, s := range subjects {
			papers = append(papers, Merit{Frame: fr, Movement: m, Subject: s}, Summary{Frame: fr, Movement: m, Subject: s}, Appraisal{Frame: fr, Movement: m, Subject: s, Submission: ref})
		}
		for _, p := range papers {
			d := p.Document()
			if err := paper.Verify(d); err != nil {
				rt.Fatalf("%s: %v", d.Code, err)
			}
			out := paper.Outline(d)
			for _, bad := range []string{"null", "<nil>", "%!", "\uE000"} {
				if strings.Contains(out, bad) {
					rt.Fatalf("%s prints %q", d.Code, bad)
				}
			}
		}
		list := paper.Outline(NomineeList{Frame: fr, Movement: m, Lines: lines}.Document())
		for _, l := range lines {
			if n := viet.Clean(l.Name); n != "" && !strings.Contains(strings.ToLower(list), strings.ToLower(n)) {
				rt.Fatalf("%q is not on the list", n)
			}
		}
	})
}
