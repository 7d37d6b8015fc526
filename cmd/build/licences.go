package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licencesName is the file beside the program that carries what others ask to
// travel with their work: code, faces and tables compiled into it.
const licencesName = "giay-phep.txt"

// licenceFile is how makers name such a file: LICENSE, LICENSE-SIL, COPYING.txt, NOTICE.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([-_.][^/]*)?$`)

// licences writes the licences of Go and of every module that is part of a program
// for Windows. ANGLE's own lies beside its libraries.
func licences(to string) error {
	const each = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	list := tool(append([]string{"GOOS=windows", "GOARCH=amd64"}, cgo...), "go", "list", "-deps", "-tags", windowTags, "-f", each, "./cmd/thidua", "./cmd/thiduactl")
	list.Stdout = nil
	modules, err := list.Output()
	if err != nil {
		return err
	}
	root := tool(nil, "go", "env", "GOROOT")
	root.Stdout = nil
	goroot, err := root.Output()
	if err != nil {
		return err
	}
	goLicence, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE"))
	if err != nil {
		return err
	}
	var b strings.Builder
	put := func(of string, text []byte) {
		fmt.Fprintf(&b, "==== %s ====\n\n%s\n\n", of, strings.TrimSpace(string(text)))
	}
	put("Go", goLicence)
	lines := strings.Split(strings.TrimSpace(string(modules)), "\n")
	slices.Sort(lines)
	for _, line := range slices.Compact(lines) {
		module, dir, _ := strings.Cut(line, "\t")
		found := false
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !licenceFile.MatchString(d.Name()) || filepath.Ext(path) == ".go" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			found = true
			put(module+": "+filepath.ToSlash(strings.TrimPrefix(path, dir)), text)
			return nil
		})
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("%s ships without a licence: may it be passed on?", module)
		}
	}
	return os.WriteFile(filepath.Join(to, licencesName), []byte(b.String()), 0o644)
}
