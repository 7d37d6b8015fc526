package office

import (
	"slices"
	"strings"

	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/registry"
)

// Papers about single dossiers: of the one named, else of every listed dossier of
// the movement as one job.

// chosen are the dossiers a paper of single dossiers is printed for.
func (d *desk) chosen() ([]dossier.Dossier, error) {
	if d.print.Dossier != 0 {
		x, err := d.tx.Dossiers().Get(d.ctx, d.print.Dossier)
		return []dossier.Dossier{x}, err
	}
	ds, err := d.listed()
	if err == nil && len(ds) == 0 {
		err = d.none()
	}
	return ds, err
}

// each makes one paper per chosen dossier.
func (d *desk) each(one func(dossier.Dossier, form.Subject) form.Paper) (form.Paper, error) {
	ds, err := d.chosen()
	if err != nil {
		return nil, err
	}
	subjects, err := d.subjects(ds)
	if err != nil {
		return nil, err
	}
	many := make(together, len(ds))
	for i, x := range ds {
		many[i] = one(x, subjects[i])
	}
	if len(many) == 1 {
		return many[0], nil
	}
	return many, nil
}

// subjects are the dossiers with what their nominees already hold.
func (d *desk) subjects(ds []dossier.Dossier) ([]form.Subject, error) {
	ids := make([]int64, len(ds))
	for i, x := range ds {
		ids[i] = x.Nominee
	}
	records, err := d.tx.Records().Find(d.ctx, RecordFilter{Nominees: ids})
	if err != nil {
		return nil, err
	}
	held := map[int64][]form.Honour{}
	for _, r := range records {
		if !r.Held(d.print.Day) {
			continue
		}
		a, _ := d.cat.Award(r.Award)
		held[r.Nominee] = append(held[r.Nominee], form.Honour{Year: r.Year, Name: d.cat.Name(r.Award), Title: a.Class == award.Title,
			Number: r.Number, Date: r.Date, Body: r.Decider})
	}
	lines := d.lines(ds)
	out := make([]form.Subject, len(ds))
	for i, x := range ds {
		out[i] = form.Subject{Line: lines[i], Held: held[x.Nominee]}
		if x.Achievement != "" {
			out[i].Deeds = []string{x.Achievement}
		}
	}
	return out, nil
}

// unitFrame is the frame of a paper the nominee's own unit writes: names of bodies
// in capitals, the one above in its short form (NĐ 30/2020/NĐ-CP, Phụ lục I, II.2).
func (d *desk) unitFrame(x dossier.Dossier) form.Frame {
	f := d.frame()
	f.Head.Parent = "-"
	if v, ok := d.units.Near(x.Unit, d.print.Day); ok {
		f.Head.Body, f.Head.Place = strings.ToUpper(v.Official), v.Place
		if p, ok := d.units.Near(v.Parent, d.print.Day); ok && v.Parent != 0 {
			f.Head.Parent = strings.ToUpper(p.Short)
		}
	} else if x.UnitText != "" {
		f.Head.Body = strings.ToUpper(x.UnitText)
	}
	return f
}

func (d *desk) profiles() (form.Paper, error) {
	ds, err := d.listed()
	if err != nil {
		return nil, err
	}
	if len(ds) == 0 {
		return nil, d.none()
	}
	subjects, err := d.subjects(ds)
	if err != nil {
		return nil, err
	}
	return form.Profiles{Frame: d.frame(), Movement: d.about(), Awards: d.awards(), Subjects: subjects}, nil
}

func (d *desk) summary() (form.Paper, error) {
	return d.each(func(x dossier.Dossier, s form.Subject) form.Paper {
		return form.Summary{Frame: d.unitFrame(x), Movement: d.about(), Subject: s}
	})
}

func (d *desk) merit() (form.Paper, error) {
	return d.each(func(x dossier.Dossier, s form.Subject) form.Paper {
		return form.Merit{Frame: d.unitFrame(x), Movement: d.about(), Subject: s, Thematic: x.Way == "phong_trao"}
	})
}

// submissions are what the dossiers were handed in with.
func (d *desk) submissions(ds []dossier.Dossier) (map[int64]dossier.Submission, error) {
	all, err := d.tx.Submissions().Find(d.ctx, SubmissionFilter{Movement: d.movement.ID})
	if err != nil {
		return nil, err
	}
	out := map[int64]dossier.Submission{}
	for _, s := range all {
		if slices.ContainsFunc(ds, func(x dossier.Dossier) bool { return x.Submission == s.ID }) {
			out[s.ID] = s
		}
	}
	return out, nil
}

// body is a submission's unit as papers name it.
func (d *desk) body(s dossier.Submission) string {
	if v, ok := d.units.Near(s.Unit, s.Received); ok && s.Unit != 0 {
		return v.Official
	}
	return s.UnitText
}

func (d *desk) cited(s dossier.Submission) form.Reference {
	return form.Reference{Kind: "Tờ trình", Number: s.Number, Date: s.Date, Body: d.body(s)}
}

func (d *desk) appraisal() (form.Paper, error) {
	ds, err := d.chosen()
	if err != nil {
		return nil, err
	}
	subs, err := d.submissions(ds)
	if err != nil {
		return nil, err
	}
	facts, err := d.office.facts(d.ctx, d.tx, d.movement.Code)
	if err != nil {
		return nil, err
	}
	lists, err := checklists(d.ctx, d.tx, ds)
	if err != nil {
		return nil, err
	}
	found := map[int64][]form.Finding{}
	for _, f := range check.Run(facts) {
		found[f.Dossier] = append(found[f.Dossier], appraised(f))
	}
	return d.each(func(x dossier.Dossier, s form.Subject) form.Paper {
		a := form.Appraisal{Frame: d.frame(), Movement: d.about(), Subject: s, Findings: found[x.ID], Received: x.RuleDay(), Officer: d.office.officer}
		for _, c := range lists[x.ID] {
			if c.Optional && c.Paper.State == "" {
				continue // asked for only where the case calls for it
			}
			a.Papers = append(a.Papers, form.Seen{Name: c.Name, State: c.State().String(), Note: c.Paper.Note})
		}
		if sub, ok := subs[x.Submission]; ok {
			a.Proposer, a.Submission = d.body(sub), d.cited(sub)
		}
		if r, ok := d.cat.RuleSet(x.RuleDay()); ok {
			a.Rules = r.Name
		}
		for _, c := range facts.Confirmations[x.ID] {
			a.Confirmations = append(a.Confirmations, form.Confirmed{Body: registry.NameOf(dossier.BodyNames, c.Body), Asked: c.Asked,
				Answer: c.Answered, Result: registry.NameOf(dossier.ResultNames, c.Result)})
		}
		switch x.Stage {
		case dossier.Appraised, dossier.Passed, dossier.Submitted, dossier.Decided:
			a.Verdict = "du"
		case dossier.Rejected, dossier.Returned:
			a.Verdict = "khong"
		case dossier.Supplement:
			a.Verdict = "bo-sung"
		}
		if x.Reason != "" {
			a.Opinion = []string{x.Reason}
		}
		return a
	})
}

// appraised is a finding as the appraisal sheet prints it.
func appraised(f check.Finding) form.Finding {
	p := form.Finding{Rule: f.Title, Basis: f.Basis, Seen: f.Seen, Wanted: f.Wanted, Result: "Cần xem xét"}
	switch f.Severity {
	case check.Error:
		p.Result = "Không đạt"
	case check.Info:
		p.Result = "Lưu ý"
	}
	if o := f.Overruled; o != nil {
		p.Overruled = o.Officer + ", " + o.Day.Office() + ": " + o.Reason
	}
	return p
}

// receipt is one slip for a whole submission: that of the dossier named, else one
// for each submission of the movement. The papers counted are those noted with the
// submission and its dossiers; before anything was noted, what must be there is
// left to the pen.
func (d *desk) receipt() (form.Paper, error) {
	all, err := d.tx.Dossiers().Find(d.ctx, DossierFilter{Movement: d.movement.ID})
	if err != nil {
		return nil, err
	}
	lists, err := checklists(d.ctx, d.tx, all)
	if err != nil {
		return nil, err
	}
	cal, err := calendarOf(d.ctx, d.tx)
	if err != nil {
		return nil, err
	}
	return d.bySubmission(func(s dossier.Submission, ds []dossier.Dossier) form.Paper {
		r := form.Receipt{Frame: d.frame(), Movement: d.about(), Unit: d.body(s), Submission: d.cited(s), Lines: d.lines(ds),
			Received: s.Received, Officer: d.office.officer, Papers: handed(ds, lists)}
		if days := d.answerDays(ds); days > 0 && s.Received != 0 {
			r.Due = cal.AddWorkingDays(s.Received, days)
		}
		return r
	}, func(dossier.Dossier) bool { return true }, "office.no-dossiers")
}

// answerDays are the working days until a unit can expect an answer: those of the
// steps of receipt and appraisal on the longest road among the dossiers.
func (d *desk) answerDays(ds []dossier.Dossier) int {
	days := 0
	seen := map[string]bool{}
	for _, x := range ds {
		if seen[x.Award] {
			continue
		}
		seen[x.Award] = true
		n := 0
		if roads := roadsFor(d.roads, d.movement, x.Award); len(roads) > 0 {
			for _, st := range roads[0].Steps {
				if st.Stage == dossier.Received || st.Stage == dossier.Appraising {
					n += st.Days
				}
			}
		}
		days = max(days, n)
	}
	return days
}

// handed adds up the papers of a submission: what came with it once, what came with
// each dossier over all of them.
func handed(ds []dossier.Dossier, lists map[int64][]dossier.Checked) []form.Handed {
	var out []form.Handed
	at := map[string]int{}
	counted := map[int64]bool{}
	for _, x := range ds {
		for _, c := range lists[x.ID] {
			if c.Optional && c.Paper.State == "" {
				continue
			}
			i, ok := at[c.Code]
			if !ok {
				i = len(out)
				at[c.Code] = i
				out = append(out, form.Handed{Name: c.Name})
			}
			if c.Paper.ID == 0 || counted[c.Paper.ID] {
				continue
			}
			counted[c.Paper.ID] = true
			out[i].Originals += c.Paper.Originals
			out[i].Copies += c.Paper.Copies
			if c.Short() {
				out[i].Note = c.State().String()
			}
		}
	}
	return out
}

// supplement asks a unit for what its dossiers lack: the papers known to be missing
// or wrong, and what the officer wrote when sending the dossier back.
func (d *desk) supplement() (form.Paper, error) {
	all, err := d.chosen()
	if err != nil {
		return nil, err
	}
	lists, err := checklists(d.ctx, d.tx, all)
	if err != nil {
		return nil, err
	}
	cal, err := calendarOf(d.ctx, d.tx)
	if err != nil {
		return nil, err
	}
	return d.bySubmission(func(s dossier.Submission, ds []dossier.Dossier) form.Paper {
		l := form.Supplement{Frame: d.frame(), Movement: d.about(), To: []string{d.body(s)}, Submission: d.cited(s), Received: s.Received}
		lines := d.lines(ds)
		for i, x := range ds {
			var what []string
			if x.Reason != "" {
				what = append(what, x.Reason)
			}
			for _, c := range lists[x.ID] {
				if c.Short() {
					what = append(what, c.What())
				}
			}
			l.Missing = append(l.Missing, form.Missing{Line: lines[i], What: what})
			if roads := roadsFor(d.roads, d.movement, x.Award); len(roads) > 0 {
				if st, ok := roads[0].Step(dossier.Supplement); ok && st.Days > 0 {
					l.Deadline = max(l.Deadline, cal.AddWorkingDays(x.Since(), st.Days))
				}
			}
		}
		if l.Deadline < d.print.Day {
			l.Deadline = 0 // no letter asks for something by a day gone by: the officer sets another
		}
		return l
	}, func(x dossier.Dossier) bool { return x.Stage == dossier.Supplement }, "office.none-to-supplement")
}

// bySubmission makes one paper per submission out of the chosen dossiers that count.
func (d *desk) bySubmission(one func(dossier.Submission, []dossier.Dossier) form.Paper, counts func(dossier.Dossier) bool, none string) (form.Paper, error) {
	ds, err := d.chosen()
	if err != nil {
		return nil, err
	}
	subs, err := d.submissions(ds)
	if err != nil {
		return nil, err
	}
	if d.print.Dossier != 0 && len(ds) == 1 && ds[0].Submission != 0 && none == "office.no-dossiers" {
		// A receipt is for everything that came with the dossier.
		if ds, err = d.tx.Dossiers().Find(d.ctx, DossierFilter{Submission: ds[0].Submission}); err != nil {
			return nil, err
		}
	}
	var order []int64
	of := map[int64][]dossier.Dossier{}
	for _, x := range ds {
		if !counts(x) {
			continue
		}
		if of[x.Submission] == nil {
			order = append(order, x.Submission)
		}
		of[x.Submission] = append(of[x.Submission], x)
	}
	var many together
	for _, id := range order {
		many = append(many, one(subs[id], of[id]))
	}
	switch len(many) {
	case 0:
		return nil, fault.New(fault.NotFound, none, d.movement.Name)
	case 1:
		return many[0], nil
	}
	return many, nil
}

// inquiry asks a body about the listed dossiers; the body is to be written in
// when none has been asked yet.
func (d *desk) inquiry() (form.Paper, error) {
	ds, err := d.chosen()
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(ds))
	for i, x := range ds {
		ids[i] = x.ID
	}
	asked, err := d.tx.Confirmations().Find(d.ctx, DossiersFilter{Dossiers: ids})
	if err != nil {
		return nil, err
	}
	of := map[string][]dossier.Dossier{}
	for _, b := range dossier.BodyNames {
		for _, c := range asked {
			if c.Body != b.Code || c.Result != "" {
				continue
			}
			if i := slices.IndexFunc(ds, func(x dossier.Dossier) bool { return x.ID == c.Dossier }); i >= 0 {
				of[b.Code] = append(of[b.Code], ds[i])
			}
		}
	}
	var many together
	for _, b := range dossier.BodyNames {
		if len(of[b.Code]) > 0 {
			many = append(many, form.Inquiry{Frame: d.frame(), Movement: d.about(), To: []string{b.Name}, Lines: d.lines(of[b.Code]), ID: true,
				Matter: matterOf(b.Code)})
		}
	}
	switch len(many) {
	case 0:
		return form.Inquiry{Frame: d.frame(), Movement: d.about(), Lines: d.lines(ds), ID: true}, nil
	case 1:
		return many[0], nil
	}
	return many, nil
}

// matterOf is what a body is asked about; "" leaves it to the pen.
func matterOf(body string) string {
	if m := registry.NameOf(dossier.BodyMatters, body); m != body {
		return m
	}
	return ""
}

// higher is the tờ trình of the Chủ tịch UBND tỉnh to the Thủ tướng or the UBTVQH:
// it carries those the council has passed; before it met, a draft of all that have
// not been refused.
func (d *desk) higher(to form.Addressee, code string) (form.Paper, error) {
	if d.print.Award == "" {
		d.print.Award = code
	}
	ds, err := d.listed(dossier.Passed, dossier.Submitted, dossier.Decided)
	if err == nil && len(ds) == 0 {
		ds, err = d.listed()
		ds = slices.DeleteFunc(ds, func(x dossier.Dossier) bool { return x.Stage == dossier.Rejected })
	}
	if err != nil {
		return nil, err
	}
	p, err := d.proposalOf(ds)
	if err != nil {
		return nil, err
	}
	q := p.(form.Proposal)
	q.Addressee, q.Units, q.Dossiers, q.Refused = to, 0, 0, 0
	return q, nil
}

func (d *desk) toPremier() (form.Paper, error) {
	return d.higher(form.ToPremier, "bang_khen_thu_tuong")
}
func (d *desk) toAssembly() (form.Paper, error) { return d.higher(form.ToAssembly, "bang_khen_ubtvqh") }
