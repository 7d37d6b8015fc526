package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
)

// ANGLE draws OpenGL ES with Direct3D 11. Its libraries for Windows are fetched
// when the Windows programs are built, from a package that carries them built
// (BSD licence, shipped along), and never committed.
const (
	anglePackage = "gl@8.1.6"
	angleArchive = "gl-8.1.6.tgz"
	angleSum     = "d1cb2650b57481b3846373777c6a1e535bf3fcda525df20f077b3a479f9ca177" // SHA-256
)

// angleFiles are the ones needed, by their place in the package.
var angleFiles = map[string]string{
	"package/deps/windows/dll/x64/libEGL.dll":         "libEGL.dll",
	"package/deps/windows/dll/x64/libGLESv2.dll":      "libGLESv2.dll",
	"package/deps/windows/dll/x64/d3dcompiler_47.dll": "d3dcompiler_47.dll",
	"package/angle/LICENSE":                           "ANGLE-LICENSE.txt",
}

// angleKit is what the build for ANGLE is compiled against and ships with.
type angleKit struct{ dir, headers string }

// angleLibraries fetches the package unless it is there, checks it and lays its
// files out under dir, with the headers of EGL.
func angleLibraries(dir string) (angleKit, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return angleKit{}, err
	}
	kit := angleKit{filepath.Join(abs, "x64"), filepath.Join(abs, "include")}
	archive := filepath.Join(abs, angleArchive)
	b, err := os.ReadFile(archive)
	if err != nil || fmt.Sprintf("%x", sha256.Sum256(b)) != angleSum {
		if err := fetchAngle(abs); err != nil {
			return kit, err
		}
		if b, err = os.ReadFile(archive); err != nil {
			return kit, err
		}
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(b)); sum != angleSum {
		return kit, fmt.Errorf("%s has the SHA-256 %s instead of %s", archive, sum, angleSum)
	}
	if err := unpackAngle(b, kit.dir); err != nil {
		return kit, err
	}
	return kit, eglHeaders(kit.headers)
}

func fetchAngle(dir string) error {
	if _, err := exec.LookPath("npm"); err != nil {
		if err := need("npm"); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return timed("fetch the libraries of ANGLE", func() error {
		return quiet(nil, "npm", "pack", "--silent", "--pack-destination", dir, anglePackage)
	})
}

func unpackAngle(archive []byte, dir string) error {
	z, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return err
	}
	found := 0
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		name, ok := angleFiles[path.Clean(h.Name)]
		if !ok {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := writeIfNew(filepath.Join(dir, name), string(text)); err != nil {
			return err
		}
		found++
	}
	if found != len(angleFiles) {
		return fmt.Errorf("%s holds %d of %d files", anglePackage, found, len(angleFiles))
	}
	return nil
}

// eglHeaders copies the headers of EGL, which are the same on every system, out
// of the system's own: with all of them in view the cross compiler would take
// the C library's too.
func eglHeaders(dir string) error {
	for _, name := range []string{"EGL/egl.h", "EGL/eglplatform.h", "KHR/khrplatform.h"} {
		if err := copyFile(filepath.Join(dir, name), filepath.Join("/usr/include", name)); err != nil {
			return fmt.Errorf("the headers of EGL: %w", err)
		}
	}
	return nil
}

// lay puts the libraries and their licence beside the program that needs them.
func (k angleKit) lay(beside string) error {
	for _, name := range angleFiles {
		if err := copyFile(filepath.Join(beside, name), filepath.Join(k.dir, name)); err != nil {
			return err
		}
	}
	return nil
}
