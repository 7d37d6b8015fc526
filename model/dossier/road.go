package dossier

import (
	"thidua/model/when"
)

// Road is the way of an award from the unit to the one who decides, as data: the
// plan and the law may lay down different ones for the same award, and both are
// kept, each with its source.
type Road struct {
	ID    int64  `json:"-"`
	Rev   int64  `json:"-"`
	Code  string `json:"code"`
	Name  string `json:"name"`
	Award string `json:"award"`
	// Source is the plan or the law the road is taken from.
	Source string `json:"source"`
	// Remark is shown beside the road: where it differs from another source.
	Remark string `json:"remark,omitempty"`
	// Via is the body asked to submit the case to the decider, where the road puts
	// one in between.
	Via   string `json:"via,omitempty"`
	Steps []Step `json:"steps"`
	when.Period
}

// Step is one hand-over.
type Step struct {
	Name   string `json:"name"`
	Holder string `json:"holder"`          // who holds the dossier in this step
	Paper  string `json:"paper,omitempty"` // code of the paper that goes out
	Days   int    `json:"days,omitempty"`  // working days allowed, 0 for no limit
	Stage  Stage  `json:"stage"`           // the stage a dossier stands at in this step
	Basis  string `json:"basis,omitempty"`
}

// Step finds the step a stage stands at.
func (r Road) Step(s Stage) (Step, bool) {
	for _, st := range r.Steps {
		if st.Stage == s {
			return st, true
		}
	}
	return Step{}, false
}

// Clock finds the step whose working days a stage is measured by: of the steps that
// share the stage the first with a number of days, else the first.
func (r Road) Clock(s Stage) (Step, bool) {
	for _, st := range r.Steps {
		if st.Stage == s && st.Days > 0 {
			return st, true
		}
	}
	return r.Step(s)
}
