package words

// The page of the log.
const (
	AreaLog  = "Nhật ký"
	RouteLog = "nhat-ky"

	LogSearch   = "Tìm trong việc đã làm (Ctrl+F)"
	LogOfficers = "Mọi cán bộ"
	LogFrom     = "Từ ngày"
	LogTo       = "đến"
	LogCount    = "{0} việc"
	LogNewest   = "{0} việc, mới nhất"
	LogMore     = "Đọc thêm việc cũ hơn"
	LogVerify   = "Kiểm tra chuỗi nhật ký"
	LogNone     = "Không có việc nào"
	LogNoneText = "Không có việc nào khớp với các điều kiện đang chọn."
	LogPick     = "Chọn một việc"
	LogPickText = "Chọn một dòng để xem đã đổi những gì, trước và sau; việc còn hiệu lực có thể hoàn tác."

	LogTime    = "Lúc"
	LogOfficer = "Cán bộ"
	LogWhat    = "Việc"
	LogState   = "Trạng thái"
	LogUndone  = "Đã hoàn tác"
	LogUndoes  = "Việc hoàn tác"

	LogUndo      = "Hoàn tác việc này…"
	LogUndoAsk   = "Lấy lại: {0}?\n\nDữ liệu trở về như trước lúc {1}. Nếu việc làm sau đó dựa vào việc này, chương trình báo và không đổi gì."
	LogUndoneBy  = "Đã được lấy lại ở dòng {0}."
	LogTakesBack = "Lấy lại việc ở dòng {0}."
	LogUndoDone  = "Đã hoàn tác: {0}"
	LogNumber    = "Dòng số"
	LogChanges   = "Những gì đã đổi ({0})"
	LogNothing   = "Không có thay đổi nào được ghi"

	LogRecord = "Mục"
	LogField  = "Ô"
	LogBefore = "Trước"
	LogAfter  = "Sau"
	LogMade   = "{0} (thêm mới)"
	LogGone   = "{0} (bỏ đi)"
	LogNth    = "{0} số {1}"
	LogNamed  = "{0}: {1}"
	LogYes    = "có"
	LogNo     = "không"
	LogOpen   = "Mở {0}"

	LogChainGood  = "Nhật ký nguyên vẹn: {0} dòng, nối liền nhau từ dòng đầu; dữ liệu và tệp đính kèm đều khớp."
	LogChainTitle = "Kiểm tra nhật ký và dữ liệu"
)

// Nouns are what the tables of the data hold, as the log and the search box call it.
var Nouns = map[string]string{
	"unit": "Đơn vị", "event": "Biến động đơn vị", "nominee": "Người, tập thể", "not_same": "Xác nhận không trùng", "award": "Hình thức khen thưởng",
	"standard": "Tiêu chuẩn", "rule_set": "Bộ quy định", "coefficient": "Hệ số tiền thưởng", "salary": "Lương cơ sở", "record": "Sổ khen thưởng",
	"movement": "Phong trào", "road": "Quy trình", "submission": "Tờ trình của đơn vị", "dossier": "Hồ sơ", "decision": "Quyết định",
	"batch": "Tệp nhập", "mapping": "Tên cột đã nhớ", "setting": "Thiết đặt", "printing": "Văn bản in", "confirmation": "Xác nhận của cơ quan",
	"matter": "Vụ việc", "initiative": "Sáng kiến", "overrule": "Bỏ qua cảnh báo", "council": "Hội đồng", "vote_rule": "Quy định biểu quyết",
	"session": "Phiên họp", "requirement": "Thành phần hồ sơ", "paper": "Giấy tờ", "handing": "Trao tặng", "booking": "Thu chi quỹ",
	"unit_plan": "Kế hoạch của đơn vị", "cluster": "Cụm, khối thi đua", "watch": "Phân công theo dõi", "visit": "Kiểm tra, đôn đốc",
	"criteria_set": "Bộ tiêu chí", "score_sheet": "Phiếu chấm điểm", "ranking": "Xếp hạng", "report": "Báo cáo", "exemplar": "Điển hình",
	"petition": "Kiến nghị", "reminder": "Đôn đốc", "summary": "Tổng hợp", "filing": "Hồ sơ lưu",
}

// Noun is what a table holds, in words; the table's name when nobody gave one.
func Noun(table string) string {
	if w, ok := Nouns[table]; ok {
		return w
	}
	return table
}

// LogColumns are the fields of the tables in words; what is not here is shown
// under its own name.
var LogColumns = map[string]string{
	"code": "Mã", "name": "Tên", "full_title": "Tên đầy đủ", "short": "Tên ngắn", "title": "Tên", "kind": "Đối tượng", "class": "Phân loại", "level": "Cấp",
	"kinds": "Đối tượng được tặng", "decider": "Thẩm quyền", "basis": "Căn cứ", "aliases": "Cách viết khác", "place": "Thứ tự", "valid_from": "Từ ngày",
	"valid_to": "Đến trước ngày", "award": "Hình thức", "ground": "Tiêu chuẩn", "text": "Nội dung", "way": "Loại hình", "source": "Căn cứ", "confirmed": "Đã đối chiếu",
	"hundredths": "Hệ số (phần trăm)", "amount": "Số tiền", "nominee": "Người, tập thể số", "unit": "Đơn vị số", "year": "Năm", "decision": "Quyết định số",
	"number": "Số", "day": "Ngày", "movement": "Phong trào", "reason": "Lý do, thành tích", "post": "Chức vụ", "unit_text": "Đơn vị ghi trên giấy", "golden_book": "Số sổ vàng",
	"revoked": "Ngày hủy bỏ", "revoked_by": "Hủy bỏ theo", "note": "Ghi chú", "launcher": "Người phát động", "host": "Cơ quan chủ trì", "scope": "Phạm vi", "status": "Trạng thái",
	"contents": "Nội dung", "criteria": "Tiêu chí", "awards": "Hình thức khen", "duty": "Chế độ báo cáo", "tasks": "Phân công", "stage": "Giai đoạn", "stage_since": "Ở giai đoạn từ",
	"position": "Chức vụ", "gender": "Giới tính", "birth": "Ngày sinh", "ethnicity": "Dân tộc", "id_number": "Số định danh", "address": "Địa chỉ", "honorific": "Cấp bậc, học vị",
	"achievement": "Thành tích", "received": "Ngày nhận", "first_received": "Nhận lần đầu", "appraisal_from": "Thẩm định từ", "submission": "Tờ trình số", "batch": "Tệp số", "row_no": "Dòng trong tệp",
	"returns": "Số lần trả lại", "signer": "Người ký", "issued": "Đã ban hành", "items": "Danh sách", "value": "Giá trị", "skey": "Tên thiết đặt", "versions": "Các giai đoạn", "parent": "Cấp trên",
	"members": "Thành viên", "founded": "Quyết định thành lập", "council": "Hội đồng số", "agenda": "Chương trình", "attendance": "Điểm danh", "rounds": "Các lượt bỏ phiếu", "closed": "Ngày chốt",
	"presider": "Chủ trì", "clerk": "Thư ký", "begun": "Bắt đầu", "ended": "Kết thúc", "opinions": "Ý kiến", "dissent": "Ý kiến khác", "chosen": "Chủ tịch chọn", "places": "Số suất", "standing": "Chỉ Thường trực",
	"state": "Trạng thái", "file": "Tệp", "form": "Mẫu văn bản", "at": "Lúc", "officer": "Cán bộ", "dossier": "Hồ sơ số", "body": "Cơ quan", "asked": "Ngày hỏi", "answered": "Ngày trả lời",
	"result": "Kết quả", "until": "Đến ngày", "encoding": "Bảng mã", "format": "Dạng tệp", "sender": "Nơi gửi", "heading": "Tiêu đề cột", "field": "Nội dung", "rule": "Quy tắc", "act": "Tính chất", "scan": "Bản chụp", "notified": "Ngày thông báo",
	"originals": "Bản chính", "copies": "Bản sao", "from_text": "Nguồn", "phases": "Các đợt", "manner": "Loại phong trào", "fund": "Quỹ", "money_in": "Thu", "money_out": "Chi", "record": "Dòng sổ số",
	"steps": "Các bước", "row_count": "Số dòng", "error_count": "Số lỗi", "warning_count": "Số cảnh báo", "legal": "Văn bản", "origin": "Nguồn", "of_decision": "Về quyết định số", "answers": "Câu trả lời khi nhập",
}
