package sheet

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"

	"thidua/model/fault"
	"thidua/model/intake"
)

var (
	oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	errCycle = errors.New("ole: a sector is used twice in a stream")
)

// oleBytes is the file in memory; while a stream is read it watches that no
// sector comes twice, because a chain that runs in circles would hand out the
// same rows again and again.
type oleBytes struct {
	*bytes.Reader
	seen  []uint64 // one bit per 64 bytes, the smallest sector there is
	cycle bool
}

func (o *oleBytes) ReadAt(p []byte, off int64) (int, error) {
	// The library looks up a chain four bytes at a time; everything longer is content.
	if o.seen != nil && len(p) > 4 && off >= 0 {
		for i := off / 64; i <= (off+int64(len(p))-1)/64 && i/64 < int64(len(o.seen)); i++ {
			if o.seen[i/64]&(1<<(i%64)) != 0 && off%64 == 0 {
				o.cycle = true
				return 0, errCycle
			}
			o.seen[i/64] |= 1 << (i % 64)
		}
	}
	return o.Reader.ReadAt(p, off)
}

// readOLE looks into a compound file for what it is: an .xls, an encrypted
// .xlsx, a Word document of old.
func (s *source) readOLE() (*intake.Book, error) {
	raw, err := s.all(maxWhole)
	if err != nil {
		return nil, err
	}
	file := &oleBytes{Reader: bytes.NewReader(raw)}
	dir, err := mscfb.New(file)
	if err != nil {
		return nil, s.damaged(err)
	}
	var book, old *mscfb.File
	for _, f := range dir.File {
		if len(f.Path) > 0 {
			continue // an object placed inside a document
		}
		switch f.Name {
		case "EncryptedPackage", "EncryptionInfo":
			return nil, s.encrypted()
		case "WordDocument":
			return nil, fault.New(fault.Refused, "sheet.word-old", s.name)
		case "Workbook":
			book = f
		case "Book":
			old = f
		}
	}
	if book == nil {
		book = old
	}
	if book == nil {
		return nil, s.unknownKind()
	}
	file.seen = make([]uint64, len(raw)/4096+1)
	stream, err := readStream(book, int64(len(raw)))
	if err != nil || file.cycle {
		return nil, s.damaged(err)
	}
	return readBIFF(s, stream)
}

// readStream reads in steps: the library's cost grows with the square of the
// sectors read at once.
func readStream(f *mscfb.File, limit int64) ([]byte, error) {
	if f.Size > limit {
		return nil, io.ErrUnexpectedEOF
	}
	out := make([]byte, f.Size)
	for done := 0; done < len(out); {
		n, err := f.Read(out[done:min(done+32*kib, len(out))])
		done += n
		if err != nil && (err != io.EOF || done < len(out)) {
			return nil, err
		}
		if n == 0 && err == nil {
			return nil, io.ErrNoProgress
		}
	}
	return out, nil
}
