package slack_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// TestDocumentedSignature verifies the example of Slack's documentation
// (https://docs.slack.dev/authentication/verifying-requests-from-slack).
func TestDocumentedSignature(t *testing.T) {
	const (
		secret = "8f742231b10e8888abcd99yyyzzz85a5"
		stamp  = "1531420618"
		body   = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V" +
			"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=" +
			"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN" +
			"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
		signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
	)
	at := time.Unix(1531420618, 0)
	unsigned := http.Header{}
	slacktest.Sign(unsigned, "", at, body)
	for _, c := range []struct {
		name, secret, stamp, signature, body string
		at                                   time.Time
		ok                                   bool
	}{
		{"the example", secret, stamp, signature, body, at, true},
		{"300 s late", secret, stamp, signature, body, at.Add(300 * time.Second), true},
		{"301 s late", secret, stamp, signature, body, at.Add(301 * time.Second), false},
		{"300 s early", secret, stamp, signature, body, at.Add(-300 * time.Second), true},
		{"301 s early", secret, stamp, signature, body, at.Add(-301 * time.Second), false},
		{"no signature", secret, stamp, "", body, at, false},
		{"no digits", secret, stamp, "v0=", body, at, false},
		{"no v0=", secret, stamp, signature[3:], body, at, false},
		{"another version", secret, stamp, "v1" + signature[2:], body, at, false},
		{"bad digits", secret, stamp, signature[:len(signature)-1] + "g", body, at, false},
		{"a digit less", secret, stamp, signature[:len(signature)-1], body, at, false},
		{"half", secret, stamp, signature[:35], body, at, false},
		{"another digit", secret, stamp, signature[:len(signature)-1] + "4", body, at, false},
		{"no time", secret, "", signature, body, at, false},
		{"no number", secret, stamp + "s", signature, body, at, false},
		{"another time", secret, "1531420619", signature, body, at, false},
		{"a huge time", secret, "9223372036854775807", signature, body, at, false},
		{"a changed body", secret, stamp, signature, body + "x", at, false},
		{"no body", secret, stamp, signature, "", at, false},
		{"another secret", secret + "x", stamp, signature, body, at, false},
		{"no secret", "", stamp, signature, body, at, false},
		{"signed with no secret", "", stamp, unsigned.Get("X-Slack-Signature"), body, at, false},
	} {
		h := http.Header{}
		if c.stamp != "" {
			h.Set("X-Slack-Request-Timestamp", c.stamp)
		}
		if c.signature != "" {
			h.Set("X-Slack-Signature", c.signature)
		}
		if slack.Signature(bot.NewSecret(c.secret)).Check(h, []byte(c.body), c.at) != c.ok {
			t.Errorf("%s: is not %v", c.name, c.ok)
		}
	}
}

func TestRequests(t *testing.T) {
	r := start(t, nil)
	mention := func() *http.Request { return r.Request(r.http.URL, r.Mention("C1", "", "U1", "how many?")) }
	signed := func(kind, body string, age time.Duration) *http.Request {
		q, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.http.URL, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Content-Type", kind)
		slacktest.Sign(q.Header, slacktest.SigningSecret, time.Now().Add(-age), body)
		return q
	}
	const form, plain = "application/x-www-form-urlencoded", "application/json"
	large := strings.Repeat("x", 1<<20+1)
	for _, c := range []struct {
		name    string
		request *http.Request
		adjust  func(*http.Request)
		status  int
	}{
		{"no signature", mention(), func(q *http.Request) { q.Header.Del("X-Slack-Signature") }, http.StatusUnauthorized},
		{"bad digits", mention(), func(q *http.Request) { q.Header.Set("X-Slack-Signature", "v0=xyz") }, http.StatusUnauthorized},
		{"no v0=", mention(), func(q *http.Request) {
			q.Header.Set("X-Slack-Signature", q.Header.Get("X-Slack-Signature")[3:])
		}, http.StatusUnauthorized},
		{"too old", signed(plain, "{}", 302*time.Second), nil, http.StatusUnauthorized},
		{"too early", signed(plain, "{}", -302*time.Second), nil, http.StatusUnauthorized},
		{"another body", mention(), func(q *http.Request) {
			const other = `{"type":"event_callback"}`
			q.Body = io.NopCloser(strings.NewReader(other))
			q.ContentLength = int64(len(other))
			q.GetBody = nil
		}, http.StatusUnauthorized},
		{"too large", signed(plain, large, 0), nil, http.StatusRequestEntityTooLarge},
		{"too large, and not signed", signed(plain, large, 0), func(q *http.Request) { q.Header.Del("X-Slack-Signature") }, http.StatusRequestEntityTooLarge},
		{"no type", signed("", "{}", 0), nil, http.StatusBadRequest},
		{"a bad form", signed(form, "%zz", 0), nil, http.StatusBadRequest},
		{"no JSON", signed(plain, "no JSON", 0), nil, http.StatusOK},
		{"no JSON in a form", signed(form, "payload=x", 0), nil, http.StatusOK},
		{"Slack looks whether we are there", signed(form, "ssl_check=1&token=x", 0), nil, http.StatusOK},
	} {
		if c.adjust != nil {
			c.adjust(c.request)
		}
		if status, body := r.do(c.request); status != c.status || strings.Contains(body, "v0=") {
			t.Errorf("%s: answered %d %q, want %d", c.name, status, body, c.status)
		}
	}
	challenge := signed(plain, `{"type":"url_verification","challenge":"c-123","token":"x"}`, 0)
	if status, body := r.do(challenge); status != http.StatusOK || body != "c-123" {
		t.Errorf("the challenge: answered %d %q", status, body)
	}
	if n := strings.Count(r.log.String(), "is this machine's clock right?"); n != 2 {
		t.Errorf("asked after the clock %d times", n)
	}
	if n := r.count.Of(bot.EventRefused); n != 10 {
		t.Errorf("%d refusals counted", n)
	}

	// What is replayed to the letter is valid, and nothing comes of it.
	valid := mention()
	body, err := valid.GetBody()
	if err != nil {
		t.Fatal(err)
	}
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(body); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again := valid.Clone(t.Context())
		again.Body = io.NopCloser(bytes.NewReader(raw.Bytes()))
		if status, _ := r.do(again); status != http.StatusOK {
			t.Errorf("answered %d", status)
		}
	}
	if n := len(r.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// TestBusyCommand asks by slash command when there is no room.
func TestBusyCommand(t *testing.T) {
	r := start(t, func(o *slack.Options) { o.Depth = 1 })
	open := r.gated()
	refused := ""
	for range 3 { // at most one is being answered, and one waits
		if _, body := r.post(r.Command("C1", "U1", "/ask", "how many?")); body != "" {
			refused = body
		}
	}
	open()
	var reply struct {
		Type string `json:"response_type"`
		Text string `json:"text"`
	}
	if err := json.Unmarshal([]byte(refused), &reply); err != nil || reply.Type != "ephemeral" || !strings.Contains(reply.Text, "yours was not taken") {
		t.Errorf("answered %q", refused)
	}
	r.settle()
}

// TestPressTellsItsChannel holds that a press is of the channel of its message, which is
// told twice, of an ephemeral message at least by its container.
func TestPressTellsItsChannel(t *testing.T) {
	payload := `{"type":"block_actions","user":{"id":"U1"},"container":{"channel_id":"C1","message_ts":"1.2"},"actions":[{"action_id":"a","action_ts":"3.4"}]}`
	_, keys, ok := slack.Decode("application/x-www-form-urlencoded", []byte("payload="+url.QueryEscape(payload)))
	if want := []string{"press//U1/3.4/C1//a", "click//U1/C1/1.2/a//3", "click//U1/C1/1.2/a//4"}; !ok || !slices.Equal(keys, want) {
		t.Errorf("%q, %v, want %q", keys, ok, want)
	}
}

// FuzzOpen takes whatever a request may hold.
func FuzzOpen(f *testing.F) {
	f.Add("application/json", []byte(`{"type":"event_callback","event":{"type":"app_mention","user":"U","ts":"1.1","text":"<@U0> <!here|x> &amp;"}}`))
	f.Add("application/x-www-form-urlencoded", []byte("payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U%22%7D%2C%22actions%22%3A%5B%7B%7D%5D%7D"))
	f.Add("application/x-www-form-urlencoded", []byte("command=/ask&user_id=U&response_url=x"))
	f.Add("text/plain; x", []byte("\xff"))
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		text, keys, ok := slack.Decode(contentType, body)
		if ok && len(keys) == 0 {
			t.Error("an event without a key would be answered twice")
		}
		if strings.ContainsAny(text, "\n\r") {
			t.Errorf("a question of several lines: %q", text)
		}
	})
}

// FuzzAddress makes links of whatever stands for an address and a headline.
func FuzzAddress(f *testing.F) {
	f.Add("https://x.example/a?b=1&c=2#d", "A <b> | c")
	f.Add("javascript:alert(1)", "*x*")
	f.Add("https://x.example/ |>\"<", "")
	f.Add("http://\"", "")
	f.Fuzz(func(t *testing.T, address, label string) {
		got := slack.Link(address, label)
		inner, isLink := strings.CutPrefix(got, "<")
		if !isLink {
			if strings.ContainsAny(got, "<>") {
				t.Errorf("a stray bracket: %q", got)
			}
			return
		}
		inner, closed := strings.CutSuffix(inner, ">")
		target, _, _ := strings.Cut(inner, "|")
		u, err := url.Parse(strings.ReplaceAll(target, "&amp;", "&"))
		if !closed || strings.ContainsAny(inner, "<>") || err != nil || u.Scheme != "http" && u.Scheme != "https" {
			t.Errorf("a bad link: %q", got)
		}
	})
}
