package office

import (
	"fmt"

	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/when"
)

// The councils of the made-up office. Nobody named here exists.

type seat struct {
	name, gender, post string
	role               council.Role
	standing           bool
}

var provinceSeats = []seat{
	{"Phan Trọng Mẫu", "male", "Chủ tịch Ủy ban nhân dân tỉnh", council.Chair, true},
	{"Huỳnh Thị Thử", "female", "Phó Chủ tịch Ủy ban nhân dân tỉnh", council.Vice, true},
	{"Đổng Văn Giả", "male", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", council.Vice, true},
	{"Chamaléa Thị Tưởng", "female", "Giám đốc Sở Nội vụ", council.Vice, true},
	{"Lưu Đình Ước", "male", "Trưởng Ban Tổ chức Tỉnh ủy", council.Ordinary, false},
	{"Kiều Minh Định", "male", "Chánh Văn phòng Ủy ban nhân dân tỉnh", council.Ordinary, true},
	{"Nguyễn Thị Phỏng", "female", "Chủ tịch Liên đoàn Lao động tỉnh", council.Ordinary, true},
	{"Trượng Văn Sắp", "male", "Giám đốc Sở Tài chính", council.Ordinary, false},
	{"Bá Thị Đặt", "female", "Giám đốc Sở Giáo dục và Đào tạo", council.Ordinary, false},
	{"Mai Quốc Hư", "male", "Giám đốc Sở Y tế", council.Ordinary, false},
	{"Tạ Thị Cấu", "female", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", council.Ordinary, false},
	{"Lê Hoàng Dựng", "male", "Giám đốc Công an tỉnh", council.Ordinary, false},
	{"Võ Thành Nghĩ", "male", "Bí thư Tỉnh đoàn", council.Ordinary, false},
	{"Pi Năng Thị Bày", "female", "Chánh Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", council.Ordinary, false},
	{"Hồ Thị Ví Dụ", "female", "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ", council.Secretary, true},
}

var ownSeats = []seat{
	{"Chamaléa Thị Tưởng", "female", "Giám đốc Sở Nội vụ", council.Chair, true},
	{"Quảng Văn Tạm", "male", "Phó Giám đốc Sở Nội vụ", council.Vice, true},
	{"Ngô Thị Nháp", "female", "Chủ tịch Công đoàn cơ sở", council.Ordinary, true},
	{"Đàng Năng Bản", "male", "Chánh Văn phòng Sở", council.Ordinary, true},
	{"Hồ Thị Ví Dụ", "female", "Trưởng phòng Thi đua - Khen thưởng", council.Secretary, true},
}

func (s *sampler) councils() error {
	for _, w := range []struct {
		id                *int64
		name, no, by, day string
		to                string
		seats             []seat
	}{
		{&s.councilOld, "Hội đồng Thi đua - Khen thưởng tỉnh Ninh Thuận", "1234/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận", "2022-10-20", "2025-07-01", provinceSeats},
		{&s.councilOwn, "Hội đồng Thi đua - Khen thưởng Sở Nội vụ", "45/QĐ-SNV", "Giám đốc Sở Nội vụ", "2022-10-25", "", ownSeats},
		{&s.councilNew, "Hội đồng Thi đua - Khen thưởng tỉnh Khánh Hòa", "96/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa", "2025-07-15", "", provinceSeats},
	} {
		c := council.Council{Name: w.name, Founded: w.no, By: w.by, On: when.MustParse(w.day)}
		c.From = c.On
		if w.id == &s.councilOwn {
			c.Unit = s.unit("SNV")
		}
		if w.to != "" {
			c.To = when.MustParse(w.to)
		}
		for _, m := range w.seats {
			c.Members = append(c.Members, council.Member{Name: m.name, Gender: m.gender, Post: m.post, Role: m.role, Standing: m.standing})
		}
		if _, err := s.on("2023-01-03").SaveCouncil(s.ctx, &c); err != nil {
			return err
		}
		*w.id = c.ID
	}
	return nil
}

// unit is the id of a body by its code, as the movement began.
func (s *sampler) unit(code string) int64 {
	o := s.on("2024-12-09")
	book, err := o.Registry(s.ctx)
	if err != nil {
		return 0
	}
	for _, u := range book.WithCode(code, o.Today()) {
		return u.ID
	}
	return 0
}

// ownDecisions are the Giấy khen of the first year: one decision of each body's
// head. Sở Nội vụ's own went through its council; the other bodies sent the result.
func (s *sampler) ownDecisions(movementCode string) error {
	const appraised, passed, issued = "2024-12-11", "2024-12-17", "2024-12-25"
	o := s.on(issued)
	m, err := o.Movement(s.ctx, movementCode)
	if err != nil {
		return err
	}
	for _, b := range []struct{ code, number, signer string }{
		{"SNV", "96/QĐ-SNV", "Chamaléa Thị Tưởng"}, {"STC", "210/QĐ-STC", "Trượng Văn Sắp"}, {"582", "1523/QĐ-UBND", "Bùi Văn Tượng"},
	} {
		list, err := o.Dossiers(s.ctx, DossierFilter{Movement: m.ID, Award: "giay_khen", Stages: []dossier.Stage{dossier.Received}, Unit: s.unit(b.code)})
		if err != nil {
			return err
		}
		var ids []int64
		for _, d := range list {
			ids = append(ids, d.ID)
		}
		for _, to := range []dossier.Stage{dossier.Appraising, dossier.Appraised} {
			if _, err := s.on(appraised).Move(s.ctx, ids, to, ""); err != nil {
				return err
			}
		}
		if b.code == "SNV" {
			err = s.meet(s.on(passed), movementCode, ids)
		} else {
			_, err = s.on(passed).Move(s.ctx, ids, dossier.Passed, "")
		}
		if err != nil {
			return err
		}
		d, _, err := o.DraftOf(s.ctx, movementCode, "giay_khen", ids)
		if err != nil {
			return err
		}
		if _, _, err := o.Issue(s.ctx, d.ID, b.number, o.Today(), b.signer); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

// meet takes dossiers through a session in which all but one are there, who writes,
// and nobody is refused. The vote rules begin with the law in 2024; what was decided
// before is moved on without a session.
func (s *sampler) meet(o *Office, code string, ids []int64) error {
	if o.Today() < when.MustParse("2024-01-01") {
		_, err := o.Move(s.ctx, ids, dossier.Passed, "")
		return err
	}
	ds, err := o.Dossiers(s.ctx, DossierFilter{IDs: ids})
	if err != nil {
		return err
	}
	a := Agenda{Movement: code, Dossiers: ids, Day: o.Today(), Begun: "8 giờ 00", Place: "Phòng họp số 2, Sở Nội vụ"}
	switch {
	case ds[0].Award == "giay_khen":
		a.Council = s.councilOwn
	case o.Today() < when.MustParse("2025-07-01"):
		a.Council, a.Standing = s.councilOld, true
	default:
		a.Council, a.Standing = s.councilNew, ds[0].Award == "bang_khen_chu_tich_tinh"
	}
	opened, _, err := o.OpenSession(s.ctx, a)
	if err != nil {
		return err
	}
	f, err := o.Session(s.ctx, opened.ID)
	if err != nil {
		return err
	}
	done := f.Unanimous(true)
	last := len(f.Seats) - 2 // not the secretary
	done.Attendance[last].Present, done.Attendance[last].Written, done.Attendance[last].Reason = false, true, "đi công tác"
	s.meetings++
	done.Ended, done.Number = "10 giờ 30", fmt.Sprintf("%02d/BB-HĐTĐKT", s.meetings)
	done.Rounds[0].Tellers = []string{f.Seats[1].Name, f.Seats[2].Name, f.Seats[len(f.Seats)-1].Name}
	done.Opinions = []string{"Các thành viên thống nhất với kết quả thẩm định của cơ quan thường trực; các trường hợp được đề nghị có thành tích tiêu biểu, được bình xét công khai từ cơ sở."}
	if n := len(done.Agenda); n > 1 {
		t := &done.Rounds[0].Tallies[n-1]
		t.For, t.Blank = t.For-1, 1
	}
	if _, err := o.SaveSession(s.ctx, &done); err != nil {
		return err
	}
	_, _, err = o.CloseSession(s.ctx, done.ID)
	s.step()
	return err
}
