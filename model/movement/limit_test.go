package movement

import (
	"slices"
	"testing"

	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

func units() *registry.Book {
	v := func(name, group string) []registry.Version {
		return []registry.Version{{Name: name, Official: name, Group: group}}
	}
	return registry.NewBook([]registry.Unit{{ID: 1, Versions: v("Sở Nội vụ", "so_ban_nganh")}, {ID: 2, Versions: v("Ủy ban nhân dân xã Cà Ná", "xa_phuong_thi_tran")}}, nil)
}

func TestLimitsAreReadAsThePlanWritesThem(t *testing.T) {
	day := when.Of(2025, 12, 1)
	const text = "01 tập thể, 03 cá nhân\nXã, phường, thị trấn: 02 trường hợp\nSở Nội vụ: 02 tập thể, 05 cá nhân"
	want := []Limit{{Kind: registry.Collective, Most: 1}, {Kind: registry.Individual, Most: 3}, {Group: "xa_phuong_thi_tran", Most: 2},
		{Unit: 1, Kind: registry.Collective, Most: 2}, {Unit: 1, Kind: registry.Individual, Most: 5}}
	got, err := ReadLimits(text, units(), day)
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("%+v, %v", got, err)
	}
	if back := LimitText(got, units(), day); back != text {
		t.Errorf("written again:\n%s", back)
	}
	if got, err := ReadLimits(" \n1 Tập thể và 3 cá nhân.\nSở NỘI VỤ: 01 hộ", units(), day); err != nil || len(got) != 3 || got[2].Kind != registry.Household || got[2].Unit != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	for text, code := range map[string]string{
		"ba cá nhân": "movement.limit-count", "03 người": "movement.limit-count", "Sở Không Có: 02 cá nhân": "movement.limit-who", "01 cá nhân, 02 cá nhân": "movement.limit-twice",
		"Sở Nội vụ:\nhai": "movement.limit-count",
	} {
		if _, err := ReadLimits(text, units(), day); fault.CodeOf(err) != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

// What names the unit holds alone, then what names its group, then what is said of all.
func TestTheNearestLimitHolds(t *testing.T) {
	g := Grant{Quota: 4, Limits: []Limit{{Kind: registry.Individual, Most: 3}, {Group: "xa_phuong_thi_tran", Most: 2}, {Unit: 1, Most: 9}}}
	for _, c := range []struct {
		unit  registry.UnitID
		group string
		want  []Limit
	}{
		{1, "xa_phuong_thi_tran", []Limit{{Unit: 1, Most: 9}}},
		{2, "xa_phuong_thi_tran", []Limit{{Group: "xa_phuong_thi_tran", Most: 2}}},
		{3, "so_ban_nganh", []Limit{{Kind: registry.Individual, Most: 3}, {Most: 4}}},
		{0, "", []Limit{{Kind: registry.Individual, Most: 3}, {Most: 4}}},
	} {
		if got := g.LimitsOf(c.unit, c.group); !slices.Equal(got, c.want) {
			t.Errorf("unit %d of %q: %+v", c.unit, c.group, got)
		}
	}
	if (Grant{}).Limited() || len(Grant{}.LimitsOf(1, "")) != 0 {
		t.Error("no limit limits")
	}
}
