package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// blankRows is how many rows of a blank template are made ready; a unit with more
// nominees types on below.
const blankRows = 200

// Template writes a list for a unit to fill in: drop-down lists of the units as
// they stand today, of the movement's awards, of kinds and classes, and a hidden
// key in each row, by which the unit's own corrected file finds its rows again.
// unit is the code of the unit it is made for; "" leaves the letterhead open.
func (o *Office) Template(ctx context.Context, movementCode, unit string, w io.Writer) error {
	units, err := o.Registry(ctx)
	if err != nil {
		return err
	}
	var own registry.UnitID
	sender := "Tên cơ quan, đơn vị: "
	if unit != "" {
		found := units.WithCode(unit, o.Today())
		if len(found) == 0 {
			return fault.New(fault.NotFound, "office.no-unit", unit).At("unit")
		}
		own = found[0].ID
		v, _ := found[0].At(o.Today())
		sender = v.Name
	}
	var t blankList
	err = o.read(ctx, func(tx Tx) error {
		m, err := movementOf(ctx, tx, movementCode)
		if err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		t = o.template(m, cat, units, own)
		t.Sender = sender
		// The same template made twice in a moment is the same template.
		sum := sha256.Sum256([]byte(m.Code + "\x00" + unit + "\x00" + o.ports.Clock.Now().UTC().String() + "\x00" + o.officer))
		mark := blankKey + strings.ToUpper(hex.EncodeToString(sum[:5]))
		for i := range blankRows {
			t.Rows = append(t.Rows, t.row(map[intake.Field]string{intake.FieldOrdinal: fmt.Sprint(i + 1), intake.FieldKey: fmt.Sprintf("%s.%d", mark, i+1)}))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return o.ports.Sheets.Template(ctx, w, t.Template)
}

// Correction writes the rows of a file that came in as our template, each with
// its key and what is to be mended, so that the corrected file updates its rows
// instead of making new dossiers. say puts an issue in words.
func (o *Office) Correction(ctx context.Context, id int64, w io.Writer, say func(intake.Issue) string) error {
	b, rows, err := o.Batch(ctx, id)
	if err != nil {
		return err
	}
	units, err := o.Registry(ctx)
	if err != nil {
		return err
	}
	var t blankList
	err = o.read(ctx, func(tx Tx) error {
		m, err := tx.Movements().Get(ctx, b.Movement)
		if err != nil {
			return err
		}
		cat, err := catalogueOf(ctx, tx)
		if err != nil {
			return err
		}
		t = o.template(m, cat, units, b.From)
		t.Sender = b.FromText
		if v, ok := units.Near(b.From, o.Today()); ok {
			t.Sender = v.Name
		}
		t.Lines = append(t.Lines, fmt.Sprintf("(Lập lại từ tệp %s để đơn vị sửa, bổ sung)", b.File))
		at := slices.IndexFunc(t.Columns, func(c intake.TemplateColumn) bool { return c.Field == intake.FieldKey })
		t.Columns = slices.Insert(t.Columns, at, intake.TemplateColumn{Field: intake.FieldOther, Header: correctionHeading, Width: 45, Remark: true})
		keys := rowKeys(b, rows)
		for i, r := range rows {
			f := facts(r, cat, units, o.Today())
			f[intake.FieldOrdinal], f[intake.FieldKey] = fmt.Sprint(i+1), keys[i]
			for _, is := range r.Issues {
				if !forAgency(is) {
					continue
				}
				f[intake.FieldOther] = strings.TrimSpace(f[intake.FieldOther] + " " + say(is))
			}
			t.Rows = append(t.Rows, t.row(f))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return o.ports.Sheets.Template(ctx, w, t.Template)
}

// correctionHeading stands over the remarks in what goes back to an agency.
const correctionHeading = "Cần sửa"

// blankList is a template being filled.
type blankList struct{ intake.Template }

// row puts facts in the order of the columns.
func (t blankList) row(f map[intake.Field]string) []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = f[c.Field]
	}
	return out
}

// Names of the drop-down lists.
const (
	listKinds   = "Loại đối tượng"
	listGenders = "Giới tính"
	listUnits   = "Đơn vị"
	listAwards  = "Hình thức khen thưởng"
	listClasses = "Phân loại đối tượng"
)

// template is the list of a movement without rows; own is the unit it is made
// for, whose name and parts come first among the units.
func (o *Office) template(m movement.Movement, cat *award.Catalogue, units *registry.Book, own registry.UnitID) blankList {
	name := m.Name
	if !strings.HasPrefix(strings.ToLower(name), "phong trào") {
		name = fmt.Sprintf("Phong trào thi đua “%s”", name)
	}
	var kinds, awards, classes []string
	for _, k := range registry.Kinds {
		kinds = append(kinds, kindWord(string(k)))
	}
	for _, g := range m.Awards {
		if a := cat.Name(g.Award); !slices.Contains(awards, a) {
			awards = append(awards, a)
		}
	}
	if len(awards) == 0 { // a movement without awards of its own may end in any
		for _, a := range cat.Awards {
			if a.Holds(o.Today()) {
				awards = append(awards, a.Name)
			}
		}
	}
	for _, c := range registry.ClassNames {
		classes = append(classes, c.Name)
	}
	return blankList{intake.Template{
		Sheet: "Danh sách", Title: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
		Lines: []string{name, "(Kèm theo Tờ trình số …… ngày …… tháng …… năm ……)"},
		Columns: []intake.TemplateColumn{
			{Field: intake.FieldOrdinal, Header: "STT", Width: 6, Centre: true},
			{Field: intake.FieldKind, Header: "Loại đối tượng", Width: 12, List: listKinds, Strict: true},
			{Field: intake.FieldName, Header: "Tên tập thể, hộ gia đình, cá nhân", Width: 28, Hint: "Ghi đầy đủ, có dấu. Cá nhân: họ và tên, không ghi Ông, Bà. Hộ gia đình: họ và tên chủ hộ."},
			{Field: intake.FieldGender, Header: "Giới tính", Width: 8, List: listGenders, Strict: true, Centre: true},
			{Field: intake.FieldBirth, Header: "Ngày, tháng, năm sinh", Width: 13, Centre: true, Hint: "Ghi ngày/tháng/năm, ví dụ 05/03/1980. Chỉ biết năm thì ghi năm."},
			{Field: intake.FieldEthnicity, Header: "Dân tộc", Width: 10},
			{Field: intake.FieldIDNumber, Header: "Số CCCD", Width: 15, Hint: "Đủ 12 chữ số, kể cả số 0 ở đầu."},
			{Field: intake.FieldPosition, Header: "Chức vụ", Width: 18},
			{Field: intake.FieldUnit, Header: "Đơn vị công tác", Width: 26, List: listUnits, Hint: "Chọn trong danh sách; không có thì ghi tên đầy đủ. Tập thể: đơn vị chủ quản."},
			{Field: intake.FieldAddress, Header: "Địa chỉ", Width: 18, Hint: "Hộ gia đình: thôn, khu phố; xã, phường, đặc khu."},
			{Field: intake.FieldAward, Header: "Hình thức đề nghị khen thưởng", Width: 24, List: listAwards, Strict: true},
			{Field: intake.FieldAchievement, Header: "Tóm tắt thành tích", Width: 40},
			{Field: intake.FieldClass, Header: "Phân loại đối tượng", Width: 20, List: listClasses, Strict: true},
			{Field: intake.FieldNote, Header: "Ghi chú", Width: 14},
			{Field: intake.FieldKey, Header: "Khóa dòng", Width: 16, Hidden: true},
		},
		Lists: []intake.TemplateList{{Name: listKinds, Values: kinds}, {Name: listGenders, Values: []string{"Nam", "Nữ"}},
			{Name: listUnits, Values: listedUnits(units, own, o.Today())}, {Name: listAwards, Values: awards}, {Name: listClasses, Values: classes}},
		Guide: guide,
	}}
}

// guide is what stands on the template's second sheet.
var guide = []string{
	"HƯỚNG DẪN ĐIỀN DANH SÁCH",
	"1. Mỗi dòng là một tập thể, hộ gia đình hoặc cá nhân và một hình thức khen thưởng. Không trộn ô, không thêm dòng tiêu đề ở giữa bảng; thiếu dòng thì ghi tiếp xuống dưới.",
	"2. Các ô có mũi tên: bấm mũi tên để chọn (loại đối tượng, giới tính, đơn vị, hình thức, phân loại). Đơn vị không có trong danh sách thì gõ tên đầy đủ.",
	"3. Ngày sinh ghi ngày/tháng/năm, ví dụ 05/03/1980. Số CCCD ghi đủ 12 chữ số. Các ô đã đặt kiểu chữ, Excel không tự đổi ngày và không làm mất số 0 ở đầu.",
	"4. Tên viết đầy đủ, có dấu, dùng bảng mã Unicode, phông Times New Roman.",
	"5. Bảng có một cột ẩn ở cuối để nhận ra từng dòng khi đơn vị gửi lại tệp đã sửa. Không xóa cột này; muốn thêm người thì điền dòng trống, không sao chép đè cả dòng cũ.",
	"6. Khi cơ quan thi đua, khen thưởng gửi lại tệp có cột “Cần sửa”: sửa ngay trên tệp đó rồi gửi lại, các dòng đã nhận được bổ sung, không bị nhập hai lần.",
}

// listedUnits lists the units of a day, the own one and its parts first.
func listedUnits(units *registry.Book, own registry.UnitID, day when.Date) []string {
	var first, rest []string
	for _, u := range units.On(day) {
		if own != 0 && (u.ID == own || u.Parent == own) {
			first = append(first, u.Name)
		} else {
			rest = append(rest, u.Name)
		}
	}
	out := append(first, rest...)
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(n string) bool {
		twice := seen[n]
		seen[n] = true
		return twice
	})
}

// kindWord is a kind as a drop-down list writes it.
func kindWord(kind string) string {
	w := registry.Kind(kind).String()
	if w == "" {
		return ""
	}
	r := []rune(w)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

var genderWords = map[string]string{"male": "Nam", "female": "Nữ"}

// facts are a row's fields as an officer would type them.
func facts(r intake.StagedRow, cat *award.Catalogue, units *registry.Book, day when.Date) map[intake.Field]string {
	f := map[intake.Field]string{
		intake.FieldKind: kindWord(r.Kind), intake.FieldName: strings.TrimSpace(r.Honorific + " " + r.Name), intake.FieldGender: genderWords[r.Gender],
		intake.FieldBirth: r.Birth.Slash(), intake.FieldEthnicity: r.Ethnicity, intake.FieldIDNumber: r.IDNumber, intake.FieldPosition: r.Position,
		intake.FieldUnit: r.Unit, intake.FieldAddress: r.Address, intake.FieldAward: r.AwardText, intake.FieldAchievement: r.Achievement,
		intake.FieldClass: classOf(r.Class), intake.FieldNote: r.Note,
	}
	f[intake.FieldClass] = registry.NameOf(registry.ClassNames, f[intake.FieldClass])
	if r.Award != "" {
		f[intake.FieldAward] = cat.Name(r.Award)
	}
	// The unit's name of today stands in the drop-down list; one that has ended
	// since keeps the words of the sheet.
	if u, ok := units.Unit(r.UnitID); ok {
		if v, ok := u.At(day); ok {
			f[intake.FieldUnit] = v.Name
		}
	}
	return f
}
