package viet

import "strings"

// Words of the other peoples of the province and the highlands, and names
// written in their own way, that hold marked letters yet are no Vietnamese
// syllables. They keep a right reading from being called bad; they decide
// nothing alone. Plain ASCII ones ("Pupur", "Bo Bo") need no entry.
const foreignList = `katơr chamaléa chamalé kator pinăng mấu raglây raglăy ra-glai jarai gia-rai ê-đê
êđê mnông m'nông bahnar ba-na xơ-đăng xơđăng sêđăng cơ-ho k'ho cơho kơho churu chu-ru cơ-tu cơtu tà-ôi tàôi
xtiêng stiêng hrê brâu giẻ-triêng giẻ rơ-măm rơmăm mạ chơro chơ-ro hmông h'mông pà-thẻn
đăk đắk lăk đăklăk đắklắk krông plây pleiku kpă kpă niê byă mlô êban hđơk hwing kđoh kbuôr ksơr rơchâm rơ-châm
siu rơmah rơ-mah rahlan nay ayŭn kră krajăn kơsă cil liêng-hot bonđưng bon-đưng bnahria k'brêu k'brếp đơn đăng
ađrơng ađâu atô aviết avô bríu blúp bling zơrâm pơloong cơlâu hôih hốih ploong đinhh đuôn chế-mlố mlố chămpa
pôklông pôsahi sahi pônagar pô pô-klông ka-tê katê ramưwan mbăng păng kađăng`

// foreign is read only once built.
var foreign map[string]struct{}

func initWords() {
	foreign = make(map[string]struct{}, 128)
	for _, w := range strings.FieldsFunc(foreignList, func(r rune) bool { return r == ' ' || r == '\n' || r == '-' || r == '\'' }) {
		foreign[w] = struct{}{}
	}
}
