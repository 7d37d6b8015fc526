package intake

import "strings"

// codes are the lists of codes that stand in other sheets of the book, often
// hidden: the regional software's templates fill "Mã hình thức" from them.
type codes struct {
	names map[string]string // code → name; "" where two names claim one code
}

// listRows is how many rows of a sheet are searched for codes.
const listRows = 3000

func findCodes(book *Book, sheets map[int]*sheet, lists map[int]bool) *codes {
	c := &codes{names: map[string]string{}}
	for i := range book.Sheets {
		if lists[i] {
			continue
		}
		s := sheets[i]
		if s == nil {
			s = newSheet(book, &book.Sheets[i])
		}
		for k := range s.grid.Rows {
			if k >= listRows {
				break
			}
			c.row(s, &s.grid.Rows[k])
		}
	}
	return c
}

// row learns the pairs of a row: a code and, right beside it, a name.
func (c *codes) row(s *sheet, row *Row) {
	for j := 0; j+1 < len(row.Cells) && j < 40; j++ {
		a, b := &row.Cells[j], &row.Cells[j+1]
		if b.Col != a.Col+1 || a.Kind != Text || b.Kind != Text || len(a.Text) > 40 {
			continue
		}
		code, name := s.read(a).text, s.read(b).text
		if isCode(name) && !isCode(code) {
			code, name = name, code
		}
		if !isCode(code) || isCode(name) || !strings.Contains(name, " ") {
			continue
		}
		key := strings.ToLower(code)
		if old, ok := c.names[key]; ok && old != name {
			name = ""
		}
		c.names[key] = name
	}
}

// isCode tells a word of ASCII letters, digits and joiners with a letter in it.
func isCode(s string) bool {
	if len(s) < 2 || len(s) > 30 {
		return false
	}
	letters := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			letters++
		case c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.':
		default:
			return false
		}
	}
	return letters > 0
}

// name is what a code stands for, "" when no list says.
func (c *codes) name(code string) string {
	if c == nil || len(c.names) == 0 || code == "" {
		return ""
	}
	return c.names[strings.ToLower(code)]
}
