// Program thidua is the window: it opens the data folder, puts an office on it
// and shows the office to the officer.
//
// Start at main; system.go is what the window may ask of the machine, smoke.go
// the walk through all pages that the tests make on a screen in memory. The
// program knows its own name and version however it was built (product.go). It
// holds no rule, no label and no SQL; a fault at the start is shown in a window,
// or as the system's own message when there is none.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
	"thidua/ui"
	"thidua/ui/words"
)

type flags struct {
	data, today, officer, page, smoke, typed string
	renderer                                 renderer
	files                                    []string // given by Explorer or on the command line
}

func main() {
	var f flags
	flag.StringVar(&f.data, "data", "", "thư mục dữ liệu")
	flag.StringVar(&f.today, "today", "", "ngày làm việc, YYYY-MM-DD")
	flag.StringVar(&f.officer, "officer", "", "tên cán bộ")
	flag.StringVar(&f.page, "page", "", "mở thẳng một trang, ví dụ ho-so?giai-doan=returned")
	flag.StringVar(&f.smoke, "smoke", "", "đi qua mọi trang, chụp từng trang vào thư mục này rồi thoát")
	flag.StringVar(&f.typed, "type-into", "", "mở hai ô để thử gõ phím, ghi chữ nhận được vào tệp này")
	systemFlags(flag.CommandLine, &f)
	flag.Parse()
	for _, p := range flag.Args() {
		if abs, err := filepath.Abs(p); err == nil {
			p = abs
		}
		f.files = append(f.files, p)
	}
	if elsewhere(&f) {
		return
	}
	err := run(f)
	if errors.Is(err, errNoWindow) {
		if otherwise(f) {
			return
		}
		tell(fault.New(fault.Internal, "machine.no-graphics", built.name()))
	}
	if err != nil {
		os.Exit(saidWhy)
	}
}

// saidWhy is the status of a start that failed and told the officer why.
const saidWhy = 1

// firstRest is when the window has long been painted.
const firstRest = 3 * time.Second

// run shows the window until it is closed.
func run(f flags) error {
	app.SetMetadata(fyne.AppMetadata{ID: productID, Name: productName, Version: productVersion, Build: 1})
	a := app.NewWithID(productID)
	if err := words.Register(); err != nil {
		fmt.Fprintln(os.Stderr, err) // the toolkit's own few words stay English
	}
	day, err := when.Parse(f.today)
	if err != nil || day != 0 && !day.Exact() {
		return failed(a, fault.New(fault.Invalid, "when.bad-date", f.today))
	}
	store, err := storage.Open(context.Background(), storage.Config{Dir: f.data, Today: day})
	if fault.CodeOf(err) == "store.locked" && handOverSoon(f.data, f.files) {
		return nil
	}
	if err != nil && f.smoke != "" { // nobody is there to read a window
		fmt.Fprintln(os.Stderr, err)
		return err
	}
	if err != nil {
		return failed(a, err)
	}
	opens(store.Dir)
	log := newErrorLog(store.Dir)
	log.take()
	o := office.New(store.Ports, officerName(f.officer))
	sys := newSystem()
	defer sys.clean()
	w := ui.New(a, o, ui.Options{Data: store.Dir, Version: productVersion, Page: f.page, System: sys, Log: log.write,
		Report: func(to io.Writer) error { return report(store.Dir, to) }})
	var walked error
	switch {
	case f.smoke != "":
		walked = fault.New(fault.Internal, "ui.not-at-rest", "đầu tiên")
		a.Lifecycle().SetOnStarted(func() {
			smoke(w, f.smoke, func(err error) {
				walked = err
				w.Close()
			})
		})
	case f.typed != "":
		typeInto(w, f.typed)
	case len(f.files) > 0:
		a.Lifecycle().SetOnStarted(func() { w.Runner.Later(func() { w.Drop(f.files) }) })
	}
	// What reading the first page took is given back; a PC of the office has 4 GB.
	time.AfterFunc(firstRest, debug.FreeOSMemory)
	w.Window().SetMaster()
	hintContext()
	w.Show()
	if err := attach(w, sys, store.Dir); errors.Is(err, errNoWindow) {
		walked = err
	} else {
		log.write(err) // the window works, only later starts do not find it
		a.Run()
		seen(store.Dir)
	}
	w.Runner.Close()
	if err := store.Close(); err != nil {
		log.write(err)
	}
	if walked != nil {
		fmt.Fprintln(os.Stderr, walked)
	}
	return walked
}

// officerName is the name acts are logged under: the one given, else the name of
// the account that is logged on.
func officerName(given string) string {
	if given != "" {
		return given
	}
	u, err := user.Current()
	if err != nil {
		return ""
	}
	// Windows writes an account without a full name as COMPUTER\account.
	name := u.Name[strings.LastIndex(u.Name, `\`)+1:]
	if name == "root" {
		return ""
	}
	return name
}
