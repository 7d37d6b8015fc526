package noun

import (
	"strconv"

	"thidua/model/movement"
	"thidua/model/report"
	"thidua/model/when"
	"thidua/ui/kit"
	"thidua/ui/words"
)

// Chosen is the movement a page is about, among those there are.
type Chosen struct {
	Movements []movement.Movement
	Code      string // "" the newest
}

// Movement is the movement chosen, the newest when none was.
func (c *Chosen) Movement() (movement.Movement, bool) { return MovementOf(c.Movements, c.Code) }

// MovementOf is the movement of a code, the first of the list when there is none.
func MovementOf(list []movement.Movement, code string) (movement.Movement, bool) {
	for _, m := range list {
		if m.Code == code {
			return m, true
		}
	}
	if len(list) > 0 {
		return list[0], true
	}
	return movement.Movement{}, false
}

// Reported is the round of a movement's reports a page is about.
type Reported struct {
	Chosen
	report.Round
}

// closing is the key of the closing report among the years.
const closing = "tong-ket"

// RoundKey names a round in routes and among choices: "2025", "tong-ket".
func RoundKey(r report.Round) string {
	if r.Kind == report.Closing {
		return closing
	}
	return strconv.Itoa(r.Year)
}

// Key names the round chosen.
func (r *Reported) Key() string { return RoundKey(r.Round) }

// SetKey chooses a round by its key; any other text changes nothing.
func (r *Reported) SetKey(key string) {
	if key == closing {
		m, _ := r.Movement()
		r.Round = report.Round{Kind: report.Closing, Year: m.LastDay().Year()}
		return
	}
	if y, err := strconv.Atoi(key); err == nil {
		r.Round = report.Round{Kind: report.Yearly, Year: y}
	}
}

// Settle begins with the round to look at first, and gives the closing round the
// year of the movement once that is known.
func (r *Reported) Settle(today when.Date) {
	m, ok := r.Movement()
	switch {
	case !ok:
	case r.Kind == report.Closing:
		r.Year = m.LastDay().Year()
	case r.Year == 0:
		r.Round = report.RoundOn(m, today)
	}
}

// Rounds are the choices, the close first.
func (r *Reported) Rounds(today when.Date) []kit.Choice {
	m, ok := r.Movement()
	if !ok {
		return nil
	}
	var out []kit.Choice
	for _, x := range report.Rounds(m, today) {
		c := kit.Choice{Key: RoundKey(x), Label: words.ReportsClosing}
		if x.Kind == report.Yearly {
			c.Label = words.Fill(words.ReportsYear, strconv.Itoa(x.Year))
		}
		out = append(out, c)
	}
	return out
}

// Years are the choices from one year back to another, after "every year".
func Years(newest, oldest int) []kit.Choice {
	out := []kit.Choice{{Label: words.ExemplarsEvery}}
	for y := newest; y >= oldest && oldest > 0; y-- {
		out = append(out, kit.Choice{Key: strconv.Itoa(y), Label: words.Fill(words.ReportsYear, strconv.Itoa(y))})
	}
	return out
}
