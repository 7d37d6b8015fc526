package words

// The page of petitions.
const (
	AreaPetitions  = "Kiến nghị"
	RoutePetitions = "kien-nghi"

	PetitionsOpen     = "Chưa có trả lời ({0})"
	PetitionsTell     = "Chưa thông báo đơn vị ({0})"
	PetitionsAll      = "Tất cả ({0})"
	PetitionsSearch   = "Tìm đơn vị, nội dung, nơi chuyển đến… (Ctrl+F)"
	PetitionsNone     = "Không có kiến nghị, vướng mắc nào"
	PetitionsNoneText = "Kiến nghị nêu trong báo cáo được ghi vào đây khi báo cáo được duyệt; văn bản kiến nghị riêng thì bấm “Tiếp nhận…”."
	PetitionsPick     = "Chọn một kiến nghị"
	PetitionsPickText = "Chọn một dòng để xem nội dung và quá trình: tiếp nhận, chuyển, trả lời, thông báo cho đơn vị."

	PetitionUnit     = "Đơn vị kiến nghị"
	PetitionText     = "Nội dung kiến nghị, vướng mắc"
	PetitionStage    = "Tình trạng"
	PetitionWaited   = "Đã chờ"
	PetitionDays     = "{0} ngày"
	PetitionReceived = "Tiếp nhận ngày"
	PetitionNumber   = "Văn bản của đơn vị, số"
	PetitionDate     = "Ngày văn bản"
	PetitionLetter   = "Bản chụp văn bản của đơn vị"
	PetitionTo       = "Chuyển đến"
	PetitionPassed   = "Ngày chuyển"
	PetitionPassedNo = "Công văn chuyển, số"
	PetitionAnswered = "Ngày trả lời"
	PetitionAnswerNo = "Văn bản trả lời, số"
	PetitionAnswer   = "Nội dung trả lời"
	PetitionAnsFile  = "Bản chụp văn bản trả lời"
	PetitionTold     = "Thông báo đơn vị ngày"
	PetitionNote     = "Ghi chú"
	PetitionReport   = "Nêu trong báo cáo"
	PetitionSee      = "mở bản chụp"
	PetitionWaits    = "Đơn vị đã chờ trả lời {0} ngày làm việc."
	PetitionTook     = "Trả lời sau {0} ngày làm việc."
	PetitionRoad     = "Quá trình"

	PetitionAdd      = "Tiếp nhận…"
	PetitionAddTitle = "Tiếp nhận kiến nghị, vướng mắc"
	PetitionEdit     = "Sửa…"
	PetitionPass     = "Chuyển…"
	PetitionReply    = "Ghi trả lời…"
	PetitionTell     = "Thông báo đơn vị…"
	PetitionDrop     = "Xóa"
	PetitionDropAsk  = "Xóa kiến nghị của {0} khỏi sổ? Việc này hoàn tác được."
	PetitionPassIs   = "Ví dụ: Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh. Sở Nội vụ tự trả lời thì không cần chuyển."
	PetitionReplyIs  = "Ghi tóm tắt ý trả lời; văn bản trả lời kèm theo thì chọn bản chụp."

	PetitionSaved   = "Đã ghi kiến nghị của {0}."
	PetitionGone    = "Đã chuyển kiến nghị của {0} đến {1}."
	PetitionIsDone  = "Đã ghi trả lời kiến nghị của {0}."
	PetitionIsTold  = "Đã ghi việc thông báo cho {0}."
	PetitionDropped = "Đã xóa kiến nghị của {0}."
)

// PetitionSteps are the steps of a petition's way.
var PetitionSteps = []string{"Tiếp nhận", "Chuyển", "Trả lời", "Thông báo"}
