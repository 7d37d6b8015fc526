package settings

import (
	"strings"

	"thidua/model/award"
	"thidua/model/registry"
	"thidua/model/viet"
)

// KindsText lists kinds of nominee in words.
func KindsText(ks []registry.Kind) string {
	names := make([]string, len(ks))
	for i, k := range ks {
		names[i] = k.String()
	}
	return viet.FirstCapital(strings.Join(names, ", "))
}

// AliasText writes other spellings one a line, as the form shows them.
func AliasText(list []string) string { return strings.Join(list, "\n") }

// Aliases reads what AliasText writes; what is written twice, or is the award's own
// name, is left out: it is recognised anyway.
func Aliases(text string, a award.Award) []string {
	seen := map[string]bool{viet.Key(a.Name): true, viet.Key(a.Short): true}
	var out []string
	for _, l := range strings.Split(text, "\n") {
		l = viet.Clean(l)
		if k := viet.Key(l); l != "" && !seen[k] {
			seen[k] = true
			out = append(out, l)
		}
	}
	return out
}

// KindsOf gives the kinds whose names are chosen, in the order of the registry.
func KindsOf(names []string) []registry.Kind {
	var out []registry.Kind
	for _, k := range registry.Kinds {
		for _, n := range names {
			if n == viet.FirstCapital(k.String()) {
				out = append(out, k)
			}
		}
	}
	return out
}

// NextOrder is the place behind all others in printed lists.
func NextOrder(list []award.Award) int {
	top := 0
	for _, a := range list {
		top = max(top, a.Order)
	}
	return top + 10
}
