package paper

// Certificate is one bằng printed on a pre-printed blank: a page of its own size
// with texts placed in millimetres from the top left corner of the sheet. A Part
// that holds certificates holds nothing else.
type Certificate struct {
	Sheet  Sheet
	Fields []Slot
}

// Sheet is the size of a blank, always landscape.
type Sheet uint8

// The sheets.
const (
	SheetA4 Sheet = iota // 297 × 210 mm
	SheetA3              // 420 × 297 mm
)

// Size is the sheet's width and height in mm.
func (s Sheet) Size() (w, h float64) {
	if s == SheetA3 {
		return 420, 297
	}
	return 297, 210
}

// Slot is one text on a certificate. It is set in Size points; when it is too
// wide it is broken into at most Lines lines, then set smaller down to MinSize;
// what still does not fit is reported before paper is wasted.
type Slot struct {
	Name          string  // what an officer calls it: "Họ và tên"
	X, Y, W, H    float64 // mm; the box the text must stay in
	Align         Align   // Auto is centred
	Size, MinSize float64 // points
	Lines         int     // at most; 0 is 1
	Red           bool    // red ink, for blanks without the giver's name pre-printed
	Text          Text
}
