package sheet

// What a file may cost. The program must stay under 512 MiB and answer within
// ten seconds on a small office PC, whatever it is handed; Go's collector may
// let the heap grow to twice what is kept, so what is kept has to stay under
// half of that. A real list of a province (20,000 rows) needs a fiftieth of it.
const (
	kib = 1 << 10
	mib = 1 << 20

	// maxFile is the size of a zip-based file on disk. Lists with scanned
	// pictures reach 40 MiB; the pictures are never unpacked.
	maxFile = 128 * mib

	// maxWhole is the size of a file that is taken into memory as a whole:
	// .xls, .csv, web pages. 60,000 rows of .xls are 15 MiB.
	maxWhole = 48 * mib

	// maxKept is what the Book may weigh: 300,000 rows of ten columns fit.
	maxKept = 224 * mib

	// maxShown is how much text all cells together may show. Cells share a text that
	// stands in the file once: a megabyte of file can show a terabyte, and every
	// cell is repaired and kept as it came.
	maxShown = 96 * mib

	// maxLive is what the Book and the file itself may weigh together: callers
	// hold the file in memory, and some kinds are read from a second copy.
	maxLive = 240 * mib

	// maxInflated is what all parts of one package may unpack to; at the speed
	// of the scanner it is a few seconds.
	maxInflated = 768 * mib

	// maxRatio is how many bytes one packed byte may become once a part has
	// unpacked to more than ratioFloor. Sheets full of empty styled rows reach
	// about 60; deflate itself ends at 1032, which is what bombs use.
	maxRatio   = 250
	ratioFloor = 16 * mib

	// maxDirectory is how many bytes of a zip's list of contents are read:
	// about 50,000 parts. A workbook has some dozens.
	maxDirectory = 4 * mib

	// maxRows and maxCols are the size of a sheet in Excel; no program that
	// writes these formats can show more.
	maxRows = 1 << 20
	maxCols = 1 << 14

	// maxSheets is how many sheets a book may have, hidden ones counted.
	maxSheets = 1000

	// maxMerges is how many merged ranges one sheet may have: with 16 bytes
	// each and a search over them per cell, more would cost more than the cells.
	maxMerges = 100_000

	// maxToken is the longest tag or run of text in an XML part. A cell holds
	// 32,767 characters, at most ten bytes each when written as "&#x1234;".
	maxToken = 1 * mib

	// maxCellText is how long the text of one cell may grow out of many runs
	// and breaks; a few bytes of a file can ask for a thousand spaces each.
	maxCellText = 1 * mib

	// maxDepth is how deep XML elements may stand in each other; Word nests
	// tables and content controls to some dozens.
	maxDepth = 256

	// maxPhantom is how many rows in a run may show nothing but error values
	// (#N/A of a lookup that was filled down to the end of the sheet) before
	// the rest of the run is left out: a million of them say nothing and would
	// cost more than all the rest. The next row with a value is kept again.
	maxPhantom = 2000
)
