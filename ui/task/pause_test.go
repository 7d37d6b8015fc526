package task

import "testing"

// What was put off is done once, the newest of it, when the hand rests.
func TestAPauseWaitsForTheHandToRest(t *testing.T) {
	r, d := runner(t)
	var p Pause
	var did []string
	put := func(what string) { p.Then(r, func() { did = append(did, what) }) }
	put("a")
	put("b")
	d.one(t)
	if len(did) != 1 || did[0] != "b" {
		t.Fatalf("%v", did)
	}
	put("c")
	p.Now()
	p.Now()
	if len(did) != 2 || did[1] != "c" {
		t.Errorf("at once: %v", did)
	}
	put("d")
	p.Stop()
	p.Now()
	if len(did) != 2 {
		t.Errorf("given up, and done all the same: %v", did)
	}
	r.Inline = true
	if put("e"); len(did) != 3 {
		t.Errorf("inline: %v", did)
	}
}
