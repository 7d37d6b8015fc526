package fault

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestFaultSaysWhatItHolds(t *testing.T) {
	cause := errors.New("disk on fire")
	e := New(Store, "store.full", "D:", 3).At("folder").Because(cause)
	for _, part := range []string{"store.full", "folder", "D:", "disk on fire"} {
		if !strings.Contains(e.Error(), part) {
			t.Errorf("%q does not say %q", e.Error(), part)
		}
	}
	if !errors.Is(e, cause) {
		t.Error("the cause is lost")
	}
}

func TestKindAndCodeThroughWrapping(t *testing.T) {
	one := New(Conflict, "decision.issued")
	for _, c := range []struct {
		err  error
		kind Kind
		code string
	}{
		{one, Conflict, "decision.issued"},
		{fmt.Errorf("while issuing: %w", one), Conflict, "decision.issued"},
		{List{New(Invalid, "a.b"), one}, Invalid, "a.b"},
		{fmt.Errorf("form: %w", List{one}), Conflict, "decision.issued"},
		{errors.New("plain"), Internal, ""},
		{nil, Internal, ""},
	} {
		if KindOf(c.err) != c.kind || CodeOf(c.err) != c.code {
			t.Errorf("%v: kind %d code %q", c.err, KindOf(c.err), CodeOf(c.err))
		}
	}
}

func TestListIsNilWhenEmpty(t *testing.T) {
	var l List
	if err := l.OrNil(); err != nil {
		t.Errorf("an empty list is the error %v", err)
	}
	l.Add(New(Invalid, "x.y").At("name"))
	l.Add(New(Invalid, "x.z"))
	err := l.OrNil()
	if err == nil || !strings.Contains(err.Error(), "x.y at name") || !strings.Contains(err.Error(), "x.z") {
		t.Errorf("%v", err)
	}
}
