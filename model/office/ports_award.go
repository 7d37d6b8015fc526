package office

import (
	"context"
	"io"

	"thidua/model/award"
	"thidua/model/council"
	"thidua/model/dossier"
	"thidua/model/when"
)

// AwardTx is what the award road needs of the store beside Tx's own shelves:
// council, papers received, the fund's book, and what became of certificates.
type AwardTx interface {
	Councils() Set[council.Council, All]
	VoteRules() Set[council.VoteRule, All]
	Sessions() Set[council.Session, SessionFilter]
	Requirements() Set[dossier.Requirement, All]
	Papers() Set[dossier.Paper, PaperFilter]
	Handings() Set[award.Handing, RecordsFilter]
	Bookings() Set[award.Booking, BookingFilter]
	// PaperCounts counts papers by dossier, submission, code and state; without their texts.
	PaperCounts(ctx context.Context, movement int64) ([]PaperCount, error)
	// PaperBriefs gives the papers of a movement with their digests, without their texts.
	PaperBriefs(ctx context.Context, movement int64) ([]PaperBrief, error)
	// Marks gives the marks of papers whose digests were kept.
	Marks(ctx context.Context, papers []int64) (map[int64][]dossier.Mark, error)
	// Copied gives the copied reports of a movement as they were last kept, with
	// what they were found among.
	Copied(ctx context.Context, movement int64) (dossier.Against, []dossier.Copy, error)
	// Typed gives what is being typed of a session, zero for nothing.
	Typed(ctx context.Context, session int64) (Typed, error)
	// Keep keeps what was made of texts, for papers still at the revision they were
	// read at, and what is being typed.
	Keep(ctx context.Context, k Kept) error
}

// Kept is what is kept beside the acts: what was made of papers' texts and need not be
// made again, and what is being typed and counts for nothing yet.
type Kept struct {
	Digests  []dossier.Digest
	Movement int64 // whose reports were held against each other, 0 for none
	Among    dossier.Against
	Copies   []dossier.Copy
	Typed    []Typed // takes the place of what was typed of the session before
	Untyped  []int64 // sessions of which nothing is being typed any more
}

// Typed is what an officer is typing of a session: its sums need not hold yet.
type Typed struct {
	Session council.Session // over the revision it was opened at
	Officer string
	Day     when.Date // it was last typed at
}

// Prose reads what an attachment says: the text of a .docx, .pdf or .txt, paragraphs
// or lines divided by line ends. It answers fault kind Refused for other files and for
// what is only a picture of a paper, with the text of the pages that are none.
type Prose interface {
	Text(ctx context.Context, name string, r io.ReaderAt, size int64) (string, error)
}

// Filters of the award road. A zero field does not narrow.
type (
	// SessionFilter finds sessions, newest first.
	SessionFilter struct{ Movement, Council int64 }
	// PaperFilter finds papers of dossiers or of submissions; both nil is everything.
	PaperFilter struct {
		IDs         []int64
		Dossiers    []int64
		Submissions []int64
		Movement    int64 // those of a movement's dossiers and submissions
	}
	// RecordsFilter finds what belongs to honours; nil is everything.
	RecordsFilter struct{ Records []int64 }
	// BookingFilter finds lines of the fund's book.
	BookingFilter struct {
		Fund     award.Fund
		Decision int64
		Year     int
	}
)

// PaperCount is a paper of the checklist without what it says.
type PaperCount struct {
	Dossier, Submission int64
	Code                string
	State               dossier.PaperState
	Originals, Copies   int
}

// PaperBrief is a paper without its text, with the text's digest but for the marks;
// zero when none was kept.
type PaperBrief struct {
	dossier.Paper
	Says   bool // it has a text
	Digest dossier.Digest
}
