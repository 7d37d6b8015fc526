package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
	"thidua/storage"
	"thidua/storage/press/proof"
)

// listOf writes an agency's list with these rows and gives its path.
func listOf(t testing.TB, rows ...[]string) string {
	t.Helper()
	all := [][]string{{"STT", "Đối tượng", "Họ và tên / Tên tập thể", "Giới tính", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Nơi ở", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"}}
	for i, r := range rows {
		all = append(all, slices.Concat([]string{fmt.Sprint(i + 1)}, r, []string{"Bằng khen của Chủ tịch UBND tỉnh"}))
	}
	file := filepath.Join(t.TempDir(), "danh-sach.csv")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(all); err != nil {
		t.Fatal(err)
	}
	return file
}

// Names of thirty letters and more, a unit of three lines, a household, a collective
// with a sentence for a name, facts that are missing, a long achievement, a
// word no column holds: the same rules as any paper.
func TestPapersOfAwkwardFacts(t *testing.T) {
	const office1 = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
	c := clerk{t: t, dir: filepath.Join(t.TempDir(), "data"), today: "2025-12-26"}
	c.do("init")
	c.do("import", "--accept", "--movement", "TTC80", "--from", "SYT", listOf(t,
		[]string{"Cá nhân", "Nguyễn Phúc Bảo Quốc Hoàng Long Vương Khánh", "Nam", "01/02/1980", "Kinh", "058080100001", "Phó Chánh Văn phòng kiêm Trưởng phòng Công tác Quốc hội và Hội đồng nhân dân", office1, "",
			strings.Repeat("Tham mưu trả lời đúng hạn 100% kiến nghị của cử tri gửi đến trước và sau các kỳ họp Hội đồng nhân dân tỉnh. ", 8)},
		[]string{"Cá nhân", "Chamaléa Thị Ngọc Bích Phượng Hoàng Yến", "Nữ", "1990", "Raglai", "058190100002", "Viên chức", "Sở Y tế", "", "Xem " + strings.Repeat("baocaothanhtich", 9) + "@soyte.khanhhoa.gov.vn."},
		[]string{"Cá nhân", "Y", "Nam", "", "", "", "", "Sở Y tế", "", ""},
		[]string{"Tập thể", "Tổ giúp việc Ban Chỉ đạo phong trào thi đua yêu nước và xây dựng đời sống văn hóa ở khu dân cư các xã, phường miền núi, vùng đồng bào dân tộc thiểu số", "", "", "", "", "", office1, "", "Góp ý 12 dự án luật."},
		[]string{"Hộ gia đình", "Hộ ông Katơr Năng Ưởng", "", "", "", "", "", "", "Thôn Ma Ty, xã Bác Ái Đông, tỉnh Khánh Hòa", "Hiến 1.200 m² đất làm đường vào điểm bầu cử."}))
	c.do("appraise", "--all")
	c.do("move", "passed", "--all")
	c.do("draft", "--award", "bang_khen_chu_tich_tinh")
	orders := []order{{"quyet-dinh-1", office.Print{Form: "quyet-dinh", Decision: 1}}}
	for _, code := range []string{"to-trinh", "danh-sach", "trich-ngang", "tom-tat", "bao-cao-thanh-tich", "phieu-tham-dinh", "phieu-tiep-nhan", office.PackForm} {
		orders = append(orders, order{code, office.Print{Form: code}})
	}
	docs, dir := c.documents(orders), t.TempDir()
	if list := paper.Outline(docs["quyet-dinh-1"]); !strings.Contains(list, "Hộ ông Katơr Năng Ưởng, Thôn Ma Ty, xã Bác Ái Đông") {
		t.Errorf("the household of the decision lives nowhere:\n%s", list)
	}
	c.printed(dir, orders)
	for _, o := range orders {
		t.Run(o.name, func(t *testing.T) {
			d, file := docs[o.name], filepath.Join(dir, o.name)
			pdf := load(t, file+".pdf")
			measure(t, d, pdf, map[string]int{})
			same(t, d, ".docx", load(t, file+".docx"), proof.DOCX)
			same(t, d, ".xlsx", load(t, file+".xlsx"), proof.XLSX)
			if err := proof.SameWords(d, proof.Pages(t, pdf)); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("LibreOffice", func(t *testing.T) { inLibreOffice(t, dir, orders, docs) })
}

// What a unit wrote short stands in full in the decision; the order set by hand is
// the one printed, its numbers are the số sổ vàng of the certificates, and once
// issued the paper is the same on any later day.
func TestADecisionIsRewrittenAndFrozen(t *testing.T) {
	c := clerk{t: t, dir: filepath.Join(t.TempDir(), "data"), today: "2025-12-26"}
	c.do("init")
	c.do("import", "--accept", "--movement", "TTC80", "--from", "SYT", listOf(t,
		[]string{"Cá nhân", "Trần Văn Mẫu", "Nam", "01/02/1980", "Kinh", "058080100001", "Phó Chủ tịch", "UBND phường Đô Vinh", "", "Góp ý 12 dự án luật."},
		[]string{"Cá nhân", "Lê Thị Mẫu", "Nữ", "1990", "Kinh", "058190100002", "Phó Chủ tịch", "LĐLĐ tỉnh", "", "Góp ý 10 dự án luật."},
		[]string{"Cá nhân", "Kiều Văn Mẫu", "Nam", "1991", "Chăm", "058091100003", "Chánh Văn phòng", "UBMTTQVN tỉnh", "", "Góp ý 09 dự án luật."}))
	c.do("appraise", "--all")
	c.do("move", "passed", "--all")
	c.do("draft", "--award", "bang_khen_chu_tich_tinh")
	c.do("decision", "1", "--order", "3,1,2")
	c.do("issue", "1", "--number", "2025/QĐ-UBND", "--date", "2025-12-26", "--signer", "Phan Trọng Mẫu")
	printed := func(form string) string {
		file := filepath.Join(t.TempDir(), form+".pdf")
		c.do("print", form, "--decision", "1", "--out", file)
		return strings.Join(strings.Fields(strings.Join(proof.Pages(t, load(t, file)), " ")), " ")
	}
	list := printed("quyet-dinh")
	at := 0
	for _, want := range []string{"1. Ông Kiều Văn Mẫu, Chánh Văn phòng Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Khánh Hòa;",
		"2. Ông Trần Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân phường Đô Vinh;", "3. Bà Lê Thị Mẫu, Phó Chủ tịch Liên đoàn Lao động tỉnh Khánh Hòa./."} {
		i := strings.Index(list[at:], want)
		if i < 0 {
			t.Errorf("no %q in its place:\n%s", want, list)
			continue
		}
		at += i
	}
	if i := strings.Index(list, "DANH SÁCH"); strings.Contains(strings.ReplaceAll(list[i:], "QĐ-UBND", ""), "UBND") || strings.Contains(list[i:], "LĐLĐ") {
		t.Errorf("short names are left:\n%s", list[i:])
	}
	for i, name := range []string{"Kiều Văn Mẫu", "Trần Văn Mẫu", "Lê Thị Mẫu"} {
		if cert, no := printed("bang-khen"), fmt.Sprintf("Số sổ vàng: %d", i+1); strings.Index(cert, name) > strings.Index(cert, no) || !strings.Contains(cert, no) {
			t.Errorf("%s has no %s:\n%s", name, no, cert)
		}
	}
	if _, err := c.try("decision", "1", "--order", "1,2,3"); err == nil {
		t.Error("the order of an issued decision was changed")
	}
	c.today = "2027-03-01"
	if again := printed("quyet-dinh"); again != list {
		t.Errorf("later it reads otherwise:\n%s", again)
	}

	// Unit, person and post are called otherwise from now on; and as somebody puts a
	// name right in its place, even for the day of the decision.
	frozen := []order{
		{"quyet-dinh", office.Print{Form: "quyet-dinh", Decision: 1}},
		{"bang-khen", office.Print{Form: "bang-khen", Decision: 1}},
		{"tien-thuong", office.Print{Form: "tien-thuong", Decision: 1}},
		{"so-khen-thuong", office.Print{Form: "so-khen-thuong", Year: 2025}},
	}
	before, after := t.TempDir(), t.TempDir()
	c.printed(before, frozen)
	c.renameEverything()
	c.printed(after, frozen)
	for _, o := range frozen {
		for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
			if !bytes.Equal(load(t, filepath.Join(before, o.name+ending)), load(t, filepath.Join(after, o.name+ending))) {
				t.Errorf("%s%s: a name changed after the issue shows", o.name, ending)
			}
		}
	}
	c.do("print", "danh-sach", "--out", filepath.Join(after, "danh-sach.pdf"))
	if now := strings.Join(proof.Pages(t, load(t, filepath.Join(after, "danh-sach.pdf"))), " "); !strings.Contains(now, "Mới") {
		t.Errorf("the names were not changed at all:\n%s", now)
	}
}

// renameEverything gives another name and post to everybody of the movement and
// another name, in its place and from today on, to the units they are of.
func (c clerk) renameEverything() {
	c.t.Helper()
	ctx := c.t.Context()
	s, err := storage.Open(ctx, storage.Config{Dir: c.dir, Today: when.MustParse(c.today)})
	if err != nil {
		c.t.Fatal(err)
	}
	defer s.Close()
	o := office.New(s.Ports, "Cán bộ thử")
	book, err := o.Registry(ctx)
	if err != nil {
		c.t.Fatal(err)
	}
	dossiers, err := o.Dossiers(ctx, office.DossierFilter{})
	if err != nil {
		c.t.Fatal(err)
	}
	for _, d := range dossiers {
		n, err := o.Nominee(ctx, d.Nominee)
		if err != nil {
			c.t.Fatal(err)
		}
		n.Nominee.Name, n.Nominee.Position = d.Name+" Mới", "Chức vụ Mới"
		if _, err := o.SaveNominee(ctx, &n.Nominee); err != nil {
			c.t.Fatal(err)
		}
		d.Name, d.Position = d.Name+" Mới", "Chức vụ Mới"
		if _, err := o.SaveDossier(ctx, &d); err != nil {
			c.t.Fatal(err)
		}
		u, ok := book.Unit(d.Unit)
		if !ok {
			c.t.Fatalf("%s has no unit", d.Name)
		}
		u.Versions = slices.Clone(u.Versions)
		last := &u.Versions[len(u.Versions)-1]
		last.Name, last.Official, last.Short = last.Name+" Mới", last.Official+" Mới", last.Short+" Mới"
		next := *last
		last.To, next.From = o.Today(), o.Today()
		next.Name, next.Official, next.Short = next.Name+" nữa", next.Official+" nữa", next.Short+" nữa"
		u.Versions = append(u.Versions, next)
		if _, err := o.SaveUnit(ctx, &u); err != nil {
			c.t.Fatal(err)
		}
	}
}
