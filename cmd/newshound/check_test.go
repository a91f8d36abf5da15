package main

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"

	"newshound/bot"
)

func TestReport(t *testing.T) {
	examined := func(name string, findings ...bot.Finding) platformKind {
		return platformKind{name: name, secrets: "A_TOKEN", findings: func(context.Context, platformDeps) []bot.Finding { return findings }}
	}
	well := examined("well", bot.Finding{OK: true, What: "The token is valid."})
	twice := well
	twice.files = []string{"A_TOKEN"}
	ill := examined("ill", bot.Finding{OK: true, What: "The token is valid."},
		bot.Finding{What: "A scope is missing: im:history.\nWithout it, no direct messages.", Fix: "Add it.\nThen install the app again."})
	unset := examined("unset")
	odd := examined("odd", bot.Finding{OK: true, What: "It is the workspace \x1b[31mRed."})
	for _, c := range []struct {
		kinds []platformKind
		wrong bool
		out   string
	}{
		{[]platformKind{well}, false, "well\n  ok          The token is valid.\n"},
		{[]platformKind{twice}, false, "well\n  ok          The token is valid.\n" +
			"  ok          The file of A_TOKEN_FILE is not read, for the secret is in the environment, too.\n"},
		{[]platformKind{unset, well}, false, "unset\n  not set up  It needs A_TOKEN.\nwell\n  ok          The token is valid.\n"},
		{[]platformKind{ill}, true, "ill\n  ok          The token is valid.\n  problem     A scope is missing: im:history.\n" +
			"              Without it, no direct messages.\n              Add it.\n              Then install the app again.\n"},
		{[]platformKind{odd}, false, "odd\n  ok          It is the workspace ␛[31mRed.\n"},
		{[]platformKind{unset}, true, "unset\n  not set up  It needs A_TOKEN.\n" +
			"No platform is set up, so serve would have nothing but its page.\n"},
	} {
		var r report
		r.addPlatforms(t.Context(), c.kinds, platformDeps{log: slog.New(slog.DiscardHandler), getenv: func(string) string { return "set" }})
		if got := r.out.String(); got != c.out || r.wrong != c.wrong {
			t.Errorf("wrong %v:\n%s\nwant %v:\n%s", r.wrong, got, c.wrong, c.out)
		}
	}
}

// TestReportHasTime checks that a platform that does not answer holds nothing up
// for ever.
func TestReportHasTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r report
		r.addPlatforms(t.Context(), []platformKind{{name: "slow", findings: func(ctx context.Context, _ platformDeps) []bot.Finding {
			<-ctx.Done()
			return []bot.Finding{{What: "It did not answer.", Fix: "Try again."}}
		}}}, platformDeps{log: slog.New(slog.DiscardHandler)})
		if !r.wrong {
			t.Error("nothing is wrong")
		}
	})
}
