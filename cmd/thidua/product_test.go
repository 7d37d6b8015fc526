package main

import (
	"os"
	"strings"
	"testing"
)

func TestProductIsTheOneInFyneApp(t *testing.T) {
	b, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"ID": productID, "Name": productName, "Version": productVersion} {
		found := false
		for _, line := range strings.Split(string(b), "\n") {
			k, v, ok := strings.Cut(line, "=")
			if ok && strings.TrimSpace(k) == key {
				found = true
				if got := strings.Trim(strings.TrimSpace(v), `"`); got != want {
					t.Errorf("%s is %q in FyneApp.toml, %q in the program", key, got, want)
				}
			}
		}
		if !found {
			t.Errorf("FyneApp.toml has no %s", key)
		}
	}
}
