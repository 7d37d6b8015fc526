package ui

import (
	"context"
	"slices"

	"thidua/ui/kit"
	"thidua/ui/page/board"
	"thidua/ui/page/council"
	"thidua/ui/page/decisions"
	"thidua/ui/page/dossiers"
	"thidua/ui/page/exemplars"
	"thidua/ui/page/home"
	"thidua/ui/page/intake"
	"thidua/ui/page/log"
	"thidua/ui/page/movements"
	"thidua/ui/page/petitions"
	"thidua/ui/page/plans"
	"thidua/ui/page/print"
	"thidua/ui/page/register"
	"thidua/ui/page/reports"
	"thidua/ui/page/scoring"
	"thidua/ui/page/settings"
	"thidua/ui/page/statistics"
	"thidua/ui/page/summing"
	"thidua/ui/page/units"
	"thidua/ui/task"
	"thidua/ui/words"
)

type ctxType = context.Context

// area is one line of the side menu.
type area struct {
	code  string // as it stands in routes
	label string
	icon  string
	page  func(*task.Runner, kit.Host) kit.Page
}

// areas are the pages in the order of the officer's work.
var areas = []area{
	{words.RouteHome, words.AreaHome, "home", home.New},
	{words.RouteUnits, words.AreaUnits, "units", units.New},
	{words.RouteMovements, words.AreaMovements, "movements", movements.New},
	{words.RoutePlans, words.AreaPlans, "plans", plans.New},
	{words.RouteReports, words.AreaReports, "reports", reports.New},
	{words.RouteScoring, words.AreaScoring, "scoring", scoring.New},
	{words.RouteSumming, words.AreaSumming, "summing", summing.New},
	{words.RouteStatistics, words.AreaStatistics, "statistics", statistics.New},
	{words.RouteExemplars, words.AreaExemplars, "exemplars", exemplars.New},
	{words.RoutePetitions, words.AreaPetitions, "petitions", petitions.New},
	{words.RouteIntake, words.AreaIntake, "intake", intake.New},
	{words.RouteDossiers, words.AreaDossiers, "dossiers", dossiers.New},
	{words.RouteBoard, words.AreaBoard, "board", board.New},
	{words.RouteCouncil, words.AreaCouncil, "council", council.New},
	{words.RouteDecisions, words.AreaDecisions, "decisions", decisions.New},
	{words.RouteRegister, words.AreaRegister, "register", register.New},
	{words.RoutePrint, words.AreaPrint, "print", print.New},
	{words.RouteLog, words.AreaLog, "log", log.New},
	{words.RouteSettings, words.AreaSettings, "settings", settings.New},
}

// groupStarts are the areas before which the side menu draws a line: what stands
// under all work, the movement's year, the award road, and the desk itself.
var groupStarts = []string{words.RouteUnits, words.RoutePlans, words.RouteIntake, words.RoutePrint}

// keyed are the areas of Ctrl+1 … Ctrl+9. They are named, not counted: a page that
// comes to the menu later must not move the keys an officer's fingers know.
var keyed = []string{words.RouteHome, words.RouteUnits, words.RouteMovements, words.RouteIntake, words.RouteDossiers, words.RoutePrint,
	words.RouteReports, words.RouteCouncil, words.RouteDecisions}

func (w *Window) area(code string) (area, bool) {
	i := slices.IndexFunc(w.areas, func(a area) bool { return a.code == code })
	if i < 0 {
		return area{}, false
	}
	return w.areas[i], true
}

// page makes a page the first time it is gone to.
func (w *Window) page(a area) kit.Page {
	p, ok := w.pages[a.code]
	if !ok {
		p = a.page(w.Runner, w)
		w.pages[a.code] = p
	}
	return p
}

// history is the places that were shown, and where one stands in them.
type history struct {
	routes []kit.Route
	at     int
}

// keptPlaces is how many places can be gone back to.
const keptPlaces = 100

func (h *history) push(r kit.Route) {
	if len(h.routes) > 0 {
		if h.routes[h.at].String() == r.String() {
			return
		}
		h.routes = h.routes[:h.at+1]
	}
	h.routes = append(h.routes, r)
	if len(h.routes) > keptPlaces {
		h.routes = slices.Delete(h.routes, 0, len(h.routes)-keptPlaces)
	}
	h.at = len(h.routes) - 1
}

// step moves back (-1) or forward (1) and tells whether there was such a place.
func (h *history) step(n int) bool {
	if h.at+n < 0 || h.at+n >= len(h.routes) {
		return false
	}
	h.at += n
	return true
}

func (h *history) here() kit.Route {
	if len(h.routes) == 0 {
		return kit.Route{}
	}
	return h.routes[h.at]
}

// Go implements kit.Host.
func (w *Window) Go(r kit.Route) {
	if _, ok := w.area(r.Area); !ok {
		return
	}
	w.places.push(r)
	w.show()
}

// Here implements kit.Host.
func (w *Window) Here(r kit.Route) {
	if len(w.places.routes) > 0 && w.places.here().Area == r.Area {
		w.places.routes[w.places.at] = r
	}
}

// Route tells what is shown.
func (w *Window) Route() kit.Route { return w.places.here() }

// Back goes to the place before.
func (w *Window) Back() {
	if w.places.step(-1) {
		w.show()
	}
}

// Forward undoes Back.
func (w *Window) Forward() {
	if w.places.step(1) {
		w.show()
	}
}

// Reload shows the place anew.
func (w *Window) Reload() { w.show() }

func (w *Window) show() {
	r := w.places.here()
	a, _ := w.area(r.Area)
	p := w.page(a)
	if w.now != nil && w.now != p {
		w.now.Leave()
	}
	w.now = p
	w.search.close()
	w.title.Text = a.label
	w.title.Refresh()
	w.rail.mark(a.code)
	w.back.SetEnabled(w.places.at > 0)
	w.forth.SetEnabled(w.places.at < len(w.places.routes)-1)
	w.win.SetTitle(a.label + " – " + words.AppName)
	if len(w.stage.Objects) != 1 || w.stage.Objects[0] != p.Content() {
		w.win.Canvas().Unfocus()
		w.stage.RemoveAll()
		w.stage.Add(p.Content())
	}
	p.Show(r)
}
