package press

// page is one page laid out: strips with the y of their tops, from the body's top.
type page struct {
	number int // in its part, from 1
	strips []placed
}

type placed struct {
	y float64
	s *strip
}

// likely is how many strips a page has at most, as a rule.
const likely = 48

// paginate lays strips on pages of a height. It breaks only where no strip is to
// be kept with the next, goes back as far as the page's top to find such a place,
// and breaks anyway when there is none. Heading rows come again where a table's
// row begins a page.
func paginate(strips []strip, height float64, emit func(page) error) error {
	number := 1
	for i := 0; i < len(strips); {
		pg := page{number: number, strips: make([]placed, 0, 1+min(len(strips)-i, likely))}
		y := 0.0
		top := i
		if h := strips[i].head; h != nil {
			pg.strips = append(pg.strips, placed{0, h})
			y = h.height
		}
		first := len(pg.strips)
		j := i
		for ; j < len(strips); j++ {
			s := &strips[j]
			if s.newPage {
				break
			}
			before := s.before
			if j == top {
				before = 0
			}
			if y+before+s.height > height+slip && j > top {
				break
			}
			y += before
			pg.strips = append(pg.strips, placed{y, s})
			y += s.height
		}
		next := j
		if j < len(strips) && strips[j].newPage {
			next = j + 1
		} else if j < len(strips) {
			for k := j; k > top; k-- {
				if !strips[k-1].keep {
					next = k
					break
				}
			}
			pg.strips = pg.strips[:first+min(next, j)-top]
		}
		if len(pg.strips) > first || number == 1 {
			if err := emit(pg); err != nil {
				return err
			}
			number++
		}
		i = next
	}
	if number == 1 { // nothing to set: one empty page, as a word processor has it
		return emit(page{number: 1})
	}
	return nil
}
