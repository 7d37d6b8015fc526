package main

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"thidua/storage/sqlite"
)

// counted holds, in the environment of a script, where in each paper's text a figure
// was compared.
type counted struct{}

// flat is a paper's text without its line breaks: pdftotext's do not count.
func flat(ts *testscript.TestScript, file string) string {
	return strings.Join(strings.Fields(ts.ReadFile(file)), " ")
}

// asked puts a query to the data folder, beside the program and without it, and gives
// the first column.
func asked(ts *testscript.TestScript, query string) (out []string) {
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(ts.Getenv("THIDUA_DATA"), sqlite.FileName))+"?mode=ro")
	ts.Check(err)
	defer db.Close()
	rows, err := db.Query(query)
	ts.Check(err)
	defer rows.Close()
	for rows.Next() {
		var v string
		ts.Check(rows.Scan(&v))
		out = append(out, v)
	}
	ts.Check(rows.Err())
	return out
}

// count compares a figure on a printed paper with what plain SQL counts.
//
//	dem bc.txt 'Đã có \d+/(\d+) cơ quan' 'SELECT count(*) FROM report WHERE …'
//
// The points between thousands and a zero before a figure do not count.
func count(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: dem text pattern query")
	}
	text := flat(ts, args[0])
	at := regexp.MustCompile(args[1]).FindStringSubmatchIndex(text)
	if len(at) != 4 {
		ts.Fatalf("the paper does not say %s:\n%s", args[1], text)
	}
	n := asked(ts, args[2])
	if len(n) != 1 {
		ts.Fatalf("SQL gives %d answers: %s", len(n), args[2])
	}
	if got := strings.ReplaceAll(text[at[2]:at[3]], ".", ""); strings.TrimLeft(got, "0") != strings.TrimLeft(n[0], "0") {
		ts.Fatalf("the paper says %q, SQL counts %s: %s", text[at[0]:at[1]], n[0], args[2])
	}
	seen := ts.Value(counted{}).(map[string][][2]int)
	seen[args[0]] = append(seen[args[0]], [2]int{at[2], at[3]})
}

// namedOn tells that every name a query gives stands on a paper where the pattern says;
// with ! that none does.
//
//	neu don-doc.txt '\d+ %s \d+' 'SELECT … FROM report WHERE …'
func namedOn(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: neu text pattern query")
	}
	text := flat(ts, args[0])
	names := asked(ts, args[2])
	if len(names) == 0 {
		ts.Fatalf("SQL gives no name: %s", args[2])
	}
	seen := ts.Value(counted{}).(map[string][][2]int)
	for _, n := range names {
		at := regexp.MustCompile(fmt.Sprintf(args[1], regexp.QuoteMeta(n))).FindStringSubmatchIndex(text)
		if (at == nil) != neg {
			ts.Fatalf("on the paper: %s %v:\n%s", n, at != nil, text)
		}
		if at != nil {
			end := at[1]
			if len(at) == 4 { // what comes after the name is the next figure
				end = at[2]
			}
			seen[args[0]] = append(seen[args[0]], [2]int{at[0], end})
		}
	}
}

// rest tells that no figure of a paper is left that was not compared: every one
// stands in what dem and neu looked at, or in one of the patterns, which are the
// numbers and days of papers and the like.
//
//	het-so bc.txt 'số \S+ ngày \S+' 'năm 2025'
func rest(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: het-so text pattern…")
	}
	text := flat(ts, args[0])
	known := slices.Clone(ts.Value(counted{}).(map[string][][2]int)[args[0]])
	for _, p := range args[1:] {
		found := regexp.MustCompile(p).FindAllStringIndex(text, -1)
		if len(found) == 0 {
			ts.Fatalf("nothing on the paper is %s", p)
		}
		for _, at := range found {
			known = append(known, [2]int{at[0], at[1]})
		}
	}
	for _, at := range regexp.MustCompile(`\d[\d.,]*`).FindAllStringIndex(text, -1) {
		if !slices.ContainsFunc(known, func(k [2]int) bool { return k[0] <= at[0] && k[1] >= at[0]+1 }) {
			ts.Fatalf("not compared: %q in …%s…", text[at[0]:at[1]], text[max(0, at[0]-60):min(len(text), at[1]+60)])
		}
	}
}
