package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/movement"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/report"
	"thidua/model/words"
)

// What a year comes to: scores, places, exemplars, petitions, sums, statistics.

func (c *console) score(args []string) (int, error) {
	fs := c.flags("score")
	var f yearFlags
	f.on(fs)
	unit := fs.String("unit", "", "")
	shut := fs.Bool("close", false, "")
	renew := fs.Bool("renew", false, "")
	var line lineFlags
	line.on(fs)
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if line.asked() && *unit == "" || line.given(fs) != line.asked() {
		return 0, usage{words.Text("console.score-line")}
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	answer := object{}
	if *renew {
		if err := c.renew(f, *unit, answer); err != nil {
			return 0, err
		}
	}
	if line.asked() {
		if err := c.appraiseLine(f, *unit, line); err != nil {
			return 0, err
		}
	}
	if *shut {
		closed, open, _, err := c.office.CloseSheets(c.ctx, f.movement, f.year)
		if err != nil {
			return 0, err
		}
		answer["closed"], answer["open"] = closed, open
		c.say("console.scores", closed, open)
	}
	list, err := c.office.Sheets(c.ctx, f.movement, f.year)
	if err != nil {
		return 0, err
	}
	out := []object{}
	var kept []office.SheetLine
	for _, l := range list {
		if *unit != "" && l.Unit.Code != *unit {
			continue
		}
		kept = append(kept, l)
		lines := []object{}
		for _, s := range l.Result.Lines {
			o := object{"key": s.Item.Key, "points": s.Points.String(), "max": s.Max.String(), "why": reasons(s.Why)}
			if s.Self != nil {
				o["self"] = s.Self.String()
			}
			if s.Appraised != nil {
				o["appraised"] = s.Appraised.String()
			}
			lines = append(lines, o)
		}
		out = append(out, object{"unit": l.Unit.Code, "name": l.Unit.Name, "state": l.Sheet.State, "self": l.Result.Self.String(), "total": l.Result.Total.String(),
			"max": l.Result.Max.String(), "lines": lines})
	}
	answer["score"] = out
	return done, c.answer(answer, func(w io.Writer) {
		for _, l := range kept {
			fmt.Fprintf(w, "%-12s %7s/%s  %s\n", l.Unit.Code, l.Result.Total, l.Result.Max, l.Unit.Name)
			if *unit == "" {
				continue
			}
			for _, s := range l.Result.Lines {
				fmt.Fprintf(w, "  %-4s %6s/%-4s %s\n", s.Item.Key, s.Points, s.Max, strings.Join(reasons(s.Why), "; "))
			}
		}
	})
}

// reasons puts the reasons of a line into words.
func reasons(list []criteria.Why) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = words.Text(w.Code, w.Args...)
	}
	return out
}

func (c *console) rank(args []string) (int, error) {
	fs := c.flags("rank")
	var f yearFlags
	f.on(fs)
	cluster := fs.String("cluster", "", "")
	shut := fs.Bool("close", false, "")
	vote := fs.String("vote", "", "")
	source := fs.String("source", "", "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if (*shut || *vote != "") && *cluster == "" {
		return 0, usage{words.Text("console.rank")}
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	if *vote != "" {
		votes, err := c.votes(f, *cluster, *vote)
		if err != nil {
			return 0, err
		}
		if _, err := c.office.Vote(c.ctx, f.movement, f.year, *cluster, votes, *source); err != nil {
			return 0, err
		}
	}
	if *shut {
		if _, err := c.office.CloseRanking(c.ctx, f.movement, f.year, *cluster); err != nil {
			return 0, err
		}
	}
	list, err := c.office.Rankings(c.ctx, f.movement, f.year)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, r := range list {
		if *cluster != "" && r.Cluster.Code != *cluster {
			continue
		}
		places := []object{}
		for _, p := range r.Ranking.Places {
			places = append(places, object{"place": p.Place, "unit": r.Units[p.Unit].Code, "name": r.Units[p.Unit].Name, "total": p.Total.String(), "max": p.Max.String(),
				"tied": p.Tied, "broken_by": p.Broken, "votes": p.Votes})
		}
		out = append(out, object{"cluster": r.Cluster.Code, "name": r.Cluster.Name, "year": r.Cluster.Year, "closed": r.Ranking.Closed, "places": places, "without_score": len(r.Without)})
	}
	return done, c.answer(object{"rank": out}, func(w io.Writer) {
		for _, r := range out {
			fmt.Fprintf(w, "%s  %s\n", r["cluster"], r["name"])
			for _, p := range r["places"].([]object) {
				mark := ""
				if p["tied"] == true {
					mark = "  (bằng nhau, cần bỏ phiếu)"
				}
				if by := p["broken_by"]; by != "" {
					mark = fmt.Sprintf("  (%v)%s", by, mark)
				}
				fmt.Fprintf(w, "  %3v  %7v  %-12v %v%s\n", p["place"], p["total"], p["unit"], p["name"], mark)
			}
		}
	})
}

// votes reads "SYT=7,STC=5".
func (c *console) votes(f yearFlags, cluster, text string) (map[registry.UnitID]int, error) {
	list, err := c.office.Rankings(c.ctx, f.movement, f.year)
	if err != nil {
		return nil, err
	}
	byCode := map[string]registry.UnitID{}
	for _, r := range list {
		if r.Cluster.Code == cluster {
			for id, v := range r.Units {
				byCode[v.Code] = id
			}
		}
	}
	out := map[registry.UnitID]int{}
	for _, part := range strings.Split(text, ",") {
		code, n, _ := strings.Cut(part, "=")
		votes, err := strconv.Atoi(n)
		if id, ok := byCode[code]; ok && err == nil && votes >= 0 {
			out[id] = votes
			continue
		}
		return nil, usage{words.Text("console.vote", part)}
	}
	return out, nil
}

func (c *console) sum(args []string) (int, error) {
	fs := c.flags("sum")
	var f yearFlags
	f.on(fs)
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	s, err := c.office.SumUp(c.ctx, f.movement, f.kind(), f.year)
	if err != nil {
		return 0, err
	}
	figures, awards := []object{}, []object{}
	for _, cr := range s.Criteria {
		for _, g := range cr.Figures {
			figures = append(figures, object{"criterion": cr.Letter, "key": g.Key, "label": g.Label, "value": g.Value, "of": g.Of, "reports": g.Reports})
		}
	}
	for _, a := range s.Awards {
		awards = append(awards, object{"award": a.Code, "name": a.Name, "collectives": a.Collectives, "households": a.Households, "individuals": a.Individuals, "proposed": a.Proposed})
	}
	rolled := func(list []report.Rolled) []object {
		out := []object{}
		for _, r := range list {
			o := object{"unit": s.Names[r.Unit].Code, "name": s.Names[r.Unit].Name, "figures": r.Figures, "reports": r.Reports}
			var from, parts []string
			for _, u := range r.From {
				from = append(from, s.Names[u].Name)
			}
			for _, u := range r.Parts {
				parts = append(parts, s.Names[u].Name)
			}
			o["from"], o["divided_among"], o["kept"] = from, parts, r.Kept
			out = append(out, o)
		}
		return out
	}
	return done, c.answer(object{"sum": object{"movement": f.movement, "kind": f.kind(), "year": s.Year, "units": len(s.Owing), "planned": len(s.Planned), "reported": len(s.Reported),
		"late": len(s.Late), "missing": len(s.Missing), "accepted": s.Accepted, "criteria": figures, "awards": awards, "exemplars": len(s.Exemplars),
		"petitions": len(s.Petitions), "then": rolled(s.Then), "rolled": rolled(s.Rolled)}}, func(w io.Writer) {
		fmt.Fprintf(w, "%d đơn vị, %d đã báo cáo (%d chậm), %d chưa báo cáo, %d có kế hoạch\n", len(s.Owing), len(s.Reported), len(s.Late), len(s.Missing), len(s.Planned))
		for _, g := range figures {
			fmt.Fprintf(w, "  %s  %s: %d\n", g["criterion"], g["label"], g["value"])
		}
		for _, a := range s.Awards {
			fmt.Fprintf(w, "  %s: %d tập thể, %d hộ, %d cá nhân\n", a.Name, a.Collectives, a.Households, a.Individuals)
		}
		fmt.Fprintf(w, "theo đơn vị tại thời điểm báo cáo: %d dòng; quy về đơn vị hôm nay: %d dòng\n", len(s.Then), len(s.Rolled))
		for _, r := range s.Rolled {
			if r.Kept && len(r.Parts) == 0 {
				fmt.Fprintf(w, "  %s: không có đơn vị kế thừa trong danh mục, chưa quy về\n", s.Names[r.Unit].Name)
			}
			if len(r.Parts) > 0 {
				var names []string
				for _, u := range r.Parts {
					names = append(names, s.Names[u].Name)
				}
				fmt.Fprintf(w, "  %s: chia cho %s, chưa quy về\n", s.Names[r.Unit].Name, strings.Join(names, ", "))
			}
		}
	})
}

func (c *console) stats(args []string) (int, error) {
	fs := c.flags("stats")
	period := fs.String("period", "", "")
	file := fs.String("file", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) != 1 || *period == "" {
		return 0, usage{words.Text("console.stats")}
	}
	span, err := report.ParseSpan(*period)
	if err != nil {
		return 0, err
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	if *file != "" {
		if _, err := c.office.FileStatistic(c.ctx, rest[0], span, *file); err != nil {
			return 0, err
		}
	}
	s, err := c.office.Statistic(c.ctx, rest[0], span)
	if err != nil {
		return 0, err
	}
	changes := []object{}
	for _, ch := range s.Changes {
		changes = append(changes, object{"row": ch.Row, "column": ch.Column, "filed": ch.Filed, "now": ch.Now})
	}
	return done, c.answer(object{"stats": object{"form": rest[0], "period": span.Name, "from": span.From, "to": span.To, "cells": s.Cells, "filed": s.Filing.Filed,
		"movements": s.Movements, "records": s.Records, "changes": changes}}, func(w io.Writer) {
		fmt.Fprintf(w, "%s  %s\n", s.Form.Number, span.Name)
		for _, r := range s.Form.Rows {
			for _, col := range s.Form.Columns {
				if n := s.Cells[r.Code][col.Key]; n != 0 {
					fmt.Fprintf(w, "  %s %-16s %d\n", r.Code, col.Key, n)
				}
			}
		}
		for _, ch := range s.Changes {
			fmt.Fprintf(w, "  khác với biểu đã gửi: dòng %s, cột %s: %d, nay %d\n", ch.Row, ch.Column, ch.Filed, ch.Now)
		}
	})
}

func (c *console) clusters(args []string) (int, error) {
	fs := c.flags("clusters")
	var year int
	yearFlag(fs, &year)
	carry := fs.Bool("carry", false, "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if *carry && year == 0 {
		return 0, usage{words.Text("console.carry")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	answer := object{}
	if *carry {
		made, _, err := c.office.CarryClusters(c.ctx, year)
		if err != nil {
			return 0, err
		}
		gone := map[string][]string{}
		for code, ids := range made.Gone {
			for _, id := range ids {
				v, _ := book.Near(id, c.office.Today())
				gone[code] = append(gone[code], v.Name)
			}
		}
		answer["gone"] = gone
	}
	list, err := c.office.Clusters(c.ctx, year)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, k := range list {
		var members []string
		for _, m := range k.Members {
			v, _ := book.Near(m, c.office.Today())
			members = append(members, v.Code)
		}
		head, _ := book.Near(k.Head, c.office.Today())
		out = append(out, object{"code": k.Code, "name": k.Name, "kind": registry.NameOf(movement.ClusterKinds, k.Kind), "year": k.Year, "head": head.Code, "members": members})
	}
	answer["clusters"] = out
	return done, c.answer(answer, func(w io.Writer) {
		for _, k := range out {
			fmt.Fprintf(w, "%d  %-5s %s, %d thành viên, trưởng %s\n", k["year"], k["code"], k["name"], len(k["members"].([]string)), k["head"])
		}
	})
}

func (c *console) criteria(args []string) (int, error) {
	fs := c.flags("criteria")
	var f yearFlags
	f.on(fs)
	draft := fs.Bool("draft", false, "")
	if _, err := parseOnly(fs, args, 0, 0, "console.no-arguments"); err != nil {
		return 0, err
	}
	if err := f.settle(c); err != nil {
		return 0, err
	}
	answer := object{}
	if *draft {
		n, _, err := c.office.DraftCriteria(c.ctx, f.movement, f.year)
		if err != nil {
			return 0, err
		}
		answer["added"] = n
	}
	list, err := c.office.CriteriaSets(c.ctx, f.movement, f.year)
	if err != nil {
		return 0, err
	}
	out := []object{}
	for _, s := range list {
		items := []object{}
		for _, it := range s.Items {
			items = append(items, object{"key": it.Key, "criterion": it.Letter, "text": it.Text, "kind": it.Kind, "max": it.Max.String(), "source": it.Source})
		}
		out = append(out, object{"id": s.ID, "code": s.Code, "name": s.Name, "year": s.Year, "groups": s.Groups, "full": s.Full().String(), "items": items})
	}
	answer["criteria"] = out
	return done, c.answer(answer, func(w io.Writer) {
		for _, s := range list {
			fmt.Fprintf(w, "%s  %s, tổng %s điểm\n", s.Code, s.Name, s.Full())
			for _, it := range s.Items {
				fmt.Fprintf(w, "  %-4s %-16s %5s  %s\n", it.Key, it.Kind, it.Max, it.Text)
			}
		}
	})
}
