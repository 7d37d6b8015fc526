package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"thidua/model/award"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/paper"
	"thidua/model/registry"
	"thidua/model/when"
)

// Print says which paper to print, of what.
type Print struct {
	Form     string
	Movement string // code; "" for the newest
	Award    string // narrows lists to one award
	Dossier  int64
	Decision int64
	Session  int64  // of the council; 0 for the latest of the movement
	Unit     string // code
	Year     int
	Closing  bool   // the template of the closing report instead of a year's
	Cluster  string // code of the cluster whose places are printed; "" is each on a sheet of its own
	Reminder int64  // which letter of đôn đốc; 0 drafts one to those who owe now
	Period   string // of statistics, as report.ParseSpan reads it; "" is the Year
	// Honours are the lines of the register to print; nil is every one that Year,
	// Award, Unit and Decision leave.
	Honours []int64
	// Certificate says on what certificates are printed; the zero value takes what
	// was remembered.
	Certificate CertificateSetting
	// Urgency marks a paper that is to be carried faster.
	Urgency paper.Urgency
	// Day is the day whose wording is used; zero is today.
	Day when.Date
}

// Forms lists the official papers that can be printed.
func (o *Office) Forms() []form.Form {
	var out []form.Form
	for _, f := range form.All() {
		if _, ok := papers[f.Code]; ok {
			out = append(out, f)
		}
		if f.Code == "phieu-tham-dinh" { // the last of a dossier's own papers
			out = append(out, packForm())
		}
	}
	return out
}

// papers is the printing desk: how each paper gets its facts. A new paper is one
// line here and one file in model/form.
var papers = map[string]func(*desk) (form.Paper, error){
	"to-trinh":              (*desk).proposal,
	"to-trinh-thu-tuong":    (*desk).toPremier,
	"to-trinh-ubtvqh":       (*desk).toAssembly,
	"bang-tien-do":          (*desk).progress,
	"danh-sach":             (*desk).list,
	"trich-ngang":           (*desk).profiles,
	"tom-tat":               (*desk).summary,
	"bao-cao-thanh-tich":    (*desk).merit,
	"phieu-tham-dinh":       (*desk).appraisal,
	"phieu-tiep-nhan":       (*desk).receipt,
	"cong-van-bo-sung":      (*desk).supplement,
	"cong-van-xac-minh":     (*desk).inquiry,
	"phieu-bau":             (*desk).ballot,
	"bien-ban-kiem-phieu":   (*desk).count,
	"bien-ban-hop":          (*desk).minutes,
	"quyet-dinh":            (*desk).decision,
	"quyet-dinh-huy-bo":     (*desk).revocation,
	"quyet-dinh-dieu-chinh": (*desk).correction,
	"so-quy":                (*desk).fundBook,
	"bang-khen":             (*desk).certificates,
	"tien-thuong":           (*desk).money,
	"so-khen-thuong":        (*desk).register,
	"huong-dan":             (*desk).guidance,
	"cong-van-don-doc":      (*desk).chase,
	"danh-sach-dien-hinh":   (*desk).exemplarList,
	"bang-xep-hang":         (*desk).ranking,
	"mau-bao-cao":           (*desk).template,
	"bao-cao-hang-nam":      (*desk).yearReport,
	"bao-cao-tong-ket":      (*desk).closingReport,
	"bieu-0601":             (*desk).statistic,
	"bieu-0602":             (*desk).statistic,
	"bieu-0603":             (*desk).statistic,
	"bieu-0604":             (*desk).statistic,
	"bieu-0605":             (*desk).statistic,
	"bieu-0701":             (*desk).statistic,
	"bieu-0702":             (*desk).statistic,
	"bieu-0703":             (*desk).statistic,
}

// Paper makes a paper from what is stored; nothing is written.
func (o *Office) Paper(ctx context.Context, p Print) (doc *paper.Document, err error) {
	if p.Form == PackForm {
		return o.packPaper(ctx, p)
	}
	make, ok := papers[p.Form]
	if !ok {
		return nil, fault.New(fault.NotFound, "office.no-form", p.Form).At("form")
	}
	if p.Day == 0 {
		p.Day = o.Today()
	}
	err = o.read(ctx, func(tx Tx) error {
		d, err := o.desk(ctx, tx, p)
		if err != nil {
			return err
		}
		facts, err := make(d)
		if err != nil {
			return err
		}
		doc = facts.Document()
		return nil
	})
	return doc, err
}

// Printed is a paper set in type.
type Printed struct {
	Document *paper.Document
	Kind     string // pdf, docx, xlsx
	Data     []byte
	Again    bool // the same bytes left the program before
}

// Set makes a paper and sets it in type without logging anything: for a preview.
func (o *Office) Set(ctx context.Context, p Print, kind string) (Printed, error) {
	var b bytes.Buffer
	if p.Form == RulerForm {
		doc := &paper.Document{Code: RulerForm, Title: "Tờ thước đo phôi"}
		err := o.ports.Press.Ruler(ctx, &b, sheetOf(p.Certificate.Sheet), p.Certificate.Offset)
		return Printed{Document: doc, Kind: "pdf", Data: b.Bytes()}, err
	}
	doc, err := o.Paper(ctx, p)
	if err != nil {
		return Printed{}, err
	}
	if p.Certificate == (CertificateSetting{}) {
		if p.Certificate, err = o.Offsets(ctx, ""); err != nil {
			return Printed{}, err
		}
	}
	if err := o.ports.Press.Set(ctx, &b, doc, kind, p.Certificate.Offset); err != nil {
		return Printed{}, err
	}
	return Printed{Document: doc, Kind: kind, Data: b.Bytes()}, nil
}

// PrintTo sets a paper in type, writes it and logs that it left the program; a
// re-print of the very same paper is marked as such.
func (o *Office) PrintTo(ctx context.Context, p Print, file, kind string, w io.Writer) (Printed, error) {
	out, err := o.Set(ctx, p, kind)
	if err != nil {
		return out, err
	}
	sum := sha256.Sum256(out.Data)
	rec := Printing{Form: p.Form, Dossier: p.Dossier, Decision: p.Decision, File: file, Hash: hex.EncodeToString(sum[:]), At: o.ports.Clock.Now(), Officer: o.officer}
	err = o.read(ctx, func(tx Tx) error {
		if m, err := movementOf(ctx, tx, p.Movement); err == nil {
			rec.Movement = m.ID
		}
		before, err := tx.Printings().Find(ctx, PrintingFilter{Form: p.Form})
		out.Again = slices.ContainsFunc(before, func(b Printing) bool { return b.Hash == rec.Hash })
		return err
	})
	if err != nil {
		return out, err
	}
	if _, err := w.Write(out.Data); err != nil {
		return out, fault.New(fault.Store, "office.cannot-write", file).Because(err)
	}
	detail := "In " + out.Document.Title
	if out.Again {
		detail = "In lại " + out.Document.Title
	}
	_, err = o.act(ctx, "print", detail, func(tx Tx) error { return tx.Printings().Put(ctx, &rec) })
	return out, err
}

// View opens a paper's pages to be looked at; nil where this PC cannot show them.
func (o *Office) View(ctx context.Context, p Printed) (Sheaf, error) {
	if o.ports.Viewer == nil || p.Kind != "pdf" {
		return nil, nil
	}
	return o.ports.Viewer.Open(ctx, p.Data)
}

// Printings lists what left the program as paper, newest first.
func (o *Office) Printings(ctx context.Context, f PrintingFilter) (list []Printing, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Printings().Find(ctx, f)
		return err
	})
	return list, err
}

// desk holds what the papers of one print job are made from.
type desk struct {
	office   *Office
	ctx      context.Context
	tx       Tx
	print    Print
	texts    *form.Texts
	units    *registry.Book
	cat      *award.Catalogue
	roads    []dossier.Road
	movement movement.Movement
}

func (o *Office) desk(ctx context.Context, tx Tx, p Print) (*desk, error) {
	d := &desk{office: o, ctx: ctx, tx: tx, print: p}
	var err error
	if d.texts, err = textsOf(ctx, tx); err != nil {
		return nil, err
	}
	if d.units, err = registryOf(ctx, tx); err != nil {
		return nil, err
	}
	if d.cat, err = catalogueOf(ctx, tx); err != nil {
		return nil, err
	}
	if _, ok := d.cat.Award(p.Award); !ok && p.Award != "" {
		return nil, fault.New(fault.NotFound, "office.no-award", p.Award).At("award")
	}
	if d.roads, err = tx.Roads().Find(ctx, All{}); err != nil {
		return nil, err
	}
	switch {
	case p.Decision != 0:
		q, err := tx.Decisions().Get(ctx, p.Decision)
		if err != nil {
			return nil, err
		}
		if q.Movement != 0 { // a decision of past years may belong to none
			d.movement, err = tx.Movements().Get(ctx, q.Movement)
		}
		return d, err
	case p.Session != 0:
		s, err := tx.Sessions().Get(ctx, p.Session)
		if err != nil {
			return nil, err
		}
		d.movement, err = tx.Movements().Get(ctx, s.Movement)
		return d, err
	case p.Dossier != 0:
		x, err := tx.Dossiers().Get(ctx, p.Dossier)
		if err != nil {
			return nil, err
		}
		d.movement, err = tx.Movements().Get(ctx, x.Movement)
		return d, err
	}
	d.movement, err = movementOf(ctx, tx, p.Movement)
	return d, err
}

func (d *desk) frame() form.Frame {
	return form.Frame{Texts: d.texts, Day: d.print.Day, Head: form.Letterhead{Urgency: d.print.Urgency}}
}

func (d *desk) about() form.Movement {
	m := form.Movement{Name: d.movement.Name, Merit: d.movement.Achievement, From: d.movement.From, Last: d.movement.LastDay()}
	for _, r := range d.movement.Basis {
		m.Basis = append(m.Basis, r.String())
	}
	return m
}

// listed are the dossiers lists carry: highest award first, within it collectives,
// households, individuals, within those the order set by hand.
func (d *desk) listed(stages ...dossier.Stage) ([]dossier.Dossier, error) {
	ds, err := d.tx.Dossiers().Find(d.ctx, DossierFilter{Movement: d.movement.ID, Award: d.print.Award, Stages: stages})
	if err != nil {
		return nil, err
	}
	ds = slices.DeleteFunc(ds, func(x dossier.Dossier) bool { return !x.Listed() })
	place := map[string]int{}
	for i, a := range d.cat.Awards {
		place[a.Code] = i + 1
	}
	sort.SliceStable(ds, func(i, j int) bool { return place[ds[i].Award] < place[ds[j].Award] })
	return ds, nil
}

func (d *desk) lines(ds []dossier.Dossier) []form.Line {
	out := make([]form.Line, 0, len(ds))
	for _, x := range ds {
		l := form.Line{Kind: form.Kind(x.Kind), Honorific: x.Honorific, Gender: x.Gender, Name: x.Name, Post: x.Position,
			Unit: officialUnit(d.units, x, d.print.Day), Address: x.Address, Birth: x.Birth, Ethnicity: x.Ethnicity, IDNumber: x.IDNumber,
			Achievement: x.Achievement, Award: d.cat.Name(x.Award), Ground: x.Ground}
		if v, ok := d.units.Near(x.Unit, d.print.Day); ok && x.Kind == registry.Collective && v.Named(x.Name) {
			l.Unit = "" // the collective is the unit itself
			l.Name = v.Official
		}
		out = append(out, l)
	}
	return out
}

func (d *desk) awards() []form.Award {
	var out []form.Award
	for _, a := range d.cat.Awards {
		out = append(out, d.award(a))
	}
	return out
}

func (d *desk) award(a award.Award) form.Award {
	f := form.Award{Name: a.Name, Decider: a.Decider, Above: a.Level == award.State || a.Level == award.Central}
	if roads := roadsFor(d.roads, d.movement, a.Code); len(roads) > 0 {
		f.Via = roads[0].Via
	}
	return f
}

// none says that nothing is there to list: in the movement, or of the award asked for.
func (d *desk) none() error {
	if d.print.Award != "" {
		return fault.New(fault.NotFound, "office.no-dossiers-award", d.movement.Name, d.cat.Name(d.print.Award))
	}
	return fault.New(fault.NotFound, "office.no-dossiers", d.movement.Name)
}

func (d *desk) proposal() (form.Paper, error) {
	ds, err := d.listed()
	if err != nil {
		return nil, err
	}
	return d.proposalOf(ds)
}

func (d *desk) proposalOf(ds []dossier.Dossier) (form.Paper, error) {
	if len(ds) == 0 {
		return nil, d.none()
	}
	if d.base(d.print.Award) {
		return d.ownProposals(ds)
	}
	all, err := d.tx.Dossiers().Find(d.ctx, DossierFilter{Movement: d.movement.ID, Award: d.print.Award})
	if err != nil {
		return nil, err
	}
	p := form.Proposal{Frame: d.frame(), Movement: d.about(), Awards: d.awards(), Lines: d.lines(ds), Dossiers: len(all), Refused: len(all) - len(ds)}
	if p.Units, err = d.proposers(all); err != nil {
		return nil, err
	}
	return p, nil
}

// proposers counts the bodies that handed something in.
func (d *desk) proposers(ds []dossier.Dossier) (int, error) {
	subs, err := d.tx.Submissions().Find(d.ctx, SubmissionFilter{Movement: d.movement.ID})
	if err != nil {
		return 0, err
	}
	used := map[int64]bool{}
	for _, x := range ds {
		used[x.Submission] = true
	}
	who := map[string]bool{}
	for _, s := range subs {
		if !used[s.ID] {
			continue
		}
		key := strings.ToLower(s.UnitText)
		if s.Unit != 0 {
			key = fmt.Sprint(s.Unit)
		}
		if key != "" {
			who[key] = true
		}
	}
	return len(who), nil
}

func (d *desk) list() (form.Paper, error) {
	ds, err := d.listed()
	if err != nil {
		return nil, err
	}
	if len(ds) == 0 {
		return nil, d.none()
	}
	return form.NomineeList{Frame: d.frame(), Movement: d.about(), Awards: d.awards(), Lines: d.lines(ds)}, nil
}

// decision prints an issued decision as it was frozen, else the drafts for those
// the council has passed, one decision an award. Awards that the State or another
// body decides get no draft here: their decision comes from there.
func (d *desk) decision() (form.Paper, error) {
	if d.print.Decision != 0 {
		q, err := d.tx.Decisions().Get(d.ctx, d.print.Decision)
		if err != nil {
			return nil, err
		}
		if q.Act != decision.Gives {
			return d.amending(q)
		}
		return d.frozen(q), nil
	}
	ds, err := d.listed(dossier.Passed, dossier.Submitted)
	if err != nil {
		return nil, err
	}
	var many together
	var elsewhere []award.Award
	for _, a := range d.cat.Awards {
		mine := slices.Clone(ds)
		mine = slices.DeleteFunc(mine, func(x dossier.Dossier) bool { return x.Award != a.Code })
		if len(mine) == 0 {
			continue
		}
		if a.Level == award.State || a.Level == award.Central {
			elsewhere = append(elsewhere, a)
			continue
		}
		if a.Level != award.Base {
			many = append(many, form.Decision{Frame: d.frame(), Movement: d.about(), Award: d.award(a), Lines: d.lines(mine)})
			continue
		}
		bodies, of, err := d.byBody(mine)
		if err != nil {
			return nil, err
		}
		for _, b := range bodies {
			many = append(many, form.Decision{Frame: d.ownFrame(b, 0), Movement: d.about(), Award: d.award(a), Lines: d.lines(of[b])})
		}
	}
	switch len(many) {
	case 0:
		if len(elsewhere) > 0 {
			return nil, fault.New(fault.Invalid, "office.decided-elsewhere", elsewhere[0].Name, elsewhere[0].Decider)
		}
		return nil, fault.New(fault.NotFound, "office.none-passed", d.movement.Name)
	case 1:
		return many[0], nil
	}
	return many, nil
}

func (d *desk) frozen(q decision.Decision) form.Paper {
	f := d.ownFrame(q.Body, q.Date)
	f.Head.Number, f.Head.Date = q.Number, q.Date
	if q.Date != 0 {
		f.Day = q.Date
	}
	f.Sign.Name = signerOf(q)
	a, _ := d.cat.Award(q.Award)
	return form.Decision{Frame: f, Movement: d.about(), Award: d.decidedBy(q.Award, q.Decider), Lines: itemLines(q.Items, a.Name)}
}

// signerOf is the name under a decision: of one issued only the name it was issued
// with, of a draft the one the texts have.
func signerOf(q decision.Decision) string {
	if q.Issued && q.Signer == "" {
		return form.Nothing
	}
	return q.Signer
}

// together is several papers of one kind printed as one job.
type together []form.Paper

// Document puts the papers behind each other, each with its own page numbers.
func (t together) Document() *paper.Document {
	docs := make([]*paper.Document, len(t))
	for i, p := range t {
		docs[i] = p.Document()
	}
	return form.Together(docs[0].Code, docs[0].Title, docs...)
}
