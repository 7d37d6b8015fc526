package registry

import (
	"slices"
	"strings"

	"thidua/model/viet"
)

// A province has its bodies in a table of its own: one row a body, under headings in
// whatever words. ListRow is a row of it, Listed what a row says.

// ListRow is a row as the file holds it.
type ListRow struct {
	Row   int // counted from 1 as in the file
	Cells []string
}

// Listed is a body as a list names it.
type Listed struct {
	Row     int
	Version Version
	Parent  string // name or code of the body above it, as written; "" for none
}

// listColumns are the headings of such lists, without tones.
var listColumns = map[string][]string{
	"code":     {"ma", "ma don vi", "ma so", "ma co quan", "ma dinh danh"},
	"name":     {"ten don vi", "don vi", "ten co quan", "co quan", "ten co quan don vi", "co quan don vi", "co quan don vi dia phuong", "ten", "ten goi"},
	"official": {"ten day du"},
	"short":    {"ten thuong goi", "ten viet tat", "ten tat", "ten ngan", "viet tat"},
	"type":     {"loai", "loai don vi", "loai hinh"},
	"group":    {"nhom", "nhom don vi"},
	"parent":   {"co quan cap tren", "don vi cap tren", "truc thuoc", "co quan chu quan", "co quan quan ly", "don vi chu quan"},
	"place":    {"dia danh"},
	"legal":    {"can cu", "quyet dinh thanh lap"},
}

// bodyKinds tell a body's kind and group by how its name begins, the longer first.
var bodyKinds = []struct{ begin, kind, group string }{
	{"thanh tra tinh", "so", "so_ban_nganh"}, {"van phong uy ban nhan dan", "ban_nganh", "so_ban_nganh"}, {"van phong doan dai bieu", "ban_nganh", "so_ban_nganh"},
	{"so", "so", "so_ban_nganh"}, {"ban quan ly", "ban_nganh", "so_ban_nganh"}, {"ban dan toc", "ban_nganh", "so_ban_nganh"},
	{"doan dai bieu quoc hoi", "hdnd", "hdnd"}, {"thuong truc hoi dong nhan dan", "hdnd", "hdnd"}, {"hoi dong nhan dan", "hdnd", "hdnd"},
	{"tinh uy", "dang", "dang"}, {"thanh uy", "dang", "dang"}, {"dang uy", "dang", "dang"}, {"huyen uy", "dang", "dang"}, {"van phong tinh uy", "dang", "dang"},
	{"ban to chuc", "dang", "dang"}, {"ban tuyen giao", "dang", "dang"}, {"ban noi chinh", "dang", "dang"}, {"uy ban kiem tra", "dang", "dang"}, {"truong chinh tri", "dang", "dang"},
	{"uy ban mat tran", "mttq", "mttq"}, {"mat tran to quoc", "mttq", "mttq"},
	{"lien doan lao dong", "to_chuc_ctxh", "to_chuc_ctxh"}, {"hoi lien hiep phu nu", "to_chuc_ctxh", "to_chuc_ctxh"}, {"hoi nong dan", "to_chuc_ctxh", "to_chuc_ctxh"},
	{"hoi cuu chien binh", "to_chuc_ctxh", "to_chuc_ctxh"}, {"doan thanh nien", "to_chuc_ctxh", "to_chuc_ctxh"}, {"tinh doan", "to_chuc_ctxh", "to_chuc_ctxh"},
	{"hoi", "to_chuc_xh", "to_chuc_xh"}, {"lien hiep", "to_chuc_xh", "to_chuc_xh"}, {"lien minh", "to_chuc_xh", "to_chuc_xh"},
	{"cong an", "luc_luong_vu_trang", "luc_luong_vu_trang"}, {"bo chi huy", "luc_luong_vu_trang", "luc_luong_vu_trang"}, {"bo doi bien phong", "luc_luong_vu_trang", "luc_luong_vu_trang"},
	{"toa an", "nganh_doc", "nganh_doc"}, {"vien kiem sat", "nganh_doc", "nganh_doc"}, {"cuc", "nganh_doc", "nganh_doc"}, {"kho bac", "nganh_doc", "nganh_doc"},
	{"bao hiem xa hoi", "nganh_doc", "nganh_doc"}, {"ngan hang nha nuoc", "nganh_doc", "nganh_doc"}, {"thue", "nganh_doc", "nganh_doc"}, {"thong ke", "nganh_doc", "nganh_doc"}, {"thi hanh an", "nganh_doc", "nganh_doc"},
	{"tinh", "tinh", "lanh_dao"}, {"huyen", "huyen", "huyen_thanh_pho"}, {"thanh pho", "thanh_pho", "huyen_thanh_pho"}, {"thi xa", "thanh_pho", "huyen_thanh_pho"},
	{"xa", "xa", "xa_phuong_thi_tran"}, {"phuong", "phuong", "xa_phuong_thi_tran"}, {"thi tran", "thi_tran", "xa_phuong_thi_tran"}, {"dac khu", "dac_khu", "xa_phuong_thi_tran"},
	{"cong ty", "doanh_nghiep", "doanh_nghiep"}, {"tong cong ty", "doanh_nghiep", "doanh_nghiep"}, {"tap doan", "doanh_nghiep", "doanh_nghiep"},
	{"truong", "don_vi_su_nghiep", "don_vi_su_nghiep"}, {"benh vien", "don_vi_su_nghiep", "don_vi_su_nghiep"}, {"trung tam", "don_vi_su_nghiep", "don_vi_su_nghiep"},
	{"dai phat thanh", "don_vi_su_nghiep", "don_vi_su_nghiep"}, {"bao va phat thanh", "don_vi_su_nghiep", "don_vi_su_nghiep"}, {"phong", "phong", "truc_thuoc"},
}

// ReadList reads a list of bodies: the first row with a heading for names is the
// heading; false when there is none. Kind and group that no column gives are told
// from the name, and stay "" when it does not tell.
func ReadList(rows []ListRow) (list []Listed, ok bool) {
	var at map[string]int
	for _, r := range rows {
		if at == nil {
			at = listHeading(r.Cells)
			continue
		}
		cell := func(field string) string {
			if i, there := at[field]; there && i < len(r.Cells) {
				return viet.Clean(r.Cells[i])
			}
			return ""
		}
		v := Version{Code: cell("code"), Name: cell("name"), Official: cell("official"), Short: cell("short"), Place: cell("place"), Legal: cell("legal"),
			Type: coded(TypeNames, cell("type")), Group: coded(GroupNames, cell("group"))}
		if v.Name == "" || strings.Trim(v.Name, "0123456789() ") == "" { // a blank line, the numbers of the columns
			continue
		}
		if area, cut := cutPrefixFold(v.Name, "ubnd ", "uy ban nhan dan "); cut {
			v.Name = viet.FirstCapital(area)
		}
		kind, group := kindOf(v.Name)
		if v.Type == "" {
			v.Type = kind
		}
		if v.Group == "" {
			v.Group = group
		}
		list = append(list, Listed{Row: r.Row, Version: v, Parent: cell("parent")})
	}
	return list, at != nil
}

// peopleHeads are headings of a list of people, whose bodies are no list of their own.
var peopleHeads = []string{"ho va ten", "ho ten", "ngay sinh", "chuc vu", "hinh thuc khen thuong", "hinh thuc de nghi khen thuong"}

// listHeading finds the columns of a heading row, nil when it names no bodies.
func listHeading(cells []string) map[string]int {
	at := map[string]int{}
	for i, c := range cells {
		head := strings.Join(strings.Fields(strings.NewReplacer(",", " ", "/", " ").Replace(viet.Fold(c))), " ")
		if slices.Contains(peopleHeads, head) {
			return nil
		}
		for field, heads := range listColumns {
			if _, taken := at[field]; !taken && slices.Contains(heads, head) {
				at[field] = i
			}
		}
	}
	if _, ok := at["name"]; !ok {
		return nil
	}
	return at
}

// coded gives the code of a name of a list, or of the code itself.
func coded(names []Name, text string) string {
	for _, n := range names {
		if text != "" && (n.Code == text || viet.Fold(n.Name) == viet.Fold(text)) {
			return n.Code
		}
	}
	return ""
}

func kindOf(name string) (kind, group string) {
	folded, best := viet.Fold(name)+" ", 0
	for _, k := range bodyKinds {
		if strings.HasPrefix(folded, k.begin+" ") && len(k.begin) > best {
			kind, group, best = k.kind, k.group, len(k.begin)
		}
	}
	return kind, group
}

// cutPrefixFold cuts a beginning written with or without tones; every letter of it
// is one letter of the text.
func cutPrefixFold(text string, begins ...string) (rest string, ok bool) {
	letters := []rune(text)
	for _, b := range begins {
		if n := len(b); len(letters) > n && viet.Fold(string(letters[:n]))+" " == b {
			return string(letters[n:]), true
		}
	}
	return text, false
}

// InFull fills in what a list leaves out and its kind tells: the name a decision
// prints, the one everybody says, the place. province is the province's version.
func (v *Version) InFull(province Version) {
	first, rest, _ := strings.Cut(v.Name, " ")
	low := strings.ToLower(first) + " " + rest // xã Ninh Hải
	area := slices.Contains([]string{"tinh", "huyen", "thanh_pho", "xa", "phuong", "thi_tran", "dac_khu"}, v.Type)
	switch {
	case v.Official != "":
	case area:
		v.Official = "Ủy ban nhân dân " + low
	case province.Place != "" && (v.Type == "so" || v.Type == "ban_nganh") && !strings.Contains(viet.Fold(v.Name), viet.Fold(province.Place)):
		v.Official = strings.TrimSuffix(v.Name, " tỉnh") + " tỉnh " + province.Place
	default:
		v.Official = v.Name
	}
	if v.Short == "" {
		v.Short = v.Name
		if area {
			v.Short = "UBND " + low
		}
	}
	if v.Place == "" {
		v.Place = province.Place
		if area {
			v.Place, _ = cutPrefixFold(v.Name, "tinh ", "huyen ", "thanh pho ", "thi xa ", "xa ", "phuong ", "thi tran ", "dac khu ")
		}
	}
}
