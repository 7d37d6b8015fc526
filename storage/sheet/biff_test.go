package sheet

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"thidua/model/intake"
)

func makeXLS(version uint16, extra func(w *biffWriter), sheet func(w *biffWriter)) []byte {
	w := &biffWriter{version: version}
	w.begin(func() {
		if extra != nil {
			extra(w)
		}
	})
	stream := w.book(map[string]func(){"DS": func() { sheet(w) }}, "DS")
	name := "Workbook"
	if version == biff5 {
		name = "Book"
	}
	return makeOLE(map[string][]byte{name: stream})
}

// Every record that holds a value, as Excel and other writers leave them.
func TestRecords(t *testing.T) {
	raw := makeXLS(biff8, nil, func(w *biffWriter) {
		w.rec(recColInfo, u16(1, 1, 2560, 0, 1, 0))
		w.rec(recRow, u16(3, 0, 5, 255, 0, 0, 0x120, 0))
		w.rec(recLabel, u16(0, 0, 1), w.long("Hä vµ tªn"))
		w.rec(recNumber, u16(0, 1, 0), f64(58076249362))
		w.rec(recRK, u16(0, 2, 2), u32(29285<<2|2))
		w.rec(recMulRK, u16(1, 0), u16(0), u32(1<<2|2), u16(2), u32(29285<<2|2), u16(3), u32(1250<<2|3), u16(2))
		w.rec(recBoolErr, u16(1, 3, 0), []byte{1, 0})
		w.rec(recBoolErr, u16(1, 4, 0), []byte{42, 1})
		// Formulas: number, text, truth value, error, empty text.
		w.rec(recFormula, u16(2, 0, 0), f64(12.5), u16(0), u32(0), u16(0))
		w.rec(recFormula, u16(2, 1, 1), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
		w.rec(recShared, u16(0, 0), make([]byte, 8))
		w.rec(recString, w.long("kết quả"))
		w.rec(recFormula, u16(2, 2, 0), []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
		w.rec(recFormula, u16(2, 3, 0), []byte{2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
		w.rec(recFormula, u16(2, 4, 0), []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
		// A writer that goes column by column, and one that writes a cell twice.
		w.rec(recLabel, u16(4, 1, 0), w.long("sau"))
		w.rec(recRString, u16(3, 0, 0), w.long("ab"), u16(1, 0, 6))
		w.rec(recLabel, u16(4, 0, 0), w.long("cũ"))
		w.rec(recLabel, u16(4, 0, 0), w.long("mới"))
		w.rec(0x0201, u16(5, 0, 0))
		w.rec(0x00BE, u16(5, 1, 0, 0, 2))
		w.rec(recMerged, u16(2), u16(0, 1, 0, 0), u16(4, 4, 0, 1))
	})
	wantOutline(t, readBytes(t, "x.xls", raw), `
xls 
= DS A1:A2 A5:B5 -B
A1 "Hä vµ tªn" {.VnTime}
B1 5.8076249362e+10 58076249362 {Arial}
C1 day 3716 29285 {Arial}
A2 1 1 {Arial}
B2 day 3716 29285 {Arial}
C2 12.5 12.5 {Arial} struck
D2 bool 1 {Arial}
E2 failure #N/A {Arial}
A3 12.5 12.5 {Arial} formula
B3 "kết quả" {.VnTime} formula
C3 bool 1 {Arial} formula
D3 failure #REF! {Arial} formula
A4 "ab" {Arial} struck hidden
A5 "mới" {Arial}
B5 "sau" {Arial}
`)
}

// Excel 95: texts are bytes; under an old Vietnamese font they are that
// encoding's bytes.
func TestExcel95(t *testing.T) {
	raw := makeXLS(biff5, nil, func(w *biffWriter) {
		w.rec(recLabel, u16(0, 0, 1), w.long("H\xe4 v\xb5 t\xaan tr\xad\xeb"))
		w.rec(recLabel, u16(0, 1, 0), w.long("\x93Trung\x94"))
		w.rec(recRK, u16(0, 2, 2), u32(29285<<2|2))
		w.rec(recFormula, u16(1, 0, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, u16(0), u32(0), u16(0))
		w.rec(recString, w.long("abc"))
	})
	wantOutline(t, readBytes(t, "x.xls", raw), `
xls 
= DS
A1 "Hä vµ tªn tr\u00adë" {.VnTime}
B1 "“Trung”" {Arial}
C1 day 3716 29285 {Arial}
A2 "abc" {Arial} formula
`)
}

// The table of shared strings is cut at every possible place; each cut inside
// the characters of a text makes the next part begin with a new flag byte.
func TestSharedStringsCutAnywhere(t *testing.T) {
	texts := []string{"Nguyễn Thị Ánh", "abc", "", "Trần Đại Nghĩa", "Hä vµ tªn"}
	var table []byte
	type flagged struct{ from, to int } // where characters stand, wide
	var wide []flagged
	table = append(table, u32(9)...)
	table = append(table, u32(uint32(len(texts)))...)
	for i, s := range texts {
		table = append(table, u16(units(s))...)
		switch i {
		case 1: // rich: one run, font 6 (struck) from the first character
			table = append(table, 1|8)
			table = append(table, u16(1)...)
		case 3: // with an extension of four bytes
			table = append(table, 1|4)
			table = append(table, u32(4)...)
		default:
			table = append(table, 1)
		}
		chars := text8(s)[1:]
		wide = append(wide, flagged{len(table), len(table) + len(chars)})
		table = append(table, chars...)
		switch i {
		case 1:
			table = append(table, u16(0, 6)...)
		case 3:
			table = append(table, 1, 2, 3, 4)
		}
	}
	inChars := func(cut int) (inside, between bool) {
		for _, f := range wide {
			if cut >= f.from && cut < f.to {
				return true, (cut-f.from)%2 == 1
			}
		}
		return false, false
	}
	for cut := 8; cut < len(table); cut++ {
		inside, halfway := inChars(cut)
		if halfway {
			continue // Excel never cuts a character
		}
		raw := makeXLS(biff8, func(w *biffWriter) {
			w.rec(recSST, table[:cut])
			if inside {
				w.rec(recContinue, []byte{1}, table[cut:])
			} else {
				w.rec(recContinue, table[cut:])
			}
		}, func(w *biffWriter) {
			for i := range texts {
				w.rec(recLabelSST, u16(i, 0, 0), u32(uint32(i)))
			}
		})
		b := readBytes(t, fmt.Sprint("cut at ", cut), raw)
		for i, want := range texts {
			_, c, _ := find(b, cellName(0, i+1))
			if c.Text != want || c.Struck != (i == 1) {
				t.Fatalf("cut at %d: text %d is %q struck %v", cut, i, c.Text, c.Struck)
			}
		}
	}
}

func TestHostileXLS(t *testing.T) {
	one := func(w *biffWriter) { w.rec(recLabel, u16(0, 0, 0), w.long("a")) }
	good := makeXLS(biff8, nil, one)
	readBytes(t, "good", good)

	wantRefused(t, "FILEPASS", makeXLS(biff8, func(w *biffWriter) { w.rec(recFilePass, make([]byte, 54)) }, one), "sheet.encrypted")
	wantRefused(t, "EncryptedPackage", makeOLE(map[string][]byte{"EncryptedPackage": make([]byte, 5000), "EncryptionInfo": make([]byte, 200)}), "sheet.encrypted")
	wantRefused(t, ".doc", makeOLE(map[string][]byte{"WordDocument": make([]byte, 5000), "1Table": nil}), "sheet.word-old")
	wantRefused(t, "other OLE", makeOLE(map[string][]byte{"__properties_version1.0": make([]byte, 5000)}), "sheet.unknown-kind")
	wantRefused(t, "no sheet", makeXLS(biff8, nil, func(*biffWriter) {}), "sheet.empty")
	wantRefused(t, "string not there", makeXLS(biff8, nil, func(w *biffWriter) { w.rec(recLabelSST, u16(6, 2, 0), u32(7)) }), "sheet.missing-string")
	if err := wantRefused(t, "merge out of its record", makeXLS(biff8, nil, func(w *biffWriter) { w.rec(recMerged, u16(900)) }), "sheet.damaged-sheet"); err != nil && !strings.Contains(err.Error(), "DS") {
		t.Errorf("the sheet is not named: %v", err)
	}
	wantRefused(t, "half a number", makeXLS(biff8, nil, func(w *biffWriter) { w.rec(recNumber, u16(0, 0, 0), []byte{1, 2}) }), "sheet.damaged-row")
	wantRefused(t, "not a number", makeXLS(biff8, nil, func(w *biffWriter) { w.rec(recNumber, u16(0, 0, 0), []byte{0, 0, 0, 0, 0, 0, 0xF8, 0x7F}) }), "sheet.damaged-row")
	wantRefused(t, "BIFF4", makeOLE(map[string][]byte{"Book": append([]byte{9, 8, 16, 0, 0, 4, 5, 0}, make([]byte, 5000)...)}), "sheet.old-excel")

	cut := good[:len(good)-len(good)%512-1024]
	if _, err := readWithin(t, cut); err == nil {
		t.Error("cut file accepted")
	}
	// Every sector of the stream chained to the first one.
	cyclic := append([]byte(nil), good...)
	fat := 512 * (1 + int(binary.LittleEndian.Uint32(cyclic[76:])))
	for i := range 8 {
		binary.LittleEndian.PutUint32(cyclic[fat+4*i:], uint32(i%2))
	}
	wantRefused(t, "cycle", cyclic, "sheet.damaged")
	// A stream that claims to be larger than the file.
	large := append([]byte(nil), good...)
	dir := 512 * (1 + int(binary.LittleEndian.Uint32(large[48:])))
	binary.LittleEndian.PutUint32(large[dir+128+120:], 0x7FFFFFFF)
	wantRefused(t, "large stream", large, "sheet.damaged")
}

// manyRows is an .xls of n rows in ten columns with a table of shared strings.
func manyRows(n int) []byte {
	index := map[string]int{}
	var texts []string
	share := func(s string) uint32 {
		i, ok := index[s]
		if !ok {
			i = len(texts)
			index[s] = i
			texts = append(texts, s)
		}
		return uint32(i)
	}
	body := &biffWriter{version: biff8}
	for i := range n {
		for j, v := range listRow(i) {
			switch v := v.(type) {
			case string:
				body.rec(recLabelSST, u16(i, j, 1), u32(share(v)))
			case int:
				body.rec(recRK, u16(i, j, 0), u32(uint32(v)<<2|2))
			case float64:
				body.rec(recNumber, u16(i, j, 2), f64(v))
			}
		}
	}
	w := &biffWriter{version: biff8}
	w.begin(func() {
		id, part := uint16(recSST), append(u32(uint32(len(texts))), u32(uint32(len(texts)))...)
		for _, s := range texts {
			if t := w.long(s); len(part)+len(t) <= 8224 {
				part = append(part, t...)
			} else {
				w.rec(id, part)
				id, part = recContinue, t
			}
		}
		w.rec(id, part)
	})
	return makeOLE(map[string][]byte{"Workbook": w.book(map[string]func(){"DS": func() { w.out = append(w.out, body.out...) }}, "DS")})
}

func TestManyRowsXLS(t *testing.T) {
	b := readBytes(t, "x.xls", manyRows(3000))
	if n := len(b.Sheets[0].Rows); n != 3000 {
		t.Fatalf("%d rows", n)
	}
	for i, r := range b.Sheets[0].Rows {
		for j, v := range listRow(i) {
			if c := r.Cells[j]; c.Kind == intake.Text && c.Text != v {
				t.Fatalf("row %d: %q, want %q", r.Number, c.Text, v)
			}
		}
	}
}

func BenchmarkXLSXOldFormat(b *testing.B) { benchRead(b, manyRows(60_000)) }
