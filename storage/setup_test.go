package storage_test

import (
	"path/filepath"
	"testing"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
)

// Another province is asked for its name, and its papers bear that on every day.
func TestSetUpOther(t *testing.T) {
	for name, want := range map[string][2]string{
		"Lâm Đồng":                        {"Lâm Đồng", "tỉnh {dia-danh}"},
		" TỈNH  Lâm Đồng ":                {"Lâm Đồng", "tỉnh {dia-danh}"},
		"thành phố Cần Thơ":               {"Cần Thơ", "thành phố {dia-danh}"},
		"TP.Hải Phòng":                    {"Hải Phòng", "thành phố {dia-danh}"},
		"Tp Hồ Chí Minh":                  {"Hồ Chí Minh", "thành phố {dia-danh}"},
		"Tha\u0300nh phô\u0301 Huê\u0301": {"Huế", "thành phố {dia-danh}"},
		"":                                {}, "  ": {}, "tỉnh ": {}, "…": {},
	} {
		s, err := storage.Open(ctx, storage.Config{Dir: filepath.Join(t.TempDir(), "du-lieu"), Today: when.MustParse("2025-09-01")})
		if err != nil {
			t.Fatal(err)
		}
		o := office.New(s.Ports, "Cán bộ thử")
		_, err = o.SetUpOther(ctx, name)
		empty, _ := o.Empty(ctx)
		if want[0] == "" {
			if fault.CodeOf(err) != "office.province" || !empty {
				t.Errorf("%q: %v, empty %v", name, err, empty)
			}
			s.Close()
			continue
		}
		texts, terr := o.Texts(ctx)
		if err != nil || terr != nil || empty {
			t.Fatalf("%q: %v, %v, empty %v", name, err, terr, empty)
		}
		for _, day := range []string{"2024-06-30", "2025-07-01", "2030-01-01"} {
			place, _ := texts.Get("dia-danh", when.MustParse(day))
			province, _ := texts.Get("tinh", when.MustParse(day))
			if got := [2]string{place, province}; got != want {
				t.Errorf("%q on %s: %q, want %q", name, day, got, want)
			}
		}
		s.Close()
	}
}
