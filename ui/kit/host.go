package kit

import (
	"io"
	"net/url"
	"sort"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// Route names a place of the window: an area, and what of it is shown. It reads
// like "ho-so?don-vi=12&giai-doan=returned" and can be given to --page.
type Route struct {
	Area string
	With map[string]string
}

// To makes a route: an area, then keys and values in turn; empty values are left out.
func To(area string, kv ...string) Route {
	r := Route{Area: area, With: map[string]string{}}
	for i := 0; i+1 < len(kv); i += 2 {
		if kv[i+1] != "" {
			r.With[kv[i]] = kv[i+1]
		}
	}
	return r
}

// IDText writes an id as routes and choices carry it; "" for none.
func IDText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// ParseID reads an id out of a route or a choice; 0 when there is none.
func ParseID(s string) int64 {
	id, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// ParseRoute reads what String writes.
func ParseRoute(s string) Route {
	area, query, _ := strings.Cut(s, "?")
	r := Route{Area: area, With: map[string]string{}}
	v, err := url.ParseQuery(query)
	if err != nil {
		return r
	}
	for k := range v {
		r.With[k] = v.Get(k)
	}
	return r
}

// String writes the route with its keys in order.
func (r Route) String() string {
	keys := make([]string, 0, len(r.With))
	for k, v := range r.With {
		if v != "" {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString(r.Area)
	for i, k := range keys {
		b.WriteByte("?&"[min(i, 1)])
		b.WriteString(url.QueryEscape(k) + "=" + url.QueryEscape(r.With[k]))
	}
	return b.String()
}

// Get is one value, "" for none.
func (r Route) Get(key string) string { return r.With[key] }

// FileKind is one line of a file dialog's list of kinds.
type FileKind struct {
	Name     string   // "Bảng tính"
	Patterns []string // "*.xlsx"
}

// Host is the window a page stands in.
type Host interface {
	// Go shows a place; the one left can be gone back to.
	Go(Route)
	// Here puts what the page now shows into the history in place of the route it
	// was opened with, so that Back returns to the same filter.
	Here(Route)
	Canvas() fyne.Canvas
	// Say shows a notice; undo may be nil.
	Say(tone Tone, text string, undo func())
	// Done shows the notice of a change, with the button that takes it back.
	Done(text string, entry int64)
	// PickFiles asks for files to read; done is not called when none is chosen.
	PickFiles(title string, many bool, kinds []FileKind, done func(paths []string))
	// PickSave asks where to write; done is not called when the person gives up.
	PickSave(title, name string, kinds []FileKind, done func(path string))
	// ReadFile and WriteFile run away from the UI goroutine: WriteFile leaves the
	// old file as it was unless everything was written.
	ReadFile(path string) ([]byte, error)
	WriteFile(path string, write func(io.Writer) error) error
	// OpenFile hands a file to the system's program for it.
	OpenFile(path string)
	// Scratch is a path under which a paper may be laid to be looked at.
	Scratch(name string) string
}

// Page is one area of the window.
type Page interface {
	Content() fyne.CanvasObject
	// Show is called each time the page is gone to, with what of it to show.
	Show(Route)
	// Leave is called before another page is shown.
	Leave()
	// Find is what Ctrl+F does; a page without a search box answers nothing.
	Find()
}
