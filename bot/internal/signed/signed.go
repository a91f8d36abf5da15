// Package signed reads requests that a platform has signed, and rejects those that are too
// large, too old or not signed by it.
package signed

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	// MaxBody is the size in bytes of the largest request.
	MaxBody = 1 << 20
	// maxAge is how far the time of a request may be from ours, either way, so that a
	// recorded request cannot be used later.
	maxAge = 5 * time.Minute
)

// Form describes how a platform signs.
type Form struct {
	// Stamp and Signature are the headers that hold the time, in seconds, and the
	// signature, in hexadecimal digits behind Prefix.
	Stamp, Signature, Prefix string
	// Valid reports whether a signature is that of a time, as it stands in the header,
	// and a body.
	Valid func(stamp string, body, signature []byte) bool
	// Stale, unless nil, is told of a request that is signed correctly, but whose time is too far
	// from ours: it is a replay, or this machine's clock is wrong.
	Stale func(off time.Duration)
}

// Warn returns a [Form.Stale] that logs it.
func Warn(log *slog.Logger) func(off time.Duration) {
	return func(off time.Duration) {
		log.Error("a request is refused that is signed, but not of now: is this machine's clock right?", "off", off.Round(time.Second))
	}
}

// Read returns the body of a request and 200, or the status to reject it with: 413 if it
// is too large, 400 if it ends early, and 401 if it is not signed, or too old.
func (f Form) Read(w http.ResponseWriter, r *http.Request, now time.Time) (body []byte, status int) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, http.StatusRequestEntityTooLarge
	case err != nil:
		return nil, http.StatusBadRequest
	case !f.Check(r.Header, body, now):
		return nil, http.StatusUnauthorized
	}
	return body, http.StatusOK
}

// Serve answers a request with what take returns for its body: a status and, with 200, an
// answer, sent as text if it is a string and as JSON otherwise, nil for none. It returns the
// status.
func (f Form) Serve(w http.ResponseWriter, r *http.Request, take func(body []byte) (answer any, status int)) int {
	body, status := f.Read(w, r, time.Now())
	var answer any
	if r.Method != http.MethodPost {
		status = http.StatusMethodNotAllowed
	}
	if status == http.StatusOK {
		answer, status = take(body)
	}
	text, isText := answer.(string)
	switch {
	case status != http.StatusOK:
		http.Error(w, http.StatusText(status), status)
	case isText:
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, text) // who has gone will ask again
	case answer != nil:
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(answer)
	}
	return status
}

// Check reports whether a request is signed correctly and recent.
func (f Form) Check(h http.Header, body []byte, now time.Time) bool {
	stamp := h.Get(f.Stamp)
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return false
	}
	digits, whole := strings.CutPrefix(h.Get(f.Signature), f.Prefix)
	signature, err := hex.DecodeString(digits)
	if err != nil || !whole || !f.Valid(stamp, body, signature) {
		return false
	}
	age := now.Sub(time.Unix(seconds, 0))
	fresh := age <= maxAge && age >= -maxAge
	if !fresh && f.Stale != nil {
		f.Stale(age)
	}
	return fresh
}
