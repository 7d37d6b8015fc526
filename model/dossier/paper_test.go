package dossier

import (
	"slices"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func codes(rs []Requirement) (must, may []string) {
	for _, r := range rs {
		if r.Optional {
			may = append(may, r.Code)
		} else {
			must = append(must, r.Code)
		}
	}
	return must, may
}

func TestWhatADossierMustHold(t *testing.T) {
	all := LoadPapers()
	for i, r := range all {
		if r.Code == "" || r.Name == "" || r.Source == "" || r.From == 0 || registry.NameOf(PaperNames, r.Code) == r.Code {
			t.Errorf("line %d: %+v", i, r)
		}
	}
	for _, c := range []struct {
		d    Dossier
		must string
	}{
		{Dossier{Award: "bang_khen_chu_tich_tinh", Kind: registry.Individual, Way: "phong_trao", Received: when.Of(2025, 12, 8)}, "to_trinh danh_sach bao_cao bien_ban"},
		{Dossier{Award: "bang_khen_chu_tich_tinh", Kind: registry.Individual, Way: "dot_xuat", Received: when.Of(2025, 12, 8)}, "to_trinh danh_sach bao_cao bien_ban xac_nhan"},
		{Dossier{Award: "cstd_tinh", Kind: registry.Individual, Received: when.Of(2025, 12, 8)}, "to_trinh danh_sach bao_cao bien_ban sang_kien kiem_phieu"},
		// Giấy khen: by the decree until 30/6/2025, then by the province.
		{Dossier{Award: "giay_khen", Kind: registry.Individual, Received: when.Of(2025, 6, 30)}, "to_trinh bao_cao bien_ban"},
		{Dossier{Award: "giay_khen", Kind: registry.Individual, Received: when.Of(2025, 7, 1)}, "to_trinh bien_ban"},
		// The rules of the day it was received for appraisal hold for good.
		{Dossier{Award: "giay_khen", Kind: registry.Individual, Received: when.Of(2025, 6, 20), AppraisalFrom: when.Of(2025, 7, 2)}, "to_trinh bien_ban"},
	} {
		must, _ := codes(Wanted(all, c.d))
		want := strings.Fields(c.must)
		slices.Sort(must)
		slices.Sort(want)
		if !slices.Equal(must, want) {
			t.Errorf("%s %s: %v, want %v", c.d.Award, c.d.RuleDay(), must, want)
		}
	}
}

func TestChecklistPairsWhatCame(t *testing.T) {
	d := Dossier{ID: 5, Submission: 2, Award: "bang_khen_chu_tich_tinh", Kind: registry.Individual, Received: when.Of(2025, 12, 8)}
	list := Checklist(Wanted(LoadPapers(), d), d, []Paper{
		{ID: 1, Submission: 2, Code: "to_trinh", State: Whole, Originals: 1},
		{ID: 2, Submission: 3, Code: "danh_sach", State: Whole, Originals: 1}, // of another submission
		{ID: 3, Dossier: 5, Code: "bao_cao", State: Whole, Copies: 1},         // a copy only
		{ID: 4, Dossier: 5, Code: "khac", State: Unseen},
	})
	got := map[string]string{}
	for _, c := range list {
		got[c.Code] = string(c.State())
		if c.Short() {
			got[c.Code] += "!"
		}
	}
	want := map[string]string{"to_trinh": "du", "danh_sach": "chua_xem", "bao_cao": "du!", "bien_ban": "chua_xem", "xac_nhan": "chua_xem", "sang_kien": "chua_xem", "khac": "chua_xem"}
	for code, w := range want {
		if got[code] != w {
			t.Errorf("%s: %q, want %q", code, got[code], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
}

func TestPaperFaults(t *testing.T) {
	for code, p := range map[string]Paper{
		"":                    {Dossier: 1, Code: "bao_cao", State: Whole, Originals: 1},
		"dossier.paper-owner": {Code: "bao_cao", State: Whole},
		"dossier.paper-code":  {Dossier: 1, State: Whole},
		"dossier.paper-state": {Dossier: 1, Code: "bao_cao", State: "được"},
		"dossier.paper-count": {Dossier: 1, Code: "bao_cao", State: Whole, Originals: -1},
		"dossier.paper-note":  {Dossier: 1, Code: "bao_cao", State: Other},
	} {
		if got := fault.CodeOf(p.Check()); got != code {
			t.Errorf("%+v: %q, want %q", p, got, code)
		}
	}
}

// Whatever was handed on can be taken back one step, with a reason; what is over
// cannot.
func TestRecall(t *testing.T) {
	day := when.Of(2025, 12, 17)
	for from, to := range map[Stage]Stage{Appraised: Appraising, Passed: Appraised, Submitted: Passed, Received: "", Appraising: "", Decided: "", Returned: "", Rejected: ""} {
		d := Dossier{Name: "x", Stage: from}
		got, err := d.Recall("Sửa căn cứ.", day)
		switch {
		case to == "" && fault.CodeOf(err) != "dossier.no-recall":
			t.Errorf("%s: %v", from, err)
		case to != "" && (err != nil || got.Stage != to || got.StageSince != day || got.Reason == ""):
			t.Errorf("%s: %+v %v", from, got, err)
		}
	}
	if _, err := (Dossier{Stage: Passed}).Recall("", day); fault.CodeOf(err) != "dossier.reason" {
		t.Errorf("without a reason: %v", err)
	}
}

// A paper of the whole submission is noted there once; one of the dossier with it.
func TestNotedWhereItBelongs(t *testing.T) {
	d := Dossier{ID: 3, Submission: 9}
	c := Checked{Requirement: Requirement{Code: "bao_cao", Originals: 2}}
	if p := c.Noted(d); p.Dossier != 3 || p.Submission != 0 || p.Code != "bao_cao" {
		t.Errorf("%+v", p)
	}
	c.Whole = true
	if p := c.Noted(d); p.Dossier != 0 || p.Submission != 9 {
		t.Errorf("shared: %+v", p)
	}
	if p := c.Noted(Dossier{ID: 3}); p.Dossier != 3 {
		t.Errorf("shared, without a submission: %+v", p)
	}
	c.Paper = Paper{ID: 5, Dossier: 3, Originals: 2, File: "h"}
	if p := c.Noted(d); p.ID != 5 || p.Dossier != 3 || p.Submission != 0 || p.File != "h" {
		t.Errorf("noted before: %+v", p)
	}
	if p := c.Seen(d); p.State != Whole || p.Originals != 2 || p.ID != 5 {
		t.Errorf("seen: %+v", p)
	}
}
