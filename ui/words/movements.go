package words

// The movements page.
const (
	MovementsNone     = "Chưa có phong trào nào"
	MovementsNoneText = "Thêm phong trào theo kế hoạch đã ban hành: căn cứ, thời gian, nội dung, tiêu chí và hình thức khen thưởng."
	MovementsPick     = "Chọn một phong trào"
	MovementsPickText = "Chọn phong trào ở danh sách bên trái để xem kế hoạch, tiêu chí và quy trình khen thưởng."

	MovementCode     = "Mã"
	MovementName     = "Tên phong trào"
	MovementTitle    = "Trích yếu kế hoạch"
	MovementManner   = "Hình thức tổ chức"
	MovementScope    = "Phạm vi"
	MovementStatus   = "Tình trạng"
	MovementLauncher = "Cơ quan phát động"
	MovementHost     = "Cơ quan tổ chức thực hiện"
	MovementFrom     = "Bắt đầu"
	MovementLast     = "Ngày kết thúc"
	MovementLength   = "Thời gian"
	MovementLengthIs = "{0} tháng {1} ngày"
	MovementMerit    = "Thành tích ghi trong quyết định"
	MovementMeritIs  = "Viết tiếp sau “vì đã có thành tích xuất sắc trong …”."
	MovementNote     = "Ghi chú"
	MovementCodeIs   = "Ngắn, không dấu cách; dùng để gọi phong trào ở mọi nơi, ví dụ TTC80."
	MovementLastIs   = "Để trống nếu kế hoạch không ghi ngày kết thúc."

	MovementPlan     = "Kế hoạch"
	MovementBasis    = "Căn cứ"
	MovementPurpose  = "Mục đích, yêu cầu"
	MovementContents = "Nội dung"
	MovementCriteria = "Tiêu chí"
	MovementAwards   = "Khen thưởng"
	MovementDuty     = "Báo cáo, tổ chức thực hiện"
	MovementOnePer   = "Mỗi đoạn một dòng."

	MovementAdd     = "Thêm phong trào"
	MovementEdit    = "Sửa"
	MovementNext    = "Lập phong trào tiếp theo"
	MovementNextIs  = "Tiêu chí, hình thức khen thưởng, quy trình và chế độ báo cáo được lấy theo phong trào này; sửa lại được."
	MovementOpen    = "Hồ sơ của phong trào"
	MovementPapers  = "In văn bản"
	MovementSaved   = "Đã ghi phong trào {0}."
	MovementCloned  = "Đã lập phong trào {0} theo phong trào {1}."
	MovementTexts   = "Sửa nội dung kế hoạch"
	MovementRefAdd  = "Thêm căn cứ"
	MovementRefEdit = "Sửa căn cứ"
	MovementCritAdd = "Thêm tiêu chí"

	RefKind   = "Loại văn bản"
	RefNumber = "Số, ký hiệu"
	RefDate   = "Ngày ban hành"
	RefBody   = "Cơ quan ban hành"
	RefAbout  = "Trích yếu"

	CriterionLetter = "Điểm"
	CriterionText   = "Tiêu chí"
	CriterionGroups = "Áp dụng cho"
	CriterionAll    = "mọi cơ quan, đơn vị, địa phương"

	GrantAward  = "Hình thức"
	GrantPhase  = "Xét khi"
	GrantKinds  = "Đối tượng"
	GrantRoad   = "Quy trình"
	GrantText   = "Nội dung trong kế hoạch"
	GrantQuota  = "Số lượng tối đa mỗi đơn vị"
	GrantAdd    = "Thêm hình thức"
	GrantEdit   = "Sửa hình thức"
	GrantSource = "Nguồn"
	GrantDiffer = "Kế hoạch và Luật quy định khác nhau"
	GrantSteps  = "Các bước của quy trình"
	StepName    = "Bước"
	StepHolder  = "Nơi giữ hồ sơ"
	StepPaper   = "Văn bản"
	StepDays    = "Ngày làm việc"
	StepBasis   = "Căn cứ"

	DutyEvery = "Báo cáo"
	DutyTo    = "Gửi về"
	DutyBy    = "Hạn hằng năm"
	TaskWho   = "Cơ quan, đơn vị"
	TaskWhat  = "Nhiệm vụ"
)

// Manners are the two ways a movement is organised.
var Manners = map[string]string{"chuyen_de": "Theo chuyên đề", "thuong_xuyen": "Thường xuyên"}

// Phases are when an award of a movement is considered.
var Phases = map[string]string{"hang_nam": "Hằng năm", "tong_ket": "Tổng kết phong trào"}

// DutyEverys are how often units report.
var DutyEverys = map[string]string{"nam": "Hằng năm", "6_thang": "6 tháng một lần", "": "Không quy định"}
