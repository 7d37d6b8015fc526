package sqldb

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/model/intake"
	"thidua/model/when"
)

// fillIn gives every field of a value something of its own, so that a field the
// writer forgets is missed.
func fillIn(v reflect.Value, n *int) {
	*n++
	switch {
	case v.Type() == reflect.TypeFor[when.Date]():
		v.Set(reflect.ValueOf(when.Of(1980, 3, 1+*n%28)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i), n)
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillIn(v.Index(i), n)
		}
	case v.Kind() == reflect.Interface:
		v.Set(reflect.ValueOf("\u00ad \"\\\n<\u2028>" + string(rune('a'+*n%26))))
	case v.Kind() == reflect.String:
		v.SetString("Sở \"Y tế\"\t\\ " + string(rune('a'+*n%26)))
	case v.CanInt():
		v.SetInt(int64(*n))
	default:
		panic(v.Type().String())
	}
}

func TestChunkKeepsEveryField(t *testing.T) {
	var full intake.StagedRow
	n := 0
	fillIn(reflect.ValueOf(&full.Record).Elem(), &n)
	for i := range full.Units {
		full.Units[i].Names = nil // asked of the registry anew
	}
	full.Part, full.Severity = 2, intake.Warning
	rows := []intake.StagedRow{full, {}, {Record: intake.Record{Row: 7, Kind: intake.Individual, Name: "Katơr Thị Ánh", Raw: []intake.RawCell{{Text: "1"}}}}}
	packed, err := packChunk(rows)
	if err != nil {
		t.Fatal(err)
	}
	var got []intake.StagedRow
	if err := unpackChunk(packed, func(r intake.StagedRow) { got = append(got, r) }); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(rows, got); d != "" {
		t.Error(d)
	}
}

func TestChunkMendsBrokenBytes(t *testing.T) {
	packed, err := packChunk([]intake.StagedRow{{Record: intake.Record{Raw: []intake.RawCell{{Text: "a\xffb"}}}}})
	if err != nil {
		t.Fatal(err)
	}
	var got []intake.StagedRow
	if err := unpackChunk(packed, func(r intake.StagedRow) { got = append(got, r) }); err != nil || len(got) != 1 || got[0].Raw[0].Text != "a\ufffdb" {
		t.Error(got, err)
	}
}
