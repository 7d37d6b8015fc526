package viet

// Distance is how many letters must be added, dropped or changed to make one text of
// the other (Levenshtein), given up with most+1 as soon as it must exceed most: how
// far apart two words are that may be slips of typing.
func Distance(a, b []rune, most int) int {
	if n := len(a) - len(b); n > most || -n > most {
		return most + 1
	}
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		low := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			low = min(low, cur[j])
		}
		if low > most {
			return most + 1
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}
