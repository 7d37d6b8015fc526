package form

import (
	"slices"
	"strings"
)

// Places lists the placeholders an office may use in a text: those the defaults of
// the same paper use, and the shared texts. Names are without braces, in order.
func (t *Texts) Places(key string) []string {
	paper, _, own := strings.Cut(key, ".")
	var out []string
	for _, w := range defaults() {
		of, _, dotted := strings.Cut(w.Key, ".")
		if !dotted || own && of == paper {
			for _, m := range placeholder.FindAllStringSubmatch(w.Text, -1) {
				out = append(out, strings.ToLower(m[1]))
			}
		}
	}
	for _, k := range t.keys {
		if !strings.Contains(k, ".") {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Unknown lists what an edited text names that nothing will fill, and braces and
// brackets without their partners: it would be printed as dots or as it stands.
func (t *Texts) Unknown(key, text string) []string {
	known := t.Places(key)
	var out []string
	for _, line := range strings.Split(text, "\n") {
		for _, m := range placeholder.FindAllStringSubmatch(line, -1) {
			if _, ok := slices.BinarySearch(known, strings.ToLower(m[1])); !ok {
				out = append(out, m[0])
			}
		}
		rest := placeholder.ReplaceAllString(line, "")
		for passage.MatchString(rest) {
			rest = passage.ReplaceAllString(rest, "")
		}
		for _, r := range rest {
			if strings.ContainsRune("[]{}", r) {
				out = append(out, string(r))
			}
		}
	}
	return out
}
