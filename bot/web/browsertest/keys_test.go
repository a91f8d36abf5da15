package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// focused names the element that has the focus, and whether that can be seen.
const focused = `(() => {
	const e = document.activeElement, s = getComputedStyle(e);
	const seen = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
	return (e.id || (e.textContent || e.name).trim().replace(/\s+/g, " ").slice(0, 30)) + (seen ? "" : " unseen");
})()`

// TestKeyboard goes through an answer with the Tab key: the order is that of the page,
// and every place shows that it has the focus.
func TestKeyboard(t *testing.T) {
	origin := serve(t, "")
	p := open(browser(t), t, origin)
	p.screen(1280, 900, false)
	p.do(chromedp.Navigate(origin + "/?q=Did+Russian+hackers+attack+Senator+McCaskill%3F"))
	var order []string
	for range 18 {
		p.do(chromedp.KeyEvent(kb.Tab))
		order = append(order, p.text(focused))
	}
	want := []string{
		"Skip to the content", "Newshound", "Ask", "Coverage", "Help", "q", "Ask", "Outlet and date", "Quotes", "Timeline", "Compare", "Check a quote",
		"Read in the article, quote 1", "Open at the outlet, quote 1 ↗", "Cite quote 1", "Read in the article, quote 2", "Open at the outlet, quote 2 ↗", "Cite quote 2",
	}
	if !slices.Equal(order, want) {
		t.Errorf("the Tab key goes through\n%q, want\n%q", order, want)
	}
	// What is cited can be copied: the keyboard opens the citations and selects one.
	p.do(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if got := p.text(`document.activeElement.id`); got != "q2-text" {
		t.Errorf("behind the citations is %q", got)
	}
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl))) // Ctrl
	if got := p.text(`(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)`); !strings.HasPrefix(got, "“Already, at least three") || !strings.Contains(got, "The Root") {
		t.Errorf("selected is %q", got)
	}
	// The skip link goes to the content.
	p.do(chromedp.Navigate(origin+"/coverage"), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	if got := p.text(`document.activeElement.id`); got != "main" {
		t.Errorf("the skip link leads to %q", got)
	}
	for _, w := range p.wrong() {
		t.Error(w)
	}
}

// TestWithoutScripts asks, turns to the timeline and reads an article in a browser that
// runs no script, with the keyboard alone.
func TestWithoutScripts(t *testing.T) {
	origin := serve(t, town)
	p := open(browser(t), t, origin)
	p.screen(390, 844, false)
	p.do(call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}), chromedp.Navigate(origin+"/"))
	tabs := func(n int) {
		for range n {
			p.do(chromedp.KeyEvent(kb.Tab))
		}
	}
	tabs(6) // to the field, as TestKeyboard has it
	p.do(chromedp.KeyEvent("old bridge"))
	p.follow("/?q=old+bridge&outlet=&from=&to=", "The coverage says:")
	tabs(10)
	p.follow("/?form=timeline&q=old+bridge", "The coverage, in the order of publication:")
	tabs(14) // past the numbers as a table
	p.follow("/article/vote?mark=", "<mark>")
	for _, w := range p.wrong() {
		t.Error(w)
	}
}

// follow presses Enter where that leads to another page, whose address has a part and whose
// source has a text. What looks at it is the debugger, which may where pages may not.
func (p *tab) follow(part, text string) {
	p.t.Helper()
	if _, err := chromedp.RunResponse(p, chromedp.KeyEvent(kb.Enter)); err != nil {
		p.t.Fatal(err)
	}
	at, source := p.text(`location.href`), p.text(`document.documentElement.outerHTML`)
	if !strings.Contains(at, part) || !strings.Contains(source, text) {
		p.t.Fatalf("at %s, want %s with %q:\n%s", at, part, text, source)
	}
}

// TestScreenshots takes the README's pictures where a directory for them is named, and
// sees that there is something on them where none is.
func TestScreenshots(t *testing.T) {
	origin := serve(t, "")
	p := open(browser(t), t, origin)
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	for width, height := range map[int64]int64{390: 1000, 1280: 800} {
		p.screen(width, height, false)
		p.do(chromedp.Navigate(origin + "/?q=Did+Russian+hackers+attack+Senator+McCaskill%3F"))
		picture, err := chromedp.Run(p, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if len(picture) < 20_000 {
			t.Errorf("the picture at %d px has %d bytes", width, len(picture))
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("page-%d.png", width)), picture, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
