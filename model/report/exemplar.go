package report

import (
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// Exemplar is a điển hình tiên tiến of the register.
type Exemplar struct {
	ID, Rev  int64
	Movement int64
	Year     int
	Kind     string // code of ExemplarKinds
	Name     string
	Unit     registry.UnitID
	UnitText string // when the registry does not hold the unit
	What     string // the deed
	Scope    string // code of ScopeNames: how far it was made known
	Number   string // of the decision that recognised it
	Date     when.Date
	Photo    string // hash in the vault
	// PhotoName is the photo's file name as it came.
	PhotoName string
	Publish   bool  // stands on the list for publishing
	Nominee   int64 // the identity it belongs to, 0 when not linked
	Report    int64 // the report that named it
	// Used says which award rests on it, once only (Luật 06/2022/QH15, Điều 5.2.b: no
	// second commendation for one achievement).
	Used    string // the award's name
	Record  int64  // the honour given on it
	Dossier int64  // or the dossier that rests on it
	Note    string
}

// ExemplarKinds are who or what an exemplar is.
var ExemplarKinds = []registry.Name{
	{Code: "collective", Name: "Tập thể"}, {Code: "household", Name: "Hộ gia đình"}, {Code: "individual", Name: "Cá nhân"}, {Code: "mo_hinh", Name: "Mô hình"},
}

// ScopeNames are how far an exemplar is made known.
var ScopeNames = []registry.Name{
	{Code: "co_so", Name: "Cơ sở"}, {Code: "tinh", Name: "Toàn tỉnh"}, {Code: "toan_quoc", Name: "Toàn quốc"},
}

// Check gives every fault of an exemplar typed in.
func (e Exemplar) Check() error {
	var l fault.List
	if viet.Clean(e.Name) == "" {
		l.Add(fault.New(fault.Invalid, "report.exemplar-name").At("name"))
	}
	if viet.Clean(e.What) == "" {
		l.Add(fault.New(fault.Invalid, "report.exemplar-what").At("what"))
	}
	if registry.NameOf(ExemplarKinds, e.Kind) == e.Kind {
		l.Add(fault.New(fault.Invalid, "report.exemplar-kind").At("kind"))
	}
	if e.Scope != "" && registry.NameOf(ScopeNames, e.Scope) == e.Scope {
		l.Add(fault.New(fault.Invalid, "report.exemplar-scope").At("scope"))
	}
	return l.OrNil()
}

// Use notes the award that rests on the exemplar; it answers "report.exemplar-used"
// when another already does.
func (e Exemplar) Use(award string, dossier, record int64) (Exemplar, error) {
	if e.Used != "" && (e.Dossier != dossier || dossier == 0) {
		return e, fault.New(fault.Conflict, "report.exemplar-used", e.Name, e.Used)
	}
	e.Used, e.Dossier, e.Record = award, dossier, record
	return e, nil
}
