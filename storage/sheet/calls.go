package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"thidua/model/fault"
)

// Nothing outside a file is ever opened and no formula is ever run: the value a
// formula had when the file was saved is what counts. But the officer opens the
// same file in Excel, and the reply carries it back; a formula that fetches from
// the network or starts a program has no place in a list, so such a file is
// refused. Links to another workbook on a disk are usual and are read by their
// saved values.

// reaching are the functions that fetch or run, as formulas of Excel,
// LibreOffice and web sheets name them.
var reaching = [][]byte{[]byte("WEBSERVICE("), []byte("IMPORTXML("), []byte("IMPORTDATA("), []byte("IMPORTHTML("), []byte("IMPORTFEED("), []byte("IMPORTRANGE("),
	[]byte("DDE("), []byte("CALL("), []byte("REGISTER.ID("), []byte("EXEC("), []byte("RTD(")}

// callsOut tells a formula that reaches out of the file: one of those
// functions, or the old exchange between programs, =cmd|'/c calc'!A0.
func callsOut(formula []byte) bool {
	// The program's name stands right before the bar, in letters: "a | b!" is a text.
	if bar := bytes.IndexByte(formula, '|'); bar > 0 && isWordByte(formula[bar-1]&^0x20) && formula[bar-1] != '"' && bytes.IndexByte(formula[bar:], '!') > 0 && bytes.IndexByte(formula[:bar], '"') < 0 {
		return true
	}
	if bytes.IndexByte(formula, '(') < 0 {
		return false
	}
	upper := bytes.ToUpper(formula)
	for _, f := range reaching {
		at := bytes.Index(upper, f)
		if at < 0 {
			continue
		}
		if at == 0 || !isWordByte(upper[at-1]) || at >= 6 && string(upper[at-6:at]) == "_XLFN." {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '"'
}

// onNetwork tells a link that leads off this machine.
func onNetwork(target string) bool {
	t := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(target), `\`, "/"))
	for _, scheme := range []string{"http:", "https:", "ftp:", "smb:", "//", "mhtml:", "data:"} {
		if strings.HasPrefix(t, scheme) {
			return true
		}
	}
	if rest, ok := strings.CutPrefix(t, "file:"); ok {
		return strings.HasPrefix(rest, "//") && !strings.HasPrefix(rest, "///") || strings.HasPrefix(rest, "////")
	}
	return false
}

func (s *source) callingOut() *fault.Error {
	return fault.New(fault.Refused, "sheet.calls-out", s.name)
}

// outside looks at a part that links to what is not in the file: another
// workbook, a program, a query.
func (x *xlsx) outside(part string) error {
	if !x.pack.has(part) {
		return nil
	}
	err := x.pack.each(part, func(s *xmlScanner) error {
		switch string(s.name) {
		case "ddeLink", "oleLink", "webPr", "dbPr", "olapPr":
			return x.src.callingOut()
		}
		return nil
	})
	if err != nil {
		return err
	}
	dir, base := "", part
	if i := strings.LastIndexByte(part, '/'); i >= 0 {
		dir, base = part[:i+1], part[i+1:]
	}
	if rels := dir + "_rels/" + base + ".rels"; x.pack.has(rels) {
		return x.pack.each(rels, func(s *xmlScanner) error {
			if target, err := s.value("Target"); err != nil || onNetwork(target) {
				if err == nil {
					err = x.src.callingOut()
				}
				return err
			}
			return nil
		})
	}
	return nil
}

// recSupBook is the record of a link to another workbook or program ([MS-XLS] 2.4.271).
const recSupBook = 0x01AE

// supBook looks at such a link of .xls. Its path is written as "\x01" and
// signs for a drive or a server, a program's as "name\x03topic".
func (b *biff) supBook(d []byte) error {
	if b.version != biff8 || len(d) < 5 {
		return nil
	}
	n, wide := int(binary.LittleEndian.Uint16(d[2:])), d[4]&1 != 0
	if n == 0x0401 || n == 0x3A01 {
		return nil // this book itself; added functions
	}
	d = d[5:]
	var path string
	if wide {
		if len(d) < 2*n {
			return errRecord
		}
		units := make([]uint16, n)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(d[2*i:])
		}
		path = string(utf16.Decode(units))
	} else {
		if len(d) < n {
			return errRecord
		}
		path = string(d[:n])
	}
	own := strings.HasPrefix(path, "\x01")
	bare := strings.TrimPrefix(path, "\x01")
	switch {
	case !own && strings.ContainsRune(path, 3), // a program and its topic
		strings.HasPrefix(bare, "\x01@"), // a server: \\…
		strings.HasPrefix(bare, "\x05") && len(bare) > 2 && onNetwork(bare[2:]),
		onNetwork(bare):
		return b.src.callingOut()
	}
	return nil
}
