//go:build deps

package main

import (
	_ "filippo.io/age"
	_ "fyne.io/fyne/v2"
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/dialog"
	_ "fyne.io/fyne/v2/test"
	_ "fyne.io/fyne/v2/widget"
	_ "github.com/go-fonts/liberation/liberationserifregular"
	_ "github.com/go-text/typesetting/font"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/ncruces/zenity"
	_ "github.com/richardlehane/mscfb"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/signintech/gopdf"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/image/font/sfnt"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sys/windows"
	_ "golang.org/x/text/unicode/norm"
	_ "modernc.org/sqlite"
	_ "pgregory.net/rapid"
)
