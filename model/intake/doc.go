// Package intake turns a table from outside into nominees that a person can
// look at: any sheet, as it arrives.
//
// Where to start: Read. It takes a Book (what a reader of storage/sheet found in
// a file, cell by cell, untouched) and gives a Table for each list in it. On the
// way it repairs the language of each cell (model/viet), finds the heading among
// title lines (find.go), tells what each column holds (heading.go, columns.go, contents.go),
// sorts the rows into nominees, groups, sums and signatures (walk.go, rows.go,
// section.go), reads each row (record.go, nominee.go, post.go, person.go), and compares with the
// registry and with the other rows (match.go).
//
// What it promises: the cells of a row stay with it as they came; a fact is
// taken from the sheet or left out, never filled in; every doubtful fact
// carries an Issue with the act that mends it; the same book, options and
// answers give the same tables, so that preview and acceptance are one function.
// It never does I/O, never asks the clock, never panics on any Book.
//
// The words officers use (headings, short names of awards, posts, forms of
// address) are tables under assets/intake: a wording met in the field is a line
// there. The sentences of the issues stand in assets/words/intake.vi.tsv.
//
// Glossary: Book — tệp nhận được; Table — danh sách; Record — dòng đề nghị;
// Issue — điểm cần xem lại; Skip — dòng không phải đối tượng; Group — dòng nhóm
// (A. Tập thể, I. Sở …).
package intake
