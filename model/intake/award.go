package intake

import (
	"regexp"
	"slices"
	"strings"

	"thidua/model/viet"
)

// awards recognises the names of awards of the catalogue in texts from outside.
type awards struct {
	byKey    map[string]string // squashed name → code
	names    []awardKey        // every name, longest first
	official map[string]string // code → official name
	kinds    map[string][]string
	province []string // keys of the names of the office's province: "tỉnh khánh hòa"
	before   []string // keys of words that do not belong to a name, longest first
	after    []string
	short    []shortForm       // words written out, longest first
	anybody  map[string]string // keys of awards that stay the same whoever gives them → code
	answers  map[string]string
	memory   map[string]awardGuess
}

// shortForm is a word of an award's name that is written in several ways.
type shortForm struct{ short, long string }

type awardKey struct {
	key      string // with tones
	fold     string
	around   string // with the spaces that part it from other words
	full     string // short words written out
	squashed string
	runes    []rune
	code     string
}

// awardGuess is what a text may mean.
type awardGuess struct {
	code string
	sure bool
	// several are the codes when a text names more than one award, or when it
	// names too little to tell which.
	several []string
	unclear bool // several fit, the text does not say which
}

func newAwards(lx *lexicon, list []AwardName, provinces []string, answers map[string]string) *awards {
	a := &awards{byKey: map[string]string{}, official: map[string]string{}, kinds: map[string][]string{},
		anybody: map[string]string{}, answers: answers, memory: map[string]awardGuess{}}
	for _, k := range keysOf(provinces) {
		a.province = append(a.province, k)
		if city, ok := strings.CutPrefix(k, "thành phố "); ok {
			a.province = append(a.province, "tp "+city)
		}
	}
	a.before = keysOf(lx.awards["before"])
	a.after = keysOf(lx.awards["after"])
	slices.SortFunc(a.before, func(x, y string) int { return len(y) - len(x) })
	for _, l := range lx.awards["write"] {
		short, long, _ := strings.Cut(l, "=")
		if long = phraseKey(long); long != "" {
			long += " "
		}
		a.short = append(a.short, shortForm{" " + phraseKey(short) + " ", " " + long})
	}
	slices.SortStableFunc(a.short, func(x, y shortForm) int { return len(y.short) - len(x.short) })
	twice := map[string]bool{}
	add := func(code, name string) {
		key := a.key(name)
		if key == "" {
			return
		}
		full, squashed := a.full(key), squash(key)
		for _, s := range []string{squashed, squash(full)} {
			if old, ok := a.byKey[s]; ok && old != code {
				twice[s] = true
			}
			a.byKey[s] = code
		}
		a.names = append(a.names, awardKey{key, viet.Fold(key), " " + key + " ", full, squashed, []rune(key), code})
	}
	for _, w := range list {
		if len(w.Names) > 0 {
			a.official[w.Code] = w.Names[0]
		}
		a.kinds[w.Code] = w.Kinds
		for _, n := range w.Names {
			add(w.Code, n)
		}
	}
	for code, names := range lx.awards {
		switch code {
		case "before", "after", "write", "anybody":
			continue
		}
		if _, known := a.kinds[code]; !known && len(list) > 0 {
			continue // not in this office's catalogue
		}
		if a.official[code] == "" {
			a.official[code] = longestOf(names)
		}
		for _, n := range names {
			add(code, n)
		}
	}
	for s := range twice {
		delete(a.byKey, s)
	}
	for _, name := range lx.awards["anybody"] {
		if code, ok := a.exact(name); ok {
			a.anybody[a.full(a.key(name))] = code
		}
	}
	slices.SortFunc(a.names, func(x, y awardKey) int {
		if len(x.key) != len(y.key) {
			return len(y.key) - len(x.key)
		}
		return strings.Compare(x.key+x.code, y.key+y.code)
	})
	a.names = slices.CompactFunc(a.names, func(x, y awardKey) bool { return x.key == y.key && x.code == y.code })
	return a
}

// key brings a name of an award to its comparable form.
func (a *awards) key(text string) string {
	k := awardNumber.ReplaceAllString(phraseKey(text), "")
	for cut := true; cut; {
		cut = false
		for _, b := range a.before {
			if rest, ok := strings.CutPrefix(k, b+" "); ok {
				k, cut = rest, true
				break
			}
		}
	}
	k = strings.TrimSpace(yearBehind.ReplaceAllString(k, ""))
	for _, p := range a.province {
		if rest, ok := strings.CutSuffix(k, " "+p); ok {
			k = rest + " tỉnh" // a city of the same rank is called so in the catalogue
		}
	}
	return k
}

// yearBehind is the year an award is asked for: "LĐTT năm 2024", "năm học 2024 2025".
var yearBehind = regexp.MustCompile(`(?: (?:trong )?năm(?: học)?)?(?: (?:19|20)\d\d)+$`)

// awardNumber is the ordinal before an award: "1. Bằng khen của UBTVQH".
var awardNumber = regexp.MustCompile(`^\d{1,2} `)

// full writes the short words of a key out and leaves out what carries nothing
// ("của"), so that "GK GĐ Sở" and "Giấy khen của Giám đốc Sở" are one.
func (a *awards) full(key string) string {
	k := " " + key + " "
	for _, s := range a.short {
		if strings.Contains(k, s.short) {
			k = strings.ReplaceAll(k, s.short, s.long)
		}
	}
	return strings.TrimSpace(k)
}

// squash leaves tones and spaces out: "BKTTg", "BK TTg" and "bk ttg" are one.
func squash(key string) string { return strings.ReplaceAll(viet.Fold(key), " ", "") }

// exact tells that a text is the name of one award and nothing else.
func (a *awards) exact(text string) (string, bool) {
	if len(text) > 3*longestHeading {
		return "", false
	}
	key := a.key(text)
	if code, ok := a.byKey[squash(key)]; ok {
		return code, ok
	}
	code, ok := a.byKey[squash(a.full(key))]
	return code, ok
}

// joined is the text of an award written in two cells, "Bằng khen" and "Thủ
// tướng", neither of which names it alone; "" when it is not.
func (a *awards) joined(one, two string) string {
	if _, ok := a.exact(one); ok {
		return ""
	}
	if _, ok := a.exact(two); ok {
		return ""
	}
	if _, ok := a.exact(one + " " + two); ok {
		return one + " " + two
	}
	return ""
}

// find tells which award a cell means.
func (a *awards) find(text string) awardGuess {
	if g, ok := a.memory[text]; ok {
		return g
	}
	g := a.guess(text)
	if len(a.memory) < memoryLimit {
		a.memory[text] = g
	}
	return g
}

func (a *awards) guess(text string) awardGuess {
	if code, ok := a.answers[viet.Key(text)]; ok {
		return awardGuess{code: code, sure: true}
	}
	if len(text) > 2000 {
		return awardGuess{}
	}
	if code, ok := a.exact(text); ok {
		return awardGuess{code: code, sure: true}
	}
	key := a.key(text)
	full := a.full(key)
	codes := a.within(key)
	if len(codes) == 0 {
		codes = a.within(full)
	}
	for name, code := range a.anybody {
		// "Giấy khen của Giám đốc Sở Nội vụ": whoever gives it.
		if strings.HasPrefix(full, name+" ") && (len(codes) == 0 || len(codes) == 1 && codes[0] == code) {
			return awardGuess{code: code, sure: true}
		}
	}
	if len(codes) == 1 {
		return awardGuess{code: codes[0]}
	} else if len(codes) > 1 {
		return awardGuess{several: codes}
	}
	if code := a.slip(key); code != "" {
		return awardGuess{code: code}
	}
	if code := a.slip(full); code != "" {
		return awardGuess{code: code}
	}
	// "Bằng khen" alone begins several names.
	var begin []string
	if len(key) >= 2 {
		squashed, begins, beginsFull := squash(key), key+" ", full+" "
		for _, n := range a.names {
			if slices.Contains(begin, n.code) {
				continue
			}
			if strings.HasPrefix(n.key, begins) || strings.HasPrefix(n.full, beginsFull) ||
				len(squashed) >= 4 && !strings.Contains(key, " ") && strings.HasPrefix(n.squashed, squashed) {
				begin = append(begin, n.code)
			}
		}
	}
	if len(begin) == 1 {
		return awardGuess{code: begin[0]} // "BK UBND": no other award begins so
	}
	slices.Sort(begin)
	return awardGuess{several: begin, unclear: true}
}

// within lists the awards whose names stand inside a longer text, the longest
// names first, none counted inside another.
func (a *awards) within(key string) []string {
	rest := " " + key + " "
	var codes []string
	for _, n := range a.names {
		if len(n.runes) < 5 { // "GK", "BK": too short to be believed inside a text
			continue
		}
		i := strings.Index(rest, n.around)
		if i < 0 {
			continue
		}
		follow := rest[i+len(n.key)+2:]
		if slices.ContainsFunc(a.after, func(w string) bool { return strings.HasPrefix(follow, w+" ") }) {
			continue
		}
		if !slices.Contains(codes, n.code) {
			codes = append(codes, n.code)
		}
		rest = rest[:i+1] + strings.Repeat("#", 1) + rest[i+1+len(n.key):]
	}
	slices.Sort(codes)
	return codes
}

// slip finds the one award whose name is a letter or two away.
func (a *awards) slip(key string) string {
	want := []rune(key)
	if len(want) < 8 {
		return ""
	}
	best, code, tied := 3, "", false
	for _, n := range a.names {
		most := 1
		if len(n.runes) >= 16 {
			most = 2
		}
		d := viet.Distance(n.runes, want, most)
		if d > most {
			continue
		}
		switch {
		case d < best:
			best, code, tied = d, n.code, false
		case d == best && n.code != code:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return code
}

func longestOf(names []string) string {
	best := ""
	for _, n := range names {
		if len(n) > len(best) {
			best = n
		}
	}
	return best
}

// labels turns codes into official names.
func (a *awards) labels(codes []string) []string {
	out := make([]string, 0, len(codes))
	for _, c := range codes {
		if n := a.official[c]; n != "" {
			c = n
		}
		out = append(out, c)
	}
	return out
}

// may tells whether an award can be given to a kind of nominee at all.
func (a *awards) may(code, kind string) bool {
	k := a.kinds[code]
	return len(k) == 0 || kind == "" || slices.Contains(k, kind)
}
