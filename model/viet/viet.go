// Package viet is what the program knows of the Vietnamese language as it
// stands in the files agencies send: letters and tones, syllables, the old
// one-byte encodings and how to come back from them, keys for search,
// comparison and sorting, capitals, and numbers in words.
//
// Where to start: Repair for a cell from outside, Clean for its white space,
// Fold and Key for finding and comparing, SortKey for lists of people,
// TitleName for a name whose capitals were lost.
//
// It promises: every text it returns is valid UTF-8 in normal form C; a cell
// that is plainly Unicode is never taken for an old encoding; where two
// readings are possible the result carries a Doubt and the other reading, so
// that a person decides. It never does I/O, never strips a soft hyphen before
// it knows whether it is TCVN3's "ư", and never rebuilds a name from parts.
//
// Glossary: Tone — thanh điệu; Rime — vần; Onset — phụ âm đầu;
// TCVN3 — bảng mã ABC (.VnTime); VNI — bảng mã VNI; CP1258 — Windows-1258.
package viet

// Encoding names how a text was written.
type Encoding string

// The encodings a cell or a column can be in. The empty Encoding means that
// nothing is known.
const (
	Unicode Encoding = "unicode" // also half-composed and decomposed text
	TCVN3   Encoding = "tcvn3"   // TCVN 5712:1993 VN3, fonts .Vn…
	VNI     Encoding = "vni"     // VNI Windows, fonts VNI-…
	CP1258  Encoding = "cp1258"  // bytes of windows-1258 read as Latin-1
	UTF8    Encoding = "utf8"    // bytes of UTF-8 read as windows-1252, as Excel does with a CSV without BOM
	Mixed   Encoding = "mixed"   // a column or a cell holding more than one
)

// Doubt says how far a repaired text can be trusted.
type Doubt uint8

// The doubts.
const (
	NoDoubt    Doubt = iota
	Doubtful         // two readings are possible, or none is good: a person decides
	LostLetter       // TCVN3's ư (U+00AD) was dropped on the way; Text has it back where only one place fits
)

// Repaired is a cell brought back to Unicode.
type Repaired struct {
	Text     string   // NFC; white space as it came
	Encoding Encoding // what it was read as
	Doubt    Doubt
	Other    string // the other possible reading when there is one, "" otherwise
}
