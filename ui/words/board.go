package words

// The board of dossiers.
const (
	RouteBoard = "tien-do"
	AreaBoard  = "Tiến độ"

	BoardAllMoves  = "Mọi phong trào"
	BoardAllGroups = "Mọi nhóm đơn vị"
	BoardAllAwards = "Mọi hình thức"
	BoardOutside   = "Ngoài danh mục đơn vị"

	BoardPrint   = "In bảng…"
	BoardAll     = "Hồ sơ đang xử lý"
	BoardAllNote = "của {0} đơn vị"
	BoardLate    = "Quá hạn"
	BoardLateTx  = "bước đang giữ quá hạn"
	BoardSoon    = "Sắp đến hạn"
	BoardSoonTx  = "trong {0} ngày làm việc"
	BoardShort   = "Thiếu giấy tờ"
	BoardShortTx = "đã xem, phải bổ sung"
	BoardUnseen  = "Chưa xem giấy tờ"
	BoardSeeTx   = "còn giấy chưa xem"
	BoardAsked   = "Chờ xác nhận"
	BoardAskedTx = "cơ quan khác chưa trả lời"

	BoardUnit    = "Đơn vị"
	BoardWho     = "Đang ở"
	BoardLeft    = "Còn lại"
	BoardPast    = "quá {0} ngày"
	BoardDays    = "còn {0} ngày"
	BoardOf      = "{0} · {1}"
	BoardOver    = "Dừng"
	BoardLess    = "Thiếu"
	BoardNotSeen = "Chưa xem"
	BoardN       = "{0} {1}"

	BoardCount   = "Hồ sơ"
	BoardStep    = "Bước của quy trình"
	BoardWhat    = "Giấy tờ, xác nhận"
	BoardKind    = "Phải làm"
	BoardQuota   = "{0}: {1}/{2}"
	BoardNone    = "Chưa có hồ sơ nào"
	BoardNoneTx  = "Không có đơn vị nào có hồ sơ khớp với các điều kiện đang chọn. Hãy bỏ lọc, hoặc nhập danh sách đơn vị gửi đến."
	BoardPick    = "Chọn một đơn vị"
	BoardPickTx  = "Số ngày là ngày làm việc. Bấm vào con số để mở danh sách hồ sơ đứng sau nó. Chọn một dòng để xem việc của từng bước và còn thiếu gì."
	BoardNothing = "Không có việc nào đang chờ"
	BoardFull    = "Không thiếu gì"
)

// BoardStages are the stages as the columns of the board name them.
var BoardStages = map[string]string{
	"received": "Nhận", "appraising": "Thẩm định", "supplement": "Bổ sung", "appraised": "Chờ HĐ", "passed": "HĐ qua", "submitted": "Đã trình", "decided": "Đã khen",
}

// BoardLackKinds say what is to be done about what is missing.
var BoardLackKinds = map[string]string{"thieu": "Yêu cầu bổ sung", "chua_xem": "Xem giấy tờ", "cho": "Đôn đốc trả lời"}
