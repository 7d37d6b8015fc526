// Package preview turns the pages of a PDF into pictures, so that the very pages
// that will be printed can be looked at in the window.
//
// Start at New. PDFium runs as WebAssembly: no cgo, nothing to install. The
// module is compiled on the first use and kept under the folder given, so that
// later starts take a tenth of a second instead of some five. It reads PDFs that
// the program itself made; it never changes them and opens no file of its own.
package preview

import (
	"context"
	"image"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"thidua/model/fault"
)

// Renderer is PDFium, started when first needed. It is safe to use from several
// goroutines; pages are drawn one at a time.
type Renderer struct {
	cache string
	mu    sync.Mutex
	pool  pdfium.Pool
	work  pdfium.Pdfium
	files wazero.CompilationCache
}

// New makes a renderer that keeps its compiled module under a folder; "" keeps
// nothing.
func New(cache string) *Renderer { return &Renderer{cache: cache} }

// patience is how long a page may wait for the one before it.
const patience = 30 * time.Second

// start brings PDFium up; r.mu is held.
func (r *Renderer) start() error {
	if r.work != nil {
		return nil
	}
	run := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if r.cache != "" {
		// Without a cache it starts slower, no worse: a full disk must not hide a paper.
		if files, err := wazero.NewCompilationCacheWithDir(r.cache); err == nil {
			r.files = files
			run = run.WithCompilationCache(files)
		}
	}
	// No part of the disk is shown to the module: documents come in as bytes.
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: run, FSConfig: wazero.NewFSConfig()})
	if err != nil {
		return fault.New(fault.Internal, "preview.start").Because(err)
	}
	work, err := pool.GetInstance(patience)
	if err != nil {
		_ = pool.Close()
		return fault.New(fault.Internal, "preview.start").Because(err)
	}
	r.pool, r.work = pool, work
	return nil
}

// Warm starts PDFium ahead of the first paper.
func (r *Renderer) Warm() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.start()
}

// Close stops it. Documents that are still open cannot be drawn afterwards.
func (r *Renderer) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.work == nil {
		return nil
	}
	_ = r.work.Close()
	err := r.pool.Close()
	if r.files != nil {
		_ = r.files.Close(context.Background())
	}
	r.work, r.pool, r.files = nil, nil, nil
	return err
}

// Document is an opened PDF.
type Document struct {
	r     *Renderer
	doc   references.FPDF_DOCUMENT
	sizes []Size
}

// Size is the size of a page in points.
type Size struct{ Width, Height float64 }

// Open opens a PDF. It answers "preview.bad" for bytes that are none.
func (r *Renderer) Open(pdf []byte) (*Document, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.start(); err != nil {
		return nil, err
	}
	bad := func(err error) error { return fault.New(fault.Internal, "preview.bad").Because(err) }
	opened, err := r.work.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, bad(err)
	}
	d := &Document{r: r, doc: opened.Document}
	n, err := r.work.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.doc})
	if err != nil {
		return nil, bad(err)
	}
	for i := range n.PageCount {
		s, err := r.work.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.doc, Index: i})
		if err != nil {
			return nil, bad(err)
		}
		d.sizes = append(d.sizes, Size{s.Width, s.Height})
	}
	return d, nil
}

// Sizes gives the size of each page.
func (d *Document) Sizes() []Size { return d.sizes }

// Page draws a page (from 0) so many pixels wide.
func (d *Document) Page(page, pixels int) (image.Image, error) {
	if page < 0 || page >= len(d.sizes) {
		return nil, fault.New(fault.NotFound, "preview.no-page", page+1, len(d.sizes))
	}
	d.r.mu.Lock()
	defer d.r.mu.Unlock()
	if d.r.work == nil {
		return nil, fault.New(fault.Canceled, "preview.closed")
	}
	s := d.sizes[page]
	high := int(float64(pixels)*s.Height/s.Width + 0.5)
	drawn, err := d.r.work.RenderPageInPixels(&requests.RenderPageInPixels{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.doc, Index: page}}, Width: pixels, Height: high})
	if err != nil {
		return nil, fault.New(fault.Internal, "preview.page", page+1).Because(err)
	}
	// The picture lies in the module's memory until Cleanup: copy it out.
	src := drawn.Result.RenderedImage
	out := image.NewRGBA(src.Bounds())
	if rgba, ok := src.(*image.RGBA); ok {
		for y := range src.Bounds().Dy() {
			copy(out.Pix[y*out.Stride:y*out.Stride+4*src.Bounds().Dx()], rgba.Pix[y*rgba.Stride:])
		}
	}
	drawn.Cleanup()
	return out, nil
}

// Close lets the PDF go.
func (d *Document) Close() {
	d.r.mu.Lock()
	defer d.r.mu.Unlock()
	if d.r.work != nil {
		_, _ = d.r.work.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.doc})
	}
}
