package office

import (
	"context"
	"image"
	"io"
	"time"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/check"
	"thidua/model/decision"
	"thidua/model/dossier"
	"thidua/model/intake"
	"thidua/model/movement"
	"thidua/model/paper"
	"thidua/model/registry"
	"thidua/model/when"
)

// Ports are what the office needs from outside; storage gives them.
type Ports struct {
	Store   Store
	Sheets  Sheets
	Press   Press
	Viewer  Viewer  // nil where pages cannot be shown
	Printer Printer // nil where there is no printing
	Vault   Vault
	Copies  Copies
	Prose   Prose
	Clock   when.Clock
}

// Set is one noun's shelf in the store. F narrows a search; its zero value finds
// everything.
type Set[T, F any] interface {
	// Get answers fault kind NotFound when there is none.
	Get(ctx context.Context, id int64) (T, error)
	Find(ctx context.Context, f F) ([]T, error)
	Count(ctx context.Context, f F) (int, error)
	// Put adds a value without ID and gives it one, or saves a value over the
	// revision it was read at; "store.changed-meanwhile" when somebody was faster.
	Put(ctx context.Context, values ...*T) error
	Delete(ctx context.Context, id int64) error
}

// All is the filter of nouns that are always read whole.
type All struct{}

// Tx is a view of the store: one moment for a reader, one act for a writer.
type Tx interface {
	Units() Set[registry.Unit, All]
	Events() Set[registry.Event, All]
	Nominees() Set[registry.Nominee, NomineeFilter]
	NotSame() Set[registry.NotSame, All]
	Awards() Set[award.Award, All]
	Standards() Set[award.Standard, All]
	RuleSets() Set[award.RuleSet, All]
	Coefficients() Set[award.Coefficient, All]
	Salaries() Set[award.Salary, All]
	Records() Set[award.Record, RecordFilter]
	Movements() Set[movement.Movement, MovementFilter]
	Roads() Set[dossier.Road, All]
	Submissions() Set[dossier.Submission, SubmissionFilter]
	Dossiers() Set[dossier.Dossier, DossierFilter]
	Decisions() Set[decision.Decision, DecisionFilter]
	Batches() Set[intake.Batch, BatchFilter]
	Rows() RowSet
	Mappings() Set[Mapping, MappingFilter]
	Settings() Set[Setting, SettingFilter]
	Printings() Set[Printing, PrintingFilter]
	Confirmations() Set[dossier.Confirmation, DossiersFilter]
	Matters() Set[dossier.Matter, NomineesFilter]
	Initiatives() Set[dossier.Initiative, All]
	Overrules() Set[check.Overrule, DossiersFilter]
	AwardTx
	YearTx
	Search(ctx context.Context, text string, limit int) ([]Hit, error)
	Entries(ctx context.Context, f EntryFilter) ([]audit.Entry, error)
	Changes(ctx context.Context, entry int64) ([]audit.Change, error)
	// History gives the entries that touched one record, newest first.
	History(ctx context.Context, ref audit.Ref) ([]audit.Entry, error)
	// StageCounts counts dossiers by movement, award and stage.
	StageCounts(ctx context.Context, movement int64) ([]StageCount, error)
}

// Store keeps everything.
type Store interface {
	Read(ctx context.Context, fn func(Tx) error) error
	// Write runs one act in one transaction, writes its entry beside it and tells
	// what changed after the commit. An act that changes nothing leaves no entry.
	Write(ctx context.Context, e audit.Entry, fn func(Tx) error) (audit.Entry, []audit.Ref, error)
	// Undo takes an entry back as a new one. It answers "store.undo-later" when a
	// later act stands on what would be taken away.
	Undo(ctx context.Context, entry int64, by audit.Entry) (audit.Entry, []audit.Ref, error)
	// Keep keeps what a reader had to make of texts, which can be made again at any
	// time, and what is being typed, which counts for nothing yet; it is no act.
	Keep(ctx context.Context, k Kept) error
	// Verify checks integrity, foreign keys and the chain of the log, and counts.
	Verify(ctx context.Context) (Health, error)
}

// RowSet keeps the rows of staged files.
type RowSet interface {
	Replace(ctx context.Context, batch int64, rows []intake.StagedRow) error
	// Find gives a batch's rows in file order.
	Find(ctx context.Context, batch int64) ([]intake.StagedRow, error)
	// Became notes what rows turned into. A note holds as long as the act that
	// wrote it is not taken back.
	Became(ctx context.Context, batch int64, became map[RowKey]Became) error
	// WithKeys finds the dossiers that rows with these keys became, or with keys that
	// begin so ("" for none), oldest first.
	WithKeys(ctx context.Context, keys []string, begin string) (map[string][]int64, error)
}

// RowKey names a row of a batch.
type RowKey struct{ Part, Row int }

// Became is what a row turned into.
type Became struct {
	Dossier int64
	Key     string          // by which a corrected row finds it again
	Updates []intake.Update // what the row said of a dossier that existed before
}

// Sheets reads tables from outside and gives an agency's own file back.
type Sheets interface {
	Read(ctx context.Context, name string, r io.ReaderAt, size int64) (*intake.Book, error)
	// Annotate writes the file again with one more column: notes by sheet and row.
	Annotate(ctx context.Context, name string, r io.ReaderAt, size int64, w io.Writer, notes map[string]map[int]string, column string) error
	// Template writes a list for an agency to fill in.
	Template(ctx context.Context, w io.Writer, t intake.Template) error
}

// Press sets a document in type; the kind is "pdf", "docx" or "xlsx".
type Press interface {
	// by moves certificates only.
	Set(ctx context.Context, w io.Writer, doc *paper.Document, kind string, by Offset) error
	// Ruler sets the sheet a printer's offset is measured with.
	Ruler(ctx context.Context, w io.Writer, sheet paper.Sheet, by Offset) error
	// Misfits lists the texts that do not fit their places on a certificate.
	Misfits(ctx context.Context, doc *paper.Document) ([]Misfit, error)
}

// Viewer shows finished pages as pictures.
type Viewer interface {
	Open(ctx context.Context, pdf []byte) (Sheaf, error)
}

// Sheaf is an opened paper. Its pictures are made one at a time.
type Sheaf interface {
	Len() int
	// Size is a page's width and height in points.
	Size(page int) (w, h float64)
	// Picture is a page so many pixels across.
	Picture(ctx context.Context, page, pixels int) (image.Image, error)
	Close() error
}

// Vault keeps files by the hash of their bytes.
type Vault interface {
	Put(ctx context.Context, r io.Reader) (hash string, size int64, err error)
	Open(hash string) (Blob, error)
	// Missing lists the hashes out of the given ones whose file is gone or altered.
	Missing(ctx context.Context, hashes []string) ([]string, error)
}

// Copies makes and checks copies of everything: the data and the kept files.
type Copies interface {
	// Write makes a copy, opens and checks it, and only then gives it its name.
	Write(ctx context.Context, path string) error
	// Verify checks a copy without touching the open data.
	Verify(ctx context.Context, path string) (Health, error)
}

// Blob is an opened file of the vault.
type Blob interface {
	io.ReaderAt
	io.Closer
	Size() int64
}

// Filters. A zero field does not narrow.
type (
	// NomineeFilter finds nominees; Name is compared with its tones (viet.Key).
	NomineeFilter struct {
		IDs       []int64
		Kind      registry.Kind
		Unit      int64
		IDNumbers []string
		Names     []string // viet.Key of the name
		Limit     int
	}
	// RecordFilter finds honours held.
	RecordFilter struct {
		Nominees []int64
		Unit     int64
		Award    string
		Movement string
		Decision int64
		Year     int
	}
	// MovementFilter finds movements.
	MovementFilter struct{ Code string }
	// SubmissionFilter finds submissions.
	SubmissionFilter struct{ Movement, Unit, Batch int64 }
	// DossierFilter finds dossiers; Text is looked for in name, unit and post without tones.
	DossierFilter struct {
		IDs        []int64
		Movement   int64
		Unit       int64
		Award      string
		Stages     []dossier.Stage
		Nominees   []int64
		Batch      int64
		Submission int64
		Kind       registry.Kind
		Text       string
		Limit      int
		Offset     int
	}
	// DossiersFilter finds what belongs to dossiers; nil is everything.
	DossiersFilter struct{ Dossiers []int64 }
	// NomineesFilter finds what belongs to nominees; nil is everything.
	NomineesFilter struct{ Nominees []int64 }
	// DecisionFilter finds decisions.
	DecisionFilter struct {
		Movement int64
		Award    string
		Issued   *bool
		Of       int64 // those that correct or revoke it
		Giving   bool  // only those that give
	}
	// BatchFilter finds staged files.
	BatchFilter struct {
		Hash     string
		Movement int64
		States   []intake.BatchState
	}
	// MappingFilter finds remembered headings.
	MappingFilter struct{ Sender string }
	// SettingFilter finds settings by the beginning of their key.
	SettingFilter struct{ Prefix string }
	// PrintingFilter finds what was printed.
	PrintingFilter struct {
		Form    string
		Dossier int64
		Limit   int
	}
	// EntryFilter finds entries of the log, newest first.
	EntryFilter struct {
		IDs    []int64
		Limit  int
		Offset int
	}
)

// Mapping remembers what a person said a heading means, for one sender.
type Mapping struct {
	ID, Rev int64
	Sender  string // code of the sending unit; "" for every sender
	Heading string // intake.HeadingKey of the heading
	Field   string
}

// Setting is one dated text or number of the office's own: a căn cứ list, a
// signer, a deadline. The newest one that holds on a day counts.
type Setting struct {
	ID, Rev int64
	Key     string
	when.Period
	Value  string
	Source string
}

// Printing is one paper that left the program.
type Printing struct {
	ID, Rev  int64
	Form     string
	Movement int64
	Dossier  int64
	Decision int64
	File     string // name of the file, without its folder
	Hash     string // SHA-256 of its bytes
	At       time.Time
	Officer  string
}

// Hit is one answer of the search box.
type Hit struct {
	Noun  string // nominee, unit, dossier, decision, movement
	ID    int64
	Title string
	Note  string
}

// StageCount is how many dossiers stand where.
type StageCount struct {
	Movement int64
	Award    string
	Kind     registry.Kind
	Unit     int64
	Stage    dossier.Stage
	Count    int
}

// Health is what a check of the data found.
type Health struct {
	OK       bool
	Problems []string // in Vietnamese
	Entries  int      // lines of the log, all chained
	Version  int      // of the schema
	SQLite   string
	Hashes   []string `json:"-"` // of every file the data refer to
}
