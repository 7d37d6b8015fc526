package assets

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
)

// The registry's two tables must say what history says. The evidence is
// registry/testdata/communes-ninh-thuan-2025.csv: the 62 communes of 30/6/2025
// with what each became on 01/7/2025 (NQ 1667/NQ-UBTVQH15).

type line map[string]string

func table(t *testing.T, raw []byte) []line {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []line
	for _, r := range rows[1:] {
		l := line{}
		for i, h := range rows[0] {
			l[h] = r[i]
		}
		out = append(out, l)
	}
	return out
}

// on gives the lines in force on a day, by a test of the line.
func on(units []line, day string, fits func(line) bool) (out []line) {
	for _, u := range units {
		if u["from"] <= day && (u["to"] == "" || day < u["to"]) && fits(u) {
			out = append(out, u)
		}
	}
	return out
}

func typed(types ...string) func(line) bool {
	return func(u line) bool { return slices.Contains(types, u["type"]) }
}

func TestAreasByDay(t *testing.T) {
	units := table(t, Units())
	communes, districts := typed("xa", "phuong", "thi_tran"), typed("huyen", "thanh_pho")
	for _, c := range []struct {
		day                 string
		communes, districts int
		province            string
	}{
		{"2024-04-17", 65, 7, "Tỉnh Ninh Thuận"},
		{"2024-10-31", 65, 7, "Tỉnh Ninh Thuận"},
		{"2024-11-01", 62, 7, "Tỉnh Ninh Thuận"},
		{"2025-06-30", 62, 7, "Tỉnh Ninh Thuận"},
		{"2025-07-01", 24, 0, "Tỉnh Khánh Hòa"},
		{"2026-11-22", 24, 0, "Tỉnh Khánh Hòa"},
	} {
		if n := len(on(units, c.day, communes)); n != c.communes {
			t.Errorf("%s: %d communes, want %d", c.day, n, c.communes)
		}
		if n := len(on(units, c.day, districts)); n != c.districts {
			t.Errorf("%s: %d districts, want %d", c.day, n, c.districts)
		}
		if p := on(units, c.day, typed("tinh")); len(p) != 1 || p[0]["name"] != c.province {
			t.Errorf("%s: provinces %v, want %s", c.day, p, c.province)
		}
	}
}

func TestCommunesAgreeWithTheEvidence(t *testing.T) {
	raw, err := os.ReadFile("registry/testdata/communes-ninh-thuan-2025.csv")
	if err != nil {
		t.Fatal(err)
	}
	units, events := table(t, Units()), table(t, Events())
	oldDay, newDay := "2025-06-30", "2025-07-01"
	find := func(day, code string) line {
		got := on(units, day, func(u line) bool { return u["code"] == code })
		if len(got) != 1 {
			t.Fatalf("%s: %d units with code %s", day, len(got), code)
		}
		return got[0]
	}
	wanted := map[[2]string]bool{}
	for _, e := range table(t, raw) {
		was, is := find(oldDay, e["commune_code"]), find(newDay, e["successor_code"])
		district := find(oldDay, e["district_code"])
		if was["name"] != e["commune"] || is["name"] != e["successor"] || district["name"] != e["district"] {
			t.Errorf("%v became %v in %v, want %v", was["name"], is["name"], district["name"], e)
		}
		if was["key"] == is["key"] {
			t.Errorf("%s: the unit of 2025 is another one than its namesake", was["key"])
		}
		if was["parent"] != district["key"] || is["parent"] != "tinh-khanh-hoa" {
			t.Errorf("parents of %s and %s: %s, %s", was["key"], is["key"], was["parent"], is["parent"])
		}
		wanted[[2]string{was["key"], is["key"]}] = e["split"] == "1"
	}
	for _, e := range events {
		part, ok := wanted[[2]string{e["from"], e["to"]}]
		if !ok {
			continue
		}
		delete(wanted, [2]string{e["from"], e["to"]})
		if (e["part"] == "1") != part || (e["kind"] == "split") != part || e["date"] != newDay {
			t.Errorf("event %v, want part %v", e, part)
		}
	}
	if len(wanted) > 0 {
		t.Errorf("no event for %v", wanted)
	}
}

func TestUnitsHoldTogether(t *testing.T) {
	units, events := table(t, Units()), table(t, Events())
	types := strings.Fields("tinh huyen thanh_pho xa phuong thi_tran so ban_nganh dang hdnd mttq to_chuc_ctxh to_chuc_xh " +
		"doan_the luc_luong_vu_trang nganh_doc doanh_nghiep don_vi_su_nghiep phong")
	groups := strings.Fields("lanh_dao so_ban_nganh hdnd dang mttq to_chuc_ctxh to_chuc_xh doan_the nganh_doc " +
		"luc_luong_vu_trang huyen_thanh_pho xa_phuong_thi_tran doanh_nghiep don_vi_su_nghiep truc_thuoc")
	life := map[string][2]string{} // key → first from, last to
	last := ""
	for _, u := range units {
		key := u["key"]
		if l, again := life[key]; again {
			if last != key || l[1] == "" || l[1] != u["from"] {
				t.Errorf("%s: versions must follow each other without a gap", key)
			}
			life[key] = [2]string{l[0], u["to"]}
		} else {
			life[key] = [2]string{u["from"], u["to"]}
		}
		last = key
		if u["to"] != "" && u["from"] >= u["to"] {
			t.Errorf("%s: empty period %s to %s", key, u["from"], u["to"])
		}
		for _, f := range []string{"code", "name", "official", "short", "place", "legal"} {
			if u[f] == "" {
				t.Errorf("%s: no %s", key, f)
			}
		}
		if !slices.Contains(types, u["type"]) || !slices.Contains(groups, u["group"]) {
			t.Errorf("%s: type %q, group %q", key, u["type"], u["group"])
		}
	}
	within := func(key, day string) bool {
		l, ok := life[key]
		return ok && l[0] <= day && (l[1] == "" || day < l[1])
	}
	for _, u := range units {
		if p := u["parent"]; p != "" && (life[p][0] > u["from"] || life[p][1] != "" && (u["to"] == "" || u["to"] > life[p][1])) {
			t.Errorf("%s: outlives its parent %s", u["key"], p)
		}
	}
	// Nobody shares a code, a name or a full name with another on any day something changed.
	for _, day := range []string{"2024-04-17", "2024-11-01", "2025-02-01", "2025-03-01", "2025-07-01"} {
		for _, f := range []string{"code", "official", "short"} {
			seen := map[string]string{}
			for _, u := range on(units, day, func(line) bool { return true }) {
				if other, twice := seen[u[f]]; twice {
					t.Errorf("%s: %s and %s share the %s %q", day, other, u["key"], f, u[f])
				}
				seen[u[f]] = u["key"]
			}
		}
	}
	ends := map[string]bool{}
	whole := map[string]int{}
	links := map[string]int{}
	for _, e := range events {
		from, to := e["from"], e["to"]
		if !slices.Contains(strings.Fields("rename merge split dissolve create move"), e["kind"]) || e["legal"] == "" || from == "" && to == "" {
			t.Errorf("event %v", e)
		}
		if to != "" && !within(to, e["date"]) {
			t.Errorf("%s → %s on %s: the second does not exist then", from, to, e["date"])
		}
		if from != "" && from != to {
			if life[from][1] != e["date"] {
				t.Errorf("%s → %s on %s: the first ended on %q", from, to, e["date"], life[from][1])
			}
			ends[from] = true
			links[from]++
			if e["part"] == "" {
				whole[from]++
			}
		}
	}
	for key, l := range life {
		if l[1] != "" && !ends[key] {
			t.Errorf("%s ended on %s and no event says how", key, l[1])
		}
		if whole[key] > 0 && links[key] > 1 {
			t.Errorf("%s went whole to one and to others too", key)
		}
	}
}

// The names the sample sheets and the plan use must be found as they are written.
func TestNamesAgenciesWrite(t *testing.T) {
	spelled := map[string]bool{}
	for _, u := range on(table(t, Units()), "2025-06-30", func(line) bool { return true }) {
		for _, n := range append(strings.Split(u["aliases"], "|"), u["name"], u["official"], u["short"]) {
			spelled[n] = true
		}
	}
	for _, n := range []string{"Công an tỉnh", "Sở Giáo dục và Đào tạo", "Hội Nông dân tỉnh", "Sở Y tế", "Sở Tài chính", "Sở Nội vụ",
		"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Thường trực Hội đồng nhân dân huyện Bác Ái",
		"Ban Pháp chế Hội đồng nhân dân tỉnh", "Ban Dân tộc Hội đồng nhân dân tỉnh", "UBND thành phố Phan Rang - Tháp Chàm",
		"UBND huyện Ninh Sơn", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Hội LHPN tỉnh",
		"Phòng Nội vụ huyện Ninh Phước", "Ủy ban nhân dân phường Đô Vinh", "UBND thị trấn Phước Dân"} {
		if !spelled[n] {
			t.Errorf("nobody is called %q", n)
		}
	}
}
