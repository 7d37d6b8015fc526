package intake

// Template is a list of our own to send out: what an agency fills in so that
// nothing has to be guessed when it comes back. The office says what stands in
// it, storage/sheet writes it. Its headings are wordings of the headings' table,
// so that it needs no reading of its own.
type Template struct {
	Sheet   string   // name of the sheet to fill in
	Sender  string   // letterhead: the unit it is made for, "" to be filled in
	Title   string   // "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
	Lines   []string // below the title: the movement, how to fill in
	Columns []TemplateColumn
	// Rows are what stands there already, cell by cell in the order of the
	// columns; in a blank template only ordinal and key.
	Rows  [][]string
	Lists []TemplateList
	Guide []string // paragraphs of the sheet "Hướng dẫn"
}

// TemplateColumn is one column to fill in.
type TemplateColumn struct {
	Field  Field
	Header string
	Hint   string  // shown when a cell is chosen
	Width  float64 // in characters
	List   string  // name of the TemplateList to choose from, "" for free text
	Strict bool    // nothing but the list's values is taken
	Hidden bool
	Remark bool // what the office asks for; stands out
	Centre bool
}

// TemplateList is the values of a drop-down list, kept on a hidden sheet.
type TemplateList struct {
	Name   string // title on the hidden sheet
	Values []string
}
