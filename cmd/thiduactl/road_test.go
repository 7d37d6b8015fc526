package main

import (
	"os"
	"strings"
	"testing"

	"thidua/model/dossier"
)

// The scripts of the roads print every paper that a step of theirs sends out.
func TestTheRoadsPrintEveryPaper(t *testing.T) {
	scripts := map[string]string{"bang_khen_thu_tuong": "duong-thu-tuong-va-quoc-hoi", "bang_khen_ubtvqh": "duong-thu-tuong-va-quoc-hoi",
		"bang_khen_chu_tich_tinh": "duong-bang-khen-tinh", "giay_khen": "duong-giay-khen"}
	seen := map[string]bool{}
	for _, r := range dossier.LoadRoads() {
		name, ok := scripts[r.Award]
		if !ok {
			t.Errorf("no script walks the road %s", r.Code)
			continue
		}
		seen[r.Award] = true
		text, err := os.ReadFile("testdata/script/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range r.Steps {
			if s.Paper != "" && !strings.Contains(string(text), " print "+s.Paper+" ") {
				t.Errorf("%s does not print %s, which leaves the road %s at %q", name, s.Paper, r.Code, s.Name)
			}
		}
	}
	if len(seen) != len(scripts) {
		t.Errorf("roads of %d awards, %d scripts", len(seen), len(scripts))
	}
}
