package signed_test

import (
	"bytes"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"newshound/bot/internal/signed"
)

// form is a form whose signature is the time and the body themselves.
var form = signed.Form{Stamp: "X-Stamp", Signature: "X-Signature", Prefix: "v0=", Valid: func(stamp string, body, signature []byte) bool {
	return bytes.Equal(signature, append([]byte(stamp), body...))
}}

func TestRead(t *testing.T) {
	at := time.Unix(1_700_000_000, 0)
	stamp := strconv.FormatInt(at.Unix(), 10)
	sign := func(body string) string { return "v0=" + hex.EncodeToString([]byte(stamp+body)) }
	large := strings.Repeat("x", signed.MaxBody+1)
	for _, c := range []struct {
		name, stamp, signature, body string
		late                         time.Duration
		status                       int
	}{
		{"good", stamp, sign("body"), "body", 0, http.StatusOK},
		{"empty", stamp, sign(""), "", 0, http.StatusOK},
		{"as large as may be", stamp, sign(large[1:]), large[1:], 0, http.StatusOK},
		{"too large", stamp, sign(large), large, 0, http.StatusRequestEntityTooLarge},
		{"another body", stamp, sign("body"), "other", 0, http.StatusUnauthorized},
		{"another time", stamp + "0", sign("body"), "body", 0, http.StatusUnauthorized},
		{"no signature", stamp, "", "body", 0, http.StatusUnauthorized},
		{"no prefix", stamp, sign("body")[3:], "body", 0, http.StatusUnauthorized},
		{"no digits", stamp, "v0=xyz", "body", 0, http.StatusUnauthorized},
		{"no time", "", sign("body"), "body", 0, http.StatusUnauthorized},
		{"300 s late", stamp, sign("body"), "body", 300 * time.Second, http.StatusOK},
		{"301 s late", stamp, sign("body"), "body", 301 * time.Second, http.StatusUnauthorized},
		{"300 s early", stamp, sign("body"), "body", -300 * time.Second, http.StatusOK},
		{"301 s early", stamp, sign("body"), "body", -301 * time.Second, http.StatusUnauthorized},
		{"late, and another's", stamp, sign("other"), "body", time.Hour, http.StatusUnauthorized},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader(c.body))
		r.Header.Set("X-Stamp", c.stamp)
		r.Header.Set("X-Signature", c.signature)
		stale := time.Duration(0)
		form := form
		form.Stale = func(off time.Duration) { stale = off }
		body, status := form.Read(httptest.NewRecorder(), r, at.Add(c.late))
		if told := status == http.StatusUnauthorized && c.signature == sign(c.body) && c.stamp == stamp; told != (stale != 0) || told && stale != c.late {
			t.Errorf("%s: off by %v", c.name, stale)
		}
		if status != c.status || status == http.StatusOK && string(body) != c.body {
			t.Errorf("%s: %d with %d bytes, want %d", c.name, status, len(body), c.status)
		}
	}
	broken := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("body"))))
	if _, status := form.Read(httptest.NewRecorder(), broken, at); status != http.StatusBadRequest {
		t.Errorf("a body that ends early: %d", status)
	}
}

// A request is answered with what is made of it, and never with what is in it.
func TestServe(t *testing.T) {
	for _, c := range []struct {
		name, method, signature string
		answer                  any
		taken, status           int
		contentType, body       string
	}{
		{"nothing", http.MethodPost, "body", nil, 200, 200, "", ""},
		{"a text", http.MethodPost, "body", "challenge", 200, 200, "text/plain", "challenge"},
		{"JSON", http.MethodPost, "body", map[string]int{"type": 1}, 200, 200, "application/json", `{"type":1}`},
		{"refused", http.MethodPost, "body", nil, 503, 503, "text/plain; charset=utf-8", "Service Unavailable"},
		{"not signed", http.MethodPost, "other", nil, 0, 401, "text/plain; charset=utf-8", "Unauthorized"},
		{"no POST", http.MethodPut, "body", nil, 0, 405, "text/plain; charset=utf-8", "Method Not Allowed"},
	} {
		stamp := strconv.FormatInt(time.Now().Unix(), 10)
		r := httptest.NewRequestWithContext(t.Context(), c.method, "/", strings.NewReader("body"))
		r.Header.Set("X-Stamp", stamp)
		r.Header.Set("X-Signature", "v0="+hex.EncodeToString([]byte(stamp+c.signature)))
		w := httptest.NewRecorder()
		status := form.Serve(w, r, func(body []byte) (any, int) {
			if string(body) != "body" || c.taken == 0 {
				t.Errorf("%s: given %q", c.name, body)
			}
			return c.answer, c.taken
		})
		if status != c.status || w.Code != c.status || w.Header().Get("Content-Type") != c.contentType || strings.TrimSpace(w.Body.String()) != c.body {
			t.Errorf("%s: %d, %d %q %q", c.name, status, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
}
