/*
 * Sends keys to a window as the Vietnamese typing programs do: the letters of a
 * word without marks as keys, then Backspaces back to the first letter that gets
 * a mark, then the rest of the word as characters, or through the clipboard.
 * Only the test under Wine uses it (cmd/build wine).
 *
 *   keys.exe TITLE STYLE MODE FILE TEXT
 *     TITLE  what the window's title ends with
 *     STYLE  how Backspace, Insert and Shift are sent:
 *            0 with the right scan code   1 without any
 *            2 with a foreign scan code   3 Backspace as the character U+0008
 *     MODE   type: the rest as characters;  paste: Shift+Insert;  pastev: Ctrl+V;
 *            nfd: Ctrl+V of letters and marks apart;  alt: as type, with Alt
 *            pressed alone before each word, as Alt+Z does whose Z is taken away
 *     FILE   what the window has got so far, in UTF-8, its entries divided by
 *            "\n----\n"; - when there is none
 *     TEXT   what is to come out;  @clear, @tab, @front, @close do only that
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static int style;
static const WCHAR *file;

/* Whether one of the window's entries ends with this text. */
static int arrived(const WCHAR *text, size_t n)
{
	static char all[1 << 16], end[1 << 10];
	int m = WideCharToMultiByte(CP_UTF8, 0, text, (int)n, end, sizeof end, NULL, NULL);
	FILE *f = _wfopen(file, L"rb");
	if (!f)
		return 0;
	size_t got = fread(all, 1, sizeof all - 1, f);
	fclose(f);
	all[got] = 0;
	char *parts = strstr(all, "\n----\n");
	return (parts && parts - all >= m && memcmp(parts - m, end, m) == 0)
		|| (got >= (size_t)m && memcmp(all + got - m, end, m) == 0);
}

/*
 * Typing programs leave what they paste on the clipboard for some hundred
 * milliseconds. A machine under test may be slower than any office's, so the
 * sender waits until the window has taken it.
 */
static void leave_on_clipboard(const WCHAR *text, size_t n)
{
	for (int i = 0; i < 1000 && !arrived(text, n); i++)
		Sleep(10);
}

static void key(WORD vk, WORD scan, DWORD flags)
{
	INPUT in[2];
	ZeroMemory(in, sizeof in);
	in[0].type = in[1].type = INPUT_KEYBOARD;
	in[0].ki.wVk = in[1].ki.wVk = vk;
	in[0].ki.wScan = in[1].ki.wScan = scan;
	in[0].ki.dwFlags = flags;
	in[1].ki.dwFlags = flags | KEYEVENTF_KEYUP;
	SendInput(2, in, sizeof *in);
}

static void half(WORD vk, WORD scan, DWORD flags)
{
	INPUT in;
	ZeroMemory(&in, sizeof in);
	in.type = INPUT_KEYBOARD;
	in.ki.wVk = vk;
	in.ki.wScan = scan;
	in.ki.dwFlags = flags;
	SendInput(1, &in, sizeof in);
}

/* The scan code of a key in this style. */
static WORD scan_of(WORD vk)
{
	switch (style) {
	case 0: return (WORD)MapVirtualKeyW(vk, MAPVK_VK_TO_VSC);
	case 2: return 1;
	default: return 0;
	}
}

static void character(WCHAR c) { key(0, c, KEYEVENTF_UNICODE); }

static void back(void)
{
	if (style == 3)
		character(8);
	else
		key(VK_BACK, scan_of(VK_BACK), 0);
}

/* A letter as the keyboard sends it, capitals with Shift. */
static void letter(WCHAR c)
{
	SHORT vk = VkKeyScanW(c);
	if (vk == -1) {
		character(c);
		return;
	}
	WORD code = (WORD)(vk & 0xFF);
	if (vk & 0x100)
		half(VK_SHIFT, 0x2A, 0);
	key(code, (WORD)MapVirtualKeyW(code, MAPVK_VK_TO_VSC), 0);
	if (vk & 0x100)
		half(VK_SHIFT, 0x2A, KEYEVENTF_KEYUP);
}

static void paste(const WCHAR *text, size_t n, int with_v)
{
	HGLOBAL mem = GlobalAlloc(GMEM_MOVEABLE, (n + 1) * sizeof(WCHAR));
	WCHAR *to = GlobalLock(mem);
	memcpy(to, text, n * sizeof(WCHAR));
	to[n] = 0;
	GlobalUnlock(mem);
	for (int i = 0; i < 200 && !OpenClipboard(NULL); i++)
		Sleep(5);
	EmptyClipboard();
	SetClipboardData(CF_UNICODETEXT, mem);
	CloseClipboard();
	if (with_v) {
		half(VK_CONTROL, scan_of(VK_CONTROL), 0);
		key('V', scan_of('V'), 0);
		half(VK_CONTROL, scan_of(VK_CONTROL), KEYEVENTF_KEYUP);
	} else {
		DWORD ext = style == 0 ? KEYEVENTF_EXTENDEDKEY : 0;
		half(VK_SHIFT, scan_of(VK_SHIFT), 0);
		key(VK_INSERT, scan_of(VK_INSERT), ext);
		half(VK_SHIFT, scan_of(VK_SHIFT), KEYEVENTF_KEYUP);
	}
}

/* The letter without its marks, 0 for what no key of the keyboard begins. */
static WCHAR bare(WCHAR c)
{
	WCHAR parts[8];
	if (c == 0x0111) return 'd';
	if (c == 0x0110) return 'D';
	if (c < 0x80) return c;
	if (FoldStringW(MAP_COMPOSITE, &c, 1, parts, 8) < 1) return 0;
	return parts[0] < 0x80 ? parts[0] : 0;
}

static void word(const WCHAR *w, size_t n, const WCHAR *mode)
{
	size_t first = n;
	if (wcscmp(mode, L"alt") == 0)
		key(VK_MENU, (WORD)MapVirtualKeyW(VK_MENU, MAPVK_VK_TO_VSC), 0);
	for (size_t i = 0; i < n; i++) {
		WCHAR b = bare(w[i]);
		if (b != w[i] && first == n)
			first = i;
		letter(b ? b : '?');
	}
	if (first == n)
		return;
	for (size_t i = first; i < n; i++)
		back();
	if (wcscmp(mode, L"nfd") == 0) {
		WCHAR apart[200];
		int m = NormalizeString(NormalizationD, w + first, (int)(n - first), apart, 200);
		paste(apart, m > 0 ? m : 0, 1);
		leave_on_clipboard(w + first, n - first);
		return;
	}
	if (wcsncmp(mode, L"paste", 5) == 0) {
		paste(w + first, n - first, wcscmp(mode, L"pastev") == 0);
		leave_on_clipboard(w + first, n - first);
		return;
	}
	for (size_t i = first; i < n; i++)
		character(w[i]);
}

struct search {
	const WCHAR *end;
	HWND found;
};

static BOOL CALLBACK look(HWND win, LPARAM param)
{
	struct search *s = (struct search *)param;
	WCHAR title[400];
	int n = GetWindowTextW(win, title, 400), m = (int)wcslen(s->end);
	if (!IsWindowVisible(win) || n < m || wcscmp(title + n - m, s->end) != 0)
		return TRUE;
	s->found = win;
	return FALSE;
}

int wmain(int argc, WCHAR **argv)
{
	if (argc != 6)
		return 2;
	style = _wtoi(argv[2]);
	file = argv[4];
	const WCHAR *text = argv[5];
	struct search s = {argv[1], NULL};
	for (int i = 0; i < 1000 && !s.found; i++) {
		EnumWindows(look, (LPARAM)&s);
		if (!s.found)
			Sleep(50);
	}
	HWND win = s.found;
	if (!win) {
		fprintf(stderr, "no such window\n");
		return 1;
	}
	SetForegroundWindow(win);
	Sleep(50);
	if (wcscmp(text, L"@front") == 0)
		return 0;
	if (wcscmp(text, L"@close") == 0) {
		PostMessageW(win, WM_CLOSE, 0, 0);
		return 0;
	}
	if (wcscmp(text, L"@tab") == 0) {
		key(VK_TAB, 0x0F, 0);
		return 0;
	}
	if (wcscmp(text, L"@clear") == 0) {
		half(VK_CONTROL, 0x1D, 0);
		key('A', 0x1E, 0);
		half(VK_CONTROL, 0x1D, KEYEVENTF_KEYUP);
		key(VK_DELETE, 0x53, KEYEVENTF_EXTENDEDKEY);
		return 0;
	}
	for (size_t i = 0; text[i];) {
		size_t n = 0;
		while (text[i + n] && text[i + n] != ' ')
			n++;
		word(text + i, n, argv[3]);
		i += n;
		if (text[i] == ' ') {
			key(VK_SPACE, 0x39, 0);
			i++;
		}
	}
	return 0;
}
