package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot"
	"newshound/bot/internal/form"
)

// apiPath is where the JSON for programs begins. A change of the meaning of anything below it needs
// another number.
const apiPath = "/api/v1/"

// maxLimit is how many quotes a program may ask for.
const maxLimit = 50

// endpoint is a path of the API: what it takes and how it answers.
type endpoint struct {
	params []string // the parameters that it takes
	post   bool     // it also takes them as a JSON object
	answer func(r *http.Request, in url.Values) (any, *problem)
}

// problem is why a request of a program has no answer (RFC 9457).
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"` // what to do
}

// endpoints returns the endpoints by their path.
func (p *Page) endpoints() map[string]endpoint {
	question := []string{"q", "outlet", "from", "to", "limit"}
	return map[string]endpoint{
		"ask":          {append(question, "form"), true, p.apiAsk("")},
		"timeline":     {question, true, p.apiAsk(answer.Timeline)},
		"compare":      {question, true, p.apiAsk(answer.Compare)},
		"check-quote":  {[]string{"q", "limit"}, true, p.apiAsk(answer.CheckQuote)},
		"article/{id}": {nil, false, p.apiArticle},
		"coverage":     {[]string{"period"}, false, p.apiCoverage},
		"openapi.json": {nil, false, openAPI},
	}
}

// serve answers a request with JSON, or with a problem.
func (e endpoint) serve(w http.ResponseWriter, r *http.Request) {
	in, bad := e.input(w, r)
	var out any
	if bad == nil {
		out, bad = e.answer(r, in)
	}
	if bad != nil {
		writeProblem(w, bad.Status, bad.Title, bad.Detail)
		return
	}
	writeJSON(w, http.StatusOK, "application/json", out)
}

// input reads the parameters of a request, from its address or its body.
func (e endpoint) input(w http.ResponseWriter, r *http.Request) (url.Values, *problem) {
	in, err := url.ParseQuery(r.URL.RawQuery)
	said, _ := url.QueryUnescape(r.URL.RawQuery)
	switch {
	case err != nil || !utf8.ValidString(said):
		return nil, badRequest("The address cannot be read.", "Percent-encode what it holds, in UTF-8.")
	case r.Method == http.MethodGet || r.Method == http.MethodHead:
	case r.Method == http.MethodPost && e.post:
		body, bad := readBody(r)
		if bad != nil {
			return nil, bad
		}
		for name, value := range body {
			in.Set(name, value)
		}
	default:
		allow := "GET, HEAD"
		if e.post {
			allow += ", POST"
		}
		w.Header().Set("Allow", allow)
		return nil, &problem{Status: http.StatusMethodNotAllowed, Title: "This cannot be done here.", Detail: "Use " + allow + "."}
	}
	for _, name := range slices.Sorted(maps.Keys(in)) {
		if !slices.Contains(e.params, name) {
			known := "It takes none."
			if len(e.params) > 0 {
				known = "The parameters are " + strings.Join(e.params, ", ") + "."
			}
			return nil, badRequest(fmt.Sprintf("There is no parameter %q.", name), known)
		}
		if len(in[name]) > 1 {
			return nil, badRequest(fmt.Sprintf("The parameter %q is there twice.", name), "Give it once.")
		}
	}
	return in, nil
}

// readBody reads a JSON object of strings and numbers.
func readBody(r *http.Request) (map[string]string, *problem) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return nil, &problem{Status: http.StatusUnsupportedMediaType, Title: "The body is not said to be JSON.", Detail: "Send Content-Type: application/json."}
	}
	data, err := io.ReadAll(r.Body)
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return nil, &problem{Status: http.StatusRequestEntityTooLarge, Title: "The body is too large.", Detail: fmt.Sprintf("A question may have %d KB.", bot.MaxQuestion>>10)}
	}
	if err != nil {
		return nil, badRequest("The body ended early.", "Send it again.")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil || !utf8.Valid(data) {
		return nil, badRequest("The body is no JSON object.", `Send one, like {"q": "your question"}.`)
	}
	out := make(map[string]string)
	for name, raw := range fields {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			n, err := strconv.ParseFloat(string(raw), 64) // 3 may be written 3.0
			if err != nil || n != math.Trunc(n) {
				return nil, badRequest(fmt.Sprintf("%q is neither a text nor a whole number.", name), "Send the same as in an address.")
			}
			text = strconv.FormatFloat(n, 'f', -1, 64)
		}
		out[name] = text
	}
	return out, nil
}

// apiAsk returns what answers questions: in the fixed form, or if that is "", in the one that the
// request asks for.
func (p *Page) apiAsk(fixed answer.Form) func(*http.Request, url.Values) (any, *problem) {
	return func(r *http.Request, in url.Values) (any, *problem) {
		q, wrong := apiQuestion(fixed, in)
		if wrong != nil {
			return nil, wrong
		}
		p.options.Observer.Count(bot.EventAccepted)
		a, err := p.options.Relay.Answer(r.Context(), q)
		switch {
		case err == nil:
			return a, nil
		case errors.Is(err, bot.ErrTimedOut):
			return nil, &problem{Status: http.StatusServiceUnavailable, Title: "The question took too long.", Detail: "A shorter one may do."}
		case errors.Is(err, bot.ErrBusy):
			return nil, &problem{Status: http.StatusServiceUnavailable, Title: "There is no room for the question right now.", Detail: "Ask again in a minute."}
		}
		return nil, &problem{Status: http.StatusInternalServerError, Title: "The question failed.", Detail: "The server's log says why."}
	}
}

// apiQuestion reads the question that a program asks.
func apiQuestion(fixed answer.Form, in url.Values) (answer.Question, *problem) {
	f, limit := fixed, answer.DefaultLimit
	if text := in.Get("form"); text != "" {
		if f = answer.Form(text); !slices.Contains(syntax.Forms(), f) {
			return answer.Question{}, badRequest(fmt.Sprintf("There is no form %q.", text), fmt.Sprintf("The forms are %s; without one, the best quotes come first.", strings.Join(formNames(), ", ")))
		}
	}
	if text := in.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > maxLimit {
			return answer.Question{}, badRequest(fmt.Sprintf("%q is no limit.", text), fmt.Sprintf("It is a number from 1 to %d.", maxLimit))
		}
		limit = n
	}
	filters, bad := form.Fields{Outlet: in.Get("outlet"), From: in.Get("from"), To: in.Get("to")}.Text()
	if bad != "" {
		return answer.Question{}, badRequest("A filter cannot be read.", bad)
	}
	q, err := bot.CleanQuestion(in.Get("q"))
	switch {
	case errors.Is(err, bot.ErrLongQuestion):
		return answer.Question{}, &problem{Status: http.StatusRequestEntityTooLarge, Title: "The question is too long.", Detail: fmt.Sprintf("It may have %d KB.", bot.MaxQuestion>>10)}
	case err != nil:
		return answer.Question{}, badRequest("There is no question.", "Give it as q.")
	}
	if typed, rest := syntax.FormOf(q); typed != "" && f == "" {
		f, q = typed, rest
	}
	if f == answer.CheckQuote && filters != "" {
		return answer.Question{}, badRequest("A quote is checked against all of the coverage.", "Leave outlet, from and to out.")
	}
	return answer.Question{Text: syntax.As(f, filters+q), Limit: limit}, nil
}

func openAPI(*http.Request, url.Values) (any, *problem) {
	data, err := files.ReadFile("openapi.json")
	if err != nil {
		panic(err) // it is embedded
	}
	return json.RawMessage(data), nil
}

// noEndpoint answers a path below apiPath that is no endpoint.
func noEndpoint(w http.ResponseWriter, _ *http.Request) {
	writeProblem(w, http.StatusNotFound, "There is no such endpoint.", "See "+apiPath+"openapi.json.")
}

func badRequest(title, do string) *problem {
	return &problem{Status: http.StatusBadRequest, Title: title, Detail: do}
}

// writeProblem says to a program what is wrong, and what to do.
func writeProblem(w http.ResponseWriter, status int, title, do string) {
	writeJSON(w, status, "application/problem+json", problem{"about:blank", title, status, do})
}

// writeJSON answers with JSON. An answer that cannot be encoded, because a quote fails to verify,
// becomes a problem.
func writeJSON(w http.ResponseWriter, status int, kind string, v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		status, kind = http.StatusInternalServerError, "application/problem+json"
		b.Reset()
		b.WriteString(`{"type":"about:blank","title":"The answer cannot be written.","status":500}` + "\n")
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // a client that has gone is not told
}

// formNames lists the forms that a question may be given.
func formNames() []string {
	var names []string
	for _, f := range syntax.Forms() {
		names = append(names, string(f))
	}
	return names
}
