package press

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"

	"pgregory.net/rapid"

	"thidua/model/paper"
)

func unpacked(t interface{ Fatal(...any) }, b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Whatever is packed comes back, read by another's hand.
func TestPackedComesBack(t *testing.T) {
	var p packer
	back := func(t interface {
		Fatal(...any)
		Fatalf(string, ...any)
	}, data []byte) {
		packed, err := p.page(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := unpacked(t, packed); !bytes.Equal(got, data) {
			t.Fatalf("%d bytes came back as %d", len(data), len(got))
		}
	}
	for n := range 600 { // repeats of every length, and the longest distances
		back(t, bytes.Repeat([]byte{7}, n))
	}
	far := append([]byte("nhân dân"), make([]byte, farthest-8)...)
	for range 3 {
		far = append(far, "nhân dân"...)
		back(t, far)
		far = append(far, 9)
	}
	for _, n := range []int{packedMost - 1, packedMost, packedMost + 1, 3 * packedMost} {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i * i >> 7)
		}
		back(t, data)
	}
	rapid.Check(t, func(t *rapid.T) {
		var data []byte
		for _, s := range rapid.SliceOf(rapid.SliceOfN(rapid.Byte(), 0, 40)).Draw(t, "pieces") {
			data = append(data, s...)
			if k := rapid.IntRange(0, len(data)).Draw(t, "again"); k > 0 {
				data = append(data, data[k/2:k]...)
			}
		}
		back(t, data)
	})
}

// The code made beforehand is complete, and packs a page about as well as one made
// for it.
func TestPagesPackWell(t *testing.T) {
	for _, lengths := range []string{symbolLengths, distLengths} {
		sum := 0
		for i := range lengths {
			sum += 1 << (15 - digit(lengths[i]))
		}
		if sum != 1<<15 {
			t.Errorf("not a complete code: %d", sum)
		}
	}
	if len(symbolLengths) != 286 || len(distLengths) != 30 {
		t.Errorf("%d symbols, %d distances", len(symbolLengths), len(distLengths))
	}
	var ours, theirs int
	pw := newPageWriter(embedded(t))
	for _, d := range []*paper.Document{submission(40), summaries(5)} {
		for _, part := range d.Parts {
			if err := pw.setter.layOut(part, Offset{}, func(sh sheet, pg page) error {
				packed, err := pw.page(sh, pg)
				if err != nil {
					return err
				}
				ours += len(packed)
				var b bytes.Buffer
				z, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
				if err != nil {
					return err
				}
				if _, err := z.Write(pw.out); err != nil {
					return err
				}
				if err := z.Close(); err != nil {
					return err
				}
				theirs += b.Len()
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if t.Logf("%d bytes, %d by a code made for each page", ours, theirs); ours > theirs*11/10 {
		t.Error("pages pack badly")
	}
}
