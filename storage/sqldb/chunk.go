package sqldb

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"strconv"
	"sync"
	"unicode/utf8"

	"thidua/model/intake"
	"thidua/model/when"
)

// chunkRows is how many rows are kept together: few enough to read a page of
// them quickly, many enough that the redundancy of a list is squeezed out.
const chunkRows = 256

// keptRow is a row as its chunk holds it, one JSON object behind the other.
type keptRow struct {
	Part     int
	Severity string
	Record   *intake.Record
}

// packer writes chunks. Its parts are used again: a new squeezer costs more than
// a chunk.
type packer struct {
	row     rowWriter
	squeeze *flate.Writer
}

var packers sync.Pool

func packChunk(rows []intake.StagedRow) ([]byte, error) {
	p, ok := packers.Get().(*packer)
	if !ok {
		squeeze, err := flate.NewWriter(nil, flate.BestSpeed)
		if err != nil {
			return nil, err
		}
		p = &packer{squeeze: squeeze}
	}
	defer packers.Put(p)
	var packed bytes.Buffer
	p.squeeze.Reset(&packed)
	for i := range rows {
		p.row.b, p.row.err = p.row.b[:0], nil
		p.row.write(&rows[i])
		if p.row.err != nil {
			return nil, p.row.err
		}
		if _, err := p.squeeze.Write(p.row.b); err != nil {
			return nil, err
		}
	}
	err := p.squeeze.Close()
	return packed.Bytes(), err
}

// unpackChunk calls f with each row of a chunk.
func unpackChunk(packed []byte, f func(intake.StagedRow)) error {
	read := json.NewDecoder(flate.NewReader(bytes.NewReader(packed)))
	for {
		var r intake.StagedRow
		k := keptRow{Record: &r.Record}
		if err := read.Decode(&k); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		r.Part, r.Severity = k.Part, k.Severity
		f(r)
	}
}

// rowWriter writes keptRows as JSON, what is empty left out. The fields are named
// here one by one because looking them up by reflection took as long as all the
// rest of keeping a row.
type rowWriter struct {
	b   []byte
	err error
}

func (w *rowWriter) write(r *intake.StagedRow) {
	w.b = append(w.b, `{"Part":`...)
	w.b = strconv.AppendInt(w.b, int64(r.Part), 10)
	w.text("Severity", r.Severity)
	w.b = append(w.b, `,"Record":{"Row":`...)
	w.b = strconv.AppendInt(w.b, int64(r.Row), 10)
	w.text("Kind", r.Kind)
	w.text("Name", r.Name)
	w.text("Honorific", r.Honorific)
	w.text("Gender", r.Gender)
	w.date("Birth", r.Birth)
	w.text("Ethnicity", r.Ethnicity)
	w.text("IDNumber", r.IDNumber)
	w.text("Position", r.Position)
	w.text("Subunit", r.Subunit)
	w.text("Unit", r.Unit)
	w.text("UnitCode", r.UnitCode)
	w.number("UnitID", r.UnitID)
	rest(w, "Units", r.Units)
	w.text("Self", r.Self)
	w.number("SelfID", r.SelfID)
	w.text("Award", r.Award)
	w.text("AwardText", r.AwardText)
	w.text("Achievement", r.Achievement)
	w.text("Address", r.Address)
	w.text("Class", r.Class)
	w.text("Note", r.Note)
	w.number("PersonID", r.PersonID)
	rest(w, "People", r.People)
	w.text("Ordinal", r.Ordinal)
	w.text("Section", r.Section)
	w.text("Key", r.Key)
	w.cells(r.Raw)
	rest(w, "Issues", r.Issues)
	w.b = append(w.b, "}}\n"...)
}

// field begins a field that is not the first.
func (w *rowWriter) field(name string) {
	w.b = append(append(append(w.b, `,"`...), name...), `":`...)
}

func (w *rowWriter) text(name, s string) {
	if s != "" {
		w.field(name)
		w.quoted(s)
	}
}

func (w *rowWriter) number(name string, n int64) {
	if n != 0 {
		w.field(name)
		w.b = strconv.AppendInt(w.b, n, 10)
	}
}

func (w *rowWriter) date(name string, d when.Date) {
	if d != 0 {
		w.text(name, d.String())
	}
}

// cells writes the row's cells as they came.
func (w *rowWriter) cells(raw []intake.RawCell) {
	if len(raw) == 0 {
		return
	}
	w.field("Raw")
	for i, c := range raw {
		if i == 0 {
			w.b = append(w.b, '[')
		} else {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, `{"column":`...)
		w.b = strconv.AppendInt(w.b, int64(c.Column), 10)
		w.field("text")
		w.quoted(c.Text)
		w.text("font", c.Font)
		w.b = append(w.b, '}')
	}
	w.b = append(w.b, ']')
}

// rest writes a list that most rows do not have.
func rest[T any](w *rowWriter, name string, list []T) {
	if len(list) == 0 {
		return
	}
	b, err := json.Marshal(list)
	if err != nil {
		w.err = err
		return
	}
	w.field(name)
	w.b = append(w.b, b...)
}

// quoted writes a text; one that holds signs JSON writes in another way is left
// to the package that knows them.
func (w *rowWriter) quoted(s string) {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] >= ' ' && s[i] != '"' && s[i] != '\\'
	}
	if !plain || !utf8.ValidString(s) {
		b, err := json.Marshal(s)
		if err != nil {
			w.err = err
		}
		w.b = append(w.b, b...)
		return
	}
	w.b = append(append(append(w.b, '"'), s...), '"')
}
