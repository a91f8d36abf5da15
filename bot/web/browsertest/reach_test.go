package browsertest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tabTo presses the Tab key until what has the focus is of an id, or has a text, and fails
// where that does not show, or is not all on the screen.
func (p *tab) tabTo(want string) {
	p.t.Helper()
	for range 60 {
		p.do(chromedp.KeyEvent(kb.Tab))
		if got := p.text(focused); strings.TrimSuffix(got, " unseen") == want {
			if got != want {
				p.t.Errorf("that %s has the focus is not seen", want)
			}
			if at := p.text(`(r => r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth ? JSON.stringify(r) : "")(document.activeElement.getBoundingClientRect())`); at != "" {
				p.t.Errorf("%s has the focus outside the screen: %s", want, at)
			}
			return
		}
	}
	p.t.Fatalf("the Tab key does not lead to %s", want)
}

// still has the page scroll at once.
func (p *tab) still() {
	p.t.Helper()
	p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}))
}

// TestKeyboardFilters asks of one outlet and from a day on, and turns to the timeline, to its
// numbers, and to what a comparison says, with the keyboard alone.
func TestKeyboardFilters(t *testing.T) {
	origin := serve(t, town)
	p := open(browser(t), t, origin)
	for _, width := range []int64{390, 1280} {
		p.screen(width, 844, false)
		p.still()
		p.do(chromedp.Navigate(origin + "/"))
		p.tabTo("q")
		p.do(chromedp.KeyEvent("old bridge"))
		p.tabTo("Outlet and date")
		p.do(chromedp.KeyEvent(kb.Enter))
		p.tabTo("outlet")
		p.do(chromedp.KeyEvent("The R"))
		p.tabTo("from")
		p.do(chromedp.KeyEvent("05102024")) // as the field has it: month, day, year
		p.follow("/?q=old+bridge&outlet=The+Root&from=2024-05-10&to=", "900 drivers were late")
		if got := p.text(`document.querySelector("details").open + " " + document.querySelectorAll(".quote").length`); got != "true 1" {
			t.Errorf("at %d px the filters are open, and the quotes are: %s", width, got)
		}
		p.tabTo("Timeline")
		p.follow("form=timeline", "in the order of publication")
		p.tabTo("The numbers as a table")
		p.do(chromedp.KeyEvent(" "))
		if got := p.text(`document.querySelector("details[open] table tbody").innerText.replace(/\s+/g, " ")`); got != "20 May 2024 1" {
			t.Errorf("the numbers are %q", got)
		}
	}
	for _, w := range p.wrong() {
		t.Error(w)
	}
}

// TestKeyboardReads goes from a quote to its passage, whose place the Tab key then goes on from,
// copies its citation into the field of another question, and goes on from an answer.
func TestKeyboardReads(t *testing.T) {
	origin := serve(t, "")
	p := open(browser(t), t, origin)
	for _, width := range []int64{390, 1280} {
		p.screen(width, 844, false)
		p.still()
		p.do(chromedp.Navigate(origin + "/?q=Did+Russian+hackers+attack+Senator+McCaskill%3F"))
		p.tabTo("Read in the article, quote 1")
		p.follow("/article/000_63526c818c043935?mark=", "<mark>")
		if at := p.text(`(r => r.top < 0 || r.bottom > innerHeight ? "at " + r.top : "")(document.querySelector("mark").getBoundingClientRect())`); at != "" {
			t.Errorf("at %d px the passage is not on the screen: %s", width, at)
		}
		p.do(chromedp.KeyEvent(kb.Tab))
		if got, want := p.text(`document.activeElement.closest(".paragraph").querySelector("mark") ? "" : document.activeElement.innerText`), ""; got != want {
			t.Errorf("at %d px the Tab key goes on from elsewhere: %q", width, got)
		}
		p.tabTo("Cite the passage")
		p.do(chromedp.KeyEvent(kb.Tab))
		copied := p.text(`document.activeElement.value`)
		p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
		if got := p.text(`getSelection().toString() || (e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)`); got != copied || !strings.Contains(got, "The Hill") && !strings.Contains(got, "The Root") {
			t.Errorf("selected is %q of %q", got, copied)
		}
	}
	for _, w := range p.wrong() {
		t.Error(w)
	}
}

// TestReflow opens every page as it is at four times the size on a desk, with the spaces between
// lines, words and letters that a reader may ask for
// (https://www.w3.org/TR/WCAG22/#reflow, https://www.w3.org/TR/WCAG22/#text-spacing), and in
// forced colours: nothing is wider than the screen, no text is cut, and axe-core finds nothing.
func TestReflow(t *testing.T) {
	axe, err := os.ReadFile(env(t, "AXE"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	for articles, pages := range paths {
		origin := serve(t, articles)
		p := open(ctx, t, origin)
		p.screen(320, 256, false)
		p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}}))
		for _, path := range pages {
			p.navigate(origin + path)
			p.text(spaced)
			if wide := p.text(`String(document.scrollingElement.scrollWidth)`); wide != fmt.Sprint(320) {
				t.Errorf("%s is %s px wide: %s", path, wide, p.text(widest))
			}
			if cut := p.text(`[...document.querySelectorAll("body *:not(.sr, input, select)")].filter(e => e.clientWidth && getComputedStyle(e).overflow !== "visible" && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => e.tagName + "." + e.className).join(", ")`); cut != "" {
				t.Errorf("%s: cut are %s", path, cut)
			}
			if same := p.text(`[...document.querySelectorAll("nav")].filter(n => n.querySelector("[aria-current]") && [...n.querySelectorAll("a:not([aria-current])")].some(a => getComputedStyle(a).borderBottomColor === getComputedStyle(n.querySelector("[aria-current]")).borderBottomColor)).map(n => n.ariaLabel).join(", ")`); same != "" {
				t.Errorf("%s: in forced colours nobody sees where they are: %s", path, same)
			}
			for _, v := range p.axe(string(axe)) {
				t.Errorf("%s: %s (%s): %s: %v", path, v.ID, v.Impact, v.Help, v.Nodes)
			}
		}
	}
}

// spaced opens all that can be opened, and sets the spaces that must be borne.
const spaced = `
	document.querySelectorAll("details").forEach(d => d.open = true);
	document.querySelectorAll("body *").forEach(e => { for (const [k, v] of [["line-height", "1.5"], ["letter-spacing", ".12em"], ["word-spacing", ".16em"]]) e.style.setProperty(k, v, "important") });
	""`
