package dossier

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// Matter is something that bars or delays a commendation: a discipline, an
// investigation, an inspection, a complaint, a report in the press (vụ việc). It
// belongs to a nominee, not to one dossier.
type Matter struct {
	ID, Rev int64
	Nominee int64
	Kind    string // code of MatterNames
	Opened  when.Date
	Closed  when.Date // 0 while pending
	// Cleared: the conclusion found no fault; the commendation then goes on.
	Cleared bool
	// Until is the day a discipline ends; achievements count from it.
	Until  when.Date
	Source string // the document that says so
	Note   string
}

// MatterNames are the matters NĐ 152/2025, Điều 4.4 names.
var MatterNames = []registry.Name{
	{Code: "ky_luat", Name: "đang xem xét hoặc thi hành kỷ luật"},
	{Code: "dieu_tra", Name: "đang bị điều tra"},
	{Code: "thanh_tra", Name: "đang thanh tra, kiểm tra có dấu hiệu vi phạm"},
	{Code: "khieu_nai", Name: "đang có khiếu nại, tố cáo chưa kết luận"},
	{Code: "bao_chi", Name: "báo chí nêu tham nhũng, tiêu cực chưa kết luận"},
}

// Pending tells that the matter is open on a day, or that its discipline still runs.
func (m Matter) Pending(day when.Date) bool {
	if m.Opened > day {
		return false
	}
	return m.Closed == 0 || day < m.Closed || (!m.Cleared && day < m.Until)
}
