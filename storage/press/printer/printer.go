// Package printer puts finished papers on paper: on Windows through the system's
// own print dialog and GDI, elsewhere through lp.
//
// Start at Print. Each Job is one print job of the system under its own name, so
// that a pile of dossiers comes out in order and a jam spoils one of them only.
//
// It promises: pages keep their size and place to the millimetre, whatever margins
// the printer cannot print in; jobs are sent in the order given, each as often as
// asked; stopping ends the job being sent and sends no more. It keeps no log and
// marks no re-print: the office does, from the Result.
//
// Glossary: printer — máy in; Job — lệnh in.
package printer

import (
	"context"

	"thidua/model/fault"
	"thidua/storage/press/preview"
)

// Job is one paper or dossier to print.
type Job struct {
	Title  string // what the system's print queue calls it
	PDF    []byte
	Copies int // 0 is 1; the copies asked for in the dialog come on top of these
}

// Options say where and how.
type Options struct {
	// Printer names the printer; empty asks in the dialog, or takes lp's default.
	Printer string
	// Progress is told each page sent: job and page from 1. May be nil.
	Progress func(job, page int)
}

// Result is what was sent.
type Result struct {
	Printer  string // its name, where the system tells it
	Jobs     int    // sent whole, copies not counted
	Pages    int    // sent, copies counted
	Canceled bool   // the person closed the dialog without printing
}

// Print prints jobs. The renderer draws the pages where the system takes pictures.
// It answers "press.no-printer" when there is none and "press.print" when the
// system refuses a job; Result tells what had been sent until then.
func Print(ctx context.Context, r *preview.Renderer, jobs []Job, opt Options) (Result, error) {
	if len(jobs) == 0 {
		return Result{}, fault.New(fault.Invalid, "press.nothing-to-print")
	}
	if err := ctx.Err(); err != nil {
		return Result{}, stopped(err)
	}
	return send(ctx, r, jobs, opt)
}

// Names are the printers this PC knows, as the system lists them; none where there
// is no printing at all.
func Names(ctx context.Context) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, stopped(err)
	}
	return names(ctx)
}

func stopped(err error) error { return fault.New(fault.Canceled, "press.print-stopped").Because(err) }

func copies(j Job) int { return max(j.Copies, 1) }
