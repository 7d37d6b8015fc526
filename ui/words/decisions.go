package words

// The page of decisions.
const (
	AreaDecisions  = "Quyết định"
	RouteDecisions = "quyet-dinh"
)
