package audit

import "thidua/model/registry"

// Role is what somebody may do in the program.
type Role string

// The roles. An office of one person needs only Officer; Reader is for a leader
// who looks, Keeper for whoever may also change rules, texts and settings.
const (
	Keeper  Role = "phu_trach"
	Officer Role = "can_bo"
	Reader  Role = "xem"
)

// RoleNames are the roles in words.
var RoleNames = []registry.Name{
	{Code: string(Keeper), Name: "Phụ trách"},
	{Code: string(Officer), Name: "Cán bộ"},
	{Code: string(Reader), Name: "Chỉ xem"},
}

// May tells whether a role may do an act.
func May(r Role, act string) bool { return r != Reader || act == "print" }
