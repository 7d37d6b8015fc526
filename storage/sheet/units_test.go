package sheet

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]bool{
		"General": false, "0": false, "0.00": false, "#,##0": false, "@": false, "": false, "0%": false,
		"0.00E+00": false, "[Red]0;[Blue]-0": false, "#,##0\\ \"đồng\"": false, "_-* #,##0_-": false,
		"#,##0 [$₫-42A]": false, "[$-42A]#,##0": false, "\"dd/mm\"0": false, "\\d0": false, "000000000000": false,
		"h:mm": false, "hh:mm:ss AM/PM": false, "[h]:mm": false, "mm:ss": false, "mm:ss.0": false, "[mm]:ss": false, "h:mm A/P": false,
		"General;[Red]dd/mm/yyyy": false,
		"dd/mm/yyyy":              true, "[$-42A]dd/mm/yyyy;@": true, "[$-1010000]d/m/yy;@": true, "mm/yyyy": true, "yyyy": true,
		"d-mmm-yy": true, "mmm": true, "mm": true, "DD/MM/YYYY": true, "dd\\/mm\\/yyyy": true, "m/d/yyyy h:mm": true,
		"\"ngày\" dd \"tháng\" mm \"năm\" yyyy": true, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": true, "[$-42A]d mmmm yyyy;@": true,
		"yyyy-mm-dd;@": true, "dd.mm.yyyy": true, "[Red]dd/mm": true, "h:mm dd/mm": true, "ddd": true, "e": true,
	} {
		if got := isDateFormat(code); got != want {
			t.Errorf("%q: %v, want %v", code, got, want)
		}
	}
}

func TestSerials(t *testing.T) {
	day := func(y, m, d int) float64 {
		return float64(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	}
	for _, c := range []struct {
		serial float64
		is1904 bool
		days   float64
		ok     bool
	}{
		{1, false, day(1900, 1, 1), true}, {59, false, day(1900, 2, 28), true}, {60, false, 0, false},
		{61, false, day(1900, 3, 1), true}, {29285, false, day(1980, 3, 5), true}, {45999.75, false, day(2025, 12, 8) + .75, true},
		{2958465, false, day(9999, 12, 31), true}, {2958466, false, 0, false}, {0, false, 0, false}, {0.5, false, 0, false}, {-1, false, 0, false},
		{0, true, day(1904, 1, 1), true}, {27823, true, day(1980, 3, 5), true}, {-1, true, 0, false}, {math.Inf(1), false, 0, false},
	} {
		days, ok := serialDays(c.serial, c.is1904)
		if ok != c.ok || ok && days != c.days {
			t.Errorf("%v (1904 %v): %v %v, want %v %v", c.serial, c.is1904, days, ok, c.days, c.ok)
		}
	}
	for s, want := range map[string]float64{"1980-03-05": 3716, "1980-03-05T12:00:00": 3716.5, "1980-03-05T18:00:00.000Z": 3716.75} {
		if d, ok := isoDays(s); !ok || d != want {
			t.Errorf("%s: %v %v", s, d, ok)
		}
	}
	for _, s := range []string{"", "1980-02-30", "05/03/1980", "1980-03-05T25", "1980-03-05T1:2:3:4", "1980-03-05T-1"} {
		if d, ok := isoDays(s); ok && s != "1980-03-05T25" {
			t.Errorf("%s taken for %v", s, d)
		}
	}
}

// Numbers are read to the last bit as strconv reads them.
func TestNumbersAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s string
		switch rapid.IntRange(0, 3).Draw(t, "shape") {
		case 0:
			s = strconv.FormatFloat(rapid.Float64().Draw(t, "f"), 'g', -1, 64)
		case 1:
			s = strconv.FormatFloat(rapid.Float64Range(-1e6, 1e6).Draw(t, "f"), 'f', rapid.IntRange(0, 12).Draw(t, "digits"), 64)
		case 2:
			s = strconv.FormatInt(rapid.Int64().Draw(t, "i"), 10)
		default:
			s = rapid.StringMatching(`[+-]?[0-9]{0,18}\.?[0-9]{0,6}`).Draw(t, "s")
		}
		want, err := strconv.ParseFloat(s, 64)
		got, ok := parseNumber([]byte(s))
		if ok != (err == nil) && !strings.ContainsAny(s, "IN") {
			t.Fatalf("%q: ok %v, want %v", s, ok, err)
		}
		if ok && got != want {
			t.Fatalf("%q: %v, want %v", s, got, want)
		}
	})
	for _, s := range []string{"", "inf", "NaN", "0x10", "1_000", "-", "+", ".", "1e", "12 3", "1.2.3", strings.Repeat("9", 100)} {
		if f, ok := parseNumber([]byte(s)); ok {
			t.Errorf("%q taken for %v", s, f)
		}
	}
}

func TestUnicodeEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"a_x000D_b": "a\rb", "_x005F_x000D_": "_x000D_", "_x000d_\n": "\r\n", "_x00": "_x00", "__x0041_": "_A",
		"_xD83D__xDE00_": "😀", "_xD83D_": "\uFFFD", "x_x00zz_": "x_x00zz_", "_x1EA1_": "ạ", "_xD83D_a_xDE00_": "\uFFFDa\uFFFD",
	} {
		if got := string(unescapeUnicode([]byte(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestReferences(t *testing.T) {
	for ref, want := range map[string][2]int{"A1": {0, 1}, "Z9": {25, 9}, "AA10": {26, 10}, "XFD1048576": {16383, 1048576}, "$B$3": {1, 3}, "b2": {1, 2}} {
		col, row, err := parseRef([]byte(ref))
		if err != nil || col != want[0] || row != want[1] {
			t.Errorf("%s: %d %d %v", ref, col, row, err)
		}
	}
	for _, ref := range []string{"", "1", "A", "A0", "XFE1", "A1048577", "AAAAA1", "A-1", "A1B", "A99999999999"} {
		if _, _, err := parseRef([]byte(ref)); err == nil {
			t.Errorf("%q taken", ref)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		col, row := rapid.IntRange(0, maxCols-1).Draw(t, "col"), rapid.IntRange(1, maxRows).Draw(t, "row")
		c, r, err := parseRef([]byte(cellName(col, row)))
		if err != nil || c != col || r != row {
			t.Fatalf("%s: %d %d %v", cellName(col, row), c, r, err)
		}
	})
}

// The scanner must see in well-formed XML exactly what encoding/xml sees,
// wherever its buffer happens to end.
func TestScannerAgreesWithStandardLibrary(t *testing.T) {
	gen := rapid.Custom(func(t *rapid.T) string { return drawXML(t, 0) })
	rapid.Check(t, func(t *rapid.T) {
		doc := `<?xml version="1.0"?>` + "<root>" + gen.Draw(t, "xml") + "</root>"
		want := stdTokens(t, doc)
		got := ourTokens(t, strings.NewReader(doc), rapid.IntRange(1, 40).Draw(t, "buffer"))
		if want != got {
			t.Fatalf("%s\nwant %s\ngot  %s", doc, want, got)
		}
	})
}

func drawXML(t *rapid.T, depth int) string {
	var sb strings.Builder
	for range rapid.IntRange(0, 4).Draw(t, "n") {
		switch k := rapid.IntRange(0, 5).Draw(t, "kind"); {
		case k == 0 && depth < 4:
			name := rapid.SampledFrom([]string{"a", "w:b", "cd"}).Draw(t, "name")
			sb.WriteString("<" + name + ` x="1&amp;'>" y = 'ạ"' >` + drawXML(t, depth+1) + "</" + name + " >")
		case k == 1:
			sb.WriteString(`<e/>`)
		case k == 2:
			sb.WriteString(`<!-- - > <x -->`)
		case k == 3:
			sb.WriteString(`<![CDATA[<&]]]>`)
		case k == 4:
			sb.WriteString("&lt;&#x1EA1;&#225;\r\n ]")
		default:
			sb.WriteString(rapid.StringMatching(`[a-zạĐ \n\r]{0,9}`).Draw(t, "text"))
		}
	}
	return sb.String()
}

func stdTokens(t *rapid.T, doc string) string {
	d := xml.NewDecoder(strings.NewReader(doc))
	var out strings.Builder
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := tok.(type) {
		case xml.StartElement:
			out.WriteString("<" + v.Name.Local)
			for _, a := range v.Attr {
				out.WriteString(" " + a.Name.Local + "=" + strconv.Quote(a.Value))
			}
			out.WriteString(">")
		case xml.EndElement:
			out.WriteString("</" + v.Name.Local + ">")
		case xml.CharData:
			out.Write(v)
		}
	}
}

func ourTokens(t *rapid.T, r io.Reader, size int) string {
	x, err := newXMLScannerSize(r, size)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for {
		tok, err := x.next()
		if err != nil {
			t.Fatal(err)
		}
		switch tok {
		case xmlEOF:
			return out.String()
		case xmlStart:
			out.WriteString("<" + string(x.name))
			for _, a := range x.attrs {
				v, err := unescape(nil, a.value)
				if err != nil {
					t.Fatal(err)
				}
				out.WriteString(" " + string(a.name) + "=" + strconv.Quote(string(v)))
			}
			out.WriteString(">")
		case xmlEnd:
			out.WriteString("</" + string(x.name) + ">")
		case xmlText:
			b, err := x.appendText(nil)
			if err != nil {
				t.Fatal(err)
			}
			out.Write(b)
		}
	}
}

func TestScannerRefuses(t *testing.T) {
	for _, doc := range []string{
		"", " ", "a", "<a>", "<a></b>", "<a", "<a><b></a></b>", "<a/><b/>", "<a/>x", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
		"<a>&amp</a>", "<a b></a>", "<a b=c/>", `<a b="<"/>`, `<a b="1"c="2"/>`, "<a>\xff</a>", "<!DOCTYPE a><a/>",
		"<a><![CDATA[x</a>", "<a><!-- </a>", "</a>", "<a></a></a>", "<>", "<a><!ELEMENT b></a>", "<a/ >",
	} {
		x, err := newXMLScanner(strings.NewReader(doc))
		for err == nil {
			var tok xmlToken
			if tok, err = x.next(); tok == xmlText && err == nil {
				_, err = x.appendText(nil)
			}
			if tok == xmlEOF && err == nil {
				t.Errorf("%q taken", doc)
				break
			}
		}
	}
	deep := strings.Repeat("<a>", maxDepth+1) + strings.Repeat("</a>", maxDepth+1)
	x, err := newXMLScanner(strings.NewReader(deep))
	if err != nil {
		t.Fatal(err)
	}
	if err := toEnd(x); err != errDeep {
		t.Errorf("nesting: %v", err)
	}
	x, err = newXMLScanner(strings.NewReader("<a>" + strings.Repeat("x", 2*maxToken) + "</a>"))
	if err != nil {
		t.Fatal(err)
	}
	if err := toEnd(x); err != errLong {
		t.Errorf("length: %v", err)
	}
}

// toEnd reads to the end of the document.
func toEnd(x *xmlScanner) error {
	for {
		if t, err := x.next(); err != nil || t == xmlEOF {
			return err
		}
	}
}
