package sheet

import (
	"encoding/binary"
	"strings"
	"testing"
)

// Files made to cost much, one idea each: what a reader does per byte must stay
// small whatever the bytes ask for. The sizes here keep the test short; with
// 48 MiB each of them stays under three seconds and 450 MiB.
func TestCostlyFiles(t *testing.T) {
	const size = 3 * mib
	fill := func(head, body string, n int) func() []byte {
		return func() []byte { return []byte(head + strings.Repeat(body, n/len(body))) }
	}
	const n = size
	for name, mk := range map[string]func() []byte{
		"csv cells": fill("a,b\n", strings.Repeat("1,", 50)+"\n", n), "csv one row": fill("a,b\n", "1,", n), "csv quotes": fill("a,b\n", "\"1\"\"x\n", n),
		"csv newlines": fill("a,b\n", "\n", n), "csv commas": fill("a,b\n", ",", n), "csv 16": fill("\xff\xfe", "\xa1\x1e,\x00", n), "csv wide rows": fill("a,b\n", strings.Repeat(",", 16000)+"1\n", n),
		"csv longtext": fill("a,b\n\"", "xyz ", n), "csv noclose": fill("a,b\n", "\"x\" y,", n),
		"html tr": fill("<html><table>", "<tr>", n), "html td": fill("<html><table><tr>", "<td>", n), "html cells": fill("<html><table>", "<tr><td>1<td>2", n),
		"html fonts": fill("<html><table><tr><td>", "<font face=a>", n), "html endtags": fill("<html><table><tr><td>"+strings.Repeat("<i><b>", 200), "</x>", n),
		"html hold": fill("<html><table><tr><td colspan=16000 rowspan=9999999>", "<tr><td>", n), "html tables": fill("<html>", "<table>", n),
		"html font close": fill("<font>"+strings.Repeat("<s>", 200)+"<html><table><tr><td>"+strings.Repeat("<i>", 200), "</font>", n),
		"html text":       fill("<html><table><tr><td>", "abc def ", n), "html br": fill("<html><table><tr><td>", "<br>", n), "html classes": fill("<html><style>.a{font-family:x}</style><table><tr><td class='", "a ", n),
		"html many classes": fill("<html><style>.a{font-family:x}</style><table><tr>", "<td class='a a a a a a'>1", n),
		"html css":          fill("<html><style>", ".a{font-family:abc;color:red}", n), "html style attr": fill("<html><table><tr>", "<td style='a:b;font-family:x;c:d'>", n), "html lt": fill("<html><table>", "<", n), "html amp": fill("<html><table><tr><td>", "&amp;", n),
		"html comments": fill("<html><table>", "<!---->", n), "html nested": fill("<html>", "<table><tr><td></table>", n), "html cols": fill("<html><table>", "<col span=9999 hidden>", n),
		"html p": fill("<html><table></table>", "<p>a", n), "html attrs": fill("<html><table><tr><td ", "a=b ", n),
		"sml cells":   fill(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row>`, `<Cell><Data ss:Type="Number">1</Data></Cell>`, n),
		"sml rows":    fill(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>`, `<Row/>`, n),
		"sml styles":  fill(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, `<Style/>`, n),
		"sml sheets":  fill(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, `<Worksheet/>`, n),
		"fods rows":   fill(`<office:document>`, `<table:table><table:table-row table:number-rows-repeated="999999"/></table:table>`, n),
		"fods styles": fill(`<office:document>`, `<style:style style:name="a"/>`, n),
		"fods annot":  fill(`<office:document><table:table><table:table-row><table:table-cell>`, `<text:p>a</text:p>`, n),
	} {
		t.Run(name, func(t *testing.T) { readWithin(t, mk()) })
	}
	t.Run("ole dir", func(t *testing.T) {
		raw := makeOLE(map[string][]byte{"Workbook": make([]byte, size)})
		le := binary.LittleEndian
		// chain directory through the whole stream: point first dir sector to 0
		le.PutUint32(raw[48:], 0)
		// entry: name empty, right sibling = next
		for i := 0; i < (size)/128; i++ {
			e := raw[512+i*128:]
			e[66] = 5 // a storage
			le.PutUint32(e[68:], 0xFFFFFFFF)
			le.PutUint32(e[72:], uint32(i+1))
			le.PutUint32(e[76:], 0xFFFFFFFF)
		}
		readWithin(t, raw)
	})
	t.Run("ole left", func(t *testing.T) {
		raw := makeOLE(map[string][]byte{"Workbook": make([]byte, size)})
		le := binary.LittleEndian
		le.PutUint32(raw[48:], 0)
		for i := 0; i < (size)/128; i++ {
			e := raw[512+i*128:]
			e[66] = 5 // a storage
			le.PutUint32(e[68:], uint32(i+1))
			le.PutUint32(e[72:], 0xFFFFFFFF)
			le.PutUint32(e[76:], 0xFFFFFFFF)
		}
		readWithin(t, raw)
	})
	t.Run("biff blanks 1000 sheets", func(t *testing.T) {
		w := &biffWriter{version: biff8}
		names := make([]string, 900)
		w.begin(nil)
		for range names {
			w.rec(recSheet, u32(0), []byte{0, 0}, w.short("a"))
		}
		w.rec(recEOF)
		at := len(w.out)
		w.rec(recBOF, u16(int(biff8), 0x10), make([]byte, 12))
		for i := 0; i < size/10; i++ {
			w.rec(0x201, u16(1, 1, 1))
		}
		w.rec(recEOF)
		p := 0
		for p < at {
			if binary.LittleEndian.Uint16(w.out[p:]) == recSheet {
				binary.LittleEndian.PutUint32(w.out[p+4:], uint32(at))
			}
			p += 4 + int(binary.LittleEndian.Uint16(w.out[p+2:]))
		}
		readWithin(t, makeOLE(map[string][]byte{"Workbook": w.out}))
	})
	t.Run("biff sst", func(t *testing.T) {
		w := &biffWriter{version: biff8}
		w.begin(nil)
		one := strings.Repeat("\x00\x00\x00", 2740)
		w.rec(recSST, u32(0), u32(0xFFFFFFFF), []byte(one))
		for i := 0; i < size/8224; i++ {
			w.rec(recContinue, []byte(one))
		}
		readWithin(t, makeOLE(map[string][]byte{"Workbook": w.book(nil)}))
	})
	t.Run("biff cells", func(t *testing.T) {
		w := &biffWriter{version: biff8}
		w.begin(nil)
		readWithin(t, makeOLE(map[string][]byte{"Workbook": w.book(map[string]func(){"a": func() {
			for i := 0; i < size/14; i++ {
				w.rec(recRK, u16(i>>8, i&255, 0), u32(6))
			}
		}}, "a")}))
	})
	t.Run("biff rows zigzag", func(t *testing.T) {
		w := &biffWriter{version: biff8}
		w.begin(nil)
		readWithin(t, makeOLE(map[string][]byte{"Workbook": w.book(map[string]func(){"a": func() {
			for i := 0; i < size/14; i++ {
				w.rec(recRK, u16(i%2, 0, 0), u32(6))
			}
		}}, "a")}))
	})
}
