// Package preview shows the very pages of a PDF as pictures, for the screen and for
// a printer that takes pictures only.
//
// Start at New, then Open. The pages are drawn by pdfium compiled to WebAssembly,
// which runs inside the program without cgo. Its first start on a PC compiles it
// (seconds); what it compiled is kept in CacheFolder and later starts take a
// fraction of one. Warm starts it ahead of need, off the screen's thread.
//
// Text reads what a PDF from outside says, in a runtime of its own that is bounded in
// time and memory and ends with the reading.
//
// It promises: safe to use from several goroutines, one page drawn at a time; the
// drawn code sees no file of the PC and no network; a picture given out is the
// caller's own. It never writes but into CacheFolder.
//
// Glossary: preview — xem trước; Renderer — bộ vẽ trang; band — dải điểm ảnh.
package preview

import (
	"context"
	"image"
	"io"
	"math"
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

// Options say how the renderer runs.
type Options struct {
	// CacheFolder keeps the compiled renderer (about 20 MB). Empty: it is compiled
	// anew at every start of the program.
	CacheFolder string
}

// Renderer draws pages. Close it when no Document of it is used any more.
type Renderer struct {
	opt   Options
	mu    sync.Mutex // one page at a time: pdfium itself is not for many
	pool  pdfium.Pool
	inst  pdfium.Pdfium
	cache wazero.CompilationCache
	ended bool
}

// New makes a renderer. Nothing is started before Warm or the first Open.
func New(opt Options) *Renderer { return &Renderer{opt: opt} }

// Warm starts the renderer ahead of need.
func (r *Renderer) Warm() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.start()
}

func (r *Renderer) start() error {
	if r.ended {
		return fault.New(fault.Internal, "press.preview-closed")
	}
	if r.inst != nil {
		return nil
	}
	if r.opt.CacheFolder != "" && r.cache == nil {
		// A folder that cannot be written costs time, not the preview.
		if c, err := wazero.NewCompilationCacheWithDir(r.opt.CacheFolder); err == nil {
			r.cache = c
		}
	}
	var err error
	r.pool, r.inst, err = run(context.Background(), r.cache, drawMemory)
	return err
}

// run starts pdfium with at most so much memory; it ends with its context.
func run(ctx context.Context, cache wazero.CompilationCache, memory uint32) (pdfium.Pool, pdfium.Pdfium, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).WithMemoryLimitPages(memory / wasmPage)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		// Without a mount the drawing code sees no file at all.
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, nil, fault.New(fault.Internal, "press.preview-start").Because(err)
	}
	inst, err := pool.GetInstance(time.Minute)
	if err != nil {
		_ = pool.Close() // the start's own fault is the one to tell
		return nil, nil, fault.New(fault.Internal, "press.preview-start").Because(err)
	}
	return pool, inst, nil
}

// drawMemory is the most memory pdfium may take with the PDF and a page's picture.
const (
	drawMemory = 512 << 20
	wasmPage   = 64 << 10
)

// Close stops the renderer.
func (r *Renderer) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended = true
	if r.inst == nil {
		return nil
	}
	err := r.inst.Close()
	if e := r.pool.Close(); err == nil {
		err = e
	}
	if r.cache != nil {
		if e := r.cache.Close(context.Background()); err == nil {
			err = e
		}
	}
	r.inst, r.pool, r.cache = nil, nil, nil
	return err
}

// Document is an open PDF.
type Document struct {
	r     *Renderer
	ref   references.FPDF_DOCUMENT
	sizes [][2]float64 // points
}

// Open opens a PDF held in memory. It answers "press.preview-open" for what is no
// PDF or is locked.
func (r *Renderer) Open(pdf []byte) (*Document, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.start(); err != nil {
		return nil, err
	}
	open, err := r.inst.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, fault.New(fault.Invalid, "press.preview-open").Because(err)
	}
	d := &Document{r: r, ref: open.Document}
	count, err := r.inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	for i := 0; err == nil && i < count.PageCount; i++ {
		s, e := r.inst.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: i})
		if err = e; err == nil {
			d.sizes = append(d.sizes, [2]float64{s.Width, s.Height})
		}
	}
	if err != nil {
		_ = d.close()
		return nil, fault.New(fault.Invalid, "press.preview-open").Because(err)
	}
	return d, nil
}

// Pages is how many pages there are.
func (d *Document) Pages() int { return len(d.sizes) }

const mm = 25.4 / 72 // millimetres in a point

// Size is a page's width and height in millimetres; pages count from 0.
func (d *Document) Size(page int) (width, height float64) {
	return d.sizes[page][0] * mm, d.sizes[page][1] * mm
}

// Pixels is how large a page is drawn at a density in dots per inch.
func (d *Document) Pixels(page int, dpi int) (width, height int) {
	return int(math.Ceil(d.sizes[page][0] * float64(dpi) / 72)), int(math.Ceil(d.sizes[page][1] * float64(dpi) / 72))
}

// MaxDPI is the highest density pages are drawn at.
const MaxDPI = 1200

// Render draws a page (from 0) at a density in dots per inch: about 100 for the
// screen, 300 for print.
func (d *Document) Render(page, dpi int) (*image.RGBA, error) {
	return d.render(page, dpi, nil)
}

// Bands draws a page from top to bottom in bands of a number of rows of pixels, so
// that a page at 600 dots per inch never lies in memory whole. The first row of the
// band within the page is top. An error of use ends it and is given back.
func (d *Document) Bands(page, dpi, rows int, use func(top int, band *image.RGBA) error) error {
	if rows < 1 {
		return fault.New(fault.Internal, "press.preview-page", page+1, dpi)
	}
	_, height := d.Pixels(page, dpi)
	point := 72 / float64(dpi) // points in a pixel
	for top := 0; top < height; top += rows {
		h := min(rows, height-top)
		crop := &requests.RenderPageCrop{Y: float64(top) * point, Width: d.sizes[page][0], Height: float64(h) * point}
		img, err := d.render(page, dpi, crop)
		if err != nil {
			return err
		}
		if err := use(top, img); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) render(page, dpi int, crop *requests.RenderPageCrop) (*image.RGBA, error) {
	if page < 0 || page >= len(d.sizes) || dpi < 1 || dpi > MaxDPI {
		return nil, fault.New(fault.Internal, "press.preview-page", page+1, dpi)
	}
	d.r.mu.Lock()
	defer d.r.mu.Unlock()
	if d.r.inst == nil {
		return nil, fault.New(fault.Internal, "press.preview-closed")
	}
	res, err := d.r.inst.RenderPageInDPI(&requests.RenderPageInDPI{DPI: dpi, Crop: crop, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page}}})
	if err != nil {
		return nil, fault.New(fault.Internal, "press.preview-page", page+1, dpi).Because(err)
	}
	defer res.Cleanup()
	src, ok := res.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, fault.New(fault.Internal, "press.preview-page", page+1, dpi)
	}
	// The picture lies in the renderer's memory until Cleanup: the caller gets a copy.
	out := image.NewRGBA(src.Bounds())
	copy(out.Pix, src.Pix)
	return out, nil
}

// Close lets go of the document.
func (d *Document) Close() error {
	d.r.mu.Lock()
	defer d.r.mu.Unlock()
	return d.close()
}

func (d *Document) close() error {
	if d.r.inst == nil {
		return nil
	}
	_, err := d.r.inst.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
	return err
}
