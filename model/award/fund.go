package award

import (
	"cmp"
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Booking is one line of the fund's book: money in or money out (sổ quỹ thi đua,
// khen thưởng). Its source or purpose stands in words; money out for a decision
// names it, so that no decision is paid twice.
type Booking struct {
	ID, Rev  int64
	Fund     Fund
	Day      when.Date
	Voucher  string // số chứng từ
	Source   string // code of SourceNames
	About    string // nội dung
	In, Out  Dong   // one of the two
	Decision int64
	Record   int64 // money taken back from one honour
	Note     string
}

// The sources the program books by itself.
const (
	SourcePrize    = "tien_thuong"
	SourceRecovery = "thu_hoi"
)

// SourceNames are where money comes from and what it goes to (Luật 06/2022/QH15,
// Điều 11 and Điều 12; NĐ 152/2025/NĐ-CP).
var SourceNames = []registry.Name{
	{Code: "du_dau", Name: "Số dư đầu kỳ"},
	{Code: "ngan_sach", Name: "Ngân sách nhà nước cấp"},
	{Code: "dong_gop", Name: "Đóng góp của cá nhân, tổ chức"},
	{Code: SourceRecovery, Name: "Thu hồi tiền thưởng"},
	{Code: "thu_khac", Name: "Thu khác"},
	{Code: SourcePrize, Name: "Chi tiền thưởng"},
	{Code: "in_an", Name: "Chi in ấn giấy chứng nhận, bằng, làm hiện vật, khung"},
	{Code: "to_chuc", Name: "Chi tổ chức, chỉ đạo phong trào thi đua"},
	{Code: "chi_khac", Name: "Chi khác"},
}

// Check gives every fault of a line typed in.
func (b Booking) Check() error {
	var l fault.List
	if !b.Day.Exact() || !b.Day.Valid() {
		l.Add(fault.New(fault.Invalid, "award.booking-day").At("day"))
	}
	if b.In < 0 || b.Out < 0 || (b.In == 0) == (b.Out == 0) {
		l.Add(fault.New(fault.Invalid, "award.booking-sum").At("sum"))
	}
	if b.Source == "" || registry.NameOf(SourceNames, b.Source) == b.Source {
		l.Add(fault.New(fault.Invalid, "award.booking-source").At("source"))
	}
	if registry.NameOf(FundNames, string(b.Fund)) == string(b.Fund) {
		l.Add(fault.New(fault.Invalid, "award.booking-fund").At("fund"))
	}
	return l.OrNil()
}

// BookLine is a line of the book with the balance after it.
type BookLine struct {
	Booking
	Balance Dong
}

// Book puts the lines of one fund in the order of their days and adds up.
func Book(list []Booking) []BookLine {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Booking) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID))
	})
	out := make([]BookLine, len(list))
	var balance Dong
	for i, b := range list {
		balance += b.In - b.Out
		out[i] = BookLine{b, balance}
	}
	return out
}

// Lowest is the smallest balance the book ever comes to from a day on, and the
// balance of that day itself when nothing follows: a line put in late must not
// leave a later day without money.
func Lowest(lines []BookLine, from when.Date) Dong {
	var low Dong
	seen := false
	for _, l := range lines {
		switch {
		case l.Day < from && !seen:
			low = l.Balance
		case l.Day >= from && (!seen || l.Balance < low):
			low, seen = l.Balance, true
		}
	}
	return low
}
