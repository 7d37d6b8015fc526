//go:build gles

package main

import "github.com/go-gl/glfw/v3.4/glfw"

// built is the renderer this program was compiled for.
const built = angle

// hintContext asks for a context from libEGL, which is ANGLE's, instead of one
// from the graphics driver. It must be called when the toolkit has started its
// window library and before the first window is shown.
func hintContext() { glfw.WindowHint(glfw.ContextCreationAPI, glfw.EGLContextAPI) }
