package words

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// toolkit is the toolkit's own strings. It ships no Vietnamese, and it asks for
// the system's language, which on many Vietnamese PCs is English.
var toolkit = map[string]any{
	"Advanced": "Nâng cao", "Cancel": "Hủy", "Confirm": "Xác nhận", "Copy": "Chép", "Create Folder": "Tạo thư mục",
	"Cut": "Cắt", "Enter filename": "Nhập tên tệp", "Error": "Lỗi", "Favourites": "Hay dùng", "File": "Tệp",
	"Folder": "Thư mục", "New Folder": "Thư mục mới", "No": "Không", "OK": "Đồng ý", "Open": "Mở", "Paste": "Dán",
	"Quit": "Thoát", "Redo": "Làm lại", "Save": "Lưu", "Select all": "Chọn tất cả", "Show Hidden Files": "Hiện tệp ẩn",
	"Undo": "Hoàn tác", "Yes": "Có",
	"file.name":   map[string]string{"other": "Tên"},
	"file.parent": map[string]string{"other": "Thư mục cha"},
	"monday":      "Thứ Hai", "monday.short": "T2", "tuesday": "Thứ Ba", "tuesday.short": "T3",
	"wednesday": "Thứ Tư", "wednesday.short": "T4", "thursday": "Thứ Năm", "thursday.short": "T5",
	"friday": "Thứ Sáu", "friday.short": "T6", "saturday": "Thứ Bảy", "saturday.short": "T7",
	"sunday": "Chủ nhật", "sunday.short": "CN",
}

// Register gives the toolkit's strings in Vietnamese under "en", "vi" and the
// system's language: there is no way to tell it which language to use. It must
// run before the first window is made.
func Register() error {
	b, err := json.Marshal(toolkit)
	if err != nil {
		return err
	}
	for _, l := range []fyne.Locale{"en", "vi", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(b, l); err != nil {
			return err
		}
	}
	return nil
}
