package dossiers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// PaperState says how a line of the checklist stands; a paper that is complete but
// came in too few originals says so.
func PaperState(c dossier.Checked) string {
	switch {
	case c.State() == dossier.Unseen && c.Optional && c.Paper.ID == 0:
		return ""
	case c.State() == dossier.Whole && c.Short():
		return words.PaperFewer
	}
	return c.State().String()
}

// PaperTone tells the three apart: not looked at, looked at and wanting, complete.
func PaperTone(c dossier.Checked) kit.Tone {
	switch {
	case c.Short():
		return kit.Bad
	case c.State() == dossier.Unseen && c.Optional:
		return kit.Quiet
	case c.State() == dossier.Unseen:
		return kit.Warn
	}
	return kit.Good
}

// PaperName names a line, with what it is that one would not know.
func PaperName(c dossier.Checked) string {
	switch {
	case c.Whole:
		return words.Fill(words.PaperShared, c.Name)
	case c.Optional:
		return words.Fill(words.PaperIfAny, c.Name)
	}
	return c.Name
}

// Originals are the originals received of those asked for.
func Originals(c dossier.Checked) string {
	if c.Originals == 0 && c.Paper.Originals == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", c.Paper.Originals, c.Originals)
}

// Number reads how many; empty is none.
func Number(text, field string) (int, error) {
	text = strings.TrimSpace(strings.ReplaceAll(text, ".", ""))
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, fault.New(fault.Invalid, "ui.whole-number").At(field)
	}
	return n, nil
}

// Lacking counts the lines somebody has to do something about.
func Lacking(list []dossier.Checked) (n int, gravest kit.Tone) {
	for _, c := range list {
		switch {
		case c.Short():
			n++
			gravest = kit.Bad
		case !c.Optional && c.State() == dossier.Unseen:
			n++
			if gravest == kit.Plain {
				gravest = kit.Warn
			}
		}
	}
	return n, gravest
}

// Answer says how a confirmation stands on a day.
func Answer(c dossier.Confirmation, today when.Date) string {
	switch {
	case c.Answered == 0:
		return words.ConfirmWaits
	case c.Result == dossier.Agreed && !c.Stands(today):
		return words.ConfirmLapsed
	}
	return words.ConfirmResults[c.Result]
}

// AnswerTone paints it.
func AnswerTone(c dossier.Confirmation, today when.Date) kit.Tone {
	switch {
	case c.Answered == 0:
		return kit.Away
	case c.Stands(today):
		return kit.Good
	case c.Result == dossier.Agreed, c.Result == dossier.Objected:
		return kit.Bad
	}
	return kit.Warn
}

// Waiting counts the bodies that owe an answer, or whose answer is none to go on.
func Waiting(list []dossier.Confirmation, today when.Date) int {
	n := 0
	for _, c := range list {
		if !c.Stands(today) {
			n++
		}
	}
	return n
}

// MatterState says whether a matter still bars the nominee.
func MatterState(m dossier.Matter, today when.Date) string {
	switch {
	case m.Closed == 0:
		return words.MatterOpen
	case m.Cleared:
		return words.MatterCleared
	case m.Pending(today):
		return words.Fill(words.MatterUntil, m.Until.Slash())
	}
	return words.Fill(words.MatterClosed, m.Closed.Slash())
}

// CodesOf are the movements of dossiers on the list.
func (s *State) CodesOf(ids []int64) []string {
	var out []string
	for _, r := range s.Rows {
		if !slices.Contains(ids, r.Dossier.ID) {
			continue
		}
		for _, m := range s.Movements {
			if m.ID == r.Dossier.Movement && !slices.Contains(out, m.Code) {
				out = append(out, m.Code)
			}
		}
	}
	return out
}
