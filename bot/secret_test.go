package bot_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"newshound/bot"
)

func TestSecret(t *testing.T) {
	const text = "xoxb-1-hunter2"
	s := bot.NewSecret(text)
	if s.Reveal() != text || !s.IsSet() {
		t.Errorf("the secret is %q", s.Reveal())
	}
	type config struct {
		token  bot.Secret // no method of which package fmt can call
		Public bot.Secret
		p      *bot.Secret
	}
	c := config{s, s, &s}
	var log bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(h).Info("start", "token", s, "config", c, "list", []bot.Secret{s}, "err", fmt.Errorf("no %v: %w", s, errors.New("x")))
	}
	encoded, err := json.Marshal(map[string]any{"secret": s, "config": c})
	if err != nil {
		t.Fatal(err)
	}
	printed := log.String() + string(encoded) + s.String() + s.GoString()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%10.3s", "%T", "%p"} {
		printed += fmt.Sprintf(verb+"\n", s) + fmt.Sprintf(verb+"\n", c) + fmt.Sprintf(verb+"\n", &c)
	}
	for _, bad := range []string{"hunter", "xoxb", fmt.Sprintf("%x", "hunter")} {
		if strings.Contains(printed, bad) {
			t.Errorf("%q is printed: %s", bad, printed)
		}
	}
	if got := fmt.Sprint(s); got != "[redacted]" {
		t.Errorf("printed as %q", got)
	}
}

func TestNoSecret(t *testing.T) {
	for _, s := range []bot.Secret{{}, bot.NewSecret("")} {
		if s.IsSet() || s.Reveal() != "" {
			t.Errorf("a secret of nothing: %q", s.Reveal())
		}
	}
}
