package paper

// How the blocks become lines of text: the punctuation and labels every face
// prints alike, so that PDF, DOCX, XLSX and Outline cannot differ in a word.

// RecipientsLabel stands over the list of recipients.
const RecipientsLabel = "Nơi nhận:"

// Closed are the recitals with their ";" and the last "." in italics.
func (r Recitals) Closed() []Text {
	out := make([]Text, len(r.Items))
	for i, t := range r.Items {
		end := ";"
		if i == len(r.Items)-1 {
			end = "."
		}
		t = closeWith(t, end)
		for k := range t {
			t[k].Italic = true
		}
		out[i] = t
	}
	return out
}

// Set are the lines of the addressees. The first is "Kính gửi: X" or "Kính gửi:".
func (a Addressees) Set() []Text {
	label := a.Label
	if label == "" {
		label = "Kính gửi"
	}
	if len(a.Names) == 1 {
		return []Text{Plain(label + ": " + a.Names[0])}
	}
	out := []Text{Plain(label + ":")}
	for i, n := range a.Names {
		end := ";"
		if i == len(a.Names)-1 {
			end = "."
		}
		out = append(out, closeWith(Plain("- "+n), end))
	}
	return out
}

// Set is the heading as one line; for the centred levels label and title stand on
// two lines, which the presses set apart.
func (h Heading) Set() Text {
	t := h.Title
	if l := h.Label(); l != "" {
		t = l + " " + t
	}
	if h.Level == LevelLetter {
		return Italic(t)
	}
	return Bold(t)
}

// Set is the article's first paragraph: label and title bold, the text after them.
func (a Article) Set() Text {
	label := a.Label()
	if a.Title != "" {
		label += " " + a.Title
	}
	if a.Text.Empty() {
		return Bold(label)
	}
	return Join(Bold(label), Plain(" "), a.Text)
}

// Set is the clause's first paragraph.
func (c Clause) Set() Text {
	if c.Title == "" {
		return Join(Plain(c.Label()+" "), c.Text)
	}
	if c.Text.Empty() {
		return Bold(c.Label() + " " + c.Title)
	}
	return Join(Bold(c.Label()+" "+c.Title), Plain(" "), c.Text)
}

// Set is the point's first paragraph.
func (p Point) Set() Text { return Join(Plain(p.Label()+" "), p.Text) }

// Set is the bullet line.
func (b Bullet) Set() Text { return Join(Plain("- "), b.Text) }

// Set is the line of a field; without a value, dots to the end of the line.
func (f Field) Set() Text {
	switch {
	case f.Value.Empty() && f.Label == "":
		return DotsFor(0)
	case f.Value.Empty():
		return Join(Plain(f.Label+": "), DotsFor(0))
	case f.Label == "":
		return f.Value
	}
	return Join(Plain(f.Label+": "), f.Value)
}

// RecipientLines are "Nơi nhận:", "- …;" and the last "- ….".
func (s Sign) RecipientLines() []string {
	if len(s.Recipients) == 0 {
		return nil
	}
	out := []string{RecipientsLabel}
	for i, r := range s.Recipients {
		end := ";"
		if i == len(s.Recipients)-1 {
			end = "."
		}
		out = append(out, closeWith(Plain("- "+r), end).String())
	}
	return out
}
