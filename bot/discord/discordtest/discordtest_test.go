package discordtest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/discord/discordtest"
)

// call makes a request as the bot and returns the status and the code of an error.
func call(t *testing.T, s *discordtest.Server, method, path string, body any) (status, code int) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{DialContext: s.Dial, DisableKeepAlives: true}}
	data, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, s.URL()+path, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+discordtest.Token)
	r.Header.Set("User-Agent", "DiscordBot (https://example.com, 1)")
	r.Header.Set("Content-Type", "application/json")
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var answer struct {
		Code int `json:"code"`
	}
	_ = json.NewDecoder(resp.Body).Decode(&answer)
	return resp.StatusCode, answer.Code
}

type object = map[string]any

// nobody allows no mention.
var nobody = object{"parse": []any{}}

// What Discord refuses is refused, and is a violation; so is what Discord would let
// pass to everyone's harm.
func TestViolations(t *testing.T) {
	text := func(content string) object { return object{"type": 10, "content": content} }
	v2 := func(components ...any) object {
		return object{"flags": 1 << 15, "components": components, "allowed_mentions": nobody}
	}
	row := func(buttons ...any) object { return object{"type": 1, "components": buttons} }
	button := func(id string) object { return object{"type": 2, "style": 2, "label": "x", "custom_id": id} }
	link := func(address string) object { return object{"type": 2, "style": 5, "label": "x", "url": address} }
	many := func(n int, c object) (list []any) {
		for range n {
			list = append(list, c)
		}
		return list
	}
	for name, c := range map[string]struct {
		body object
		rule string // "" for none
	}{
		"well":             {v2(text("hello"), row(button("a"), link("https://example.com"))), ""},
		"well, 2,000":      {object{"content": strings.Repeat("é", 2000), "allowed_mentions": nobody}, ""},
		"no mentions":      {object{"content": "hello"}, "allowed_mentions"},
		"null mentions":    {object{"content": "hello", "allowed_mentions": object{"parse": nil}}, "allowed_mentions"},
		"everyone":         {object{"content": "hello", "allowed_mentions": object{"parse": []string{"everyone"}}}, "allowed_mentions"},
		"a user":           {object{"content": "hello", "allowed_mentions": object{"parse": []any{}, "users": []string{"1"}}}, "allowed_mentions"},
		"2,001 characters": {object{"content": strings.Repeat("é", 2001), "allowed_mentions": nobody}, "content"},
		"empty":            {object{"allowed_mentions": nobody}, "empty"},
		"both kinds":       {object{"content": "x", "flags": 1 << 15, "components": []any{text("x")}, "allowed_mentions": nobody}, "components v2"},
		"4,001 characters": {v2(text(strings.Repeat("x", 2000)), text(strings.Repeat("x", 2001))), "text"},
		"41 components":    {v2(many(41, text("x"))...), "components"},
		"six buttons":      {v2(row(button("1"), button("2"), button("3"), button("4"), button("5"), button("6"))), "row"},
		"an id twice":      {v2(row(button("1"), button("1"))), "button"},
		"a long id":        {v2(row(button(strings.Repeat("x", 101)))), "button"},
		"a long link":      {v2(row(link("https://example.com/" + strings.Repeat("x", 500)))), "button"},
		"a script":         {v2(row(link("javascript:alert(1)"))), "button"},
		"a long nonce":     {object{"content": "x", "nonce": strings.Repeat("1", 26), "allowed_mentions": nobody}, "nonce"},
		"a long title":     {object{"embeds": []any{object{"title": strings.Repeat("x", 257)}}, "allowed_mentions": nobody}, "embed"},
		"6,001 in embeds":  {object{"embeds": many(2, object{"description": strings.Repeat("x", 3001)}), "allowed_mentions": nobody}, "embed"},
	} {
		t.Run(name, func(t *testing.T) {
			s := discordtest.New(t)
			s.Expect(c.rule)
			status, code := call(t, s, http.MethodPost, "/channels/"+s.NewChannel()+"/messages", c.body)
			if c.rule == "" {
				if status != http.StatusOK || len(s.Violations()) > 0 {
					t.Errorf("%d, %v", status, s.Violations())
				}
				return
			}
			if status != http.StatusBadRequest || code != 50035 || len(s.Violations()) == 0 || s.Violations()[0].Rule != c.rule {
				t.Errorf("%d (%d), %v", status, code, s.Violations())
			}
		})
	}
}

// A post with the same nonce is the same post.
func TestNonce(t *testing.T) {
	s := discordtest.New(t)
	channel := s.NewChannel()
	for range 3 {
		call(t, s, http.MethodPost, "/channels/"+channel+"/messages", object{"content": "x", "nonce": "1", "enforce_nonce": true, "allowed_mentions": nobody})
	}
	if n := len(s.Messages(channel)); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// The rules of time: three seconds for a first response, one of them, and fifteen
// minutes in all.
func TestInteractionTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := discordtest.New(t)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel(), Drop: true}
		respond := func(id string, kind int) (int, int) {
			i := s.Interaction(id)
			return call(t, s, http.MethodPost, "/interactions/"+id+"/"+i.Token+"/callback", object{"type": kind})
		}
		edit := func(id string) (int, int) {
			return call(t, s, http.MethodPatch, "/webhooks/"+discordtest.ApplicationID+"/"+s.Interaction(id).Token+"/messages/@original",
				object{"content": "x", "allowed_mentions": nobody})
		}
		check := func(what string, status, code, wantStatus, wantCode int) {
			t.Helper()
			if status != wantStatus || code != wantCode {
				t.Errorf("%s: %d (%d), want %d (%d)", what, status, code, wantStatus, wantCode)
			}
		}
		id := s.Slash(act, "ask")
		status, code := edit(id)
		check("an edit before the response", status, code, 404, 10015)
		status, code = respond(id, 5)
		check("a response", status, code, 204, 0)
		status, code = respond(id, 5)
		check("a second response", status, code, 400, 40060)
		late := s.Slash(act, "ask")
		time.Sleep(3*time.Second + time.Millisecond) //nolint:forbidigo // time passes in a bubble
		status, code = respond(late, 5)
		check("a late response", status, code, 404, 10062)
		time.Sleep(14 * time.Minute) //nolint:forbidigo // time passes in a bubble
		status, code = edit(id)
		check("an edit in time", status, code, 200, 0)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		status, code = edit(id)
		check("an edit too late", status, code, 401, 50027)
		s.Expect("response")
		status, code = respond(s.Slash(act, "ask"), 6)
		check("a response for buttons", status, code, 400, 50035)
	})
}

// What comes before the end of a 429 is a violation.
func TestHeld(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := discordtest.New(t)
		s.OnRequest(func(r *discordtest.Request) *discordtest.Response {
			if r.Count == 1 {
				return discordtest.RateLimited(10*time.Second, false)
			}
			return nil
		})
		path := "/channels/" + s.NewChannel() + "/messages"
		body := object{"content": "x", "allowed_mentions": nobody}
		for _, wait := range []time.Duration{0, 11 * time.Second} {
			time.Sleep(wait) //nolint:forbidigo // time passes in a bubble
			call(t, s, http.MethodPost, path, body)
		}
		if v := s.Violations(); len(v) != 0 {
			t.Errorf("%v", v)
		}
		s.OnRequest(func(*discordtest.Request) *discordtest.Response {
			return discordtest.RateLimited(10*time.Second, false)
		})
		s.Expect("held")
		for range 2 {
			call(t, s, http.MethodPost, path, body)
		}
		if v := s.Violations(); len(v) != 1 || v[0].Rule != "held" {
			t.Errorf("%v", v)
		}
	})
}

// Names of commands and options have rules of their own.
func TestCommandRules(t *testing.T) {
	for name, ok := range map[string]bool{"ask": true, "fragen": true, "中文": true, "Ask": false, "two words": false, "": false, "a!": false, strings.Repeat("a", 33): false} {
		s := discordtest.New(t)
		s.Expect("command")
		status, _ := call(t, s, http.MethodPost, "/applications/"+discordtest.ApplicationID+"/commands", object{"name": name, "description": "x", "type": 1})
		if (status == http.StatusCreated) != ok {
			t.Errorf("%q: %d", name, status)
		}
	}
}

// A server may be reached over the network, too.
func TestListen(t *testing.T) {
	s := discordtest.New(t)
	if host, _, err := net.SplitHostPort(strings.TrimSuffix(strings.TrimPrefix(s.Listen(), "http://"), "/api/v10")); err != nil || host != "127.0.0.1" {
		t.Error(fmt.Sprint(host, err))
	}
}
