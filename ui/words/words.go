// Package words holds what the window says: labels, prompts, titles, in
// administrative Vietnamese, in one place and nowhere else under ui.
//
// Start at the constants; the sentences of faults are not here but with
// model/words, which a page never bypasses. The package imports nothing of the
// program's own but knows the toolkit's language hook: Register gives the
// toolkit's own built-in strings in Vietnamese.
package words

import (
	"fmt"
	"strings"
)

// Count writes a number with a point between thousands: 12.345.
func Count(n int) string {
	s := fmt.Sprint(n)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	if neg {
		return "-" + s
	}
	return s
}

// Fill puts arguments into a label's {0}, {1} …
func Fill(label string, args ...any) string {
	for i, a := range args {
		v := fmt.Sprint(a)
		if n, ok := a.(int); ok {
			v = Count(n)
		}
		label = strings.ReplaceAll(label, fmt.Sprintf("{%d}", i), v)
	}
	return label
}

// The window.
const (
	AppName    = "Thi đua - Khen thưởng"
	StatusData = "Dữ liệu: {0}"
	StatusDay  = "Ngày làm việc: {0}"
	StatusUser = "Cán bộ: {0}"
	StatusVer  = "Phiên bản {0}"

	SearchHint = "Tìm người, đơn vị, hồ sơ, quyết định… (Ctrl+K)"
	SearchNone = "Không tìm thấy “{0}”. Có thể gõ không dấu; hãy thử ít chữ hơn."

	CloseTitle = "Đang có việc chưa xong"
	CloseText  = "“{0}” đang chạy. Nếu đóng chương trình bây giờ, việc đó được dừng lại và không có gì bị ghi dở dang."
	CloseStay  = "Chờ cho xong"
	CloseStop  = "Dừng và đóng"

	CloseLoseTitle = "Còn số liệu chưa lưu"
	CloseLose      = "Đã nhập mà chưa lưu: {0}. Nếu đóng chương trình bây giờ thì phần chưa lưu bị mất."
	CloseLeave     = "Bỏ và đóng"
	CloseBack      = "Ở lại"
)

// Common to all pages.
const (
	OK        = "Đồng ý"
	Cancel    = "Hủy"
	Close     = "Đóng"
	Save      = "Lưu"
	Add       = "Thêm"
	Edit      = "Sửa"
	Delete    = "Xóa"
	Undo      = "Hoàn tác"
	Clear     = "Bỏ lọc"
	All       = "Tất cả"
	None      = "Không có"
	Yes       = "Có"
	No        = "Không"
	Search    = "Tìm"
	Working   = "Đang thực hiện…"
	Canceling = "Đang dừng…"
	Canceled  = "Đã dừng theo yêu cầu; không có gì thay đổi."
	Copied    = "Đã chép {0} dòng vào bộ nhớ tạm."
	Rows      = "{0} dòng"
	Chosen    = "đang chọn {0}"
	FaultHead = "Chưa thực hiện được"
	FixFields = "Có chỗ cần sửa, xem dòng chữ đỏ bên dưới từng ô."
)

// The month of a date entry.
const (
	Today     = "Hôm nay: {0}"
	MonthYear = "Tháng {0} năm {1}"
	DateHint  = "ngày/tháng/năm"
	DateLoose = "ngày/tháng/năm hoặc năm"
)

// Weekdays of the month, Monday first.
var Weekdays = []string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"}

// The page viewer.
const (
	FitWidth = "Vừa chiều ngang"
	FitPage  = "Vừa trang"
	PageOf   = "Trang {0}/{1}"
	NoPages  = "Chưa có trang nào để xem."
)

// The side menu and the keys.
const (
	AreaHome      = "Bảng việc"
	AreaUnits     = "Đơn vị"
	AreaMovements = "Phong trào"
	AreaIntake    = "Nhập danh sách"
	AreaDossiers  = "Hồ sơ"
	AreaPrint     = "In văn bản"

	GuideOpen   = "Hướng dẫn…"
	GuideTitle  = "Hướng dẫn cho cán bộ"
	ReportPack  = "Gói nhật ký lỗi…"
	ReportFile  = "nhat-ky-loi.zip"
	ReportDone  = "Đã gói nhật ký lỗi vào {0}; trong đó không có dữ liệu cá nhân. Gửi tệp này cho cán bộ công nghệ thông tin."
	KeysTitle   = "Phím tắt"
	UndoTitle   = "Hoàn tác việc gần nhất"
	UndoAsk     = "Lấy lại việc vừa làm: {0}?"
	UndoNothing = "Không còn việc nào để hoàn tác."

	DropLater  = "Chưa nhận được tệp vì còn hộp thoại đang mở. Trả lời hộp thoại rồi mở hoặc kéo tệp vào lại."
	FileOpen   = "Mở tệp"
	KindPapers = "Văn bản, ảnh chụp"
	KindSheets = "Bảng tính và danh sách"
	KindAll    = "Mọi tệp"
	StartFault = "Chương trình chưa mở được"
)

// Keys lists the keys with what they do, for the help on F1.
var Keys = [][2]string{
	{"Ctrl+1 … Ctrl+6", "Bảng việc, Đơn vị, Phong trào, Nhập danh sách, Hồ sơ, In văn bản"},
	{"Ctrl+7, Ctrl+8, Ctrl+9", "Báo cáo, Hội đồng, Quyết định"},
	{"Alt+Trái, Alt+Phải", "Quay lại trang trước, tiến tới trang sau"},
	{"Ctrl+K hoặc F3", "Tìm người, đơn vị, hồ sơ, quyết định"},
	{"Ctrl+F", "Tới ô tìm của trang; trang không có ô tìm thì tới danh sách"},
	{"Ctrl+P", "In văn bản đang xem"},
	{"Ctrl+S", "Lưu phần đang nhập: hộp nhập liệu, phiên họp Hội đồng, phần lời báo cáo, ô đang sửa của danh sách"},
	{"F5", "Đọc lại dữ liệu của trang"},
	{"Ctrl+Z", "Hoàn tác việc vừa làm"},
	{"Tab, Shift+Tab", "Sang ô tiếp theo, về ô trước"},
	{"Lên, Xuống, PageUp, PageDown, Home, End", "Di chuyển trong danh sách"},
	{"Shift hoặc Ctrl + bấm chuột", "Chọn nhiều dòng"},
	{"Ctrl+A, Ctrl+C", "Chọn tất cả, chép các dòng đã chọn sang Excel"},
	{"Enter", "Mở dòng đang chọn"},
	{"Phím Xuống trong ô ngày", "Mở lịch"},
	{"Esc", "Đóng hộp thoại, bỏ lọc"},
	{"F1", "Bảng phím tắt này, hướng dẫn, gói nhật ký lỗi"},
}

// The areas as they stand in routes.
const (
	RouteHome      = "bang-viec"
	RouteUnits     = "don-vi"
	RouteMovements = "phong-trao"
	RouteIntake    = "nhap"
	RouteDossiers  = "ho-so"
	RoutePrint     = "in"
)

// The search box's answers.
const (
	SearchNoun  = "Loại"
	SearchTitle = "Tên"
	SearchNote  = "Ghi chú"
)

// The picker.
const (
	PickName = "Tên"
	PickNone = "Không có mục nào"
	PickNote = "Ghi chú"
	PickTake = "Chọn"

	PickFile   = "Chọn tệp…"
	PickKept   = "đã có: {0}"
	PickNoFile = "chưa có tệp"
)
