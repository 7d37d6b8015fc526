package noun

import (
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Place is where a record is shown, if a page shows it.
func Place(noun string, id int64) (kit.Route, bool) {
	at, ok := map[string][]string{
		"batch":    {words.RouteIntake, "tep"},
		"council":  {words.RouteCouncil, "hoi-dong"},
		"decision": {words.RouteDecisions, "so"},
		"dossier":  {words.RouteDossiers, "ho-so"},
		"movement": {words.RouteMovements, "id"},
		"nominee":  {words.RouteRegister, "muc", "doi-tuong", "nguoi"},
		"record":   {words.RouteRegister, "dong"},
		"session":  {words.RouteCouncil, "phien"},
		"unit":     {words.RouteUnits, "don-vi"},
	}[noun]
	if !ok {
		return kit.Route{}, false
	}
	return kit.To(at[0], append(at[1:], kit.IDText(id))...), true
}
