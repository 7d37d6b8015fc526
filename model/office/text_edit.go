package office

import (
	"context"

	"thidua/model/audit"
	"thidua/model/fault"
	"thidua/model/when"
)

// OwnTexts lists the texts the office has written itself, oldest first.
func (o *Office) OwnTexts(ctx context.Context) ([]Setting, error) {
	return o.Settings(ctx, wordingKey)
}

// DropText goes back to the program's own text for a wording from a day on: the
// office's text that holds then ends there, later ones are taken out. Papers of
// earlier days keep the words they had. It answers "office.text-none" when the
// office has no text of its own from then on.
func (o *Office) DropText(ctx context.Context, key string, day when.Date) (audit.Entry, error) {
	return o.act(ctx, "text.drop", "Dùng lại câu chữ của chương trình: "+key, func(tx Tx) error {
		list, err := tx.Settings().Find(ctx, SettingFilter{Prefix: wordingKey + key})
		if err != nil {
			return err
		}
		found := false
		for i := range list {
			s := &list[i]
			switch {
			case s.Key != wordingKey+key || s.To != 0 && s.To <= day:
				continue
			case s.From >= day:
				err = tx.Settings().Delete(ctx, s.ID)
			default:
				s.To = day
				err = tx.Settings().Put(ctx, s)
			}
			if err != nil {
				return err
			}
			found = true
		}
		if !found {
			return fault.New(fault.NotFound, "office.text-none")
		}
		return nil
	})
}

// WordingOf is the key of the wording a setting of OwnTexts holds.
func (s Setting) WordingOf() string { return s.Key[len(wordingKey):] }
