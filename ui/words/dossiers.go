package words

// The dossiers page.
const (
	DossiersAllMoves  = "Mọi phong trào"
	DossiersAllAwards = "Mọi hình thức"
	DossiersAllStages = "Mọi giai đoạn"
	DossiersAllKinds  = "Mọi đối tượng"
	DossiersAllUnits  = "Mọi đơn vị"
	DossiersUnitPick  = "Chọn đơn vị"
	DossiersUnitHint  = "Gõ tên hoặc mã đơn vị, không cần dấu"
	DossiersSearch    = "Tìm tên, đơn vị, chức vụ (Ctrl+F)"
	DossiersCount     = "{0} hồ sơ"
	DossiersChosen    = "{0} hồ sơ, đang chọn {1}"
	DossiersNone      = "Không có hồ sơ nào"
	DossiersNoneText  = "Không có hồ sơ nào khớp với các điều kiện đang chọn. Hãy bỏ lọc, hoặc nhập danh sách đơn vị gửi đến."
	DossiersPick      = "Chọn một hồ sơ"
	DossiersPickText  = "Chọn một dòng để xem thông tin, kết quả kiểm tra và lịch sử; giữ Ctrl hoặc Shift để chọn nhiều hồ sơ và chuyển giai đoạn cùng lúc."
	DossiersMany      = "Đang chọn {0} hồ sơ"
	DossiersManyText  = "Các nút ở trên áp dụng cho tất cả hồ sơ đang chọn, thành một việc có thể hoàn tác."
	DossiersNoWay     = "Các hồ sơ đang chọn ở những giai đoạn khác nhau, không có bước chuyển chung."
	DossiersImport    = "Nhập danh sách"

	DossierName     = "Họ và tên, tên tập thể"
	DossierUnit     = "Đơn vị"
	DossierAward    = "Hình thức"
	DossierStage    = "Giai đoạn"
	DossierKind     = "Đối tượng"
	DossierCheck    = "Kiểm tra"
	DossierPost     = "Chức vụ"
	DossierBirth    = "Ngày sinh"
	DossierGender   = "Giới tính"
	DossierEthnic   = "Dân tộc"
	DossierID       = "Số định danh"
	DossierAddress  = "Địa chỉ"
	DossierReason   = "Thành tích"
	DossierGround   = "Tiêu chuẩn áp dụng"
	DossierWay      = "Loại hình"
	DossierClass    = "Phân loại thống kê"
	DossierHonor    = "Cấp bậc, học vị"
	DossierFrom     = "Tờ trình của đơn vị"
	DossierFile     = "Nhập từ tệp"
	DossierRow      = "{0}, dòng {1}"
	DossierReceived = "Ngày nhận"
	DossierYear     = "Năm thành tích"
	DossierYearIs   = "Để trống: năm của ngày nhận; nhận trong tháng 1, tháng 2 là năm trước đó."
	DossierRules    = "Áp dụng quy định tại ngày"
	DossierNote     = "Ghi chú"
	DossierMovement = "Phong trào"
	DossierPaperAs  = "Ghi trên hồ sơ: {0}"

	DossierTabFacts   = "Thông tin"
	DossierTabCheck   = "Kiểm tra"
	DossierTabRoad    = "Quy trình"
	DossierTabHistory = "Lịch sử"
	DossierTabRecords = "Đã khen"
	DossierTabN       = "{0} ({1})"

	DossierLeft   = "còn {0} ngày làm việc"
	DossierLate   = "quá hạn {0} ngày làm việc"
	DossierRoad   = "Quy trình: {0}"
	DossierNoRoad = "Chưa có quy trình cho hình thức này."

	RoadStep   = "Bước"
	RoadHolder = "Cơ quan, bộ phận giữ hồ sơ"
	RoadDays   = "Thời hạn"
	RoadDaysN  = "{0} ngày làm việc"
	RoadBasis  = "Căn cứ"
	RoadState  = "Tình trạng"
	RoadPast   = "Đã qua"
	RoadHere   = "Đang ở đây"
	RoadOther  = "Quy trình khác cho hình thức này: {0}"

	FindSeen      = "Thấy"
	FindWanted    = "Yêu cầu"
	FindBasis     = "Căn cứ"
	FindNone      = "Không có điểm nào cần xem"
	FindNoneText  = "Đã kiểm tra theo quy định có hiệu lực tại ngày hồ sơ được nhận để thẩm định."
	FindOverrule  = "Bỏ qua có lý do…"
	FindOverruled = "Đã bỏ qua ngày {0} ({1}): {2}"
	FindAsk       = "Ghi lý do bỏ qua điểm “{0}”. Lý do và tên cán bộ được lưu vào hồ sơ và in trên phiếu thẩm định."
	FindDone      = "Đã bỏ qua điểm {0} của hồ sơ, có ghi lý do."

	RecordYear   = "Năm"
	RecordAward  = "Hình thức"
	RecordNumber = "Quyết định"
	RecordDate   = "Ngày"
	RecordReason = "Thành tích"
	RecordGolden = "Số sổ vàng"
	RecordNone   = "Chưa có lần khen thưởng nào trong sổ."

	HistoryTime    = "Lúc"
	HistoryOfficer = "Cán bộ"
	HistoryWhat    = "Việc"

	MoveOff        = "Trả lại, bổ sung…"
	MoveReason     = "Lý do"
	MoveReasonHint = "Lý do được lưu vào hồ sơ và in trên văn bản gửi đơn vị."
	MoveAsk        = "Chuyển {0} sang “{1}”"
	MoveMany       = "{0} hồ sơ"
	MoveDone       = "Đã chuyển {0} sang “{1}”."
	MoveTitle      = "Đang chuyển hồ sơ"

	DossierEdit      = "Sửa…"
	DossierPrint     = "In…"
	DossierEditTitle = "Sửa hồ sơ của {0}"
	DossierSaved     = "Đã ghi hồ sơ của {0}."
	DossierAdd       = "Thêm hồ sơ"
	DossierAddTitle  = "Thêm hồ sơ"
	DossierUnitText  = "Đơn vị ghi trên hồ sơ"
)

// MoveTo is what the button of a stage says.
var MoveTo = map[string]string{
	"received": "Tiếp nhận lại", "appraising": "Chuyển thẩm định", "supplement": "Yêu cầu bổ sung…", "appraised": "Thẩm định",
	"passed": "Hội đồng thông qua", "submitted": "Đã trình", "returned": "Trả lại…", "withdrawn": "Đơn vị rút…", "rejected": "Không xét…",
}

// Genders and Severities are said in words.
var (
	Genders    = map[string]string{"male": "Nam", "female": "Nữ"}
	Severities = map[string]string{"error": "Chưa đạt", "warning": "Cần xem", "info": "Lưu ý"}
)
