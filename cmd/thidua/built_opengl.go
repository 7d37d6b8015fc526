//go:build !gles

package main

// built is the renderer this program was compiled for.
const built = openGL

func hintContext() {}
