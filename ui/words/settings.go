package words

// The settings page.
const (
	AreaSettings  = "Thiết đặt"
	RouteSettings = "thiet-dat"

	SettingsTexts    = "Câu chữ văn bản"
	SettingsAwards   = "Hình thức khen thưởng"
	SettingsRules    = "Bộ quy định"
	SettingsMoney    = "Tiền thưởng"
	SettingsCalendar = "Lịch làm việc"
	SettingsCopies   = "Sao lưu"
	SettingsRoles    = "Vai trò"

	ChooseOne = "Chọn…"
)

// Facts that hold from a day to a day, on every part of the page.
const (
	FactFrom   = "Từ ngày"
	FactLast   = "Đến hết ngày"
	FactLastIs = "Để trống nếu còn áp dụng."
	FactSource = "Căn cứ"
	FactNow    = "Đang áp dụng"
	FactBefore = "Đã hết"
	FactAhead  = "Chưa đến"
)

// The texts of papers.
const (
	TextsPaper     = "Văn bản"
	TextsAll       = "Mọi văn bản"
	TextsShared    = "Dùng chung"
	TextsSearch    = "Tìm trong tên và lời văn (Ctrl+F)"
	TextsDay       = "Lời văn tại ngày"
	TextsDoubtOnly = "Chỉ câu cần xem lại"
	TextsOwnOnly   = "Chỉ câu đã sửa"
	TextsCount     = "{0} câu"
	TextsNone      = "Không có câu nào"
	TextsNoneText  = "Không có câu nào khớp với các điều kiện đang chọn."
	TextsPick      = "Chọn một câu"
	TextsPickText  = "Chọn một câu để xem lời văn đang dùng, căn cứ và các lời văn trước và sau nó. Enter để sửa."

	TextLabel    = "Câu"
	TextText     = "Lời văn"
	TextState    = "Nguồn"
	TextOwn      = "Cơ quan"
	TextShipped  = "Chương trình"
	TextDoubt    = "Cần xem lại"
	TextNothing  = "(không in gì)"
	TextKey      = "Mã câu"
	TextNow      = "Đang dùng"
	TextVersions = "Các lời văn theo thời gian"
	TextPlaces   = "Chỗ điền sẵn"
	TextPlacesIs = "Viết trong dấu { }, chương trình thay bằng số liệu khi in. {ten} in như có, {TEN} in hoa, {Ten} hoa chữ đầu. Đoạn trong dấu [ ] bị bỏ khi thiếu số liệu. **đậm**, __nghiêng__. Mỗi dòng là một đoạn; chỉ ghi dấu - để không in gì."
	TextNowIs    = "{0} = {1}"

	TextEdit      = "Sửa lời văn…"
	TextKeep      = "Đã xem, giữ nguyên"
	TextBack      = "Dùng lại câu của chương trình…"
	TextEditTitle = "Sửa: {0}"
	TextFromIs    = "Văn bản in cho ngày trước đó vẫn giữ lời văn cũ."
	TextSourceIs  = "Văn bản, ý kiến chỉ đạo hoặc lý do sửa."
	TextSaved     = "Đã ghi lời văn “{0}”, dùng từ {1}."
	TextKept      = "Đã xem lại"
	TextBackAsk   = "Từ ngày {0}, “{1}” sẽ được in theo lời văn của chương trình. Văn bản in cho ngày trước đó không đổi."
	TextBackDone  = "Đã dùng lại lời văn của chương trình cho “{0}”."
)

// WordingGroups name the groups of texts that are no paper of their own.
var WordingGroups = map[string]string{"": TextsShared, "cot": "Tên cột của các danh sách", "muc": "Tên mục của các danh sách", "bieu": "Biểu thống kê"}

// The catalogue of awards.
const (
	AwardCode    = "Mã"
	AwardCodeIs  = "Chữ thường không dấu, ví dụ bang_khen_bo. Ghi rồi không đổi được."
	AwardName    = "Tên đầy đủ"
	AwardNameIs  = "Như in trên văn bản."
	AwardShort   = "Tên ngắn"
	AwardClass   = "Loại"
	AwardLevel   = "Cấp"
	AwardKinds   = "Đối tượng"
	AwardDecider = "Thẩm quyền quyết định"
	AwardBasis   = "Căn cứ pháp lý"
	AwardAlias   = "Cách viết khác"
	AwardAliasIs = "Mỗi dòng một cách viết gặp trong danh sách của đơn vị; khi nhập tệp, chương trình nhận ra cả những cách viết này."
	AwardOrder   = "Thứ tự in"
	AwardOrderIs = "Số nhỏ đứng trước."
	AwardAdd     = "Thêm hình thức"
	AwardEdit    = "Sửa hình thức"
	AwardSaved   = "Đã ghi {0}."
	AwardsNone   = "Chưa có hình thức nào"
)

// AwardClasses and AwardLevels are said in words.
var (
	AwardClasses = map[string]string{"title": "Danh hiệu thi đua", "commendation": "Hình thức khen thưởng"}
	AwardLevels  = map[string]string{"state": "Nhà nước", "central": "Bộ, ngành, Quốc hội", "province": "Cấp tỉnh", "base": "Cơ quan, đơn vị, xã"}
)

// Rule sets.
const (
	RuleName       = "Bộ quy định"
	RuleState      = "Trạng thái"
	RuleConfirmed  = "Đã đối chiếu"
	RuleNot        = "Chưa đối chiếu"
	RuleConfirm    = "Đã đối chiếu với văn bản"
	RuleUnconfirm  = "Bỏ xác nhận"
	RuleConfirmAsk = "Xác nhận đã đối chiếu các tiêu chuẩn, tỷ lệ, hệ số của “{0}” với văn bản được công bố? Từ đó các kết quả kiểm tra không còn ghi “chưa xác nhận”."
	RuleSaid       = "Đã ghi “{0}”: {1}."
	RuleStandards  = "Tiêu chuẩn của bộ này ({0})"
	RuleGround     = "Điểm, khoản, Điều"
	RuleAward      = "Hình thức"
	RuleKind       = "Đối tượng"
	RuleText       = "Nội dung"
	RuleNone       = "Chưa có tiêu chuẩn nào"
	RuleNoneText   = "Chưa có tiêu chuẩn nào được nhập cho thời gian của bộ quy định này; chương trình chưa kiểm tra được hồ sơ theo bộ này."
	RuleDayIs      = "Mỗi hồ sơ giữ bộ quy định có hiệu lực tại ngày được nhận để thẩm định."
)

// Money.
const (
	MoneySalaries    = "Lương cơ sở"
	MoneyAmount      = "Mức (đồng)"
	MoneyAmountIs    = "Ví dụ 2.340.000"
	MoneyCoefs       = "Hệ số tiền thưởng"
	MoneyAward       = "Hình thức"
	MoneyKind        = "Đối tượng"
	MoneyCoef        = "Hệ số"
	MoneyCoefIs      = "Số lần lương cơ sở, ví dụ 3,5"
	MoneySum         = "Tiền tại {0}"
	MoneySalaryAdd   = "Thêm mức lương cơ sở"
	MoneySalaryEdit  = "Sửa mức lương cơ sở"
	MoneyCoefAdd     = "Thêm hệ số"
	MoneyCoefEdit    = "Sửa hệ số"
	MoneySalarySaved = "Đã ghi lương cơ sở {0} đồng."
	MoneyCoefSaved   = "Đã ghi hệ số {0}."
	MoneyIs          = "Tiền thưởng = hệ số × lương cơ sở của ngày ký quyết định, làm tròn lên 10.000 đồng."
	MoneyNowOnly     = "Chỉ hệ số đang áp dụng"
)

// The working calendar.
const (
	CalendarYear    = "Năm {0}"
	CalendarDate    = "Ngày"
	CalendarWeekday = "Thứ"
	CalendarKind    = "Loại"
	CalendarName    = "Nội dung"
	CalendarSource  = "Căn cứ"
	CalendarLaw     = "Nghỉ theo luật"
	CalendarOff     = "Nghỉ thêm, hoán đổi"
	CalendarWork    = "Làm việc, làm bù"
	CalendarAdd     = "Thêm ngày"
	CalendarEdit    = "Sửa ngày"
	CalendarSaved   = "Đã ghi lịch ngày {0}."
	CalendarDropped = "Đã bỏ ngày {0} khỏi lịch riêng."
	CalendarIs      = "Thứ Bảy, Chủ nhật và ngày lễ theo Bộ luật Lao động đã có sẵn; chỉ ghi những ngày nghỉ hoán đổi, làm bù theo thông báo hằng năm. Thời hạn của hồ sơ được đếm theo lịch này."
	CalendarLawIs   = "Ngày nghỉ theo luật không sửa được; nếu năm đó có khác, hãy thêm một ngày riêng."
	CalendarWhatOff = "Ngày này"
	CalendarNameIs  = "Ví dụ: Làm bù cho ngày 29/4"
	CalendarSum     = "Năm {0} có {1} ngày làm việc."
)

// LongWeekdays from Sunday on.
var LongWeekdays = []string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// Copies.
const (
	CopiesNow       = "Sao lưu ngay…"
	CopiesNowTitle  = "Sao lưu toàn bộ dữ liệu"
	CopiesNowIs     = "Một tệp .zip chứa toàn bộ dữ liệu và tệp đính kèm. Tệp được mở lại và kiểm tra xong mới mang tên bạn đặt. Nên để ở ổ khác hoặc USB, mỗi ngày một tệp."
	CopiesFile      = "sao-luu-{0}.zip"
	CopiesKind      = "Bản sao lưu"
	CopiesDone      = "Đã sao lưu và kiểm tra: {0}"
	CopiesWorking   = "Đang sao lưu"
	CopiesCheck     = "Kiểm tra một bản sao…"
	CopiesCheckIs   = "Mở một bản sao lưu cũ và kiểm tra, không động đến dữ liệu đang dùng."
	CopiesChecking  = "Đang kiểm tra bản sao"
	CopiesOpen      = "Kiểm tra dữ liệu đang dùng"
	CopiesOpenIs    = "Kiểm tra cơ sở dữ liệu, chuỗi nhật ký và các tệp đính kèm."
	CopiesGood      = "{0}: tốt. Nhật ký có {1} dòng, nối liền nhau; phiên bản dữ liệu {2}."
	CopiesBad       = "{0}: có {1} điểm hỏng."
	CopiesThis      = "Dữ liệu đang dùng"
	CopiesBack      = "Khôi phục từ bản sao"
	CopiesBackIs    = "1. Đóng chương trình này trên mọi máy đang mở thư mục dữ liệu.\n2. Mở cửa sổ lệnh trong thư mục cài đặt và chạy: thiduactl restore “đường dẫn tới tệp .zip”.\n3. Mở lại chương trình.\nBản sao được kiểm tra trước khi dùng. Dữ liệu đang có được giữ sang một thư mục bên cạnh, không bị xóa."
	CopiesNight     = "Sao lưu hằng đêm"
	CopiesNightIs   = "Cán bộ công nghệ thông tin có thể đặt lịch (Task Scheduler) chạy: thiduactl backup --out “đường dẫn\\sao-luu.zip”."
	CopiesLastCheck = "Kết quả"
)

// Roles.
const (
	RoleOfficer  = "Cán bộ"
	RoleRole     = "Vai trò"
	RoleSince    = "Từ ngày"
	RoleLast     = "Việc gần nhất"
	RoleAdd      = "Thêm người"
	RoleEdit     = "Đặt vai trò"
	RoleNameIs   = "Đúng như tên hiện ở góc dưới cửa sổ trên máy của người đó."
	RoleSaved    = "{0}: {1}."
	RoleYou      = "{0} (đang làm việc)"
	RoleIs       = "Chưa đặt vai trò thì là Cán bộ: xem, sửa, in. Người chỉ xem không sửa được gì, nhưng in được. Phụ trách như Cán bộ và chịu trách nhiệm về thiết đặt."
	RoleNotAsked = "Vai trò giúp tránh sửa nhầm; không thay cho mật khẩu đăng nhập máy."
)
