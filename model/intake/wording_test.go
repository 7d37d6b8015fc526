package intake

import (
	"context"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever wording of the table stands over a column, wherever the column
// stands, and however the heading is broken and shouted: the cells come back.
func TestAnyWordingAnyOrder(t *testing.T) {
	wordings := map[Field][]string{}
	for _, l := range tableLines("headings.tsv", 2) {
		wordings[Field(l[0])] = append(wordings[Field(l[0])], alternatives(l[1])...)
	}
	type row struct{ name, gender, birth, id, post, unit, award, deed string }
	rows := []row{
		{"Nguyễn Văn Ẩn", "Nam", "05/03/1980", "058080123456", "Chuyên viên", "Sở Y tế", "Giấy khen", "Có 02 sáng kiến."},
		{"Katơr Thị Én", "Nữ", "25/12/1981", "058181123456", "Phó Giám đốc", "Sở Tài chính", "BK TTg", "Hoàn thành 100% chỉ tiêu."},
		{"Đàng Quý", "Nam", "01/02/1975", "058075123456", "Kế toán", "Sở Nội vụ", "Bằng khen của Chủ tịch UBND tỉnh", "Tốt, đều."},
		{"Bo Bo Ý", "Nữ", "30/11/1990", "058190123456", "Ủy viên Thường trực", "Công an tỉnh", "BK UBTVQH", "Ổn định tổ chức."},
	}
	rapid.Check(t, func(rt *rapid.T) {
		rng := rand.New(rand.NewSource(rapid.Int64().Draw(rt, "seed")))
		fields := []Field{FieldName, FieldAward}
		for _, f := range []Field{FieldOrdinal, FieldGender, FieldBirth, FieldIDNumber, FieldAchievement} {
			if rng.Intn(3) > 0 {
				fields = append(fields, f)
			}
		}
		both := rng.Intn(3) == 0
		if both {
			fields = append(fields, FieldPositionUnit)
		} else {
			fields = append(fields, FieldPosition, FieldUnit)
		}
		rng.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
		if i := slices.Index(fields, FieldOrdinal); i > 0 { // the ordinal stands first in every list
			fields[0], fields[i] = fields[i], fields[0]
		}
		var heads []string
		for _, f := range fields {
			h := wordings[f][rng.Intn(len(wordings[f]))]
			switch rng.Intn(5) {
			case 0:
				h = strings.ToUpper(h)
			case 1:
				h = strings.ReplaceAll(h, " ", "¶")
			case 2:
				h += "¶(ghi đầy đủ)"
			case 3:
				h = " " + h + " (*)"
			}
			heads = append(heads, h)
		}
		lines := []string{"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", strings.Join(heads, "|")}
		for i, r := range rows {
			var cells []string
			for _, f := range fields {
				cells = append(cells, map[Field]string{FieldOrdinal: "#" + string(rune('1'+i)), FieldName: r.name, FieldGender: r.gender, FieldBirth: r.birth, FieldIDNumber: r.id,
					FieldPosition: r.post, FieldUnit: r.unit, FieldPositionUnit: r.post + ", " + r.unit, FieldAward: r.award, FieldAchievement: r.deed}[f])
			}
			lines = append(lines, strings.Join(cells, "|"))
		}
		tables, err := Read(context.Background(), bookOf(grid("Trang 1", lines...)), options(), nil)
		if err != nil || len(tables) != 1 || len(tables[0].Rows) != len(rows) {
			rt.Fatalf("%v: %d tables\n%s", err, len(tables), strings.Join(lines, "\n"))
		}
		for i, r := range tables[0].Rows {
			w := rows[i]
			want := Record{Name: w.name, Position: w.post, Unit: w.unit, Kind: Individual}
			got := Record{Name: r.Name, Position: r.Position, Unit: r.Unit, Kind: r.Kind}
			if slices.Contains(fields, FieldGender) {
				want.Gender, got.Gender = map[string]string{"Nam": "male", "Nữ": "female"}[w.gender], r.Gender
			}
			if slices.Contains(fields, FieldBirth) {
				want.Section, got.Section = w.birth, r.Birth.Slash()
			}
			if slices.Contains(fields, FieldIDNumber) {
				want.IDNumber, got.IDNumber = w.id, r.IDNumber
			}
			if slices.Contains(fields, FieldAchievement) {
				want.Achievement, got.Achievement = w.deed, r.Achievement
			}
			if show(want) != show(got) || want.Section != got.Section || r.Award == "" || len(r.Issues) > 0 {
				rt.Fatalf("got %s\nwant %s %s\n%s\ntable issues: %s", show(r.Record), show(want), want.Section, strings.Join(lines, "\n"), issueCodes(tables[0].Issues))
			}
		}
	})
}
