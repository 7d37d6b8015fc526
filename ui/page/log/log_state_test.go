package log

import (
	"slices"
	"testing"
	"time"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/when"
)

func at(day string) time.Time { return when.MustParse(day).Time().Add(12 * time.Hour) }

func three() *State {
	return &State{Entries: []audit.Entry{
		{ID: 3, At: at("2026-01-15"), Officer: "An", Act: "undo", Detail: "Hoàn tác: Chuyển 2 hồ sơ", Undoes: 1},
		{ID: 2, At: at("2026-01-14"), Officer: "Bình", Act: "award.save", Detail: "Ghi hình thức Bằng khen"},
		{ID: 1, At: at("2026-01-10"), Officer: "An", Act: "dossier.move", Detail: "Chuyển 2 hồ sơ", UndoneBy: 3},
	}}
}

func ids(list []audit.Entry) (out []int64) {
	for _, e := range list {
		out = append(out, e.ID)
	}
	return out
}

func TestNarrowing(t *testing.T) {
	for name, x := range map[string]struct {
		edit func(*State)
		want []int64
	}{
		"nothing asked":  {func(*State) {}, []int64{3, 2, 1}},
		"one officer":    {func(s *State) { s.Officer = "An" }, []int64{3, 1}},
		"without tones":  {func(s *State) { s.Text = "chuyen ho so" }, []int64{3, 1}},
		"from a day on":  {func(s *State) { s.From = when.MustParse("2026-01-14") }, []int64{3, 2}},
		"up to a day":    {func(s *State) { s.To = when.MustParse("2026-01-14") }, []int64{2, 1}},
		"nothing at all": {func(s *State) { s.Text = "khong co viec nay" }, nil},
	} {
		s := three()
		x.edit(s)
		if got := ids(s.Shown()); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if got := three().Officers(); !slices.Equal(got, []string{"An", "Bình"}) {
		t.Errorf("officers %v", got)
	}
}

func TestOnlyWhatStandsCanBeTakenBack(t *testing.T) {
	s := three()
	for i, want := range []bool{false, true, false} {
		if CanUndo(s.Entries[i]) != want {
			t.Errorf("entry %d: %v", s.Entries[i].ID, !want)
		}
	}
	s.ID = 2
	if e, ok := s.Current(); !ok || e.Officer != "Bình" {
		t.Errorf("chosen %+v", e)
	}
	s.ID = 9
	if _, ok := s.Current(); ok {
		t.Error("an entry that was not read is chosen")
	}
}

func TestWhatChanged(t *testing.T) {
	s := &State{Catalogue: award.Load()}
	lines := s.Lines([]audit.Change{
		{Table: "dossier", Row: 7, Before: `{"id":7,"rev":1,"name":"Trần Văn Thử","stage":"received","award":"giay_khen","note":"","fold":"a"}`,
			After: `{"id":7,"rev":2,"name":"Trần Văn Thử","stage":"appraising","award":"bang_khen_thu_tuong","note":"","fold":"b"}`},
		{Table: "salary", Row: 3, Before: "", After: `{"id":3,"rev":1,"amount":2340000,"valid_from":"2024-07-01","valid_to":"","source":"Nghị định"}`},
		{Table: "khong_biet", Row: 1, Before: `{"id":1,"la":"[\"một\",\"hai\"]"}`, After: ""},
		{Table: "hong", Row: 1, Before: "không phải JSON", After: "{}"},
	})
	got := map[string][2]string{}
	for _, l := range lines {
		got[l.Record+"/"+l.Field] = [2]string{l.Before, l.After}
	}
	for key, want := range map[string][2]string{
		"Hồ sơ: Trần Văn Thử/Giai đoạn":       {"Tiếp nhận", "Đang thẩm định"},
		"Hồ sơ: Trần Văn Thử/Hình thức":       {s.Catalogue.Name("giay_khen"), "Bằng khen của Thủ tướng Chính phủ"},
		"Lương cơ sở số 3 (thêm mới)/Số tiền": {"", "2340000"},
		"Lương cơ sở số 3 (thêm mới)/Từ ngày": {"", "01/07/2024"},
		"Lương cơ sở số 3 (thêm mới)/Căn cứ":  {"", "Nghị định"},
		"khong_biet số 1 (bỏ đi)/la":          {"một; hai", ""},
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if len(lines) != 6 {
		t.Errorf("%d lines: %v", len(lines), got)
	}
}
