package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"thidua/model/criteria"
	"thidua/model/fault"
	"thidua/model/viet"
)

// Finding again what a unit moved: rows by their codes, columns by the headings
// over them, and rows the unit added itself by the list they stand in.

// Codes of the lists, before the number of the line.
const (
	listAwards    = "gk"
	listExemplars = "dh"
	listIdeas     = "sk"
	listPetitions = "kn"
)

// lists are those codes.
var lists = []string{listAwards, listExemplars, listIdeas, listPetitions}

// codeHeading stands over the codes, folded.
const codeHeading = "ma"

// table is one kind of table of the template: the folded headings behind that of
// the code, in the order they are printed, and which of them must be there. An
// office may word its headings otherwise; then they count by their order.
type table struct {
	heads []string
	must  []int
}

// The tables of the template. The words are those of assets/forms/mau-bao-cao.json.
var (
	aboutTable    = &table{[]string{"noi dung", "don vi ghi", "de trong", "de trong"}, []int{2}}
	figuresTable  = &table{[]string{"tieu chi so lieu", "don vi ghi", "khong ap dung", "minh chung"}, []int{2}}
	awardsTable   = &table{[]string{"quyet dinh so", "ngay", "tap the", "ho gia dinh", "ca nhan"}, []int{3, 4, 5}}
	exemplarTable = &table{[]string{"loai", "ten ca nhan tap the mo hinh", "thanh tich cach lam"}, []int{2}}
	ideasTable    = &table{[]string{"de trong", "ten sang kien tac gia", "quyet dinh cong nhan hieu qua"}, []int{2}}
	wordsTable    = &table{[]string{"noi dung", "don vi ghi"}, []int{2}}
	tables        = []*table{figuresTable, aboutTable, awardsTable, exemplarTable, ideasTable, wordsTable}
)

// tableOf is the table a code stands in.
func tableOf(code string) *table {
	switch list := listOf(code); {
	case list == listAwards:
		return awardsTable
	case list == listExemplars:
		return exemplarTable
	case list == listIdeas:
		return ideasTable
	case list == listPetitions, strings.HasPrefix(code, NarrativeKey("")):
		return wordsTable
	case code == "tt:khoa", code == "tt:so", code == "tt:ngay":
		return aboutTable
	}
	return figuresTable
}

// listOf is the list a code belongs to, "" for one of no list.
func listOf(code string) string {
	name, n, ok := strings.Cut(code, ":")
	if _, err := strconv.Atoi(n); !ok || err != nil || !slices.Contains(lists, name) {
		return ""
	}
	return name
}

// heading is a row of headings and where its columns stand.
type heading struct {
	table   *table
	sheet   string
	at      int // index among the rows
	columns []int
}

// sheet is a filled template with its rows found.
type sheet struct {
	rows   map[string]keyed
	lists  map[string][]keyed
	unread []Unread
	faults fault.List
}

// row finds the row of a code; at is the same, empty when there is none.
func (s sheet) row(code string) (keyed, bool) {
	k, ok := s.rows[strings.ToLower(code)]
	return k, ok
}

func (s sheet) at(code string) keyed {
	k, ok := s.row(code)
	if !ok {
		k.at = -1
		k.columns = []int{}
	}
	return k
}

// laidOut finds the rows and columns of a filled template.
func laidOut(rows []Row, items []criteria.Item) sheet {
	s := sheet{rows: map[string]keyed{}, lists: map[string][]keyed{}}
	codes, asked := codesOf(items)
	heads := s.headings(rows)
	var last *keyed // the row that one without a code may go on with
	lastRow := 0
	for i, r := range rows {
		if last != nil && last.Sheet != r.Sheet {
			last = nil
		}
		if slices.ContainsFunc(heads, func(h heading) bool { return h.at == i }) {
			last = nil
			continue
		}
		k, ok := coded(r, codes)
		if !ok {
			if last != nil && !blank(r) {
				s.goesOn(last, r, r.Row == lastRow+1)
				lastRow = r.Row
			}
			continue
		}
		k.columns = columnsFor(heads, k, i)
		s.put(k)
		last, lastRow = &k, r.Row
	}
	for _, list := range s.lists {
		slices.SortStableFunc(list, func(a, b keyed) int { return cmp.Compare(a.line(), b.line()) })
	}
	if len(asked) > 0 && !slices.ContainsFunc(asked, func(c string) bool { _, ok := s.row(c); return ok }) {
		s.faults.Add(fault.New(fault.Invalid, "report.codes-gone").At("codes"))
	}
	return s
}

// codesOf are the codes the template prints, in small letters, and those of them
// that ask for figures.
func codesOf(items []criteria.Item) (codes map[string]bool, asked []string) {
	codes = map[string]bool{"tt:khoa": true, "tt:so": true, "tt:ngay": true}
	for _, it := range items {
		codes[strings.ToLower(it.Key)] = true
		for _, q := range Questions(it) {
			codes[strings.ToLower(q.Key)] = true
			asked = append(asked, q.Key)
		}
	}
	for _, n := range NarrativeNames {
		codes[NarrativeKey(n.Code)] = true
	}
	return codes, asked
}

// coded finds the code in a row.
func coded(r Row, codes map[string]bool) (keyed, bool) {
	for i, c := range r.Cells {
		code := strings.ToLower(strings.Join(strings.Fields(c), ""))
		if codes[code] || listOf(code) != "" {
			return keyed{Row: r, code: code, at: i}, true
		}
	}
	return keyed{}, false
}

func blank(r Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c string) bool { return viet.Clean(c) != "" })
}

// put takes a row of a code. A list takes every row, also one whose code was copied
// with it; of a figure written twice it is not known which is meant.
func (s *sheet) put(k keyed) {
	if list := listOf(k.code); list != "" {
		s.lists[list] = append(s.lists[list], k)
		return
	}
	was, twice := s.rows[k.code]
	if twice && was.cell(colValue) != "" {
		if k.cell(colValue) != "" && k.cell(colValue) != was.cell(colValue) {
			s.faults.Add(fault.New(fault.Invalid, "report.code-twice", was.place(), k.place(), k.code).At(k.place()))
		}
		return
	}
	s.rows[k.code] = k
}

// goesOn takes a row the unit put in without a code: in a list it is a line more, in
// the words it goes on with the part above; anything else is told as not read.
// next tells that it stands right below.
func (s *sheet) goesOn(last *keyed, r Row, next bool) {
	k := *last
	k.Row, k.more = r, nil
	first := slices.IndexFunc(r.Cells, func(c string) bool { return viet.Clean(c) != "" })
	total := strings.HasPrefix(viet.Fold(r.Cells[first]), "tong") || viet.Fold(r.Cells[first]) == "cong"
	switch t := tableOf(k.code); {
	case t == awardsTable:
		counted := k.cell(3) + k.cell(4) + k.cell(5)
		switch {
		case total:
		case counted != "" && next:
			s.put(k)
		case counted != "" || k.cell(1) != "" && k.cell(2) != "":
			s.unread = append(s.unread, Unread{k.place(), joined(r)})
		}
	case t == wordsTable && next && k.cell(2) != "" && listOf(k.code) == "":
		above := s.rows[k.code]
		above.more = append(above.more, r)
		s.rows[k.code] = above
	case t != figuresTable && t != aboutTable && next && k.cell(2) != "":
		s.put(k)
	case k.cell(2) != "":
		s.unread = append(s.unread, Unread{k.place(), joined(r)})
	}
}

// joined is what stands in a row.
func joined(r Row) string {
	var out []string
	for _, c := range r.Cells {
		if c = viet.Clean(c); c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "; ")
}

// line is the number of a row of a list.
func (k keyed) line() int {
	_, n, _ := strings.Cut(k.code, ":")
	line, _ := strconv.Atoi(n)
	return line
}

// headings finds the rows of headings. A column that must be there and was taken
// away is a fault.
func (s *sheet) headings(rows []Row) (out []heading) {
	for i, r := range rows {
		code := slices.IndexFunc(r.Cells, func(c string) bool { return viet.Fold(c) == codeHeading })
		if code < 0 {
			continue
		}
		var best heading
		most := 0
		for _, t := range tables {
			if cols, n := t.columns(r.Cells, code); n > most || n > 0 && n == most && len(t.heads) < len(best.table.heads) {
				best, most = heading{t, r.Sheet, i, cols}, n
			}
		}
		if most == 0 {
			continue
		}
		out = append(out, best)
		for _, n := range best.table.must {
			if best.columns[n] < 0 {
				k := keyed{Row: r}
				s.faults.Add(fault.New(fault.Invalid, "report.column-gone", k.place(), n).At(k.place()))
			}
		}
	}
	return out
}

// columns finds the table's columns in a row of headings and counts those found by
// their words. Where none was added or taken away, a heading in other words counts
// by its order.
func (t *table) columns(cells []string, code int) (cols []int, found int) {
	cols = []int{code}
	taken := map[int]bool{code: true}
	heads := 0
	for i, c := range cells {
		if i > code && viet.Clean(c) != "" {
			heads++
		}
	}
	for _, h := range t.heads {
		at := slices.IndexFunc(cells, func(c string) bool { return strings.HasPrefix(viet.Fold(c), h) })
		for at >= 0 && taken[at] {
			if next := slices.IndexFunc(cells[at+1:], func(c string) bool { return strings.HasPrefix(viet.Fold(c), h) }); next >= 0 {
				at += 1 + next
			} else {
				at = -1
			}
		}
		if at >= 0 {
			taken[at] = true
			found++
		}
		cols = append(cols, at)
	}
	for n := range cols {
		if at := code + n; cols[n] < 0 && heads == len(t.heads) && at < len(cells) && !taken[at] {
			cols[n], taken[at] = at, true
		}
	}
	return cols, found
}

// columnsFor gives the columns of a row: those of the nearest heading of its table
// above it on its sheet, else of the first below; nil without one.
func columnsFor(heads []heading, k keyed, at int) (cols []int) {
	t := tableOf(k.code)
	for _, h := range heads {
		if h.sheet == k.Sheet && h.table == t && (h.at < at || cols == nil) {
			cols = h.columns
		}
	}
	return cols
}
