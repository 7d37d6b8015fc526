package office

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"

	"thidua/model/audit"
	"thidua/model/dossier"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/when"
)

// Sample builds the made-up office through the office's own commands, day by day
// on clocks that stand still: the province's bodies, an earlier movement, the
// movement of the plan with its yearly and closing awards, some 200 people who do
// not exist, and dossiers at every stage. The same build gives the same office.
func Sample(ctx context.Context, p Ports, progress Progress) error {
	s := &sampler{ctx: ctx, ports: p, rand: rand.New(rand.NewPCG(1946, 2026)), used: map[string]bool{}, progress: progress}
	return s.build()
}

// sampler makes the people and walks the years.
type sampler struct {
	ctx      context.Context
	ports    Ports
	rand     *rand.Rand
	used     map[string]bool
	progress Progress
	done     int
	book     *registry.Book // of the office once it is set up
	// The councils: the province's then and now, and that of the Sở.
	councilOld, councilNew, councilOwn int64
	meetings                           int
}

// sampleSteps is how many steps the progress counts: the files handed in and the acts around them.
const sampleSteps = 80

// on is the office as it stands on a day.
func (s *sampler) on(day string) *Office {
	p := s.ports
	p.Clock = when.Fixed(when.MustParse(day))
	o := New(p, "Cán bộ mẫu")
	if s.book == nil {
		// No act of the sample changes a unit after the office is set up.
		if book, err := o.Registry(s.ctx); err == nil && len(book.Units()) > 0 {
			s.book = book
		}
	}
	o.registry.Store(s.book)
	return o
}

func (s *sampler) step() {
	s.done++
	if s.progress != nil {
		s.progress(min(s.done, sampleSteps), sampleSteps)
	}
}

func (s *sampler) build() error {
	if _, err := s.on("2023-01-03").SetUp(s.ctx); err != nil {
		return err
	}
	s.step()
	if err := s.councils(); err != nil {
		return err
	}
	if err := s.yearBefore(); err != nil {
		return err
	}
	y, err := s.years()
	if err != nil {
		return err
	}
	// The year's own work goes on beside the dossiers, in the order of the days.
	for _, part := range []func() error{y.begin, s.firstYear, y.end2024, s.midYear, y.second, s.close, y.end2025} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// yearBefore is the regular movement of 2023, over and decided: its honours are
// what later checks find.
func (s *sampler) yearBefore() error {
	m := movement.Movement{Code: "TX2023", Name: "Thi đua thường xuyên năm 2023", Title: "Phát động phong trào thi đua thường xuyên năm 2023",
		Manner: movement.Regular, Scope: "bo_nganh_tinh", Status: "ket_thuc", Launcher: "Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận",
		Host: "Ủy ban nhân dân tỉnh Ninh Thuận", Period: when.Period{From: when.MustParse("2023-01-01"), To: when.MustParse("2024-01-01")},
		Achievement: "công tác năm 2023",
		Criteria:    []movement.Criterion{{Letter: "a", Text: "Hoàn thành xuất sắc nhiệm vụ được giao năm 2023."}},
		Awards: []movement.Grant{{Award: "bang_khen_chu_tich_tinh", Phase: "hang_nam", Road: "tinh",
			Kinds: []registry.Kind{registry.Collective, registry.Individual}, Text: "Xét tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh khi kết thúc năm."}},
		Duty: movement.Duty{Every: "nam", To: "Sở Nội vụ", Month: 12, Day: 10, Text: "Báo cáo kết quả phong trào thi đua năm"}}
	if _, err := s.on("2023-01-03").SaveMovement(s.ctx, &m); err != nil {
		return err
	}
	o := s.on("2023-12-11")
	for _, code := range []string{"SNV", "SYT", "SGDDT"} {
		if _, err := s.submit(o, m.Code, code, "bang_khen_chu_tich_tinh", 1, 0, 3); err != nil {
			return err
		}
	}
	return s.decide(m.Code, "bang_khen_chu_tich_tinh", "2023-12-13", "2023-12-20", "2023-12-28", "812/QĐ-UBND", nil)
}

// firstYear is the end of 2024: Giấy khen within the movement of the plan.
func (s *sampler) firstYear() error {
	o := s.on("2024-12-09")
	code, err := s.movement(o)
	if err != nil {
		return err
	}
	for _, unit := range []string{"SNV", "STC", "582"} {
		if _, err := s.submit(o, code, unit, "giay_khen", 1, 1, 4); err != nil {
			return err
		}
	}
	return s.ownDecisions(code)
}

func (s *sampler) movement(o *Office) (string, error) {
	list, err := o.Movements(s.ctx)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0].Code, nil
}

// close is the end of the movement: every body hands in its list for the three
// Bằng khen, and the dossiers stand wherever they have come to.
func (s *sampler) close() error {
	o := s.on("2025-12-08")
	code, err := s.movement(o)
	if err != nil {
		return err
	}
	book, err := o.Registry(s.ctx)
	if err != nil {
		return err
	}
	var senders []string
	for _, u := range book.On(o.Today()) {
		switch u.Group {
		case "so_ban_nganh", "hdnd", "mttq", "to_chuc_ctxh", "doan_the", "xa_phuong_thi_tran":
			senders = append(senders, u.Code)
		}
	}
	s.rand.Shuffle(len(senders), func(i, j int) { senders[i], senders[j] = senders[j], senders[i] })
	senders = senders[:min(28, len(senders))]
	awards := []string{"bang_khen_chu_tich_tinh", "bang_khen_chu_tich_tinh", "bang_khen_ubtvqh", "bang_khen_chu_tich_tinh", "bang_khen_thu_tuong"}
	for i, unit := range senders {
		if _, err := s.submit(o, code, unit, awards[i%len(awards)], 1, i%9/8, 4+s.rand.IntN(3)); err != nil {
			return err
		}
	}
	if err := s.spreadOut(code); err != nil {
		return err
	}
	return s.around(code)
}

// spreadOut takes the closing dossiers to every stage there is.
func (s *sampler) spreadOut(code string) error {
	o := s.on("2025-12-12")
	m, err := o.Movement(s.ctx, code)
	if err != nil {
		return err
	}
	list, err := o.Dossiers(s.ctx, DossierFilter{Movement: m.ID, Stages: []dossier.Stage{dossier.Received}})
	if err != nil {
		return err
	}
	byAward := map[string][]int64{}
	for _, d := range list {
		byAward[d.Award] = append(byAward[d.Award], d.ID)
	}
	take := func(award string, n int) (ids []int64) {
		n = min(n, len(byAward[award]))
		ids, byAward[award] = byAward[award][:n], byAward[award][n:]
		return ids
	}
	const tinh, ubtvqh, ttg = "bang_khen_chu_tich_tinh", "bang_khen_ubtvqh", "bang_khen_thu_tuong"
	issued := take(tinh, 22)
	if err := s.walk(code, issued, dossier.Passed, "2025-12-12"); err != nil {
		return err
	}
	if err := s.decide(code, tinh, "", "", "2025-12-26", "1946/QĐ-UBND", issued); err != nil {
		return err
	}
	for _, w := range []struct {
		award  string
		n      int
		to     dossier.Stage
		reason string
	}{
		{tinh, 20, dossier.Passed, ""}, {tinh, 12, dossier.Appraised, ""}, {tinh, 10, dossier.Appraising, ""},
		{tinh, 4, dossier.Supplement, "Bổ sung biên bản họp xét khen thưởng của đơn vị."},
		{tinh, 3, dossier.Returned, "Báo cáo thành tích chưa có xác nhận của cấp trình khen thưởng."},
		{tinh, 2, dossier.Withdrawn, "Đơn vị có văn bản rút hồ sơ."},
		{tinh, 2, dossier.Rejected, "Đã được khen thưởng cùng một thành tích."},
		{ubtvqh, 20, dossier.Submitted, ""}, {ubtvqh, 4, dossier.Appraised, ""},
		{ttg, 8, dossier.Submitted, ""}, {ttg, 6, dossier.Appraised, ""},
	} {
		ids := take(w.award, w.n)
		if len(ids) == 0 {
			continue
		}
		if err := s.walkTo(code, ids, w.to, w.reason, "2025-12-15"); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

// walk takes dossiers along the road to a stage.
func (s *sampler) walk(code string, ids []int64, to dossier.Stage, day string) error {
	o := s.on(day)
	for _, stage := range []dossier.Stage{dossier.Appraising, dossier.Appraised, dossier.Passed, dossier.Submitted} {
		if stage == dossier.Passed {
			if err := s.meet(o, code, ids); err != nil {
				return err
			}
		} else if _, err := o.Move(s.ctx, ids, stage, ""); err != nil {
			return err
		}
		if stage == to {
			break
		}
	}
	return nil
}

// walkTo is walk with the ways out of the road.
func (s *sampler) walkTo(code string, ids []int64, to dossier.Stage, reason, day string) error {
	o := s.on(day)
	switch to {
	case dossier.Supplement, dossier.Returned, dossier.Withdrawn, dossier.Rejected:
		if _, err := o.Move(s.ctx, ids, dossier.Appraising, ""); err != nil {
			return err
		}
		_, err := o.Move(s.ctx, ids, to, reason)
		return err
	}
	return s.walk(code, ids, to, day)
}

// decide takes a movement's dossiers of one award through appraisal and council to
// an issued decision; the first two days are left out when they have been there.
func (s *sampler) decide(code, award, appraised, passed, issued, number string, ids []int64) error {
	o := s.on(issued)
	if appraised != "" {
		m, err := o.Movement(s.ctx, code)
		if err != nil {
			return err
		}
		list, err := o.Dossiers(s.ctx, DossierFilter{Movement: m.ID, Award: award, Stages: []dossier.Stage{dossier.Received}})
		if err != nil {
			return err
		}
		for _, d := range list {
			ids = append(ids, d.ID)
		}
		for _, w := range []struct {
			day string
			to  dossier.Stage
		}{{appraised, dossier.Appraising}, {appraised, dossier.Appraised}} {
			if _, err := s.on(w.day).Move(s.ctx, ids, w.to, ""); err != nil {
				return err
			}
		}
		if err := s.meet(s.on(passed), code, ids); err != nil {
			return err
		}
	}
	d, _, err := o.Draft(s.ctx, code, award)
	if err != nil {
		return err
	}
	var e audit.Entry
	if d, e, err = o.Issue(s.ctx, d.ID, number, o.Today(), provinceSeats[0].name); err != nil || e.ID == 0 {
		return err
	}
	s.step()
	return nil
}

// submit writes a body's list as the table it would send, and takes it in.
func (s *sampler) submit(o *Office, code, unit, award string, collectives, households, people int) (int64, error) {
	book, err := o.Registry(s.ctx)
	if err != nil {
		return 0, err
	}
	var body registry.Version
	for _, u := range book.WithCode(unit, o.Today()) {
		body = u.Near(o.Today())
	}
	cat, err := o.Catalogue(s.ctx)
	if err != nil {
		return 0, err
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"STT", "Đối tượng", "Họ và tên / Tên tập thể", "Giới tính", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích", "Hình thức đề nghị khen thưởng"}}
	n := 0
	add := func(cells ...string) {
		n++
		rows = append(rows, append(append([]string{fmt.Sprint(n)}, cells...), s.deed(), cat.Name(award)))
	}
	for i := range collectives {
		add("Tập thể", rooms[(s.rand.IntN(len(rooms))+i)%len(rooms)], "", "", "", "", "", body.Short)
	}
	for range households {
		p := s.person()
		add("Hộ gia đình", "Hộ gia đình "+p.call+" "+p.name, "", "", "", "", "", body.Short)
	}
	for range people {
		p := s.person()
		add("Cá nhân", p.name, p.gender, p.birth, p.ethnicity, p.number, posts[s.rand.IntN(len(posts))], body.Short)
	}
	if err := w.WriteAll(rows); err != nil {
		return 0, err
	}
	st, err := o.Stage(s.ctx, Incoming{Name: fmt.Sprintf("Danh sách đề nghị %s %d.csv", body.Short, o.Today().Year()), Data: b.Bytes(), Movement: code, From: unit}, nil)
	if err != nil {
		return 0, err
	}
	_, err = o.Accept(s.ctx, st.Batch.ID)
	s.step()
	return st.Batch.ID, err
}
