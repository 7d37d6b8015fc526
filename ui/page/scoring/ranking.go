package scoring

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/audit"
	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// ranking is the tab of the places in each cluster: what set units apart, the vote
// where nothing did, the closing.
type ranking struct {
	p      *Page
	list   *kit.Grid[office.RankedCluster]
	places *kit.Grid[Place]
	detail *kit.Detail
	all    fyne.CanvasObject
}

func newRanking(p *Page) *ranking {
	r := &ranking{p: p, detail: kit.NewDetail(nil)}
	r.list = kit.NewGrid("rank-clusters",
		kit.Column[office.RankedCluster]{Key: "name", Title: words.RankCluster, Width: 160, Grow: true, Text: func(c office.RankedCluster) string { return c.Cluster.Name }},
		kit.Column[office.RankedCluster]{Key: "n", Title: words.RankMembers, Width: 84, Align: fyne.TextAlignTrailing, Text: func(c office.RankedCluster) string { return words.Count(len(c.Cluster.Members)) }},
		kit.Column[office.RankedCluster]{Key: "state", Title: words.RankState, Width: 152, Chip: true, Text: func(c office.RankedCluster) string { t, _ := RankState(c); return t },
			Tone: func(c office.RankedCluster) kit.Tone { _, t := RankState(c); return t }},
	)
	r.list.ID = func(c office.RankedCluster) string { return c.Cluster.Code }
	r.list.OnSelect = func() {
		if c, ok := r.list.Current(); ok && c.Cluster.Code != r.p.state.Cluster {
			r.p.state.Cluster = c.Cluster.Code
			r.p.here()
			r.showCluster()
		}
	}
	r.places = kit.NewGrid("rank-places",
		kit.Column[Place]{Key: "place", Title: words.RankPlace, Width: 52, Align: fyne.TextAlignTrailing, Bold: true, Text: func(x Place) string { return words.Count(x.Place) }},
		kit.Column[Place]{Key: "unit", Title: words.ScoreUnit, Width: 180, Grow: true, Text: func(x Place) string { return x.Name }},
		kit.Column[Place]{Key: "self", Title: words.RankSelf, Width: 66, Align: fyne.TextAlignTrailing, Text: func(x Place) string { return x.Self.String() }},
		kit.Column[Place]{Key: "total", Title: words.ScoreTotal, Width: 62, Align: fyne.TextAlignTrailing, Text: func(x Place) string { return x.Total.String() }},
		kit.Column[Place]{Key: "max", Title: words.ScoreMax, Width: 62, Align: fyne.TextAlignTrailing, Text: func(x Place) string { return x.Max.String() }},
		kit.Column[Place]{Key: "why", Title: words.RankWhy, Width: 200, Text: func(x Place) string { return x.Why }, Tone: func(x Place) kit.Tone {
			if x.Tied {
				return kit.Bad
			}
			return kit.Plain
		}},
		kit.Column[Place]{Key: "share", Title: words.ScoreShare, Width: 78, Align: fyne.TextAlignTrailing, Text: func(x Place) string {
			return shareText(criteria.Result{Total: x.Total, Max: x.Max}.Share())
		}},
		kit.Column[Place]{Key: "votes", Title: words.RankVotes, Width: 54, Align: fyne.TextAlignTrailing, Text: func(x Place) string {
			if x.Votes == 0 {
				return ""
			}
			return words.Count(x.Votes)
		}},
	)
	r.places.ID = func(x Place) string { return kit.IDText(x.Unit) }
	r.places.OnOpen = func(Place) { r.sheet() }
	r.all = kit.NewHSplit("ranking", 0.37, r.list, r.detail)
	return r
}

func (r *ranking) content() fyne.CanvasObject { return r.all }
func (r *ranking) focus() fyne.Focusable      { return r.list }

func (r *ranking) show() {
	r.list.SetEmpty(kit.Empty(nil, words.Fill(words.RankNone, strconv.Itoa(r.p.state.Year)), words.RankNoneText))
	r.list.SetRows(r.p.state.Ranked)
	if c, ok := r.p.state.cluster(); ok {
		r.p.state.Cluster = c.Cluster.Code
		r.list.SelectID(c.Cluster.Code)
	}
	r.showCluster()
}

func (r *ranking) showCluster() {
	c, ok := r.p.state.cluster()
	if !ok {
		r.detail.Put(kit.Empty(nil, words.RankPick, words.RankPickText))
		return
	}
	state, tone := RankState(c)
	head := []fyne.CanvasObject{kit.Heading(c.Cluster.Name), container.NewHBox(kit.NewChip(state, tone))}
	if c.ByShare {
		head = append(head, kit.Note(words.RankShare))
	}
	if len(c.Ranking.Places) > 0 {
		head = append(head, kit.Note(ChainText(c.Chain)))
	}
	if c.Ranking.Source != "" {
		head = append(head, kit.Note(words.Fill(words.RankSource, c.Ranking.Source)))
	}
	if len(c.Without) > 0 {
		head = append(head, kit.Para(words.Fill(words.RankWithout, r.p.names(c.Without)), kit.Warn))
	}
	vote := kit.NewButton(words.RankVote, nil, r.vote)
	shut := kit.NewButton(words.RankClose, fynetheme.ConfirmIcon(), r.close)
	open := c.Ranking.Closed == 0 && len(c.Ranking.Places) > 0
	vote.SetEnabled(open)
	shut.SetEnabled(open && Tied(c) == 0)
	sheet := kit.NewButton(words.RankSheet, nil, r.sheet)
	sheet.SetEnabled(len(c.Ranking.Places) > 0)
	paper := kit.NewButton(words.RankPrint, fynetheme.DocumentPrintIcon(), r.print)
	paper.SetEnabled(len(c.Ranking.Places) > 0)
	r.places.SetEmpty(kit.Empty(nil, words.RankEmpty, words.ScoreNoneText))
	r.places.SetRows(Places(c))
	r.detail.Put(kit.Panel(container.NewBorder(kit.Stacked(head...), kit.Bar(sheet, vote, shut, paper), nil, nil, r.places)))
}

// sheet opens the score sheet of the unit chosen.
func (r *ranking) sheet() {
	if x, ok := r.places.Current(); ok {
		r.p.host.Go(kit.To(words.RouteScoring, "phong-trao", r.p.code(), "nam", strconv.Itoa(r.p.state.Year), "phan", words.ScoringSheetsKey, "don-vi", kit.IDText(x.Unit)))
	}
}

// print goes to the cluster's table on paper.
func (r *ranking) print() {
	if c, ok := r.p.state.cluster(); ok {
		r.p.host.Go(kit.To(words.RoutePrint, "mau", "bang-xep-hang", "phong-trao", r.p.code(), "nam", strconv.Itoa(r.p.state.Year), "cum", c.Cluster.Code))
	}
}

// vote notes the votes of a cluster's meeting for units nothing else tells apart.
func (r *ranking) vote() {
	c, ok := r.p.state.cluster()
	if !ok {
		return
	}
	units := Voted(c)
	if len(units) == 0 {
		r.p.host.Say(kit.Info, words.RankNoTie, nil)
		return
	}
	var fields []*kit.Field
	entries := make([]*kit.Entry, len(units))
	for i, u := range units {
		entries[i] = kit.EntryOf("", 1)
		if n := c.Ranking.Votes[u]; n > 0 {
			entries[i].SetText(strconv.Itoa(n))
		}
		f := &kit.Field{Key: kit.IDText(u), Label: c.Units[u].Name, Control: entries[i]}
		if i == len(units)-1 {
			f.Hint = words.RankVoteIs
		}
		fields = append(fields, f)
	}
	source := kit.EntryOf(c.Ranking.Source, 1)
	fields = append(fields, &kit.Field{Key: "source", Label: words.RankVoteFrom, Control: source})
	r.p.form(strings.TrimSuffix(words.RankVote, "…")+" – "+c.Cluster.Name, 620, kit.NewForm(fields...), func(done func(error)) {
		votes := maps.Clone(c.Ranking.Votes)
		if votes == nil {
			votes = map[registry.UnitID]int{}
		}
		var faults fault.List
		for i, u := range units {
			text := strings.TrimSpace(entries[i].Text)
			n, err := strconv.Atoi(text)
			if text != "" && (err != nil || n < 0) {
				faults.Add(fault.New(fault.Invalid, "ui.whole-number").At(kit.IDText(u)))
			}
			votes[u] = n
		}
		if err := faults.OrNil(); err != nil {
			done(err)
			return
		}
		code, year := r.p.code(), r.p.state.Year
		r.p.act(words.RankVote, words.Fill(words.RankVoted, c.Cluster.Name), done, func(ctx context.Context) (audit.Entry, error) {
			return r.p.run.Office.Vote(ctx, code, year, c.Cluster.Code, votes, strings.TrimSpace(source.Text))
		})
	})
}

// close freezes the places of the cluster.
func (r *ranking) close() {
	c, ok := r.p.state.cluster()
	if !ok {
		return
	}
	code, year := r.p.code(), r.p.state.Year
	kit.Confirm(r.p.host.Canvas(), words.RankClose, words.Fill(words.RankCloseAsk, c.Cluster.Name), words.RankClose, false, func() {
		r.p.act(words.RankClose, words.Fill(words.RankDone, c.Cluster.Name), nil, func(ctx context.Context) (audit.Entry, error) {
			return r.p.run.Office.CloseRanking(ctx, code, year, c.Cluster.Code)
		})
	})
}
