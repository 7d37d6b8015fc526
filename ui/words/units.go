package words

// The units page.
const (
	UnitsDay      = "Tại ngày"
	UnitsToday    = "Hôm nay"
	UnitsByGroup  = "Theo nhóm của kế hoạch"
	UnitsByBody   = "Theo cơ quan cấp trên"
	UnitsSearch   = "Tìm tên, tên tắt, mã đơn vị (Ctrl+F)"
	UnitsCount    = "{0} đơn vị tại ngày {1}"
	UnitsFound    = "{0} đơn vị khớp “{1}” tại ngày {2}"
	UnitsNone     = "Không có đơn vị nào"
	UnitsNoneText = "Không có đơn vị nào khớp với từ cần tìm tại ngày đã chọn. Hãy bỏ lọc hoặc chọn ngày khác."
	UnitsPick     = "Chọn một đơn vị"
	UnitsPickText = "Chọn đơn vị ở danh sách bên trái để xem tên, mã qua các thời kỳ, đơn vị tiền thân và đơn vị kế thừa."
	UnitsOpenAll  = "Mở hết"
	UnitsShutAll  = "Thu gọn"

	UnitName     = "Tên đơn vị"
	UnitOfficial = "Tên đầy đủ"
	UnitShort    = "Tên thường gọi"
	UnitCode     = "Mã"
	UnitType     = "Loại"
	UnitGroup    = "Nhóm"
	UnitParent   = "Cơ quan cấp trên"
	UnitPlace    = "Địa danh"
	UnitLegal    = "Căn cứ"
	UnitAliases  = "Cách viết khác"
	UnitFrom     = "Từ ngày"
	UnitTo       = "Đến ngày"
	UnitEnded    = "Đã kết thúc hoạt động sau ngày {0}"
	UnitNotYet   = "Chưa thành lập tại ngày {0}"
	UnitHeirs    = "Kế thừa tại ngày {0}: {1}"
	UnitHeirPart = "Một phần đã chuyển sang đơn vị khác; số liệu không được cộng dồn khi chưa có ý kiến cán bộ."
	UnitLives    = "Qua các thời kỳ"
	UnitBefore   = "Hình thành từ"
	UnitAfter    = "Chuyển thành"
	UnitWhat     = "Biến động"
	UnitDate     = "Ngày"
	UnitPart     = "một phần"
	UnitWhole    = "toàn bộ"
	UnitShare    = "Phần"
	UnitDossiers = "Hồ sơ của đơn vị"

	UnitAdd       = "Thêm đơn vị"
	UnitEdit      = "Sửa thông tin"
	UnitChange    = "Thay đổi từ ngày…"
	UnitAddTitle  = "Thêm đơn vị"
	UnitEditTitle = "Sửa thông tin đơn vị (thời kỳ {0})"
	UnitNewTitle  = "Đơn vị thay đổi từ một ngày"
	UnitNewHint   = "Thời kỳ đang có kết thúc trước ngày này; hồ sơ, quyết định cũ vẫn mang tên cũ."
	UnitAliasHint = "Các cách viết gặp trong danh sách, cách nhau bằng dấu chấm phẩy; dùng để nhận ra đơn vị khi nhập."
	UnitSaved     = "Đã ghi đơn vị {0}."
	UnitNoParent  = "(không có)"
)

// Events says what befell a unit.
var Events = map[string]string{
	"rename": "Đổi tên", "merge": "Nhập, hợp nhất", "split": "Chia tách", "dissolve": "Kết thúc hoạt động",
	"create": "Thành lập", "move": "Chuyển cơ quan chủ quản",
}
