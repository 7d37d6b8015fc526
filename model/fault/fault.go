// Package fault is how every room says that something cannot be done.
//
// A fault is a kind (what sort of answer it calls for), a code (which sentence
// says it), the field it belongs to, and the arguments of the sentence. Words
// are made at the edge by model/words, in Vietnamese, with a hint of what to do
// next; nothing in the program ever matches the text of an error.
//
// Start at New. A form that finds several faults at once returns them as a List.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of answer a fault calls for.
type Kind uint8

// The kinds, from "type it differently" to "call the person who keeps the PC".
const (
	Internal Kind = iota // a fault of the program itself
	Invalid              // what was given does not fit; the person can correct it
	NotFound             // what was named does not exist
	Conflict             // somebody changed it meanwhile, or it has gone on
	Denied               // this person may not
	Refused              // a file from outside cannot be taken: damaged, hostile, encrypted, not a table
	Store                // the data folder: locked by another, damaged, read-only, full
	Canceled             // the person stopped it
)

// Error is one fault.
type Error struct {
	Kind  Kind
	Code  string // key of the sentence under assets/words, e.g. "intake.not-a-table"
	Field string // the field of a form it belongs to; "" for the whole
	Args  []any  // the sentence's {0}, {1} …
	Cause error  // for the log, never for the screen
}

// New makes a fault of a kind with the code of its sentence.
func New(k Kind, code string, args ...any) *Error { return &Error{Kind: k, Code: code, Args: args} }

// At names the field the fault belongs to and returns the same fault.
func (e *Error) At(field string) *Error { e.Field = field; return e }

// Because keeps the cause for the log and returns the same fault.
func (e *Error) Because(err error) *Error { e.Cause = err; return e }

// Error is for logs; people are shown words.Say.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	if e.Field != "" {
		b.WriteString(" at " + e.Field)
	}
	if len(e.Args) > 0 {
		fmt.Fprintf(&b, " %q", fmt.Sprint(e.Args...))
	}
	if e.Cause != nil {
		b.WriteString(": " + e.Cause.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// List is all faults of one form, in the order of its fields.
type List []*Error

// Error joins the faults for a log.
func (l List) Error() string {
	s := make([]string, len(l))
	for i, e := range l {
		s[i] = e.Error()
	}
	return strings.Join(s, "; ")
}

// Add appends a fault and returns the grown list.
func (l *List) Add(e *Error) { *l = append(*l, e) }

// OrNil gives the list as an error, or nil when it is empty.
func (l List) OrNil() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

// KindOf tells the kind of any error: that of the fault it holds (of the first
// one of a List), Internal for an error that is no fault.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	var l List
	if errors.As(err, &l) && len(l) > 0 {
		return l[0].Kind
	}
	return Internal
}

// CodeOf tells the code of the fault an error holds, "" for an error that is no fault.
func CodeOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	var l List
	if errors.As(err, &l) && len(l) > 0 {
		return l[0].Code
	}
	return ""
}
