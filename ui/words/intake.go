package words

// The intake page: files that came in.
const (
	IntakeChoose    = "Chọn tệp…"
	IntakeFor       = "Phong trào"
	IntakeFrom      = "Đơn vị gửi"
	IntakeFromAuto  = "Tự nhận ra từ tệp"
	IntakeKinds     = "Danh sách của đơn vị (xlsx, xls, ods, csv, txt, html, docx)"
	IntakeReading   = "Đang đọc {0}"
	IntakeNone      = "Chưa có tệp nào"
	IntakeNoneText  = "Chọn tệp danh sách đơn vị gửi đến, hoặc thả tệp vào cửa sổ. Không cần sửa tệp trước: mẫu nào cũng được, phông chữ cũ cũng đọc được. Chưa có gì trở thành hồ sơ cho đến khi bấm nhận."
	IntakeNoMove    = "Chưa có phong trào"
	IntakeNoMoveTxt = "Hãy tạo phong trào trước, rồi nhập danh sách đề nghị của phong trào đó."
	IntakeStaged    = "Đã đưa {0} vào bảng chờ: {1} dòng."
	IntakeKnown     = "Tệp {0} đã được nhập trước đây; không có gì thay đổi."

	BatchFile     = "Tệp"
	BatchAt       = "Nhận lúc"
	BatchSender   = "Đơn vị gửi"
	BatchMovement = "Phong trào"
	BatchRows     = "Số dòng"
	BatchErrors   = "Có lỗi"
	BatchWarnings = "Cần xem"
	BatchState    = "Tình trạng"
	BatchOfficer  = "Cán bộ"
)

// The review of one file.
const (
	ReviewAccept    = "Nhận {0} dòng thành hồ sơ"
	ReviewUpdate    = "Bổ sung {0} hồ sơ đã có"
	ReviewBoth      = "Nhận {0} dòng, bổ sung {1} hồ sơ"
	ReviewUpdates   = "{0} dòng bổ sung vào hồ sơ đã có; {1} dòng không làm thay đổi gì."
	ReviewOver      = "Ghi đè cả ô đã có"
	ReviewChanged   = " Đã bổ sung {0} hồ sơ; {1} hồ sơ đã có và giữ nguyên."
	ReviewReplyOwn  = "Tệp của đơn vị, thêm cột “Cần sửa”…"
	ReviewReplyForm = "Mẫu của Sở, có sẵn các dòng cần sửa…"
	ReviewFormName  = "{0} - mẫu sửa.xlsx"
	ReviewFormDone  = "Đã lập {0}; đơn vị sửa trong mẫu này rồi gửi lại, các dòng tự về đúng hồ sơ."
	IntakeTemplate  = "Mẫu gửi đơn vị…"
	IntakeTemplName = "Mẫu danh sách đề nghị khen thưởng{0}.xlsx"
	IntakeTemplDone = "Đã lập {0}, có danh sách chọn đơn vị, hình thức và đối tượng."
	ReviewNothing   = "Không còn dòng nào để nhận"
	ReviewReply     = "Trả đơn vị…"
	ReviewReplyName = "{0} - cần sửa{1}"
	ReviewReplied   = "Đã ghi {0}, có thêm cột “Cần sửa”."
	ReviewTakeBack  = "Rút lại…"
	ReviewTakeAsk   = "Rút lại toàn bộ tệp {0}? Các hồ sơ nhập từ tệp này được lấy ra, những gì có từ trước vẫn còn nguyên. Tệp gốc vẫn được giữ."
	ReviewTaken     = "Đã rút lại tệp {0}."
	ReviewDossiers  = "Xem hồ sơ"
	ReviewColumns   = "Cột…"
	ReviewUse       = "Dùng cột {0} “{1}”"
	ReviewAsk       = "Nhận {0} dòng của {1} thành hồ sơ của phong trào “{2}”? Cả lần nhận là một việc, có thể hoàn tác."
	ReviewRest      = "{0} dòng có lỗi hoặc bị bỏ ra được giữ lại trong bảng chờ để sửa sau."
	ReviewAccepted  = "Đã nhận {0} dòng thành hồ sơ ({1} đối tượng mới); còn lại {2} dòng."
	ReviewWorking   = "Đang nhận danh sách"
	ReviewAgain     = "Đang đọc lại tệp"

	ReviewSummary = "{0} dòng: {1} đạt, {2} cần xem, {3} có lỗi"
	ReviewFormat  = "Dạng tệp {0}, bảng mã {1}"
	ReviewTables  = "{0} bảng"
	ReviewMore    = "… và {0} điều khác; xem lại từng bảng của tệp."
	ReviewSkipped = "bỏ qua {0} dòng không phải đối tượng"
	ReviewSender  = "Đơn vị gửi: {0}"
	ReviewUnknown = "chưa rõ"
	ReviewPaper   = "Kèm theo {0} ngày {1}"

	ReviewAll      = "Tất cả các dòng"
	ReviewOnlyBad  = "Dòng có lỗi"
	ReviewOnlyWarn = "Dòng cần xem"
	ReviewOnlyGood = "Dòng đạt"
	ReviewLeft     = "Dòng bỏ ra"
	ReviewExists   = "Đã có hồ sơ"
	ReviewGroups   = "Việc cần làm"
	ReviewGroupN   = "Số dòng"
	ReviewSearch   = "Tìm trong tệp (Ctrl+F)"
	ReviewNoRows   = "Không có dòng nào"
	ReviewNoRowsTx = "Không có dòng nào thuộc mục đang chọn."

	RowNo      = "Dòng"
	RowName    = "Họ và tên, tên tập thể"
	RowKind    = "Đối tượng"
	RowUnit    = "Đơn vị"
	RowAward   = "Hình thức"
	RowBirth   = "Ngày sinh"
	RowID      = "Số định danh"
	RowPost    = "Chức vụ"
	RowState   = "Kết quả"
	RowIssue   = "Vấn đề"
	RowOut     = "Bỏ ra"
	RowTaken   = "Đã nhận"
	RowUpdates = "Bổ sung"
	RowSame    = "Đã có"
	RowGender  = "Giới tính"
	RowEthnic  = "Dân tộc"
	RowReason  = "Thành tích"

	MendRaw       = "Trong tệp (dòng {0}{1})"
	MendOn        = ", trang {0}"
	MendFont      = "phông {0}"
	MendRead      = "Được hiểu là"
	MendNoRow     = "Chọn một dòng để xem ô gốc trong tệp bên cạnh nội dung được hiểu, và sửa tại chỗ."
	MendSave      = "Ghi sửa đổi"
	MendLeave     = "Bỏ dòng này ra"
	MendTake      = "Đưa dòng này vào lại"
	MendUnsaved   = "dòng {0} của tệp {1}"
	MendSeen      = "Đã xem, đúng"
	MendSeenAll   = "Đã xem {0} dòng, đều đúng"
	MendUnit      = "Chọn đơn vị cho {0} dòng…"
	MendUnitTitle = "“{0}” là đơn vị nào?"
	MendUnitNone  = "Không phải đơn vị nào trong danh mục"
	MendAward     = "Chọn hình thức cho {0} dòng…"
	MendAwdTitle  = "“{0}” là hình thức nào?"
	MendKind      = "Là {0}"
	MendPerson    = "Là người này: {0}"
	MendNewPerson = "Là người mới"
	MendNotSame   = "Không phải trùng"
	MendDayFirst  = "Cột ghi ngày trước tháng"
	MendMonFirst  = "Cột ghi tháng trước ngày"
	MendScore     = "khớp {0}%"
	MendEnded     = "kết thúc {0}"
	MendExists    = "Hồ sơ đã có"
	MendOld       = "Đang có"
	MendNew       = "Trong tệp"
	MendField     = "Nội dung"
	MendApplied   = "Ghi"
	MendApplies   = "ghi vào hồ sơ"
	MendKeeps     = "giữ nguyên"
	MendIsNew     = "Không phải hồ sơ này, nhận mới"
	MendIsOld     = "Là hồ sơ số {0}"
	MendApart     = "Là hồ sơ mới"
	MendOpenOld   = "Mở hồ sơ đã có"
	MendDone      = "Đã ghi: {0}."

	ActOver    = "ghi đè ô đã có"
	ActFill    = "chỉ bổ sung ô trống"
	ActWrite   = "dòng {0}: ghi {1}"
	ActKeep    = "dòng {0}: giữ {1}"
	ActSame    = "dòng {0} là hồ sơ số {1}"
	ActApart   = "dòng {0} là hồ sơ mới"
	ActCell    = "sửa dòng {0}"
	ActUnit    = "“{0}” là {1}"
	ActNoUnit  = "“{0}” không có trong danh mục"
	ActAward   = "“{0}” là {1}"
	ActKind    = "dòng {0} là {1}"
	ActPerson  = "dòng {0} là {1}"
	ActNew     = "dòng {0} là người mới"
	ActNotSame = "dòng {0} và dòng {1} không phải một"
	ActLeave   = "bỏ dòng {0} ra"
	ActTake    = "đưa dòng {0} vào lại"
	ActSeen    = "đã xem {0} điểm"
	ActColumns = "chọn lại cột"
	ActOrder   = "thứ tự ngày tháng của cột {0}"

	ColumnsTitle = "Cột của tệp {0}"
	ColumnsText  = "Chọn nội dung của từng cột. Lựa chọn được nhớ cho các tệp sau của đơn vị này."
	ColumnHead   = "{0} (cột {1})"
)

// Encodings and results of rows are said in words.
var (
	Encodings  = map[string]string{"unicode": "Unicode", "tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "windows-1258", "mixed": "lẫn nhiều bảng mã", "": "không rõ"}
	RowResults = map[string]string{"error": "Có lỗi", "warning": "Cần xem", "": "Đạt"}
)

// Fields names what a column can hold, in the order the choice lists them.
var Fields = [][2]string{
	{"ordinal", "Số thứ tự"}, {"name", "Họ và tên, tên đối tượng"}, {"family", "Họ và tên đệm"}, {"given", "Tên"}, {"collective", "Tên tập thể"},
	{"household", "Tên hộ gia đình"}, {"form", "Ông/Bà, cách xưng"}, {"honorific", "Cấp bậc, học vị"}, {"gender", "Giới tính"},
	{"gender_male", "Đánh dấu Nam"}, {"gender_female", "Đánh dấu Nữ"}, {"birth_date", "Ngày sinh"}, {"birth_male", "Ngày sinh (Nam)"},
	{"birth_female", "Ngày sinh (Nữ)"}, {"birth_day", "Ngày"}, {"birth_month", "Tháng"}, {"birth_year", "Năm sinh"}, {"ethnicity", "Dân tộc"},
	{"id_number", "Số định danh"}, {"position", "Chức vụ"}, {"subunit", "Phòng, ban, tổ"}, {"unit", "Đơn vị"}, {"position_unit", "Chức vụ, đơn vị"},
	{"award", "Hình thức khen thưởng"}, {"title", "Danh hiệu thi đua"}, {"award_code", "Mã hình thức"}, {"title_code", "Mã danh hiệu"},
	{"award_mark", "Đánh dấu hình thức"}, {"achievement", "Thành tích"}, {"kind", "Loại đối tượng"}, {"kind_mark", "Đánh dấu loại đối tượng"},
	{"address", "Địa chỉ"}, {"class", "Phân loại"}, {"class_code", "Mã phân loại"}, {"note", "Ghi chú"}, {"key", "Khóa của mẫu"},
	{"other", "Không dùng cột này"}, {"", "Chưa nhận ra"},
}

// FieldLabel names one of them.
func FieldLabel(code string) string {
	for _, f := range Fields {
		if f[0] == code {
			return f[1]
		}
	}
	return code
}

// Kinds are the kinds of nominee.
var Kinds = map[string]string{"individual": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
