package office

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // scans come from phones
	_ "image/png"

	"thidua/model/fault"
)

// Look opens the pages of a kept file to be looked at: a PDF's, or a picture as a
// single page. It answers "office.no-look" where they cannot be shown (no viewer,
// another kind of file: then its text is all there is).
func (o *Office) Look(ctx context.Context, hash string) (Sheaf, error) {
	data, err := o.Kept(ctx, hash)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("%PDF")) {
		if o.ports.Viewer == nil {
			return nil, fault.New(fault.NotFound, "office.no-look")
		}
		return o.ports.Viewer.Open(ctx, data)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width <= 0 || size.Height <= 0 || size.Width*size.Height > mostPixels {
		return nil, fault.New(fault.NotFound, "office.no-look")
	}
	return &picture{data, size}, nil
}

// mostPixels is the largest picture that is opened: 4 bytes each in memory.
const mostPixels = 40_000_000

// picture is a scan as a sheaf of one page.
type picture struct {
	data []byte
	size image.Config
}

func (p *picture) Len() int { return 1 }

// Size gives the picture an A4 page's width.
func (p *picture) Size(int) (w, h float64) {
	return 595, 595 * float64(p.size.Height) / float64(p.size.Width)
}

func (p *picture) Picture(_ context.Context, _, _ int) (image.Image, error) {
	pic, _, err := image.Decode(bytes.NewReader(p.data))
	return pic, err
}

func (p *picture) Close() error { return nil }
