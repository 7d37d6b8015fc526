package office

import (
	"context"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/registry"
	"thidua/model/when"
)

// Colleague is somebody who works with the data, and what they may do.
type Colleague struct {
	Name  string
	Role  audit.Role
	Since when.Date // of the role; 0 for one nobody set
	Last  audit.Entry
}

// colleaguesLooked is how many entries of the log are looked through for names.
const colleaguesLooked = 2000

// Colleagues lists everybody a role was given to and everybody the log names, the
// one at work first. Who has no role is an officer.
func (o *Office) Colleagues(ctx context.Context) ([]Colleague, error) {
	list := []Colleague{{Name: o.officer, Role: audit.Officer}}
	at := func(name string) *Colleague {
		i := slices.IndexFunc(list, func(c Colleague) bool { return c.Name == name })
		if i < 0 {
			i = len(list)
			list = append(list, Colleague{Name: name, Role: audit.Officer})
		}
		return &list[i]
	}
	err := o.read(ctx, func(tx Tx) error {
		roles, err := tx.Settings().Find(ctx, SettingFilter{Prefix: roleKey("")})
		if err != nil {
			return err
		}
		for _, s := range roles {
			if s.Holds(o.Today()) {
				c := at(strings.TrimPrefix(s.Key, roleKey("")))
				c.Role, c.Since = audit.Role(s.Value), s.From
			}
		}
		entries, err := tx.Entries(ctx, EntryFilter{Limit: colleaguesLooked})
		for _, e := range entries {
			if c := at(e.Officer); c.Last.ID == 0 {
				c.Last = e
			}
		}
		return err
	})
	return list, err
}

// SaveRole says from today on what somebody may do. Nobody takes the right to
// change things away from themselves: there might be nobody left who can give it back.
func (o *Office) SaveRole(ctx context.Context, name string, r audit.Role) (audit.Entry, error) {
	name = strings.TrimSpace(name)
	var l fault.List
	if name == "" {
		l.Add(fault.New(fault.Invalid, "office.role-name").At("name"))
	}
	if registry.NameOf(audit.RoleNames, string(r)) == string(r) {
		l.Add(fault.New(fault.Invalid, "office.role-none").At("role"))
	}
	if r == audit.Reader && name == o.officer {
		l.Add(fault.New(fault.Conflict, "office.role-self").At("role"))
	}
	if err := l.OrNil(); err != nil {
		return audit.Entry{}, err
	}
	return o.setting(ctx, "role.save", "Đặt vai trò “"+registry.NameOf(audit.RoleNames, string(r))+"” cho "+name,
		Setting{Key: roleKey(name), Period: when.Period{From: o.Today()}, Value: string(r)})
}
