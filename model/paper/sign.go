package paper

// Sign is the end of a paper: at the left Nơi nhận, at the right the signer, both
// beginning on one line. With two or three signers they stand side by side and
// Nơi nhận, if any, below them. It is never alone on a page: two lines of text go
// with it.
type Sign struct {
	Recipients []string // without "- " and ";": "Như Điều 2", "Lưu: VT, TĐKT"; empty for none
	Signers    []Signer // one to three
	Middle     bool     // a single signer stands in the middle: the third confirmation of a báo cáo
}

// Signer is one who signs.
type Signer struct {
	Dated Text     // place and date above the post, where the form has it there; italic
	Post  []string // capitals, bold: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
	Note  string   // "(Ký, ghi rõ họ tên)"; italic
	Name  string   // no học hàm, học vị before it (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7)
	// Held is the post held in the agency, over the name on a council's paper; capitals,
	// bold (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7.đ).
	Held []string
}
