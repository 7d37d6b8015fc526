package office

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"

	"thidua/assets"
	"thidua/model/dossier"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/paper"
)

// PackForm is the code under which a dossier's whole pack is printed: its papers in
// the office's order, each as often as it is wanted, one job a dossier.
const PackForm = "bo-ho-so"

// packName is what the pack is called among the papers.
const packName = "Bộ hồ sơ (in trọn bộ)"

// PackItem is one paper of a dossier's pack.
type PackItem struct {
	Form   string `json:"form"`
	Copies int    `json:"copies"`
}

// PackKey is the setting that holds which papers make a dossier's pack, in the
// order they are laid together, each with its number of copies.
const PackKey = "bo-ho-so"

// packForm is the pack among the papers that can be printed.
func packForm() form.Form {
	f, _ := form.ByCode("phieu-tham-dinh")
	return form.Form{Code: PackForm, Name: packName, Needs: f.Needs, Source: "các văn bản của một hồ sơ, theo thứ tự và số bản đã đặt"}
}

// Pack is the office's pack; the one that ships with the program until it is changed.
func (o *Office) Pack(ctx context.Context) ([]PackItem, error) {
	list, err := o.Settings(ctx, PackKey)
	if err != nil {
		return nil, err
	}
	value := string(assets.Must("catalogue/pack.json"))
	if v, ok := settingOn(list, PackKey, o.Today()); ok {
		value = v
	}
	var pack []PackItem
	if err := json.Unmarshal([]byte(value), &pack); err != nil {
		return nil, fault.New(fault.Invalid, "office.bad-table", PackKey, err.Error()).Because(err)
	}
	return pack, nil
}

// mostCopies is how many copies of one paper a pack may hold.
const mostCopies = 20

// SavePack keeps the office's pack; papers without copies are left out.
func (o *Office) SavePack(ctx context.Context, pack []PackItem) error {
	pack = slices.DeleteFunc(slices.Clone(pack), func(p PackItem) bool { return p.Copies == 0 })
	if len(pack) == 0 {
		return fault.New(fault.Invalid, "office.empty-pack").At("copies")
	}
	for _, p := range pack {
		if _, ok := papers[p.Form]; !ok {
			return fault.New(fault.NotFound, "office.no-form", p.Form).At("form")
		}
		if p.Copies < 0 || p.Copies > mostCopies {
			return fault.New(fault.Invalid, "office.pack-copies", mostCopies).At("copies")
		}
	}
	b, err := json.Marshal(pack)
	if err != nil {
		return fault.New(fault.Internal, "office.bad-table", PackKey, err.Error()).Because(err)
	}
	_, err = o.SaveSetting(ctx, Setting{Key: PackKey, Value: string(b)})
	return err
}

// packed is one dossier with its papers laid together.
type packed struct {
	dossier dossier.Dossier
	doc     *paper.Document
}

// packs lays together the papers of the dossiers named, else of the one asked for,
// else of every listed one.
func (o *Office) packs(ctx context.Context, p Print, ids ...int64) (out []packed, pack []PackItem, err error) {
	if pack, err = o.Pack(ctx); err != nil {
		return nil, nil, err
	}
	if p.Day == 0 {
		p.Day = o.Today()
	}
	if len(ids) == 0 {
		ids = []int64{p.Dossier}
	}
	err = o.read(ctx, func(tx Tx) error {
		for _, p.Dossier = range ids {
			d, err := o.desk(ctx, tx, p)
			if err != nil {
				return err
			}
			ds, err := d.chosen()
			if err != nil {
				return err
			}
			for _, x := range ds {
				doc, err := d.packed(x, pack)
				if err != nil {
					return err
				}
				out = append(out, packed{x, doc})
			}
		}
		return nil
	})
	return out, pack, err
}

// packed lays a dossier's papers together, each as often as the pack asks for it.
func (d *desk) packed(x dossier.Dossier, pack []PackItem) (*paper.Document, error) {
	var docs []*paper.Document
	for _, item := range pack {
		one := *d
		one.print.Form, one.print.Dossier = item.Form, x.ID
		facts, err := papers[item.Form](&one)
		if err != nil {
			return nil, err
		}
		doc := facts.Document()
		for range max(item.Copies, 1) {
			docs = append(docs, doc)
		}
	}
	return form.Together(PackForm, "Bộ hồ sơ "+x.Name, docs...), nil
}

// packPaper is the packs asked for as one document, to be looked at or kept.
func (o *Office) packPaper(ctx context.Context, p Print) (*paper.Document, error) {
	list, _, err := o.packs(ctx, p)
	if err != nil {
		return nil, err
	}
	if len(list) == 1 {
		return list[0].doc, nil
	}
	docs := make([]*paper.Document, len(list))
	for i := range list {
		docs[i] = list[i].doc
	}
	return form.Together(PackForm, "Bộ hồ sơ đề nghị khen thưởng", docs...), nil
}

// PrintPacks prints each dossier's papers as one job, in the pack's order.
func (o *Office) PrintPacks(ctx context.Context, ids []int64, p Progress) (Sent, error) {
	if len(ids) == 0 {
		return Sent{}, fault.New(fault.Invalid, "press.nothing-to-print")
	}
	return o.printPacks(ctx, Print{Form: PackForm}, p, ids...)
}

// PackTo writes a dossier's papers as one PDF and logs that they left the program.
func (o *Office) PackTo(ctx context.Context, id int64, file string, w io.Writer) error {
	_, err := o.PrintTo(ctx, Print{Form: PackForm, Dossier: id}, file, "pdf", w)
	return err
}

// printPacks sends each dossier's papers as one job of the printer.
func (o *Office) printPacks(ctx context.Context, p Print, progress Progress, ids ...int64) (Sent, error) {
	list, pack, err := o.packs(ctx, p, ids...)
	if err != nil {
		return Sent{}, err
	}
	var jobs []PrintJob
	var records []Printing
	for i, x := range list {
		var b bytes.Buffer
		if err := o.ports.Press.Set(ctx, &b, x.doc, "pdf", Offset{}); err != nil {
			return Sent{}, err
		}
		jobs = append(jobs, PrintJob{Title: x.doc.Title, PDF: b.Bytes()})
		for _, item := range pack {
			records = append(records, Printing{Form: item.Form, Dossier: x.dossier.ID})
		}
		if progress != nil {
			progress(i+1, 2*len(list))
		}
	}
	return o.send(ctx, jobs, records, "", progress)
}
