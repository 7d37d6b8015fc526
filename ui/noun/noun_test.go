package noun

import (
	"testing"

	"thidua/model/registry"
	"thidua/model/when"
	"thidua/ui/kit"
)

// A unit is found by its name without tones, by its code and by its group; one that
// ended stands behind and says when.
func TestUnitsAreFound(t *testing.T) {
	unit := func(id registry.UnitID, code, name, group string, to when.Date) registry.Unit {
		return registry.Unit{ID: id, Versions: []registry.Version{{Period: when.Period{To: to}, Code: code, Name: name, Group: group}}}
	}
	july := when.Of(2025, 7, 1)
	book := registry.NewBook([]registry.Unit{unit(1, "HBA", "Huyện Bác Ái", "huyen_thanh_pho", july), unit(2, "SYT", "Sở Y tế", "so_nganh", 0), unit(3, "", "Hội Người mù", "", 0)}, nil)
	list := Units(book, july)
	for text, want := range map[string]string{"syt": "2", "so y": "2", "hba": "1", "bac ai 30/06": "1", "mu": "3"} {
		if got := kit.Matching(list, text); len(got) != 1 || got[0].Key != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
	if len(list) != 3 || list[2].Key != "1" || list[1].Note != "" {
		t.Errorf("%+v", list)
	}
}
