package words

// The page of the council.
const (
	AreaCouncil  = "Hội đồng"
	RouteCouncil = "hoi-dong"
)
