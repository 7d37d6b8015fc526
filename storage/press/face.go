package press

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"sync"

	"thidua/assets/fonts"
	"thidua/model/fault"
)

// style is one of the four styles of a family.
type style uint8

const (
	bold   style = 1
	italic style = 2
)

func styleOf(b, i bool) style {
	var s style
	if b {
		s |= bold
	}
	if i {
		s |= italic
	}
	return s
}

// metrics of both families, as shares of the size: Liberation Serif was drawn to
// Times New Roman's. A line is ascent + descent + leading high.
const (
	ascent  = 1825. / 2048
	descent = 443. / 2048
	leading = 87. / 2048
)

// lineHeight is a line's height, in the whole twips (1/20 point) word processors
// count in: a page of a .docx holds as many lines as the PDF's.
func lineHeight(size float64) float64 {
	return math.Round(size*(ascent+descent+leading)*lineSpacing*20) / 20
}

// family is a set of four faces, by style.
type family struct {
	names [4]string
	faces [4]*sfnt
}

// faceFiles are the names of Times New Roman's files on Windows, by style.
var faceFiles = [4]string{"times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"}

var (
	embeddedOnce   sync.Once
	embeddedFamily *family
	embeddedErr    error

	foundMu sync.Mutex
	found   = map[string]*family{} // by folder
)

// familyFor gives Times New Roman from a folder, or the embedded family when the
// folder is empty or holds no Times New Roman. A folder that holds only some of
// the four files counts as holding none: mixed families would not match.
func familyFor(folder string) (*family, error) {
	if folder != "" {
		foundMu.Lock()
		defer foundMu.Unlock()
		if f := found[folder]; f != nil {
			return f, nil
		}
		f, err := readFamily(folder)
		if err == nil {
			found[folder] = f
			return f, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	embeddedOnce.Do(func() {
		var data [4][]byte
		for s := range data {
			data[s] = fonts.Serif(style(s)&bold != 0, style(s)&italic != 0)
		}
		embeddedFamily, embeddedErr = newFamily([4]string{"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}, data)
	})
	return embeddedFamily, embeddedErr
}

func readFamily(folder string) (*family, error) {
	var data [4][]byte
	for s, name := range faceFiles {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		data[s] = b
	}
	return newFamily([4]string{"TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "TimesNewRomanPS-ItalicMT", "TimesNewRomanPS-BoldItalicMT"}, data)
}

func newFamily(names [4]string, data [4][]byte) (*family, error) {
	f := &family{names: names}
	for s := range data {
		face, err := parseSFNT(data[s])
		if err != nil {
			return nil, fault.New(fault.Invalid, "press.bad-font", names[s]).Because(err)
		}
		f.faces[s] = face
	}
	return f, nil
}
