package sqldb

import (
	"strconv"

	"thidua/model/award"
	"thidua/model/office"
)

var handings = &table[award.Handing, office.RecordsFilter]{
	name: "handing", columns: []string{"id", "rev", "record", "what", "day", "number", "taker", "reason", "note"},
	fields: func(h *award.Handing) []any {
		return []any{&h.ID, &h.Rev, ref{&h.Record}, &h.What, day{&h.Day}, &h.Number, &h.To, &h.Reason, &h.Note}
	},
	where: func(f office.RecordsFilter, c *clause) { in(c, "record", f.Records) },
	order: "record, day, id", missing: "store.no-record",
}

var bookings = &table[award.Booking, office.BookingFilter]{
	name:    "booking",
	columns: []string{"id", "rev", "fund", "day", "voucher", "source", "about", "money_in", "money_out", "decision", "record", "note"},
	fields: func(b *award.Booking) []any {
		return []any{&b.ID, &b.Rev, &b.Fund, day{&b.Day}, &b.Voucher, &b.Source, &b.About, &b.In, &b.Out, ref{&b.Decision}, ref{&b.Record}, &b.Note}
	},
	where: func(f office.BookingFilter, c *clause) {
		if f.Fund != "" {
			c.add("fund = ?", string(f.Fund))
		}
		if f.Decision != 0 {
			c.add("decision = ?", f.Decision)
		}
		if f.Year != 0 {
			c.add("substr(day, 1, 4) = ?", strconv.Itoa(f.Year))
		}
	},
	order: "day, id", missing: "store.no-record",
}

// Handings is the shelf of what became of certificates.
func (t *Tx) Handings() office.Set[award.Handing, office.RecordsFilter] {
	return shelf[award.Handing, office.RecordsFilter]{t, handings}
}

// Bookings is the shelf of the fund's book, in the order of its days.
func (t *Tx) Bookings() office.Set[award.Booking, office.BookingFilter] {
	return shelf[award.Booking, office.BookingFilter]{t, bookings}
}
