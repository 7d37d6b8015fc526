package bench

import (
	"bytes"
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"

	"thidua/model/viet"
)

// listRows is the length of the list: more than all agencies of a province send in a year.
const listRows = 100_000

// list is an agency's list as a person would lay it out: letterhead, title,
// heading, rows of ten columns; in an old encoding with its font, where asked.
func list(rows int, enc viet.Encoding) ([]byte, error) {
	path, err := keep(fmt.Sprintf("danh-sach-%d-%s.xlsx", rows, enc), func(path string) error {
		data, err := writeList(rows, enc, person)
		if err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o644)
	})
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

func writeList(rows int, enc viet.Encoding, person func(i int) []any) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	font := "Times New Roman"
	if enc == viet.TCVN3 {
		font = ".VnTime"
	}
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: font, Size: 12}})
	if err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, err
	}
	put := func(row int, values []any) error {
		for i, v := range values {
			if s, ok := v.(string); ok && enc != viet.Unicode {
				v, _ = viet.Encode(enc, s)
			}
			values[i] = excelize.Cell{StyleID: style, Value: v}
		}
		return w.SetRow(fmt.Sprintf("A%d", row), values)
	}
	head := [][]any{
		{"UBND TỈNH NINH THUẬN"}, {"SỞ TÀI CHÍNH"}, {"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"}, nil,
		{"STT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"},
	}
	for i, row := range head {
		if err := put(i+1, row); err != nil {
			return nil, err
		}
	}
	for i := range rows {
		if err := put(i+1+len(head), person(i)); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
}

// school is one of the bodies the office of the benchmarks knows besides the province's.
func school(i int) string { return fmt.Sprintf("Trường Tiểu học Đô Vinh %d", i+1) }

// person is a made-up row; no two have the same number.
func person(i int) []any {
	family := []string{"Nguyễn", "Trần", "Lê", "Katơr", "Chamaléa", "Pi Năng", "Bo Bo", "Kiều"}
	middle := []string{"Thị", "Văn", "Ngọc", "Quốc", "Thanh", "Minh", "Đức"}
	given := []string{"Vĩnh", "Liễu", "Ánh", "Hùng", "Hưng", "Thủy", "Hòa", "Ý", "Dũng", "Khánh", "Yến"}
	award := []string{"Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Ủy ban Thường vụ Quốc hội"}
	year := 1964 + i/336%35
	return []any{
		i + 1,
		family[i%len(family)] + " " + middle[i/8%len(middle)] + " " + given[i/56%len(given)],
		[]string{"Nam", "Nữ"}[i%2],
		fmt.Sprintf("%02d/%02d/%d", 1+i%28, 1+i/28%12, year),
		"Raglai",
		fmt.Sprintf("058%d%02d%06d", i%2, year%100, i),
		"Chuyên viên",
		school(i * 7 % schools),
		fmt.Sprintf("Phối hợp giám sát %d chuyên đề, hoàn thành 100%% kết luận sau giám sát.", i%40),
		award[i%len(award)],
	}
}

// registered is a row of a person the office knows already: every tenth of the list.
func registered(i int) []any {
	row := person(i * (listRows / people))
	row[9] = "Giấy khen"
	return row
}
