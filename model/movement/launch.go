package movement

import (
	"slices"
	"strings"

	"thidua/model/viet"
)

// Level is whose movement it is, as the ministry's statistics count them.
type Level string

// The levels (TT 02/2023/TT-BNV, biểu 0601): whatever is not of the State's bodies in
// the capital, of a ministry or of a whole province is of a body or unit, a sở, a
// district's city and the province's armed forces among them.
const (
	OfState    Level = "trung_uong"
	OfProvince Level = "bo_tinh"
	OfBody     Level = "co_quan"
)

// What the name of who launched a movement says of its level, folded.
var (
	stateWords    = []string{"thuong vu quoc hoi", "ubtvqh", "chu tich quoc hoi", "van phong quoc hoi", "chu tich nuoc", "thu tuong", "chinh phu", "trung uong", "bo chinh tri", "ban bi thu"}
	provinceWords = []string{"uy ban nhan dan tinh", "ubnd tinh", "chu tich tinh", "tinh uy", "hoi dong nhan dan tinh", "hdnd tinh", "thi dua khen thuong tinh", "thanh uy"}
	provinceParts = []string{"bo chi huy", "bo doi"} // of the province's armed forces, no ministries
	// cities that stand under the State itself, with and without "thành phố".
	cities = []string{"ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"}
)

// LaunchedAt is the level of the movement by the name of who launched it.
func (m Movement) LaunchedAt() Level {
	who := viet.Fold(m.Launcher)
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(who, w) })
	}
	begins := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(who, w) })
	}
	of := func(city string) bool {
		return strings.Contains(who, "nhan dan thanh pho "+city) || strings.Contains(who, "ubnd thanh pho "+city) || strings.Contains(who, "ubnd tp "+city)
	}
	switch {
	case has(stateWords) || who == "quoc hoi":
		return OfState
	case has(provinceWords), strings.HasPrefix(who, "tinh "), begins([]string{"bo "}) && !begins(provinceParts), slices.ContainsFunc(cities, of):
		return OfProvince
	}
	return OfBody
}
