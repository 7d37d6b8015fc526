// Command thiduactl is the program without a window: for whoever looks after the
// office's PCs, and for everything that runs by itself. It works on the same data
// folder, through the same office, as the window, and builds without cgo.
//
// Start at commands, the table of what it can do; each file holds the commands of
// one desk. It promises scripts what the README says of it: with --json exactly
// one JSON object on standard output, words for people on standard error, and an
// exit status that tells what happened.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"os/user"
	"slices"
	"strings"

	"thidua/model/fault"
	"thidua/model/office"
	"thidua/model/when"
	"thidua/model/words"
	"thidua/storage"
)

// Exit statuses.
const (
	done     = 0
	findings = 1 // done, and something of severity error was reported
	badCall  = 2
	refused  = 3 // an input file was refused; nothing was written
	noStore  = 4 // the data folder was refused
)

// console is one run.
type console struct {
	ctx      context.Context
	out, err io.Writer
	json     bool
	dir      string
	today    when.Date
	officer  string

	storage *storage.Storage
	office  *office.Office

	answered bool // the one JSON object has been written
}

// command is one thing it can do.
type command struct {
	name  string
	usage string
	about string
	run   func(*console, []string) (int, error)
}

// commands lists what it can do, in the order the help prints it.
func commands() []command {
	return append([]command{
		{"init", "[--sample | --province TÊN]", "tạo thư mục dữ liệu; --sample: văn phòng mẫu; --province: của tỉnh khác, không kèm đơn vị, phong trào có sẵn", (*console).init},
		{"import", "[--dry-run] [--accept] [--movement MÃ] [--from ĐƠN_VỊ] TỆP…", "đọc danh sách của đơn vị gửi", (*console).importFiles},
		{"batches", "", "các tệp đã nhập", (*console).batches},
		{"batch", "SỐ [--column CỘT=TRƯỜNG,…] [--day-first CỘT] [--month-first CỘT] [--set DÒNG:TRƯỜNG=NỘI_DUNG]… [--unit CHỮ=MÃ]… [--award CHỮ=MÃ]… [--kind DÒNG:LOẠI,…] [--seen DÒNG,…] [--overwrite all|none|DÒNG:TRƯỜNG,…] [--not-same DÒNG:DÒNG,…] [--new-person DÒNG,…] [--new DÒNG,…] [--is DÒNG:HỒ_SƠ,…] [--leave DÒNG,…] [--accept] [--undo] [--reply TỆP.xlsx] [--template TỆP.xlsx]",
			"một tệp đã nhập: trả lời, nhận, rút lại; trả tệp cho đơn vị, hoặc lập lại thành mẫu có khóa để đơn vị sửa", (*console).batch},
		{"template", "[--movement MÃ] [--unit MÃ] --out TỆP.xlsx", "mẫu danh sách gửi đơn vị điền: có danh sách thả xuống và khóa từng dòng", (*console).template},
		{"units", "[--on NGÀY] [--find CHỮ] [--successors MÃ] | --import TỆP [--dry-run]", "đơn vị tại một ngày; --import: nhập danh sách đơn vị của tỉnh", (*console).units},
		{"unit", "merge|divide|part|dissolve MÃ… [--into MÃ,…] --date NGÀY --legal CĂN_CỨ", "sáp nhập, chia, tách, giải thể đơn vị từ một ngày", (*console).unit},
		{"movements", "", "các phong trào thi đua", (*console).movements},
		{"movement", "clone MÃ --code MÃ_MỚI --from NGÀY --to NGÀY [--name TÊN] | advance MÃ --to TRẠNG_THÁI [--day NGÀY]", "lập phong trào tiếp theo từ phong trào trước; chuyển trạng thái", (*console).movement},
		{"dossiers", "[--movement MÃ] [--unit MÃ] [--award MÃ] [--stage GIAI_ĐOẠN]", "danh sách hồ sơ", (*console).dossiers},
		{"dossier", "SỐ", "một hồ sơ", (*console).dossier},
		{"check", "[--movement MÃ] [--dossier SỐ]", "kiểm tra theo quy định, kèm lý do", (*console).check},
		{"plans", "[--movement MÃ] [--ask HẠN [--letter SỐ]] [--receive ĐƠN_VỊ --number SỐ [--date NGÀY] [--file TỆP]] [--hand-over all|ĐƠN_VỊ,… [--way CÁCH] [--reason CHỮ]]", "kế hoạch của các đơn vị: yêu cầu, nhận, còn thiếu, bàn giao", (*console).plans},
		{"clusters", "[--year NĂM] [--carry]", "cụm, khối thi đua của một năm; --carry: chuyển từ năm trước sang", (*console).clusters},
		{"reports", "[--movement MÃ] [--year NĂM | --closing] [--ask] [--status TÌNH_TRẠNG]", "báo cáo của các đơn vị; --ask: lập danh sách phải báo cáo", (*console).reports},
		{"report", "receive TỆP.xlsx… | accept|return|extend|hand-over|show ĐƠN_VỊ… | hand-over --all [--movement MÃ] [--year NĂM | --closing] [--reason CHỮ] [--until NGÀY] [--way CÁCH]", "nhận, duyệt, trả lại, gia hạn, bàn giao báo cáo", (*console).report},
		{"remind", "[ĐƠN_VỊ…] [--movement MÃ] [--year NĂM | --closing] [--plan] [--until NGÀY] [--number SỐ] [--single]", "ghi một lần đôn đốc các đơn vị đang nợ", (*console).remind},
		{"criteria", "[--movement MÃ] [--year NĂM] [--draft]", "bộ tiêu chí của một năm; --draft: lập từ năm trước hoặc từ kế hoạch", (*console).criteria},
		{"score", "[--movement MÃ] [--year NĂM] [--unit MÃ [--line TIÊU_CHÍ [--a SỐ] [--b SỐ] [--yes|--no] [--points ĐIỂM] [--na LÝ_DO] [--reason CHỮ] [--evidence CHỮ]]] [--renew] [--close]", "điểm thi đua, từng dòng kèm lý do; --line: thẩm định một tiêu chí; --renew: cập nhật phiếu theo bộ tiêu chí đã sửa", (*console).score},
		{"rank", "[--movement MÃ] [--year NĂM] [--cluster MÃ] [--vote ĐƠN_VỊ=PHIẾU,… [--source CHỮ]] [--close]", "xếp hạng theo cụm, khối", (*console).rank},
		{"exemplars", "[--movement MÃ] [--year NĂM] [SỐ… --publish|--unpublish|--drop]", "điển hình tiên tiến; đưa vào danh sách tuyên truyền, xóa", (*console).exemplars},
		{"petitions", "[--movement MÃ] [--year NĂM] [SỐ --pass CƠ_QUAN|--answer CHỮ|--told [--number SỐ] [--date NGÀY] | SỐ --drop]", "kiến nghị, vướng mắc của các đơn vị: chuyển, ghi trả lời, thông báo, xóa", (*console).petitions},
		{"visits", "[--movement MÃ] [--year NĂM] [--unit MÃ [--date NGÀY] [--mark tot|kha|dat|chua_dat] [--member TÊN] [--finding CHỮ [--ask CHỮ --until NGÀY]] [--note CHỮ] [--file TỆP] | SỐ --done NGÀY | SỐ --drop]", "kiểm tra của thành viên Hội đồng: ghi, việc đã khắc phục, xóa", (*console).visits},
		{"sum", "[--movement MÃ] [--year NĂM | --closing]", "tổng hợp: ai đã báo cáo, số liệu, khen thưởng; theo lúc báo cáo và quy về đơn vị hôm nay", (*console).sum},
		{"stats", "BIỂU --period KỲ [--file SỐ]", "biểu thống kê của một kỳ; --file: chốt đã gửi", (*console).stats},
		{"forms", "", "các văn bản in được", (*console).forms},
		{"print", "MẪU [--movement MÃ] [--award MÃ] [--dossier SỐ] [--decision SỐ] [--session SỐ] [--reminder SỐ] [--unit MÃ] [--year NĂM | --closing] [--period KỲ] [--cluster MÃ] [--urgent khan|thuong-khan|hoa-toc] [--sheet a4|a3] [--plain] [--dx MM] [--dy MM] --out TỆP", "in văn bản ra .pdf, .docx hoặc .xlsx", (*console).print},
		{"find", "CHỮ", "tìm người, đơn vị, hồ sơ, quyết định; bỏ dấu cũng được", (*console).find},
		{"backup", "--out TỆP", "sao lưu, mở lại và kiểm tra bản sao", (*console).backup},
		{"restore", "TỆP", "khôi phục từ bản sao; dữ liệu đang có được giữ sang một bên", (*console).restore},
		{"verify", "[TỆP]", "kiểm tra dữ liệu đang dùng hoặc một bản sao", (*console).verify},
		{"log", "[--verify] [--limit SỐ]", "nhật ký: ai đã làm gì", (*console).log},
		{"undo", "", "hoàn tác việc làm gần nhất", (*console).undo},
	}, awardCommands()...)
}

func main() { os.Exit(Main()) }

// Main runs the console on the program's own arguments and gives the exit status.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return run(ctx, os.Args[1:], os.Stdout, os.Stderr)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	c := &console{ctx: ctx, out: stdout, err: stderr}
	fs := c.flags("thiduactl")
	var today string
	fs.StringVar(&c.dir, "data", "", "thư mục dữ liệu")
	fs.StringVar(&today, "today", "", "coi như hôm nay là ngày YYYY-MM-DD")
	fs.StringVar(&c.officer, "officer", "", "tên cán bộ ghi vào nhật ký")
	fs.BoolVar(&c.json, "json", false, "trả lời bằng một đối tượng JSON")
	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return c.help()
	}
	if err != nil {
		c.json = c.json || slices.Contains(args, "--json") // it may stand behind what was not read
		return c.wrong(wrongFlag(fs, args))
	}
	if c.today, err = when.Parse(today); err != nil || c.today != 0 && !c.today.Exact() {
		return c.wrong(words.Text("console.today", today))
	}
	if c.officer == "" {
		// The name goes into the log and onto papers; that of a service is nobody's.
		if u, err := user.Current(); err == nil && u.Username != "root" {
			c.officer = u.Username
			if u.Name != "" {
				c.officer = u.Name
			}
		}
	}
	rest := fs.Args()
	if len(rest) == 0 {
		c.list(stderr)
		return c.wrong(words.Text("console.which-command"))
	}
	for _, cmd := range commands() {
		if cmd.name != rest[0] {
			continue
		}
		status, err := cmd.run(c, rest[1:])
		if c.storage != nil {
			if cerr := c.storage.Close(); err == nil && cerr != nil {
				err = cerr
			}
		}
		if errors.Is(err, flag.ErrHelp) {
			return c.help(cmd)
		}
		if err != nil {
			return c.fail(cmd, err)
		}
		return status
	}
	return c.wrong(words.Text("console.no-command", rest[0]))
}

// help answers -h: how all commands are called, or one.
func (c *console) help(only ...command) int {
	list := only
	if len(only) == 0 {
		list = commands()
	}
	out := []object{}
	for _, cmd := range list {
		out = append(out, object{"name": cmd.name, "usage": cmd.usage, "about": cmd.about})
	}
	_ = c.answer(object{"commands": out}, func(w io.Writer) { c.list(w, only...) }) // nobody is left to tell
	return done
}

// list writes how all commands are called, or some.
func (c *console) list(w io.Writer, only ...command) {
	if len(only) == 0 {
		fmt.Fprintln(w, "thiduactl [--data THƯ_MỤC] [--today YYYY-MM-DD] [--officer TÊN] [--json] LỆNH …")
		only = commands()
	}
	for _, cmd := range only {
		fmt.Fprintf(w, "  %s\n      %s\n", strings.TrimSpace(cmd.name+" "+cmd.usage), cmd.about)
	}
}

// usage is a wrong call: what was wrong is told with the command's usage.
type usage struct{ text string }

func (u usage) Error() string { return u.text }

func (c *console) wrong(text string) int {
	c.sorry(text)
	return badCall
}

// sorry tells people what went wrong, and scripts too: with --json there is one
// object on standard output whatever happened.
func (c *console) sorry(text string) {
	fmt.Fprintln(c.err, text)
	if c.json && !c.answered {
		_ = c.answer(object{"error": text}, nil) // the exit status says it as well
	}
}

// fail tells a fault in words and gives the exit status of its kind.
func (c *console) fail(cmd command, err error) int {
	var u usage
	if errors.As(err, &u) {
		c.sorry(u.text)
		fmt.Fprintf(c.err, "Cách gọi: thiduactl %s %s\n", cmd.name, cmd.usage)
		return badCall
	}
	c.sorry(words.Say(err))
	switch fault.KindOf(err) {
	case fault.Refused:
		return refused
	case fault.Store:
		return noStore
	case fault.Internal:
		fmt.Fprintln(c.err, err)
		return noStore
	}
	return badCall
}

// open opens the data folder and the office on it.
func (c *console) open() error {
	s, err := storage.Open(c.ctx, storage.Config{Dir: c.dir, Today: c.today})
	if err != nil {
		return err
	}
	c.storage, c.office = s, office.New(s.Ports, c.officer)
	return nil
}

// answer writes the one JSON object, or lets text write for people.
func (c *console) answer(v any, text func(io.Writer)) error {
	if !c.json {
		text(c.out)
		return nil
	}
	c.answered = true
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// object is a JSON object in the making.
type object = map[string]any

// say tells people something beside the answer.
func (c *console) say(code string, args ...any) { fmt.Fprintln(c.err, words.Text(code, args...)) }
