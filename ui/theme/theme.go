// Package theme is how the window looks: one light, compact theme for an
// office that works all day on 1366 × 768 pixels, often over remote desktop
// with software OpenGL.
//
// Start at New; the widgets of ui/kit take their colours from the variables of
// palette.go and their measures from sizes.go. The package promises that text on
// every background used by the kit has a contrast of at least 4.5 : 1 (a test
// measures it), that a row of a grid is 26 units high, and that no text ever
// asks for the monospaced face, which lacks 46 Vietnamese letters. It knows no
// widget and no domain, and it follows neither the system's dark mode nor its
// accent colour: a screen shared between officers looks the same on every PC.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Office is the program's only theme.
type Office struct{ base fyne.Theme }

// New makes the theme.
func New() *Office { return &Office{base: fynetheme.DefaultTheme()} }

// Color answers for the light variant whatever the system prefers.
func (o *Office) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := colors[name]; ok {
		return c
	}
	return o.base.Color(name, fynetheme.VariantLight)
}

// Font is Noto Sans in its four styles: the face that ships with the toolkit
// holds every Vietnamese letter. The monospaced one does not, so a request for
// it is answered with the upright face.
func (o *Office) Font(style fyne.TextStyle) fyne.Resource {
	style.Monospace = false
	return o.base.Font(style)
}

// Icon passes the toolkit's icons through.
func (o *Office) Icon(name fyne.ThemeIconName) fyne.Resource { return o.base.Icon(name) }

// Size gives the compact measures of an office program.
func (o *Office) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return o.base.Size(name)
}
