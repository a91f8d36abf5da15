package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// paths are pages of each kind, by the corpus that they are of.
var paths = map[string][]string{
	"": {
		"/", "/?q=Did+Russian+hackers+attack+Senator+McCaskill%3F", "/?q=What+did+Macron+say%3F", "/?q=election+security&form=timeline", "/?q=sources", "/?q=help", "/?q=none+of+the+attempts+was+very+successful&form=quote", "/coverage",
		"/article/000_63526c818c043935?mark=4140-4447-00000000", "/article/003_3b95b8edeb8cd0cf",
	},
	town: {
		"/?q=old+bridge", "/?q=old+bridge&outlet=The+Root&from=2024-05-01&to=2024-05", "/?q=old+bridge&from=soon", "/?q=old+bridge&outlet=The+Moon",
		"/?q=old+bridge&form=timeline", "/?q=old+bridge&form=compare", "/?q=old+bridge+dragons", "/?q=old+bridge&go=more&shown=3", "/?q=old+bridge&go=around+1&shown=3", "/?q=old+bridge&go=cite&shown=3", "/?q=old+bridge&go=cite+csl&shown=3",
		"/coverage", "/article/vote", "/article/why%2Fso", "/article/notes", "/nowhere",
	},
}

// violation is what axe-core finds.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ Target []string }
}

// TestPages opens a page of each kind on a phone and on a desk, light and dark, with
// every details element closed and open: axe-core finds nothing, nothing goes wrong,
// nothing is asked of another origin, and nothing is wider than the screen.
func TestPages(t *testing.T) {
	axe, err := os.ReadFile(env(t, "AXE"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	seen := 0
	for articles, pages := range paths {
		origin := serve(t, articles)
		p := open(ctx, t, origin)
		for _, width := range []int64{390, 1280} {
			for _, dark := range []bool{false, true} {
				p.screen(width, 844, dark)
				for _, path := range pages {
					if status := p.navigate(origin + path); status != 200 && (status != 404 || path != "/nowhere") {
						t.Errorf("%s: %d", path, status)
					}
					for _, opened := range []bool{false, true} {
						name := fmt.Sprintf("%s at %d px, dark %v, details open %v", path, width, dark, opened)
						if opened {
							p.text(`document.querySelectorAll("details").forEach(d => d.open = true); ""`)
							if cut := p.text(`[...document.querySelectorAll("textarea")].filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.id).join(", ")`); cut != "" {
								t.Errorf("%s: a part of %s is hidden", name, cut)
							}
						}
						for _, v := range p.axe(string(axe)) {
							t.Errorf("%s: %s (%s): %s: %v", name, v.ID, v.Impact, v.Help, v.Nodes)
						}
						if wide := p.text(`String(document.scrollingElement.scrollWidth)`); wide != strconv.FormatInt(width, 10) {
							t.Errorf("%s: it is %s px wide: %s", name, wide, p.text(widest))
						}
						seen++
					}
					for _, w := range p.wrong() {
						t.Errorf("%s at %d px: %s", path, width, w)
					}
				}
			}
		}
	}
	t.Logf("%d pages looked at", seen)
}

// TestPaper looks at what is printed: the question, the quotes and the addresses, and
// nothing that is there to be pressed, in dark ink.
func TestPaper(t *testing.T) {
	origin := serve(t, town)
	p := open(browser(t), t, origin)
	p.screen(794, 1123, false)                                                       // A4
	dark := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}} // which no paper is
	p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: dark}))
	for path, want := range map[string]string{
		"/?q=old+bridge": "old bridge|https://gazette.example/bridge|https://root.example/bridge|https://gazette.example/bridge", "/article/vote": "Old bridge to close|https://gazette.example/bridge",
	} {
		p.navigate(origin + path)
		if got := p.text(`[...document.querySelectorAll("h1, .link, form, nav, .ways, summary")].filter(e => e.offsetHeight > 1).map(e => e.innerText).join("|")`); got != want {
			t.Errorf("%s: printed are %s, want %s", path, got, want)
		}
		if ink := p.text(`getComputedStyle(document.body).color`); ink != "rgb(29, 27, 24)" {
			t.Errorf("%s: it is printed in %s", path, ink)
		}
	}
}

// widest names what reaches beyond the screen.
const widest = `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > screen.width + 1).map(e => e.tagName + "." + e.className).slice(0, 5).join(", ")`

// navigate opens a page and returns its status.
func (p *tab) navigate(address string) int64 {
	p.t.Helper()
	r, err := chromedp.Run(p, chromedp.NavigateResponse(address))
	if err != nil {
		p.t.Fatal(err)
	}
	return r.Status
}

// axe returns what axe-core finds on the page.
func (p *tab) axe(script string) []violation {
	p.t.Helper()
	p.text(script + `; ""`)
	out := p.text(`axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify({ran: r.testEngine.name, violations: r.violations}))`)
	var result struct {
		Ran        string
		Violations []violation
	}
	if err := json.Unmarshal([]byte(out), &result); err != nil || result.Ran != "axe-core" {
		p.t.Fatalf("axe-core did not run: %v, %s", err, out)
	}
	return result.Violations
}

// TestAxeFinds checks that what finds nothing would find something.
func TestAxeFinds(t *testing.T) {
	axe, err := os.ReadFile(env(t, "AXE"))
	if err != nil {
		t.Fatal(err)
	}
	origin := serve(t, "")
	p := open(browser(t), t, origin)
	p.screen(390, 844, false)
	p.do(chromedp.Navigate(origin + "/"))
	p.text(`document.querySelector("details").open = true; document.querySelector("[for=outlet]").remove(); document.querySelector("footer").style.color = "#ddd"; document.querySelector("h1").style.width = "500px"; ""`)
	var found []string
	for _, v := range p.axe(string(axe)) {
		found = append(found, v.ID)
	}
	if !slices.Contains(found, "color-contrast") || !slices.Contains(found, "select-name") {
		t.Errorf("axe-core finds %v", found)
	}
	if wide := p.text(`String(document.scrollingElement.scrollWidth)`); wide == "390" {
		t.Errorf("it is %s px wide", wide)
	}
	p.text(`fetch("https://example.org/").then(() => "", () => "")`)
	if len(p.wrong()) == 0 {
		t.Error("a request of another origin is not noticed")
	}
}
