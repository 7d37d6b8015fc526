// Package bench holds the benchmarks that run through several rooms. Start them
// with `go run ./cmd/build bench`, which compares them in turn; the benchmarks of
// one room stand in that room.
package bench

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
)

// listRows is the length of the list: more than all agencies of a province send in a year.
const listRows = 100_000

// list is an agency's list as a person would lay it out: letterhead, title,
// heading, rows. Written once for all benchmarks of a run.
var list = sync.OnceValues(func() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, err
	}
	head := [][]any{
		{"UBND TỈNH NINH THUẬN"}, {"SỞ TÀI CHÍNH"}, {"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"}, nil,
		{"STT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"},
	}
	for i, row := range head {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			return nil, err
		}
	}
	for i := range listRows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1+len(head)), person(i)); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
})

// person is a made-up row; no two have the same name and number.
func person(i int) []any {
	family := []string{"Nguyễn", "Trần", "Lê", "Katơr", "Chamaléa", "Pi Năng", "Bo Bo", "Kiều"}
	middle := []string{"Thị", "Văn", "Ngọc", "Quốc", "Thanh", "Minh", "Đức"}
	given := []string{"Vĩnh", "Liễu", "Ánh", "Hùng", "Hưng", "Thủy", "Hòa", "Ý", "Dũng", "Khánh", "Yến"}
	unit := []string{"Sở Y tế", "Sở Giáo dục và Đào tạo", "Hội Nông dân tỉnh", "UBND huyện Ninh Sơn", "Công an tỉnh"}
	award := []string{"Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Ủy ban Thường vụ Quốc hội"}
	return []any{
		i + 1,
		family[i%len(family)] + " " + middle[i/8%len(middle)] + " " + given[i/56%len(given)],
		[]string{"Nam", "Nữ"}[i%2],
		fmt.Sprintf("%02d/%02d/%d", 1+i%28, 1+i/28%12, 1964+i/336%35),
		"Raglai",
		fmt.Sprintf("058%09d", i),
		"Chuyên viên",
		unit[i%len(unit)],
		"Phối hợp giám sát chuyên đề, hoàn thành 100% kết luận sau giám sát.",
		award[i%len(award)],
	}
}

// BenchmarkStage takes the list in as the office does: read, recognised, matched
// against units and people, checked, and kept with every cell in the database.
func BenchmarkStage(b *testing.B) {
	data, err := list()
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	for b.Loop() {
		b.StopTimer()
		s, err := storage.Open(ctx, storage.Config{Dir: b.TempDir(), Today: when.Of(2025, 12, 8)})
		if err != nil {
			b.Fatal(err)
		}
		o := office.New(s.Ports, "")
		if _, err := o.SetUp(ctx, false); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		staged, err := o.Stage(ctx, office.Incoming{Name: "danh-sach.xlsx", Data: data}, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if staged.Batch.Rows != listRows {
			b.Fatalf("%d rows were staged, want %d", staged.Batch.Rows, listRows)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// BenchmarkExcelizeRead only reads the cells of the same file with excelize, in
// its fastest way, and keeps nothing.
func BenchmarkExcelizeRead(b *testing.B) {
	data, err := list()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				b.Fatal(err)
			}
			if len(cells) > 1 {
				n++
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
		if n != listRows+1 {
			b.Fatalf("%d rows were read, want %d", n, listRows+1)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
