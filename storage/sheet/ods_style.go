package sheet

import (
	"strings"
)

// odsStyles is what the styles of an OpenDocument file say about fonts.
type odsStyles struct {
	faces        map[string]string    // name of a font declaration → name of the font
	styles       map[string]*odsStyle // family and name
	hiddenTables map[string]bool
	cur          *odsStyle
	curName      string
	resolved     map[string]odsLook
}

type odsStyle struct {
	parent    string
	font      string
	hasFont   bool
	struck    bool
	hasStruck bool
}

type odsLook struct {
	font   string
	struck bool
}

func newODSStyles() odsStyles {
	return odsStyles{
		faces:        map[string]string{},
		styles:       map[string]*odsStyle{},
		hiddenTables: map[string]bool{},
		resolved:     map[string]odsLook{},
	}
}

// styleTag notes a tag of the styles.
func (s *odsStyles) styleTag(x *xmlScanner) error {
	switch string(x.name) {
	case "font-face":
		if len(s.faces) >= maxStyles {
			return errLong
		}
		family, err := x.value("font-family")
		if err != nil {
			return err
		}
		s.faces[string(x.attr("name"))] = strings.Trim(family, `'" `)
	case "style", "default-style":
		// LibreOffice makes a style for every look a cell has.
		if len(s.styles) >= 10*maxStyles {
			return errLong
		}
		s.curName = string(x.attr("name"))
		s.cur = &odsStyle{parent: string(x.attr("parent-style-name"))}
		s.styles[string(x.attr("family"))+"\x00"+s.curName] = s.cur
	case "table-properties":
		if s.cur != nil && string(x.attr("display")) == "false" {
			s.hiddenTables[s.curName] = true
		}
	case "text-properties":
		if s.cur == nil {
			return nil
		}
		if name := x.attr("font-name"); name != nil {
			s.cur.font, s.cur.hasFont = s.face(string(name)), true
		} else if family, err := x.value("font-family"); err != nil {
			return err
		} else if family != "" {
			s.cur.font, s.cur.hasFont = strings.Trim(family, `'" `), true
		}
		line := string(x.attr("text-line-through-style"))
		if line == "" {
			line = string(x.attr("text-line-through-type"))
		}
		if line != "" {
			s.cur.struck, s.cur.hasStruck = line != "none", true
		}
	}
	return nil
}

func (s *odsStyles) face(name string) string {
	if f := s.faces[name]; f != "" {
		return f
	}
	return name
}

// resolve follows a style to its parents and to the default of its family.
func (s *odsStyles) resolve(family, name string) odsLook {
	key := family + "\x00" + name
	if l, ok := s.resolved[key]; ok {
		return l
	}
	var l odsLook
	hasFont, hasStruck := false, false
	// Twenty steps end a style that is its own grandparent.
	for at, steps := name, 0; steps < 20; steps++ {
		st := s.styles[family+"\x00"+at]
		if st == nil && at == "" {
			break
		}
		if st != nil {
			if st.hasFont && !hasFont {
				l.font, hasFont = st.font, true
			}
			if st.hasStruck && !hasStruck {
				l.struck, hasStruck = st.struck, true
			}
		}
		if at == "" {
			break
		}
		if st == nil {
			at = ""
		} else {
			at = st.parent
		}
	}
	s.resolved[key] = l
	return l
}

// odsText reads the paragraphs of a cell.
type odsText struct {
	text    []byte
	font    string // of the first span with letters
	hasFont bool
	struck  bool // everything with letters is struck out by spans
	partly  bool // some of it is
}

// read reads from the start tag of a cell to its end.
func (o *odsText) read(x *xmlScanner, styles *odsStyles) error {
	*o = odsText{text: o.text[:0]}
	if x.closed {
		x.closed = false
		return nil
	}
	depth := len(x.marks)
	var spans []string // styles of the open spans
	paragraphs, start := 0, 0
	inside := 0 // depth of the open paragraph; between paragraphs stands only layout
	lettersSeen, plainSeen, struckSeen := false, false, false
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEnd:
			if len(x.marks) < depth {
				o.struck, o.partly = lettersSeen && !plainSeen, struckSeen && plainSeen
				return nil
			}
			if len(x.marks) < inside {
				inside = 0
			}
			if string(x.name) == "span" && len(spans) > 0 {
				spans = spans[:len(spans)-1]
			}
		case xmlText:
			if inside == 0 {
				continue
			}
			from := len(o.text)
			if o.text, err = x.appendText(o.text); err != nil {
				return err
			}
			o.text = collapse(o.text, start, from)
			if !hasLetters(o.text[from:]) {
				continue
			}
			var look odsLook
			if len(spans) > 0 {
				look = styles.resolve("text", spans[len(spans)-1])
			}
			if !lettersSeen && look.font != "" {
				o.font, o.hasFont = look.font, true
			}
			lettersSeen = true
			plainSeen = plainSeen || !look.struck
			struckSeen = struckSeen || look.struck
		case xmlStart:
			if len(o.text) > maxCellText {
				return errLong
			}
			switch string(x.name) {
			case "p", "h":
				if paragraphs > 0 {
					o.text = append(o.text, '\n')
				}
				paragraphs++
				start = len(o.text)
				if inside = len(x.marks); x.closed {
					inside = 0
				}
			case "span":
				spans = append(spans, string(x.attr("style-name")))
			case "s":
				n, ok := parseIndex(x.attr("c"))
				if !ok {
					n = 1
				}
				for range min(n, 1000) {
					o.text = append(o.text, ' ')
				}
			case "tab":
				o.text = append(o.text, '\t')
			case "line-break":
				o.text = append(o.text, '\n')
			case "a", "date", "time", "page-number", "sheet-name", "title", "author-name", "ruby", "ruby-base":
			default: // notes, drawings
				if err := x.skip(); err != nil {
					return err
				}
			}
		}
	}
}

// collapse makes one space of every run of white space in b[from:], as
// OpenDocument and HTML want it; none at the beginning of a paragraph, which
// starts at start, and none after another one.
func collapse(b []byte, start, from int) []byte {
	w := from
	for _, c := range b[from:] {
		if isSpace(c) {
			if w == start || w > from && b[w-1] == ' ' {
				continue
			}
			c = ' '
		}
		b[w] = c
		w++
	}
	return b[:w]
}
