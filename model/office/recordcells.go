package office

import (
	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/registry"
	"thidua/model/viet"
)

// recordCell is a field of a dossier that a corrected row may fill or change.
type recordCell struct {
	field intake.Field
	of    func(*dossier.Dossier) string
	in    func(*intake.StagedRow) string
	put   func(*dossier.Dossier, *intake.StagedRow)
	// same finds the field in what is known of the nominee, which follows the
	// dossier's papers as long as the two agreed; nil where it has no such field.
	same func(*registry.Nominee) *string
}

var recordCells = []recordCell{
	{intake.FieldName, func(d *dossier.Dossier) string { return d.Name }, func(r *intake.StagedRow) string { return r.Name },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Name = r.Name }, func(n *registry.Nominee) *string { return &n.Name }},
	{intake.FieldHonorific, func(d *dossier.Dossier) string { return d.Honorific }, func(r *intake.StagedRow) string { return r.Honorific },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Honorific = r.Honorific }, nil},
	{intake.FieldGender, func(d *dossier.Dossier) string { return d.Gender }, func(r *intake.StagedRow) string { return r.Gender },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Gender = r.Gender }, func(n *registry.Nominee) *string { return &n.Gender }},
	{intake.FieldBirth, func(d *dossier.Dossier) string { return d.Birth.String() }, func(r *intake.StagedRow) string { return r.Birth.String() },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Birth = r.Birth }, nil},
	{intake.FieldEthnicity, func(d *dossier.Dossier) string { return d.Ethnicity }, func(r *intake.StagedRow) string { return r.Ethnicity },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Ethnicity = r.Ethnicity }, func(n *registry.Nominee) *string { return &n.Ethnicity }},
	{intake.FieldIDNumber, func(d *dossier.Dossier) string { return d.IDNumber }, func(r *intake.StagedRow) string { return r.IDNumber },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.IDNumber = r.IDNumber }, func(n *registry.Nominee) *string { return &n.IDNumber }},
	{intake.FieldPosition, func(d *dossier.Dossier) string { return d.Position }, func(r *intake.StagedRow) string { return r.Position },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Position = r.Position }, func(n *registry.Nominee) *string { return &n.Position }},
	{intake.FieldUnit, func(d *dossier.Dossier) string { return d.UnitText }, func(r *intake.StagedRow) string { return r.Unit },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Unit, d.UnitText = unitOf(*r), r.Unit }, nil},
	{intake.FieldAddress, func(d *dossier.Dossier) string { return d.Address }, func(r *intake.StagedRow) string { return r.Address },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Address = r.Address }, func(n *registry.Nominee) *string { return &n.Address }},
	{intake.FieldAward, func(d *dossier.Dossier) string { return d.Award }, func(r *intake.StagedRow) string { return r.Award },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Award = r.Award }, nil},
	{intake.FieldAchievement, func(d *dossier.Dossier) string { return d.Achievement }, func(r *intake.StagedRow) string { return r.Achievement },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Achievement = r.Achievement }, nil},
	{intake.FieldClass, func(d *dossier.Dossier) string { return d.Class }, func(r *intake.StagedRow) string { return classOf(r.Class) },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Class = classOf(r.Class) }, func(n *registry.Nominee) *string { return &n.Class }},
	{intake.FieldNote, func(d *dossier.Dossier) string { return d.Note }, func(r *intake.StagedRow) string { return r.Note },
		func(d *dossier.Dossier, r *intake.StagedRow) { d.Note = r.Note }, nil},
}

// classOf is the code of a statistics class written out, else the text itself;
// "Cá nhân" and "Tập thể" say the kind, which stands elsewhere.
func classOf(text string) string {
	for _, k := range registry.Kinds {
		if viet.Key(k.String()) == viet.Key(text) {
			return ""
		}
	}
	for _, c := range registry.ClassNames {
		if viet.Key(c.Name) == viet.Key(text) {
			return c.Code
		}
	}
	return text
}

// apply writes a row's applied updates into the dossier and, where the nominee
// was known by the same value or by none, into what is known of the nominee.
// It tells whether the nominee changed.
func apply(d *dossier.Dossier, n *registry.Nominee, r *intake.StagedRow) (known bool) {
	for _, u := range r.Updates {
		if !u.Applied {
			continue
		}
		for _, c := range recordCells {
			if string(c.field) != u.Field {
				continue
			}
			was := *d
			c.put(d, r)
			switch {
			case c.field == intake.FieldBirth:
				if n.Birth == was.Birth || n.Birth == 0 {
					n.Birth, known = d.Birth, true
				}
			case c.field == intake.FieldUnit:
				if n.Unit == was.Unit && n.UnitText == was.UnitText || n.Unit == 0 && n.UnitText == "" {
					n.Unit, n.UnitText, known = d.Unit, d.UnitText, true
				}
			case c.same != nil:
				if p := c.same(n); *p == c.of(&was) || *p == "" {
					*p, known = c.of(d), true
				}
			}
		}
	}
	return known
}
