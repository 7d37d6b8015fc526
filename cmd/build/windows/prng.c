/*
 * bcryptprimitives.dll for Wine 8, which has none: the one function of it that
 * programs of Go need. For the test under Wine only; Windows has the real one.
 */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
	return RtlGenRandom(data, (ULONG)size);
}
