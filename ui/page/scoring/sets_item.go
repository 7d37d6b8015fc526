package scoring

import (
	"slices"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/ui/kit"
	"thidua/ui/noun"
	"thidua/ui/words"
)

// chosenAt is the place of the row chosen in a grid; -1 for none.
func chosenAt(g interface{ SelectedIndexes() []int }, rows int) int {
	if i := g.SelectedIndexes(); len(i) > 0 && i[0] < rows {
		return i[0]
	}
	return -1
}

// editItem changes the item chosen, or adds one: how it is scored is chosen first,
// since the form asks only for what that needs.
func (s *sets) editItem(add bool) {
	if s.set.Name == "" {
		return
	}
	if !add {
		if i := chosenAt(s.items, len(s.set.Items)); i >= 0 {
			s.itemForm(i, TextOf(s.set.Items[i]))
		}
		return
	}
	s.pickKind(func(k criteria.Kind) {
		s.itemForm(-1, ItemText{Kind: k, Key: FreeKey(s.set, ""), Max: "10"})
	})
}

func (s *sets) pickKind(then func(criteria.Kind)) {
	var options []kit.Option
	for _, k := range criteria.KindNames {
		options = append(options, kit.Option{Key: k.Code, Label: k.Name, Note: words.KindGuides[k.Code]})
	}
	kit.Pick(s.p.host.Canvas(), words.CritKindPick, words.Search, options, func(o kit.Option) { then(criteria.Kind(o.Key)) })
}

func (s *sets) itemForm(at int, t ItemText) {
	k := t.Kind
	var fields []*kit.Field
	var reads []func(*ItemText)
	add := func(key, label, hint, text string, rows int, to func(*ItemText) *string) {
		e := kit.EntryOf(text, rows)
		fields = append(fields, &kit.Field{Key: key, Label: label, Hint: hint, Control: e})
		reads = append(reads, func(t *ItemText) { *to(t) = e.Text })
	}
	choose := func(key, label, chosen string, names []registry.Name, to func(*ItemText) *string) {
		c := noun.OneOf(names, chosen)
		fields = append(fields, &kit.Field{Key: key, Label: label, Control: c})
		reads = append(reads, func(t *ItemText) { *to(t) = c.Key() })
	}
	var m *kit.Modal
	read := func() ItemText {
		out := t
		for _, r := range reads {
			r(&out)
		}
		return out
	}
	kind := noun.OneOf(criteria.KindNames, string(k))
	kind.OnChoose = func(key string) { // another kind asks for other things
		next := read()
		next.Kind = criteria.Kind(key)
		m.Hide()
		s.itemForm(at, next)
	}
	add("text", words.CritText, "", t.Text, 2, func(t *ItemText) *string { return &t.Text })
	fields[0].Required = true
	fields = append(fields, &kit.Field{Key: "kind", Label: words.CritKind, Hint: words.KindGuides[string(k)], Control: kind})
	add("key", words.CritKey, words.CritKeyIs, t.Key, 1, func(t *ItemText) *string { return &t.Key })
	add("letter", words.CritLetter, "", t.Letter, 1, func(t *ItemText) *string { return &t.Letter })
	max, each := words.CritMax, words.CritEach
	if k == criteria.Minus {
		max, each = words.CritMaxMinus, words.CritEachMinus
	}
	if k != criteria.Gate {
		add("max", max, "", t.Max, 1, func(t *ItemText) *string { return &t.Max })
	}
	if k == criteria.Ratio || k == criteria.Sampled {
		add("a", words.CritA, "", t.A, 1, func(t *ItemText) *string { return &t.A })
	}
	if k == criteria.Ratio || k == criteria.Sampled || k == criteria.Stepped || k == criteria.Minus {
		add("b", words.CritB, "", t.B, 1, func(t *ItemText) *string { return &t.B })
	}
	if k == criteria.Sampled {
		add("size", words.CritSize, "", t.Size, 1, func(t *ItemText) *string { return &t.Size })
	}
	if k == criteria.Sampled || k == criteria.Minus {
		add("each", each, "", t.Each, 1, func(t *ItemText) *string { return &t.Each })
	}
	if k == criteria.Stepped {
		add("steps", words.CritSteps, words.CritStepsIs, t.Steps, 3, func(t *ItemText) *string { return &t.Steps })
	}
	if gates := Gates(s.set); k != criteria.Gate && len(gates) > 0 {
		names := []registry.Name{{Code: "", Name: words.CritNeedsNone}}
		for _, g := range gates {
			names = append(names, registry.Name{Code: g.Key, Name: g.Key + " – " + g.Text})
		}
		choose("needs", words.CritNeeds, t.Needs, names, func(t *ItemText) *string { return &t.Needs })
	}
	if from := Sources(k); len(from) > 0 {
		choose("source", words.CritSource, t.Source, append([]registry.Name{{Code: "", Name: words.CritSourceNo}}, from...), func(t *ItemText) *string { return &t.Source })
	}
	if k == criteria.Ratio || k == criteria.Stepped {
		add("more", words.CritMore, words.CritMoreIs, t.More, 2, func(t *ItemText) *string { return &t.More })
	}
	add("evidence", words.CritEvidence, words.CritOnePer, t.Evidence, 2, func(t *ItemText) *string { return &t.Evidence })
	add("guide", words.CritGuide, "", t.Guide, 2, func(t *ItemText) *string { return &t.Guide })
	m = s.p.form(words.ScoringSets, 700, kit.NewForm(fields...), func(done func(error)) {
		it, err := read().Item()
		if err != nil {
			done(err)
			return
		}
		next := s.set
		if at >= 0 {
			it.Own = s.set.Items[at].Own
		}
		next.Items = put(s.set.Items, at, it)
		s.save(next, func(err error) {
			if err != nil {
				err = placed(err, "items", itemFields)
			}
			done(err)
		})
	})
}

func (s *sets) dropItem() {
	if i := chosenAt(s.items, len(s.set.Items)); i >= 0 {
		next := s.set
		next.Items = slices.Delete(slices.Clone(s.set.Items), i, i+1)
		s.save(next, nil)
	}
}

func (s *sets) moveItem(by int) {
	i := chosenAt(s.items, len(s.set.Items))
	if i < 0 {
		return
	}
	next, to := s.set, 0
	if next.Items, to = moved(s.set.Items, i, by); to != i {
		s.save(next, nil)
	}
}

// editBreak changes a link of the chain that orders units of the same score.
func (s *sets) editBreak(add bool) {
	if s.set.Name == "" || s.set.Unit != 0 {
		return
	}
	i := chosenAt(s.breaks, len(s.set.Breaks))
	b := criteria.Break{By: criteria.ByPoints}
	if !add {
		if i < 0 {
			return
		}
		b = s.set.Breaks[i]
	} else {
		i = -1
	}
	names := make([]registry.Name, 0, len(s.set.Items))
	for _, it := range s.set.Items {
		if it.Kind != criteria.Gate {
			names = append(names, registry.Name{Code: it.Key, Name: it.Key + " – " + it.Text})
		}
	}
	by, key, name := noun.OneOf(criteria.BreakNames, b.By), noun.OneOf(names, b.Key), kit.EntryOf(b.Name, 1)
	able := func(by string) {
		if by == criteria.Earlier {
			key.Disable()
		} else {
			key.Enable()
		}
	}
	by.OnChoose = able
	able(b.By)
	form := kit.NewForm(
		&kit.Field{Key: "by", Label: words.BreakBy, Required: true, Control: by},
		&kit.Field{Key: "breaks", Label: words.BreakKey, Control: key},
		&kit.Field{Key: "name", Label: words.BreakAs, Required: true, Control: name},
	)
	s.p.form(words.SetChain, 600, form, func(done func(error)) {
		b := criteria.Break{By: by.Key(), Key: key.Key(), Name: viet.Clean(name.Text)}
		if b.By == criteria.Earlier {
			b.Key = ""
		}
		if b.Name == "" {
			done(fault.New(fault.Invalid, "ui.empty").At("name"))
			return
		}
		next := s.set
		next.Breaks = put(s.set.Breaks, i, b)
		s.save(next, done)
	})
}

func (s *sets) dropBreak() {
	if i := chosenAt(s.breaks, len(s.set.Breaks)); i >= 0 {
		next := s.set
		next.Breaks = slices.Delete(slices.Clone(s.set.Breaks), i, i+1)
		s.save(next, nil)
	}
}

func (s *sets) moveBreak(by int) {
	i := chosenAt(s.breaks, len(s.set.Breaks))
	if i < 0 {
		return
	}
	next, to := s.set, 0
	if next.Breaks, to = moved(s.set.Breaks, i, by); to != i {
		s.save(next, nil)
		s.breaks.Select(to)
	}
}
