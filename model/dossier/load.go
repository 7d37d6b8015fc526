package dossier

import (
	"bytes"
	"encoding/json"

	"thidua/assets"
)

// LoadRoads gives the roads that ship with the program: what an office starts
// with and then edits. For Bằng khen của Thủ tướng there are two, the plan's and
// the law's; each Remark says where they differ. A broken file panics, like any
// other broken constant.
func LoadRoads() []Road {
	var roads []Road
	d := json.NewDecoder(bytes.NewReader(assets.Must("catalogue/roads.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&roads); err != nil {
		panic("dossier: roads.json: " + err.Error())
	}
	return roads
}
