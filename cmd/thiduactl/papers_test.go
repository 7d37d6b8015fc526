package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thidua/model/form"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
	"thidua/storage"
	"thidua/storage/press/gauge"
	"thidua/storage/press/proof"
)

// clerk works a data folder by the console, as an officer would.
type clerk struct {
	t          testing.TB
	dir, today string
}

// do runs a command that must end well; findings are well.
func (c clerk) do(args ...string) string {
	c.t.Helper()
	out, err := c.try(args...)
	if err != nil {
		c.t.Fatal(err)
	}
	return out
}

func (c clerk) try(args ...string) (string, error) {
	var out, said bytes.Buffer
	status := run(context.Background(), append([]string{"--data", c.dir, "--today", c.today, "--officer", "Cán bộ thử"}, args...), &out, &said)
	if status != done && status != findings {
		return "", fmt.Errorf("%s: status %d: %s", strings.Join(args, " "), status, said.String())
	}
	return out.String(), nil
}

// order is one paper to print: what the console is asked for and what the office
// is, so that the finished file can be held beside the document it was made from.
type order struct {
	name string // of its files
	office.Print
}

func (o order) args(out string) []string {
	args := []string{"print", o.Form, "--out", out}
	for flag, v := range map[string]string{"--movement": o.Movement, "--award": o.Award, "--unit": o.Unit, "--period": o.Period, "--sheet": o.Certificate.Sheet} {
		if v != "" {
			args = append(args, flag, v)
		}
	}
	for flag, n := range map[string]int64{"--dossier": o.Dossier, "--decision": o.Decision, "--session": o.Session, "--reminder": o.Reminder, "--year": int64(o.Year)} {
		if n != 0 {
			args = append(args, flag, strconv.FormatInt(n, 10))
		}
	}
	if o.Urgency == paper.Urgent {
		args = append(args, "--urgent", "khan")
	}
	if o.Certificate.Plain {
		args = append(args, "--plain")
	}
	return args
}

// documents are the papers as the office makes them, before they are set.
func (c clerk) documents(orders []order) map[string]*paper.Document {
	c.t.Helper()
	s, err := storage.Open(context.Background(), storage.Config{Dir: c.dir, Today: when.MustParse(c.today)})
	if err != nil {
		c.t.Fatal(err)
	}
	defer s.Close()
	o := office.New(s.Ports, "Cán bộ thử")
	out := map[string]*paper.Document{}
	for _, p := range orders {
		if out[p.name], err = o.Paper(context.Background(), p.Print); err != nil {
			c.t.Fatalf("%s: %v", p.name, err)
		}
	}
	return out
}

// printed are the three faces of each paper, written by the console into a folder.
func (c clerk) printed(dir string, orders []order) {
	c.t.Helper()
	for _, p := range orders {
		for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
			c.do(p.args(filepath.Join(dir, p.name+ending))...)
		}
	}
}

func load(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func certificate(d *paper.Document) bool {
	_, ok := d.Parts[0].Blocks[0].(paper.Certificate)
	return ok
}

// measure holds a finished PDF against the decree.
func measure(t *testing.T, d *paper.Document, pdf []byte, looked map[string]int) {
	t.Helper()
	pages, err := gauge.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	r := gauge.Check(d, pages)
	for i, f := range r.Findings {
		if i == 5 {
			t.Errorf("… %d more", len(r.Findings)-i)
			break
		}
		t.Error(f)
	}
	for k, n := range r.Looked {
		looked[k] += n
	}
}

// sampleClerk fills a folder with the made-up office and does what its sample
// leaves out, so that every paper has something to say.
func sampleClerk(t testing.TB) clerk {
	c := clerk{t: t, dir: filepath.Join(t.TempDir(), "data"), today: "2026-01-12"}
	c.do("init", "--sample")
	var reg struct {
		Register []struct {
			ID, Decision int64
			Kind         string
		}
	}
	if err := json.Unmarshal([]byte(c.do("--json", "register", "--year", "2025")), &reg); err != nil {
		t.Fatal(err)
	}
	var people []int64
	decision := "0"
	for _, r := range reg.Register {
		if r.Kind == "individual" {
			people, decision = append(people, r.ID), strconv.FormatInt(r.Decision, 10)
		}
	}
	c.do("correct", decision, "--record", fmt.Sprint(people[0]), "--name", "Katơr Thị Ưởng", "--reason", "Ghi sai tên.")
	c.do("revoke", decision, "--record", fmt.Sprint(people[1]), "--ground", "gian_doi", "--reason", "Kê khai thành tích của người khác.")
	return c
}

// Every paper the console can print, from the sample office: measured, read back,
// sound, the same again, the same in Word's and Excel's files.
func TestPapers(t *testing.T) {
	c := sampleClerk(t)
	orders := []order{
		{"cong-van-don-doc", office.Print{Form: "cong-van-don-doc", Year: 2025}},
		{"cong-van-bo-sung-khan", office.Print{Form: "cong-van-bo-sung", Urgency: paper.Urgent}},
		{"mau-bao-cao", office.Print{Form: "mau-bao-cao", Unit: "SYT", Year: 2025}},
		{"bang-khen-a3", office.Print{Form: "bang-khen", Certificate: office.CertificateSetting{Sheet: "a3", Plain: true}}},
		{"danh-sach-thu-tuong", office.Print{Form: "danh-sach", Award: "bang_khen_thu_tuong"}},
		{"quyet-dinh-da-ban-hanh", office.Print{Form: "quyet-dinh", Decision: 1}},
		{"tom-tat-mot", office.Print{Form: "tom-tat", Dossier: 40}},
		{"bao-cao-thanh-tich-mot", office.Print{Form: "bao-cao-thanh-tich", Dossier: 5}},
		{"bo-ho-so", office.Print{Form: office.PackForm, Dossier: 5}},
		{"phieu-tham-dinh-mot", office.Print{Form: "phieu-tham-dinh", Dossier: 5}},
	}
	for _, f := range (&office.Office{}).Forms() {
		if !slices.ContainsFunc(orders, func(o order) bool { return o.name == f.Code }) {
			orders = append(orders, order{f.Code, office.Print{Form: f.Code}})
		}
	}
	for _, f := range form.All() {
		if !slices.ContainsFunc(orders, func(o order) bool { return o.Form == f.Code }) {
			t.Errorf("%s cannot be printed", f.Code)
		}
	}
	dir, again := t.TempDir(), t.TempDir()
	docs := c.documents(orders)
	c.printed(dir, orders)
	c.printed(again, orders)
	looked := map[string]int{}
	for _, o := range orders {
		d, file := docs[o.name], filepath.Join(dir, o.name)
		t.Run(o.name, func(t *testing.T) {
			pdf := load(t, file+".pdf")
			measure(t, d, pdf, looked)
			for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
				if !bytes.Equal(load(t, file+ending), load(t, filepath.Join(again, o.name+ending))) {
					t.Errorf("%s: the same facts give other bytes", ending)
				}
			}
			same(t, d, ".docx", load(t, file+".docx"), proof.DOCX)
			if !certificate(d) { // a workbook of certificates is a table of their data
				same(t, d, ".xlsx", load(t, file+".xlsx"), proof.XLSX)
			}
			if err := proof.SameWords(d, proof.Pages(t, pdf)); err != nil {
				t.Error(err)
			}
			if _, err := proof.Fonts(t, pdf); err != nil {
				t.Error(err)
			}
			if err := proof.Sound(t, pdf); err != nil {
				t.Error(err)
			}
		})
	}
	for _, r := range gauge.Rules {
		if looked[r] == 0 {
			t.Errorf("no paper was measured for: %s", r)
		}
	}
	t.Run("LibreOffice", func(t *testing.T) { inLibreOffice(t, dir, orders, docs) })
}

func same(t *testing.T, d *paper.Document, ending string, data []byte, read func([]byte) (string, error)) {
	t.Helper()
	text, err := read(data)
	if err == nil {
		err = proof.SameText(d, text)
	}
	if err != nil {
		t.Errorf("%s: %v", ending, err)
	}
}

// inLibreOffice opens every .docx of a folder in one run of LibreOffice: the same
// words on the same number of pages as the PDF beside it.
func inLibreOffice(t *testing.T, dir string, orders []order, docs map[string]*paper.Document) {
	proof.Tool(t, "soffice")
	proof.Tool(t, "pdftotext")
	var files []string
	for _, o := range orders {
		files = append(files, filepath.Join(dir, o.name+".docx"))
	}
	theirs := t.TempDir()
	proof.Office(t, theirs, files...)
	for _, o := range orders {
		got, want := proof.Pages(t, load(t, filepath.Join(theirs, o.name+".pdf"))), proof.Pages(t, load(t, filepath.Join(dir, o.name+".pdf")))
		if err := proof.SameWords(docs[o.name], got); err != nil {
			t.Errorf("%s: %v", o.name, err)
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d pages, the PDF has %d", o.name, len(got), len(want))
		}
	}
}
