package sqldb

import (
	"context"
	"strings"

	"thidua/model/office"
	"thidua/model/registry"
	"thidua/model/viet"
	"thidua/model/when"
)

// searched are the nouns the search box finds. A row's place in the index is its
// id × 16 + the noun's number, so that the triggers find it without a scan. A
// noun's number never changes.
var searched = []struct {
	noun   string
	number int
}{{"unit", 1}, {"nominee", 2}, {"dossier", 3}, {"decision", 4}, {"movement", 5}, {"initiative", 6}, {"exemplar", 7}}

// Search finds records by the beginnings of words, with or without tones: hits
// that have the tones of the query stand first.
func (t *Tx) Search(ctx context.Context, text string, limit int) ([]office.Hit, error) {
	match := prefixes(strings.Fields(viet.Fold(text)))
	if match == "" {
		return nil, nil
	}
	exact := strings.ToLower(viet.Clean(text))
	rows, err := t.query(ctx, `SELECT rowid, title FROM search WHERE search MATCH ?
		ORDER BY instr(text, ?) = 0, rank, rowid LIMIT ?`, match, exact, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Hit
	for rows.Next() {
		var at int64
		var h office.Hit
		if err := rows.Scan(&at, &h.Title); err != nil {
			return nil, t.fail(err)
		}
		h.ID = at / 16
		for _, s := range searched {
			if int64(s.number) == at%16 {
				h.Noun = s.noun
			}
		}
		out = append(out, h)
	}
	if err := rows.Err(); err != nil {
		return nil, t.fail(err)
	}
	return out, t.notes(ctx, out)
}

// prefixes makes the index query: every word's beginning must occur.
func prefixes(words []string) string {
	for i, w := range words {
		words[i] = `"` + strings.ReplaceAll(w, `"`, "") + `"*`
	}
	return strings.Join(words, " ")
}

// notes says beside each hit what it belongs to, with one query per noun.
func (t *Tx) notes(ctx context.Context, hits []office.Hit) error {
	ids := map[string][]int64{}
	for _, h := range hits {
		ids[h.Noun] = append(ids[h.Noun], h.ID)
	}
	notes := map[string]map[int64]string{}
	for noun, q := range map[string]string{
		"dossier":  `SELECT d.id, a.name || ' · ' || d.stage || ' · ' || d.unit_text FROM dossier d LEFT JOIN award a ON a.code = d.award WHERE d.id IN (SELECT value FROM json_each(?))`,
		"nominee":  `SELECT id, kind || ' · ' || birth || ' · ' || unit_text FROM nominee WHERE id IN (SELECT value FROM json_each(?))`,
		"decision": `SELECT id, note FROM decision WHERE id IN (SELECT value FROM json_each(?))`,
		"exemplar": `SELECT id, what FROM exemplar WHERE id IN (SELECT value FROM json_each(?))`,
		"movement": `SELECT id, code FROM movement WHERE id IN (SELECT value FROM json_each(?))`,
	} {
		list := ids[noun]
		if len(list) == 0 {
			continue
		}
		rows, err := t.query(ctx, q, asJSON{&list})
		if err != nil {
			return err
		}
		notes[noun] = map[int64]string{}
		for rows.Next() {
			var id int64
			var note string
			if err := rows.Scan(&id, &note); err != nil {
				rows.Close()
				return t.fail(err)
			}
			notes[noun][id] = note
		}
		if err := rows.Close(); err != nil {
			return t.fail(err)
		}
	}
	for i, h := range hits {
		hits[i].Note = tidyNote(notes[h.Noun][h.ID])
	}
	return nil
}

// tidyNote puts words for the codes a note was put together from and drops empty parts.
func tidyNote(note string) string {
	var out []string
	for _, p := range strings.Split(note, " · ") {
		switch p = strings.TrimSpace(p); p {
		case "":
			continue
		case string(registry.Individual), string(registry.Collective), string(registry.Household):
			p = registry.Kind(p).String()
		default:
			if d, err := when.Parse(p); err == nil {
				p = d.Slash()
			}
			p = stageWord(p)
		}
		out = append(out, p)
	}
	return strings.Join(out, " · ")
}
