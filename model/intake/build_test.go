package intake

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thidua/model/viet"
	"thidua/model/when"
)

// grid builds a sheet from lines: cells parted by "|", blank ones left out.
// A line "~" is a row without cells. #n is a number, @ISO a real date, ~~text a
// struck cell, =text a formula with that cached text, ?text one without result.
func grid(name string, lines ...string) Grid {
	g := Grid{Name: name}
	for i, l := range lines {
		row := Row{Number: i + 1}
		if strings.HasPrefix(l, "!") {
			row.Hidden, l = true, l[1:]
		}
		if l != "~" {
			for col, s := range strings.Split(l, "|") {
				s = strings.ReplaceAll(s, "¶", "\n")
				c := Cell{Col: col, Text: s}
				switch {
				case s == "":
					continue
				case strings.HasPrefix(s, "#N/"):
					c.Kind, c.Formula = Failure, true
				case strings.HasPrefix(s, "#"):
					n, err := strconv.ParseFloat(s[1:], 64)
					if err != nil {
						panic(err)
					}
					c.Kind, c.Num, c.Text = Number, n, s[1:]
				case strings.HasPrefix(s, "@"):
					d := when.MustParse(s[1:])
					c.Kind, c.Num, c.Text = DateNum, float64(when.Of(1970, 1, 1).DaysTo(d)), s[1:]
				case strings.HasPrefix(s, "~~"):
					c.Struck, c.Text = true, s[2:]
				case strings.HasPrefix(s, "="):
					c.Formula, c.Text = true, s[1:]
				case strings.HasPrefix(s, "?"):
					c.Kind, c.Formula, c.Text = Unsaved, true, s[1:]
				}
				row.Cells = append(row.Cells, c)
			}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func bookOf(grids ...Grid) *Book {
	return &Book{Name: "thu.xlsx", Format: "xlsx", Fonts: []string{"", ".VnTime", "VNI-Times", ".VnTimeH"}, Sheets: grids}
}

// office is a small registry for tests.
type office map[string]UnitCandidate

func (o office) FindUnits(text string, on when.Date) []UnitCandidate {
	key := phraseKey(text)
	var out []UnitCandidate
	for name, u := range o {
		u.Name = name
		switch k := phraseKey(name); {
		case k == key:
			u.Score = 100
		case viet.Fold(k) == viet.Fold(key):
			u.Score = 85
		default:
			continue
		}
		if u.Ended > on {
			u.Ended = 0
		}
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b UnitCandidate) int { return b.Score - a.Score })
	return out
}

var testOffice = office{
	"Sở Y tế": {ID: 1, Code: "SYT"}, "Sở Tài chính": {ID: 2, Code: "STC"}, "Sở Nội vụ": {ID: 3, Code: "SNV"}, "Công an tỉnh": {ID: 4, Code: "CA"},
	"UBND huyện Ninh Sơn":    {ID: 5, Code: "NS", Ended: when.Of(2025, 7, 1), Successors: []string{"UBND xã Ninh Sơn", "UBND xã Lâm Sơn"}},
	"Ban Pháp chế HĐND tỉnh": {ID: 6, Code: "PC"},
}

var testAwards = []AwardName{
	{Code: "bang_khen_thu_tuong", Names: []string{"Bằng khen của Thủ tướng Chính phủ", "BK TTg"}},
	{Code: "bang_khen_ubtvqh", Names: []string{"Bằng khen của Ủy ban Thường vụ Quốc hội", "BK UBTVQH"}, Kinds: []string{Collective, Individual}},
	{Code: "bang_khen_chu_tich_tinh", Names: []string{"Bằng khen của Chủ tịch UBND tỉnh", "BK tỉnh"}},
	{Code: "giay_khen", Names: []string{"Giấy khen", "GK"}},
	{Code: "lao_dong_tien_tien", Names: []string{"Lao động tiên tiến", "LĐTT"}},
}

func options() Options {
	return Options{Today: when.Of(2025, 12, 10), Units: testOffice, Awards: testAwards, Provinces: []string{"tỉnh Ninh Thuận", "tỉnh Khánh Hòa"}}
}

func read(t *testing.T, opt Options, grids ...Grid) []Table {
	t.Helper()
	tables, err := Read(context.Background(), bookOf(grids...), opt, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// one reads a sheet that must hold a single list.
func one(t *testing.T, lines ...string) Table {
	t.Helper()
	tables := read(t, options(), grid("Trang 1", lines...))
	if len(tables) != 1 {
		t.Fatalf("got %d tables, want 1", len(tables))
	}
	return tables[0]
}

// show writes a record in one line, issues behind it, for comparing.
func show(r Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s %s", r.Row, r.Kind[:3], r.Name)
	for _, f := range []struct{ label, value string }{{"h", r.Honorific}, {"g", r.Gender}, {"b", r.Birth.String()}, {"e", r.Ethnicity}, {"id", r.IDNumber},
		{"p", r.Position}, {"s", r.Subunit}, {"u", r.Unit}, {"uc", r.UnitCode}, {"a", r.Award}, {"t", r.Achievement}, {"n", r.Note}} {
		if f.value != "" {
			fmt.Fprintf(&b, " %s=%s", f.label, f.value)
		}
	}
	for _, i := range r.Issues {
		fmt.Fprintf(&b, " !%s", strings.TrimPrefix(i.Code, "intake."))
	}
	return b.String()
}

func wantRows(t *testing.T, tb Table, want ...string) {
	t.Helper()
	for i := range max(len(want), len(tb.Rows)) {
		got, w := "(no row)", "(no row)"
		if i < len(tb.Rows) {
			got = show(tb.Rows[i].Record)
		}
		if i < len(want) {
			w = want[i]
		}
		if got != w {
			t.Errorf("row %d:\n got %s\nwant %s", i, got, w)
		}
	}
}

func skipped(tb Table) string {
	var parts []string
	for _, s := range tb.Skipped {
		parts = append(parts, fmt.Sprintf("%d:%s", s.Row, s.Reason))
	}
	return strings.Join(parts, " ")
}

func issueCodes(issues []Issue) string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.TrimPrefix(i.Code, "intake."))
	}
	return strings.Join(out, " ")
}
