// Package fonts holds the faces papers are set in when the PC has no Times New
// Roman: Liberation Serif 2.1, whose letters are exactly as wide, with every
// Vietnamese letter in its four styles. The SIL Open Font License asks that it
// travels with the faces: cmd/build lays it beside the program for Windows.
package fonts

import (
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// SerifName is the name of the family.
const SerifName = "Liberation Serif"

// Serif is the TrueType file of one style. The bytes are shared: do not write to them.
func Serif(bold, italic bool) []byte {
	switch {
	case bold && italic:
		return liberationserifbolditalic.TTF
	case bold:
		return liberationserifbold.TTF
	case italic:
		return liberationserifitalic.TTF
	}
	return liberationserifregular.TTF
}
