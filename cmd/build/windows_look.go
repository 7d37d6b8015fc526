package main

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"
)

// setupMost is the largest the installer may be, in bytes: it is sent by mail
// and carried on old sticks.
const setupMost = 40 << 20

// Kinds of resources, as Windows numbers them.
const (
	resIcon      = "3"
	resIconGroup = "14"
	resVersion   = "16"
	resManifest  = "24"
)

// lookInside opens a program that was made and sees whether everything is in it
// that Windows looks for: the icon in all sizes, the names and the version, the
// manifest; and that it needs no library which no Windows has.
func (t target) lookInside(file string, manifest []byte) error {
	f, err := pe.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	no := func(format string, a ...any) error {
		return fmt.Errorf("%s: %s", filepath.Base(file), fmt.Sprintf(format, a...))
	}
	head, ok := f.OptionalHeader.(*pe.OptionalHeader64)
	if !ok {
		return no("not a 64-bit program")
	}
	if graphical := head.Subsystem == pe.IMAGE_SUBSYSTEM_WINDOWS_GUI; graphical != strings.Contains(t.ldflags, "windowsgui") {
		return no("subsystem %d", head.Subsystem)
	}
	libraries, err := importedLibraries(f)
	if err != nil {
		return err
	}
	for _, name := range libraries {
		if _, err := os.Stat(filepath.Join(filepath.Dir(file), name)); err != nil && strings.HasPrefix(strings.ToLower(name), "lib") {
			return no("needs %s, which does not lie beside it", name)
		}
	}
	res, err := resourcesOf(f)
	if err != nil {
		return no("%v", err)
	}
	group := res[resIconGroup+"/GLFW_ICON"]
	if len(group) != 6+14*len(iconSizes) {
		return no("the icon has %d bytes of head", len(group))
	}
	for i := range iconSizes {
		entry := group[6+14*i:]
		size, id := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint16(entry[12:])
		if one := res[fmt.Sprintf("%s/%d", resIcon, id)]; len(one) != int(size) || !bytes.HasPrefix(one, []byte("\x89PNG")) {
			return no("picture %d of the icon is missing", id)
		}
	}
	for _, text := range []string{t.Name, t.Version, t.Description, t.File + ".exe"} {
		if !bytes.Contains(res[resVersion+"/1"], inUTF16(text)) {
			return no("its version does not say %q", text)
		}
	}
	if !bytes.Equal(bytes.TrimSpace(res[resManifest+"/1"]), bytes.TrimSpace(manifest)) {
		return no("its manifest is not app.manifest")
	}
	return nil
}

// importedLibraries are the libraries Windows loads before a program starts;
// debug/pe gives them only with the names of the functions, "name:library".
func importedLibraries(f *pe.File) ([]string, error) {
	symbols, err := f.ImportedSymbols()
	var names []string
	for _, s := range symbols {
		if _, name, ok := strings.Cut(s, ":"); ok && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, err
}

// resourcesOf gives the resources of a program by kind and name, as "24/1".
func resourcesOf(f *pe.File) (map[string][]byte, error) {
	s := f.Section(".rsrc")
	if s == nil {
		return nil, errors.New("has no resources")
	}
	b, err := s.Data()
	if err != nil {
		return nil, err
	}
	damaged := errors.New("its resources are damaged")
	found := map[string][]byte{}
	// A table of the tree: kinds, below them names, below them languages.
	var table func(at uint32, path []string) error
	table = func(at uint32, path []string) error {
		if len(path) > 2 || int(at)+16 > len(b) {
			return damaged
		}
		n := int(binary.LittleEndian.Uint16(b[at+12:])) + int(binary.LittleEndian.Uint16(b[at+14:]))
		if int(at)+16+8*n > len(b) {
			return damaged
		}
		for i := range n {
			entry := b[int(at)+16+8*i:]
			id, to := binary.LittleEndian.Uint32(entry), binary.LittleEndian.Uint32(entry[4:])
			name := fmt.Sprint(id)
			if id&(1<<31) != 0 {
				if name = nameIn(b, id&^(1<<31)); name == "" {
					return damaged
				}
			}
			if to&(1<<31) != 0 {
				if err := table(to&^(1<<31), append(path[:len(path):len(path)], name)); err != nil {
					return err
				}
				continue
			}
			if len(path) < 2 || int(to)+16 > len(b) {
				return damaged
			}
			from, size := binary.LittleEndian.Uint32(b[to:])-s.VirtualAddress, binary.LittleEndian.Uint32(b[to+4:])
			if uint64(from)+uint64(size) > uint64(len(b)) {
				return damaged
			}
			found[path[0]+"/"+path[1]] = b[from : from+size]
		}
		return nil
	}
	return found, table(0, nil)
}

// nameIn reads a resource's name: its length and so many UTF-16 letters.
func nameIn(b []byte, at uint32) string {
	if int(at)+2 > len(b) {
		return ""
	}
	n := int(binary.LittleEndian.Uint16(b[at:]))
	if int(at)+2+2*n > len(b) {
		return ""
	}
	letters := make([]uint16, n)
	for i := range letters {
		letters[i] = binary.LittleEndian.Uint16(b[int(at)+2+2*i:])
	}
	return string(utf16.Decode(letters))
}

func inUTF16(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
