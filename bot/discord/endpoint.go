package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"newshound/bot"
)

const (
	// maxRequest is the size in bytes of the largest interaction.
	maxRequest = 1 << 20
	// maxAge is how far the time of a request may be from ours, either way: a request
	// that someone kept is of no use later.
	maxAge = 5 * time.Minute
)

// parseKey reads the application's public key, as the Developer Portal shows it. The
// error does not repeat it.
func parseKey(text string) (ed25519.PublicKey, error) {
	key, err := hex.DecodeString(text)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil, errors.New("the public key of the application is not 64 hexadecimal digits: copy it from General Information in the Developer Portal")
	}
	return key, nil
}

// ServeHTTP implements [http.Handler]: it is the interactions endpoint, the other way
// on which interactions come (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint).
// Discord tries bad signatures on it; they, and whatever is too old, are answered 401.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	if r.Method != http.MethodPost {
		http.Error(w, "POST an interaction", http.StatusMethodNotAllowed)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		http.Error(w, "the body is too large", http.StatusRequestEntityTooLarge)
		return
	case err != nil:
		http.Error(w, "the body ended early", http.StatusBadRequest)
		return
	case !a.signed(r.Header, raw):
		a.observer.Count(bot.EventRefused)
		http.Error(w, "invalid request signature", http.StatusUnauthorized)
		return
	}
	i, first := a.takeInteraction(raw, true)
	if i == nil || first == nil {
		http.Error(w, "no interaction of a type that I know", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(first); err != nil {
		a.log.Debug("a response could not be written", "err", err)
	}
	a.observer.Took(bot.StageAck, time.Since(began))
}

// signed reports whether a request is Discord's, and not old.
func (a *Adapter) signed(h http.Header, body []byte) bool {
	stamp := h.Get("X-Signature-Timestamp")
	signature, err := hex.DecodeString(h.Get("X-Signature-Ed25519"))
	if err != nil || len(signature) != ed25519.SignatureSize || len(a.key) != ed25519.PublicKeySize ||
		!ed25519.Verify(a.key, append([]byte(stamp), body...), signature) {
		return false
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	age := time.Since(time.Unix(seconds, 0))
	return err == nil && age <= maxAge && age >= -maxAge
}
