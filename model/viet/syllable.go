package viet

import (
	"strings"
	"unicode/utf8"
)

// rimeList holds the rimes of written Vietnamese without tones. The finals
// p, t, c and ch allow only sắc and nặng.
const rimeList = `a ai ao au ay âu ây e eo ê êu i ia iu iêu yêu o oi oa oai oay oao oe oeo ô ôi ơ ơi
u ua ui uy uya uyu uê uêu uơ uôi uây ư ưa ưi ưu ươi ươu y
am ăm âm em êm im iêm yêm om ôm ơm um uôm ươm ưm oam oăm oem uym
an ăn ân en ên in iên yên on ôn ơn un uôn ươn ưn oan oăn oen uân uyên uyn
ang ăng âng eng êng iêng yêng ong ông oong ung uông ưng ương oang oăng oeng uâng
anh ênh inh ynh oanh uênh uynh
ap ăp âp ep êp ip iêp op ôp ơp up ươp oap oăp uyp
at ăt ât et êt it iêt yêt yt ot ôt ơt ut uôt ươt ưt oat oăt oet uât uêt uyêt uyt
ac ăc âc ec iêc oc ôc ooc uc uôc ưc ươc oac oăc
ach êch ich ych oach uêch uych`

const onsetList = `b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x`

// A packed word is its letters' places in the alphabet, six bits each, first
// letter highest: it compares and hashes without a string.
type packed uint64

// A packSet is a set of packed words with open addressing; it is built once and
// read ever after. 0 is no word.
type packSet struct {
	slots []packed
	shift uint
}

func newPackSet(bits uint) packSet { return packSet{make([]packed, 1<<bits), 64 - bits} }

func (t packSet) add(p packed) {
	i := t.first(p)
	for t.slots[i] != 0 && t.slots[i] != p {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.slots[i] = p
}

func (t packSet) has(p packed) bool {
	for i := t.first(p); t.slots[i] != 0; i = (i + 1) & (len(t.slots) - 1) {
		if t.slots[i] == p {
			return true
		}
	}
	return false
}

func (t packSet) first(p packed) int { return int(uint64(p) * 0x9e3779b97f4a7c15 >> t.shift) }

// The sets are read only once built.
var (
	openRimes = newPackSet(9)
	stopRimes = newPackSet(9) // end in p, t, c, ch
	onsets    = newPackSet(7)
)

func initSyllables(place map[rune]uint8) {
	pack := func(s string) (p packed) {
		for _, r := range s {
			p = p<<6 | packed(place[r])
		}
		return p
	}
	for _, r := range strings.Fields(rimeList) {
		if strings.HasSuffix(r, "p") || strings.HasSuffix(r, "t") || strings.HasSuffix(r, "c") || strings.HasSuffix(r, "ch") {
			stopRimes.add(pack(r))
		} else {
			openRimes.add(pack(r))
		}
	}
	for _, o := range strings.Fields(onsetList) {
		onsets.add(pack(o))
	}
}

// wordMarks is a word taken apart without touching the heap.
type wordMarks struct {
	n     int
	pack  packed // right for words up to ten letters
	m     [maxLetters]mark
	tones int
	tone  uint8
	at    int  // where the toned letter stands
	caps  int  // capitals
	small int  // small letters with a tone
	over  bool // too long to be a word of Vietnamese
}

// add takes one more rune: a letter, or a combining mark for the letter before
// it. It answers false for anything else.
func (w *wordMarks) add(r rune) bool {
	m := markOf(r)
	if m == 0 {
		if r >= combGrave && r <= combDot && w.n > 0 {
			j, ok := w.m[w.n-1].join(r)
			if ok && !w.over {
				w.pop()
				w.push(j)
			}
			return ok
		}
		return false
	}
	w.push(m)
	return true
}

func (w *wordMarks) push(m mark) {
	if w.n == maxLetters {
		w.over = true
		return
	}
	if m.upper() {
		w.caps++
	}
	if t := m.tone(); t != ngang {
		w.tones++
		w.tone, w.at = t, w.n
		if !m.upper() {
			w.small++
		}
	}
	w.pack = w.pack<<6 | packed(m.base())
	w.m[w.n] = m
	w.n++
}

// pop takes the last letter back, for a combining mark that changes it.
func (w *wordMarks) pop() {
	w.n--
	m := w.m[w.n]
	if m.upper() {
		w.caps--
	}
	if m.tone() != ngang {
		w.tones--
		if !m.upper() {
			w.small--
		}
	}
	w.pack >>= 6
}

func (w *wordMarks) reset() {
	w.n, w.pack, w.tones, w.tone, w.at, w.caps, w.small, w.over = 0, 0, 0, 0, 0, 0, 0, false
}

// syllable judges the collected word.
func (w *wordMarks) syllable() bool {
	if w.n == 0 || w.n > 7 || w.tones > 1 || w.over {
		return false
	}
	i := w.onset()
	if i < 0 || i >= w.n {
		return false
	}
	tone := ngang
	if w.tones > 0 {
		tone = w.tone
	}
	rime := w.pack & (1<<(6*uint(w.n-i)) - 1)
	if !openRimes.has(rime) && (tone != sac && tone != nang || !stopRimes.has(rime)) {
		return false
	}
	return w.spelling(i)
}

// onset gives where the rime begins, -1 where the word begins with what no
// Vietnamese word begins with.
func (w *wordMarks) onset() int {
	i := 0
	for i < w.n && !isVowel[w.m[i].base()] {
		i++
	}
	if i == 0 {
		return 0
	}
	first := w.m[0].base()
	if first == bQ { // qu is one onset
		if i == 1 && w.n > 2 && w.m[1].base() == bU && w.m[1].tone() == ngang {
			return 2
		}
		if i == 1 && w.n > 2 && w.m[1].base() == bU && isVowel[w.m[2].base()] {
			return 2 // "qúy": the mark slipped, the word is meant
		}
		return -1
	}
	if w.n > 10 || !onsets.has(w.pack>>(6*uint(w.n-i))) {
		return -1
	}
	// gi before another vowel is an onset ("già"); "gì", "gìn", "giếng" are g + i….
	if first == bG && i == 1 && w.n > 2 && w.m[1].base() == bI && isVowel[w.m[2].base()] && w.m[2].base() != bEe {
		return 2
	}
	return i
}

// spelling holds the rules of which onset is written before which vowel.
func (w *wordMarks) spelling(i int) bool {
	v := w.m[i].base()
	front := v == bE || v == bEe || v == bI || v == bY
	// "yê", "ynh", "yt", "ych" after an onset are written only after qu.
	if v == bY && i > 0 && w.n-i > 1 && w.m[0].base() != bQ {
		return false
	}
	switch i {
	case 0:
		// Without an onset "iê" is written "yê".
		return !(v == bI && w.n > 2 && w.m[1].base() == bEe)
	case 1:
		switch w.m[0].base() {
		case bC:
			return !front
		case bK:
			return front
		case bG:
			return v != bE && v != bEe && v != bY
		}
	case 2:
		switch {
		case w.m[0].base() == bQ:
			return v != bU && v != bUw
		case w.m[0].base() == bG && w.m[1].base() == bH:
			return front
		case w.m[0].base() == bN && w.m[1].base() == bG:
			return !front
		}
	case 3:
		return front // ngh
	}
	return true
}

// placed tells whether the tone mark stands where some people write it: both
// ways of oa, oe, uy, also before a final consonant ("hòan" is a common slip),
// and nowhere else than on the main vowel ("buì" is no way of writing "bùi").
func (w *wordMarks) placed() bool {
	if w.tones == 0 {
		return true
	}
	i := w.onset()
	p := w.at - i
	if p < 0 {
		return w.m[0].base() == bQ // "qúy"
	}
	k := 0
	for i+k < w.n && isVowel[w.m[i+k].base()] {
		k++
	}
	if k == 1 {
		return p == 0
	}
	a, b := w.m[i].base(), w.m[i+1].base()
	glide := a == bO && (b == bA || b == bE) || a == bU && b == bY
	last := i+k == w.n
	switch {
	case k == 2 && last && (a == bU && (b == bEe || b == bOw)):
		return p == 1
	case k == 2 && glide:
		return p <= 1
	case k == 2 && last:
		return p == 0
	case k == 2:
		return p == 1
	case last:
		return p == 1 || glide && p == 0
	}
	return p == 2 || p == 1 && glide
}

// word puts the collected letters back as a small-letter UTF-8 word into buf.
func (w *wordMarks) word(buf []byte) []byte {
	for _, m := range w.m[:w.n] {
		buf = utf8.AppendRune(buf, composed[m.base()][m.tone()])
	}
	return buf
}
