package press

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
)

// A page's operators are packed by one code made beforehand. compress/flate counts
// letters and makes a code of its own for every stream; on streams as short as a page
// that takes longer than laying the page out, and saves nothing: pages are of one
// kind. What is written here any reader unpacks (RFC 1950, 1951).

// packedMost is how long a stream may be: places in it are kept in 16 bits.
const packedMost = 1<<16 - 1

// Lengths of the codes, in bits, as hexadecimal digits: of the 256 bytes, the end and
// the lengths of repeats; of the distances of repeats. They were made from how often
// each came on 148 pages of lists, summaries and decisions, none longer than 11 and
// 8. Any complete code is right; this one packs such pages best.
const (
	symbolLengths = "37b6bb5bbbaaabbabab88899aab9bbab6bbb998a8897995a6666666566babbbb" +
		"bb9b8988bb877b9a9898889789b89abbbbb9ababbbbba9bbb99bbbbabbbbbbbb" +
		"bbb9abbbbbbab9b9babbbbaababbbbbbba89abbbbabaaaaababba9aabbbabbb9" +
		"bba9b9bbbabbb9ba9a97bbbabbbabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" +
		"bb455555656677abbaabbbbaabbbbb"
	distLengths = "888888644646444445354448588888"
)

// lengthLengths are the lengths of the codes that write the code itself: 16 repeats a
// length, 0 is not used; lengthOrder the order they stand in (RFC 1951, 3.2.7).
var (
	lengthLengths = [19]uint8{3: 5, 4: 5, 5: 5, 6: 4, 7: 5, 8: 4, 9: 3, 10: 2, 11: 2, 16: 3}
	lengthOrder   = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// code is a symbol's bits, the first lowest.
type code struct {
	bits uint16
	n    uint8
}

var (
	symbolCodes = codesOf(symbolLengths)
	distCodes   = codesOf(distLengths)
	repeatCodes = func() (t [259]struct { // by how long a repeat is
		code
		extra uint8 // bits after it …
		rest  uint8 // … and what they say
	}) {
		length := 3
		for c := range 29 {
			extra := uint8(max(c/4-1, 0))
			if c == 28 {
				extra, length = 0, 258
			}
			for rest := 0; rest < 1<<extra && length < len(t); rest++ {
				t[length].code, t[length].extra, t[length].rest = symbolCodes[257+c], extra, uint8(rest)
				length++
			}
		}
		return t
	}()
	packedHead = func() bitWriter { // of every stream: zlib's two bytes, the block's code
		w := bitWriter{out: []byte{0x78, 0x01}}
		w.put(1, 1) // the last block
		w.put(2, 2) // with a code of its own
		w.put(uint32(len(symbolLengths)-257), 5)
		w.put(uint32(len(distLengths)-1), 5)
		w.put(uint32(len(lengthOrder)-4), 4)
		lengths := make([]byte, len(lengthLengths))
		for i, n := range lengthLengths {
			lengths[i] = digits[n]
		}
		codes := codesOf(string(lengths))
		for _, s := range lengthOrder {
			w.put(uint32(lengthLengths[s]), 3)
		}
		all := symbolLengths + distLengths
		for i := 0; i < len(all); {
			run := 1
			for i+run < len(all) && all[i+run] == all[i] {
				run++
			}
			w.code(codes[digit(all[i])])
			i, run = i+1, run-1
			for run >= 3 {
				n := min(run, 6)
				w.code(codes[16])
				w.put(uint32(n-3), 2)
				i, run = i+n, run-n
			}
		}
		return w
	}()
)

const digits = "0123456789abcdef"

func digit(c byte) int {
	if c >= 'a' {
		return int(c-'a') + 10
	}
	return int(c - '0')
}

// codesOf numbers the codes of given lengths (RFC 1951, 3.2.2).
func codesOf(lengths string) []code {
	out := make([]code, len(lengths))
	next := uint16(0)
	for n := 1; n < len(digits); n++ {
		for i := range lengths {
			if digit(lengths[i]) == n {
				out[i] = code{bits.Reverse16(next) >> (16 - n), uint8(n)}
				next++
			}
		}
		next <<= 1
	}
	return out
}

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	out []byte
	acc uint64
	n   uint
}

func (w *bitWriter) put(v uint32, n uint8) {
	w.acc |= uint64(v) << w.n
	if w.n += uint(n); w.n >= 32 {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(w.acc))
		w.acc >>= 32
		w.n -= 32
	}
}

func (w *bitWriter) code(c code) { w.put(uint32(c.bits), c.n) }

func (w *bitWriter) bytes(b []byte) {
	for _, c := range b {
		w.code(symbolCodes[c])
	}
}

// close fills the last byte.
func (w *bitWriter) close() {
	for ; w.n > 0; w.n -= min(w.n, 8) {
		w.out = append(w.out, byte(w.acc))
		w.acc >>= 8
	}
}

const (
	seenBits  = 12 // of the table of what was seen
	leastSame = 4  // bytes a repeat has at least
	farthest  = 32768
)

// deflate packs data of no more than packedMost bytes. seen keeps where four bytes
// were met last, one more than the place.
func deflate(out, data []byte, seen *[1 << seenBits]uint16) []byte {
	clear(seen[:])
	w := packedHead
	w.out = append(out, w.out...)
	slot := func(v uint32) uint32 { return v * 0x9E3779B1 >> (32 - seenBits) }
	done, i := 0, 0
	for i+8 <= len(data) {
		v := binary.LittleEndian.Uint32(data[i:])
		s := &seen[slot(v)]
		at := int(*s) - 1
		*s = uint16(i + 1)
		if at < 0 || i-at > farthest || binary.LittleEndian.Uint32(data[at:]) != v {
			i += 1 + (i-done)>>5 // where nothing comes again it looks less often
			continue
		}
		w.bytes(data[done:i])
		n, most := leastSame, min(len(data)-i, len(repeatCodes)-1)
		for n+8 <= most {
			if differ := binary.LittleEndian.Uint64(data[at+n:]) ^ binary.LittleEndian.Uint64(data[i+n:]); differ != 0 {
				most = n + bits.TrailingZeros64(differ)/8
				break
			}
			n += 8
		}
		for n < most && data[at+n] == data[i+n] {
			n++
		}
		r := &repeatCodes[n]
		w.code(r.code)
		w.put(uint32(r.rest), r.extra)
		d := uint32(i - at - 1)
		if d < 4 {
			w.code(distCodes[d])
		} else {
			extra := uint8(bits.Len32(d)) - 2
			w.code(distCodes[2*uint32(extra)+2+d>>extra&1])
			w.put(d&(1<<extra-1), extra)
		}
		for k := i + 1; k < i+n && k+4 <= len(data); k += 3 {
			seen[slot(binary.LittleEndian.Uint32(data[k:]))] = uint16(k + 1)
		}
		i += n
		done = i
	}
	w.bytes(data[done:])
	w.code(symbolCodes[256])
	w.close()
	return binary.BigEndian.AppendUint32(w.out, adler32.Checksum(data))
}
