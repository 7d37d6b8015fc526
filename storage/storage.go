// Package storage opens the outside world for the office: the data folder, table
// files, presses.
//
// Start at Open; it gives the office's ports. Nothing in here knows a rule of the
// domain, and nothing outside of here knows a file format or SQL.
package storage

import (
	"context"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"thidua/model/fault"
	"thidua/model/intake"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
	"thidua/storage/press"
	"thidua/storage/press/preview"
	"thidua/storage/press/printer"
	"thidua/storage/sheet"
	"thidua/storage/sqlite"
	"thidua/storage/vault"
)

// Config says where and when.
type Config struct {
	Dir   string    // the data folder; "" for Dir()
	Today when.Date // a fixed day for a repeatable run; zero for the machine's clock
}

// Storage is everything that is open.
type Storage struct {
	Dir   string
	Ports office.Ports
	store *sqlite.Store
	pages *preview.Renderer
}

// Dir is the data folder when none is named: THIDUA_DATA; a folder "du-lieu"
// beside the program (portable use from a USB stick); else the user's own:
// %LOCALAPPDATA%\ThiDua, or ThiDua under the XDG data home.
func Dir() (string, error) {
	if d := os.Getenv("THIDUA_DATA"); d != "" {
		return d, nil
	}
	if exe, err := os.Executable(); err == nil {
		if d := portable(exe); d != "" {
			return d, nil
		}
	}
	if runtime.GOOS == "windows" {
		if d := os.Getenv("LOCALAPPDATA"); d != "" {
			return filepath.Join(d, "ThiDua"), nil
		}
	} else if d := os.Getenv("XDG_DATA_HOME"); d != "" {
		return filepath.Join(d, "ThiDua"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fault.New(fault.Store, "store.no-home").Because(err)
	}
	if runtime.GOOS == "windows" {
		return filepath.Join(home, "AppData", "Local", "ThiDua"), nil
	}
	return filepath.Join(home, ".local", "share", "ThiDua"), nil
}

// portable is the folder "du-lieu" beside a program, "" when there is none. The
// build for Direct3D lies one folder deeper, and it is the one that Windows pins
// to the task bar when it draws the window.
func portable(exe string) string {
	beside := filepath.Dir(exe)
	if filepath.Base(beside) == "angle" {
		beside = filepath.Dir(beside)
	}
	d := filepath.Join(beside, "du-lieu")
	if st, err := os.Stat(d); err != nil || !st.IsDir() {
		return ""
	}
	return d
}

// Open opens the data folder and gives the office's ports. Faults are those of
// sqlite.Open.
func Open(ctx context.Context, c Config) (*Storage, error) {
	if c.Dir == "" {
		d, err := Dir()
		if err != nil {
			return nil, err
		}
		c.Dir = d
	}
	store, err := sqlite.Open(ctx, c.Dir)
	if err != nil {
		return nil, err
	}
	v, err := vault.Open(c.Dir)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	db := database()
	db.Backup = store.Backup
	s := &Storage{Dir: c.Dir, store: store, pages: preview.New(preview.Options{CacheFolder: viewerCache()})}
	s.Ports = office.Ports{Store: store, Sheets: sheets{}, Press: presses{}, Viewer: viewer{s.pages}, Printer: printers{s.pages}, Vault: v, Prose: prose{},
		Copies: vault.Copies{Database: db, Vault: v}, Clock: ClockOf(c.Today)}
	return s, nil
}

// Close lets go of the data folder.
func (s *Storage) Close() error { return errors.Join(s.pages.Close(), s.store.Close()) }

// viewerCache is where the page viewer keeps what it compiled: with the user's
// other caches, not in the data folder, which is copied and carried about.
func viewerCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "ThiDua")
}

type viewer struct{ pages *preview.Renderer }

func (v viewer) Open(ctx context.Context, pdf []byte) (office.Sheaf, error) {
	if err := ctx.Err(); err != nil {
		return nil, fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	d, err := v.pages.Open(pdf)
	if err != nil {
		return nil, err
	}
	return sheaf{d}, nil
}

type sheaf struct{ doc *preview.Document }

func (s sheaf) Len() int { return s.doc.Pages() }

// pointsPerMM turns the renderer's millimetres into points.
const pointsPerMM = 72 / 25.4

func (s sheaf) Size(page int) (w, h float64) {
	w, h = s.doc.Size(page)
	return w * pointsPerMM, h * pointsPerMM
}

func (s sheaf) Picture(ctx context.Context, page, pixels int) (image.Image, error) {
	if err := ctx.Err(); err != nil {
		return nil, fault.New(fault.Canceled, "store.canceled").Because(err)
	}
	w, _ := s.doc.Size(page)
	return s.doc.Render(page, min(preview.MaxDPI, int(float64(pixels)/w*25.4)+1))
}

func (s sheaf) Close() error { return s.doc.Close() }

func database() vault.Database {
	return vault.Database{Name: sqlite.FileName, Verify: sqlite.VerifyFile}
}

// Restore puts a checked copy in place of a data folder nobody has open, "" for the
// program's own; what was there, damaged or not, is moved aside. The folder's name
// and the one what was there has now are given back.
func Restore(ctx context.Context, copyPath, dir string) (at, aside string, err error) {
	if dir == "" {
		if dir, err = Dir(); err != nil {
			return "", "", err
		}
	}
	if err := sqlite.Idle(dir); err != nil {
		return "", "", err
	}
	aside, err = database().Restore(ctx, copyPath, dir)
	return dir, aside, err
}

// VerifyCopy checks a copy without opening a data folder.
func VerifyCopy(ctx context.Context, path string) (office.Health, error) {
	return database().VerifyCopy(ctx, path)
}

// ClockOf is the machine's clock, or one that stands on a day.
func ClockOf(day when.Date) when.Clock {
	if day != 0 {
		return when.Fixed(day)
	}
	return machine{}
}

type machine struct{}

func (machine) Today() when.Date { return when.OfTime(time.Now()) }
func (machine) Now() time.Time   { return time.Now() }

// LoadTable takes a file an agency sent from the disk; one that cannot be had, or is
// too large for a table, is refused with the reason.
func LoadTable(path string) ([]byte, error) { return sheet.Load(path) }

type sheets struct{}

func (sheets) Read(ctx context.Context, name string, r io.ReaderAt, size int64) (*intake.Book, error) {
	return sheet.Read(ctx, name, r, size)
}

func (sheets) Annotate(ctx context.Context, name string, r io.ReaderAt, size int64, w io.Writer, notes map[string]map[int]string, column string) error {
	return sheet.Annotate(ctx, name, r, size, w, notes, column)
}

func (sheets) Template(ctx context.Context, w io.Writer, t intake.Template) error {
	return sheet.WriteTemplate(ctx, w, t)
}

type prose struct{}

func (prose) Text(ctx context.Context, name string, r io.ReaderAt, size int64) (string, error) {
	if !sheet.IsPDF(r) {
		return sheet.Prose(ctx, name, r, size)
	}
	pdf := make([]byte, size)
	if n, err := r.ReadAt(pdf, 0); n < len(pdf) {
		return "", fault.New(fault.Refused, "sheet.unreadable", name).Because(err)
	}
	return preview.Text(ctx, pdf, preview.Options{CacheFolder: viewerCache()})
}

type presses struct{}

func (presses) Set(ctx context.Context, w io.Writer, doc *paper.Document, kind string, by office.Offset) error {
	return press.Encode(w, "."+kind, doc, options(ctx, by))
}

func (presses) Ruler(ctx context.Context, w io.Writer, sheet paper.Sheet, by office.Offset) error {
	return press.Ruler(w, sheet, options(ctx, by))
}

func options(ctx context.Context, by office.Offset) press.Options {
	return press.Options{FontFolder: press.SystemFonts(), Offset: press.Offset{X: by.DX, Y: by.DY}, Stopped: func() error {
		if err := ctx.Err(); err != nil {
			return fault.New(fault.Canceled, "store.canceled").Because(err)
		}
		return nil
	}}
}

func (presses) Misfits(ctx context.Context, doc *paper.Document) ([]office.Misfit, error) {
	found, err := press.Misfits(doc, options(ctx, office.Offset{}))
	if err != nil {
		return nil, err
	}
	out := make([]office.Misfit, len(found))
	for i, m := range found {
		page := m.Certificate + 1
		for _, p := range doc.Parts[:m.Part] {
			page += len(p.Blocks) // a part of certificates holds nothing else
		}
		out[i] = office.Misfit{Page: page, Slot: m.Slot, Text: m.Text}
	}
	return out, ctx.Err()
}

type printers struct{ pages *preview.Renderer }

func (p printers) Print(ctx context.Context, jobs []office.PrintJob, on string, progress office.Progress) (office.Sent, error) {
	list := make([]printer.Job, len(jobs))
	for i, j := range jobs {
		list[i] = printer.Job{Title: j.Title, PDF: j.PDF, Copies: j.Copies}
	}
	opt := printer.Options{Printer: on}
	if progress != nil {
		opt.Progress = func(job, _ int) { progress(len(jobs)+job, 2*len(jobs)) }
	}
	r, err := printer.Print(ctx, p.pages, list, opt)
	return office.Sent{Printer: r.Printer, Jobs: r.Jobs, Pages: r.Pages, Canceled: r.Canceled}, err
}

func (printers) Names(ctx context.Context) ([]string, error) { return printer.Names(ctx) }
