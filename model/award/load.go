package award

import (
	"bytes"
	"encoding/json"

	"thidua/assets"
)

// Load gives the catalogue that ships with the program: what an office starts
// with and then edits. The files are the program's own and a test reads them, so
// a broken one panics like any other broken constant.
func Load() *Catalogue {
	c := &Catalogue{}
	read("catalogue/awards.json", &c.Awards)
	read("catalogue/standards.json", &c.Standards)
	read("catalogue/rules.json", &c.Rules)
	read("catalogue/money.json", &c.Money)
	return c
}

func read(name string, into any) {
	d := json.NewDecoder(bytes.NewReader(assets.Must(name)))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		panic("award: " + name + ": " + err.Error())
	}
}
