package office

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/viet"
	"thidua/model/when"
)

// ToldPart is what one unit wrote in a narrative part of its report.
type ToldPart struct {
	Unit registry.UnitID
	Text string
}

// draft writes sentences out of what was counted, for the parts an officer has not
// written, and gathers what the units wrote themselves.
func (s *Sum) draft(ctx context.Context, tx Tx, y *year, rs []report.Report) error {
	s.Draft, s.Told = map[string][]string{}, map[string][]ToldPart{}
	f := YearFilter{Movement: s.Movement.ID}
	if s.Kind == report.Yearly {
		f.Year = s.Year
	}
	visits, err := tx.Visits().Find(ctx, f)
	if err != nil {
		return err
	}
	visited := map[registry.UnitID]bool{}
	for _, v := range visits {
		visited[v.Unit] = true
	}
	reminders, err := tx.Reminders().Find(ctx, f)
	if err != nil {
		return err
	}
	chased := 0
	for _, r := range reminders {
		chased += len(r.Units)
	}
	add := func(part string, n int, format string) {
		if n > 0 {
			s.Draft[part] = append(s.Draft[part], fmt.Sprintf(format, viet.TwoDigits(n)))
		}
	}
	add("trien_khai", len(s.Owing), "Sở Nội vụ đã hướng dẫn, theo dõi %s cơ quan, đơn vị, địa phương thực hiện phong trào thi đua theo bộ tiêu chí của từng nhóm đơn vị.")
	add("trien_khai", len(visited), "Thành viên Hội đồng Thi đua - Khen thưởng tỉnh đã kiểm tra %s cơ quan, đơn vị, địa phương.")
	add("trien_khai", chased, "Sở Nội vụ đã đôn đốc %s lượt cơ quan, đơn vị, địa phương gửi kế hoạch, báo cáo.")
	add("han_che", len(s.Owing)-len(s.Planned), "Còn %s cơ quan, đơn vị, địa phương chưa ban hành hoặc chưa gửi kế hoạch.")
	add("han_che", len(s.Late), "Có %s cơ quan, đơn vị, địa phương gửi báo cáo chậm so với thời hạn.")
	add("han_che", len(s.Missing), "Còn %s cơ quan, đơn vị, địa phương chưa báo cáo kết quả thực hiện.")
	raised, order := map[string]int{}, []string{}
	for _, p := range s.Petitions {
		if p.Stage() != report.New && p.Stage() != report.Passed {
			continue // answered: nothing is left to ask for
		}
		text := strings.TrimRight(viet.Clean(p.Text), ". ")
		if raised[text]++; raised[text] == 1 {
			order = append(order, text)
		}
	}
	for _, text := range order {
		s.Draft["kien_nghi"] = append(s.Draft["kien_nghi"], fmt.Sprintf("%s (kiến nghị của %s đơn vị).", text, viet.TwoDigits(raised[text])))
	}
	for _, r := range rs {
		c, ok := r.Counts()
		if !ok {
			continue
		}
		for _, n := range report.NarrativeNames {
			if text := c.Narrative[n.Code]; text != "" {
				s.Told[n.Code] = append(s.Told[n.Code], ToldPart{r.Unit, text})
			}
		}
	}
	return nil
}

// Part is a narrative part as it is printed: the officer's own words, also when he
// emptied it on purpose, else the draft.
func (s Sum) Part(code string) []string {
	if own, written := s.Summary.Narrative[code]; written {
		return own
	}
	return s.Draft[code]
}

// SaveSummary saves the narrative around the figures.
func (o *Office) SaveSummary(ctx context.Context, s *report.Summary) (audit.Entry, error) {
	if s.Filed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "report.filed", s.Number, s.Date.Slash())
	}
	for k, ps := range s.Narrative {
		s.Narrative[k] = slices.DeleteFunc(slices.Clone(ps), func(p string) bool { return strings.TrimSpace(p) == "" })
	}
	return o.act(ctx, "summary.save", "Ghi phần lời "+summaryName(*s), func(tx Tx) error { return tx.Summaries().Put(ctx, s) })
}

func summaryName(s report.Summary) string {
	if s.Kind == report.Closing {
		return "báo cáo tổng kết"
	}
	return fmt.Sprintf("báo cáo năm %d", s.Year)
}

// FileSummary freezes a report to the Chủ tịch as it stands: it was signed under
// this number and date, and is printed again exactly so.
func (o *Office) FileSummary(ctx context.Context, code string, kind report.Kind, year int, number string, date when.Date) (report.Summary, audit.Entry, error) {
	var s report.Summary
	err := o.read(ctx, func(tx Tx) error {
		d, err := o.desk(ctx, tx, Print{Movement: code, Year: year, Day: date})
		if err != nil {
			return err
		}
		sum, err := o.sum(ctx, tx, code, kind, year)
		if err != nil {
			return err
		}
		sum.Summary.Number, sum.Summary.Date = viet.Clean(number), date // the paper carries them
		var facts form.Paper = d.yearFacts(sum)
		if kind == report.Closing {
			facts = d.closingFacts(sum)
		}
		paper, err := json.Marshal(facts)
		if err != nil {
			return err
		}
		sum.Summary.Number, sum.Summary.Date = "", 0
		s, err = sum.Summary.File(number, date, o.Today(), string(paper))
		return err
	})
	if err != nil {
		return s, audit.Entry{}, err
	}
	e, err := o.act(ctx, "summary.file", fmt.Sprintf("Chốt %s theo văn bản số %s", summaryName(s), s.Number), func(tx Tx) error { return tx.Summaries().Put(ctx, &s) })
	return s, e, err
}
