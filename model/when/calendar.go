package when

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync"

	"thidua/model/fault"
)

// Calendar tells the working days of a Vietnamese office: Monday to Friday, less
// the holidays of Bộ luật Lao động 45/2019/QH14, Điều 112, less the day off that
// makes up for a holiday on a weekend (Điều 111.3), with what each year's notice
// shifts laid over it as data. Start at NewCalendar; a Calendar may be
// asked from several sides at once.
type Calendar struct {
	special map[Date]SpecialDay
	mu      sync.Mutex
	years   map[int]map[Date]string
}

// SpecialDay is a day on which a year differs from the law's pattern: off although
// it would be worked (hoán đổi, nghỉ bù), or worked although it would be off (làm bù).
type SpecialDay struct {
	Date   Date   `json:"date"`
	Off    bool   `json:"off"`
	Name   string `json:"name"`
	Source string `json:"source,omitempty"`
}

// NewCalendar makes a calendar; of two special days on one date the later in the list counts.
func NewCalendar(special []SpecialDay) *Calendar {
	c := &Calendar{special: make(map[Date]SpecialDay, len(special)), years: map[int]map[Date]string{}}
	for _, s := range special {
		c.special[s.Date] = s
	}
	return c
}

// ParseSpecialDays reads the list that ships with the program or an office keeps.
// It answers "when.bad-days" for what is no such list, and for a day without a date.
func ParseSpecialDays(text []byte) ([]SpecialDay, error) {
	var out []SpecialDay
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		return nil, fault.New(fault.Invalid, "when.bad-days").Because(err)
	}
	for _, s := range out {
		if !s.Date.Exact() || s.Name == "" {
			return nil, fault.New(fault.Invalid, "when.bad-days")
		}
	}
	return out, nil
}

// Off tells whether a day is not worked, and the holiday's name: "" on a plain weekend.
func (c *Calendar) Off(d Date) (name string, off bool) {
	if s, ok := c.special[d]; ok {
		return s.Name, s.Off
	}
	if name, ok := c.year(d.Year())[d]; ok {
		return name, true
	}
	return "", weekend(d)
}

// Holiday is a day off by law.
type Holiday struct {
	Date Date
	Name string
}

// Holidays lists the days off of a year that are more than weekends, in order:
// the law's, those that make up for them, and the year's own.
func (c *Calendar) Holidays(year int) []Holiday {
	var out []Holiday
	for d, name := range c.year(year) {
		if s, ok := c.special[d]; !ok || s.Off {
			out = append(out, Holiday{d, name})
		}
	}
	for d, s := range c.special {
		if _, lawful := c.year(year)[d]; s.Off && !lawful && d.Year() == year {
			out = append(out, Holiday{d, s.Name})
		}
	}
	slices.SortFunc(out, func(a, b Holiday) int { return int(a.Date - b.Date) })
	return out
}

// WorkingDaysBetween counts the working days after from, up to and with to: what
// has gone of a time limit that began on from. It is negative when to is earlier.
func (c *Calendar) WorkingDaysBetween(from, to Date) int {
	if to < from {
		return -c.WorkingDaysBetween(to, from)
	}
	n := 0
	for d := from.AddDays(1); d <= to; d = d.AddDays(1) {
		if _, off := c.Off(d); !off {
			n++
		}
	}
	return n
}

// AddWorkingDays gives the last day of a limit of n working days that begins on
// d: the n-th working day after it, d itself not counted; before it for a negative n.
func (c *Calendar) AddWorkingDays(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDays(step)
		if _, off := c.Off(d); !off {
			n--
		}
	}
	return d
}

// year gives the lawful days off of a year by date, weekends that are no holiday left out.
func (c *Calendar) year(y int) map[Date]string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m, ok := c.years[y]; ok {
		return m
	}
	m := lawful(y)
	c.years[y] = m
	return m
}

// lawful is the holidays of one year by Điều 112 with the days that make up for
// those on a weekend: the next day that would otherwise be worked (Điều 111.3).
func lawful(y int) map[Date]string {
	m := map[Date]string{}
	add := func(d Date, name string) { m[d] = name }
	add(Of(y, 1, 1), "Tết Dương lịch")
	if tet := Tet(y); tet != 0 {
		// One day of the old year and four of the new; the Prime Minister may choose
		// two and three, which is then laid over as data.
		for i := -1; i < 4; i++ {
			add(tet.AddDays(i), "Tết Âm lịch")
		}
		if d, ok := (Lunar{Year: y, Month: 3, Day: 10}).Date(); ok {
			add(d, "Giỗ Tổ Hùng Vương")
		}
	}
	add(Of(y, 4, 30), "Ngày Chiến thắng")
	add(Of(y, 5, 1), "Quốc tế lao động")
	add(Of(y, 9, 2), "Quốc khánh")
	// One more day, before or after, as each year's notice says; so far always the
	// one that makes the rest longer.
	switch weekday(Of(y, 9, 2)) {
	case 2, 3, 5, 6: // Tuesday, Wednesday, Friday, Saturday
		add(Of(y, 9, 1), "Quốc khánh")
	default:
		add(Of(y, 9, 3), "Quốc khánh")
	}
	var made []Date
	for d := range m {
		if weekend(d) {
			made = append(made, d)
		}
	}
	slices.Sort(made)
	for _, d := range made {
		for free := d.AddDays(1); ; free = free.AddDays(1) {
			if _, taken := m[free]; !taken && !weekend(free) {
				m[free] = "Nghỉ bù " + m[d]
				break
			}
		}
	}
	// Not of Điều 112, so it is not made up for (NQ 28/2026/QH16, from 01/7/2026).
	if y >= 2026 {
		add(Of(y, 11, 24), "Ngày Văn hóa Việt Nam")
	}
	return m
}

// weekday is 0 for Sunday to 6 for Saturday.
func weekday(d Date) int { return int(d.Time().Weekday()) }

func weekend(d Date) bool { w := weekday(d); return w == 0 || w == 6 }
