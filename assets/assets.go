// Package assets holds the bytes that ship inside the program: sentences, the
// registry of the province's bodies, catalogues, fonts, icons.
//
// One folder per room that reads it; a file dropped into a folder is embedded
// without a line changed here (a folder inside such a folder, like testdata, is
// not). The package knows no meaning: it hands out bytes, the room that reads
// them judges them. It imports nothing of ours and never fails for a file that
// was there when the program was built.
package assets

import (
	"embed"
	"io/fs"
	"path"
)

//go:embed */*.*
var files embed.FS

// File is one embedded file.
type File struct {
	Name string // without its folder: "intake.vi.tsv"
	Data []byte
}

// Words gives the tables of Vietnamese sentences, one file per room, by name.
func Words() []File { return Match("words/*.vi.tsv") }

// Units is the table of the province's bodies, one line per version of a unit.
func Units() []byte { return Must("registry/units.csv") }

// Events is the table of what befell those bodies, one line per link.
func Events() []byte { return Must("registry/events.csv") }

// Must gives the file of that path ("award/titles.csv"). The path is written in
// the program, so a missing file is a fault of the build and panics.
func Must(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return b
}

// Match gives the files whose path fits a pattern of path.Match, by name.
func Match(pattern string) []File {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		panic("assets: " + err.Error())
	}
	out := make([]File, 0, len(names))
	for _, n := range names {
		out = append(out, File{Name: path.Base(n), Data: Must(n)})
	}
	return out
}
