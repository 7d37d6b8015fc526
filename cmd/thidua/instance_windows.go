package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// One program has a data folder open. It keeps a hidden window whose class is
// named after the folder; a second start finds that window, hands its files over
// and ends, and the first comes to the front.

const (
	msgCopyData = 0x004A
	showRestore = 9 // SW_RESTORE
	anyProcess  = ^uintptr(0)
	answerIn    = 10_000 // ms the first may take, which may be starting itself
)

// copyData is COPYDATASTRUCT.
type copyData struct {
	kind uintptr
	size uint32
	data *byte
}

// instanceClass is the name of the hidden window for a data folder.
func instanceClass(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	sum := sha256.Sum256([]byte(strings.ToLower(filepath.Clean(dir))))
	return "ThiDua-" + hex.EncodeToString(sum[:8])
}

// handOver gives files to the program that has the folder open and brings it to
// the front; false when there is none, or none that answers.
func handOver(dir string, files []string) bool {
	class, err := windows.UTF16PtrFromString(instanceClass(dir))
	if err != nil {
		return false
	}
	hwnd, _, _ := procFindWindowEx.Call(messageOnly, 0, uintptr(unsafe.Pointer(class)), 0)
	if hwnd == 0 {
		return false
	}
	list, err := json.Marshal(files)
	if err != nil {
		return false
	}
	// Only a program that has the foreground may give it away.
	procAllowSetForegroundWindow.Call(anyProcess)
	c := copyData{1, uint32(len(list)), &list[0]}
	var answer uintptr
	ok, _, _ := procSendMessageTimeout.Call(hwnd, msgCopyData, 0, uintptr(unsafe.Pointer(&c)), 0, answerIn, uintptr(unsafe.Pointer(&answer)))
	return ok != 0 && answer == 1
}

// handOverSoon waits for a program that has the folder locked but is still on its
// way to having a window.
func handOverSoon(dir string, files []string) bool {
	for range 50 {
		if handOver(dir, files) {
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// listen takes what later starts hand over: open is called on the thread that
// listens, which is the one that shows the window.
func listen(dir string, main uintptr, open func([]string)) error {
	proc := windows.NewCallback(func(hwnd, msg, w, l uintptr) uintptr {
		if msg != msgCopyData {
			r, _, _ := procDefWindowProc.Call(hwnd, msg, w, l)
			return r
		}
		c := *(**copyData)(unsafe.Pointer(&l))
		if c.kind != 1 || c.size == 0 || c.size > 1<<20 {
			return 0
		}
		var files []string
		if json.Unmarshal(unsafe.Slice(c.data, c.size), &files) != nil {
			return 0
		}
		if small, _, _ := procIsIconic.Call(main); small != 0 {
			procShowWindow.Call(main, showRestore)
		}
		procSetForegroundWindow.Call(main)
		open(files)
		return 1
	})
	_, err := newHiddenWindow(instanceClass(dir), messageOnly, 0, proc)
	return err
}
