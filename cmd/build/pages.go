package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// pagesDir holds the pages for the officer and for whoever looks after the PC.
const pagesDir = "assets/help"

// pages lays the help beside the program as web pages, which every PC can show.
func pages(to string) error {
	files, err := filepath.Glob(filepath.Join(pagesDir, "*.md"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("%s holds no pages: %w", pagesDir, err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		page, err := webPage(string(b))
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".md") + ".html"
		if err := os.WriteFile(filepath.Join(to, name), []byte(page), 0o644); err != nil {
			return err
		}
	}
	return nil
}

const pageHead = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>%s</title><style>
body{font:16px/1.5 "Segoe UI",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
h1{font-size:1.7rem}h2{margin-top:2rem;border-bottom:1px solid #cfd8e3}
table{border-collapse:collapse}td,th{border:1px solid #cfd8e3;padding:.3rem .6rem;text-align:left;vertical-align:top}
code{background:#eef2f7;padding:0 .25rem}pre{background:#eef2f7;padding:.6rem;overflow:auto}
</style></head><body>
`

var (
	mdBold     = regexp.MustCompile(`\*\*(.+?)\*\*`)
	mdItalic   = regexp.MustCompile(`\*([^*]+)\*`)
	mdCode     = regexp.MustCompile("`(.+?)`")
	mdNumbered = regexp.MustCompile(`^\d+\. `)
)

// webPage turns the little of Markdown that the pages use into HTML: headings,
// paragraphs, lists, numbered steps, tables, code, bold, italics. A construct it does not
// know is an error, not a page that looks odd.
func webPage(md string) (string, error) {
	var out strings.Builder
	open := "" // the element that is open
	var run []string
	flush := func() {
		switch open {
		case "p":
			fmt.Fprintf(&out, "<p>%s</p>\n", inline(strings.Join(run, " ")))
		case "ul", "ol":
			fmt.Fprintf(&out, "<%s>\n", open)
			for _, item := range run {
				fmt.Fprintf(&out, "<li>%s</li>\n", inline(item))
			}
			fmt.Fprintf(&out, "</%s>\n", open)
		case "table":
			out.WriteString("<table>\n")
			for i, row := range run {
				cell := "td"
				if i == 0 {
					cell = "th"
				}
				out.WriteString("<tr>")
				for _, c := range strings.Split(strings.Trim(row, "|"), "|") {
					fmt.Fprintf(&out, "<%s>%s</%s>", cell, inline(strings.TrimSpace(c)), cell)
				}
				out.WriteString("</tr>\n")
			}
			out.WriteString("</table>\n")
		case "pre":
			fmt.Fprintf(&out, "<pre>%s</pre>\n", html.EscapeString(strings.Join(run, "\n")))
		}
		open, run = "", nil
	}
	into := func(element, line string) {
		if open != element {
			flush()
			open = element
		}
		run = append(run, line)
	}
	title := ""
	for n, line := range strings.Split(strings.TrimRight(md, "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "    ") && (open == "pre" || open == ""):
			into("pre", line[4:])
		case strings.TrimSpace(line) == "":
			flush()
		case strings.HasPrefix(line, "# "), strings.HasPrefix(line, "## "), strings.HasPrefix(line, "### "):
			flush()
			marks, text, _ := strings.Cut(line, " ")
			if title == "" {
				title = text
			}
			fmt.Fprintf(&out, "<h%d>%s</h%d>\n", len(marks), inline(text), len(marks))
		case strings.HasPrefix(line, "- "):
			into("ul", line[2:])
		case mdNumbered.MatchString(line):
			_, text, _ := strings.Cut(line, " ")
			into("ol", text)
		case strings.HasPrefix(line, "|"):
			if strings.Trim(line, "|-: ") != "" {
				into("table", line)
			}
		case (open == "ul" || open == "ol") && strings.HasPrefix(line, "  "):
			run[len(run)-1] += " " + strings.TrimSpace(line)
		case strings.HasPrefix(line, "#"), strings.HasPrefix(line, ">"), strings.HasPrefix(line, "* "), strings.HasPrefix(line, "```"), strings.HasPrefix(line, "!["):
			return "", fmt.Errorf("line %d: %q is not among what the pages use", n+1, line)
		default:
			into("p", strings.TrimSpace(line))
		}
	}
	flush()
	if title == "" {
		return "", fmt.Errorf("the page has no title")
	}
	return fmt.Sprintf(pageHead, html.EscapeString(title)) + out.String() + "</body></html>\n", nil
}

func inline(s string) string {
	s = html.EscapeString(s)
	s = mdCode.ReplaceAllString(s, "<code>$1</code>")
	s = mdBold.ReplaceAllString(s, "<b>$1</b>")
	return mdItalic.ReplaceAllString(s, "<i>$1</i>")
}
