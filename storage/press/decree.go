package press

import "thidua/model/paper"

// Every size and distance a paper is set with, each with the rule it comes from.
// "PL I" is Phụ lục I of NĐ 30/2020/NĐ-CP (05/3/2020): the range it allows stands
// first, the value chosen after it. "mẫu" marks what was measured in the decree's
// own sample files; "thực tế" what offices do where the decree is silent.
//
// Lengths are points (1/72 inch) unless a name says mm.

const mm = 72 / 25.4 // points in a millimetre

// The page (PL I, mục I).
const (
	pageWidthMM  = 210 // I.1: A4, 210 × 297 mm
	pageHeightMM = 297

	marginTopMM    = 20 // I.4: 20–25 mm
	marginBottomMM = 20 // I.4: 20–25 mm
	marginLeftMM   = 30 // I.4: 30–35 mm
	marginRightMM  = 15 // I.4: 15–20 mm

	pageNumberSize  = 14 // I.7: 13–14, upright, centred in the top margin, not on page 1
	pageNumberTopMM = 10 // thực tế: the number's top edge, half-way down the top margin
)

// The head (PL I, mục II.1–II.4).
const (
	headLeftShare   = 67.5 // mẫu: the two columns of the head, 67,5 : 100 mm
	headRightShare  = 100
	headLeftLeastMM = 48 // thực tế: what a long place and date leave to the left column

	nationSize      = 12 // II.1: 12–13, capitals, bold
	mottoSize       = 13 // II.1: 13–14, bold; ruled below as long as the text
	parentSize      = 12 // II.2: 12–13, capitals, upright
	issuerSize      = 12 // II.2: 12–13, capitals, bold; ruled below
	numberSize      = 13 // II.3: 13
	datedSize       = 13 // II.4: 13–14, italic
	aboutSize       = 12 // II.5.b: "V/v" 12–13, upright
	aboutGap        = 6  // II.5.b: 6 pt under the number
	urgencySize     = 13 // III.2.b: 13–14, capitals, bold, red, in a box
	urgencyHeightMM = 8  // III.2.b; the widths stand in urgencyWidthMM
	urgencyGap      = 6  // thực tế: from the number to the box
	ruleShare       = 0.4
	// II.2, II.5: the rule is 1/3–1/2 of the text above it; 0,4 of its widest line

	ruleGap      = 2.5 // thực tế: from the text's line to the rule below it
	ruleWidth    = 0.75
	titleRuleGap = 4  // thực tế: the same under a title, which stands alone
	headPad      = 3  // thực tế: keeps the texts of the two columns apart
	headRowGap   = 8  // thực tế: from the rules to the line of number and date
	headGap      = 18 // thực tế: from the head to what follows
)

// urgencyWidthMM are the widths of the boxes of urgency (PL I, III.2.b).
var urgencyWidthMM = map[paper.Urgency]float64{paper.Urgent: 20, paper.VeryUrgent: 40, paper.MostUrgent: 30}

// Title, căn cứ, body (PL I, mục II.5–II.6).
const (
	titleSize    = 14   // II.5.a: 13–14, capitals, bold, centred
	briefSize    = 14   // II.5.a: trích yếu 13–14, bold, centred; ruled below
	briefWidth   = 0.86 // thực tế: a title is narrower than the body …
	briefStep    = 0.04 // … and made wider by this much to keep a phrase whole
	bannerSize   = 14   // thực tế: the authority that decides, as the title
	bodySize     = 14   // II.6: 13–14, justified
	indentMM     = 10   // II.6.đ: the first line goes in 1 cm or 1,27 cm
	paragraphGap = 6    // II.6.đ: at least 6 pt between paragraphs
	lineSpacing  = 1    // II.6.đ: single to 1,5 lines
	sectionGap   = 12   // thực tế: before a title, an authority, a centred heading
	titleGap     = 4    // thực tế: between a centred label and its title

	annexLabelSize    = 14 // PL I, mục IV: "Phụ lục I" 14, bold, centred
	annexTitleSize    = 14 // IV: 13–14, capitals, bold, centred
	annexAttachedSize = 14 // IV: 13–14, italic, centred
)

// Signing and recipients (PL I, mục II.7–II.9).
const (
	signLeftShare  = 3600 // mẫu: the two columns of the sign block, 3600 : 5864 twips
	signRightShare = 5864

	postSize           = 14 // II.7: 13–14, capitals, bold
	nameSize           = 14 // II.7: 13–14, bold, centred
	signNoteSize       = 12 // thực tế: "(Ký, ghi rõ họ tên)"
	signRoomLines      = 4  // thực tế: four empty lines for hand and seal
	addresseeSize      = 14 // II.9.a: 13–14
	recipientTitleSize = 12 // II.9.b: "Nơi nhận:" 12, bold italic
	recipientSize      = 11 // II.9.b: the list 11, upright
	signGap            = 12 // thực tế: from the text to the sign block
)

// Tables: the decree is silent; what offices do.
const (
	columnsSize = 12 // the side-by-side heads of statistical forms
	tableSize   = 13
	tableFine   = 11
	tableGap    = 6 // before a table
	cellPadX    = 4 // from a cell's line to its text, at the sides
	cellPadY    = 2 // the same above and below
	tableLine   = 0.5
	cellFrameY  = 2*cellPadY + tableLine // what a row is higher than its text; word processors count one line
	shortRuleMM = 40                     // the rule under the end of a list
)

// How far a line may be stretched to reach the margin. A space is 0,25 em and may
// grow to twice itself; before it grows past easyStretch the letters share what is
// missing, each by no more than an eye sees. A line that needs more stays short of
// the margin rather than torn apart.
const (
	maxStretch  = 1    // of a space, in times itself
	easyStretch = 0.5  // of a space, before letters are spaced too
	maxTrack    = 0.12 // of a space, after each letter
)

// minFill is the least width of a dotted line that runs to the end of the line,
// in points: a shorter one begins a new line.
const minFill = 70
