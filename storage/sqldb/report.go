package sqldb

import (
	"thidua/model/office"
	"thidua/model/report"
)

var reports = &table[report.Report, office.ReportFilter]{
	name: "report",
	columns: []string{"id", "rev", "movement", "kind", "year", "unit", "asked", "due", "extended", "extended_reason", "first_received", "received",
		"number", "day", "state", "returns", "content", "frozen", "accepted", "handover", "by_unit", "file", "file_name", "note"},
	fields: func(r *report.Report) []any {
		return []any{&r.ID, &r.Rev, ref{&r.Movement}, &r.Kind, &r.Year, ref{&r.Unit}, day{&r.Asked}, day{&r.Due}, day{&r.Extended}, &r.ExtendedReason,
			day{&r.First}, day{&r.Received}, &r.Number, day{&r.Date}, &r.State, asJSON{&r.Returns}, asJSON{&r.Content}, asJSON{&r.Frozen}, day{&r.Accepted},
			asJSON{&r.Handover}, ref{&r.By}, &r.File, &r.FileName, &r.Note}
	},
	where: func(f office.ReportFilter, c *clause) {
		yearly(f.YearFilter, c)
		if f.Kind != "" {
			c.add("kind = ?", string(f.Kind))
		}
		in(c, "state", f.States)
	},
	order: "year, kind, unit", missing: "report.none",
}

var exemplars = &table[report.Exemplar, office.YearFilter]{
	name: "exemplar",
	columns: []string{"id", "rev", "movement", "year", "kind", "name", "unit", "unit_text", "what", "scope", "number", "day", "photo", "photo_name",
		"publish", "nominee", "report", "used", "record", "dossier", "note", "fold", "title"},
	fields: func(e *report.Exemplar) []any {
		return []any{&e.ID, &e.Rev, ref{&e.Movement}, &e.Year, &e.Kind, &e.Name, ref{&e.Unit}, &e.UnitText, &e.What, &e.Scope, &e.Number, day{&e.Date},
			&e.Photo, &e.PhotoName, &e.Publish, ref{&e.Nominee}, ref{&e.Report}, &e.Used, ref{&e.Record}, ref{&e.Dossier}, &e.Note,
			made{searchable(e.Name, e.What)}, made{e.Name}}
	},
	where: yearly,
	order: "year, id", missing: "store.no-record",
}

var petitions = &table[report.Petition, office.YearFilter]{
	name: "petition",
	columns: []string{"id", "rev", "movement", "unit", "text", "number", "day", "received", "report", "passed_to", "passed", "passed_number", "answered",
		"answer_number", "answer", "told", "file", "answer_file", "note"},
	fields: func(p *report.Petition) []any {
		return []any{&p.ID, &p.Rev, ref{&p.Movement}, ref{&p.Unit}, &p.Text, &p.Number, day{&p.Date}, day{&p.Received}, ref{&p.Report}, &p.PassedTo, day{&p.Passed},
			&p.PassedNumber, day{&p.Answered}, &p.AnswerNumber, &p.Answer, day{&p.Told}, &p.File, &p.AnswerFile, &p.Note}
	},
	where: func(f office.YearFilter, c *clause) {
		if f.Year != 0 {
			c.add("substr(received, 1, 4) = cast(? AS TEXT)", f.Year)
		}
		f.Year = 0
		yearly(f, c)
	},
	order: "received, id", missing: "store.no-record",
}

var reminders = &table[report.Reminder, office.YearFilter]{
	name:    "reminder",
	columns: []string{"id", "rev", "movement", "what", "kind", "year", "day", "number", "due", "deadline", "round", "single", "units", "officer"},
	fields: func(r *report.Reminder) []any {
		return []any{&r.ID, &r.Rev, ref{&r.Movement}, &r.What, &r.Kind, &r.Year, day{&r.Day}, &r.Number, day{&r.Due}, day{&r.Deadline}, &r.Round, &r.Single,
			asJSON{&r.Units}, &r.Officer}
	},
	where: func(f office.YearFilter, c *clause) { f.Units = nil; yearly(f, c) },
	order: "id DESC", missing: "store.no-record",
}

var summaries = &table[report.Summary, office.YearFilter]{
	name: "summary", columns: []string{"id", "rev", "movement", "kind", "year", "narrative", "number", "day", "filed", "paper", "note"},
	fields: func(s *report.Summary) []any {
		return []any{&s.ID, &s.Rev, ref{&s.Movement}, &s.Kind, &s.Year, asJSON{&s.Narrative}, &s.Number, day{&s.Date}, day{&s.Filed}, &s.Paper, &s.Note}
	},
	where: func(f office.YearFilter, c *clause) { f.Units = nil; yearly(f, c) },
	order: "year DESC, id DESC", missing: "store.no-record",
}

var filings = &table[report.Filing, office.FilingFilter]{
	name: "filing", columns: []string{"id", "rev", "form", "valid_from", "valid_to", "name", "typed", "cells", "number", "filed", "note"},
	fields: func(f *report.Filing) []any {
		return []any{&f.ID, &f.Rev, &f.Form, day{&f.From}, day{&f.To}, &f.Name, asJSON{&f.Typed}, asJSON{&f.Cells}, &f.Number, day{&f.Filed}, &f.Note}
	},
	where: func(f office.FilingFilter, c *clause) {
		if f.Form != "" {
			c.add("form = ?", f.Form)
		}
		if f.From != 0 {
			c.add("valid_from = ? AND valid_to = ?", f.From.String(), f.To.String())
		}
	},
	order: "valid_from DESC, form", missing: "store.no-record",
}

// Reports is the shelf of reports owed and handed in.
func (t *Tx) Reports() office.Set[report.Report, office.ReportFilter] {
	return shelf[report.Report, office.ReportFilter]{t, reports}
}

// Exemplars is the shelf of điển hình tiên tiến.
func (t *Tx) Exemplars() office.Set[report.Exemplar, office.YearFilter] {
	return shelf[report.Exemplar, office.YearFilter]{t, exemplars}
}

// Petitions is the shelf of what units raised.
func (t *Tx) Petitions() office.Set[report.Petition, office.YearFilter] {
	return shelf[report.Petition, office.YearFilter]{t, petitions}
}

// Reminders is the shelf of reminders sent, newest first.
func (t *Tx) Reminders() office.Set[report.Reminder, office.YearFilter] {
	return shelf[report.Reminder, office.YearFilter]{t, reminders}
}

// Summaries is the shelf of what was summed up.
func (t *Tx) Summaries() office.Set[report.Summary, office.YearFilter] {
	return shelf[report.Summary, office.YearFilter]{t, summaries}
}

// Filings is the shelf of statistics.
func (t *Tx) Filings() office.Set[report.Filing, office.FilingFilter] {
	return shelf[report.Filing, office.FilingFilter]{t, filings}
}
