package movement

import (
	"slices"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// stations are the statuses in the order of a movement's life.
var stations = []string{"du_thao", "phat_dong", "so_ket", "tong_ket", "ket_thuc"}

// Advance takes a movement to another station on a day and notes the day among its
// phases. It may go on or be set back; sơ kết may be passed over. A launch must
// define what the law asks for (Luật 06/2022/QH15, Điều 17): every part that is
// missing is told at once.
func (m Movement) Advance(status string, day when.Date) (Movement, error) {
	to := slices.Index(stations, status)
	if to < 0 {
		return m, fault.New(fault.Invalid, "movement.status", status).At("status")
	}
	if !day.Exact() {
		return m, fault.New(fault.Invalid, "movement.station-day").At("day")
	}
	if status == m.Status {
		return m, fault.New(fault.Conflict, "movement.already", registry.NameOf(StatusNames, status)).At("status")
	}
	if to > 0 {
		if err := m.launchable(); err != nil {
			return m, err
		}
	}
	from := slices.Index(stations, m.Status)
	if i := slices.IndexFunc(m.Phases, func(p Phase) bool { return p.Code == m.Status }); i >= 0 && from < to && day < m.Phases[i].Date {
		return m, fault.New(fault.Invalid, "movement.station-order", day.Slash(), registry.NameOf(StatusNames, m.Status), m.Phases[i].Date.Slash()).At("day")
	}
	if from > to {
		// Set back: what was noted for later stations did not happen.
		m.Phases = slices.DeleteFunc(slices.Clone(m.Phases), func(p Phase) bool { return slices.Index(stations, p.Code) > to })
	}
	m.Status = status
	phases := slices.Clone(m.Phases)
	if to > 0 {
		// The one that was planned keeps its name and note and gets its day.
		held := Phase{Code: status, Name: registry.NameOf(StatusNames, status)}
		for i, p := range slices.Backward(phases) {
			if p.Code == status {
				held, phases = p, slices.Delete(phases, i, i+1)
				break
			}
		}
		held.Date = day
		phases = append(phases, held)
	}
	slices.SortStableFunc(phases, func(a, b Phase) int { return int(a.Date - b.Date) })
	m.Phases = phases
	return m, nil
}

// launchable tells what a launch must define and this movement does not: mục tiêu,
// phạm vi, đối tượng (who hosts it), nội dung và tiêu chí, thời gian, biện pháp.
func (m Movement) launchable() error {
	var l fault.List
	for _, part := range []struct {
		missing bool
		field   string
		name    string
	}{
		{len(m.Purpose) == 0, "purpose", "mục đích, yêu cầu"}, {registry.NameOf(ScopeNames, m.Scope) == m.Scope, "scope", "phạm vi"},
		{m.Host == "", "host", "cơ quan tổ chức thực hiện"}, {len(m.Contents) == 0, "contents", "nội dung"},
		{len(m.Criteria) == 0, "criteria", "tiêu chí"}, {m.From == 0, "from", "thời gian"}, {len(m.Tasks) == 0, "tasks", "tổ chức thực hiện"},
	} {
		if part.missing {
			l.Add(fault.New(fault.Invalid, "movement.not-defined", part.name).At(part.field))
		}
	}
	return l.OrNil()
}

// Among gives what keeps a movement from standing among the others: a code another
// has, a parent that is part of it.
func (m Movement) Among(all []Movement) error {
	byID := map[int64]Movement{}
	for _, o := range all {
		if o.ID != m.ID && o.Code == m.Code {
			return fault.New(fault.Conflict, "movement.code-twice", m.Code, o.Name).At("code")
		}
		byID[o.ID] = o
	}
	for up, steps := m.Parent, 0; up != 0 && steps <= len(all); up, steps = byID[up].Parent, steps+1 {
		if up == m.ID && m.ID != 0 {
			return fault.New(fault.Invalid, "movement.parent", m.Name).At("parent")
		}
	}
	return nil
}
