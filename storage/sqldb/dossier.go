package sqldb

import (
	"context"
	"strings"

	"thidua/model/dossier"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
)

var roads = &table[dossier.Road, office.All]{
	name: "road", columns: []string{"id", "rev", "code", "name", "award", "source", "remark", "via", "steps", "valid_from", "valid_to"},
	fields: func(r *dossier.Road) []any {
		return []any{&r.ID, &r.Rev, &r.Code, &r.Name, &r.Award, &r.Source, &r.Remark, &r.Via, asJSON{&r.Steps}, day{&r.From}, day{&r.To}}
	},
	order: "id", missing: "store.no-record",
}

var submissions = &table[dossier.Submission, office.SubmissionFilter]{
	name:    "submission",
	columns: []string{"id", "rev", "movement", "unit", "unit_text", "number", "day", "received", "batch", "file", "note"},
	fields: func(s *dossier.Submission) []any {
		return []any{&s.ID, &s.Rev, ref{&s.Movement}, ref{&s.Unit}, &s.UnitText, &s.Number, day{&s.Date}, day{&s.Received}, ref{&s.Batch}, &s.File, &s.Note}
	},
	where: func(f office.SubmissionFilter, c *clause) {
		if f.Movement != 0 {
			c.add("movement = ?", f.Movement)
		}
		if f.Unit != 0 {
			c.add("unit = ?", f.Unit)
		}
		if f.Batch != 0 {
			c.add("batch = ?", f.Batch)
		}
	},
	order: "received, id", missing: "store.no-submission",
}

var dossiers = &table[dossier.Dossier, office.DossierFilter]{
	name: "dossier",
	columns: []string{"id", "rev", "submission", "movement", "award", "stage", "nominee", "kind", "name", "honorific", "gender", "birth",
		"ethnicity", "id_number", "position", "unit", "unit_text", "address", "achievement", "class", "ground", "way", "year", "received",
		"stage_since", "appraisal_from", "place", "reason", "batch", "row_no", "note", "sort_key", "fold", "title"},
	fields: func(d *dossier.Dossier) []any {
		sort := viet.TextKey(d.Name)
		if d.Kind == registry.Individual {
			sort = viet.SortKey(d.Name)
		}
		return []any{&d.ID, &d.Rev, ref{&d.Submission}, ref{&d.Movement}, &d.Award, &d.Stage, ref{&d.Nominee}, &d.Kind, &d.Name, &d.Honorific, &d.Gender, day{&d.Birth},
			&d.Ethnicity, &d.IDNumber, &d.Position, ref{&d.Unit}, &d.UnitText, &d.Address, &d.Achievement, &d.Class, &d.Ground, &d.Way, &d.Year, day{&d.Received},
			day{&d.StageSince}, day{&d.AppraisalFrom}, &d.Place, &d.Reason, ref{&d.Batch}, &d.Row, &d.Note, made{sort}, made{searchable(d.Name, d.UnitText, d.Position, d.IDNumber)}, made{d.Name}}
	},
	where: func(f office.DossierFilter, c *clause) {
		in(c, "id", f.IDs)
		in(c, "nominee", f.Nominees)
		in(c, "stage", f.Stages)
		if f.Movement != 0 {
			c.add("movement = ?", f.Movement)
		}
		if f.Unit != 0 {
			c.add("unit = ?", f.Unit)
		}
		if f.Award != "" {
			c.add("award = ?", f.Award)
		}
		if f.Kind != "" {
			c.add("kind = ?", string(f.Kind))
		}
		if f.Batch != 0 {
			c.add("batch = ?", f.Batch)
		}
		if f.Submission != 0 {
			c.add("submission = ?", f.Submission)
		}
		for _, w := range strings.Fields(viet.Fold(f.Text)) {
			c.add("instr(fold, ?) > 0", w)
		}
	},
	page: func(f office.DossierFilter) (int, int) { return f.Limit, f.Offset },
	// The order of printed lists: highest award first is the catalogue's and done
	// by the office; within it what a person set by hand, then as they came in.
	order: "CASE place WHEN 0 THEN 1 ELSE 0 END, place, received, id", missing: "store.no-dossier",
}

var confirmations = &table[dossier.Confirmation, office.DossiersFilter]{
	name: "confirmation", columns: []string{"id", "rev", "dossier", "body", "asked", "number", "answered", "answer", "result", "valid_until", "file", "note"},
	fields: func(c *dossier.Confirmation) []any {
		return []any{&c.ID, &c.Rev, ref{&c.Dossier}, &c.Body, day{&c.Asked}, &c.Number, day{&c.Answered}, &c.Answer, &c.Result, day{&c.ValidUntil}, &c.File, &c.Note}
	},
	where: func(f office.DossiersFilter, c *clause) { in(c, "dossier", f.Dossiers) },
	order: "dossier, id", missing: "store.no-record",
}

var matters = &table[dossier.Matter, office.NomineesFilter]{
	name: "matter", columns: []string{"id", "rev", "nominee", "kind", "opened", "closed", "cleared", "until", "source", "note"},
	fields: func(m *dossier.Matter) []any {
		return []any{&m.ID, &m.Rev, ref{&m.Nominee}, &m.Kind, day{&m.Opened}, day{&m.Closed}, &m.Cleared, day{&m.Until}, &m.Source, &m.Note}
	},
	where: func(f office.NomineesFilter, c *clause) { in(c, "nominee", f.Nominees) },
	order: "nominee, id", missing: "store.no-record",
}

var initiatives = &table[dossier.Initiative, office.All]{
	name: "initiative", columns: []string{"id", "rev", "name", "authors", "level", "number", "day", "body", "what", "publish", "dossiers", "records", "fold", "title"},
	fields: func(i *dossier.Initiative) []any {
		return []any{&i.ID, &i.Rev, &i.Name, asJSON{&i.Authors}, &i.Level, &i.Number, day{&i.Date}, &i.Body, &i.What, &i.Publish, asJSON{&i.Dossiers}, asJSON{&i.Records},
			made{searchable(i.Name, i.Number)}, made{i.Name}}
	},
	order: "day, id", missing: "store.no-record",
}

// Confirmations is the shelf of what other bodies were asked and answered.
func (t *Tx) Confirmations() office.Set[dossier.Confirmation, office.DossiersFilter] {
	return shelf[dossier.Confirmation, office.DossiersFilter]{t, confirmations}
}

// Matters is the shelf of disciplines, inspections and complaints.
func (t *Tx) Matters() office.Set[dossier.Matter, office.NomineesFilter] {
	return shelf[dossier.Matter, office.NomineesFilter]{t, matters}
}

// Initiatives is the shelf of recognised initiatives.
func (t *Tx) Initiatives() office.Set[dossier.Initiative, office.All] {
	return shelf[dossier.Initiative, office.All]{t, initiatives}
}

// Roads is the shelf of roads.
func (t *Tx) Roads() office.Set[dossier.Road, office.All] {
	return shelf[dossier.Road, office.All]{t, roads}
}

// Submissions is the shelf of what units handed in.
func (t *Tx) Submissions() office.Set[dossier.Submission, office.SubmissionFilter] {
	return shelf[dossier.Submission, office.SubmissionFilter]{t, submissions}
}

// Dossiers is the shelf of dossiers.
func (t *Tx) Dossiers() office.Set[dossier.Dossier, office.DossierFilter] {
	return shelf[dossier.Dossier, office.DossierFilter]{t, dossiers}
}

// StageCounts counts dossiers by movement, award, kind, unit and stage.
func (t *Tx) StageCounts(ctx context.Context, movement int64) ([]office.StageCount, error) {
	rows, err := t.query(ctx, `SELECT movement, award, kind, coalesce(unit, 0), stage, count(*) FROM dossier
		WHERE ? = 0 OR movement = ? GROUP BY movement, award, kind, unit, stage ORDER BY movement, award, kind, unit, stage`, movement, movement)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.StageCount
	for rows.Next() {
		var c office.StageCount
		if err := rows.Scan(&c.Movement, &c.Award, &c.Kind, &c.Unit, &c.Stage, &c.Count); err != nil {
			return nil, t.fail(err)
		}
		out = append(out, c)
	}
	return out, t.fail(rows.Err())
}

// stageWord turns a stage's code into its words and leaves other text alone.
func stageWord(text string) string { return dossier.Stage(text).String() }
