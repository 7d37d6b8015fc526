package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// rest is what a window takes that nobody touches.
type rest struct {
	memory int     // resident, in kB, with what software OpenGL takes
	core   float64 // per cent of one core
}

func (r rest) String() string {
	return fmt.Sprintf("at rest: %d MB, %.1f %% of a core", r.memory>>10, r.core)
}

// restAfter is when a window has given back what its start took; restFor is how
// long it is watched then.
const (
	restAfter = 8 * time.Second
	restFor   = 20 * time.Second
)

// atRest watches processes that have just been started.
func atRest(pids func() []string) rest {
	time.Sleep(restAfter)
	_, before := uses(pids())
	time.Sleep(restFor)
	memory, after := uses(pids())
	return rest{memory, float64(after-before) / restFor.Seconds()}
}

// uses sums up processes' memory in kB and their time on the processor in
// hundredths of a second.
func uses(pids []string) (rss, ticks int) {
	for _, pid := range pids {
		status, err := os.ReadFile("/proc/" + pid + "/status")
		if err != nil {
			continue
		}
		for _, line := range strings.Split(string(status), "\n") {
			if f := strings.Fields(line); len(f) == 3 && f[0] == "VmRSS:" {
				n, _ := strconv.Atoi(f[1])
				rss += n
			}
		}
		stat, err := os.ReadFile("/proc/" + pid + "/stat")
		if err != nil {
			continue
		}
		// The name, in brackets, may hold blanks; after it come state … utime stime as 12th and 13th.
		if f := strings.Fields(string(stat[strings.LastIndex(string(stat), ")")+1:])); len(f) > 13 {
			user, _ := strconv.Atoi(f[11])
			system, _ := strconv.Atoi(f[12])
			ticks += user + system
		}
	}
	return rss, ticks
}
