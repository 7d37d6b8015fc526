package intake

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"thidua/assets"
	"thidua/model/viet"
)

// lexicon is the tables of assets/intake, read once: what officers write at the
// head of a column, before a name, for an award, for a post. A wording met in
// the field is a line there, never a line of code.
type lexicon struct {
	headings  map[string]Field // phraseKey of a whole heading
	folded    map[string]Field // the same without tones, where only one field fits
	headList  []headEntry      // for typing slips
	headRules []headRule

	formsBy    map[rune][]form // by first letter, longest first
	formKeys   map[string]form
	households []string // lower-case beginnings of a household's name, longest first
	kinds      map[string]string
	awards     map[string][]string // code → names
	positions  *phrases
	heads      *phrases
	unitTypes  *phrases
	notUnits   *phrases // begin like a unit's name and are none
	peoples    map[string]bool
	withdrawn  map[string]bool // remarks that take a row back
	takenBack  []string        // beginnings of longer remarks that do
	areas      map[string]bool
	writing    map[string][]string // phraseKey → the words in normal writing
	longest    int                 // words in the longest phrase of writing
	upper      map[string]string   // abbreviations that stay in capitals: lower-case → as written
}

type headEntry struct {
	key     []rune
	letters uint64 // letterSet of the key
	field   Field
}

type headRule struct {
	field Field
	need  [][]string
	never []string
}

// form is what stands before a name.
type form struct {
	text   string // as it is to be written
	key    string // lower-case, single spaces
	gender string
	rank   bool // goes to the honorific
}

var lex = sync.OnceValue(loadLexicon)

// line is one line of a table: fields parted by tabs.
func tableLines(name string, least int) [][]string {
	var out [][]string
	for i, l := range strings.Split(string(assets.Must("intake/"+name)), "\n") {
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(strings.TrimRight(l, "\r"), "\t")
		if len(f) < least {
			// The tables ship inside the program, so this is a fault of the build.
			panic(fmt.Sprintf("assets/intake/%s:%d: %d fields, want %d", name, i+1, len(f), least))
		}
		out = append(out, f)
	}
	return out
}

func alternatives(s string) []string {
	var out []string
	for _, p := range strings.Split(s, "|") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func loadLexicon() *lexicon {
	lx := &lexicon{
		headings: map[string]Field{}, folded: map[string]Field{},
		formsBy: map[rune][]form{}, formKeys: map[string]form{}, kinds: map[string]string{}, awards: map[string][]string{},
		areas: map[string]bool{}, peoples: map[string]bool{}, withdrawn: map[string]bool{}, writing: map[string][]string{}, upper: map[string]string{},
	}
	twice := map[string]bool{}
	for _, f := range tableLines("headings.tsv", 2) {
		field := Field(f[0])
		for _, text := range alternatives(f[1]) {
			key := phraseKey(text)
			if _, ok := lx.headings[key]; !ok {
				lx.headings[key] = field
			}
			fold := viet.Fold(key)
			if old, ok := lx.folded[fold]; ok && old != field {
				twice[fold] = true
			}
			lx.folded[fold] = field
			if r := []rune(key); len(r) >= 6 {
				lx.headList = append(lx.headList, headEntry{r, letterSet(r), field})
			}
		}
	}
	for fold := range twice {
		delete(lx.folded, fold)
	}
	for _, f := range tableLines("heading-words.tsv", 2) {
		r := headRule{field: Field(f[0])}
		for _, group := range strings.Split(f[1], "+") {
			r.need = append(r.need, keysOf(alternatives(group)))
		}
		if len(f) > 2 {
			r.never = keysOf(alternatives(f[2]))
		}
		lx.headRules = append(lx.headRules, r)
	}
	for _, f := range tableLines("forms.tsv", 3) {
		for _, text := range alternatives(f[2]) {
			key := spaced(strings.ToLower(text))
			switch f[0] {
			case "household":
				lx.households = append(lx.households, key)
				continue
			case "withdrawn":
				lx.withdrawn[phraseKey(text)] = true
				continue
			case "taken-back":
				lx.takenBack = append(lx.takenBack, phraseKey(text))
				continue
			}
			fm := form{text: text, key: key, gender: f[1], rank: f[0] == "honorific"}
			first, _ := utf8.DecodeRuneInString(key)
			lx.formsBy[first] = append(lx.formsBy[first], fm)
			if _, ok := lx.formKeys[key]; !ok {
				lx.formKeys[key] = fm
			}
		}
	}
	for _, l := range lx.formsBy {
		slices.SortStableFunc(l, func(a, b form) int { return len(b.key) - len(a.key) })
	}
	slices.SortStableFunc(lx.households, func(a, b string) int { return len(b) - len(a) })
	for _, f := range tableLines("kinds.tsv", 2) {
		for _, text := range alternatives(f[1]) {
			key := phraseKey(text)
			lx.kinds[key] = f[0]
			if strings.Contains(key, " ") {
				lx.kinds[viet.Fold(key)] = f[0] // "CA NHAN", typed without tones
			}
		}
	}
	for _, f := range tableLines("awards.tsv", 2) {
		lx.awards[f[0]] = append(lx.awards[f[0]], alternatives(f[1])...)
	}
	for _, f := range tableLines("peoples.tsv", 2) {
		for _, text := range alternatives(f[1]) {
			lx.peoples[phraseKey(text)] = true
		}
	}
	lx.positions, lx.heads, lx.unitTypes, lx.notUnits = newPhrases(), newPhrases(), newPhrases(), newPhrases()
	for _, f := range tableLines("positions.tsv", 2) {
		for _, text := range alternatives(f[1]) {
			if f[0] == "head" {
				lx.heads.add(text)
				continue
			}
			lx.positions.add(text)
			lx.write(text)
		}
	}
	for _, f := range tableLines("units.tsv", 2) {
		for _, text := range alternatives(f[1]) {
			switch f[0] {
			case "area":
				lx.areas[strings.ToLower(text)] = true
			case "not":
				lx.notUnits.add(text)
			default:
				lx.unitTypes.add(text)
			}
		}
	}
	for _, f := range tableLines("writing.tsv", 2) {
		for _, text := range alternatives(f[1]) {
			if f[0] == "upper" {
				lx.upper[strings.ToLower(text)] = text
				continue
			}
			lx.write(text)
		}
	}
	return lx
}

func (lx *lexicon) write(text string) {
	key := phraseKey(text)
	if _, ok := lx.writing[key]; ok {
		return
	}
	words := strings.Fields(strings.Map(punctToSpace, text))
	lx.writing[key] = words
	lx.longest = max(lx.longest, len(words))
}

func keysOf(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = phraseKey(t)
	}
	return out
}

// phraseKey is the key under which a wording is found: tones kept and placed
// alike, capitals, punctuation and repeated spaces set aside.
func phraseKey(s string) string {
	return spaced(viet.Key(strings.Map(punctToSpace, s)))
}

func punctToSpace(r rune) rune {
	switch r {
	case '.', ',', ';', ':', '/', '\\', '(', ')', '[', ']', '-', '–', '—', '*', '"', '“', '”', '\'', '’', '+', '_', '…', '\n', '\r', '\t', '\u00a0':
		return ' '
	}
	return r
}

// spaced brings white space to single spaces and cuts the ends.
func spaced(s string) string {
	plain := true
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' && prev == ' ' || c < ' ' || c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0 {
			plain = false
			break
		}
		prev = c
	}
	if plain && (s == "" || prev != ' ') {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}

// phrases finds the longest of its phrases at the beginning of a text, by whole words.
type phrases struct {
	byFirst map[string][][]token // first word, lower-case → the phrases' words, longest first
}

func newPhrases() *phrases { return &phrases{byFirst: map[string][][]token{}} }

func (p *phrases) add(text string) {
	w := tokens(text)
	if len(w) == 0 {
		return
	}
	l := append(p.byFirst[w[0].key], w)
	slices.SortStableFunc(l, func(a, b []token) int { return len(b) - len(a) })
	p.byFirst[w[0].key] = l
}
