package discord_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// Row 12: only what Discord has signed, and lately, is taken.
func TestSignatures(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := open(t, s, &bottest.Handler{}, nil)
		ping := []byte(`{"id":"1","application_id":"2","type":1,"token":"x","version":1}`)
		for _, c := range []struct {
			name string
			want int
			age  time.Duration
			edit func(*http.Request)
		}{
			{"PING", 200, 0, nil},
			{"299 s old", 200, 299 * time.Second, nil},
			{"301 s old", 401, 301 * time.Second, nil},
			{"301 s ahead", 401, -301 * time.Second, nil},
			{"no signature", 401, 0, func(q *http.Request) { q.Header.Del("X-Signature-Ed25519") }},
			{"bad hexadecimal", 401, 0, func(q *http.Request) { q.Header.Set("X-Signature-Ed25519", strings.Repeat("zz", 64)) }},
			{"too short", 401, 0, func(q *http.Request) { q.Header.Set("X-Signature-Ed25519", "abcd") }},
			{"another signature", 401, 0, func(q *http.Request) { q.Header.Set("X-Signature-Ed25519", strings.Repeat("ab", 64)) }},
			{"no time", 401, 0, func(q *http.Request) { q.Header.Del("X-Signature-Timestamp") }},
			{"another time", 401, 0, func(q *http.Request) { q.Header.Set("X-Signature-Timestamp", "1") }},
			{"another body", 401, 0, func(q *http.Request) {
				q.Body = http.NoBody
			}},
			{"GET", 405, 0, func(q *http.Request) { q.Method = http.MethodGet }},
		} {
			q := s.Sign(ping, time.Now().Add(-c.age))
			if c.edit != nil {
				c.edit(q)
			}
			w := httptest.NewRecorder()
			r.adapter.ServeHTTP(w, q)
			if w.Code != c.want {
				t.Errorf("%s: %d, want %d", c.name, w.Code, c.want)
			}
			if w.Code == 200 && strings.TrimSpace(w.Body.String()) != `{"type":1}` {
				t.Errorf("%s: %s", c.name, w.Body)
			}
		}
		for body, want := range map[string]int{
			"no JSON":                     400,
			`{"id":"1","type":99}`:        400,
			`[]`:                          400,
			strings.Repeat("x", 1<<20+10): 413,
			strings.Repeat("[", 1<<19):    400,
		} {
			w := httptest.NewRecorder()
			r.adapter.ServeHTTP(w, s.Sign([]byte(body), time.Now()))
			if w.Code != want {
				t.Errorf("%.20s…: %d, want %d", body, w.Code, want)
			}
		}
		if n := strings.Count(r.logged.String(), "is this machine's clock right?"); n != 2 {
			t.Errorf("asked after the clock %d times", n)
		}
		if n := r.counter.Of(bot.EventRefused); n != 9 {
			t.Errorf("%d refused", n)
		}
		_ = r.adapter.Run(canceled(t))
	})
}

// Row 12: a key that is none is an error before anything is served.
func TestPublicKey(t *testing.T) {
	for _, key := range []string{"abcd", strings.Repeat("z", 64), strings.Repeat("ab", 31), strings.Repeat("ab", 33)} {
		_, err := discord.Open(discord.Options{Handler: &bottest.Handler{}, Token: bot.NewSecret("x"), PublicKey: key})
		if err == nil || strings.Contains(err.Error(), key) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// Interactions that come by HTTP are answered like those of the gateway, once.
func TestInteractionsByHTTP(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel(), Drop: true}
		id := s.Slash(act, "ask", question("How many cars?"))
		for range 3 { // a replay is answered, and does nothing
			if code := s.Deliver(r.adapter, id); code != http.StatusOK {
				t.Fatalf("status %d", code)
			}
		}
		s.Redeliver(id) // and so does the same event from the gateway
		i := r.answered(id)
		contains(t, i.Original, "**900 cars**")
		more := s.Press(act, i.Original, "More")
		s.Deliver(r.adapter, more)
		contains(t, r.answered(more).Original, "Further quotes:")
		dm := s.Press(act, i.Original, "Helpful")
		s.Deliver(r.adapter, dm)
		contains(t, r.answered(dm).Original, "Thank you.")
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		if n := s.Interaction(id).Answered; n != 1 {
			t.Errorf("%d answers", n)
		}
		if n := len(s.Requests(routeRespond)); n != 0 {
			t.Errorf("%d first responses by REST", n)
		}
		choice := s.Autocomplete(act, "ask", discordtest.Option{Name: "outlet", Value: "the", Focused: true})
		s.Deliver(r.adapter, choice)
		if got := s.Interaction(choice).Choices; len(got) != 2 {
			t.Errorf("choices %v", got)
		}
	})
}

// The answer may be ready before Discord has seen the first response.
func TestAnswerBeforeResponse(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		id := s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel(), Drop: true}, "ask", question("quick?"))
		on(s, routeEdit, discordtest.Refused(404, 10015), discordtest.Refused(404, 10015))
		s.Deliver(r.adapter, id)
		contains(t, r.answered(id).Original, "You said: quick?")
	})
}

// No secret is in what the adapter prints of itself, and every body is nobody's ping.
func TestEveryBodyIsSilent(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, bottest.Relay(t, bottest.Hostile()), nil)
		channel := s.NewChannel()
		act := discordtest.Act{Person: "1", Channel: channel}
		everyone := "@everyone <@1> <@&2>"
		i := r.answered(s.Slash(act, "ask", question(everyone)))                                          // deferred, edit
		r.answered(s.Slash(act, "ask", question("x"), discordtest.Option{Name: "from", Value: everyone})) // message
		r.answered(s.Press(act, i.Original, "Citations in DM"))                                           // direct message
		s.Mention(act, everyone)                                                                          // post
		r.posted(channel, 4)
		want := []byte(`"allowed_mentions":{"parse":[]}`)
		bodies := 0
		for _, req := range s.Requests("") {
			if bytes.Contains(req.Raw, []byte(`"components"`)) {
				bodies++
				if !bytes.Contains(req.Raw, want) {
					t.Errorf("%s: %s", req.Route, req.Raw)
				}
				if bytes.Contains(req.Raw, []byte("@everyone")) || bytes.Contains(req.Raw, []byte("<@")) {
					t.Errorf("%s: a mention is raw: %s", req.Route, req.Raw)
				}
			}
		}
		if bodies < 4 {
			t.Errorf("%d bodies", bodies)
		}
	})
}

// Row 4: who asks with an interaction that cannot be kept any more is told so at once,
// and not to wait.
func TestNotAccepted(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel(), Drop: true}
		id := s.Slash(act, "ask", question("How many cars?"))
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		if code := s.Deliver(r.adapter, id); code != http.StatusOK {
			t.Fatalf("status %d", code)
		}
		i := s.Interaction(id)
		if i.Response != 4 || !i.Original.Ephemeral {
			t.Errorf("response %d, ephemeral %v", i.Response, i.Original.Ephemeral)
		}
		contains(t, i.Original, "I cannot take questions right now")
	})
}
