package task

import "time"

// Pause puts something off until the hand rests: what is typed is kept then, not at
// every key. The zero value is ready; it belongs to the UI goroutine.
type Pause struct {
	timer *time.Timer
	turn  int
	wait  func()
}

// rest is how long nothing is typed before the hand rests.
const rest = time.Second

// Then does something once the hand rests, in place of what was put off before.
func (p *Pause) Then(r *Runner, do func()) {
	p.Stop()
	if r.Inline {
		do()
		return
	}
	p.wait = do
	turn := p.turn
	p.timer = time.AfterFunc(rest, func() {
		r.deliver(func() {
			if p.turn == turn {
				p.Now()
			}
		})
	})
}

// Now does at once what was put off, if anything was.
func (p *Pause) Now() {
	if do := p.wait; do != nil {
		p.Stop()
		do()
	}
}

// Stop gives up what was put off.
func (p *Pause) Stop() {
	p.turn++
	p.wait = nil
	if p.timer != nil {
		p.timer.Stop()
		p.timer = nil
	}
}
