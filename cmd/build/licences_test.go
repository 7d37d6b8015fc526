package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What ships carries the licences of what is in it, the faces' own among them.
func TestLicencesOfWhatShips(t *testing.T) {
	t.Chdir("../..")
	dir := t.TempDir()
	if err := licences(dir); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, licencesName))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"==== Go ====", "fyne.io/fyne/v2 v", "modernc.org/sqlite v", "github.com/klippa-app/go-pdfium v", "github.com/ncruces/zenity v",
		"github.com/go-fonts/liberation v", "SIL OPEN FONT LICENSE", "Apache License"} {
		if !strings.Contains(string(b), part) {
			t.Errorf("%s is not named", part)
		}
	}
	script, err := windowsFiles.ReadFile("windows/thidua.nsi")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(script), `Delete "$INSTDIR\`+licencesName+`"`) {
		t.Error("the uninstaller leaves the licences behind")
	}
}
