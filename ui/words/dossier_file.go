package words

// The papers of a dossier and what other bodies say about it.
const (
	DossierTabPapers  = "Giấy tờ"
	DossierTabConfirm = "Xác nhận"

	PaperState      = "Tình trạng"
	PaperName       = "Giấy tờ"
	PaperOriginals  = "Bản chính"
	PaperCopies     = "Bản sao"
	PaperFile       = "Tệp"
	PaperShared     = "{0} (chung cả tờ trình)"
	PaperIfAny      = "{0} (nếu có)"
	PaperFewer      = "Chưa đủ bản"
	PaperWhole      = "Đủ"
	PaperLacking    = "Còn thiếu…"
	PaperOther      = "Không đúng loại…"
	PaperMore       = "Khác"
	PaperAttach     = "Đính kèm tệp…"
	PaperAttaching  = "Đang cất tệp"
	PaperOpen       = "Mở tệp"
	PaperCounts     = "Ghi số bản…"
	PaperUnseen     = "Bỏ dấu đã xem"
	PaperReceipt    = "In phiếu tiếp nhận"
	PaperAsk        = "In công văn yêu cầu bổ sung"
	PaperNote       = "Thiếu gì, là giấy gì"
	PaperNoteHint   = "Nội dung này in vào công văn yêu cầu bổ sung gửi đơn vị."
	PaperWanted     = "phải có {0}"
	PaperBy         = "Đã xem"
	PaperSeen       = "{0}, {1}"
	PaperFiles      = "Giấy tờ, bản chụp"
	PaperNoFile     = "Chưa đính kèm tệp"
	PaperSeeAll     = "Giấy tờ đã xem đủ…"
	PaperSeeN       = "Đã xem đủ giấy tờ của {0} hồ sơ"
	PaperSeeHint    = "Giấy đã ghi còn thiếu hoặc không đúng loại thì giữ nguyên."
	PaperEvery      = "Mọi giấy tờ bắt buộc"
	PaperSaved      = "Đã ghi tình trạng {0} giấy tờ."
	PaperKept       = "Đã cất tệp {0} vào hồ sơ và đọc nội dung để đối chiếu."
	PaperKeptUnread = "Đã cất tệp {0} vào hồ sơ: {1}."
	PaperCompared   = "Đối chiếu"
	PaperRead       = "đã đọc nội dung tệp"
	PaperTyped      = "theo nội dung gõ vào; tệp {0}"

	ConfirmBody     = "Cơ quan"
	ConfirmResult   = "Kết quả"
	ConfirmUntil    = "Hiệu lực đến"
	ConfirmAsked    = "Ngày hỏi"
	ConfirmNumber   = "Công văn hỏi"
	ConfirmAnswered = "Ngày trả lời"
	ConfirmAnswer   = "Công văn trả lời"
	ConfirmNote     = "Nội dung"
	ConfirmNone     = "Chưa hỏi cơ quan nào"
	ConfirmNoneTx   = "Bấm “Hỏi cơ quan…” để ghi việc hỏi; chọn nhiều hồ sơ rồi hỏi một lần thì in chung một công văn kèm danh sách."
	ConfirmAsk      = "Hỏi cơ quan…"
	ConfirmAskN     = "Hỏi cơ quan về {0} hồ sơ"
	ConfirmEnter    = "Nhập trả lời…"
	ConfirmEnterN   = "Nhập trả lời cho {0} hồ sơ"
	ConfirmLetter   = "In công văn đề nghị xác nhận"
	ConfirmScan     = "Mở văn bản trả lời"
	ConfirmScanOf   = "Văn bản trả lời"
	ConfirmScanFile = "tra-loi-xac-nhan"
	ConfirmNoScan   = "Chưa đính kèm văn bản trả lời."
	ConfirmPick     = "Chọn tệp…"
	ConfirmBlank    = "Để trống nếu chưa có số."
	ConfirmNoteTx   = "Bắt buộc khi cơ quan có ý kiến hoặc không đồng ý."
	ConfirmForever  = "Để trống nếu văn bản không nêu thời hạn."
	ConfirmWaits    = "Chờ trả lời"
	ConfirmLapsed   = "Hết giá trị"
	ConfirmDone     = "Đã ghi hỏi {0} về {1} hồ sơ."
	ConfirmSaved    = "Đã nhập trả lời của {0} cho {1} hồ sơ."
)

// ConfirmResults are the answers of other bodies, in a word.
var ConfirmResults = map[string]string{"dong_y": "Đồng ý", "co_y_kien": "Có ý kiến", "khong_dong_y": "Không đồng ý"}

// What can be done with dossiers besides handing them on.
const (
	MoveRecall      = "Thu lại…"
	MoveRecallAsk   = "Thu lại {0}"
	MoveRecalled    = "Đã thu lại {0}."
	MoveAppraised   = "Đã thẩm định: {0} hồ sơ đạt, chuyển ra Hội đồng; {1} hồ sơ còn vướng, giữ lại."
	MoveOneMovement = "Hãy chọn hồ sơ của cùng một phong trào để thẩm định."
	MoveHeld        = "Còn vướng, chưa chuyển ra Hội đồng"
	MoveHeldLine    = "{0}: {1}"
	MoveHeldMore    = "… và {0} hồ sơ khác"
	MoveOther       = "Việc khác"
	MoveSendUp      = "Khen cao…"
	MoveSendUpAsk   = "Đề nghị hình thức cao hơn cho {0}"
	MoveSendUpTx    = "Lập hồ sơ mới theo quy trình của hình thức cao hơn; hồ sơ đang có giữ nguyên."
	MoveSentUp      = "Đã lập {0} hồ sơ khen cao."

	DossierPack     = "Cả bộ hồ sơ, một lệnh in"
	DossierPackOf   = "Cả bộ của {0} hồ sơ, mỗi hồ sơ một lệnh in"
	DossierPackMade = "Đã gửi {0} bộ hồ sơ, {1} trang tới máy in {2}."
	DossierPacking  = "Đang in bộ hồ sơ"
	DossierPackSave = "Lưu cả bộ thành PDF…"
	DossierPackKept = "Đã lưu bộ hồ sơ vào {0}."
	DossierPackName = "Bộ hồ sơ {0}.pdf"

	DossierGroundPick = "Chọn tiêu chuẩn"
	DossierGroundHint = "Gõ điều, khoản hoặc chữ trong tiêu chuẩn"
	DossierGroundNone = "Chưa chọn tiêu chuẩn"
)

// DossierForms are the papers of one dossier, as the print menu lists them.
var DossierForms = [][2]string{
	{"tom-tat", "Tóm tắt thành tích"}, {"bao-cao-thanh-tich", "Báo cáo thành tích"}, {"phieu-tham-dinh", "Phiếu thẩm định"},
	{"phieu-tiep-nhan", "Phiếu tiếp nhận hồ sơ"}, {"cong-van-bo-sung", "Công văn yêu cầu bổ sung"},
}
