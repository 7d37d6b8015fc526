package intake

// A Book is a table file from outside as a reader found it, before anybody has
// judged what it means. Readers (storage/sheet) fill it; this room reads it and
// never changes it, so that the cell as it came can be kept for ever.
type Book struct {
	Name   string // the file's name without its folder
	Format string // xlsx xlsm xls ods csv txt html spreadsheetml docx
	// Charset is the encoding of a text file as a whole ("utf-8", "utf-16le",
	// "windows-1258" …); "" for formats that say it themselves.
	Charset string
	Fonts   []string // font names; Cell.Font is an index into it; Fonts[0] is ""
	Sheets  []Grid
}

// Grid is one sheet.
type Grid struct {
	Name   string
	Hidden bool // hidden or "very hidden" sheet
	Rows   []Row
	Merges []Merge
	// HiddenCols lists hidden columns, counted from 0.
	HiddenCols []int
}

// Row is one row that holds at least one cell. Rows without cells are left out.
type Row struct {
	Number int  // counted from 1, as the spreadsheet program shows it
	Hidden bool // by hand or by a filter
	Cells  []Cell
}

// CellKind tells what sort of value a cell holds.
type CellKind uint8

// The kinds of value.
const (
	Text    CellKind = iota
	Number           // Num holds it; Text holds it as the file writes it
	DateNum          // a number under a date format; Num is days since 1970-01-01, whatever the file's date system
	Bool             // Text is "1" or "0"
	Failure          // an error value; Text is "#N/A", "#REF!" …
	Unsaved          // a formula whose result was never stored; Text is the formula
)

// Cell is one cell. Text is exactly what the file holds: no trimming, no
// decoding of old Vietnamese encodings, no normal form.
type Cell struct {
	Col     int // counted from 0
	Kind    CellKind
	Formula bool  // the value is the cached result of a formula
	Struck  bool  // struck out: the agency withdrew it
	Shown   Shown // of a DateNum: how much of the day its format shows
	Partly  bool  // some of its letters are struck out; Text holds them with the others
	Font    int   // index into Book.Fonts
	Num     float64
	Text    string
}

// Shown is how much of a day the format of a cell shows. What is not shown, the
// agency does not say: Excel itself makes 01/3/1980 of a typed "3/1980".
type Shown uint8

// The ways a format shows a day.
const (
	ShownDay   Shown = iota
	ShownMonth       // month and year
	ShownYear
)

// Merge is a merged range, rows as Row.Number, columns from 0, both ends included.
type Merge struct{ Top, Left, Bottom, Right int }
