package dossier

import (
	"thidua/model/registry"
	"thidua/model/when"
)

// Initiative is a recognised sáng kiến, or an accepted research work. It may be
// used once only, over all titles and forms (CV 5007/BNV-TĐKT of 2023).
type Initiative struct {
	ID, Rev  int64
	Name     string
	Authors  []int64 // nominees
	Level    string  // code of LevelNames
	Number   string  // of the decision that recognises it
	Date     when.Date
	Body     string  // who recognised it
	What     string  // what it does, for those who read of it
	Publish  bool    // stands on the list for publishing
	Dossiers []int64 // dossiers that rest on it
	Records  []int64 // honours already given on it
}

// LevelNames are how far the effect of an initiative was recognised to reach.
var LevelNames = []registry.Name{
	{Code: "co_so", Name: "Cấp cơ sở"},
	{Code: "tinh", Name: "Cấp tỉnh"},
	{Code: "toan_quoc", Name: "Toàn quốc"},
}
