package when

import (
	"math"
)

// Lunar is a day of the Vietnamese lunar calendar (âm lịch).
type Lunar struct {
	Year, Month, Day int
	Leap             bool // a leap month (tháng nhuận) bears the number of the one before it
}

// The calendar's rules, reckoned at UTC+7 as Vietnam does since 1968 (QĐ
// 121-CP of 08/8/1967): a month begins on the day of the new moon; the month that holds
// the winter solstice is the 11th; when thirteen months lie between two of those,
// the first one without a major solar term (trung khí) is the leap month. New
// moons and the sun's place are computed after Meeus, Astronomical Algorithms
// (chapters 49 and 25), right to about a minute and a hundredth of a degree.
const zone = 7.0 / 24

// unixNoon is the Julian day number of 1970-01-01.
const unixNoon = 2440588

// Lunar turns an exact day into the lunar calendar. The zero Lunar is given for a
// date that is not exact, and before 1968, when the two halves of the country
// reckoned differently.
func (d Date) Lunar() Lunar {
	if !d.Exact() || !d.Valid() || d < Of(1968, 1, 29) {
		return Lunar{}
	}
	n := dayNumber(d)
	y := d.Year()
	months := lunation(y)
	// After the 11th month of its year a day belongs to the next row of months.
	if m11 := months[len(months)-1]; n >= m11.start {
		months = lunation(y + 1)
	}
	for i := len(months) - 2; i >= 0; i-- {
		if m := months[i]; n >= m.start {
			return Lunar{m.year, m.month, n - m.start + 1, m.leap}
		}
	}
	return Lunar{}
}

// Date turns a lunar day into a day of the common calendar; ok is false when that
// year has no such month or day.
func (l Lunar) Date() (d Date, ok bool) {
	if l.Year < 1968 || l.Year > 2199 || l.Day < 1 || l.Day > 30 {
		return 0, false
	}
	// The months 1 to 10 end with the solstice of their own year, 11 and 12 with the next.
	for _, y := range []int{l.Year, l.Year + 1} {
		months := lunation(y)
		for i, m := range months[:len(months)-1] {
			if m.year == l.Year && m.month == l.Month && m.leap == l.Leap {
				n := m.start + l.Day - 1
				return fromNumber(n), n < months[i+1].start
			}
		}
	}
	return 0, false
}

// Tet is the first day of the lunar year (mùng 1 Tết).
func Tet(year int) Date {
	d, _ := Lunar{Year: year, Month: 1, Day: 1}.Date()
	return d
}

// moonMonth is one month of the lunar calendar; start counts days like dayNumber.
type moonMonth struct {
	start, year, month int
	leap               bool
}

// lunation lists the months from the 11th of year-1 to the 11th of year, both in.
func lunation(year int) []moonMonth {
	first, last := solsticeMonth(year-1), solsticeMonth(year)
	count := last - first
	var out []moonMonth
	month, y := 11, year-1
	leapDone := count == 12
	for i := 0; i <= count; i++ {
		start := newMoonDay(first + i)
		if !leapDone && i > 0 && sector(start) == sector(newMoonDay(first+i+1)) {
			leapDone = true
			before := out[len(out)-1]
			out = append(out, moonMonth{start, before.year, before.month, true})
			continue
		}
		out = append(out, moonMonth{start, y, month, false})
		if month++; month > 12 {
			month, y = 1, y+1
		}
	}
	return out
}

// solsticeMonth numbers the lunation that holds the winter solstice of a year.
func solsticeMonth(year int) int {
	end := dayNumber(Of(year, 12, 31))
	k := int(math.Floor((float64(end) - 2451550.1) / 29.530588861))
	for newMoonDay(k+1) <= end {
		k++
	}
	// The sun past 270° at the month's first midnight: the solstice was before it.
	if sector(newMoonDay(k)) >= 9 {
		k--
	}
	return k
}

// dayNumber and fromNumber count days as Julian day numbers.
func dayNumber(d Date) int { return int(d.Time().Unix()/86400) + unixNoon }

func fromNumber(n int) Date { return Of(1970, 1, 1).AddDays(n - unixNoon) }

// sector is the thirty degrees the sun stands in at the first moment of a day in Vietnam.
func sector(day int) int {
	t := float64(day) - 0.5 - zone
	return int(sunLongitude(t+deltaT(t)) / 30)
}

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// newMoonDay is the day in Vietnam of the k-th new moon counted from January 2000.
func newMoonDay(k int) int {
	jde := newMoon(float64(k))
	return int(math.Floor(jde - deltaT(jde) + 0.5 + zone))
}

// newMoon is the moment of the k-th new moon in dynamical time, as a Julian day.
func newMoon(k float64) float64 {
	t := k / 1236.85
	jde := 2451550.09766 + 29.530588861*k + t*t*(0.00015437+t*(-0.000000150+t*0.00000000073))
	sun := 2.5534 + 29.10535670*k - t*t*(0.0000014+t*0.00000011)                     // its mean anomaly
	moon := 201.5643 + 385.81693528*k + t*t*(0.0107582+t*(0.00001238-t*0.000000058)) // its mean anomaly
	lat := 160.7108 + 390.67050284*k - t*t*(0.0016118+t*(0.00000227-t*0.000000011))  // argument of latitude
	node := 124.7746 - 1.56375588*k + t*t*(0.0020672+t*0.00000215)                   // ascending node
	e := 1 - t*(0.002516+t*0.0000074)                                                // the orbit's eccentricity
	for _, c := range moonTerms {
		arg := float64(c.sun)*sun + float64(c.moon)*moon + float64(c.lat)*lat
		jde += c.days * math.Pow(e, math.Abs(float64(c.sun))) * sin(arg)
	}
	return jde - 0.00017*sin(node)
}

// moonTerms are the periodic terms of the new moon, in days.
var moonTerms = []struct {
	days           float64
	sun, moon, lat int
}{
	{-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0}, {0.01608, 0, 2, 0}, {0.01039, 0, 0, 2}, {0.00739, -1, 1, 0},
	{-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0}, {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},
	{-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2}, {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
	{0.00004, 0, 2, -2}, {0.00004, 3, 0, 0}, {0.00003, 1, 1, -2}, {0.00003, 0, 2, 2}, {-0.00003, 1, 1, 2},
	{0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0},
}

// sunLongitude is the sun's apparent longitude, 0 to 360 degrees, at a moment of
// dynamical time given as a Julian day.
func sunLongitude(jde float64) float64 {
	t := (jde - 2451545) / 36525
	mean := 280.46646 + t*(36000.76983+t*0.0003032)
	anomaly := 357.52911 + t*(35999.05029-t*0.0001537)
	centre := (1.914602-t*(0.004817+t*0.000014))*sin(anomaly) + (0.019993-t*0.000101)*sin(2*anomaly) + 0.000289*sin(3*anomaly)
	l := math.Mod(mean+centre-0.00569-0.00478*sin(125.04-1934.136*t), 360)
	if l < 0 {
		l += 360
	}
	return l
}

// deltaT is how far dynamical time runs ahead of universal time, in days: a
// parabola through the values of 1968, 2000 and 2024 (38, 64 and 69 seconds), and
// the last of them from then on. A minute more or less is no matter here.
func deltaT(jd float64) float64 {
	y := min(24, (jd-2451545)/365.25)
	return (64 + y*(0.47-y*0.0107)) / 86400
}
