package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/model/office"
	"thidua/model/paper"
	"thidua/storage/press/proof"
)

// nominees is an agency's list of n made-up nominees, as it comes by e-mail.
func nominees(t testing.TB, n int) string {
	pick := func(list string, i int) string {
		ws := strings.Split(list, ",")
		return ws[i%len(ws)]
	}
	const (
		families = "Nguyễn,Trần,Lê,Phạm,Huỳnh,Katơr,Pi Năng,Chamaléa,Đàng,Kiều,Báo,Thập,Quảng,Lưu,Đổng"
		given    = "An Bình,Gia Chi,Quang Dũng,Mai Ưởng,Hồng Hạnh,Nam Khánh,Sơn Lâm,Thu Ngân,Hoàng Phúc,Tố Quyên,Trường Sơn,Ánh Tuyết,Nhã Uyên,Quốc Vinh,Hải Yến"
		units    = "Sở Y tế,Sở Tài chính,Sở Tư pháp,Sở Giáo dục và Đào tạo,Sở Nội vụ,Liên đoàn Lao động tỉnh"
		posts    = "Chuyên viên,Phó Trưởng phòng,Kế toán trưởng,Phó Giám đốc,Viên chức,Văn thư"
	)
	deeds := []string{
		"Tham mưu trả lời đúng hạn 100% kiến nghị của cử tri gửi đến trước và sau các kỳ họp Hội đồng nhân dân tỉnh.",
		"Hoàn thành xuất sắc công tác dự toán trình kỳ họp.",
		"Góp ý 12 dự án luật, chủ trì 03 cuộc phản biện xã hội được tiếp thu; sáng kiến số hóa tài liệu kỳ họp được áp dụng trong toàn tỉnh.",
	}
	rows := [][]string{{"STT", "Đối tượng", "Họ và tên / Tên tập thể", "Giới tính", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"}}
	for i := range n {
		row := []string{fmt.Sprint(i + 1), "Cá nhân", "", "Nam", fmt.Sprintf("%02d/%02d/%d", 1+i%28, 1+i%12, 1965+i%35), "Kinh", "", pick(posts, i), pick(units, i), deeds[i%len(deeds)],
			"Bằng khen của Chủ tịch UBND tỉnh"}
		middle, sex := "Văn", 0
		if i%2 == 1 {
			middle, sex, row[3] = "Thị", 1, "Nữ"
		}
		row[2] = pick(families, i) + " " + middle + " " + pick(given, i*7+i/15)
		row[6] = fmt.Sprintf("058%d%02d%06d", sex, (65+i%35)%100, 100003+37*i)
		if i%8 == 3 {
			row[1], row[2], row[3], row[4], row[5], row[6], row[7] = "Tập thể", fmt.Sprintf("Phòng Nghiệp vụ số %d", i), "", "", "", "", ""
		}
		rows = append(rows, row)
	}
	file := filepath.Join(t.TempDir(), fmt.Sprintf("danh-sach-%d.csv", n))
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return file
}

// manyClerk is an office whose movement has n nominees, from an agency's file to
// the issued decision.
func manyClerk(t testing.TB, n int) clerk {
	c := clerk{t: t, dir: filepath.Join(t.TempDir(), "data"), today: "2025-12-26"}
	c.do("init")
	c.do("import", "--accept", "--movement", "TTC80", "--from", "SYT", nominees(t, n))
	c.do("appraise", "--all")
	c.do("move", "passed", "--all")
	c.do("draft", "--award", "bang_khen_chu_tich_tinh")
	c.do("issue", "1", "--number", "2025/QĐ-UBND", "--date", "2025-12-26", "--signer", "Phan Trọng Mẫu")
	return c
}

// Papers of one nominee, of a few, of a page and of a thousand: the same rules.
func TestPapersOfManyNominees(t *testing.T) {
	dir := t.TempDir()
	var opened []order // by LibreOffice, which lays out a few pages a second
	all := map[string]*paper.Document{}
	for _, n := range []int{1, 3, 40, 1000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			c := manyClerk(t, n)
			var orders []order
			for _, p := range []office.Print{{Form: "to-trinh"}, {Form: "danh-sach"}, {Form: "trich-ngang"}, {Form: "quyet-dinh", Decision: 1}, {Form: "tien-thuong", Decision: 1},
				{Form: "so-khen-thuong", Year: 2025}, {Form: "bang-khen", Decision: 1}} {
				orders = append(orders, order{fmt.Sprintf("%s-%d", p.Form, n), p})
			}
			docs := c.documents(orders)
			c.printed(dir, orders)
			for _, o := range orders {
				d, file := docs[o.name], filepath.Join(dir, o.name)
				if got := named(d); got != n {
					t.Errorf("%s: %d nominees, want %d", o.name, got, n)
				}
				measure(t, d, load(t, file+".pdf"), map[string]int{})
				same(t, d, o.name+".docx", load(t, file+".docx"), proof.DOCX)
				if !certificate(d) {
					same(t, d, o.name+".xlsx", load(t, file+".xlsx"), proof.XLSX)
				}
				if n < 100 || !certificate(d) { // a thousand certificates take it minutes
					opened, all[o.name] = append(opened, o), d
				}
			}
			for _, o := range orders {
				if err := proof.SameWords(docs[o.name], proof.Pages(t, load(t, filepath.Join(dir, o.name+".pdf")))); err != nil {
					t.Errorf("%s: %v", o.name, err)
				}
			}
		})
	}
	t.Run("LibreOffice", func(t *testing.T) { inLibreOffice(t, dir, opened, all) })
}

// named counts the nominees a paper names: rows of its tables, lines of its list,
// certificates.
func named(d *paper.Document) (n int) {
	for _, p := range d.Parts {
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case *paper.Table:
				for _, r := range b.Rows {
					if r.Kind == paper.RowBody {
						n++
					}
				}
			case paper.Certificate, paper.Clause:
				n++
			}
		}
	}
	return n
}
