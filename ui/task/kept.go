package task

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"

	"thidua/ui/kit"
)

// endings name files whose name was not kept, so that the system's viewer knows them.
var endings = map[string]string{"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif"}

// OpenKept lays a file of the vault aside under its own name and hands it to the
// system's program for it.
func OpenKept(r *Runner, s *Slot, host kit.Host, hash, name string) {
	if hash == "" {
		return
	}
	Load(r, s, func(ctx context.Context) (string, error) {
		data, err := r.Office.Kept(ctx, hash)
		if err != nil {
			return "", err
		}
		if filepath.Ext(name) == "" {
			name += endings[http.DetectContentType(data)]
		}
		path := host.Scratch(hash[:min(len(hash), 8)] + "-" + name)
		return path, host.WriteFile(path, func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(data))
			return err
		})
	}, host.OpenFile)
}
