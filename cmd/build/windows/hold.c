/*
 * Holds a file open as Excel does: others may read it, nobody may write to it or
 * put another in its place. Says "held" and lets go when its input ends. Only the
 * test under Wine uses it (cmd/build wine).
 *
 *   hold.exe FILE
 */
#include <stdio.h>
#include <windows.h>

int wmain(int argc, WCHAR **argv)
{
	if (argc != 2)
		return 2;
	HANDLE f = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	if (f == INVALID_HANDLE_VALUE) {
		fprintf(stderr, "cannot be opened: %lu\n", GetLastError());
		return 1;
	}
	puts("held");
	fflush(stdout);
	while (getchar() != EOF)
		;
	CloseHandle(f);
	return 0;
}
