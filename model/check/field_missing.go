package check

import (
	"strings"

	"thidua/model/registry"
)

// fieldMissing: what a list or a certificate prints must be there (error); what
// tells two people apart should be (warning).
var fieldMissing = Rule{
	Number: "KT-07", Folder: "field_missing", Title: "Thiếu thông tin",
	Basis: "Luật 06/2022/QH15, Điều 84.1, Điều 84.2", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		var must, should []string
		need := func(l *[]string, missing bool, what string) {
			if missing {
				*l = append(*l, what)
			}
		}
		need(&must, d.Name == "", "họ tên hoặc tên gọi")
		need(&must, d.Award == "", "hình thức đề nghị khen thưởng")
		need(&must, d.Achievement == "", "tóm tắt thành tích")
		noUnit := d.Unit == 0 && d.UnitText == ""
		switch d.Kind {
		case registry.Individual:
			need(&must, noUnit && d.Address == "", "đơn vị công tác hoặc nơi ở")
			need(&should, d.Position == "" && !noUnit, "chức vụ")
			need(&should, d.Gender == "", "giới tính")
			need(&should, d.Birth == 0, "ngày sinh")
			need(&should, d.IDNumber == "", "số định danh")
		case registry.Collective:
			// “Phòng Tổng hợp” says nothing without the body it belongs to.
			need(&must, noUnit, "cơ quan chủ quản")
		case registry.Household:
			need(&must, d.Address == "" && noUnit, "địa chỉ của hộ")
		default:
			need(&must, true, "đối tượng (tập thể, hộ gia đình hoặc cá nhân)")
		}
		if len(must) > 0 {
			r.add(Error, "check.field-missing", "check.field-missing-wanted", strings.Join(must, ", "))
		}
		if len(should) > 0 {
			r.add(Warning, "check.field-unknown", "check.field-unknown-wanted", strings.Join(should, ", "))
		}
	},
}
