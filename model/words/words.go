// Package words turns codes into Vietnamese: what the officer reads about a
// fault, an issue or a finding.
//
// Start at Say (an error) and Text (a code with its arguments). The sentences
// stand in assets/words, one table per room, a line "code<TAB>sentence" with {0}
// {1} … where the arguments go; each says what is wrong and what to do. A test
// promises that every code in the source has its sentence and every sentence is
// used. The package never shows a cause, a path of the source or an English
// text: those belong to the error log.
package words

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"thidua/assets"
	"thidua/model/fault"
	"thidua/model/when"
)

// ErrorLog is the name of the file in the data folder that keeps the causes of
// faults; the general sentence points to it, and whoever starts the program writes it.
const ErrorLog = "nhat-ky-loi.txt"

// Say gives one clear Vietnamese text for any error: the sentence of a fault,
// the sentences of a fault.List in its order, a general one for an error that is
// no fault. Say(nil) is "".
func Say(err error) string {
	if err == nil {
		return ""
	}
	var list fault.List
	if errors.As(err, &list) {
		said := make([]string, 0, len(list))
		for _, e := range list {
			if s := Text(e.Code, e.Args...); len(said) == 0 || said[len(said)-1] != s {
				said = append(said, s)
			}
		}
		return strings.Join(said, " ")
	}
	var one *fault.Error
	if errors.As(err, &one) {
		return Text(one.Code, one.Args...)
	}
	if errors.Is(err, context.Canceled) {
		return Text("words.canceled")
	}
	return Text("words.internal", ErrorLog)
}

// Text gives the sentence of a code with its arguments filled in. A code without
// a sentence is said as such, with the code to report.
func Text(code string, args ...any) string {
	s, ok := table()[code]
	if !ok {
		return Text("words.unnamed", code)
	}
	return fill(s, args)
}

// table is all sentences by code. The files are the program's own and are checked
// by a test, so a bad one panics like any other broken constant.
var table = sync.OnceValue(func() map[string]string {
	t := map[string]string{}
	for _, f := range assets.Words() {
		if err := read(t, f.Name, string(f.Data)); err != nil {
			panic("words: " + err.Error())
		}
	}
	return t
})

// read adds the lines of one table to t.
func read(t map[string]string, name, text string) error {
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		code, sentence, ok := strings.Cut(line, "\t")
		switch {
		case !ok || code == "" || strings.TrimSpace(sentence) == "":
			return fmt.Errorf("%s:%d: not \"code<TAB>sentence\": %q", name, i+1, line)
		case t[code] != "":
			return fmt.Errorf("%s:%d: %s has a sentence already", name, i+1, code)
		}
		t[code] = strings.TrimSpace(sentence)
	}
	return nil
}

// fill puts the arguments in the places {0} {1} …; a place without an argument
// becomes "…", so that a person still gets the rest of the sentence.
func fill(s string, args []any) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		num, after, ok := strings.Cut(rest, "}")
		n, err := strconv.Atoi(num)
		switch {
		case !ok || err != nil:
			b.WriteString("{")
			s = rest
			continue
		case n < 0 || n >= len(args):
			b.WriteString("…")
		default:
			b.WriteString(show(args[n]))
		}
		s = after
	}
}

// show writes an argument as an officer reads it: dates dd/mm/yyyy, periods by
// their last day (a Period ends before To), whole numbers plainly, decimals with
// a comma, lists with commas.
func show(arg any) string {
	switch v := arg.(type) {
	case nil:
		return ""
	case string:
		return text(v)
	case when.Date:
		return v.Slash()
	case when.Period:
		return period(v)
	case time.Time:
		return v.Format("15:04 02/01/2006")
	case float64:
		return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
	case fmt.Stringer:
		return v.String()
	}
	if l := reflect.ValueOf(arg); l.Kind() == reflect.Slice {
		parts := make([]string, l.Len())
		for i := range parts {
			parts[i] = show(l.Index(i).Interface())
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(arg)
}

// text shows a day that went through a store or through JSON, and so came back as
// its ISO form, like any other day.
func text(s string) string {
	if len(s) == len("2006-01-02") {
		if d, err := when.Parse(s); err == nil {
			return d.Slash()
		}
	}
	return s
}

func period(p when.Period) string {
	var parts []string
	if !p.From.IsZero() {
		parts = append(parts, "từ ngày "+p.From.Slash())
	}
	if !p.To.IsZero() {
		parts = append(parts, "đến hết ngày "+p.To.AddDays(-1).Slash())
	}
	return strings.Join(parts, " ")
}
