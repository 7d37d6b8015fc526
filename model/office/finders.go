package office

import (
	"slices"

	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// unitFinder lets intake ask the registry.
type unitFinder struct{ book *registry.Book }

// FindUnits finds by name; a person's answer names a unit by its code of that day.
func (f unitFinder) FindUnits(text string, on when.Date) []intake.UnitCandidate {
	for _, u := range f.book.WithCode(text, on) {
		if v, ok := u.At(on); ok {
			return []intake.UnitCandidate{{ID: u.ID, Code: v.Code, Name: v.Name, Names: []string{v.Name, v.Official, v.Short}, Score: 100}}
		}
	}
	found := f.book.Match(text, on)
	out := make([]intake.UnitCandidate, 0, len(found))
	for _, c := range found {
		u := intake.UnitCandidate{ID: c.Unit, Code: c.Code, Name: c.Name, Names: []string{c.Name, c.Official, c.Short}, Score: c.Score, Ended: c.Ended}
		if c.Within {
			u.Why = "within"
		}
		if c.Ended != 0 {
			heirs, _ := f.book.Heirs(c.Unit, on)
			for _, h := range heirs {
				if v, ok := f.book.Near(h, on); ok {
					u.Successors = append(u.Successors, v.Name)
				}
			}
		}
		out = append(out, u)
	}
	return out
}

// personFinder lets intake ask who is known already.
type personFinder struct {
	byNumber map[string][]int
	byName   map[string][]int
	byFold   map[string][]int
	people   []registry.Nominee
	apart    map[[2]int64]bool // pairs a person has told apart
	units    *registry.Book
	today    when.Date
}

func newPersonFinder(people []registry.Nominee, apart []registry.NotSame, units *registry.Book, today when.Date) *personFinder {
	f := &personFinder{byNumber: map[string][]int{}, byName: map[string][]int{}, byFold: map[string][]int{}, people: people,
		apart: map[[2]int64]bool{}, units: units, today: today}
	for _, p := range apart {
		f.apart[[2]int64{p.A, p.B}] = true
	}
	for i, p := range people {
		if p.IDNumber != "" {
			f.byNumber[p.IDNumber] = append(f.byNumber[p.IDNumber], i)
		}
		f.byName[viet.Key(p.Name)] = append(f.byName[viet.Key(p.Name)], i)
		f.byFold[viet.Fold(p.Name)] = append(f.byFold[viet.Fold(p.Name)], i)
	}
	return f
}

// FindPeople scores the known people a row may mean: the same number and name is
// certain; the same name with tones, birth and unit nearly so; a day of birth one
// slip away leaves a candidate; a name that agrees only without tones is a candidate
// among others (Hùng, Hưng, Hứng). Whom a person has told apart from the best
// candidate is not asked about again.
func (f *personFinder) FindPeople(p intake.Person) []intake.PersonCandidate {
	best := map[int]int{}
	take := func(i, score int) { best[i] = max(best[i], score) }
	name := viet.Key(p.Name)
	if p.IDNumber != "" {
		for _, i := range f.byNumber[p.IDNumber] {
			if viet.Key(f.people[i].Name) == name {
				take(i, 100)
			} else {
				take(i, 90)
			}
		}
	}
	for _, i := range f.byName[name] {
		k := f.people[i]
		if p.IDNumber != "" && k.IDNumber != "" && p.IDNumber != k.IDNumber {
			continue // two numbers are two people
		}
		score := 55
		if p.Birth != 0 && k.Birth != 0 {
			switch {
			case agree(p.Birth, k.Birth):
				score += 25
			case !intake.BirthSlip(p.Birth, k.Birth):
				score -= 25
			}
		}
		if p.UnitID != 0 && k.Unit != 0 {
			if p.UnitID == k.Unit {
				score += 15
			} else {
				score -= 5
			}
		}
		take(i, score)
	}
	if len(best) == 0 && p.Birth.Exact() {
		for _, i := range f.byFold[viet.Fold(p.Name)] {
			if f.people[i].Birth == p.Birth {
				take(i, 50)
			}
		}
	}
	out := make([]intake.PersonCandidate, 0, len(best))
	for i, score := range best {
		if score < 50 {
			continue
		}
		k := f.people[i]
		c := intake.PersonCandidate{ID: k.ID, Name: k.Name, Birth: k.Birth, IDNumber: k.IDNumber, Unit: k.UnitText, Score: score}
		if v, ok := f.units.Near(k.Unit, f.today); ok {
			c.Unit = v.Name
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b intake.PersonCandidate) int {
		if a.Score != b.Score {
			return b.Score - a.Score
		}
		return int(a.ID - b.ID)
	})
	if len(out) > 1 && out[0].Score >= nearlyCertain && f.told(out[0].ID, out[1:]) {
		out = out[:1]
		out[0].Score = 100
	}
	return out
}

// nearlyCertain is the score of one who agrees in name, birth and unit.
const nearlyCertain = 95

func (f *personFinder) told(id int64, others []intake.PersonCandidate) bool {
	return !slices.ContainsFunc(others, func(c intake.PersonCandidate) bool { return !f.apart[[2]int64{min(id, c.ID), max(id, c.ID)}] })
}

// agree tells that two dates do not contradict each other as far as both are known.
func agree(a, b when.Date) bool {
	if a.Year() != b.Year() {
		return false
	}
	if a.Month() != 0 && b.Month() != 0 && a.Month() != b.Month() {
		return false
	}
	return a.Day() == 0 || b.Day() == 0 || a.Day() == b.Day()
}
