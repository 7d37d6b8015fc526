package office

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/when"
)

// The years of the made-up office's movement: plans asked and received, clusters,
// inspections, reports of 2024 and 2025 in every status, the turn of 01/7/2025.
// They have a stream of chance of their own, so that a change here does not change
// the people of the dossiers.

// yearSampler walks the years beside the dossiers.
type yearSampler struct {
	*sampler
	people *sampler // makes the people exemplars are about
	code   string
}

func (s *sampler) years() (*yearSampler, error) {
	m, err := s.movement(s.on("2024-05-06"))
	own := &sampler{rand: rand.New(rand.NewPCG(2024, 80)), used: map[string]bool{}}
	return &yearSampler{sampler: s, people: own, code: m}, err
}

func (y *yearSampler) pick(n int) int { return y.people.rand.IntN(n) }

// begin is May 2024 to the first days of December: plans, clusters, criteria, the
// council's watch, the reports that came in time.
func (y *yearSampler) begin() error {
	o := y.on("2024-05-10")
	if _, _, err := o.AskPlans(y.ctx, y.code, when.MustParse("2024-06-14"), "120/SNV-TĐKT"); err != nil {
		return err
	}
	plans, err := o.Plans(y.ctx, y.code)
	if err != nil {
		return err
	}
	o = y.on("2024-06-12")
	var put []movement.UnitPlan
	for i, p := range plans {
		if i%6 == 5 {
			continue // never came
		}
		p.Plan.Number, p.Plan.Date, p.Plan.Received = fmt.Sprintf("%02d/KH-%s", 8+i%40, p.Unit.Code), when.MustParse("2024-05-28"), o.Today()
		if i%9 == 2 {
			p.Plan.Criteria = []movement.Criterion{{Letter: "đ", Text: "Số hóa hồ sơ, tài liệu phục vụ giám sát của Hội đồng nhân dân."}}
		}
		put = append(put, p.Plan)
	}
	if err := y.received(o, put); err != nil {
		return err
	}
	if _, _, err := y.on("2024-06-27").Remind(y.ctx, Chase{Movement: y.code, What: report.ForPlan, Number: "168/SNV-TĐKT"}); err != nil {
		return err
	}
	y.step()
	if err := y.clusters(2024, "2024-06-28"); err != nil {
		return err
	}
	if err := y.watch(); err != nil {
		return err
	}
	if _, _, err := y.on("2024-07-01").DraftCriteria(y.ctx, y.code, 2024); err != nil {
		return err
	}
	if err := y.visits(2024, "2024-09-18"); err != nil {
		return err
	}
	if _, _, err := y.on("2024-10-01").AskReports(y.ctx, y.code, report.Yearly, 2024); err != nil {
		return err
	}
	return y.hand(2024, "2024-11-28", func(i int, _ ReportLine) bool { return i%11 != 3 && i%11 != 7 })
}

// end2024 is the turn of the year: the late ones, scores, places, the report to the
// Chủ tịch, signed.
func (y *yearSampler) end2024() error {
	if _, _, err := y.on("2024-12-26").Remind(y.ctx, Chase{Movement: y.code, Year: 2024, Number: "402/SNV-TĐKT"}); err != nil {
		return err
	}
	if err := y.hand(2024, "2024-12-30", func(i int, _ ReportLine) bool { return i%11 == 7 }); err != nil {
		return err
	}
	if err := y.judge(2024, "2024-12-31", 29); err != nil {
		return err
	}
	if err := y.appraise(2024, "2025-01-06"); err != nil {
		return err
	}
	if _, _, _, err := y.on("2025-01-08").CloseSheets(y.ctx, y.code, 2024); err != nil {
		return err
	}
	ranked, err := y.on("2025-01-09").Rankings(y.ctx, y.code, 2024)
	if err != nil {
		return err
	}
	for _, r := range ranked {
		if r.Ranking.Check() != nil || len(r.Ranking.Places) == 0 || r.Cluster.Code == "K3" {
			continue // a vote is still to come
		}
		if _, err := y.on("2025-01-09").CloseRanking(y.ctx, y.code, 2024, r.Cluster.Code); err != nil {
			return err
		}
	}
	o := y.on("2025-01-10")
	sum, err := o.SumUp(y.ctx, y.code, report.Yearly, 2024)
	if err != nil {
		return err
	}
	sum.Summary.Narrative = map[string][]string{
		"trien_khai":  {"Sở Nội vụ đã tham mưu Chủ tịch Ủy ban nhân dân tỉnh ban hành kế hoạch, yêu cầu các cơ quan, đơn vị, địa phương xây dựng kế hoạch và bộ tiêu chí riêng; Hội đồng Thi đua - Khen thưởng tỉnh phân công thành viên theo dõi từng lĩnh vực, địa bàn."},
		"han_che":     {"Một số cơ quan, đơn vị chưa ban hành kế hoạch, gửi báo cáo chậm hoặc chưa báo cáo."},
		"nguyen_nhan": {"Công chức làm công tác thi đua, khen thưởng kiêm nhiệm nhiều việc."},
		"nhiem_vu":    {"Tiếp tục thực hiện phong trào gắn với sắp xếp tổ chức bộ máy; chuẩn bị tổng kết phong trào vào tháng 01 năm 2026."},
		"kien_nghi":   {"Đề nghị Chủ tịch Ủy ban nhân dân tỉnh nhắc nhở các đơn vị chưa báo cáo."},
	}
	if _, err := o.SaveSummary(y.ctx, &sum.Summary); err != nil {
		return err
	}
	_, _, err = y.on("2025-01-15").FileSummary(y.ctx, y.code, report.Yearly, 2024, "14/BC-SNV", when.MustParse("2025-01-15"))
	if err != nil {
		return err
	}
	span := report.YearSpan(2024)
	_, err = y.on("2025-01-15").FileStatistic(y.ctx, "bieu-0601", span, "15/BC-SNV")
	y.step()
	return err
}

// second is 2025 up to December, with 01/7/2025 inside: some bodies report before
// they end, others hand their duty over, and one district's is still to be chosen.
func (y *yearSampler) second() error {
	if _, _, err := y.on("2025-01-20").CarryClusters(y.ctx, 2025); err != nil {
		return err
	}
	if _, _, err := y.on("2025-01-20").DraftCriteria(y.ctx, y.code, 2025); err != nil {
		return err
	}
	if _, _, err := y.on("2025-02-10").AskReports(y.ctx, y.code, report.Yearly, 2025); err != nil {
		return err
	}
	if err := y.handOver("2025-03-10"); err != nil {
		return err
	}
	// Sở Y tế and the district Ninh Hải reported for the half year before they ended.
	if err := y.hand(2025, "2025-06-20", func(_ int, l ReportLine) bool { return l.Unit.Code == "SYT" || l.Unit.Code == "586" }); err != nil {
		return err
	}
	if err := y.judge(2025, "2025-06-27", 0); err != nil {
		return err
	}
	if _, _, err := y.on("2025-07-15").AskPlans(y.ctx, y.code, when.MustParse("2025-08-29"), "95/SNV-TĐKT"); err != nil {
		return err
	}
	if err := y.handOver("2025-07-15"); err != nil {
		return err
	}
	if _, _, err := y.on("2025-07-16").AskReports(y.ctx, y.code, report.Yearly, 2025); err != nil {
		return err
	}
	if err := y.clusters(2025, "2025-07-20"); err != nil {
		return err
	}
	plans, err := y.on("2025-08-25").Plans(y.ctx, y.code)
	if err != nil {
		return err
	}
	var put []movement.UnitPlan
	for i, p := range plans {
		if !p.Status.Owed() || i%5 == 1 {
			continue
		}
		p.Plan.Number, p.Plan.Date, p.Plan.Received = fmt.Sprintf("%d/KH-%s", 20+i%50, p.Unit.Code), when.MustParse("2025-08-20"), when.MustParse("2025-08-25")
		put = append(put, p.Plan)
	}
	if err := y.received(y.on("2025-08-25"), put); err != nil {
		return err
	}
	if err := y.visits(2025, "2025-10-09"); err != nil {
		return err
	}
	return y.hand(2025, "2025-12-03", func(i int, l ReportLine) bool { return i%8 != 2 && i%8 != 6 })
}

// end2025 is January 2026: late reports, some returned, the movement summed up but
// not yet signed.
func (y *yearSampler) end2025() error {
	if _, _, err := y.on("2025-12-29").Remind(y.ctx, Chase{Movement: y.code, Year: 2025, Number: "511/SNV-TĐKT"}); err != nil {
		return err
	}
	if err := y.hand(2025, "2025-12-31", func(i int, _ ReportLine) bool { return i%8 == 6 }); err != nil {
		return err
	}
	if err := y.judge(2025, "2026-01-06", 9); err != nil {
		return err
	}
	if err := y.appraise(2025, "2026-01-08"); err != nil {
		return err
	}
	pets, err := y.on("2026-01-09").Petitions(y.ctx, y.code, 0)
	if err != nil {
		return err
	}
	for i, p := range pets {
		if i%4 == 3 {
			continue
		}
		p.PassedTo, p.Passed, p.PassedNumber = "Văn phòng Đoàn ĐBQH và HĐND tỉnh", max(p.Received, when.MustParse("2025-01-15")), fmt.Sprintf("%d/SNV-TĐKT", 30+i)
		if i%4 != 2 {
			p.Answered, p.Answer, p.AnswerNumber = when.MustParse("2026-01-07"), "Đã tiếp thu; lịch kỳ họp được gửi trước 30 ngày.", fmt.Sprintf("%d/VP-TH", 5+i)
		}
		if i%4 == 0 {
			p.Told = when.MustParse("2026-01-09")
		}
		if _, err := y.on("2026-01-09").SavePetition(y.ctx, &p, nil, nil); err != nil {
			return err
		}
	}
	y.step()
	return nil
}

// handOver chooses, for every ended body that still owes: whole successors take the
// duty on; of the districts one is left to choose, one goes to the officer, the
// others to their communes. Of the plans too one is left and one goes to the officer.
func (y *yearSampler) handOver(day string) error {
	o := y.on(day)
	lines, err := o.Reports(y.ctx, y.code, report.Yearly, 2025)
	if err != nil {
		return err
	}
	var heirs, officer []int64
	for _, l := range lines {
		switch {
		case l.Status != movement.Ended || l.Unit.Code == "589":
		case l.Unit.Code == "582" || len(l.Heirs) == 0:
			officer = append(officer, l.Report.ID)
		default:
			heirs = append(heirs, l.Report.ID)
		}
	}
	if len(heirs) > 0 {
		if _, err := o.HandOver(y.ctx, heirs, movement.Handover{Way: movement.ToHeirs}); err != nil {
			return err
		}
	}
	if len(officer) > 0 {
		if _, err := o.HandOver(y.ctx, officer, movement.Handover{Way: movement.ToOfficer, Note: "Tổng hợp từ hồ sơ lưu"}); err != nil {
			return err
		}
	}
	plans, err := o.Plans(y.ctx, y.code)
	if err != nil {
		return err
	}
	var toHeirs, toOfficer []int64
	for _, p := range plans {
		switch {
		case p.Status != movement.Ended || p.Unit.Code == "BDTHDND":
		case len(p.Heirs) == 0:
			toOfficer = append(toOfficer, p.Plan.ID)
		default:
			toHeirs = append(toHeirs, p.Plan.ID)
		}
	}
	if len(toHeirs) > 0 {
		if _, err := o.HandOverPlans(y.ctx, toHeirs, movement.Handover{Way: movement.ToHeirs}); err != nil {
			return err
		}
	}
	if len(toOfficer) > 0 {
		_, err = o.HandOverPlans(y.ctx, toOfficer, movement.Handover{Way: movement.ToOfficer, Note: "Đơn vị không có kế thừa, Sở Nội vụ tổng hợp"})
	}
	y.step()
	return err
}

// hand takes in the reports of those that take says, as the made-up units wrote them.
func (y *yearSampler) hand(year int, day string, take func(int, ReportLine) bool) error {
	o := y.on(day)
	lines, err := o.Reports(y.ctx, y.code, report.Yearly, year)
	if err != nil {
		return err
	}
	slices.SortFunc(lines, func(a, b ReportLine) int { return int(a.Report.Unit - b.Report.Unit) })
	sets, err := o.CriteriaSets(y.ctx, y.code, year)
	if err != nil {
		return err
	}
	var rs []report.Report
	var alike []criteria.Line
	for i, l := range lines {
		if !l.Status.Owed() || !take(i, l) {
			continue
		}
		set, _ := criteria.For(sets, l.Report.Unit, l.Unit.Group)
		c := y.content(i, set.Items, l)
		// Two bodies whose figures come out the same: a vote must tell them apart.
		if l.Unit.Code == "TAND" || l.Unit.Code == "BHXH" {
			if alike == nil {
				alike = c.Answers
			}
			c.Answers = alike
		}
		r, err := l.Report.Receive(c, fmt.Sprintf("%d/BC-%s", 60+i, l.Unit.Code), o.Today().AddDays(-2), o.Today())
		if err != nil {
			return err
		}
		rs = append(rs, r)
	}
	// A day's post as one act: the same as ReceiveReport for each.
	_, err = o.act(y.ctx, "report.receive", fmt.Sprintf("Nhận %d báo cáo năm %d", len(rs), year), func(tx Tx) error {
		if err := putAll(y.ctx, tx.Reports(), rs); err != nil {
			return err
		}
		desk, err := o.year(y.ctx, tx, y.code)
		if err != nil {
			return err
		}
		return selfScore(y.ctx, tx, desk, year, rs...)
	})
	y.step()
	return err
}

// received takes in a day's plans as one act; some come with the unit's own file.
func (y *yearSampler) received(o *Office, plans []movement.UnitPlan) error {
	for i := range plans {
		p := &plans[i]
		if err := p.Check(); err != nil {
			return err
		}
		if i%20 != 0 {
			continue
		}
		text := fmt.Sprintf("KẾ HOẠCH\r\nTriển khai phong trào thi đua\r\nSố: %s, ngày %s\r\n\r\n(Văn bản mẫu, không có thật.)\r\n", p.Number, p.Date.Slash())
		file := Attachment{Name: "Kế hoạch " + strings.ReplaceAll(p.Number, "/", "-") + ".txt", Data: []byte("\ufeff" + text)}
		if err := o.keepFile(y.ctx, &file, &p.File, &p.FileName); err != nil {
			return err
		}
	}
	_, err := o.act(y.ctx, "plan.save", fmt.Sprintf("Nhận kế hoạch của %d đơn vị", len(plans)), func(tx Tx) error {
		return putAll(y.ctx, tx.UnitPlans(), plans)
	})
	return err
}

// content is what a made-up unit reports.
func (y *yearSampler) content(i int, items []criteria.Item, l ReportLine) report.Content {
	c := report.Content{Narrative: map[string]string{"trien_khai": "Đã ban hành kế hoạch, phổ biến đến toàn thể công chức, viên chức, người lao động."}}
	if i%3 == 0 {
		c.Narrative["han_che"] = "Một số nội dung trình kỳ họp còn phải hoàn thiện nhiều lần."
	}
	for _, it := range items {
		if it.Source != "" {
			continue
		}
		ln := criteria.Line{Key: it.Key}
		e := &criteria.Entry{}
		switch it.Kind {
		case criteria.Ratio:
			e.A = int64(4 + y.pick(20))
			e.B = e.A - int64(y.pick(3)*y.pick(2))
			for n := range it.More {
				e.More = append(e.More, []int64{e.A - e.B, int64(y.pick(2))}[min(n, 1)])
			}
		case criteria.Sampled:
			e.A, e.B = it.Size, it.Size-int64(y.pick(9))
		case criteria.Stepped:
			e.B = int64(y.pick(7))
		case criteria.Minus:
			e.B = int64(y.pick(5) / 4)
		}
		ln.Self = e
		if it.Key == "b1" && i%8 == 5 {
			ln.Self, ln.NA, ln.NAReason = nil, true, "Trong năm không có kết luận, kiến nghị giám sát"
		}
		if len(it.Evidence) > 0 && ln.Self != nil {
			ln.Evidence = []criteria.Evidence{{Text: it.Evidence[0]}}
		}
		c.Answers = append(c.Answers, ln)
	}
	for n := range 1 + i%2 {
		c.Awards = append(c.Awards, report.Given{Number: fmt.Sprintf("%d/QĐ-%s", 100+10*n+i, l.Unit.Code), Date: l.Report.Due.AddDays(-20),
			Collectives: 1 + y.pick(3), Households: y.pick(6) / 5, Individuals: 2 + y.pick(8)})
	}
	if i%5 == 0 {
		p := y.people.person()
		c.Exemplars = append(c.Exemplars, report.Named{Kind: "individual", Name: p.name, What: deeds[y.pick(len(deeds))]})
	}
	if i%12 == 4 {
		c.Exemplars = append(c.Exemplars, report.Named{Kind: "mo_hinh", Name: "Tổ tiếp nhận kiến nghị cử tri lưu động của " + l.Unit.Short, What: "Tiếp nhận, trả lời kiến nghị ngay tại cơ sở."})
	}
	if i%9 == 1 {
		c.Petitions = append(c.Petitions, "Đề nghị gửi sớm lịch kỳ họp Hội đồng nhân dân để đơn vị chủ động chuẩn bị nội dung trình.")
	}
	return c
}

// judge accepts what was received, and sends every n-th back; 0 sends none.
func (y *yearSampler) judge(year int, day string, nth int) error {
	o := y.on(day)
	lines, err := o.Reports(y.ctx, y.code, report.Yearly, year)
	if err != nil {
		return err
	}
	slices.SortFunc(lines, func(a, b ReportLine) int { return int(a.Report.Unit - b.Report.Unit) })
	var ids []int64
	n := 0
	for _, l := range lines {
		if l.Status != movement.Received {
			continue
		}
		n++
		switch {
		case nth > 0 && n%nth == nth-1:
			if _, err := o.ReturnReport(y.ctx, l.Report.ID, "Chưa có minh chứng tiêu chí a; số liệu tiêu chí b chưa khớp."); err != nil {
				return err
			}
		case nth > 0 && n%nth == nth-2: // not read yet
		default:
			ids = append(ids, l.Report.ID)
		}
	}
	if len(ids) > 0 {
		_, err = o.AcceptReports(y.ctx, ids)
	}
	y.step()
	return err
}

// appraise scores some of the sheets otherwise than the units did, with the reason.
func (y *yearSampler) appraise(year int, day string) error {
	o := y.on(day)
	sheets, err := o.Sheets(y.ctx, y.code, year)
	if err != nil {
		return err
	}
	for i, l := range sheets {
		if i%20 != 0 {
			continue
		}
		ln := l.Sheet.Line("c2")
		if ln.Self == nil || ln.Self.B == 0 {
			continue
		}
		ln.Appraised, ln.Reason = &criteria.Entry{B: ln.Self.B - 1}, "Một văn bản góp ý gửi sau thời hạn lấy ý kiến"
		l.Sheet.SetLine(ln)
		if _, err := o.SaveSheet(y.ctx, &l.Sheet); err != nil {
			return err
		}
	}
	return nil
}

// clusters lays down who competes with whom on a day; heads take turns.
func (y *yearSampler) clusters(year int, day string) error {
	o := y.on(day)
	debtors, err := o.Debtors(y.ctx, y.code, o.Today())
	if err != nil {
		return err
	}
	have, err := o.Clusters(y.ctx, year)
	if err != nil {
		return err
	}
	for _, k := range []struct {
		code, name, kind string
		groups           []string
	}{
		{"K1", "Khối thi đua các sở, ban, ngành", "khoi", []string{"so_ban_nganh"}},
		{"K2", "Khối thi đua Mặt trận, các tổ chức chính trị - xã hội và đoàn thể", "khoi", []string{"mttq", "to_chuc_ctxh", "doan_the"}},
		{"K3", "Khối thi đua cơ quan trung ương và lực lượng vũ trang", "khoi", []string{"nganh_doc", "luc_luong_vu_trang"}},
		{"C1", "Cụm thi đua các huyện, thành phố", "cum", []string{"huyen_thanh_pho"}},
		{"C2", "Cụm thi đua các xã, phường", "cum", []string{"xa_phuong_thi_tran"}},
	} {
		c := movement.Cluster{Code: k.code, Name: k.name, Kind: k.kind, Year: year, Source: "Quyết định phân cụm, khối thi đua"}
		if i := slices.IndexFunc(have, func(x movement.Cluster) bool { return x.Code == k.code }); i >= 0 {
			c = have[i]
		}
		var members []registry.UnitID
		for _, d := range debtors {
			if slices.Contains(k.groups, d.Group) {
				members = append(members, d.ID)
			}
		}
		if len(members) < 2 {
			continue // as the districts after 01/7/2025: the year's cluster stays as it was
		}
		c.Members, c.Head, c.Deputy = members, members[year%len(members)], members[(year+1)%len(members)]
		if _, err := o.SaveCluster(y.ctx, &c); err != nil {
			return err
		}
	}
	return nil
}

// watch assigns members of the council.
func (y *yearSampler) watch() error {
	o := y.on("2024-07-01")
	m, err := o.Movement(y.ctx, y.code)
	if err != nil {
		return err
	}
	for _, w := range []movement.Watch{
		{Member: "Nguyễn Thị Mẫu", Post: "Giám đốc Sở Nội vụ", Sector: "Khối các sở, ban, ngành", Clusters: []string{"K1"}},
		{Member: "Trần Văn Thử", Post: "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", Sector: "Mặt trận và các tổ chức chính trị - xã hội", Clusters: []string{"K2"}},
		{Member: "Lê Hữu Ví Dụ", Post: "Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh", Sector: "Các địa phương", Groups: []string{"huyen_thanh_pho", "xa_phuong_thi_tran"}},
		{Member: "Phạm Minh Hoạ", Post: "Phó Giám đốc Công an tỉnh", Sector: "Cơ quan trung ương, lực lượng vũ trang", Clusters: []string{"K3"}},
	} {
		w.Movement, w.From, w.Source = m.ID, o.Today(), "Thông báo phân công của Hội đồng Thi đua - Khen thưởng tỉnh"
		if _, err := o.SaveWatch(y.ctx, &w); err != nil {
			return err
		}
	}
	return nil
}

// visits are a year's inspections.
func (y *yearSampler) visits(year int, day string) error {
	o := y.on(day)
	ws, err := o.Watches(y.ctx, y.code)
	if err != nil {
		return err
	}
	cs, err := o.Clusters(y.ctx, year)
	if err != nil {
		return err
	}
	book, err := o.Registry(y.ctx)
	if err != nil {
		return err
	}
	n := 0
	for _, c := range cs {
		for i, unit := range c.Members {
			v, _ := book.Near(unit, o.Today())
			w := slices.IndexFunc(ws, func(w movement.Watch) bool { return w.Covers(unit, v.Group, c.Code, o.Today()) })
			if i%4 != 1 || w < 0 || !v.Holds(o.Today()) {
				continue
			}
			visit := movement.Visit{Movement: ws[w].Movement, Watch: ws[w].ID, Member: ws[w].Member, Unit: unit, Day: o.Today(), Mark: movement.VisitMarks[n%4].Code}
			if n%2 == 1 {
				visit.Findings = []movement.Finding{{Text: "Kế hoạch chưa giao chỉ tiêu cho từng phòng.", Ask: "Bổ sung phân công, gửi Sở Nội vụ.", Due: o.Today().AddDays(30)}}
			}
			n++
			if _, err := o.SaveVisit(y.ctx, &visit, nil); err != nil {
				return err
			}
		}
	}
	y.step()
	return nil
}
