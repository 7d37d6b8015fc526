package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// pixelFormat is PIXELFORMATDESCRIPTOR.
type pixelFormat struct {
	size, version                                                 uint16
	flags                                                         uint32
	kind, colorBits                                               uint8
	redBits, redShift, greenBits, greenShift, blueBits, blueShift uint8
	alphaBits, alphaShift, accumBits                              uint8
	accumRed, accumGreen, accumBlue, accumAlpha                   uint8
	depthBits, stencilBits, auxBuffers, layer, reserved           uint8
	layerMask, visibleMask, damageMask                            uint32
}

const (
	glRenderer = 0x1F01
	glVersion  = 0x1F02
	ownDC      = 0x20 // CS_OWNDC
)

// probeOpenGL makes an OpenGL context in a window nobody sees and tells its
// version and renderer; "" when the system gives none.
func probeOpenGL() (version, drawnBy string) {
	hwnd, err := newHiddenWindow("ThiDuaProbe", 0, ownDC, procDefWindowProc.Addr())
	if err != nil {
		return "", ""
	}
	defer procDestroyWindow.Call(hwnd)
	dc, _, _ := procGetDC.Call(hwnd)
	if dc == 0 || opengl32.Load() != nil {
		return "", ""
	}
	defer procReleaseDC.Call(hwnd, dc)
	pf := pixelFormat{version: 1, flags: 0x4 | 0x20 | 0x1, colorBits: 24, alphaBits: 8} // to a window, by OpenGL, double-buffered
	pf.size = uint16(unsafe.Sizeof(pf))
	n, _, _ := gdi32.NewProc("ChoosePixelFormat").Call(dc, uintptr(unsafe.Pointer(&pf)))
	if n == 0 {
		return "", ""
	}
	if ok, _, _ := gdi32.NewProc("SetPixelFormat").Call(dc, n, uintptr(unsafe.Pointer(&pf))); ok == 0 {
		return "", ""
	}
	ctx, _, _ := opengl32.NewProc("wglCreateContext").Call(dc)
	if ctx == 0 {
		return "", ""
	}
	makeCurrent := opengl32.NewProc("wglMakeCurrent")
	defer opengl32.NewProc("wglDeleteContext").Call(ctx)
	if ok, _, _ := makeCurrent.Call(dc, ctx); ok == 0 {
		return "", ""
	}
	defer makeCurrent.Call(0, 0)
	get := func(name uintptr) string {
		p, _, _ := opengl32.NewProc("glGetString").Call(name)
		if p == 0 {
			return ""
		}
		return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&p)))
	}
	return get(glVersion), get(glRenderer)
}
