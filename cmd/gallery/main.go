// Program gallery draws every page of the window in its states, and every widget
// of the kit, as PNG, on the made-up office. It needs no screen: the pictures
// come from the toolkit's software painter.
//
// Start at main: pages.go draws the pages, widgets.go the kit. It is a tool for
// whoever works on the window ("go run ./cmd/build gallery"); it changes nothing
// outside the folder given and its own temporary one.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
	"thidua/ui/words"
)

// today is the day on which the made-up office is looked at: some of its work is
// late then, some due.
const today = "2025-12-19"

func main() {
	out := flag.String("out", "gallery", "folder for the pictures")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	a := test.NewApp()
	defer a.Quit()
	if err := words.Register(); err != nil {
		return err
	}
	g := &gallery{app: a, out: out}
	if err := g.widgets(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "thidua-gallery")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, o := range []struct {
		name   string
		sample bool
		sizes  []fyne.Size
	}{
		{"trong", false, []fyne.Size{fyne.NewSize(1366, 728)}},
		{"mau", true, []fyne.Size{fyne.NewSize(1366, 728), fyne.NewSize(1024, 660)}},
	} {
		if err := g.office(filepath.Join(dir, o.name), o.name, o.sample, o.sizes); err != nil {
			return err
		}
	}
	fmt.Println(g.n, "pictures")
	return nil
}

// gallery numbers the pictures in the order they are drawn.
type gallery struct {
	app fyne.App
	out string
	n   int
}

func (g *gallery) save(name string, pic image.Image) error {
	g.n++
	f, err := os.Create(filepath.Join(g.out, name+".png"))
	if err != nil {
		return err
	}
	if err := png.Encode(f, pic); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// office opens an office, empty or filled with what is made up, and draws it.
func (g *gallery) office(dir, name string, sample bool, sizes []fyne.Size) error {
	ctx := context.Background()
	store, err := storage.Open(ctx, storage.Config{Dir: dir, Today: when.MustParse(today)})
	if err != nil {
		return err
	}
	defer store.Close()
	if sample {
		if err := office.Sample(ctx, store.Ports, nil); err != nil {
			return err
		}
		if err := stage(ctx, office.New(store.Ports, "")); err != nil {
			return err
		}
	}
	for _, size := range sizes {
		o := office.New(store.Ports, "Lê Thị Mẫu")
		if err := g.pages(o, fmt.Sprintf("%s-%.0f", name, size.Width), size); err != nil {
			return err
		}
	}
	return nil
}

// untidy is a sheet with some of the troubles agencies' sheets have.
const untidy = `UBND HUYỆN NINH SƠN;;;;;;;
DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH;;;;;;;
STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Chức vụ;Đơn vị công tác;Hình thức khen thưởng
1;NGUYỄN THỊ MẪU;05/03/1980;Nữ;58180001234;Trưởng phòng;Sở Nội vụ;BK UBND tỉnh
2;Trần Văn Thử;31/02/1979;Nam;058079210718;Chuyên viên;Sở Nội vu;Bằng khen
3;Chamaléa Thị Ví Dụ;1985;Nữ;;Phó Chủ tịch;UBND huyện Ninh Sơn;BK TTg
4;;12/12/1990;Nam;058090111222;Công chức;Sở Y tế;BK UBND tỉnh
5;Nguyễn Thị Mẫu;05/03/1980;Nữ;058180001234;Trưởng phòng;Sở Nội vụ;BK UBND tỉnh
Tổng cộng: 5;;;;;;;
`

// again is a list whose first person has a dossier already, with one cell more.
const again = `STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Dân tộc;Chức vụ;Đơn vị công tác;Hình thức khen thưởng
1;Phạm Thị Thí Nghiệm;05/03/1980;Nữ;058180001299;%s;%s;Sở Y tế;BK UBND tỉnh
`

// stage brings in a list that is accepted, the same person again with more said of
// her, and a list with troubles.
func stage(ctx context.Context, o *office.Office) error {
	in := func(name, text string) (int64, error) {
		s, err := o.Stage(ctx, office.Incoming{Name: name, Data: []byte(text)}, nil)
		return s.Batch.ID, err
	}
	id, err := in("Danh sách Sở Y tế.csv", fmt.Sprintf(again, "", "Chuyên viên"))
	if err != nil {
		return err
	}
	if _, err := o.Accept(ctx, id); err != nil {
		return err
	}
	if _, err := in("Danh sách Sở Y tế - sửa.csv", fmt.Sprintf(again, "Kinh", "Phó Trưởng phòng")); err != nil {
		return err
	}
	_, err = in("Danh sách huyện Ninh Sơn.csv", untidy)
	return err
}
