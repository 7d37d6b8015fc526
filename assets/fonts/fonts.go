// Package fonts holds the faces papers are set in when the PC has no Times New
// Roman: Liberation Serif 2.1, whose letters are exactly as wide, with every
// Vietnamese letter in its four styles. It is used under the SIL Open Font
// License (OFL.txt), which asks that the licence travels with the faces.
package fonts

import (
	_ "embed"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// Licence is the text of the faces' licence.
//
//go:embed OFL.txt
var Licence string

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
