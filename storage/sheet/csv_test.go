package sheet

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

const smallList = "STT;Họ và tên;Đơn vị\r\n1;Đặng Thị Thủy;Xã Phước Hậu, huyện Ninh Phước\r\n2;Nguyễn Văn Ưng;Sở Y tế\r\n"

func wide(s string, big, bom bool) []byte {
	var out []byte
	units := utf16.Encode([]rune(s))
	if bom {
		units = append([]uint16{0xFEFF}, units...)
	}
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// halfComposed writes a vowel with its own mark composed and the tone apart, as
// windows-1258 has it.
func halfComposed(s string) string {
	return strings.NewReplacer("a\u0302", "â", "a\u0306", "ă", "e\u0302", "ê", "o\u0302", "ô", "o\u031b", "ơ", "u\u031b", "ư",
		"a\u0323\u0302", "â\u0323", "a\u0323\u0306", "ă\u0323", "e\u0323\u0302", "ê\u0323", "o\u0323\u0302", "ô\u0323",
		"A\u0302", "Â", "U\u031b", "Ư").Replace(norm.NFD.String(s))
}

func TestTextEncodings(t *testing.T) {
	in1258, err := charmap.Windows1258.NewEncoder().String(halfComposed(smallList))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, charset string
		raw           []byte
		b2            string
	}{
		{"utf-8", "utf-8", []byte(smallList), "Đặng Thị Thủy"},
		{"utf-8 with BOM", "utf-8", []byte("\ufeff" + smallList), "Đặng Thị Thủy"},
		{"utf-16le with BOM", "utf-16le", wide(smallList, false, true), "Đặng Thị Thủy"},
		{"utf-16be with BOM", "utf-16be", wide(smallList, true, true), "Đặng Thị Thủy"},
		{"utf-16le", "utf-16le", wide(smallList, false, false), "Đặng Thị Thủy"},
		{"utf-16be", "utf-16be", wide(smallList, true, false), "Đặng Thị Thủy"},
		{"windows-1258", "windows-1258", []byte(in1258), halfComposed("Đặng Thị Thủy")},
		// TCVN3 and VNI stay byte for byte; repair reads them.
		{"tcvn3", "windows-1252", []byte("STT;H\xe4 v\xb5 t\xaan;\xa7\xacn v\xde\r\n1;\xa7\xc6ng Th\xde Th\xf1y;S\xeb Y t\xd5\r\n2;Nguy\xd4n V\xa8n \xadng;X\xb7 Ph\xad\xedc H\xcbu\r\n"), "§Æng ThÞ Thñy"},
		{"vni", "windows-1252", []byte("STT;Ho\xef va\xf8 te\xe2n;\xd1\xf4n v\xf2\r\n1;\xd1a\xebng Th\xf2 Thu\xfby;S\xf4\xfb Y te\xe1\r\n2;Nguye\xe3n Va\xean \xd6ng;Xa\xf5 Ph\xf6\xf4\xf9c Ha\xe4u\r\n"), "Ñaëng Thò Thuûy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := readBytes(t, "ds.csv", c.raw)
			if b.Charset != c.charset {
				t.Errorf("charset %s, want %s", b.Charset, c.charset)
			}
			if len(b.Sheets[0].Rows) != 3 || len(b.Sheets[0].Rows[1].Cells) != 3 {
				t.Fatalf("wrong shape:\n%s", outline(b))
			}
			_, cell, _ := find(b, "B2")
			if cell.Text != c.b2 {
				t.Errorf("B2 is %q, want %q", cell.Text, c.b2)
			}
		})
	}
}

func TestSeparatorsAndQuotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"comma", "a,b\n\"1,5\",\"nói \"\"thế\"\"\"\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"1,5\"\nB2 \"nói \\\"thế\\\"\"\n"},
		{"tab", "a\tb\n1,5\t2;3\n", "txt utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"1,5\"\nB2 \"2;3\"\n"},
		{"semicolon with commas in the text", "a;b, c, d\n1;2, 3\n2;3, 4\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b, c, d\"\nA2 \"1\"\nB2 \"2, 3\"\nA3 \"2\"\nB3 \"3, 4\"\n"},
		{"sep line", "sep=,\na,b;c;d\n1,2;3;4\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b;c;d\"\nA2 \"1\"\nB2 \"2;3;4\"\n"},
		{"line break in quotes, blank line counted", "a;b\n\n\"dòng 1\ndòng 2\";x\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA3 \"dòng 1\\ndòng 2\"\nB3 \"x\"\n"},
		{"old Mac line ends", "a;b\r1;2\r", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"1\"\nB2 \"2\"\n"},
		{"quote that nobody closes", "a;b\n\"mở;2\n3;4\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"\\\"mở\"\nB2 \"2\"\nA3 \"3\"\nB3 \"4\"\n"},
		{"quote in the middle", "a;b\n5\" x;2\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"5\\\" x\"\nB2 \"2\"\n"},
		{"number kept from Excel", "a;b\n=\"058\";\"=\"\"079\"\"\"\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"058\" formula\nB2 \"079\" formula\n"},
		{"formula left alone", "a;b\n=1+1;- giảm 2% | tăng 5%!\n", "csv utf-8\n= \nA1 \"a\"\nB1 \"b\"\nA2 \"=1+1\"\nB2 \"- giảm 2% | tăng 5%!\"\n"},
		{"spaces kept, empty cells left out", " a ;;b\n", "csv utf-8\n= \nA1 \" a \"\nC1 \"b\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) { wantOutline(t, readBytes(t, "ds.csv", []byte(c.text)), c.want) })
	}
}

// Ten million opening quotes must not be looked through one by one.
func TestManyQuotes(t *testing.T) {
	raw := []byte("a;b\n" + strings.Repeat("\"x;", 300_000))
	b, err := readWithin(t, raw)
	if err == nil && len(b.Sheets[0].Rows) == 0 {
		t.Error("no rows")
	}
}
