package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"thidua/model/fault"
)

// pack is a zip-based file: .xlsx, .ods, .docx.
type pack struct {
	src   *source
	parts map[string]*zip.File // by lower-case path without leading slash
}

// directoryReader lets zip read only so much while it lists the contents: the
// library keeps a record per entry and would fill the memory with a million.
type directoryReader struct {
	io.ReaderAt
	left int64
	over bool
	done bool
}

func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	if !d.done {
		if d.left -= int64(len(p)); d.left < 0 {
			d.over = true
			return 0, io.ErrUnexpectedEOF
		}
	}
	return d.ReaderAt.ReadAt(p, off)
}

func openPack(src *source) (*pack, error) {
	if src.size > maxFile {
		return nil, src.tooBig()
	}
	src.keep = min(src.keep, maxLive-src.size)
	dir := &directoryReader{ReaderAt: src.r, left: maxDirectory}
	z, err := zip.NewReader(dir, src.size)
	dir.done = true
	if dir.over {
		return nil, src.bomb()
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, src.damaged(err)
	}
	p := &pack{src: src, parts: make(map[string]*zip.File, len(z.File))}
	left := uint64(src.size)
	for _, f := range z.File {
		// Parts that lie over one another unpack the same bytes again and again.
		if f.CompressedSize64 > left {
			return nil, src.bomb()
		}
		left -= f.CompressedSize64
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.parts[name]; twice {
			return nil, src.failPart(f.Name, errTwice)
		}
		if f.Flags&1 != 0 {
			return nil, src.encrypted()
		}
		p.parts[name] = f
	}
	return p, nil
}

func (p *pack) has(name string) bool { return p.parts[strings.ToLower(name)] != nil }

// open starts reading a part; what comes out is counted against the limits.
func (p *pack) open(name string) (io.ReadCloser, error) {
	f := p.parts[strings.ToLower(name)]
	if f == nil {
		return nil, fault.New(fault.Refused, "sheet.missing-part", p.src.name, name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, p.src.failPart(name, err)
	}
	packed := min(int64(f.CompressedSize64), p.src.size)
	return &unpacking{rc, p.src, max(ratioFloor, packed*maxRatio)}, nil
}

// unpacking counts what a part unpacks to.
type unpacking struct {
	io.ReadCloser
	src  *source
	left int64 // what this part may still become
}

func (u *unpacking) Read(b []byte) (int, error) {
	if err := u.src.canceled(); err != nil {
		return 0, err
	}
	n, err := u.ReadCloser.Read(b)
	u.left -= int64(n)
	u.src.inflate -= int64(n)
	if u.left < 0 {
		return n, u.src.bomb()
	}
	if u.src.inflate < 0 {
		return n, u.src.tooBig()
	}
	return n, err
}

// scan opens a part and starts the XML scanner on it.
func (p *pack) scan(name string) (*xmlScanner, io.Closer, error) {
	rc, err := p.open(name)
	if err != nil {
		return nil, nil, err
	}
	x, err := newXMLScanner(rc)
	if err != nil {
		rc.Close()
		return nil, nil, p.src.failPart(name, err)
	}
	return x, rc, nil
}

// each runs over every start tag of a small part.
func (p *pack) each(name string, start func(x *xmlScanner) error) error {
	x, c, err := p.scan(name)
	if err != nil {
		return err
	}
	defer c.Close()
	for {
		t, err := x.next()
		if err != nil {
			return p.src.failPart(name, doctypeFault(p.src, err))
		}
		switch t {
		case xmlEOF:
			return nil
		case xmlStart:
			if err := start(x); err != nil {
				return p.src.failPart(name, doctypeFault(p.src, err))
			}
		}
	}
}

// doctypeFault says plainly that a file declares entities of its own: office
// programs never do, files made to fill the memory do.
func doctypeFault(src *source, err error) error {
	if errors.Is(err, errDoctype) {
		return fault.New(fault.Refused, "sheet.doctype", src.name).Because(err)
	}
	return err
}

// relation is one line of a .rels part.
type relation struct{ id, kind, target string }

// relations reads the relations of a part; none is no error. External targets
// are left out: nothing outside the file is ever opened.
func (p *pack) relations(part string) ([]relation, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	var out []relation
	err := p.each(name, func(x *xmlScanner) error {
		if string(x.name) != "Relationship" || string(x.attr("TargetMode")) == "External" {
			return nil
		}
		id, err1 := x.value("Id")
		kind, err2 := x.value("Type")
		target, err3 := x.value("Target")
		if err := errors.Join(err1, err2, err3); err != nil {
			return err
		}
		target = strings.ReplaceAll(target, `\`, "/")
		if strings.HasPrefix(target, "/") {
			target = path.Clean(target)[1:]
		} else {
			target = path.Join(dir, target)
		}
		if len(out) >= maxDirectory/64 {
			return p.src.tooBig()
		}
		out = append(out, relation{id, path.Base(kind), target})
		return nil
	})
	return out, err
}

// contains tells whether a small part holds the text; used on lists of types.
func (p *pack) contains(name, text string) (bool, error) {
	rc, err := p.open(name)
	if err != nil {
		return false, err
	}
	defer rc.Close()
	b, err := io.ReadAll(io.LimitReader(rc, mib))
	if err != nil {
		return false, p.src.failPart(name, err)
	}
	return bytes.Contains(b, []byte(text)), nil
}
