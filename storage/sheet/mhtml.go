package sheet

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"

	"thidua/model/intake"
)

// readMHTML reads a "single file web page": Excel and some report servers write
// it under the name .xls. Each page in it that has a table is a sheet.
func (s *source) readMHTML(raw []byte) (*intake.Book, error) {
	msg, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, s.damaged(err)
	}
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "" {
		return nil, s.noTable()
	}
	b := newBuilder(s, "html")
	found := false
	for parts := multipart.NewReader(msg.Body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, s.damaged(err)
		}
		if kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type")); kind != "text/html" {
			continue
		}
		page, err := io.ReadAll(plainPart(part, part.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return nil, s.damaged(err)
		}
		if err := s.spend(len(page)); err != nil {
			return nil, err
		}
		location := strings.ReplaceAll(part.Header.Get("Content-Location"), `\`, "/")
		name := strings.TrimSuffix(path.Base(location), path.Ext(location))
		tables, err := b.htmlSheet(name, page)
		if err != nil {
			return nil, err
		}
		found = found || tables
	}
	if !found {
		return nil, s.noTable()
	}
	return b.done()
}

// plainPart undoes how a part was made fit for the mail.
func plainPart(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
