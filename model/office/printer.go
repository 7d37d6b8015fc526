package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/paper"
	"thidua/model/registry"
)

// Printer puts finished papers on paper.
type Printer interface {
	// Print sends the jobs in their order, each under its own name, so that a jam
	// spoils one of them only. What was sent until a fault is told beside it. The
	// printer "" is asked for in the system's dialog, or the system's own choice.
	Print(ctx context.Context, jobs []PrintJob, on string, progress Progress) (Sent, error)
	// Names are the printers there are; none is no fault.
	Names(ctx context.Context) ([]string, error)
}

// PrintJob is one paper, or one dossier's papers, for the printer.
type PrintJob struct {
	Title  string
	PDF    []byte
	Copies int // 0 is 1
}

// Sent is what a printer took.
type Sent struct {
	Printer  string // its name, where the system tells it
	Jobs     int    // sent whole
	Pages    int
	Canceled bool // the person closed the system's dialog
}

// Misfit is a text too long for its place on a certificate.
type Misfit struct {
	Page int    // from 1
	Slot string // "Họ và tên"
	Text string
}

// CertificateSetting says on what a certificate is printed.
type CertificateSetting struct {
	Sheet string // "a4" or "a3"; "" is a4
	Plain bool   // white paper: what a blank has pre-printed is printed too
	// Printer is the one the offset was measured for: certificates go to it without
	// asking, since another would spoil the blanks. "" is whatever prints.
	Printer string `json:",omitempty"`
	Offset
}

// Offset is what a printer sets blanks off by, in millimetres to the right and down.
type Offset struct{ DX, DY float64 }

// RulerForm is the code of the ruler sheet: millimetres to lay over a blank.
const RulerForm = "thuoc-phoi"

// offsetKey is where a printer's offsets stand among the settings.
func offsetKey(printer string) string { return "phoi/" + printer }

// Offsets are what a printer is off by, as measured with the ruler sheet; the
// printer "" is whatever prints.
func (o *Office) Offsets(ctx context.Context, printer string) (c CertificateSetting, err error) {
	err = o.read(ctx, func(tx Tx) error {
		c, err = offsetsOf(ctx, tx, printer)
		return err
	})
	return c, err
}

func offsetsOf(ctx context.Context, tx Tx, printer string) (c CertificateSetting, err error) {
	list, err := tx.Settings().Find(ctx, SettingFilter{Prefix: offsetKey(printer)})
	if err != nil {
		return c, err
	}
	for _, s := range list {
		if s.Key != offsetKey(printer) {
			continue
		}
		if err := json.Unmarshal([]byte(s.Value), &c); err != nil {
			return c, fault.New(fault.Internal, "office.bad-table", s.Key, err.Error()).Because(err)
		}
	}
	return c, nil
}

// SaveOffsets remembers what a printer is off by.
func (o *Office) SaveOffsets(ctx context.Context, printer string, c CertificateSetting) error {
	b, err := json.Marshal(c)
	if err != nil {
		return fault.New(fault.Internal, "office.bad-table", printer, err.Error()).Because(err)
	}
	_, err = o.SaveSetting(ctx, Setting{Key: offsetKey(printer), Value: string(b)})
	return err
}

// Printers are the names of the printers this PC knows.
func (o *Office) Printers(ctx context.Context) ([]string, error) {
	if o.ports.Printer == nil {
		return nil, nil
	}
	return o.ports.Printer.Names(ctx)
}

// Misfits lists the texts of a paper that do not fit their places, so that no
// blank is wasted on them; papers other than certificates have none.
func (o *Office) Misfits(ctx context.Context, doc *paper.Document) ([]Misfit, error) {
	return o.ports.Press.Misfits(ctx, doc)
}

func sheetOf(name string) paper.Sheet {
	if name == "a3" {
		return paper.SheetA3
	}
	return paper.SheetA4
}

// PrintOut prints one paper on the printer; packs, one job a dossier.
func (o *Office) PrintOut(ctx context.Context, order Print, copies int, p Progress) (Sent, error) {
	if order.Form == PackForm {
		return o.printPacks(ctx, order, p)
	}
	out, err := o.Set(ctx, order, "pdf")
	if err != nil {
		return Sent{}, err
	}
	return o.send(ctx, []PrintJob{{Title: out.Document.Title, PDF: out.Data, Copies: copies}},
		[]Printing{{Form: order.Form, Dossier: order.Dossier, Decision: order.Decision}}, order.Certificate.Printer, p)
}

// send prints jobs and logs what left; what printed before a fault is logged too.
func (o *Office) send(ctx context.Context, jobs []PrintJob, records []Printing, on string, p Progress) (Sent, error) {
	if o.ports.Printer == nil {
		return Sent{}, fault.New(fault.NotFound, "office.no-printer")
	}
	sent, err := o.ports.Printer.Print(ctx, jobs, on, p)
	if sent.Jobs == 0 {
		return sent, err
	}
	perJob := len(records) / len(jobs)
	kept := records[:sent.Jobs*perJob]
	again, detail := false, ""
	lerr := o.read(ctx, func(tx Tx) error {
		before, err := tx.Printings().Find(ctx, PrintingFilter{})
		for i := range kept {
			sum := sha256.Sum256(jobs[i/perJob].PDF)
			r := &kept[i]
			r.Hash, r.File, r.At, r.Officer = hex.EncodeToString(sum[:]), sent.Printer, o.ports.Clock.Now(), o.officer
			for _, b := range before {
				again = again || b.Hash == r.Hash
			}
		}
		return err
	})
	if lerr != nil {
		return sent, lerr
	}
	detail = fmt.Sprintf("In ra máy in %s: %s", sent.Printer, jobs[0].Title)
	if len(jobs) > 1 {
		detail = fmt.Sprintf("In ra máy in %s: %d bộ hồ sơ", sent.Printer, sent.Jobs)
	}
	if again {
		detail = "In lại: " + detail
	}
	_, lerr = o.act(ctx, "print", detail, func(tx Tx) error { return putAll(ctx, tx.Printings(), kept) })
	if err == nil {
		err = lerr
	}
	return sent, err
}

// Gap is a fact a paper leaves a blank for, and the dossier it belongs to.
type Gap struct {
	Dossier int64
	Name    string
	Field   string // of the dossier: "position", "unit", "achievement" …
}

// Gaps lists what the listed dossiers of a paper do not say, so that it can be
// filled in before the paper is printed.
func (o *Office) Gaps(ctx context.Context, p Print) (gaps []Gap, err error) {
	if p.Day == 0 {
		p.Day = o.Today()
	}
	if f, ok := form.ByCode(p.Form); ok && !f.NamesNominees() {
		return nil, nil
	}
	err = o.read(ctx, func(tx Tx) error {
		d, err := o.desk(ctx, tx, p)
		if err != nil || p.Decision != 0 {
			return err
		}
		ds, err := d.chosen()
		if fault.KindOf(err) == fault.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		for _, x := range ds {
			for _, f := range []struct {
				field string
				empty bool
			}{
				{"unit", x.Unit == 0 && x.UnitText == "" && x.Kind != registry.Collective},
				{"position", x.Position == "" && x.Kind == registry.Individual},
				{"gender", x.Gender == "" && x.Honorific == "" && x.Kind == registry.Individual},
				// Where a household lives only a commune tells beside its address.
				{"address", x.Address == "" && x.Kind == registry.Household && !strings.HasPrefix(officialUnit(d.units, x, p.Day), "Ủy ban nhân dân ")},
				{"achievement", x.Achievement == ""},
			} {
				if f.empty {
					gaps = append(gaps, Gap{Dossier: x.ID, Name: x.Name, Field: f.field})
				}
			}
		}
		return nil
	})
	return gaps, err
}
