package viet

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		most int
		want int
	}{
		{"", "", 0, 0},
		{"phan rang", "phan rang", 2, 0},
		{"phan rang", "phan rag", 2, 1},
		{"phan rang", "phna rang", 2, 2},
		{"thuan nam", "thuan bac", 1, 2}, // two letters, given up
		{"thuan nam", "thuan bac", 3, 2},
		{"a", "abcde", 2, 3}, // lengths alone tell
		{"xã", "xạ", 1, 1},
	} {
		for _, d := range []int{Distance([]rune(c.a), []rune(c.b), c.most), Distance([]rune(c.b), []rune(c.a), c.most)} {
			if d != c.want {
				t.Errorf("%q, %q within %d: %d, want %d", c.a, c.b, c.most, d, c.want)
			}
		}
	}
}
