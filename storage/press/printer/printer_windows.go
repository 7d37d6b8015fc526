package printer

import (
	"context"
	"image"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"

	"thidua/model/fault"
	"thidua/storage/press/preview"
)

var (
	comdlg32 = windows.NewLazySystemDLL("comdlg32.dll")
	gdi32    = windows.NewLazySystemDLL("gdi32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")
	winspool = windows.NewLazySystemDLL("winspool.drv")

	printDlg             = comdlg32.NewProc("PrintDlgW")
	commDlgExtendedError = comdlg32.NewProc("CommDlgExtendedError")
	createDC             = gdi32.NewProc("CreateDCW")
	deleteDC             = gdi32.NewProc("DeleteDC")
	resetDC              = gdi32.NewProc("ResetDCW")
	getDeviceCaps        = gdi32.NewProc("GetDeviceCaps")
	startDoc             = gdi32.NewProc("StartDocW")
	endDoc               = gdi32.NewProc("EndDoc")
	abortDoc             = gdi32.NewProc("AbortDoc")
	startPage            = gdi32.NewProc("StartPage")
	endPage              = gdi32.NewProc("EndPage")
	stretchDIBits        = gdi32.NewProc("StretchDIBits")
	setStretchBltMode    = gdi32.NewProc("SetStretchBltMode")
	globalLock           = kernel32.NewProc("GlobalLock")
	globalUnlock         = kernel32.NewProc("GlobalUnlock")
	globalFree           = kernel32.NewProc("GlobalFree")
	globalAlloc          = kernel32.NewProc("GlobalAlloc")
	enumPrinters         = winspool.NewProc("EnumPrintersW")
	openPrinter          = winspool.NewProc("OpenPrinterW")
	closePrinter         = winspool.NewProc("ClosePrinter")
	documentProperties   = winspool.NewProc("DocumentPropertiesW")
)

// printDlgW is PRINTDLGW as 64-bit Windows lays it out.
type printDlgW struct {
	size                         uint32
	owner                        uintptr
	devMode, devNames            uintptr
	dc                           uintptr
	flags                        uint32
	from, to, least, most, count uint16
	instance, data               uintptr
	printHook, setupHook         uintptr
	printTemplate, setupTemplate uintptr
	printResource, setupResource uintptr
}

const (
	pdPageNums     = 0x2
	pdNoSelection  = 0x4
	pdNoPageNums   = 0x8
	pdReturnDC     = 0x100
	pdDevModeCopes = 0x40000 // copies and collating are the driver's
	pdHideToFile   = 0x100000
)

// devMode is the public beginning of DEVMODEW.
type devMode struct {
	deviceName                                   [32]uint16
	specVersion, driverVersion, size, driverMore uint16
	fields                                       uint32
	orientation, paperSize                       int16
}

const (
	dmOrientation = 1
	dmPaperSize   = 2
	dmPortrait    = 1
	dmLandscape   = 2
	dmA3          = 8
	dmA4          = 9
)

type docInfo struct {
	size           int32
	name           *uint16
	output, format *uint16
	kind           uint32
}

// What GetDeviceCaps is asked.
const (
	capDPIX    = 88
	capDPIY    = 90
	capOffsetX = 112 // what the printer cannot print in at the left and the top, in its dots
	capOffsetY = 113
)

// target is what pages are drawn on: a printer, in a test a bitmap.
type target struct {
	dc               uintptr
	dpiX, dpiY       int
	offsetX, offsetY int
}

func targetOf(dc uintptr) target {
	cap := func(i uintptr) int {
		v, _, _ := getDeviceCaps.Call(dc, i)
		return int(int32(v))
	}
	return target{dc, cap(capDPIX), cap(capDPIY), cap(capOffsetX), cap(capOffsetY)}
}

// printDPI is the density pages are drawn at for print; finer printers enlarge it.
// At 300 dots an inch a letter of 11 points has 46 dots of height.
const printDPI = 300

// bandRows is how many rows of a page lie in memory at once: about 5 MB of an A4.
const bandRows = 512

// send shows Windows' print dialog, unless a printer is named, and prints.
func send(ctx context.Context, r *preview.Renderer, jobs []Job, opt Options) (Result, error) {
	// The dialog and the printing belong to one thread of the system.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var res Result
	dlg := printDlgW{count: 1, least: 1, most: 0xFFFF, flags: pdReturnDC | pdNoSelection | pdDevModeCopes | pdHideToFile}
	if len(jobs) > 1 {
		dlg.flags |= pdNoPageNums
	}
	dlg.size = uint32(unsafe.Sizeof(dlg))
	if opt.Printer != "" {
		name, err := windows.UTF16PtrFromString(opt.Printer)
		if err != nil {
			return res, fault.New(fault.Invalid, "press.no-printer").Because(err)
		}
		dlg.devMode = modeOf(name)
		dlg.dc, _, err = createDC.Call(0, uintptr(unsafe.Pointer(name)), 0, 0)
		if dlg.dc == 0 {
			return res, fault.New(fault.Invalid, "press.no-printer").Because(err)
		}
		res.Printer = opt.Printer
	} else if ok, _, err := printDlg.Call(uintptr(unsafe.Pointer(&dlg))); ok == 0 {
		if code, _, _ := commDlgExtendedError.Call(); code != 0 {
			return res, fault.New(fault.Invalid, "press.no-printer").Because(err)
		}
		res.Canceled = true
		return res, nil
	}
	defer deleteDC.Call(dlg.dc)
	defer func() {
		for _, h := range []uintptr{dlg.devMode, dlg.devNames} {
			if h != 0 {
				globalFree.Call(h)
			}
		}
	}()
	if dlg.devMode != 0 && res.Printer == "" {
		if p, _, _ := globalLock.Call(dlg.devMode); p != 0 {
			res.Printer = windows.UTF16ToString((*devMode)(at(p)).deviceName[:])
			globalUnlock.Call(dlg.devMode)
		}
	}
	from, to := 1, 1<<30
	if dlg.flags&pdPageNums != 0 {
		from, to = int(dlg.from), int(dlg.to)
	}
	for i, j := range jobs {
		for range copies(j) {
			n, err := printJob(ctx, r, dlg.dc, dlg.devMode, j, from, to, func(page int) {
				if opt.Progress != nil {
					opt.Progress(i+1, page)
				}
			})
			res.Pages += n
			if err != nil {
				return res, err
			}
		}
		res.Jobs++
	}
	return res, nil
}

// modeOf is the settings of a named printer, as the dialog would give them, so that
// its sheets can be turned; 0 when the driver does not tell.
func modeOf(name *uint16) uintptr {
	const outBuffer, moveable = 2, 2
	var h uintptr
	if ok, _, _ := openPrinter.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&h)), 0); ok == 0 {
		return 0
	}
	defer closePrinter.Call(h)
	size, _, _ := documentProperties.Call(0, h, uintptr(unsafe.Pointer(name)), 0, 0, 0)
	if int32(size) <= 0 {
		return 0
	}
	mode, _, _ := globalAlloc.Call(moveable, size)
	if mode == 0 {
		return 0
	}
	p, _, _ := globalLock.Call(mode)
	v, _, _ := documentProperties.Call(0, h, uintptr(unsafe.Pointer(name)), p, 0, outBuffer)
	globalUnlock.Call(mode)
	if p == 0 || int32(v) < 0 {
		globalFree.Call(mode)
		return 0
	}
	return mode
}

// printerInfo is PRINTER_INFO_4W, the one the spooler fills without asking a
// network printer that may be off.
type printerInfo struct {
	name, server *uint16
	attributes   uint32
}

// names asks the spooler for local printers and the network's this user has.
func names(context.Context) ([]string, error) {
	const local, connections, level = 2, 4, 4
	var need, count uint32
	enumPrinters.Call(local|connections, 0, level, 0, 0, uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&count)))
	if need == 0 {
		return nil, nil
	}
	// Words, so that the records at its beginning are aligned.
	buf := make([]uint64, (need+7)/8)
	if ok, _, err := enumPrinters.Call(local|connections, 0, level, uintptr(unsafe.Pointer(&buf[0])), uintptr(need),
		uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&count))); ok == 0 {
		return nil, fault.New(fault.Refused, "press.no-printer").Because(err)
	}
	out := make([]string, 0, count)
	for _, p := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buf[0])), count) {
		out = append(out, windows.UTF16PtrToString(p.name))
	}
	return out, nil
}

// at turns an address Windows gave into a pointer. The memory is the system's, not
// Go's: it does not move.
func at(p uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&p)) }

// printJob prints one document and tells how many pages were sent.
func printJob(ctx context.Context, r *preview.Renderer, dc, mode uintptr, j Job, from, to int, progress func(page int)) (sent int, err error) {
	d, err := r.Open(j.PDF)
	if err != nil {
		return 0, err
	}
	defer func() {
		if e := d.Close(); err == nil {
			err = e
		}
	}()
	name, err := windows.UTF16PtrFromString(j.Title)
	if err != nil {
		name, _ = windows.UTF16PtrFromString("Thi đua") // a zero byte in a title is no reason not to print
	}
	info := docInfo{name: name}
	info.size = int32(unsafe.Sizeof(info))
	if v, _, e := startDoc.Call(dc, uintptr(unsafe.Pointer(&info))); int32(v) <= 0 {
		return 0, fault.New(fault.Refused, "press.print", j.Title, e.Error()).Because(e)
	}
	fail := func(err error) (int, error) {
		abortDoc.Call(dc)
		return sent, err
	}
	for page := from - 1; page < min(to, d.Pages()); page++ {
		if err := ctx.Err(); err != nil {
			return fail(stopped(err))
		}
		turn(dc, mode, d, page)
		if v, _, e := startPage.Call(dc); int32(v) <= 0 {
			return fail(fault.New(fault.Refused, "press.print", j.Title, e.Error()).Because(e))
		}
		t := targetOf(dc)
		if err := t.draw(d, page, min(printDPI, t.dpiX)); err != nil {
			return fail(err)
		}
		if v, _, e := endPage.Call(dc); int32(v) <= 0 {
			return fail(fault.New(fault.Refused, "press.print", j.Title, e.Error()).Because(e))
		}
		sent++
		progress(page + 1)
	}
	if v, _, e := endDoc.Call(dc); int32(v) <= 0 {
		return fail(fault.New(fault.Refused, "press.print", j.Title, e.Error()).Because(e))
	}
	return sent, nil
}

// turn sets the printer to the page's paper and side. A printer that cannot keeps
// what it has.
func turn(dc, mode uintptr, d *preview.Document, page int) {
	if mode == 0 {
		return
	}
	p, _, _ := globalLock.Call(mode)
	if p == 0 {
		return
	}
	defer globalUnlock.Call(mode)
	m := (*devMode)(at(p))
	w, h := d.Size(page)
	m.fields |= dmOrientation | dmPaperSize
	m.orientation, m.paperSize = dmPortrait, dmA4
	if w > h {
		m.orientation = dmLandscape
	}
	if max(w, h) > 400 {
		m.paperSize = dmA3
	}
	resetDC.Call(dc, p)
}

type bitmapInfo struct {
	size                 uint32
	width, height        int32
	planes, bits         uint16
	compression, bytes   uint32
	perMetreX, perMetreY int32
	used, important      uint32
}

// draw puts a page on the target at its own size, from the sheet's very corner: what
// the printer leaves free at its edges is taken off.
func (t target) draw(d *preview.Document, page, dpi int) error {
	const halftone, srcCopy, rgb = 4, 0x00CC0020, 0
	setStretchBltMode.Call(t.dc, halftone)
	var rows []byte
	return d.Bands(page, dpi, bandRows, func(top int, band *image.RGBA) error {
		w, h := band.Bounds().Dx(), band.Bounds().Dy()
		stride := (3*w + 3) &^ 3
		if cap(rows) < stride*h {
			rows = make([]byte, stride*h)
		}
		rows = rows[:stride*h]
		if !blueGreenRed(rows, band, stride) {
			return nil // white: nothing to send
		}
		info := bitmapInfo{width: int32(w), height: -int32(h), planes: 1, bits: 24, compression: rgb}
		info.size = uint32(unsafe.Sizeof(info))
		scale := func(v, to int) int { return (v*to + dpi/2) / dpi }
		y1, y2 := scale(top, t.dpiY)-t.offsetY, scale(top+h, t.dpiY)-t.offsetY
		v, _, e := stretchDIBits.Call(t.dc, uintptr(-t.offsetX), uintptr(y1), uintptr(scale(w, t.dpiX)), uintptr(y2-y1),
			0, 0, uintptr(w), uintptr(h), uintptr(unsafe.Pointer(&rows[0])), uintptr(unsafe.Pointer(&info)), rgb, srcCopy)
		if int32(v) <= 0 {
			return fault.New(fault.Refused, "press.print", "", e.Error()).Because(e)
		}
		return nil
	})
}

// blueGreenRed turns a picture into the rows GDI takes and tells whether any of it
// is not white.
func blueGreenRed(rows []byte, m *image.RGBA, stride int) (inked bool) {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	for y := range h {
		src, dst := m.Pix[y*m.Stride:], rows[y*stride:]
		for x := range w {
			r, g, b := src[4*x], src[4*x+1], src[4*x+2]
			dst[3*x], dst[3*x+1], dst[3*x+2] = b, g, r
			inked = inked || r&g&b != 0xff
		}
	}
	return inked
}
