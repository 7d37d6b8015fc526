//go:build !windows

package printer

import (
	"bytes"
	"context"
	"os/exec"
	"strconv"
	"strings"

	"thidua/model/fault"
	"thidua/storage/press"
	"thidua/storage/press/preview"
)

// send gives each job to lp, which takes PDFs as they are: nothing is drawn here.
func send(ctx context.Context, _ *preview.Renderer, jobs []Job, opt Options) (Result, error) {
	res := Result{Printer: opt.Printer}
	lp, err := exec.LookPath("lp")
	if err != nil {
		return res, fault.New(fault.Invalid, "press.no-printer").Because(err)
	}
	for i, j := range jobs {
		if err := ctx.Err(); err != nil {
			return res, stopped(err)
		}
		pages := press.PageCount(j.PDF)
		args := []string{"-n", strconv.Itoa(copies(j)), "-t", title(j.Title), "-o", "print-scaling=none"}
		if opt.Printer != "" {
			args = append(args, "-d", opt.Printer)
		}
		cmd := exec.CommandContext(ctx, lp, append(args, "-")...)
		cmd.Stdin = bytes.NewReader(j.PDF)
		if out, err := cmd.CombinedOutput(); err != nil {
			if ctx.Err() != nil {
				return res, stopped(ctx.Err())
			}
			return res, fault.New(fault.Refused, "press.print", j.Title, strings.TrimSpace(string(out))).Because(err)
		}
		res.Jobs++
		res.Pages += pages * copies(j)
		if opt.Progress != nil {
			opt.Progress(i+1, pages)
		}
	}
	return res, nil
}

// title keeps a job's name from being read as an option or over several lines.
func title(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimLeft(s, "-")
}

// names asks CUPS. A PC without it, or with none to tell of, has no printers.
func names(ctx context.Context) ([]string, error) {
	lpstat, err := exec.LookPath("lpstat")
	if err != nil {
		return nil, nil
	}
	out, err := exec.CommandContext(ctx, lpstat, "-e").Output()
	if err != nil {
		return nil, nil // it answers so when no printer is set up
	}
	return strings.Fields(string(out)), nil
}
