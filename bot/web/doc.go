// Package web is the adapter of a browser: a page on which to ask, to read the
// articles and to see what the coverage holds, and the same as JSON for programs.
//
// [New] returns the page as an [http.Handler]. It shows the same replies of the relay as
// every other platform. Its buttons are links, whose addresses hold all that they need, so
// that every answer has an address to keep and to share:
//
//	/?q=…&outlet=…&from=…&to=…   ask, with filters
//	/article/ID?mark=…#p4        an article, the passage that was cited marked
//	/coverage                    outlets, dates, articles
//	/api/v1/…                    JSON; /api/v1/openapi.json describes it
//
// Each page has a file and a template of its name (ask.go, article.go, coverage.go). They
// share form.go for timelines and comparisons, chart.go for what was published when, and
// quote.go and references.go for quotes and their citations. api.go and api_data.go are the
// JSON. guard.go refuses requests of those who may not ask, and render.go fills the
// templates, which escape. Templates and the style sheet are embedded in the program.
// There is no build step, and no page has a script.
//
// # Decisions
//
// No script. Context: the page is to be read on any device, by keyboard and by screen
// reader, and it shows text that others wrote. Decision: forms, links and details
// elements do all; the policy that is sent along forbids scripts whatever their source.
// Consequence: a mistake in escaping cannot run anything, and a citation is copied from
// a field that the browser selects, not by a button.
//
// Only this machine, unless it is told otherwise. Context: any web site can make a browser
// send requests to 127.0.0.1, and read the answers if its own name resolves to that address
// (DNS rebinding). Decision: a page that listens on loopback answers only requests whose
// Host is localhost or a loopback address; there are no cookies, and nothing that a request
// could change. Consequence: no web site can read what the coverage holds.
//
// A mark is checked. Context: the address of a cited passage may be opened after the
// article has changed. Decision: the address holds the passage's place and a fingerprint of
// its words; if they do not fit, nothing is marked, and the page says so. Consequence: no
// other words are ever shown as the ones that were cited.
package web
