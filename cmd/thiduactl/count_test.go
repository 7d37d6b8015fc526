package main

import (
	"database/sql"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"thidua/storage/sqlite"
)

// count compares a figure on a printed paper with what plain SQL counts in the data
// folder, asked beside the program and without it.
//
//	dem bc.txt 'Đã có \d+/(\d+) cơ quan' 'SELECT count(*) FROM report WHERE …'
//
// The paper is text as pdftotext gives it; its line breaks do not count, nor do the
// points between thousands or a zero before a figure.
func count(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: dem text pattern query")
	}
	text := strings.Join(strings.Fields(ts.ReadFile(args[0])), " ")
	m := regexp.MustCompile(args[1]).FindStringSubmatch(text)
	if len(m) != 2 {
		ts.Fatalf("the paper does not say %s:\n%s", args[1], text)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(ts.Getenv("THIDUA_DATA"), sqlite.FileName))+"?mode=ro")
	ts.Check(err)
	defer db.Close()
	var n string
	ts.Check(db.QueryRow(args[2]).Scan(&n))
	if got := strings.ReplaceAll(m[1], ".", ""); strings.TrimLeft(got, "0") != strings.TrimLeft(n, "0") {
		ts.Fatalf("the paper says %q, SQL counts %s: %s", m[0], n, args[2])
	}
}
