package preview

import (
	"context"
	"strings"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/tetratelabs/wazero"

	"thidua/model/fault"
)

// What a reading may take. A report has a few pages, a list of a thousand people some
// sixty; what has more is no paper of a dossier.
const (
	textTime   = 20 * time.Second
	textMemory = 256 << 20 // with the file itself
	textFile   = 64 << 20
	textPages  = 500
	textBytes  = 4 << 20 // of text
)

// Text reads what a PDF from outside says, its lines as they stand on the page, cells of
// a line divided by tabs, a form feed after every page. It answers
// "press.preview-open" for what is no PDF or is locked, "press.scan" where no page has
// a letter and "press.scan-part", with the text of the others, where some pages are
// pictures only; "press.text-much" for a file beyond what a reading may take.
func Text(ctx context.Context, pdf []byte, opt Options) (string, error) {
	if len(pdf) > textFile {
		return "", fault.New(fault.Refused, "press.text-much")
	}
	own, cancel := context.WithCancel(ctx)
	defer cancel()
	var cache wazero.CompilationCache
	if opt.CacheFolder != "" {
		if c, err := wazero.NewCompilationCacheWithDir(opt.CacheFolder); err == nil {
			cache = c
			defer c.Close(context.Background()) //nolint:errcheck // what was compiled is on disk, or is compiled anew
		}
	}
	pool, inst, err := run(own, cache, textMemory)
	if err != nil {
		return "", stopped(ctx, err)
	}
	defer pool.Close()                            //nolint:errcheck // nothing of it is used any more
	defer time.AfterFunc(textTime, cancel).Stop() // the start does not count: the first on a PC compiles
	text, err := textOf(inst, pdf)
	switch {
	case ctx.Err() != nil:
		return "", stopped(ctx, err)
	case own.Err() != nil:
		return "", fault.New(fault.Refused, "press.text-much").Because(err)
	}
	return text, err
}

// stopped is the fault of a reading somebody may have cancelled.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fault.New(fault.Canceled, "store.canceled").Because(ctx.Err())
	}
	return err
}

func textOf(inst pdfium.Pdfium, pdf []byte) (string, error) {
	open, err := inst.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return "", fault.New(fault.Refused, "press.preview-open").Because(err)
	}
	count, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: open.Document})
	if err != nil {
		return "", fault.New(fault.Refused, "press.preview-open").Because(err)
	}
	if count.PageCount > textPages {
		return "", fault.New(fault.Refused, "press.text-much")
	}
	var out strings.Builder
	bare := 0 // pages without a letter
	for i := range count.PageCount {
		page, err := pageText(inst, open.Document, i)
		if err != nil { // out of memory, or damaged
			return "", fault.New(fault.Refused, "press.text-much").Because(err)
		}
		if strings.IndexFunc(page, unicode.IsLetter) < 0 {
			bare++
			continue
		}
		if out.Len()+len(page) > textBytes {
			return "", fault.New(fault.Refused, "press.text-much")
		}
		out.WriteString(page)
		out.WriteByte('\f')
	}
	switch {
	case out.Len() == 0:
		return "", fault.New(fault.Refused, "press.scan")
	case bare > 0:
		return out.String(), fault.New(fault.Refused, "press.scan-part", bare, count.PageCount)
	}
	return out.String(), nil
}
