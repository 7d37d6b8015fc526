package movement

import (
	"bytes"
	"encoding/json"

	"thidua/assets"
)

// Load gives the movements that ship with the program: examples an office could
// have typed, to start from or to clone. A broken file panics, like any other
// broken constant.
func Load() []Movement {
	var ms []Movement
	d := json.NewDecoder(bytes.NewReader(assets.Must("catalogue/movement.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&ms); err != nil {
		panic("movement: movement.json: " + err.Error())
	}
	return ms
}
