package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/words"
)

// The award road: from a dossier's stages to the board. The council's commands
// stand in council.go, those of decisions in decisions.go, those of the register
// and the fund in register.go.

// awardCommands lists what it can do on the award road.
func awardCommands() []command {
	return []command{
		{"board", "[--movement MÃ]", "bảng theo dõi phong trào × đơn vị × bước", (*console).board},
		{"move", "GIAI_ĐOẠN SỐ… [--reason CHỮ] | GIAI_ĐOẠN --all [--movement MÃ] [--award MÃ] [--from GIAI_ĐOẠN]", "chuyển hồ sơ sang giai đoạn khác", (*console).move},
		{"appraise", "SỐ… | --all [--movement MÃ] [--award MÃ]", "thẩm định: hồ sơ không vướng lỗi được chuyển ra Hội đồng", (*console).appraise},
		{"recall", "SỐ… --reason CHỮ", "thu lại lần chuyển gần nhất", (*console).recall},
		{"send-up", "SỐ… --award MÃ", "khen cao: đề nghị hình thức cao hơn cho cùng đối tượng", (*console).sendUp},
		{"overrule", "SỐ QUY_TẮC --reason CHỮ", "bỏ qua một điểm cần xem, có lý do", (*console).overrule},
		{"papers", "SỐ [--code MÃ --state TÌNH_TRẠNG [--whole] [--originals SỐ] [--copies SỐ] [--note CHỮ] [--file TỆP] [--text CHỮ]]", "giấy tờ của hồ sơ; ghi một giấy tờ", (*console).papers},
		{"compare", "[--movement MÃ] [--dossier SỐ]", "tên, chức vụ, đơn vị viết khác nhau; báo cáo sao chép", (*console).compare},
		{"confirm", "[--movement MÃ] [--body MÃ] | ask SỐ… --body MÃ [--number SỐ] [--date NGÀY] | answer SỐ… --result MÃ [--number SỐ] [--date NGÀY] [--until NGÀY] [--note CHỮ] [--file TỆP]", "xác nhận của cơ quan liên quan", (*console).confirm},
		{"matter", "[--dossier SỐ --kind MÃ --opened NGÀY --source CHỮ [--closed NGÀY] [--until NGÀY] [--cleared]]", "vụ việc kỷ luật, khiếu nại", (*console).matter},
		{"initiative", "[--name CHỮ SỐ_HỒ_SƠ… [--level MÃ] [--number SỐ] [--date NGÀY] [--what CHỮ] | --use SỐ --dossier SỐ | --publish SỐ | --unpublish SỐ | --drop SỐ]", "sáng kiến; mỗi sáng kiến dùng một lần", (*console).initiative},
		{"council", "[--save TỆP.json]", "Hội đồng và thành viên", (*console).council},
		{"vote-rules", "", "quy định biểu quyết theo hình thức", (*console).voteRules},
		{"sessions", "[--movement MÃ]", "các phiên họp của Hội đồng", (*console).sessions},
		{"session", "open [--movement MÃ] [--award MÃ] [--council SỐ] [--date NGÀY] [--standing] [--by-letter] [SỐ…] | SỐ [--save TỆP.json] [--unanimous] [--ballot] [--close] [--drop]", "một phiên họp", (*console).session},
		{"decisions", "[--movement MÃ] [--award MÃ]", "các quyết định", (*console).decisions},
		{"decision", "SỐ [--date-notified NGÀY] [--scan TỆP] [--order SỐ,SỐ…] [--drop]", "một quyết định", (*console).decision},
		{"draft", "--award MÃ [--movement MÃ] [SỐ…]", "lập dự thảo quyết định từ hồ sơ Hội đồng thông qua", (*console).draft},
		{"issue", "SỐ --number SỐ --date NGÀY [--signer TÊN] [--scan TỆP]", "ban hành: ghi số, ngày, chốt danh sách", (*console).issue},
		{"receive", "SỐ… --award MÃ --number SỐ --date NGÀY [--movement MÃ] [--decider TÊN] [--signer TÊN] [--scan TỆP]", "nhập quyết định của cấp trên", (*console).receive},
		{"revoke", "SỐ --ground MÃ --reason CHỮ [--record SỐ…]", "lập dự thảo quyết định hủy bỏ", (*console).revoke},
		{"correct", "SỐ --record SỐ --reason CHỮ [--name TÊN] [--post CHỮ] [--unit CHỮ] [--text CHỮ]", "lập dự thảo quyết định điều chỉnh", (*console).correct},
		{"past", "TỆP [--dry-run] [--movement MÃ] [--from ĐƠN_VỊ] | --name TÊN --kind MÃ --award MÃ --number SỐ --date NGÀY [--unit TÊN] [--post CHỮ] …", "nhập quyết định của các năm trước", (*console).past},
		{"register", "[--unit MÃ] [--year NĂM] [--kind MÃ] [--award MÃ] [--movement MÃ] [--nominee SỐ]", "sổ khen thưởng", (*console).register},
		{"hand", "trao|cap_lai|cap_doi|thu_hoi SỐ… [--date NGÀY] [--to TÊN] [--number SỐ] [--reason CHỮ]", "trao, cấp lại, cấp đổi, thu hồi bằng", (*console).hand},
		{"fund", "[--fund MÃ] [--year NĂM] | --in ĐỒNG|--out ĐỒNG --source MÃ [--about CHỮ] [--date NGÀY] [--voucher SỐ] | --pay SỐ_QĐ | --recover SỐ", "sổ quỹ thi đua, khen thưởng", (*console).fund},
	}
}

// chosen are the dossiers a command works on: those named, or all of a movement's
// that stand at one of the stages.
func (c *console) chosen(ids []int64, all bool, movement, award string, stages ...dossier.Stage) ([]int64, error) {
	if !all {
		if len(ids) == 0 {
			return nil, usage{words.Text("console.which-dossiers")}
		}
		return ids, nil
	}
	m, err := c.office.Movement(c.ctx, movement)
	if err != nil {
		return nil, err
	}
	ds, err := c.office.Dossiers(c.ctx, office.DossierFilter{Movement: m.ID, Award: award, Stages: stages})
	if err != nil {
		return nil, err
	}
	for _, d := range ds {
		ids = append(ids, d.ID)
	}
	if len(ids) == 0 {
		return nil, fault.New(fault.NotFound, "office.no-dossiers", m.Name)
	}
	return ids, nil
}

func isStage(s string) bool {
	return slices.ContainsFunc(dossier.StageNames, func(n registry.Name) bool { return n.Code == s })
}

// noStage names the stages there are.
func noStage(code string) error {
	var all []string
	for _, n := range dossier.StageNames {
		all = append(all, n.Code)
	}
	return usage{words.Text("console.no-stage", code, strings.Join(all, ", "))}
}

// before lists the stages from which a stage can be reached.
func before(to dossier.Stage) (out []dossier.Stage) {
	for _, n := range dossier.StageNames {
		if s := dossier.Stage(n.Code); slices.Contains(s.Next(), to) {
			out = append(out, s)
		}
	}
	return out
}

func (c *console) move(args []string) (int, error) {
	fs := c.flags("move")
	reason := fs.String("reason", "", "")
	all := fs.Bool("all", false, "")
	movement := fs.String("movement", "", "")
	award := fs.String("award", "", "")
	from := fs.String("from", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) == 0 {
		return 0, noStage("")
	}
	if !isStage(rest[0]) {
		return 0, noStage(rest[0])
	}
	if *from != "" && !isStage(*from) {
		return 0, noStage(*from)
	}
	to := dossier.Stage(rest[0])
	ids, err := numbers(rest[1:])
	if err != nil {
		return 0, err
	}
	stages := before(to)
	if *from != "" {
		stages = []dossier.Stage{dossier.Stage(*from)}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	if ids, err = c.chosen(ids, *all, *movement, *award, stages...); err != nil {
		return 0, err
	}
	e, err := c.office.Move(c.ctx, ids, to, *reason)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"move": object{"to": to, "dossiers": ids, "entry": e.ID}}, func(w io.Writer) { fmt.Fprintln(w, e.Detail) })
}

func (c *console) appraise(args []string) (int, error) {
	fs := c.flags("appraise")
	all := fs.Bool("all", false, "")
	movement := fs.String("movement", "", "")
	award := fs.String("award", "", "")
	ids, err := c.several(fs, args)
	if err != nil {
		return 0, err
	}
	if ids, err = c.chosen(ids, *all, *movement, *award, dossier.Received, dossier.Appraising); err != nil {
		return 0, err
	}
	if !*all && *movement == "" {
		f, err := c.office.Dossier(c.ctx, ids[0])
		if err != nil {
			return 0, err
		}
		*movement = f.Movement.Code
	}
	a, e, err := c.office.Appraise(c.ctx, *movement, ids)
	if err != nil {
		return 0, err
	}
	held := []int64{}
	for _, id := range ids {
		if len(a.Held[id]) > 0 {
			held = append(held, id)
		}
	}
	status := done
	if len(held) > 0 {
		status = findings
	}
	return status, c.answer(object{"appraise": object{"passed": a.Passed, "held": held, "findings": a.Findings, "entry": e.ID}}, func(w io.Writer) {
		fmt.Fprintln(w, e.Detail)
		for _, id := range held {
			printFindings(w, a.Held[id])
		}
	})
}

func (c *console) recall(args []string) (int, error) {
	fs := c.flags("recall")
	reason := fs.String("reason", "", "")
	ids, err := c.some(fs, args)
	if err != nil {
		return 0, err
	}
	e, err := c.office.Recall(c.ctx, ids, *reason)
	if err != nil {
		return 0, err
	}
	return done, c.answer(object{"recall": object{"dossiers": ids, "entry": e.ID}}, func(w io.Writer) { fmt.Fprintln(w, e.Detail) })
}

func (c *console) sendUp(args []string) (int, error) {
	fs := c.flags("send-up")
	award := fs.String("award", "", "")
	ids, err := c.some(fs, args)
	if err != nil {
		return 0, err
	}
	if *award == "" {
		return 0, usage{words.Text("console.which-award")}
	}
	list, e, err := c.office.SendUp(c.ctx, ids, *award)
	if err != nil {
		return 0, err
	}
	made := []int64{}
	for _, d := range list {
		made = append(made, d.ID)
	}
	return done, c.answer(object{"send-up": object{"dossiers": made, "entry": e.ID}}, func(w io.Writer) {
		fmt.Fprintln(w, e.Detail)
		for _, d := range list {
			fmt.Fprintf(w, "%5d  %s\n", d.ID, d.Name)
		}
	})
}

func (c *console) overrule(args []string) (int, error) {
	fs := c.flags("overrule")
	reason := fs.String("reason", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) != 2 {
		return 0, usage{words.Text("console.overrule")}
	}
	ids, err := numbers(rest[:1])
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	f, err := c.office.Dossier(c.ctx, ids[0])
	if err != nil {
		return 0, err
	}
	found, err := c.office.Check(c.ctx, f.Movement.Code, ids[0])
	if err != nil {
		return 0, err
	}
	n := 0
	for _, x := range found {
		if x.Rule != rest[1] || !x.Stands() {
			continue
		}
		if _, err := c.office.Overrule(c.ctx, x, *reason); err != nil {
			return 0, err
		}
		n++
	}
	if n == 0 {
		return 0, fault.New(fault.NotFound, "console.no-finding", rest[0], rest[1])
	}
	return done, c.answer(object{"overrule": object{"dossier": ids[0], "rule": rest[1], "findings": n}}, func(w io.Writer) {
		fmt.Fprintln(w, words.Text("console.overruled", n, rest[1], f.Dossier.Name))
	})
}

func (c *console) board(args []string) (int, error) {
	fs := c.flags("board")
	movement := fs.String("movement", "", "")
	if err := c.bare(fs, args); err != nil {
		return 0, err
	}
	b, err := c.office.Board(c.ctx, *movement)
	if err != nil {
		return 0, err
	}
	units := []object{}
	for _, u := range b.Units {
		turns, quotas, lacks := []object{}, []object{}, []object{}
		for _, t := range u.Turns {
			o := object{"award": t.Award, "stage": t.Stage, "holder": t.Step.Holder, "paper": t.Step.Paper, "dossiers": t.Dossiers}
			if t.Timed {
				o["left"] = t.Left
			}
			turns = append(turns, o)
		}
		for _, q := range u.Quotas {
			quotas = append(quotas, object{"award": q.Award, "kind": q.Kind, "proposed": q.Proposed, "most": q.Most, "people": q.People, "direct": q.Direct})
		}
		for _, l := range u.Lacks {
			lacks = append(lacks, object{"kind": l.Kind, "what": l.What, "dossiers": l.Dossiers})
		}
		units = append(units, object{"unit": u.Unit, "name": u.Name, "group": u.Group, "stages": u.Stages, "turns": turns, "quotas": quotas, "lacks": lacks, "short": u.Short, "unseen": u.Unseen})
	}
	return done, c.answer(object{"board": object{"movement": b.Movement.Code, "stages": b.Stages, "late": b.Late, "short": b.Short, "unseen": b.Unseen, "units": units}}, func(w io.Writer) {
		for _, u := range b.Units {
			fmt.Fprintf(w, "%s\n", u.Name)
			for _, t := range u.Turns {
				left := ""
				switch {
				case t.Timed && t.Left < 0:
					left = words.Text("console.days-late", -t.Left)
				case t.Timed:
					left = words.Text("console.days-left", t.Left)
				}
				fmt.Fprintf(w, "    %-20s %3d  %s  %s\n", t.Stage, len(t.Dossiers), t.Step.Holder, left)
			}
		}
	})
}
