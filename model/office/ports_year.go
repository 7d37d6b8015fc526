package office

import (
	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/report"
	"thidua/model/when"
)

// YearTx is what the year of a movement needs of the store beside Tx's own
// shelves: plans, clusters, scores, reports and what is made from them.
type YearTx interface {
	UnitPlans() Set[movement.UnitPlan, YearFilter]
	Clusters() Set[movement.Cluster, ClusterFilter]
	Watches() Set[movement.Watch, YearFilter]
	Visits() Set[movement.Visit, YearFilter]
	CriteriaSets() Set[criteria.Set, YearFilter]
	ScoreSheets() Set[criteria.Sheet, YearFilter]
	Rankings() Set[criteria.Ranking, YearFilter]
	Reports() Set[report.Report, ReportFilter]
	Exemplars() Set[report.Exemplar, YearFilter]
	Petitions() Set[report.Petition, YearFilter]
	Reminders() Set[report.Reminder, YearFilter]
	Summaries() Set[report.Summary, YearFilter]
	Filings() Set[report.Filing, FilingFilter]
}

// Filters of the year. A zero field does not narrow.
type (
	// YearFilter finds what a movement has for a year and units. For plans the year
	// does not count; for visits and petitions it is that of their day.
	YearFilter struct {
		IDs      []int64
		Movement int64
		Year     int
		Units    []int64
	}
	// ReportFilter finds reports.
	ReportFilter struct {
		YearFilter
		Kind   report.Kind
		States []report.State
	}
	// ClusterFilter finds clusters of a year.
	ClusterFilter struct {
		Year int
		Code string
	}
	// FilingFilter finds statistics of a form and a period.
	FilingFilter struct {
		Form string
		when.Period
	}
)
