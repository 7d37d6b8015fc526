package main

import (
	"fmt"
	"path/filepath"
)

// gallery draws every widget and page in every state. It needs no screen: the
// pictures come from Fyne's own software painter.
func gallery(args []string) error {
	dir := filepath.Join(outDir, "gallery")
	if err := tool(noCgo, "go", append([]string{"run", "-tags", headlessTags, "./cmd/gallery", "--out", dir}, args...)...).Run(); err != nil {
		return err
	}
	fmt.Println("the pictures lie in", dir)
	return nil
}
