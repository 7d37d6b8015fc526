package registry

import "thidua/model/when"

// Kind tells the three kinds of nominee the law knows (Luật 06/2022/QH15, Điều 2).
type Kind string

// The kinds of nominee.
const (
	Individual Kind = "individual" // cá nhân
	Collective Kind = "collective" // tập thể
	Household  Kind = "household"  // hộ gia đình
)

// Kinds lists them in the order official lists print them.
var Kinds = []Kind{Collective, Household, Individual}

// String is the Vietnamese word of the kind.
func (k Kind) String() string {
	switch k {
	case Individual:
		return "cá nhân"
	case Collective:
		return "tập thể"
	case Household:
		return "hộ gia đình"
	}
	return string(k)
}

// Nominee is the identity of somebody who can be commended. What a dossier says
// of them on its day (post, unit) stands in the dossier; here is what is known now.
type Nominee struct {
	ID        int64
	Rev       int64
	Kind      Kind
	Name      string // as typed, NFC; never rebuilt from parts
	Gender    string // "male", "female", "" not known
	Birth     when.Date
	Ethnicity string
	IDNumber  string // CCCD 12 digits, or an old 9-digit number
	Position  string
	Unit      UnitID // the unit they belong to (a collective's parent body)
	UnitText  string // the unit as the papers name it, when it is none of the registry
	Address   string
	// Class is the ministry's class for statistics (TT 02/2023/TT-BNV, biểu 0603): see ClassNames.
	Class string
	// Managed tells that the person is managed by Ban Thường vụ Tỉnh ủy, whose
	// written opinion is then needed.
	Managed bool
	Note    string
}

// ClassNames are the classes of TT 02/2023/TT-BNV, biểu 0603.N, rows 03 and 06 to 10.
var ClassNames = []Name{
	{"doanh_nghiep", "Doanh nghiệp, tổ chức kinh tế"},
	{"lanh_dao_tinh", "Lãnh đạo cấp bộ, cấp tỉnh"},
	{"lanh_dao_so", "Lãnh đạo cấp vụ, sở, ngành"},
	{"doanh_nhan", "Doanh nhân"},
	{"lanh_dao_phong", "Lãnh đạo từ phó phòng trở lên"},
	{"truc_tiep", "Người trực tiếp công tác, lao động, sản xuất"},
}

// NotSame remembers that a person looked at two nominees and said they are not one.
type NotSame struct {
	ID, Rev int64
	A, B    int64 // nominee ids, A < B
}
