//go:build deps

package main

// Modules that go.mod holds for rooms to come; never compiled.
import (
	_ "filippo.io/age"
	_ "github.com/go-text/typesetting/font"
	_ "golang.org/x/image/font/sfnt"
)
