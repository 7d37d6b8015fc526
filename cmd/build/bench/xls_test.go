package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"thidua/model/viet"
)

// oldRows is nearly as many as a sheet of Excel 97 holds.
const oldRows = 60_000

// soffice runs LibreOffice in a profile of its own.
func soffice(b *testing.B, to, src string) (made string) {
	b.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("needs LibreOffice (soffice)")
	}
	dir := filepath.Dir(src)
	profile, err := keep("libreoffice", func(path string) error { return os.Mkdir(path, 0o755) })
	if err != nil {
		b.Fatal(err)
	}
	c := exec.Command(program, "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--headless", "--convert-to", to, "--outdir", dir, src)
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return src[:len(src)-len(filepath.Ext(src))] + "." + to[:3]
}

// oldList is the list as LibreOffice saves it for Excel 97.
func oldList(b *testing.B) string {
	b.Helper()
	path, err := keep("danh-sach-cu.xls", func(path string) error {
		data, err := list(oldRows, viet.Unicode)
		if err != nil {
			return err
		}
		src := filepath.Join(filepath.Dir(path), "danh-sach-cu-goc.xlsx")
		if err := os.WriteFile(src, data, 0o644); err != nil {
			return err
		}
		return os.Rename(soffice(b, "xls:MS Excel 97", src), path)
	})
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkStageXLS takes 60,000 rows of .xls in.
func BenchmarkStageXLS(b *testing.B) {
	data, err := os.ReadFile(oldList(b))
	if err != nil {
		b.Fatal(err)
	}
	stageData(b, "danh-sach-cu.xls", data, oldRows)
}

// BenchmarkOfficeCSV only has LibreOffice turn the same file into CSV.
func BenchmarkOfficeCSV(b *testing.B) {
	path := oldList(b)
	soffice(b, "csv", path) // makes the profile
	from := used()
	for b.Loop() {
		soffice(b, "csv", path)
	}
	reportUsed(b, used()-from)
}
