package words

// The page of the register.
const (
	AreaRegister  = "Sổ khen thưởng"
	RouteRegister = "so"
)
