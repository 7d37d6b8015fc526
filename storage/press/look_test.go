package press

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/model/paper"
)

// TestLook writes every sample paper into the folder PRESS_LOOK names, to be looked
// at; without it there is nothing to do.
func TestLook(t *testing.T) {
	dir := os.Getenv("PRESS_LOOK")
	if dir == "" {
		t.Skip("PRESS_LOOK names no folder")
	}
	r, err := os.Create(filepath.Join(dir, "ruler.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := Ruler(r, paper.SheetA4, Options{}); err != nil {
		t.Error(err)
	}
	for name, d := range all() {
		for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
			writeFile(t, filepath.Join(dir, name+ending), d)
		}
	}
}
