package main

import "golang.org/x/sys/windows"

// Unikey, EVKey and OpenKey correct a word by sending Backspaces and then
// letters. The toolkit's window library takes the key from the scan code, which
// these programs leave empty or fill with what they like, and it drops a
// Backspace that comes as a character: "hà nội" would become "haà noôội". So the
// messages are put right on their way to the library.

// typist is what is kept of a window whose messages are put right. It is used on
// the UI goroutine only, which is the thread the window belongs to.
type typist struct {
	old uintptr // the library's window procedure
	key uintptr // the virtual key that went down last and is not up yet
}

var (
	typists = map[uintptr]*typist{}
	// A callback is never given back to the system, so there is one for all windows.
	typistProc = windows.NewCallback(typistMessage)
)

const (
	msgKeyDown   = 0x0100
	msgKeyUp     = 0x0101
	msgChar      = 0x0102
	msgNCDestroy = 0x0082

	keyBack   = 0x08
	keyShift  = 0x10
	keyPrior  = 0x21
	keyDown   = 0x28
	keyInsert = 0x2D
	keyDelete = 0x2E
	keyPacket = 0xE7 // a character without a key

	scanBack  = 0x0E
	scanRight = 0x36 // the right Shift
	extended  = 0x0100

	windowProc = ^uintptr(3) // GWLP_WNDPROC
)

// keepTyping puts the messages of a window right from now on. A window that is
// unknown to the system is left alone.
func keepTyping(hwnd uintptr) {
	if hwnd == 0 || typists[hwnd] != nil {
		return
	}
	t := &typist{}
	typists[hwnd] = t
	t.old, _, _ = procSetWindowLongPtr.Call(hwnd, windowProc, typistProc)
	if t.old == 0 {
		delete(typists, hwnd)
	}
}

func typistMessage(hwnd, msg, w, l uintptr) uintptr {
	t := typists[hwnd]
	if t == nil {
		r, _, _ := procDefWindowProc.Call(hwnd, msg, w, l)
		return r
	}
	pass := func(msg, w, l uintptr) uintptr {
		r, _, _ := procCallWindowProc.Call(t.old, hwnd, msg, w, l)
		return r
	}
	switch msg {
	case msgKeyDown:
		t.key = w
		l = rightScan(w, l)
	case msgKeyUp:
		t.key = 0
		l = rightScan(w, l)
	case msgChar:
		// A Backspace key makes this character too, just behind its own key-down, and
		// so does Ctrl+H; only one that comes without a key is meant as a Backspace.
		if (w == keyBack || w == 0x7F) && (t.key == keyPacket || t.key == 0) {
			pass(msgKeyDown, keyBack, 1|scanBack<<16)
			return pass(msgKeyUp, keyBack, 1|scanBack<<16|3<<30)
		}
	case msgNCDestroy:
		delete(typists, hwnd)
	}
	return pass(msg, w, l)
}

// rightScan gives the lParam of a key message the scan code that belongs to the
// virtual key, for those keys that typing programs send: erasing, marking with
// Shift and the arrows, pasting with Shift+Insert or Ctrl+V. On the number pad
// without NumLock the same keys then move the cursor, as they should.
func rightScan(key, l uintptr) uintptr {
	now := l >> 16 & (extended | 0xFF)
	var want uintptr
	switch {
	case key == keyBack:
		want = scanBack
	case key == keyShift:
		if now == scanRight {
			return l
		}
		want = scanOf(key)
	case key >= keyPrior && key <= keyDown, key == keyInsert, key == keyDelete:
		want = scanOf(key) | extended
	case key >= 'A' && key <= 'Z':
		if keyOf(now) == key {
			return l
		}
		want = scanOf(key)
	default:
		return l
	}
	if want&0xFF == 0 {
		return l // the keyboard layout has no such key
	}
	return l&^((extended|0xFF)<<16) | want<<16
}

// scanOf asks the keyboard layout for the scan code of a key (MAPVK_VK_TO_VSC).
func scanOf(key uintptr) uintptr {
	r, _, _ := procMapVirtualKey.Call(key, 0)
	return r & 0xFF
}

// keyOf asks the keyboard layout for the key of a scan code (MAPVK_VSC_TO_VK).
func keyOf(scan uintptr) uintptr {
	r, _, _ := procMapVirtualKey.Call(scan, 1)
	return r
}
