package criteria

import (
	"bytes"
	"encoding/json"

	"thidua/assets"
)

// shippedSet is a set as it stands in the program's own table.
type shippedSet struct {
	Movement string   `json:"movement"` // code
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Groups   []string `json:"groups"`
	Items    []Item   `json:"items"`
	Breaks   []Break  `json:"breaks"`
}

// Load gives the sets that ship for a movement: examples an office may change, made
// from the plan's four criteria with figures that can be counted. Another movement
// has none. A broken file panics, like any other broken constant.
func Load(movement string, year int) []Set {
	var all []shippedSet
	d := json.NewDecoder(bytes.NewReader(assets.Must("catalogue/criteria.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&all); err != nil {
		panic("criteria: criteria.json: " + err.Error())
	}
	var out []Set
	for _, s := range all {
		if s.Movement == movement {
			out = append(out, Set{Year: year, Code: s.Code, Name: s.Name, Groups: s.Groups, Items: s.Items, Breaks: s.Breaks,
				Source: "Mẫu kèm chương trình, lập từ tiêu chí của kế hoạch; Sở Nội vụ sửa theo hướng dẫn của tỉnh"})
		}
	}
	return out
}
