package sheet

import "strings"

// cssLook is what style sheets and attributes say about text in a web page.
type cssLook struct {
	font    string
	hasFont bool
	struck  bool
	none    bool       // display:none
	date    dateFormat // mso-number-format
}

// cssRule is what one rule changes.
type cssRule struct {
	look                           cssLook
	setsFont, setsStruck, setsDate bool
}

// cssRules are the rules of the page's own style sheet, by class or tag; they
// are read once, so that a cell costs a look-up whatever its rule says.
type cssRules map[string]cssRule

// maxRules is how many rules are kept; Excel writes some hundred.
const maxRules = 20_000

// parse reads the rules of a <style> element: "td { … } .xl65, .xl66 { … }".
func (r cssRules) parse(sheet string) {
	for len(sheet) > 0 && len(r) < maxRules {
		open := strings.IndexByte(sheet, '{')
		if open < 0 {
			return
		}
		end := strings.IndexByte(sheet[open:], '}')
		if end < 0 {
			return
		}
		selectors, body := sheet[:open], sheet[open+1:open+end]
		sheet = sheet[open+end+1:]
		if i := strings.LastIndex(selectors, "-->"); i >= 0 {
			selectors = selectors[i+3:]
		}
		if i := strings.LastIndex(selectors, "*/"); i >= 0 {
			selectors = selectors[i+2:]
		}
		selectors = strings.TrimPrefix(strings.TrimSpace(selectors), "<!--")
		var rule cssRule
		rule.declare(body)
		for _, s := range strings.Split(selectors, ",") {
			if s = strings.ToLower(strings.TrimSpace(s)); s != "" && !strings.ContainsAny(s, " >+~[:@#") {
				r[s] = r[s].then(rule)
			}
		}
	}
}

// then is what holds when a later rule speaks of the same elements.
func (c cssRule) then(later cssRule) cssRule {
	if later.setsFont {
		c.look.font, c.look.hasFont, c.setsFont = later.look.font, true, true
	}
	if later.setsStruck {
		c.look.struck, c.setsStruck = later.look.struck, true
	}
	if later.setsDate {
		c.look.date, c.setsDate = later.look.date, true
	}
	c.look.none = c.look.none || later.look.none
	return c
}

// on puts the rule on a look.
func (c cssRule) on(l *cssLook) {
	*l = cssRule{look: *l}.then(c).look
}

// apply gives the look inside an element from the look around it.
func (r cssRules) apply(around cssLook, tag string, a webAttrs) cssLook {
	l := around
	switch tag {
	case "s", "strike", "del":
		l.struck = true
	case "script", "noscript", "head", "template", "select", "textarea":
		l.none = true
	}
	if tag == "head" {
		l.none = false // its style and title are handled by themselves
	}
	if a.hidden {
		l.none = true
	}
	if a.face != "" {
		l.font, l.hasFont = fontFamily(a.face), true
	}
	if len(r) > 0 {
		r[tag].on(&l)
		for _, c := range strings.Fields(strings.ToLower(a.class)) {
			r["."+c].on(&l)
			r[tag+"."+c].on(&l)
		}
	}
	if a.style != "" {
		var own cssRule
		own.declare(a.style)
		own.on(&l)
	}
	return l
}

// declare reads "font-family:.VnTime; text-decoration:line-through".
func (c *cssRule) declare(body string) {
	l := &c.look
	for body != "" {
		var one string
		one, body = cutDeclaration(body)
		name, value, ok := strings.Cut(one, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "font-family":
			l.font, l.hasFont, c.setsFont = fontFamily(value), true, true
		case "text-decoration", "text-decoration-line":
			l.struck, c.setsStruck = strings.Contains(strings.ToLower(value), "line-through"), true
		case "display":
			l.none = l.none || strings.EqualFold(strings.TrimSuffix(value, "!important"), "none")
		case "visibility":
			l.none = l.none || strings.EqualFold(value, "hidden") || strings.EqualFold(value, "collapse")
		case "mso-number-format":
			l.date, c.setsDate = namedDate(msoFormat(value)), true
		}
	}
}

// cutDeclaration cuts at the first semicolon that stands in no quotes.
func cutDeclaration(body string) (one, rest string) {
	quote := byte(0)
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ';':
			return body[:i], body[i+1:]
		}
	}
	return body, ""
}

// fontFamily takes the first name of a list of fonts.
func fontFamily(v string) string {
	v, _, _ = strings.Cut(v, ",")
	return strings.Trim(strings.TrimSpace(v), `"'`)
}

// msoFormat turns "\0022dd\0022\/mm" into a number format: \@ is an escaped
// character, \0022 one by its hexadecimal number.
func msoFormat(v string) string {
	v = strings.Trim(v, `"'`)
	var out strings.Builder
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' {
			out.WriteByte(v[i])
			continue
		}
		if i+4 < len(v) && strings.Trim(v[i+1:i+5], "0123456789abcdefABCDEF") == "" {
			if v[i+1:i+5] == "0022" {
				out.WriteByte('"')
			}
			i += 4
			continue
		}
		if i+1 < len(v) {
			i++
			out.WriteByte(v[i])
		}
	}
	return out.String()
}
