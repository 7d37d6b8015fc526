package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWebPage(t *testing.T) {
	got, err := webPage("# Tên & việc\n\nMột đoạn\nhai dòng **đậm** và *nghiêng* `a<b`.\n\n- một\n- hai\n  tiếp\n\n1. bước\n2. bước\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    dir /b\n")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(got, "<body>\n")
	want := `<h1>Tên &amp; việc</h1>
<p>Một đoạn hai dòng <b>đậm</b> và <i>nghiêng</i> <code>a&lt;b</code>.</p>
<ul>
<li>một</li>
<li>hai tiếp</li>
</ul>
<ol>
<li>bước</li>
<li>bước</li>
</ol>
<table>
<tr><th>a</th><th>b</th></tr>
<tr><td>1</td><td>2</td></tr>
</table>
<pre>dir /b</pre>
</body></html>
`
	if body != want {
		t.Errorf("got\n%s\nwant\n%s", body, want)
	}
	for _, bad := range []string{"không có tên\n", "# Tên\n\n> trích\n"} {
		if _, err := webPage(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// The pages that ship can be turned into web pages.
func TestPages(t *testing.T) {
	t.Chdir("../..")
	dir := t.TempDir()
	if err := pages(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"huong-dan-su-dung.html", "cho-can-bo-cntt.html"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.Contains(string(b), "<h2>") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
