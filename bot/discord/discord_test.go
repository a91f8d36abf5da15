package discord_test

import (
	"testing"

	"newshound/bot/discord/discordtest"
)

func TestAsk(t *testing.T) {
	r := bridge(t)
	channel := r.NewChannel()
	act := discordtest.Act{Person: "1", Channel: channel}
	id := r.Slash(act, "ask", discordtest.Option{Name: "question", Value: "How many cars?"})
	i := r.answered(id)
	if i.Response != 5 || i.Original.Ephemeral {
		t.Errorf("first response %d, ephemeral %v", i.Response, i.Original.Ephemeral)
	}
	t.Log(i.Original.Text())
	t.Log(i.Original.Buttons())
	contains(t, i.Original, "How many cars?", "**900**", "The Ashford Gazette")
}

func TestMention(t *testing.T) {
	r := bridge(t)
	channel := r.NewChannel()
	id := r.Mention(discordtest.Act{Person: "1", Channel: channel}, "How many cars?")
	m := r.posted(channel, 1)
	if m.Reference != id {
		t.Errorf("the answer replies to %q", m.Reference)
	}
	contains(t, m, "**900**")
}
