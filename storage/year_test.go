package storage_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/storage"
	"thidua/storage/sqlite"
)

// The year on the made-up office: what its papers say, counted again by plain SQL
// on the database file.

// made is the made-up office's data folder, built once: its files by name.
var made = sync.OnceValues(func() (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "thidua-mau")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	s, err := storage.Open(ctx, storage.Config{Dir: dir})
	if err != nil {
		return nil, err
	}
	if err := errors.Join(office.Sample(ctx, s.Ports, nil), s.Close()); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	return files, filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err == nil {
			files[rel], err = os.ReadFile(p)
		}
		return err
	})
})

// sampled is the made-up office on a day, and its database opened beside it.
func sampled(t *testing.T, day string) (*office.Office, *counter) {
	t.Helper()
	files, err := made()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "du-lieu")
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := storage.Open(ctx, storage.Config{Dir: dir, Today: when.MustParse(day)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(dir, sqlite.FileName))+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return office.New(s.Ports, "Cán bộ thử"), &counter{t, db}
}

// counter asks the database itself.
type counter struct {
	t  *testing.T
	db *sql.DB
}

func (c *counter) n(query string, args ...any) int {
	c.t.Helper()
	var n sql.NullInt64
	if err := c.db.QueryRow(query, args...).Scan(&n); err != nil {
		c.t.Fatalf("%s: %v", query, err)
	}
	return int(n.Int64)
}

// owing are the reports of a year that count: those handed over to successors or
// waived do not, unless they came in all the same.
const owing = ` FROM report r JOIN movement m ON m.id = r.movement AND m.code = 'TTC80'
	WHERE r.kind = 'nam' AND r.year = ? AND (r.state IN ('da_nhan', 'da_duyet') OR json_extract(r.handover, '$.way') IN ('', 'can_bo'))`

// given adds up the units' own Giấy khen of accepted reports of a year.
const given = ` FROM report r, json_each(r.frozen, '$.awards') g WHERE r.kind = 'nam' AND r.state = 'da_duyet' AND r.year = ?`

// answered joins each answer of the accepted reports of a year.
const answered = ` FROM report r, json_each(r.frozen, '$.answers') a WHERE r.kind = 'nam' AND r.state = 'da_duyet' AND r.year = ?
	AND json_extract(a.value, '$.key') = ? AND json_extract(a.value, '$.na') IS NULL`

// shown is the number of each line of a kind on a paper, thousands without points.
func shown(t *testing.T, outline, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(outline)
	if m == nil {
		t.Errorf("the paper does not say %s", pattern)
		return ""
	}
	return strings.ReplaceAll(m[1], ".", "")
}

func want(t *testing.T, what, got string, n int) {
	t.Helper()
	if strings.TrimLeft(got, "0") != strings.TrimLeft(fmt.Sprint(n), "0") {
		t.Errorf("%s: the paper says %q, the database %d", what, got, n)
	}
}

// Every figure on the yearly report is what plain SQL counts.
func TestYearlyReportIsWhatSQLCounts(t *testing.T) {
	o, db := sampled(t, "2026-01-15")
	// 2025 has 01/7/2025 inside; 2024 was filed, and is printed as it was filed.
	const year = 2025
	doc, err := o.Paper(ctx, office.Print{Form: "bao-cao-hang-nam", Movement: "TTC80", Year: year})
	if err != nil {
		t.Fatal(err)
	}
	text := paper.Outline(doc)
	total := db.n("SELECT count(*)"+owing, year)
	in := db.n("SELECT count(*)"+owing+" AND r.state IN ('da_nhan', 'da_duyet')", year)
	late := db.n("SELECT count(*)"+owing+" AND r.state IN ('da_nhan', 'da_duyet') AND r.first_received > max(r.due, r.extended)", year)
	want(t, "units", shown(t, text, `Đã có \d+/(\d+) cơ quan`), total)
	want(t, "reported", shown(t, text, `Đã có (\d+)/\d+ cơ quan`), in)
	want(t, "planned", shown(t, text, `Có (\d+)/\d+ cơ quan`), db.n("SELECT count(*)"+owing+" AND EXISTS (SELECT 1 FROM unit_plan p WHERE p.movement = r.movement AND p.unit = r.unit AND p.received <> '')", year))
	want(t, "in time", shown(t, text, `trong đó (\d+) đơn vị đúng thời hạn`), in-late)
	want(t, "late", shown(t, text, `, (\d+) đơn vị chậm`), late)
	want(t, "missing", shown(t, text, `Còn (\d+) đơn vị chưa báo cáo`), total-in)
	if n := strings.Count(text[strings.Index(text, "DANH SÁCH"):], "\n| ") - 1; n != total-in {
		t.Errorf("the list of those that did not report has %d lines, %d are missing", n, total-in)
	}
	if total == 0 || in == 0 || late == 0 || total == in {
		t.Fatalf("the made-up office shows nothing: %d owe, %d reported, %d late", total, in, late)
	}

	seen := 0
	for _, f := range []struct{ key, field, label string }{
		{"a1", "$.self.a", "Tổng số nội dung trình kỳ họp"}, {"a1", "$.self.b", "Số nội dung trình đúng thời hạn"},
		{"a1", "$.self.more[0]", "Số nội dung trình chậm"}, {"a1", "$.self.more[1]", "Số nội dung bị trả lại để hoàn thiện"},
		{"b1", "$.self.a", "Tổng số kết luận, kiến nghị"}, {"b1", "$.self.b", "Số đã thực hiện xong"},
		{"b1", "$.self.more[0]", "Số đang thực hiện"}, {"b1", "$.self.more[1]", "Số quá hạn"},
		{"c1", "$.self.a", "Tổng số kiến nghị cử tri được giao"}, {"c1", "$.self.b", "Số đã trả lời đúng hạn"}, {"c2", "$.self.b", "Số văn bản góp ý"},
		{"d1", "$.self.a", "Số hội nghị phản biện theo kế hoạch"}, {"d1", "$.self.b", "Số hội nghị đã tổ chức"}, {"d1", "$.self.more[0]", "Số dự thảo được phản biện"},
		{"d2", "$.self.a", "Số ý kiến phản biện"}, {"d2", "$.self.b", "Số ý kiến được tiếp thu, giải trình"},
	} {
		n := db.n("SELECT sum(json_extract(a.value, '"+f.field+"'))"+answered, year, f.key)
		want(t, f.label, shown(t, text, regexp.QuoteMeta(f.label)+`: ([\d.]+)`), n)
		seen++
	}
	if n := len(regexp.MustCompile(`(?m)^- .*: \d`).FindAllString(text[strings.Index(text, "KẾT QUẢ THỰC HIỆN"):strings.Index(text, "Công tác khen thưởng")], -1)); n != seen {
		t.Errorf("the report has %d figures by criteria, %d were counted again", n, seen)
	}

	sum := [3]int{}
	row := func(award string, counts [3]int) {
		t.Helper()
		cells := regexp.MustCompile(`\| \d+ \| ` + award + ` \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|`).FindStringSubmatch(text)
		if cells == nil {
			t.Errorf("no line for %s", award)
			return
		}
		for k, n := range counts {
			want(t, award, strings.ReplaceAll(cells[k+1], ".", ""), n)
			sum[k] += n
		}
		want(t, award+", all", strings.ReplaceAll(cells[4], ".", ""), counts[0]+counts[1]+counts[2])
	}
	byKind := func(award string) (out [3]int) {
		for k, kind := range []string{"collective", "household", "individual"} {
			out[k] = db.n("SELECT count(*) FROM record c JOIN nominee n ON n.id = c.nominee WHERE c.movement = 'TTC80' AND c.year = ? AND c.revoked = '' AND c.award = ? AND n.kind = ?", year, award, kind)
		}
		return out
	}
	row("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", byKind("bang_khen_chu_tich_tinh"))
	row(regexp.QuoteMeta(office.OwnAward), [3]int{
		db.n("SELECT sum(json_extract(g.value, '$.collectives'))"+given, year), db.n("SELECT sum(json_extract(g.value, '$.households'))"+given, year),
		db.n("SELECT sum(json_extract(g.value, '$.individuals'))"+given, year)})
	all := regexp.MustCompile(`\|  \| Tổng cộng \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|`).FindStringSubmatch(text)
	if all == nil {
		t.Fatal("the table of awards has no total")
	}
	for k := range sum {
		want(t, "total of awards", strings.ReplaceAll(all[k+1], ".", ""), sum[k])
	}
	// The draft's own sentences count too.
	want(t, "visited", shown(t, text, `đã kiểm tra (\d+) cơ quan`), db.n("SELECT count(DISTINCT unit) FROM visit WHERE substr(day, 1, 4) = '2025'"))
	want(t, "chased", shown(t, text, `đã đôn đốc (\d+) lượt`), db.n("SELECT sum(json_array_length(units)) FROM reminder WHERE year = 2025"))
	want(t, "without a plan", shown(t, text, `Còn (\d+) cơ quan, đơn vị, địa phương chưa ban hành`), total-db.n("SELECT count(*)"+owing+" AND EXISTS (SELECT 1 FROM unit_plan p WHERE p.movement = r.movement AND p.unit = r.unit AND p.received <> '')", year))
	want(t, "raised and not answered", shown(t, text, `kiến nghị của (\d+) đơn vị`), db.n("SELECT count(*) FROM petition WHERE substr(received, 1, 4) = '2025' AND answered = ''"))
	models := text[strings.Index(text, "Điển hình tiên tiến"):strings.Index(text, "HẠN CHẾ")]
	want(t, "exemplars", fmt.Sprint(strings.Count(models, "\n- ")), db.n("SELECT count(*) FROM exemplar WHERE year = ?", year))
}

// The report of 2024 was signed: whatever changes afterwards, it says the same.
func TestFiledReportStaysAsItWasSigned(t *testing.T) {
	o, db := sampled(t, "2026-01-15")
	print := office.Print{Form: "bao-cao-hang-nam", Movement: "TTC80", Year: 2024}
	before, err := o.Paper(ctx, print)
	if err != nil {
		t.Fatal(err)
	}
	text := paper.Outline(before)
	if !strings.Contains(text, "14/BC-SNV") || !strings.Contains(text, "ngày 15 tháng 01 năm 2025") {
		t.Errorf("the paper has not the number and date it was signed under:\n%.400s", text)
	}
	sum, err := o.SumUp(ctx, "TTC80", report.Yearly, 2024)
	if err != nil {
		t.Fatal(err)
	}
	// A late report is accepted: the sum goes on, the signed paper does not.
	var waiting int64
	for _, l := range sum.Lines {
		if l.Status == movement.Received {
			waiting = l.Report.ID
		}
	}
	if _, err := o.AcceptReports(ctx, []int64{waiting}); err != nil {
		t.Fatal(err)
	}
	next, err := o.SumUp(ctx, "TTC80", report.Yearly, 2024)
	if err != nil || next.Accepted != sum.Accepted+1 || db.n("SELECT count(*) FROM report WHERE year = 2024 AND state = 'da_duyet'") != next.Accepted {
		t.Errorf("accepted %d, then %d, %v", sum.Accepted, next.Accepted, err)
	}
	after, err := o.Paper(ctx, print)
	if err != nil || paper.Outline(after) != text {
		t.Errorf("the signed report changed, %v", err)
	}
	if _, err := o.SaveSummary(ctx, &sum.Summary); err == nil {
		t.Error("a signed report was written over")
	}
}

// The totals as then and rolled to today are the same; what was divided is never
// rolled, what went over whole is.
func TestTotalsOverTheTurn(t *testing.T) {
	o, db := sampled(t, "2026-01-15")
	sum, err := o.SumUp(ctx, "TTC80", report.Closing, 0)
	if err != nil {
		t.Fatal(err)
	}
	add := func(list []report.Rolled) (f report.Figures, n int) {
		f.By = map[string]report.Sums{}
		for _, r := range list {
			n += len(r.Reports)
			f.Collectives += r.Figures.Collectives
			f.Individuals += r.Figures.Individuals
			for k, s := range r.Figures.By {
				x := f.By[k]
				x.A, x.B = x.A+s.A, x.B+s.B
				f.By[k] = x
			}
		}
		return f, n
	}
	then, reports := add(sum.Then)
	rolled, again := add(sum.Rolled)
	accepted := db.n("SELECT count(*) FROM report WHERE state = 'da_duyet' AND kind = 'nam'")
	if reports != accepted || again != accepted {
		t.Errorf("%d reports as then, %d rolled, %d accepted", reports, again, accepted)
	}
	for _, key := range []string{"a1", "b1", "c1", "d1"} {
		if then.By[key].A != rolled.By[key].A || then.By[key].B != rolled.By[key].B {
			t.Errorf("%s: %d/%d as then, %d/%d rolled", key, then.By[key].B, then.By[key].A, rolled.By[key].B, rolled.By[key].A)
		}
	}
	if then.Collectives != rolled.Collectives || then.Individuals != rolled.Individuals {
		t.Errorf("awards: %d, %d as then, %d, %d rolled", then.Collectives, then.Individuals, rolled.Collectives, rolled.Individuals)
	}
	book, err := o.Registry(ctx)
	if err != nil {
		t.Fatal(err)
	}
	divided, whole := 0, 0
	for _, r := range sum.Rolled {
		u, _ := book.Unit(r.Unit)
		_, stands := u.At(o.Today())
		switch {
		case r.Kept:
			divided += min(len(r.Parts), 1)
			if stands {
				t.Errorf("%s stands today and is said to be divided", sum.Names[r.Unit].Name)
			}
		case !stands:
			t.Errorf("%s ended, went over whole and was not rolled", sum.Names[r.Unit].Name)
		case len(r.From) > 0:
			whole++
		}
	}
	if divided < 7 || whole < 20 { // the districts; the departments that merged
		t.Errorf("%d divided, %d rolled whole", divided, whole)
	}
	if len(sum.Then) <= len(sum.Rolled) {
		t.Errorf("%d lines as then, %d rolled", len(sum.Then), len(sum.Rolled))
	}
}

// A district that owed the report of 2025 goes nowhere by itself: it waits for a
// choice, and the choice is written down.
func TestADistrictsDutyIsHandedOverByChoice(t *testing.T) {
	o, db := sampled(t, "2026-01-15")
	lines, err := o.Reports(ctx, "TTC80", report.Yearly, 2025)
	if err != nil {
		t.Fatal(err)
	}
	var d office.ReportLine
	for _, l := range lines {
		if l.Unit.Code == "589" {
			d = l
		}
	}
	if d.Status != movement.Ended || d.Whole || len(d.Heirs) < 2 {
		t.Fatalf("Thuận Nam: %s, heirs %v", d.Status, d.Heirs)
	}
	before := db.n("SELECT count(*)"+owing, 2025)
	e, err := o.HandOver(ctx, []int64{d.Report.ID}, movement.Handover{Way: movement.ToHeirs})
	if err != nil {
		t.Fatal(err)
	}
	f, err := o.Report(ctx, d.Report.ID)
	if err != nil || f.Status != movement.Passed || len(f.Report.Handover.To) != len(d.Heirs) || f.Report.Handover.Officer != "Cán bộ thử" {
		t.Errorf("%+v, %v", f.Report.Handover, err)
	}
	if n := db.n("SELECT count(*)"+owing, 2025); n != before-1 {
		t.Errorf("%d owe after, %d before: the communes owe already", n, before)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if f, _ := o.Report(ctx, d.Report.ID); f.Status != movement.Ended {
		t.Errorf("undone: %s", f.Status)
	}
	if _, err := o.HandOver(ctx, []int64{d.Report.ID}, movement.Handover{}); err == nil {
		t.Error("handed over without a choice")
	}
}

// The board's numbers are those of the lists they open.
func TestTheBoardCountsItsLists(t *testing.T) {
	o, _ := sampled(t, "2025-12-05")
	b, err := o.YearBoard(ctx, "", 0)
	if err != nil || b.Movement.Code == "" || b.Year != 2025 {
		t.Fatalf("%+v, %v", b, err)
	}
	lines, err := o.Reports(ctx, "TTC80", report.Yearly, 2025)
	if err != nil {
		t.Fatal(err)
	}
	counts, owed := map[movement.Status]int{}, 0
	for _, l := range lines {
		counts[l.Status]++
		if l.Status.Owed() {
			owed++
		}
	}
	for _, s := range []movement.Status{movement.DueSoon, movement.Received, movement.Accepted, movement.Passed, movement.Ended} {
		if b.Reports[s] != counts[s] || counts[s] == 0 {
			t.Errorf("%s: the board says %d, the list holds %d", s, b.Reports[s], counts[s])
		}
	}
	seen := 0
	for i, c := range b.Next {
		if office.ComingNames[c.What] == "" || i > 0 && c.Day < b.Next[i-1].Day {
			t.Errorf("%+v", b.Next)
		}
		if c.What == office.ReportsDue {
			seen += c.Count
		}
	}
	if seen != owed || owed == 0 {
		t.Errorf("%d reports are coming, %d are owed", seen, owed)
	}
}

// The ministry's forms are what SQL counts, for any period; filed, they stay.
func TestStatisticsAreWhatSQLCounts(t *testing.T) {
	o, db := sampled(t, "2026-01-15")
	for _, period := range []string{"2023", "2025", "2025-Q4", "2025-12", "2023..2025", "2025-12-26..2025-12-26"} {
		span, err := report.ParseSpan(period)
		if err != nil {
			t.Fatal(err)
		}
		s, err := o.Statistic(ctx, "bieu-0603", span)
		if err != nil {
			t.Fatal(err)
		}
		last := span.To.AddDays(-1).String()
		const bk = "SELECT count(*) FROM record c JOIN nominee n ON n.id = c.nominee WHERE c.award = 'bang_khen_chu_tich_tinh' AND c.day >= ? AND c.day <= ? AND (c.revoked = '' OR c.revoked > ?)"
		for row, where := range map[string]string{"01": "", "02": " AND n.kind = 'collective'", "04": " AND n.kind = 'household'", "05": " AND n.kind = 'individual'",
			"10": " AND n.kind = 'individual' AND n.class = 'truc_tiep'", "11": " AND c.way = 'cong_trang'", "12": " AND c.way = 'phong_trao'"} {
			n := db.n(bk+where, span.From.String(), last, last)
			if s.Cells[row]["bang_khen"] != n || s.Cells[row]["tong"] != n {
				t.Errorf("%s, row %s: %d of %d, SQL counts %d", period, row, s.Cells[row]["bang_khen"], s.Cells[row]["tong"], n)
			}
		}
		if len(s.Records) != s.Cells["01"]["tong"] {
			t.Errorf("%s: %d records behind a total of %d", period, len(s.Records), s.Cells["01"]["tong"])
		}
		for row, cells := range s.Cells {
			for col, n := range cells {
				lines, err := o.StatisticList(ctx, "bieu-0603", span, row, col)
				if err != nil || len(lines) != n {
					t.Errorf("%s, row %s, %s: %d lines behind %d, %v", period, row, col, len(lines), n, err)
				}
				for _, l := range lines {
					if db.n("SELECT count(*) FROM record WHERE id = ? AND name = ? AND day >= ? AND day <= ?", l.ID, l.Name, span.From.String(), last) != 1 {
						t.Errorf("%s, row %s: %+v is no honour of the period", period, row, l)
					}
				}
			}
		}
		m, err := o.Statistic(ctx, "bieu-0601", span)
		if err != nil || m.Cells["01"]["tong"] != db.n("SELECT count(*) FROM movement WHERE valid_from >= ? AND valid_from <= ?", span.From.String(), last) {
			t.Errorf("%s: movements %v, %v", period, m.Cells["01"], err)
		}
	}
	year := report.YearSpan(2025)
	if _, err := o.SaveStatistic(ctx, "bieu-0605", year, map[string]map[string]int{"01": {"tong": 9, "nu": 5}}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.SaveStatistic(ctx, "bieu-0605", year, map[string]map[string]int{"01": {"nam": 4}}); err == nil {
		t.Error("a column that the form has not was typed")
	}
	for _, form := range []string{"bieu-0603", "bieu-0605"} {
		if _, err := o.FileStatistic(ctx, form, year, "20/BC-SNV"); err != nil {
			t.Fatal(err)
		}
	}
	typed, err := o.Statistic(ctx, "bieu-0605", year)
	if err != nil || typed.Cells["01"]["nu"] != 5 || len(typed.Changes) != 0 {
		t.Errorf("%+v, %v", typed.Cells, err)
	}
	if _, err := o.SaveStatistic(ctx, "bieu-0605", year, nil); err == nil {
		t.Error("a filed form was written over")
	}
	// What was typed in afterwards shows as a difference, the filed form stays.
	before, err := o.Statistic(ctx, "bieu-0603", year)
	if err != nil {
		t.Fatal(err)
	}
	issueOne(t, o)
	after, err := o.Statistic(ctx, "bieu-0603", year)
	if err != nil || after.Cells["01"]["tong"] != before.Cells["01"]["tong"] || len(after.Changes) == 0 || after.Changes[0].Now <= after.Changes[0].Filed {
		t.Errorf("filed %v, now %+v, %v", before.Cells["01"], after.Changes, err)
	}
}

// issueOne issues the dossiers the council passed, dated in December 2025.
func issueOne(t *testing.T, o *office.Office) {
	t.Helper()
	d, _, err := o.Draft(ctx, "TTC80", "bang_khen_chu_tich_tinh")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Issue(ctx, d.ID, "1999/QĐ-UBND", when.MustParse("2025-12-30"), ""); err != nil {
		t.Fatal(err)
	}
}

// A template survives the spreadsheet programs units have: opened and saved by
// LibreOffice in three formats, what was typed is found again.
func TestTemplateThroughLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice (LibreOffice) is not installed: the template cannot be saved by it")
	}
	o, _ := sampled(t, "2025-12-05")
	lines, err := o.Reports(ctx, "TTC80", report.Yearly, 2025)
	if err != nil {
		t.Fatal(err)
	}
	var unit office.ReportLine
	for _, l := range lines {
		if l.Status.Owed() && l.Unit.Group == "xa_phuong_thi_tran" {
			unit = l
		}
	}
	printed, err := o.Set(ctx, office.Print{Form: "mau-bao-cao", Movement: "TTC80", Unit: unit.Unit.Code, Year: 2025}, "xlsx")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	filled := filepath.Join(dir, "bc.xlsx")
	f, err := excelize.OpenReader(bytes.NewReader(printed.Data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	values := map[string]any{"a1:a": 1024, "a1:b": 1000, "tt:so": "15/BC-UBND", "tt:ngay": time.Date(2025, 12, 2, 0, 0, 0, 0, time.UTC), "dh:1": "Tổ đổi mới"}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			if len(r) == 0 || values[r[0]] == nil {
				continue
			}
			if err := f.SetCellValue(sheet, fmt.Sprintf("C%d", i+1), values[r[0]]); err != nil { // the column "Đơn vị ghi"
				t.Fatal(err)
			}
		}
	}
	if err := f.SaveAs(filled); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"xlsx", "xls", "ods"} {
		to := filepath.Join(dir, kind)
		cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "lo")), "--headless", "--convert-to", kind, "--outdir", to, filled)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", kind, err, out)
		}
		data, err := os.ReadFile(filepath.Join(to, "bc."+kind))
		if err != nil {
			t.Fatal(err)
		}
		b, err := o.ReadTemplate(ctx, office.Attachment{Name: "bc." + kind, Data: data})
		if err != nil || len(b.Filled.Faults) > 0 {
			t.Errorf("%s: %v, %v", kind, err, b.Filled.Faults)
			continue
		}
		if b.Report.ID != unit.Report.ID || b.Filled.Number != "15/BC-UBND" || b.Filled.Date != when.Of(2025, 12, 2) || len(b.Filled.Content.Answers) != 1 ||
			b.Filled.Content.Answers[0].Self.A != 1024 || b.Filled.Content.Answers[0].Self.B != 1000 || len(b.Filled.Content.Exemplars) != 1 {
			t.Errorf("%s: %+v", kind, b.Filled)
		}
	}
}
