package main

import (
	"strings"

	"thidua/model/registry"
	"thidua/model/when"
	"thidua/model/words"
)

// unit records what befell units on a day: the sibling of the window's form.
func (c *console) unit(args []string) (int, error) {
	fs := c.flags("unit")
	var change registry.Change
	into := fs.String("into", "", "")
	dayFlag(fs, "date", &change.Date)
	fs.StringVar(&change.Legal, "legal", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return 0, err
	}
	if len(rest) < 2 || change.Date == 0 {
		return 0, usage{words.Text("console.unit")}
	}
	if err := c.open(); err != nil {
		return 0, err
	}
	book, err := c.office.Registry(c.ctx)
	if err != nil {
		return 0, err
	}
	change.Way = registry.Way(rest[0])
	// The new unit may carry the code of the one that ends: each is looked for on a
	// day it must stand.
	if change.From, err = coded(book, rest[1:], change.Date.AddDays(-1)); err != nil {
		return 0, err
	}
	if *into != "" {
		if change.To, err = coded(book, strings.Split(*into, ","), change.Date); err != nil {
			return 0, err
		}
	}
	if _, err := c.office.ChangeUnits(c.ctx, change); err != nil {
		return 0, err
	}
	if book, err = c.office.Registry(c.ctx); err != nil {
		return 0, err
	}
	var found []registry.Unit
	for _, id := range change.From {
		u, _ := book.Unit(id)
		found = append(found, u)
	}
	return done, c.kin(book, found, change.Date)
}

// coded finds units by their codes of a day.
func coded(book *registry.Book, codes []string, day when.Date) (ids []registry.UnitID, err error) {
	for _, code := range codes {
		id, err := book.ByCode(strings.TrimSpace(code), day)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}
