package sheet

// docxStyles is what the styles of a Word document say about fonts.
type docxStyles struct {
	styles    map[string]*docxStyle
	base      docxRun // what holds where nothing is said
	paragraph string  // the default paragraph style
	cur       *docxStyle
}

type docxStyle struct {
	parent string
	run    docxRun
}

// docxRun is how a run of text looks.
type docxRun struct {
	font    string
	hasFont bool
	style   string
	struck  bool
	hidden  bool
}

func newDocxStyles() docxStyles { return docxStyles{styles: map[string]*docxStyle{}} }

// fonts reads <w:rFonts>. The letters of the old Vietnamese encodings are
// Latin-1, which Word sets in the "hAnsi" font.
func (r *docxRun) fonts(x *xmlScanner) error {
	for _, attr := range []string{"hAnsi", "ascii"} {
		name, err := x.value(attr)
		if err != nil {
			return err
		}
		if name != "" {
			r.font, r.hasFont = name, true
			return nil
		}
	}
	if x.attr("hAnsiTheme") != nil || x.attr("asciiTheme") != nil {
		r.font, r.hasFont = "", true // a font of the theme, never an old one
	}
	return nil
}

// maxStyles is how many styles are looked at; Word makes some hundred.
const maxStyles = 50_000

// styleTag notes a tag of styles.xml.
func (s *docxStyles) styleTag(x *xmlScanner) error {
	switch string(x.name) {
	case "style":
		if len(s.styles) >= maxStyles {
			return errLong
		}
		id := string(x.attr("styleId"))
		s.cur = &docxStyle{}
		s.styles[id] = s.cur
		if string(x.attr("type")) == "paragraph" && isTrue(x.attr("default")) {
			s.paragraph = id
		}
	case "basedOn":
		if s.cur != nil {
			s.cur.parent = string(x.attr("val"))
		}
	case "rFonts":
		if s.cur == nil {
			return s.base.fonts(x) // inside <w:docDefaults>, which stands first
		}
		if !s.cur.run.hasFont {
			return s.cur.run.fonts(x)
		}
	}
	return nil
}

// fontOf gives the font that holds for a run in a paragraph of a style.
func (s *docxStyles) fontOf(r docxRun, paragraph string) string {
	if r.hasFont {
		return r.font
	}
	if paragraph == "" {
		paragraph = s.paragraph
	}
	for _, at := range []string{r.style, paragraph} {
		// Twenty steps end a style that is its own grandparent.
		for steps := 0; at != "" && steps < 20; steps++ {
			st := s.styles[at]
			if st == nil {
				break
			}
			if st.run.hasFont {
				return st.run.font
			}
			at = st.parent
		}
	}
	return s.base.font
}
