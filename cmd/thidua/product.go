package main

// What the program is called. A test keeps these equal to FyneApp.toml, which a
// plain go build does not read.
const (
	productID      = "vn.thidua.vanphong"
	productName    = "Thi đua - Khen thưởng"
	productVersion = "0.1.0"
)
