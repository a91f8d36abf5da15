package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"newshound/bot"
)

// policy forbids all that the page does not need, scripts and other origins among it
// (https://www.w3.org/TR/CSP3/).
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// patience is how long a request may take, including the wait for other people's questions. The
// WriteTimeout of the server must be longer than this and grace, or it cuts answers off in silence.
const patience = 20 * time.Second

// A request that is still not over after grace, because what it waits for (a disk that does
// not answer) takes no notice of the end of patience, is answered with late, one of the API
// with lateProblem.
const (
	grace       = 5 * time.Second
	late        = "This takes too long right now. Please try again in a minute.\n"
	lateProblem = `{"type":"about:blank","title":"This takes too long right now.","status":503,"detail":"Please try again in a minute."}` + "\n"
)

// guarded returns h behind the checks that each request has to pass. It sets the headers that tell
// a browser what it may do with the answer.
func (p *Page) guarded(h http.Handler) http.Handler {
	timed := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer p.recovered(w, r)
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		h.ServeHTTP(w, r.WithContext(ctx))
	})
	pages := http.TimeoutHandler(timed, patience+grace, late)
	api := http.TimeoutHandler(timed, patience+grace, lateProblem)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cache-Control", "private, no-cache")
		if p.options.Loopback && !isLoopback(r.Host) {
			p.options.Observer.Count(bot.EventRefused)
			p.refuse(w, r, http.StatusMisdirectedRequest, "This page is for this machine alone.",
				"Open it as localhost or 127.0.0.1. To serve it to others: newshound serve --page ADDRESS.")
			return
		}
		if !isAsset(r.URL.Path) {
			if wait := p.options.Relay.Admit(person(r)); wait > 0 {
				seconds := int(wait.Seconds()) + 1
				header.Set("Retry-After", strconv.Itoa(seconds))
				p.refuse(w, r, http.StatusTooManyRequests, "You have asked a lot in a short time.", fmt.Sprintf("Please wait %d s.", seconds))
				return
			}
		}
		r.Body = http.MaxBytesReader(w, r.Body, MaxBody)
		// The content type is that of late and lateProblem: everything else sets its own.
		if isAPI(r.URL.Path) {
			header.Set("Content-Type", "application/problem+json")
			api.ServeHTTP(w, r)
			return
		}
		header.Set("Content-Type", "text/plain; charset=utf-8")
		pages.ServeHTTP(w, r)
	})
}

// recovered answers 500 after a panic, and logs where it was.
func (p *Page) recovered(w http.ResponseWriter, r *http.Request) {
	if v := recover(); v != nil {
		p.options.Observer.Count(bot.EventPanicked)
		p.options.Log.Error("panic", "value", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
		p.refuse(w, r, http.StatusInternalServerError, "Sorry, something went wrong here.", "The log says what.")
	}
}

// refuse says why there is no answer: in JSON below apiPath, and elsewhere on a page.
func (p *Page) refuse(w http.ResponseWriter, r *http.Request, status int, what, do string) {
	if isAPI(r.URL.Path) {
		writeProblem(w, status, what, do)
		return
	}
	p.problem(w, status, what, do)
}

// isAPI reports whether a path is one for programs.
func isAPI(urlPath string) bool { return strings.HasPrefix(urlPath, apiPath) }

// isLoopback reports whether the host of a request is this machine.
func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// person returns the key by which the requests of a sender are limited: the address that a request
// comes from, or, if a proxy on this machine passes it on, the address that the proxy names. Nobody
// else's X-Forwarded-For is believed.
func person(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if isLoopback(host) {
		all := strings.Join(r.Header.Values("X-Forwarded-For"), ",")
		last := strings.TrimSpace(all[strings.LastIndexByte(all, ',')+1:]) // the proxy's own word
		if ip, err := netip.ParseAddr(last); err == nil {
			host = ip.String()
		}
	}
	return "web:" + host
}
