package main

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"newshound/bot"
	"newshound/cmd/newshound/internal/service"
)

// kind returns a kind of platform that opens as told.
func kind(name string, open func(platformDeps) (*service.Platform, error)) platformKind {
	return platformKind{name: name, secrets: strings.ToUpper(name) + "_TOKEN", open: open}
}

func TestOpenPlatforms(t *testing.T) {
	engine := townEngine(t)
	works := kind("works", func(d platformDeps) (*service.Platform, error) {
		if r := d.handler.Handle(t.Context(), bot.Message{Text: "help"}); r.Text == "" || d.asker.Coverage().Articles != len(town) || d.log == nil || d.state != "dir" || !d.http {
			t.Errorf("got %+v", d)
		}
		d.observer.Count(bot.EventConnected)
		return &service.Platform{Name: "works"}, nil
	})
	unset := kind("unset", func(platformDeps) (*service.Platform, error) { return nil, nil })
	fails := kind("fails", func(platformDeps) (*service.Platform, error) { return nil, errors.New("the token has no dots") })
	for _, c := range []struct {
		kinds []platformKind
		names []string
		errs  []string
	}{
		{[]platformKind{unset, works}, []string{"works"}, nil},
		{[]platformKind{works, fails}, []string{"works"}, []string{"fails: the token has no dots"}},
		{[]platformKind{unset, fails}, nil, []string{"fails: the token has no dots"}},
		{[]platformKind{unset}, nil, nil},
	} {
		var m service.Measures
		got, err := openPlatforms(t.Context(), c.kinds, platformDeps{asker: engine, log: slog.New(slog.DiscardHandler), state: "dir", http: true}, &m)
		var names []string
		for _, p := range got {
			names = append(names, p.Name)
		}
		if !slices.Equal(names, c.names) || (err != nil) != (c.errs != nil) {
			t.Errorf("got %q, %v, want %q, %q", names, err, c.names, c.errs)
		}
		for _, part := range c.errs {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%v, want %q in it", err, part)
			}
		}
		if c.errs == nil && len(m.Platforms) != len(c.names) {
			t.Errorf("%d are measured", len(m.Platforms))
		}
	}
}

func TestSecret(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		value, file string
		want, err   string
	}{
		{"", "", "", ""},
		{" \n", "", "", ""},
		{"hunter2", "", "hunter2", ""},
		{" hunter2\n", "", "hunter2", ""},
		{"", write("good", "hunter2\n"), "hunter2", ""},
		{"hunter2", write("both", "hunter3"), "hunter2", ""},
		{" ", write("blank", "hunter3"), "hunter3", ""},
		{"", write("empty", "\n"), "", "is empty"},
		{"", write("large", strings.Repeat("hunter2", 10_000)), "", "too large"},
		{"", filepath.Join(dir, "absent"), "", "no such file"},
		{"", dir, "", "is a directory"},
	} {
		env := map[string]string{"TOKEN": c.value, "TOKEN_FILE": c.file}
		got, err := secret(func(name string) string { return env[name] }, "TOKEN")
		if got.Reveal() != c.want || got.IsSet() != (c.want != "") || (err != nil) != (c.err != "") {
			t.Errorf("%+v: got %q, %v", c, got.Reveal(), err)
		}
		both := c.value == "hunter2" && c.file != ""
		if unread := strings.Join(unreadFiles(func(name string) string { return env[name] }, []string{"TOKEN", "OTHER"}), " "); unread != map[bool]string{true: "TOKEN_FILE"}[both] {
			t.Errorf("%+v: not read is %q", c, unread)
		}
		if err != nil && (!strings.Contains(err.Error(), c.err) || strings.Contains(err.Error(), "hunter")) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestSecretsStaySecret opens every platform with secrets that are of no use, or
// of the wrong form, and looks for them in its log, its error and itself.
func TestSecretsStaySecret(t *testing.T) {
	isSecret := regexp.MustCompile(`(TOKEN|SECRET)$`)
	for _, k := range platforms() {
		read := 0
		for _, value := range []string{"hunter2", "xoxb-hunter2", "xapp-hunter2", "0123456789abcdef0123456789hunter2", "MTIz.hunter2.hunter2"} {
			var log bytes.Buffer
			d := platformDeps{
				handler: bot.NewRelay(townEngine(t), bot.Options{}), asker: townEngine(t), observer: bot.Unobserved{}, http: true,
				log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
				getenv: func(name string) string {
					if !isSecret.MatchString(name) {
						return ""
					}
					read++
					return value
				},
			}
			p, err := k.open(d)
			if said := fmt.Sprintf("%s %v %+v %#v %+v", log.String(), err, p, p, err); strings.Contains(said, "hunter2") {
				t.Errorf("%s: a secret is in %s", k.name, said)
			}
		}
		if read == 0 {
			t.Errorf("%s reads no secret", k.name)
		}
	}
}
