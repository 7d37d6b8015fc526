package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/words"
	"thidua/storage"
)

// tableJSON is one list read from a file, as scripts are promised it.
type tableJSON struct {
	File     string       `json:"file"`
	Format   string       `json:"format"`
	Sheet    string       `json:"sheet"`
	Encoding string       `json:"encoding"`
	Batch    int64        `json:"batch,omitempty"`
	State    string       `json:"state,omitempty"`
	Accepted int          `json:"accepted,omitempty"`
	Updated  int          `json:"updated,omitempty"`
	Columns  []columnJSON `json:"columns"`
	Rows     []rowJSON    `json:"rows"`
	Skipped  []skipJSON   `json:"skipped"`
	Issues   []issueJSON  `json:"issues"`
}

type columnJSON struct {
	Header string `json:"header"`
	Field  string `json:"field"`
}

type skipJSON struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type issueJSON struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Field    string `json:"field"`
	Message  string `json:"message"`
}

type rowJSON struct {
	Row         int    `json:"row"`
	Kind        string `json:"kind,omitempty"`
	Name        string `json:"name,omitempty"`
	Honorific   string `json:"honorific,omitempty"`
	Gender      string `json:"gender,omitempty"`
	Birth       string `json:"birth_date,omitempty"`
	Ethnicity   string `json:"ethnicity,omitempty"`
	IDNumber    string `json:"id_number,omitempty"`
	Position    string `json:"position,omitempty"`
	Unit        string `json:"unit,omitempty"`
	UnitCode    string `json:"unit_code,omitempty"`
	Award       string `json:"award,omitempty"`
	Achievement string `json:"achievement,omitempty"`
	Address     string `json:"address,omitempty"`
	Class       string `json:"class,omitempty"`
	Note        string `json:"note,omitempty"`
	// Dossier is what the row became, or the one that stands already and that it
	// updates; Updates are the cells in which they differ.
	Dossier int64           `json:"dossier,omitempty"`
	Updates []intake.Update `json:"updates,omitempty"`
	Issues  []issueJSON     `json:"issues"`
}

// sentence is an issue in words.
func sentence(i intake.Issue) string { return words.Text(i.Code, i.Args...) }

func issuesJSON(list []intake.Issue) []issueJSON {
	out := make([]issueJSON, 0, len(list))
	for _, i := range list {
		out = append(out, issueJSON{i.Severity, i.Code, i.Field, sentence(i)})
	}
	return out
}

// tablesJSON is a batch as one object per list found in the file.
func tablesJSON(file string, b intake.Batch, rows []intake.StagedRow) []tableJSON {
	out := make([]tableJSON, len(b.Tables))
	for i, t := range b.Tables {
		j := tableJSON{File: file, Format: b.Format, Sheet: t.Sheet, Encoding: string(t.Encoding), Columns: []columnJSON{},
			Rows: []rowJSON{}, Skipped: []skipJSON{}, Issues: issuesJSON(t.Issues)}
		for _, c := range t.Columns {
			j.Columns = append(j.Columns, columnJSON{c.Header, string(c.Field)})
		}
		for _, s := range t.Skipped {
			j.Skipped = append(j.Skipped, skipJSON{s.Row, s.Reason})
		}
		out[i] = j
	}
	for _, r := range rows {
		out[r.Part].Rows = append(out[r.Part].Rows, rowJSON{Row: r.Row, Kind: r.Kind, Name: r.Name, Honorific: r.Honorific, Gender: r.Gender,
			Birth: r.Birth.String(), Ethnicity: r.Ethnicity, IDNumber: r.IDNumber, Position: r.Position, Unit: r.Unit, UnitCode: r.UnitCode,
			Award: r.Award, Achievement: r.Achievement, Address: r.Address, Class: r.Class, Note: r.Note, Dossier: max(r.Dossier, r.Existing), Updates: r.Updates, Issues: issuesJSON(r.Issues)})
	}
	return out
}

func (c *console) importFiles(args []string) (int, error) {
	fs := c.flags("import")
	dry := fs.Bool("dry-run", false, "")
	accept := fs.Bool("accept", false, "")
	movement := fs.String("movement", "", "")
	from := fs.String("from", "", "")
	files, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(files) == 0 || *dry && *accept {
		return 0, usage{words.Text("console.import-files")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	status := done
	answer := []tableJSON{}
	for _, path := range files {
		in := office.Incoming{Name: filepath.Base(path), Movement: *movement, From: *from}
		if in.Data, err = storage.LoadTable(path); err != nil {
			return c.partly(answer, err)
		}
		tables, err := c.take(in, path, *dry, *accept)
		if err != nil {
			return c.partly(answer, err)
		}
		for _, t := range tables {
			if hasError(t) {
				status = findings
			}
		}
		answer = append(answer, tables...)
	}
	return status, c.answer(object{"files": answer}, func(w io.Writer) { c.printTables(w, answer) })
}

// partly answers with the files read so far when a later one fails: each file is
// an act of its own, so those before it stand.
func (c *console) partly(sofar []tableJSON, err error) (int, error) {
	if aerr := c.answer(object{"files": sofar, "error": words.Say(err)}, func(w io.Writer) { c.printTables(w, sofar) }); aerr != nil {
		return 0, aerr
	}
	return 0, err
}

// take reads one file and does with it what was asked.
func (c *console) take(in office.Incoming, path string, dry, accept bool) ([]tableJSON, error) {
	if dry {
		p, err := c.office.Preview(c.ctx, in, nil)
		return tablesJSON(path, p.Batch, p.Rows), err
	}
	st, err := c.office.Stage(c.ctx, in, nil)
	if err != nil {
		return nil, err
	}
	if st.Known {
		c.say("console.same-file", in.Name, st.Batch.ID)
	}
	accepted, updated := 0, 0
	if accept && st.Batch.State == intake.Staged {
		a, err := c.office.Accept(c.ctx, st.Batch.ID)
		if err != nil {
			return nil, err
		}
		accepted, updated = a.Accepted, a.Updated
		c.sayAccepted(a)
	}
	b, rows, err := c.office.Batch(c.ctx, st.Batch.ID)
	if err != nil {
		return nil, err
	}
	tables := tablesJSON(path, b, rows)
	for i := range tables {
		tables[i].Batch, tables[i].State, tables[i].Accepted, tables[i].Updated = b.ID, string(b.State), accepted, updated
	}
	return tables, nil
}

func hasError(t tableJSON) bool {
	for _, i := range t.Issues {
		if i.Severity == intake.Error {
			return true
		}
	}
	for _, r := range t.Rows {
		for _, i := range r.Issues {
			if i.Severity == intake.Error {
				return true
			}
		}
	}
	return false
}

func (c *console) printTables(w io.Writer, tables []tableJSON) {
	cat, err := c.office.Catalogue(c.ctx)
	if err != nil {
		c.sorry(words.Say(err)) // the codes are told instead
	}
	for _, t := range tables {
		fmt.Fprintf(w, "%s · %s · %s · %s: %d dòng\n", filepath.Base(t.File), t.Sheet, t.Format, t.Encoding, len(t.Rows))
		for _, i := range t.Issues {
			fmt.Fprintf(w, "  %s\n", i.Message)
		}
		for _, r := range t.Rows {
			fmt.Fprintf(w, "  %4d  %s · %s · %s · %s\n", r.Row, r.Name, r.Position, r.Unit, cat.Short(r.Award))
			for _, u := range r.Updates {
				fmt.Fprintf(w, "        %s\n", updateText(r.Dossier, u))
			}
			for _, i := range r.Issues {
				fmt.Fprintf(w, "        %s\n", i.Message)
			}
		}
	}
}

func (c *console) batches(args []string) (int, error) {
	if err := c.bare(c.flags("batches"), args); err != nil {
		return 0, err
	}
	list, err := c.office.Batches(c.ctx)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, b := range list {
		out = append(out, object{"id": b.ID, "file": b.File, "format": b.Format, "encoding": b.Encoding, "state": b.State,
			"rows": b.Rows, "errors": b.Errors, "warnings": b.Warnings, "at": b.At.UTC().Format("2006-01-02T15:04:05Z")})
	}
	return done, c.answer(object{"batches": out}, func(w io.Writer) {
		for _, b := range list {
			fmt.Fprintf(w, "%4d  %-12s %4d dòng  %3d lỗi  %3d cần xem  %s\n", b.ID, b.State, b.Rows, b.Errors, b.Warnings, b.File)
		}
	})
}

func (c *console) batch(args []string) (int, error) {
	fs := c.flags("batch")
	accept := fs.Bool("accept", false, "")
	undo := fs.Bool("undo", false, "")
	reply := fs.String("reply", "", "")
	template := fs.String("template", "", "")
	said := answerFlags(fs)
	id, err := c.one(fs, args)
	if err != nil {
		return 0, err
	}
	if *accept && *undo {
		return 0, usage{words.Text("console.accept-or-undo")}
	}
	for _, out := range []string{*reply, *template} {
		if out != "" && !strings.EqualFold(filepath.Ext(out), ".xlsx") {
			return 0, usage{words.Text("console.workbook", out)}
		}
	}
	if err := c.mend(id, said); err != nil {
		return 0, err
	}
	switch {
	case *accept:
		a, err := c.office.Accept(c.ctx, id)
		if err != nil {
			return 0, err
		}
		c.sayAccepted(a)
	case *undo:
		if _, err := c.office.TakeBack(c.ctx, id); err != nil {
			return 0, err
		}
	}
	if *reply != "" {
		err := storage.WriteFile(*reply, func(w io.Writer) error { return c.office.Reply(c.ctx, id, w, sentence) })
		if err != nil {
			return 0, err
		}
	}
	if *template != "" {
		err := storage.WriteFile(*template, func(w io.Writer) error { return c.office.Correction(c.ctx, id, w, sentence) })
		if err != nil {
			return 0, err
		}
	}
	b, rows, err := c.office.Batch(c.ctx, id)
	if err != nil {
		return 0, err
	}
	tables := tablesJSON(b.File, b, rows)
	status := done
	for i := range tables {
		tables[i].Batch, tables[i].State = b.ID, string(b.State)
		if hasError(tables[i]) {
			status = findings
		}
	}
	return status, c.answer(object{"batch": object{"id": b.ID, "file": b.File, "state": b.State, "rows": b.Rows, "errors": b.Errors, "warnings": b.Warnings}, "files": tables},
		func(w io.Writer) { c.printTables(w, tables) })
}
