package intake

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// listView is the files that came in, and the way in for the next.
type listView struct {
	p        *Page
	content  fyne.CanvasObject
	grid     *kit.Grid[intake.Batch]
	movement *kit.Select
	sender   *kit.PickButton
	choose   *kit.Button
}

func newListView(p *Page) *listView {
	v := &listView{p: p}
	num := func(n int) string {
		if n == 0 {
			return ""
		}
		return words.Count(n)
	}
	v.grid = kit.NewGrid("batches",
		kit.Column[intake.Batch]{Key: "file", Title: words.BatchFile, Width: 240, Grow: true, Text: func(b intake.Batch) string { return b.File },
			Order: func(a, b intake.Batch) int { return strings.Compare(a.File, b.File) }},
		kit.Column[intake.Batch]{Key: "state", Title: words.BatchState, Width: 104, Chip: true, Text: func(b intake.Batch) string { return b.State.String() },
			Tone: func(b intake.Batch) kit.Tone { return stateTone(b.State) }, Order: func(a, b intake.Batch) int { return cmp.Compare(a.State, b.State) }},
		kit.Column[intake.Batch]{Key: "rows", Title: words.BatchRows, Width: 76, Align: fyne.TextAlignTrailing, Text: func(b intake.Batch) string { return words.Count(b.Rows) },
			Order: func(a, b intake.Batch) int { return a.Rows - b.Rows }},
		kit.Column[intake.Batch]{Key: "errors", Title: words.BatchErrors, Width: 76, Align: fyne.TextAlignTrailing, Text: func(b intake.Batch) string { return num(b.Errors) },
			Tone: func(intake.Batch) kit.Tone { return kit.Bad }, Order: func(a, b intake.Batch) int { return a.Errors - b.Errors }},
		kit.Column[intake.Batch]{Key: "warnings", Title: words.BatchWarnings, Width: 80, Align: fyne.TextAlignTrailing, Text: func(b intake.Batch) string { return num(b.Warnings) },
			Tone: func(intake.Batch) kit.Tone { return kit.Warn }, Order: func(a, b intake.Batch) int { return a.Warnings - b.Warnings }},
		kit.Column[intake.Batch]{Key: "from", Title: words.BatchSender, Width: 210, Text: v.senderOf},
		kit.Column[intake.Batch]{Key: "movement", Title: words.BatchMovement, Width: 200, Text: func(b intake.Batch) string { return p.state.MovementName(b.Movement) }},
		kit.Column[intake.Batch]{Key: "at", Title: words.BatchAt, Width: 126, Text: func(b intake.Batch) string { return b.At.Local().Format("02/01/2006 15:04") },
			Order: func(a, b intake.Batch) int { return a.At.Compare(b.At) }},
		kit.Column[intake.Batch]{Key: "who", Title: words.BatchOfficer, Width: 130, Text: func(b intake.Batch) string { return b.Officer }},
	)
	v.grid.ID = func(b intake.Batch) string { return strconv.FormatInt(b.ID, 10) }
	v.grid.RowTone = func(b intake.Batch) kit.Tone {
		if b.State == intake.Undone {
			return kit.Quiet
		}
		return kit.Plain
	}
	v.grid.OnOpen = func(b intake.Batch) { p.host.Go(kit.To(words.RouteIntake, "tep", strconv.FormatInt(b.ID, 10))) }
	v.movement = kit.NewSelect(words.IntakeNoMove, nil)
	v.sender = kit.NewPickButton(words.IntakeFrom, words.DossiersUnitHint, words.IntakeFromAuto, nil)
	v.choose = kit.NewButton(words.IntakeChoose, fynetheme.FolderOpenIcon(), p.choose).Primary()
	form := kit.NewButton(words.IntakeTemplate, nil, p.template)
	bar := container.NewBorder(nil, nil,
		kit.Bar(v.choose, form), nil,
		kit.Bar(kit.Spring(), kit.Text(words.IntakeFrom, kit.Plain), kit.Wide(190, v.sender), kit.Text(words.IntakeFor, kit.Plain), kit.Wide(220, v.movement)))
	v.content = container.NewBorder(bar, nil, nil, nil, v.grid)
	return v
}

func stateTone(s intake.BatchState) kit.Tone {
	switch s {
	case intake.Staged:
		return kit.Warn
	case intake.Accepted:
		return kit.Good
	}
	return kit.Quiet
}

func (v *listView) senderOf(b intake.Batch) string {
	if n := v.p.state.UnitName(b.From); n != "" {
		return n
	}
	return b.FromText
}

func (v *listView) draw() {
	s := &v.p.state
	moves := noun.Movements(s.Movements, "")
	v.movement.SetChoices(moves)
	if v.movement.Key() == "" && len(moves) > 0 {
		v.movement.SetKey(moves[0].Key)
	}
	v.choose.SetEnabled(len(moves) > 0)
	var units []kit.Option
	if s.Book != nil {
		for _, u := range s.Book.On(s.Today) {
			if u.Code != "" {
				units = append(units, kit.Option{Key: u.Code, Label: u.Name, Note: registry.NameOf(registry.GroupNames, u.Group)})
			}
		}
	}
	v.sender.SetOptions(units)
	if len(moves) == 0 {
		v.grid.SetEmpty(kit.Empty(nil, words.IntakeNoMove, words.IntakeNoMoveTxt,
			kit.NewButton(words.AreaMovements, nil, func() { v.p.host.Go(kit.To(words.RouteMovements)) }).Primary()))
	} else {
		v.grid.SetEmpty(kit.Empty(fynetheme.FolderOpenIcon(), words.IntakeNone, words.IntakeNoneText,
			kit.NewButton(words.IntakeChoose, nil, v.p.choose).Primary()))
	}
	v.grid.SetRows(s.Batches)
}

func (v *listView) movementCode() string { return v.movement.Key() }
func (v *listView) senderCode() string   { return v.sender.Key() }
