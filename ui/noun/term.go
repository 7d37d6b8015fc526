package noun

import (
	"fyne.io/fyne/v2/container"

	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Term is the two dates of what holds for a time: the first day and the last.
type Term struct{ From, Last *kit.DateEntry }

// NewTerm makes them, showing a period.
func NewTerm(today when.Date, p when.Period) Term {
	t := Term{kit.NewDateEntry(today, false), kit.NewDateEntry(today, false)}
	t.From.SetDate(p.From)
	t.Last.SetDate(p.LastDay())
	return t
}

// Fields are a form's lines of a term that must have begun.
func (t Term) Fields() []*kit.Field {
	return []*kit.Field{
		{Key: "from", Label: words.FactFrom, Required: true, Control: container.NewHBox(t.From)},
		{Key: "to", Label: words.FactLast, Hint: words.FactLastIs, Control: container.NewHBox(t.Last)},
	}
}

// Period is what they say.
func (t Term) Period() when.Period { return when.Through(t.From.Value(), t.Last.Value()) }
