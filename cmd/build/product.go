package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"strings"
)

// product is what FyneApp.toml says of the program.
type product struct{ Name, ID, Version, Icon string }

// readProduct reads the few lines of FyneApp.toml that are needed: key = "value".
func readProduct(file string) (product, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return product{}, err
	}
	values := map[string]string{}
	for _, line := range strings.Split(string(b), "\n") {
		key, value, ok := strings.Cut(line, "=")
		if ok {
			values[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	p := product{values["Name"], values["ID"], values["Version"], values["Icon"]}
	if p.Name == "" || p.ID == "" || p.Icon == "" || !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(p.Version) {
		return p, fmt.Errorf("%s: needs Name, ID, Icon and a Version like 1.2.3", file)
	}
	return p, nil
}

// iconSizes are the sizes Windows asks for, from the task bar to large icons.
var iconSizes = []int{256, 64, 48, 32, 24, 16}

// iconFile makes a Windows .ico of PNG pictures from one square PNG.
func iconFile(picture []byte) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	if b := img.Bounds(); b.Dx() != b.Dy() || b.Dx() < iconSizes[0] {
		return nil, fmt.Errorf("the icon is %d × %d, it must be square and at least %d wide", b.Dx(), b.Dy(), iconSizes[0])
	}
	var head, body bytes.Buffer
	le := func(v any) { binary.Write(&head, binary.LittleEndian, v) }
	le([]uint16{0, 1, uint16(len(iconSizes))})
	offset := 6 + 16*len(iconSizes)
	for _, size := range iconSizes {
		var one bytes.Buffer
		if err := png.Encode(&one, shrink(img, size)); err != nil {
			return nil, err
		}
		le([]uint8{uint8(size), uint8(size), 0, 0}) // 256 is written as 0
		le([]uint16{1, 32})
		le([]uint32{uint32(one.Len()), uint32(offset)})
		offset += one.Len()
		body.Write(one.Bytes())
	}
	return append(head.Bytes(), body.Bytes()...), nil
}

// shrink scales a square picture down: each new pixel is the mean of those it covers.
func shrink(img image.Image, size int) image.Image {
	b := img.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			var r, g, bl, a, n uint64
			for sy := b.Min.Y + y*b.Dy()/size; sy < b.Min.Y+(y+1)*b.Dy()/size; sy++ {
				for sx := b.Min.X + x*b.Dx()/size; sx < b.Min.X+(x+1)*b.Dx()/size; sx++ {
					pr, pg, pb, pa := img.At(sx, sy).RGBA()
					r, g, bl, a, n = r+uint64(pr), g+uint64(pg), bl+uint64(pb), a+uint64(pa), n+1
				}
			}
			out.Set(x, y, color.RGBA64{uint16(r / n), uint16(g / n), uint16(bl / n), uint16(a / n)})
		}
	}
	return out
}
