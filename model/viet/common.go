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
var common map[string]struct{}

func initCommon() {
	words := strings.Fields(commonList)
	common = make(map[string]struct{}, len(words))
	for _, w := range words {
		common[w] = struct{}{}
	}
}

// usual tells whether every word of a Unicode text that holds a letter beyond
// ASCII is a common syllable or a known name.
func usual(s string) bool {
	all := true
	words(s, func(from, to int) {
		w := s[from:to]
		if !all || isASCII(w) {
			return
		}
		var m wordMarks
		for _, r := range w {
			if !m.add(r) {
				all = false
				return
			}
		}
		var buf [4 * maxLetters]byte
		if _, ok := common[string(m.word(buf[:0]))]; !ok && !m.foreign() && !m.abbreviation() {
			all = false
		}
	})
	return all
}

// rarer tells that one reading is made of words people hardly write and the
// other is not.
func rarer(reading, other string) bool { return !usual(reading) && usual(other) }
