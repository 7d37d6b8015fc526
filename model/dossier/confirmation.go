package dossier

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// Confirmation is what another body was asked about a dossier and what it
// answered (xác nhận, hiệp y). An answer holds until ValidUntil, or for good when
// that is zero.
type Confirmation struct {
	ID, Rev    int64
	Dossier    int64
	Body       string // code of BodyNames
	Asked      when.Date
	Number     string // số công văn of the question
	Answered   when.Date
	Answer     string // số công văn of the answer
	Result     string // code of ResultNames; "" while not answered
	ValidUntil when.Date
	File       string // hash of the scan in the vault
	Note       string
}

// BodyNames are the bodies a province asks each year, with what about.
var BodyNames = []registry.Name{
	{Code: "cong_an", Name: "Công an tỉnh"},
	{Code: "thue", Name: "Cơ quan thuế"},
	{Code: "bhxh", Name: "Bảo hiểm xã hội"},
	{Code: "thanh_tra", Name: "Thanh tra tỉnh"},
	{Code: "moi_truong", Name: "Sở Nông nghiệp và Môi trường"},
	{Code: "y_te", Name: "Sở Y tế"},
	{Code: "khcn", Name: "Sở Khoa học và Công nghệ"},
	{Code: "noi_vu", Name: "Sở Nội vụ"},
	{Code: ManagingBody, Name: "Ban Thường vụ Tỉnh ủy"},
	{Code: "khac", Name: "Cơ quan khác"},
}

// BodyMatters are what each body is asked about, as the letter says it; a body not
// here is asked about what the officer writes in.
var BodyMatters = []registry.Name{
	{Code: "cong_an", Name: "việc chấp hành pháp luật về an ninh trật tự, phòng cháy và chữa cháy, trật tự an toàn giao thông, phòng, chống tệ nạn xã hội"},
	{Code: "thue", Name: "việc chấp hành chính sách, pháp luật về thuế"},
	{Code: "bhxh", Name: "việc thực hiện nghĩa vụ đóng bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp"},
	{Code: "thanh_tra", Name: "việc thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo liên quan đến tập thể, cá nhân"},
	{Code: "moi_truong", Name: "việc chấp hành pháp luật về đất đai, bảo vệ môi trường"},
	{Code: "y_te", Name: "việc chấp hành pháp luật về y tế, an toàn thực phẩm"},
	{Code: "khcn", Name: "việc công nhận và hiệu quả áp dụng, khả năng nhân rộng của sáng kiến, đề tài"},
	{Code: "noi_vu", Name: "việc kỷ luật cán bộ, công chức, viên chức, cải cách hành chính, an toàn, vệ sinh lao động"},
	{Code: ManagingBody, Name: "ý kiến đối với cán bộ thuộc diện Ban Thường vụ Tỉnh ủy quản lý được đề nghị khen thưởng"},
}

// ManagingBody gives a written opinion on every person it manages.
const ManagingBody = "btv_tinh_uy"

// ResultNames are what a body can answer.
var ResultNames = []registry.Name{
	{Code: Agreed, Name: "Đồng ý, không có vướng mắc"},
	{Code: "co_y_kien", Name: "Có ý kiến"},
	{Code: Objected, Name: "Không đồng ý"},
}

// The answers that need no reading between the lines.
const (
	Agreed   = "dong_y"
	Objected = "khong_dong_y"
)

// Stands tells that the body has agreed and the answer still holds on the day.
func (c Confirmation) Stands(day when.Date) bool {
	return c.Result == Agreed && c.Answered != 0 && (c.ValidUntil == 0 || day <= c.ValidUntil)
}
