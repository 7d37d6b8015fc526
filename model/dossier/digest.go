package dossier

import (
	"encoding/binary"
	"slices"

	"thidua/model/viet"
)

// Digest is what a paper's text comes to when it is compared: kept beside the text,
// so that ten thousand papers are compared without being read again.
type Digest struct {
	Paper, Rev int64  // the paper as it was read
	Marks      []Mark // of the text
	// Compared sums up what the paper was held against, Differences is what came of
	// it. Once something else would be held against it, the text is read again.
	Compared    Against
	Differences []Difference
}

// comparing is raised whenever Compare would find something else in the same text.
const comparing = 2

// Against sums up what was compared: the dossiers a paper is about, each with the
// names its unit goes by, or the reports held against each other.
type Against uint64

// NewAgainst begins a sum.
func NewAgainst() Against { return Against(hashOf(nil)) + comparing }

// Add takes a dossier into the sum.
func (a *Against) Add(d Dossier, units []string) {
	a.Paper(d.ID, 0)
	h := hashOn(hashOn(uint64(*a), d.Name), d.Position)
	for _, u := range units {
		h = hashOn(h, u)
	}
	*a = Against(h)
}

// Paper takes a paper as it stands into the sum.
func (a *Against) Paper(id, rev int64) {
	h := uint64(*a)
	for _, n := range []int64{id, rev} {
		for i := range 8 {
			h = (h ^ uint64(byte(n>>(8*i)))) * prime
		}
	}
	*a = Against(h)
}

// Mark is one of the passages by which two texts are recognised.
type Mark uint32

// shingle is how many words make a passage; enough that two people do not write it
// by chance.
const shingle = 7

// window is the number of neighbouring passages of which one is a mark. A word that
// was changed breaks seven passages in a row; whoever left three fifths of a report
// as it was left at least seven unbroken somewhere, and so a mark of it.
const window = 7

// MarksOf are the marks of a text, each once, in order.
func MarksOf(text string) []Mark {
	at := hashesOf(plainWords(text))
	marked := markedOf(at)
	out := make([]Mark, 0, len(marked))
	for _, i := range marked {
		out = append(out, markOf(at[i]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// PackMarks and UnpackMarks write marks down as they are kept.
func PackMarks(marks []Mark) []byte {
	out := make([]byte, 0, 4*len(marks))
	for _, m := range marks {
		out = binary.LittleEndian.AppendUint32(out, uint32(m))
	}
	return out
}

// UnpackMarks reads what PackMarks wrote.
func UnpackMarks(b []byte) []Mark {
	out := make([]Mark, len(b)/4)
	for i := range out {
		out[i] = Mark(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

// markOf keeps the upper half of a sum: enough to tell passages apart that nobody
// wrote by chance.
func markOf(hash uint64) Mark { return Mark(hash >> 32) }

// markedOf are the places of the marks: of every window the passage with the
// smallest sum, the last of equal ones (winnowing).
func markedOf(at []uint64) []int {
	var out []int
	least := -1
	for i := range at {
		switch {
		case least >= 0 && least > i-window:
			if mixed(at[i]) <= mixed(at[least]) {
				least = i
			}
		default: // the smallest has left the window
			least = max(0, i-window+1)
			for k := least + 1; k <= i; k++ {
				if mixed(at[k]) <= mixed(at[least]) {
					least = k
				}
			}
		}
		if i >= window-1 || i == len(at)-1 {
			if n := len(out); n == 0 || out[n-1] != least {
				out = append(out, least)
			}
		}
	}
	return out
}

// mixed spreads a sum, so that which passage is the smallest says nothing of the
// mark it gives.
func mixed(h uint64) uint64 { return h * 0x9E3779B97F4A7C15 }

// hashesOf are the sums of the passages beginning at each word. Marks and case say
// nothing: whoever copies often retypes in another code or in capitals.
func hashesOf(words []string) []uint64 {
	if len(words) < shingle {
		return nil
	}
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = viet.Fold(w)
	}
	out := make([]uint64, 0, len(words)-shingle+1)
	for k := 0; k+shingle <= len(plain); k++ {
		out = append(out, hashOf(plain[k:k+shingle]))
	}
	return out
}

// prime is that of FNV-1a with 64 bits.
const prime = 1099511628211

// hashOf is FNV-1a over the words.
func hashOf(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = hashOn(h, w)
	}
	return h
}

// hashOn goes on with a sum over one more word.
func hashOn(h uint64, word string) uint64 {
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return (h ^ ' ') * prime
}
