package discord

import (
	"context"
	"net/http"
)

// Account is what Discord says of the bot.
type Account struct {
	Bot         string // the bot's name
	Application string // the application's id
	PublicKey   string // by which its interactions are signed, in hexadecimal
	Endpoint    string // where interactions are sent by HTTP, "" if by the gateway
	Gateway     string // the gateway's address
	Shards      int    // how many connections Discord asks for
	Starts      int    // how many sessions may be begun today, -1 if it does not say
}

// Look asks Discord about the bot of the options. An error for a token that is
// refused is a [*FatalError].
func Look(ctx context.Context, o Options) (*Account, error) {
	r, err := newREST(&o)
	if err != nil {
		return nil, err
	}
	defer r.api.HTTP.CloseIdleConnections()
	var me struct {
		Username string `json:"username"`
	}
	var app struct {
		ID       string `json:"id"`
		Key      string `json:"verify_key"`
		Endpoint string `json:"interactions_endpoint_url"`
	}
	if err := r.call(ctx, http.MethodGet, "/users/@me", nil, &me); err != nil {
		return nil, err
	}
	if err := r.call(ctx, http.MethodGet, "/applications/@me", nil, &app); err != nil {
		return nil, err
	}
	info, err := r.gateway(ctx)
	if err != nil {
		return nil, err
	}
	a := &Account{
		Bot: me.Username, Application: app.ID, PublicKey: app.Key, Endpoint: app.Endpoint,
		Gateway: info.URL, Shards: info.Shards, Starts: -1,
	}
	if info.Limit != nil {
		a.Starts = info.Limit.Remaining
	}
	return a, nil
}
