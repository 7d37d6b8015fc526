package viet

import (
	_ "embed" // common.txt
	"strings"
)

// commonList holds the syllables with marks that official papers and names of
// people and places are mostly made of. It never makes a reading right or
// wrong; it only tells, where two readings are possible, which one people
// rather write: "công dân" is likelier than the TCVN3 reading "cụng dõn".
//
//go:embed common.txt
var commonList string

// common is read only once built.
var common = newPackSet(13)

func initCommon() {
	for _, word := range strings.Fields(commonList) {
		var w wordMarks
		for _, r := range word {
			w.push(markOf(r))
		}
		common.add(w.toned())
	}
}

// toned packs a syllable with its tone, wherever its mark stands. 0 for a word
// too long or with more than one tone.
func (w *wordMarks) toned() packed {
	if w.n == 0 || w.n > 8 || w.tones > 1 {
		return 0
	}
	p := w.pack << 3
	if w.tones == 1 {
		p |= packed(w.tone)
	}
	return p
}

// usual tells whether every word of a Unicode text that holds a letter beyond
// ASCII is a common syllable or a known name.
func usual(s string) bool {
	all := true
	words(s, func(from, to int) {
		word := s[from:to]
		if !all || isASCII(word) {
			return
		}
		var w wordMarks
		for _, r := range word {
			if !w.add(r) {
				all = false
				return
			}
		}
		if p := w.toned(); (p == 0 || !common.has(p)) && !w.foreign() && !w.abbreviation() {
			all = false
		}
	})
	return all
}

// rarer tells that one reading is made of words people hardly write and the
// other is not.
func rarer(reading, other string) bool { return !usual(reading) && usual(other) }

// Words of the other peoples of the province and the highlands, and names
// written in their own way, that hold marked letters yet are no Vietnamese
// syllables. They keep a right reading from being called bad; they decide
// nothing alone. Plain ASCII ones ("Pupur", "Bo Bo") need no entry.
const foreignList = `katơr chamaléa chamalé kator pinăng kadá axá patâu mấu raglây raglăy ra-glai jarai gia-rai ê-đê
êđê mnông m'nông bahnar ba-na xơ-đăng xơđăng sêđăng cơ-ho k'ho cơho kơho churu chu-ru cơ-tu cơtu tà-ôi tàôi
xtiêng stiêng hrê brâu giẻ-triêng giẻ rơ-măm rơmăm mạ chơro chơ-ro hmông h'mông pà-thẻn
đăk đắk lăk lắk đăklăk đắklắk krông plây pleiku kpă kpă niê byă mlô êban hđơk hwing kđoh kbuôr ksơr rơchâm rơ-châm
siu rơmah rơ-mah rahlan nay ayŭn kră krajăn kơsă cil liêng-hot bonđưng bon-đưng bnahria k'brêu k'brếp đơn đăng
ađrơng ađâu atô aviết avô bríu blúp bling zơrâm pơloong cơlâu hôih hốih ploong đinhh đuôn chế-mlố mlố chămpa
pôklông pôsahi sahi pônagar pô pô-klông ka-tê katê ramưwan mbăng păng kađăng`

// foreign is read only once built.
var foreign map[string]struct{}

func initWords() {
	foreign = make(map[string]struct{}, 128)
	for _, w := range strings.FieldsFunc(foreignList, func(r rune) bool { return r == ' ' || r == '\n' || r == '-' || r == '\'' }) {
		foreign[w] = struct{}{}
	}
}
