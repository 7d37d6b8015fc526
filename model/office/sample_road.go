package office

import (
	"fmt"
	"slices"

	"thidua/model/award"
	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/when"
)

// What lies beside the dossiers of the made-up office: papers, answers of other
// bodies, money, certificates handed out, an honour taken back, a session to come.

// midYear is what happened between the two closings: certificates handed out, years
// before the program entered, an honour taken back, the year's money.
func (s *sampler) midYear() error {
	for _, step := range []func() error{s.handedOut, s.before, s.income, s.takenBack} {
		if err := step(); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

// around fills the desks beside the road once the closing dossiers stand where they
// stand.
func (s *sampler) around(code string) error {
	for _, step := range []func(string) error{s.papersSeen, s.confirmations, s.invented, s.toCome, s.spent} {
		if err := step(code); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

func (s *sampler) at(o *Office, code string, stages ...dossier.Stage) ([]dossier.Dossier, error) {
	m, err := o.Movement(s.ctx, code)
	if err != nil {
		return nil, err
	}
	return o.Dossiers(s.ctx, DossierFilter{Movement: m.ID, Stages: stages})
}

// papersSeen notes the papers of what is being appraised: most whole, one of another
// kind, one lacking, two reports in the same words.
func (s *sampler) papersSeen(code string) error {
	o := s.on("2025-12-16")
	list, err := s.at(o, code, dossier.Appraising, dossier.Supplement)
	if err != nil {
		return err
	}
	seen := map[int64]bool{}
	for i, d := range list {
		if !seen[d.Submission] && d.Submission != 0 {
			seen[d.Submission] = true
			for _, p := range []string{"to_trinh", "danh_sach", "bien_ban"} {
				paper := dossier.Paper{Submission: d.Submission, Code: p, State: dossier.Whole, Originals: 1}
				if p == "bien_ban" && len(seen) == 2 {
					paper.State, paper.Originals, paper.Note = dossier.Other, 0, "là giấy mời họp"
				}
				if _, err := o.SavePaper(s.ctx, &paper); err != nil {
					return err
				}
			}
		}
		paper := dossier.Paper{Dossier: d.ID, Code: "bao_cao", State: dossier.Whole, Originals: 1, Text: "Họ và tên: " + d.Name + "\n" + reportText(i)}
		switch i {
		case 2:
			paper.State, paper.Originals, paper.Note = dossier.Lacking, 0, "chưa có xác nhận của cấp trình"
		case 5:
			continue // nobody has looked at it yet
		}
		if _, err := o.SavePaper(s.ctx, &paper); err != nil {
			return err
		}
	}
	return nil
}

// reportText is a made-up report; the second takes over the first.
func reportText(i int) string {
	if i == 1 {
		i = 0
	}
	return deeds[i%len(deeds)] + " " + deeds[(i+3)%len(deeds)] + fmt.Sprintf(" Riêng năm 2025 đã xử lý %d văn bản, %d kiến nghị. ", 120+7*i, 15+i) + deeds[(i+5)%len(deeds)] +
		" Các nhiệm vụ đều hoàn thành trước thời hạn, được tập thể ghi nhận và bình xét là gương tiêu biểu."
}

// confirmations asks two bodies; one has answered, one still owes its answer.
func (s *sampler) confirmations(code string) error {
	o := s.on("2025-12-16")
	list, err := s.at(o, code, dossier.Appraising, dossier.Appraised)
	if err != nil || len(list) == 0 {
		return err
	}
	var ids []int64
	for _, d := range list[:min(12, len(list))] {
		ids = append(ids, d.ID)
	}
	asked, _, err := o.Ask(s.ctx, "cong_an", ids, "3120/SNV-TĐKT", 0)
	if err != nil {
		return err
	}
	if _, _, err := o.Ask(s.ctx, "thue", ids[:min(6, len(ids))], "3121/SNV-TĐKT", 0); err != nil {
		return err
	}
	var answered []int64
	for _, c := range asked[:len(asked)-1] {
		answered = append(answered, c.ID)
	}
	later := s.on("2025-12-22")
	if _, err := later.Answered(s.ctx, answered, Answer{Result: dossier.Agreed, Number: "4410/CAT-PV01", ValidUntil: when.MustParse("2026-06-30")}); err != nil {
		return err
	}
	_, err = later.Answered(s.ctx, []int64{asked[len(asked)-1].ID}, Answer{Result: "co_y_kien", Number: "4411/CAT-PV01", Note: "Có một lần vi phạm hành chính về trật tự an toàn giao thông năm 2024, đã chấp hành xong."})
	return err
}

// income is the money the fund began the year with.
func (s *sampler) income() error {
	return s.booked("2025-01-15", award.Booking{Voucher: "T01", Source: "du_dau", About: "Số dư năm 2024 chuyển sang", In: 42_500_000},
		award.Booking{Voucher: "T02", Source: "ngan_sach", About: "Ngân sách tỉnh cấp quỹ thi đua, khen thưởng năm 2025", In: 350_000_000})
}

func (s *sampler) booked(day string, lines ...award.Booking) error {
	o := s.on(day)
	for _, b := range lines {
		b.Fund, b.Day = award.FundProvince, o.Today()
		if _, err := o.SaveBooking(s.ctx, &b); err != nil {
			return err
		}
	}
	return nil
}

// spent is what the closing costs: blanks, and the money of the province's decision.
func (s *sampler) spent(string) error {
	if err := s.booked("2025-12-29", award.Booking{Voucher: "C01", Source: "in_an", About: "In phôi bằng khen, khung", Out: 18_400_000}); err != nil {
		return err
	}
	o := s.on("2025-12-30")
	list, err := o.Decisions(s.ctx, DecisionFilter{Award: "bang_khen_chu_tich_tinh"})
	if err != nil {
		return err
	}
	for _, d := range list {
		if d.Date >= when.MustParse("2025-01-01") {
			if _, _, err := o.Pay(s.ctx, d.ID, "C02", 0); err != nil {
				return err
			}
			_, err = o.Notify(s.ctx, d.ID, o.Today())
			return err
		}
	}
	return nil
}

// handedOut hands the certificates of the earlier decisions out; one was lost.
func (s *sampler) handedOut() error {
	o := s.on("2025-01-10")
	list, err := o.Register(s.ctx, RegisterFilter{Movement: "TX2023"})
	if err != nil || len(list) == 0 {
		return err
	}
	var ids []int64
	for _, r := range list {
		ids = append(ids, r.Record.ID)
	}
	if _, err := o.Hand(s.ctx, ids, award.Handing{What: award.HandedOut, Day: when.MustParse("2024-01-12"), To: "Đại diện đơn vị"}); err != nil {
		return err
	}
	_, err = o.Hand(s.ctx, ids[:1], award.Handing{What: award.Reissued, Reason: "Bằng bị hư hỏng do mưa bão", Number: "02/SNV-CL"})
	return err
}

// before enters honours of the years before the program was used.
func (s *sampler) before() error {
	o := s.on("2025-01-14")
	book, err := o.Registry(s.ctx)
	if err != nil {
		return err
	}
	people, err := o.Register(s.ctx, RegisterFilter{Movement: "TX2023"})
	if err != nil {
		return err
	}
	var lines []PastLine
	for _, r := range people {
		if r.Nominee.Kind != "individual" || len(lines) == 4 {
			continue
		}
		v, _ := book.Near(r.Record.Unit, o.Today())
		lines = append(lines, PastLine{Record: intake.Record{Kind: "individual", Name: r.Nominee.Name, Gender: r.Nominee.Gender, Birth: r.Nominee.Birth, IDNumber: r.Nominee.IDNumber,
			Position: r.Nominee.Position, Unit: r.Record.UnitText, UnitID: r.Record.Unit, Award: "cstd_co_so", Achievement: "Hoàn thành xuất sắc nhiệm vụ năm 2022"},
			Number: "15/QĐ-" + v.Code, Date: when.MustParse("2023-01-18"), Way: "cong_trang", Year: 2022})
	}
	_, err = o.EnterPast(s.ctx, lines, "")
	return err
}

// takenBack revokes one honour of the first year and corrects another.
func (s *sampler) takenBack() error {
	o := s.on("2025-03-03")
	yes := true
	list, err := o.Decisions(s.ctx, DecisionFilter{Award: "giay_khen", Issued: &yes, Giving: true})
	if err != nil {
		return err
	}
	for _, d := range slices.Backward(list) { // Sở Nội vụ's own came first
		f, err := o.DecisionFile(s.ctx, d.ID)
		if err != nil || len(f.Records) < 4 {
			return err
		}
		q, _, err := o.Revoke(s.ctx, d.ID, []int64{f.Records[3].ID}, "trai_luat", "Đề nghị không qua bình xét tại đơn vị.")
		if err != nil {
			return err
		}
		if _, _, err := o.Issue(s.ctx, q.ID, "18/QĐ-SNV", o.Today(), d.Signer); err != nil {
			return err
		}
		changed := f.Records[2]
		changed.Post = "Phó Trưởng phòng phụ trách"
		_, _, err = o.Correct(s.ctx, d.ID, []award.Record{changed}, "Ghi sai chức vụ")
		return err
	}
	return nil
}

// toCome opens the session that will look at what waits for the council.
func (s *sampler) toCome(code string) error {
	o := s.on("2025-12-24")
	_, _, err := o.OpenSession(s.ctx, Agenda{Movement: code, Council: s.councilNew, Day: when.MustParse("2025-12-29"), Begun: "14 giờ 00", Place: "Phòng họp số 1, Ủy ban nhân dân tỉnh"})
	return err
}

// invented is what two of those proposed have worked out: one initiative is used for a
// dossier, the other is free yet.
func (s *sampler) invented(code string) error {
	o := s.on("2025-12-18")
	list, err := s.at(o, code, dossier.Appraised)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(d dossier.Dossier) bool { return d.Kind != registry.Individual })
	for n, i := range []dossier.Initiative{
		{Name: "Bảng theo dõi kiến nghị cử tri theo kỳ họp", Level: "tinh", Number: "2210/QĐ-UBND", Date: when.MustParse("2025-10-08"), Body: "Ủy ban nhân dân tỉnh Khánh Hòa",
			What: "Mỗi kiến nghị có người giữ, hạn trả lời và kết quả trên một bảng, in kèm báo cáo kỳ họp.", Publish: true},
		{Name: "Sổ tay tiếp xúc cử tri bằng tiếng Raglai", Level: "co_so", Number: "64/QĐ-UBND", Date: when.MustParse("2025-09-16"), Body: "Ủy ban nhân dân xã",
			What: "Các câu hỏi thường gặp và câu trả lời đã thống nhất, viết hai thứ tiếng."},
	} {
		if n >= len(list) {
			return nil
		}
		i.Authors = []int64{list[n].Nominee}
		if _, err := o.SaveInitiative(s.ctx, &i); err != nil {
			return err
		}
		if n == 0 {
			if _, err := o.UseInitiative(s.ctx, i.ID, list[n].ID); err != nil {
				return err
			}
		}
	}
	return nil
}
