package viet

import "strings"

// unicodeFaces are beginnings of names of faces that hold Unicode Vietnamese.
var unicodeFaces = []string{
	"times new roman", "times", "arial", "calibri", "cambria", "tahoma", "verdana", "segoe", "liberation", "dejavu",
	"carlito", "caladea", "courier", "georgia", "palatino", "roboto", "noto", "open sans", "microsoft sans serif", "aptos",
	"utm", "uvn", "svn-", "icie", "helvetica", "garamond", "book antiqua", "century", "consolas", "candara", "corbel",
	"constantia", "trebuchet", "lucida", "ms sans serif", "ms serif", "sans", "serif", "montserrat", "lato", "inter",
}

// FontEncoding tells which encoding a font name stands for. upper says that
// the font shows small letters as capitals (.VnTimeH, .VnArialH). ok is false
// for names that tell nothing.
func FontEncoding(font string) (enc Encoding, upper bool, ok bool) {
	font = strings.TrimLeft(font, " '\"@")
	if enc, upper := oldFont(font); enc != "" {
		return enc, upper, true
	}
	for _, f := range unicodeFaces {
		if hasFold(font, f) {
			return Unicode, false, true
		}
	}
	return "", false, false
}

// oldFont names the old encoding of a font, "" when it is none. It is asked for
// every cell and looks at two letters only for most.
func oldFont(font string) (enc Encoding, upper bool) {
	if len(font) > 0 && (font[0] == ' ' || font[0] == '\'' || font[0] == '"' || font[0] == '@') {
		font = strings.TrimLeft(font, " '\"@")
	}
	if len(font) < 3 || font[0] != '.' && font[0]|0x20 != 'v' {
		return "", false
	}
	switch {
	case font[0] == '.' && hasFold(font[1:], "vn"):
		return TCVN3, capitalFont(font)
	case hasFold(font, "vni"): // VNI-Times, VNI Helve, VNITimes
		return VNI, false
	case hasFold(font, "vntime") && !hasFold(font, "vntimes"), hasFold(font, "vnarial"): // the dot dropped
		return TCVN3, capitalFont(font)
	}
	return "", false
}

// capitalFont tells an H font. A name all in small letters is taken at its
// last letter too, for programs that fold names.
func capitalFont(font string) bool {
	if i := strings.IndexAny(font, ";,'\""); i >= 0 {
		font = font[:i] // LibreOffice lists substitutes behind
	}
	for strings.IndexByte(font, ' ') > 0 || strings.IndexByte(font, '-') > 0 {
		font = strings.TrimRight(font, " -")
		cut := font
		for _, style := range []string{"bold", "italic", "regular", "oblique"} {
			if n := len(font) - len(style); n > 0 && strings.EqualFold(font[n:], style) {
				cut = font[:n]
			}
		}
		if cut == font {
			break
		}
		font = cut
	}
	if font == "" {
		return false
	}
	switch font[len(font)-1] {
	case 'H':
		return true
	case 'h':
		return font == strings.ToLower(font)
	}
	return false
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
