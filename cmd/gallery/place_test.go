package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"thidua/model/office"
	"thidua/model/when"
	"thidua/storage"
	"thidua/ui"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// What the search finds and the log names opens where it is shown, not merely the page.
func TestARecordOpensInItsPage(t *testing.T) {
	ctx := context.Background()
	store, err := storage.Open(ctx, storage.Config{Dir: filepath.Join(t.TempDir(), "du-lieu"), Today: when.MustParse("2026-01-15")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if err := office.Sample(ctx, store.Ports, nil); err != nil {
		t.Fatal(err)
	}
	o := office.New(store.Ports, "Lê Thị Mẫu")
	w := ui.New(test.NewTempApp(t), o, ui.Options{Data: "x", Version: "x", System: nowhere{}, Inline: true})
	t.Cleanup(w.Close)
	w.Window().Resize(fyne.NewSize(1366, 728))

	moves, err := o.Movements(ctx)
	if err != nil || len(moves) < 2 {
		t.Fatal(len(moves), err)
	}
	last := moves[len(moves)-1]
	dossiers, err := o.Dossiers(ctx, office.DossierFilter{})
	if err != nil || len(dossiers) == 0 {
		t.Fatal(len(dossiers), err)
	}
	decisions, err := o.Decisions(ctx, office.DecisionFilter{})
	if err != nil || len(decisions) == 0 {
		t.Fatal(len(decisions), err)
	}
	sessions, err := o.Sessions(ctx, "")
	if err != nil || len(sessions) == 0 {
		t.Fatal(len(sessions), err)
	}
	d := dossiers[len(dossiers)-1]
	for _, c := range []struct {
		noun string
		id   int64
		want string // what the place reached says of it
	}{
		{"movement", last.ID, last.Code},
		{"dossier", d.ID, kit.IDText(d.ID)},
		{"nominee", d.Nominee, kit.IDText(d.Nominee)},
		{"unit", d.Unit, kit.IDText(d.Unit)},
		{"decision", decisions[len(decisions)-1].ID, kit.IDText(decisions[len(decisions)-1].ID)},
		{"session", sessions[0].ID, kit.IDText(sessions[0].ID)},
	} {
		r, ok := noun.Place(c.noun, c.id)
		if !ok {
			t.Errorf("%s has no place", c.noun)
			continue
		}
		w.Go(r)
		if text := w.FaultShown(); text != "" {
			t.Errorf("%s: %s", r, text)
		}
		var values []string
		for _, v := range w.Route().With {
			values = append(values, v)
		}
		if w.Route().Area != r.Area || !slices.Contains(values, c.want) {
			t.Errorf("%s %d: sent to %s, came to %s", c.noun, c.id, r, w.Route())
		}
	}
	hits, err := o.Find(ctx, "ng", 500) // some of every kind
	if err != nil || len(hits) < 100 {
		t.Fatal(len(hits), err)
	}
	for _, h := range hits {
		if words.Noun(h.Noun) == h.Noun {
			t.Errorf("%s has no name in Vietnamese", h.Noun)
		}
	}
	if _, ok := noun.Place("mapping", 1); ok {
		t.Error("a remembered mapping has no page")
	}
	if r, _ := noun.Place("nominee", 7); !strings.Contains(r.String(), "nguoi=7") {
		t.Errorf("%s", r)
	}
}
