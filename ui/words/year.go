package words

// Pages of the movement's year that others open.
const (
	RoutePlans = "ke-hoach"
)
