package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
	"thidua/storage"
	"thidua/storage/press"
)

// tray is a printer that keeps what it was sent.
type tray struct {
	jobs []office.PrintJob
	on   string
}

func (p *tray) Print(_ context.Context, jobs []office.PrintJob, on string, _ office.Progress) (office.Sent, error) {
	p.jobs, p.on = append(p.jobs, jobs...), on
	return office.Sent{Printer: "Máy in thử", Jobs: len(jobs)}, nil
}

func (p *tray) Names(context.Context) ([]string, error) { return []string{"Máy in thử"}, nil }

// Every dossier is one job, its papers in the office's order and number; what went
// out is in the log, and going out again is marked.
func TestPackIsOneJobADossier(t *testing.T) {
	ctx := context.Background()
	c := clerk{t: t, dir: filepath.Join(t.TempDir(), "data"), today: "2026-01-12"}
	c.do("init", "--sample")
	s, err := storage.Open(ctx, storage.Config{Dir: c.dir, Today: when.MustParse(c.today)})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	to := &tray{}
	s.Ports.Printer = to
	o := office.New(s.Ports, "Cán bộ thử")
	pages := func(p office.Print) int {
		out, err := o.Set(ctx, p, "pdf")
		if err != nil {
			t.Fatal(err)
		}
		return press.PageCount(out.Data)
	}
	if err := o.SavePack(ctx, []office.PackItem{{Form: "phieu-tham-dinh", Copies: 2}, {Form: "tom-tat", Copies: 1}, {Form: "bao-cao-thanh-tich"}}); err != nil {
		t.Fatal(err)
	}
	of := office.Print{Form: office.PackForm, Dossier: 40}
	if _, err := o.PrintOut(ctx, of, 1, nil); err != nil {
		t.Fatal(err)
	}
	want := 2*pages(office.Print{Form: "phieu-tham-dinh", Dossier: 40}) + pages(office.Print{Form: "tom-tat", Dossier: 40})
	if len(to.jobs) != 1 || press.PageCount(to.jobs[0].PDF) != want || !strings.HasPrefix(to.jobs[0].Title, "Bộ hồ sơ ") {
		t.Errorf("%d jobs, want one of %d pages", len(to.jobs), want)
	}
	doc, err := o.Paper(ctx, of)
	if err != nil {
		t.Fatal(err)
	}
	first, again, last := strings.Index(paper.Outline(doc), "PHIẾU THẨM ĐỊNH"), strings.LastIndex(paper.Outline(doc), "PHIẾU THẨM ĐỊNH"), strings.Index(paper.Outline(doc), "TÓM TẮT THÀNH TÍCH")
	if first < 0 || again <= first || last <= again {
		t.Errorf("the pack's papers stand at %d, %d, %d", first, again, last)
	}
	log, err := o.Printings(ctx, office.PrintingFilter{})
	if err != nil || len(log) != 2 || log[0].File != "Máy in thử" || !slices.ContainsFunc(log, func(p office.Printing) bool { return p.Form == "tom-tat" && p.Dossier == 40 }) {
		t.Errorf("logged %+v %v", log, err)
	}
	if _, err := o.PrintOut(ctx, of, 1, nil); err != nil {
		t.Fatal(err)
	}
	if last := c.lastAct(o); !strings.HasPrefix(last, "In lại") {
		t.Errorf("printed again, logged as %q", last)
	}
	gaps, err := o.Gaps(ctx, office.Print{Form: "danh-sach"})
	if err != nil || !slices.ContainsFunc(gaps, func(g office.Gap) bool { return g.Field == "address" && g.Dossier != 0 }) {
		t.Errorf("a household without address is no gap: %+v %v", gaps, err)
	}
	to.jobs = nil
	if _, err := o.PrintOut(ctx, office.Print{Form: office.PackForm}, 1, nil); err != nil || len(to.jobs) < 100 {
		t.Errorf("all dossiers: %d jobs %v", len(to.jobs), err)
	}
	for _, bad := range []struct {
		pack []office.PackItem
		code string
	}{
		{nil, "office.empty-pack"}, {[]office.PackItem{{Form: "tom-tat"}}, "office.empty-pack"},
		{[]office.PackItem{{Form: "tom-tat", Copies: 21}}, "office.pack-copies"}, {[]office.PackItem{{Form: "khong-co", Copies: 1}}, "office.no-form"},
	} {
		if err := o.SavePack(ctx, bad.pack); fault.CodeOf(err) != bad.code {
			t.Errorf("%+v: %v", bad.pack, err)
		}
	}
	// What was measured for a printer is that printer's; certificates go to it.
	at := office.CertificateSetting{Sheet: "a3", Printer: "Máy in thử", Offset: office.Offset{DX: 1.5, DY: -2}}
	if err := o.SaveOffsets(ctx, at.Printer, at); err != nil {
		t.Fatal(err)
	}
	if got, err := o.Offsets(ctx, at.Printer); err != nil || got != at {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := o.Offsets(ctx, "Máy khác"); err != nil || got != (office.CertificateSetting{}) {
		t.Errorf("another printer: %+v %v", got, err)
	}
	if _, err := o.PrintOut(ctx, office.Print{Form: "bang-khen", Decision: 1, Certificate: at}, 1, nil); err != nil || to.on != at.Printer {
		t.Errorf("sent to %q: %v", to.on, err)
	}
}

// lastAct is what the log says was done last.
func (c clerk) lastAct(o *office.Office) string {
	c.t.Helper()
	list, err := o.Log(context.Background(), office.EntryFilter{Limit: 1})
	if err != nil || len(list) == 0 {
		c.t.Fatalf("no log: %v", err)
	}
	return list[0].Detail
}
