package words

// Pages of the movement's year that others open.
const (
	AreaStatistics  = "Thống kê"
	RouteStatistics = "thong-ke"
	RoutePlans      = "ke-hoach"
)
