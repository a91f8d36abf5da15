package corpus

import "testing"

func TestFindTags(t *testing.T) {
	for text, want := range map[string]string{
		"<p>The <b>bridge</b> is closed.</p><p>It is old.</p>": "<p>",
		"<p>It is closed.\n<p>It is old.\n<p>It is grey.":      "<p>",
		"The bridge<br>is<BR/>closed.<br />":                   "<br>",
		"Write </p> behind a paragraph, and <p> before it.":    "",
		"a < b, b < c, c < d, and a </ b":                      "",
		"The bridge is closed.":                                "",
		"<Smith@news.example> <Roe@news.example> </Smith>":     "",
	} {
		tag, at := FindTags(text)
		if tag != want || tag != "" && text[at:at+len(tag)] != tag {
			t.Errorf("%q: %q at %d, want %q", text, tag, at, want)
		}
	}
}
