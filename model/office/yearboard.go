package office

import (
	"context"
	"slices"

	"thidua/model/council"
	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/report"
	"thidua/model/when"
)

// YearBoard is where a movement's year stands, for the home page: every number is
// that of a list the desks give (Plans, Reports, Petitions, Visits, Sheets).
type YearBoard struct {
	Movement movement.Movement
	Year     int
	Plans    map[movement.Status]int
	Reports  map[movement.Status]int // of the year
	Closing  map[movement.Status]int
	// Petitions counts by stage; Findings are things inspections asked for that are
	// past their day.
	Petitions map[report.Stage]int
	Findings  int
	// Waited is how many working days the oldest unanswered petition has waited.
	Waited int
	// Sessions of the council that are not closed yet, the earliest first.
	Sessions []council.Session
	Sheets   map[criteria.State]int
	// Next are the days to come, nearest first.
	Next []Coming
}

// Coming is a day the office waits for.
type Coming struct {
	Day  when.Date
	What string // code of ComingNames
	Left int    // working days; negative when past
	// Count is how many units it concerns, of a session how many dossiers.
	Count int
}

// What can be coming.
const (
	PlansDue   = "ke_hoach"
	ReportsDue = "bao_cao"
	ClosingDue = "tong_ket"
	StatsDue   = "thong_ke"
	LastDay    = "ket_thuc"
	Meeting    = "phien_hop"
)

// ComingNames are those in words.
var ComingNames = map[string]string{
	PlansDue: "Kế hoạch của đơn vị", ReportsDue: "Báo cáo năm của đơn vị", ClosingDue: "Báo cáo tổng kết của đơn vị",
	StatsDue: "Biểu thống kê Bộ Nội vụ", LastDay: "Kết thúc phong trào", Meeting: "Phiên họp Hội đồng",
}

// statsDay is when the year's statistics are due at the ministry (TT 02/2023/TT-BNV: 15/12).
const statsMonth, statsDay = 12, 15

// YearBoard gathers where the year of a movement stands; with code "" the newest,
// with year 0 the one to look at first (report.RoundOn).
func (o *Office) YearBoard(ctx context.Context, code string, year int) (b YearBoard, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err := tx.Movements().Find(ctx, MovementFilter{Code: code})
		if err != nil || len(list) == 0 {
			return err
		}
		y, err := o.year(ctx, tx, list[0].Code)
		if err != nil {
			return err
		}
		if year == 0 {
			year = report.RoundOn(y.movement, y.day).Year
		}
		b = YearBoard{Movement: y.movement, Year: year, Plans: map[movement.Status]int{}, Petitions: map[report.Stage]int{}, Sheets: map[criteria.State]int{}}
		return o.board(ctx, tx, y, &b)
	})
	return b, err
}

func (o *Office) board(ctx context.Context, tx Tx, y *year, b *YearBoard) error {
	plans, err := o.plansOf(ctx, tx, y)
	if err != nil {
		return err
	}
	due := map[when.Date]int{}
	for _, p := range plans {
		b.Plans[p.Status]++
		if p.Status.Owed() {
			due[p.Plan.Due]++
		}
	}
	for day, n := range due {
		b.coming(y, PlansDue, day, n)
	}
	for _, k := range []struct {
		kind report.Kind
		into *map[movement.Status]int
		what string
	}{{report.Yearly, &b.Reports, ReportsDue}, {report.Closing, &b.Closing, ClosingDue}} {
		of := b.Year
		if k.kind == report.Closing {
			of = 0
		}
		lines, err := reportsOf(ctx, tx, y, k.kind, of)
		if err != nil {
			return err
		}
		*k.into = Boards(lines)
		due := map[when.Date]int{}
		for _, l := range lines {
			if l.Status.Owed() {
				due[l.Report.Deadline()]++
			}
		}
		for day, n := range due {
			b.coming(y, k.what, day, n)
		}
	}
	f := YearFilter{Movement: y.movement.ID}
	pets, err := tx.Petitions().Find(ctx, f)
	if err != nil {
		return err
	}
	for _, p := range pets {
		b.Petitions[p.Stage()]++
		if p.Answered == 0 {
			b.Waited = max(b.Waited, y.calendar.WorkingDaysBetween(p.Received, y.day))
		}
	}
	sessions, err := tx.Sessions().Find(ctx, SessionFilter{Movement: y.movement.ID})
	if err != nil {
		return err
	}
	for _, s := range sessions {
		if s.Closed == 0 {
			b.Sessions = append(b.Sessions, s)
			b.coming(y, Meeting, s.Day, len(s.Agenda))
		}
	}
	slices.SortStableFunc(b.Sessions, func(a, c council.Session) int { return int(a.Day - c.Day) })
	visits, err := tx.Visits().Find(ctx, f)
	if err != nil {
		return err
	}
	for _, v := range visits {
		for _, x := range v.Open() {
			if x.Due != 0 && x.Due < y.day {
				b.Findings++
			}
		}
	}
	f.Year = b.Year
	sheets, err := tx.ScoreSheets().Find(ctx, f)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		b.Sheets[s.State]++
	}
	for _, of := range []int{y.day.Year() - 1, y.day.Year()} {
		filed, err := tx.Filings().Count(ctx, FilingFilter{Form: "bieu-0603", Period: report.YearSpan(of).Period})
		if err != nil {
			return err
		}
		if filed == 0 {
			b.coming(y, StatsDue, when.Of(of, statsMonth, statsDay), 0)
		}
	}
	b.coming(y, LastDay, y.movement.LastDay(), 0)
	slices.SortStableFunc(b.Next, func(a, c Coming) int { return int(a.Day - c.Day) })
	return nil
}

// comingDays is how many working days ahead, and how many behind, a day is told.
const comingDays = 45

func (b *YearBoard) coming(y *year, what string, day when.Date, n int) {
	if day == 0 {
		return
	}
	left := y.calendar.WorkingDaysBetween(y.day, day)
	if left > comingDays || left < -comingDays || left < 0 && what == LastDay {
		return
	}
	b.Next = append(b.Next, Coming{Day: day, What: what, Left: left, Count: n})
}
