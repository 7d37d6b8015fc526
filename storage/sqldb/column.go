package sqldb

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"thidua/model/when"
)

// day keeps a date as ISO text, as exact as it is known.
type day struct{ d *when.Date }

func (c day) Value() (driver.Value, error) { return c.d.String(), nil }

func (c day) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("date column holds %T", src)
	}
	d, err := when.Parse(s)
	if err != nil {
		return err
	}
	*c.d = d
	return nil
}

// moment keeps a point in time as RFC 3339 text in UTC.
type moment struct{ t *time.Time }

func (c moment) Value() (driver.Value, error) {
	if c.t.IsZero() {
		return "", nil
	}
	return c.t.UTC().Format(time.RFC3339Nano), nil
}

func (c moment) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("time column holds %T", src)
	}
	if s == "" {
		*c.t = time.Time{}
		return nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	*c.t = t
	return err
}

// asJSON keeps lists and small structures as JSON text; v is a pointer.
type asJSON struct{ v any }

func (c asJSON) Value() (driver.Value, error) {
	b, err := json.Marshal(c.v)
	return string(b), err
}

func (c asJSON) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("JSON column holds %T", src)
	}
	return json.Unmarshal([]byte(s), c.v)
}

// ref keeps the id of another record, NULL when there is none, so that the
// database itself holds the reference.
type ref struct{ id *int64 }

func (c ref) Value() (driver.Value, error) {
	if *c.id == 0 {
		return nil, nil
	}
	return *c.id, nil
}

func (c ref) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*c.id = 0
	case int64:
		*c.id = v
	default:
		return fmt.Errorf("reference column holds %T", src)
	}
	return nil
}

// made is a column the program makes from the others (search text, sort key): it
// is written, and read only to be passed over.
type made struct{ text string }

func (c made) Value() (driver.Value, error) { return c.text, nil }

func (c made) Scan(any) error { return nil }
