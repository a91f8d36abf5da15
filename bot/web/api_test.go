package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/web"
)

// sending makes a request one that sends a body.
func sending(kind, body string) func(*http.Request) {
	return func(r *http.Request) {
		r.Method, r.Body = http.MethodPost, io.NopCloser(strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
	}
}

func by(method string) func(*http.Request) { return func(r *http.Request) { r.Method = method } }

func TestAPI(t *testing.T) {
	p := page(t, forms{bottest.Answering(t, bottest.Bridge())})
	same := func(*http.Request) {}
	for _, c := range []struct {
		path   string
		change func(*http.Request)
		status int
		part   string
	}{
		{"/api/v1/ask?q=bridge", same, 200, `"question":"bridge","outcome":"found"`},
		{"/api/v1/ask?q=bridge&outlet=The+Hill&from=2024", same, 200, `"question":"outlet:\"The Hill\" from:2024 bridge"`},
		{"/api/v1/ask?q=bridge&form=timeline", same, 200, `"form":"timeline"`},
		{"/api/v1/ask?q=compare:+bridge", same, 200, `"form":"compare"`},
		{"/api/v1/timeline?q=bridge&limit=50", same, 200, `"form":"timeline"`},
		{"/api/v1/compare?q=bridge", same, 200, `"sides":[{"outlet":"The Hill","articles":1}]`},
		{"/api/v1/check-quote?q=the+bridge+is+closed", same, 200, `"question":"quote: the bridge is closed"`},
		{"/api/v1/ask?q=bridge&form=quote&outlet=The+Hill", same, 400, "Leave outlet, from and to out."},
		{"/api/v1/check-quote?q=bridge&from=2024", same, 400, "The parameters are q, limit."},
		{"/api/v1/ask", sending("application/json; charset=utf-8", `{"q": "bridge", "limit": 2}`), 200, `"outcome":"found"`},
		{"/api/v1/ask", sending("application/json", `{"q": "bridge", "limit": 2.0, "outlet": null}`), 200, `"outcome":"found"`},
		{"/api/v1/ask", sending("application/json", `{"q": "bridge", "limit": 2.5}`), 400, "neither a text nor a whole number"},
		{"/api/v1/ask", sending("application/json", `{"q": "bridge", "limit": 1e300}`), 400, "It is a number from 1 to 50."},
		{"/api/v1/article/bridge", same, 200, `"id":"bridge","headline":"Bridge to close","byline":"Joe Doe","outlet":"The Ashford Gazette","section":"Local","published":"2024-05-06"`},
		{"/api/v1/article/bridge", same, 200, `"lead_in":"According to The Post:"`},
		{"/api/v1/coverage", same, 200, `"articles":3,"passages":9,"outlets":[{"outlet":"The Ashford Gazette","articles":2}`},
		{"/api/v1/coverage?period=month", same, 200, `"period":"month","published":[{"start":"2024-05-01","outlet":"The Ashford Gazette","articles":2}`},
		{"/api/v1/openapi.json", same, 200, `"openapi":`},
		{"/api/v1/coverage", by(http.MethodHead), 200, ""},

		{"/api/v1/ask", same, 400, "There is no question."},
		{"/api/v1/ask?q=%00", same, 400, "There is no question."},
		{"/api/v1/ask?q=100%", same, 400, "Percent-encode"},
		{"/api/v1/ask?q=bridge;x", same, 400, "Percent-encode"},
		{"/api/v1/ask?q=br%FCcke", same, 400, "Percent-encode"},
		{"/api/v1/ask", sending("application/json", "{\"q\": \"br\xfccke\"}"), 400, "no JSON object"},
		{"/api/v1/ask?q=a&q=b", same, 400, "is there twice"},
		{"/api/v1/ask?q=a&limt=3", same, 400, "The parameters are q, outlet, from, to, limit, form."},
		{"/api/v1/ask?q=a&limit=0", same, 400, "It is a number from 1 to 50."},
		{"/api/v1/ask?q=a&limit=51", same, 400, "It is a number from 1 to 50."},
		{"/api/v1/ask?q=a&form=poem", same, 400, "The forms are timeline, compare, quote;"},
		{"/api/v1/ask?q=a&from=soon", same, 400, "is no date that I can read"},
		{"/api/v1/coverage?period=decade", same, 400, "day, week, month and year"},
		{"/api/v1/ask", sending("text/plain", `{"q": "bridge"}`), 415, "Send Content-Type"},
		{"/api/v1/ask", sending("application/json", `["bridge"]`), 400, "no JSON object"},
		{"/api/v1/ask", sending("application/json", `{"q": {}}`), 400, "neither a text nor"},
		{"/api/v1/ask", sending("application/json", `{"q": "`+strings.Repeat("x", bot.MaxQuestion+1)+`"}`), 413, "too long"},
		{"/api/v1/ask", sending("application/json", `{"q": "`+strings.Repeat("x", web.MaxBody)+`"}`), 413, "too large"},
		{"/api/v1/article/nothing", same, 404, "no such article"},
		{"/api/v1/nothing", same, 404, "openapi.json"},
		{"/api/v1/", same, 404, "openapi.json"},
		{"/api/v1/ask?q=a", by(http.MethodDelete), 405, "Use GET, HEAD, POST."},
		{"/api/v1/coverage", by(http.MethodPost), 405, "Use GET, HEAD."},
		{"/api/v1/ask?q=a", func(r *http.Request) { r.Host = "evil.example" }, 421, "this machine alone"},
	} {
		r, text := get(t, p, c.path, c.change)
		if r.StatusCode != c.status || !strings.Contains(text, c.part) {
			t.Errorf("%.80s: %d, want %d, with %q in %.400s", c.path, r.StatusCode, c.status, c.part, text)
		}
		kind := "application/json"
		if c.status >= 400 {
			kind = "application/problem+json"
			var problem struct {
				Type, Title, Detail string
				Status              int
			}
			if err := json.Unmarshal([]byte(text), &problem); err != nil || problem.Status != c.status || problem.Title == "" || problem.Detail == "" {
				t.Errorf("%.80s: %v, %+v", c.path, err, problem)
			}
		}
		if r.Header.Get("Content-Type") != kind || text != "" && !json.Valid([]byte(text)) {
			t.Errorf("%.80s: %s %.200s", c.path, r.Header.Get("Content-Type"), text)
		}
		if c.status == 405 && r.Header.Get("Allow") == "" {
			t.Errorf("%s does not say what is allowed", c.path)
		}
	}
}
