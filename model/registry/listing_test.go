package registry

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func listOf(t *testing.T, lines ...[]string) []Listed {
	t.Helper()
	var rows []ListRow
	for i, l := range lines {
		rows = append(rows, ListRow{i + 1, l})
	}
	list, ok := ReadList(rows)
	if !ok {
		t.Fatal("no list of bodies found")
	}
	return list
}

func TestAProvincesOwnListOfBodies(t *testing.T) {
	list := listOf(t,
		[]string{"DANH SÁCH CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG"},
		[]string{"STT", "Tên cơ quan, đơn vị", "Mã", "Trực thuộc", "Nhóm"},
		[]string{"(1)", "(2)", "(3)", "(4)"},
		[]string{"1", "Tỉnh Lâm Đồng", "68"},
		[]string{"2", "Sở  Nội vụ", "SNV", "Tỉnh Lâm Đồng"},
		[]string{"3", "UBND phường Xuân Hương - Đà Lạt", "24778"},
		[]string{"4", "Văn phòng Ủy ban nhân dân tỉnh"},
		[]string{},
		[]string{"5", "Câu lạc bộ Hưu trí", "", "", "Tổ chức xã hội"},
		[]string{"6", "Đặc khu Phú Quý"},
	)
	province := list[0].Version
	province.InFull(Version{})
	got := [][]string{}
	for _, x := range list {
		v := x.Version
		v.InFull(province)
		got = append(got, []string{v.Name, v.Official, v.Short, v.Type, v.Group, v.Place, x.Parent})
	}
	want := [][]string{
		{"Tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng", "UBND tỉnh Lâm Đồng", "tinh", "lanh_dao", "Lâm Đồng", ""},
		{"Sở Nội vụ", "Sở Nội vụ tỉnh Lâm Đồng", "Sở Nội vụ", "so", "so_ban_nganh", "Lâm Đồng", "Tỉnh Lâm Đồng"},
		{"Phường Xuân Hương - Đà Lạt", "Ủy ban nhân dân phường Xuân Hương - Đà Lạt", "UBND phường Xuân Hương - Đà Lạt", "phuong", "xa_phuong_thi_tran", "Xuân Hương - Đà Lạt", ""},
		{"Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng", "Văn phòng Ủy ban nhân dân tỉnh", "ban_nganh", "so_ban_nganh", "Lâm Đồng", ""},
		{"Câu lạc bộ Hưu trí", "Câu lạc bộ Hưu trí", "Câu lạc bộ Hưu trí", "", "to_chuc_xh", "Lâm Đồng", ""},
		{"Đặc khu Phú Quý", "Ủy ban nhân dân đặc khu Phú Quý", "UBND đặc khu Phú Quý", "dac_khu", "xa_phuong_thi_tran", "Phú Quý", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAListOfPeopleIsNoListOfBodies(t *testing.T) {
	if list, ok := ReadList([]ListRow{{1, []string{"TT", "Họ và tên", "Đơn vị"}}, {2, []string{"1", "Kator Thị Lan", "Sở Y tế"}}}); ok {
		t.Errorf("%+v", list)
	}
}
