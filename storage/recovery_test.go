package storage_test

import (
	"strings"
	"testing"

	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/paper"
	"thidua/model/when"
)

// Money comes back for what was paid, to the đồng, once; and the fund's book tells
// what has not been paid yet.
func TestMoneyComesBackOnlyWhenItWentOut(t *testing.T) {
	o, d := decided(t)
	unpaid := func() int {
		b, err := o.FundBook(ctx, award.FundProvince, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(b.Unpaid)
	}
	if unpaid() != 1 {
		t.Errorf("%d decisions to be paid", unpaid())
	}
	f, err := o.DecisionFile(ctx, d.ID)
	if err != nil {
		t.Fatal(err)
	}
	revoke := func(i int, number string) {
		t.Helper()
		q, _, err := o.Revoke(ctx, d.ID, []int64{f.Records[i].ID}, "gian_doi", "Kê khai sai.")
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := o.Issue(ctx, q.ID, number, when.MustParse("2025-12-08"), ""); err != nil {
			t.Fatal(err)
		}
	}
	revoke(0, "77/QĐ-UBND")
	if _, _, err := o.Recover(ctx, f.Records[0].ID, "T1", 0); fault.CodeOf(err) != "office.never-paid" {
		t.Errorf("money that never went out came back: %v", err)
	}
	in := award.Booking{Fund: award.FundProvince, Day: when.MustParse("2025-12-08"), Source: "ngan_sach", In: 10_000_000}
	if _, err := o.SaveBooking(ctx, &in); err != nil {
		t.Fatal(err)
	}
	if b, _, err := o.Pay(ctx, d.ID, "C1", 0); err != nil || b.Out != 3_510_000 {
		t.Fatalf("paid %d, %v", b.Out, err)
	}
	if unpaid() != 0 {
		t.Error("a decision that was paid is still asked for")
	}
	revoke(1, "78/QĐ-UBND")
	b, e, err := o.Recover(ctx, f.Records[1].ID, "T2", 0)
	if err != nil || b.In != 3_510_000 || b.Fund != award.FundProvince {
		t.Fatalf("%+v %v", b, err)
	}
	if _, _, err := o.Recover(ctx, f.Records[1].ID, "T3", 0); fault.CodeOf(err) != "office.recovered-already" {
		t.Errorf("came back twice: %v", err)
	}
	if _, err := o.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if book, _ := o.FundBook(ctx, award.FundProvince, 2025); book.Balance != 6_490_000 {
		t.Errorf("after taking it back the fund holds %d", book.Balance)
	}
}

// What is printed is what is looked at.
func TestTheRegisterPrintsTheLinesShown(t *testing.T) {
	o, d := decided(t)
	f, err := o.DecisionFile(ctx, d.ID)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := o.Paper(ctx, office.Print{Form: "so-khen-thuong", Honours: []int64{f.Records[1].ID}})
	if err != nil {
		t.Fatal(err)
	}
	text := paper.Outline(doc)
	if !strings.Contains(text, f.Records[1].Name) || strings.Contains(text, f.Records[0].Name) {
		t.Error(text)
	}
	if _, err := o.Paper(ctx, office.Print{Form: "so-khen-thuong", Honours: []int64{}}); fault.CodeOf(err) != "office.no-records" {
		t.Errorf("nothing shown, something printed: %v", err)
	}
}
