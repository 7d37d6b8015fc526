package office

import (
	"context"
	"strings"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/viet"
	"thidua/model/when"
)

// wordingKey is where the office's own text for a wording stands among the settings.
const wordingKey = "van-ban/"

// Texts are the texts papers are printed with: the program's own, and over them
// what the office has written.
func (o *Office) Texts(ctx context.Context) (t *form.Texts, err error) {
	err = o.read(ctx, func(tx Tx) error {
		t, err = textsOf(ctx, tx)
		return err
	})
	return t, err
}

func textsOf(ctx context.Context, tx Tx) (*form.Texts, error) {
	own, err := tx.Settings().Find(ctx, SettingFilter{Prefix: wordingKey})
	if err != nil {
		return nil, err
	}
	words := make([]form.Wording, 0, len(own))
	for _, s := range own {
		words = append(words, form.Wording{Key: strings.TrimPrefix(s.Key, wordingKey), Text: s.Value, Period: s.Period, Source: s.Source})
	}
	return form.NewTexts(form.Defaults(), words), nil
}

// SaveText writes the office's own text for a wording, from a day on.
func (o *Office) SaveText(ctx context.Context, w form.Wording) (audit.Entry, error) {
	if w.Key == "" || !w.Period.From.Valid() {
		return audit.Entry{}, fault.New(fault.Invalid, "office.text-from").At("from")
	}
	return o.setting(ctx, "text.save", "Sửa câu chữ văn bản: "+w.Key, Setting{Key: wordingKey + w.Key, Period: w.Period, Value: viet.NFC(w.Text), Source: w.Source})
}

// Settings lists the office's settings whose key begins with a prefix.
func (o *Office) Settings(ctx context.Context, prefix string) (list []Setting, err error) {
	err = o.read(ctx, func(tx Tx) error {
		list, err = tx.Settings().Find(ctx, SettingFilter{Prefix: prefix})
		return err
	})
	return list, err
}

// SaveSetting writes one dated setting; the one with the same key and first day
// is replaced, an older one without an end ends where this one begins.
func (o *Office) SaveSetting(ctx context.Context, s Setting) (audit.Entry, error) {
	if s.Key == "" {
		return audit.Entry{}, fault.New(fault.Invalid, "office.setting-key").At("key")
	}
	return o.setting(ctx, "setting.save", "Ghi thiết đặt "+s.Key, s)
}

func (o *Office) setting(ctx context.Context, act, detail string, s Setting) (audit.Entry, error) {
	return o.act(ctx, act, detail, func(tx Tx) error {
		list, err := tx.Settings().Find(ctx, SettingFilter{Prefix: s.Key})
		if err != nil {
			return err
		}
		put := []*Setting{&s}
		for i := range list {
			old := &list[i]
			switch {
			case old.Key != s.Key:
			case old.From == s.From:
				s.ID, s.Rev = old.ID, old.Rev
			case old.From < s.From && (old.To == 0 || old.To > s.From):
				old.To = s.From
				put = append(put, old)
			}
		}
		return tx.Settings().Put(ctx, put...)
	})
}

// settingOn finds the value of a key on a day.
func settingOn(list []Setting, key string, day when.Date) (string, bool) {
	value, ok := "", false
	for _, s := range list {
		if s.Key == key && s.Holds(day) {
			value, ok = s.Value, true
		}
	}
	return value, ok
}

// CalendarKey is the setting that holds the days off and the days worked besides
// those of the law: the list that when.ParseSpecialDays reads.
const CalendarKey = "lich/ngay-dac-biet"

// Calendar is the working calendar: the law's holidays and the office's own days.
func (o *Office) Calendar(ctx context.Context) (c *when.Calendar, err error) {
	err = o.read(ctx, func(tx Tx) error {
		c, err = calendarOf(ctx, tx)
		return err
	})
	return c, err
}

func calendarOf(ctx context.Context, tx Tx) (*when.Calendar, error) {
	list, err := tx.Settings().Find(ctx, SettingFilter{Prefix: CalendarKey})
	if err != nil {
		return nil, err
	}
	var special []when.SpecialDay
	for _, s := range list {
		days, err := when.ParseSpecialDays([]byte(s.Value))
		if err != nil {
			return nil, err
		}
		special = append(special, days...)
	}
	return when.NewCalendar(special), nil
}
