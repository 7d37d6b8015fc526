package main

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// The calls of Windows that golang.org/x/sys/windows does not have.
var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	gdi32    = windows.NewLazySystemDLL("gdi32.dll")
	opengl32 = windows.NewLazySystemDLL("opengl32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")

	procSetWindowLongPtr         = user32.NewProc("SetWindowLongPtrW")
	procCallWindowProc           = user32.NewProc("CallWindowProcW")
	procDefWindowProc            = user32.NewProc("DefWindowProcW")
	procMapVirtualKey            = user32.NewProc("MapVirtualKeyW")
	procRegisterClassEx          = user32.NewProc("RegisterClassExW")
	procCreateWindowEx           = user32.NewProc("CreateWindowExW")
	procDestroyWindow            = user32.NewProc("DestroyWindow")
	procFindWindowEx             = user32.NewProc("FindWindowExW")
	procSendMessageTimeout       = user32.NewProc("SendMessageTimeoutW")
	procAllowSetForegroundWindow = user32.NewProc("AllowSetForegroundWindow")
	procSetForegroundWindow      = user32.NewProc("SetForegroundWindow")
	procIsIconic                 = user32.NewProc("IsIconic")
	procShowWindow               = user32.NewProc("ShowWindow")
	procGetSystemMetrics         = user32.NewProc("GetSystemMetrics")
	procGetDC                    = user32.NewProc("GetDC")
	procReleaseDC                = user32.NewProc("ReleaseDC")
	procGetModuleHandle          = kernel32.NewProc("GetModuleHandleW")
)

// handle is the window's own at the system, 0 when there is none.
func handle(w fyne.Window) (hwnd uintptr) {
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(func(c any) {
			if c, ok := c.(driver.WindowsWindowContext); ok {
				hwnd = c.HWND
			}
		})
	}
	return hwnd
}

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size, style         uint32
	proc                uintptr
	clsExtra, wndExtra  int32
	instance, icon      uintptr
	cursor, background  uintptr
	menuName, className *uint16
	iconSmall           uintptr
}

// newHiddenWindow makes a window nobody sees, of a class of its own. parent is 0
// or messageOnly.
func newHiddenWindow(class string, parent, style, proc uintptr) (uintptr, error) {
	name, err := windows.UTF16PtrFromString(class)
	if err != nil {
		return 0, err
	}
	module, _, _ := procGetModuleHandle.Call(0)
	c := windowClass{style: uint32(style), proc: proc, instance: module, className: name}
	c.size = uint32(unsafe.Sizeof(c))
	if ok, _, err := procRegisterClassEx.Call(uintptr(unsafe.Pointer(&c))); ok == 0 {
		return 0, err
	}
	hwnd, _, err := procCreateWindowEx.Call(0, uintptr(unsafe.Pointer(name)), 0, 0, 0, 0, 1, 1, parent, 0, module, 0)
	if hwnd == 0 {
		return 0, err
	}
	return hwnd, nil
}

// messageOnly is the parent of windows that only get messages.
const messageOnly = ^uintptr(2)
