package form

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"thidua/assets"
	"thidua/model/paper"
	"thidua/model/viet"
)

// Certificates is the facts of `bang-khen`: one bằng for each line, printed on the
// office's pre-printed blanks. A fact that is missing leaves its place empty: dots
// on a blank that cost money would spoil it; only the name is never left out.
type Certificates struct {
	Frame
	Movement Movement
	Award    Award
	Lines    []Line
	Decision Reference // number and day of the decision
	// Reason is what they are commended for; a line's own Achievement wins when
	// OwnReason is set.
	Reason    string
	OwnReason bool
	// Layout is where each text stands; the zero Layout is the A4 one.
	Layout Layout
	// Plain prints on white paper: what a blank has pre-printed is printed too.
	Plain bool
}

// Layout is where the texts of a blank stand, in mm from the top left corner.
type Layout struct {
	Sheet paper.Sheet
	Slots []Spot
}

// Spot is the place of one text on a blank.
type Spot struct {
	Key           string  // what stands there: "ten", "don-vi", "thanh-tich" …
	Name          string  // what an officer calls it
	X, Y, W, H    float64 // mm
	Align         paper.Align
	Size, MinSize float64 // points
	Lines         int
	Bold, Italic  bool
	Red           bool
	Preprinted    bool // stands on the blank already; printed only on plain paper
}

// LayoutA4 and LayoutA3 are the layouts the program brings; an office measures its
// own blanks and moves the spots; a printer's own offset is the press's.
func LayoutA4() Layout { return layouts()[0] }

// LayoutA3 is the layout of the larger blank.
func LayoutA3() Layout { return layouts()[1] }

var layouts = sync.OnceValue(func() [2]Layout {
	var out [2]Layout
	for i, name := range []string{"forms/bang-khen-a4.tsv", "forms/bang-khen-a3.tsv"} {
		l, err := readLayout(string(assets.Must(name)))
		if err != nil {
			panic("form: " + name + ": " + err.Error())
		}
		l.Sheet = []paper.Sheet{paper.SheetA4, paper.SheetA3}[i]
		out[i] = l
	}
	return out
})

// readLayout reads lines "key name x y w h align size min lines style", divided by
// tabs; "#" begins a remark.
func readLayout(text string) (Layout, error) {
	var l Layout
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 11 {
			return l, fmt.Errorf("line %d has %d columns, want 11", n+1, len(c))
		}
		var v [7]float64
		for i, k := range []int{2, 3, 4, 5, 7, 8, 9} {
			f, err := strconv.ParseFloat(c[k], 64)
			if err != nil {
				return l, fmt.Errorf("line %d: %q is no number", n+1, c[k])
			}
			v[i] = f
		}
		align, ok := map[string]paper.Align{"giua": paper.Centre, "trai": paper.Left, "phai": paper.Right}[c[6]]
		if !ok {
			return l, fmt.Errorf("line %d: %q is no alignment", n+1, c[6])
		}
		l.Slots = append(l.Slots, Spot{Key: c[0], Name: c[1], X: v[0], Y: v[1], W: v[2], H: v[3], Align: align, Size: v[4], MinSize: v[5], Lines: int(v[6]),
			Bold: strings.Contains(c[10], "dam"), Italic: strings.Contains(c[10], "nghieng"), Red: strings.Contains(c[10], "do"), Preprinted: strings.Contains(c[10], "in-san")})
	}
	return l, nil
}

// Document is one page for each line, in the order of the lines.
func (c Certificates) Document() *paper.Document {
	const code = "bang-khen"
	f := c.facts(code)
	f.about(c.Movement)
	f.award(c.Award)
	// A catalogue names the giver without the province; a bằng names it.
	if full := f.words("chu-tich"); c.Own.Name != "" || c.Award.Decider == "" || strings.HasPrefix(full, c.Award.Decider) {
		f.set("nguoi-tang", full)
	}
	decided := c.Decision
	decided.Body, decided.About = "", "" // the giver stands above
	f.put("quyet-dinh-khen", decided.cited())
	f.put("ngay-bang", paper.Join(paper.Plain(f.placeName(c.Head.Place)+", "), dateText(c.Head.Date, c.year())))
	authority := c.Sign.Authority
	if len(authority) == 0 {
		authority = f.strings(code + ".ky")
	}
	f.put("chuc-vu", linesOf(authority))
	f.set("nguoi-ky", c.Sign.Name)
	layout := c.Layout
	if len(layout.Slots) == 0 {
		layout = LayoutA4()
	}
	d := &paper.Document{Code: code, Title: f.words(code + ".ten-goi"), Author: c.author(f, code)}
	part := paper.Part{Name: f.words(code + ".ten-goi"), Landscape: true}
	for i, l := range c.Lines {
		part.Blocks = append(part.Blocks, c.one(f, layout, l, i+1))
	}
	if len(c.Lines) == 0 {
		part.Blocks = append(part.Blocks, c.one(f, layout, Line{}, 0))
	}
	d.Parts = []paper.Part{part}
	return d
}

// one is the bằng of one line. The number in the golden book is the line's own, or
// its place in the list (NĐ 98/2023/NĐ-CP, Điều 104).
func (c Certificates) one(f *facts, layout Layout, l Line, place int) paper.Certificate {
	const code = "bang-khen"
	f.put("ten", f.official(paper.Plain(l.called())))
	f.put("noi", f.official(paper.Plain(capitalWord(l.place(f)))))
	reason := c.Reason
	if c.OwnReason && l.Achievement != "" {
		reason = l.Achievement
	}
	f.set("ly-do", reason)
	if reason == "" {
		f.put("ly-do", f.text("bang-khen.ly-do-phong-trao"))
	}
	golden := l.Golden
	if golden == "" && place > 0 {
		golden = itoa(place)
	}
	f.set("so-vang", golden)
	cert := paper.Certificate{Sheet: layout.Sheet}
	for _, s := range layout.Slots {
		if s.Preprinted && !c.Plain {
			continue
		}
		t := f.text(code + "." + s.Key)
		if t.Empty() {
			continue
		}
		for i := range t {
			t[i].Bold, t[i].Italic = t[i].Bold || s.Bold, t[i].Italic || s.Italic
		}
		cert.Fields = append(cert.Fields, paper.Slot{Name: s.Name, X: s.X, Y: s.Y, W: s.W, H: s.H, Align: s.Align,
			Size: s.Size, MinSize: s.MinSize, Lines: s.Lines, Red: s.Red, Text: t})
	}
	return cert
}

func (f *facts) placeName(given string) string {
	if given = viet.Clean(given); given != "" {
		return given
	}
	return f.words("dia-danh")
}

func linesOf(ss []string) paper.Text {
	var ts []paper.Text
	for _, s := range ss {
		ts = append(ts, paper.Plain(s))
	}
	return paper.Lines(ts...)
}
