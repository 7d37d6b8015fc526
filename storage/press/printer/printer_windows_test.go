package printer

import (
	"bytes"
	"testing"
	"unsafe"

	"thidua/model/paper"
	"thidua/storage/press"
	"thidua/storage/press/preview"
)

// A page drawn on a bitmap through the calls that draw on a printer: the ink stands
// where the page has it, less the margin the printer keeps free.
func TestPageIsDrawnInPlace(t *testing.T) {
	d := &paper.Document{Title: "Thử", Parts: []paper.Part{{Blocks: []paper.Block{paper.Paragraph{Text: paper.Plain("Nội dung"), NoIndent: true}}}}}
	var b bytes.Buffer
	if err := press.PDF(&b, d, press.Options{}); err != nil {
		t.Fatal(err)
	}
	r := preview.New(preview.Options{})
	defer r.Close()
	doc, err := r.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()

	const dpi, offset = 100, 20
	w, h := doc.Pixels(0, dpi)
	createCompatibleDC := gdi32.NewProc("CreateCompatibleDC")
	createDIBSection := gdi32.NewProc("CreateDIBSection")
	selectObject := gdi32.NewProc("SelectObject")
	deleteObject := gdi32.NewProc("DeleteObject")
	dc, _, _ := createCompatibleDC.Call(0)
	defer deleteDC.Call(dc)
	info := bitmapInfo{width: int32(w), height: -int32(h), planes: 1, bits: 32}
	info.size = uint32(unsafe.Sizeof(info))
	var bits uintptr
	bitmap, _, err := createDIBSection.Call(dc, uintptr(unsafe.Pointer(&info)), 0, uintptr(unsafe.Pointer(&bits)), 0, 0)
	if bitmap == 0 {
		t.Fatal(err)
	}
	defer deleteObject.Call(bitmap)
	selectObject.Call(dc, bitmap)
	pixels := unsafe.Slice((*byte)(at(bits)), 4*w*h)
	for i := range pixels {
		pixels[i] = 0xff
	}
	if err := (target{dc, dpi, dpi, offset, offset}).draw(doc, 0, dpi); err != nil {
		t.Fatal(err)
	}
	left, top := w, h
	for y := range h {
		for x := range w {
			if pixels[4*(y*w+x)] < 100 {
				left, top = min(left, x), min(top, y)
			}
		}
	}
	// Text begins 30 mm from the left edge and 20 mm and a little from the top.
	if x := left + offset; x < 116 || x > 121 {
		t.Errorf("ink begins %d dots from the left edge, want 118", x)
	}
	if y := top + offset; y < 79 || y > 90 {
		t.Errorf("ink begins %d dots from the top edge, want 80 and a little", y)
	}
}

func TestStructuresAreWindows(t *testing.T) {
	if n := unsafe.Sizeof(printDlgW{}); n != 120 {
		t.Errorf("PRINTDLGW is %d bytes", n)
	}
	if n := unsafe.Offsetof(devMode{}.orientation); n != 76 {
		t.Errorf("dmOrientation stands at %d", n)
	}
	if n := unsafe.Sizeof(docInfo{}); n != 40 {
		t.Errorf("DOCINFOW is %d bytes", n)
	}
}
