package check

import (
	"fmt"
	"strings"

	"thidua/model/award"
	"thidua/model/movement"
	"thidua/model/viet"
)

// movementLength: a ground that asks for a movement of so many years, or for one
// launched by certain persons (Điều 73.4.d, 25.3, 26.2, 74.1.a).
var movementLength = Rule{
	Number: "KT-14", Folder: "movement_length", Title: "Phong trào không đủ thời gian hoặc cấp phát động",
	Basis: "Luật 06/2022/QH15, Điều 73.4.d, Điều 74.1.a, Điều 25.3, Điều 26.2", Period: sinceLaw,
	each: func(x *index, at int, r *report) {
		d := &x.Dossiers[at]
		for _, s := range x.claimed(d) {
			ok, lasted := LastedEnough(x.Movement, s)
			if ok {
				continue
			}
			var f *Finding
			if s.MinYears > 0 {
				f = r.add(Warning, "check.movement-short", "check.movement-short-wanted",
					s.Ground, lasted, x.Movement.Launcher, itoa(s.MinYears), strings.Join(s.Launchers, ", "))
			} else {
				f = r.add(Warning, "check.movement-launcher", "check.movement-launcher-wanted",
					s.Ground, x.Movement.Launcher, strings.Join(s.Launchers, ", "))
			}
			f.Basis = s.Source + ", " + s.Ground
			return
		}
	},
}

// LastedEnough tells that a movement meets what a standard asks of it, and how long
// it lasts, in words.
func LastedEnough(m movement.Movement, s award.Standard) (ok bool, lasted string) {
	if s.MinYears == 0 && len(s.Launchers) == 0 {
		return true, ""
	}
	for _, l := range s.Launchers {
		// “Ủy ban nhân dân tỉnh” is written with the province's name behind it. Who
		// carries a movement out by an own plan has launched it there.
		key := viet.Key(l)
		if strings.HasPrefix(viet.Key(m.Launcher), key) || s.MinYears == 0 && strings.HasPrefix(viet.Key(m.Host), key) {
			return true, ""
		}
	}
	months, days := m.Lasted()
	if m.To == 0 {
		return s.MinYears > 0, "chưa xác định ngày kết thúc"
	}
	return s.MinYears > 0 && months >= 12*s.MinYears, fmt.Sprintf("%d tháng %d ngày", months, days)
}
