package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"net/http"
	"time"

	"newshound/bot"
	"newshound/bot/internal/signed"
)

// parseKey reads the application's public key in the Developer Portal's form. The error
// does not quote it.
func parseKey(text string) (ed25519.PublicKey, error) {
	key, err := hex.DecodeString(text)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil, errors.New("the public key of the application is not 64 hexadecimal digits: copy it from General Information in the Developer Portal")
	}
	return key, nil
}

// ServeHTTP implements [http.Handler]: it is the interactions endpoint
// (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint).
// Discord tests it with bad signatures. They, and old requests, are answered 401.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	switch a.signature().Serve(w, r, func(raw []byte) (any, int) {
		_, accept := a.takeInteraction(raw, true)
		if first := accept(); first != nil {
			return first, http.StatusOK
		}
		return nil, http.StatusBadRequest // of no type that is known
	}) {
	case http.StatusOK:
		a.observer.Took(bot.StageAck, time.Since(began))
	case http.StatusUnauthorized:
		a.observer.Count(bot.EventRefused)
	}
}

// signature describes how Discord signs
// (https://docs.discord.com/developers/interactions/overview#validating-security-request-headers).
func (a *Adapter) signature() signed.Form {
	return signed.Form{Stamp: "X-Signature-Timestamp", Signature: "X-Signature-Ed25519", Stale: signed.Warn(a.log), Valid: func(stamp string, body, signature []byte) bool {
		return len(a.key) == ed25519.PublicKeySize && ed25519.Verify(a.key, append([]byte(stamp), body...), signature)
	}}
}
