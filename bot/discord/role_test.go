package discord_test

import (
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord/discordtest"
)

// Who mentions the bot's role, of which Discord does not tell what is said, is told what to
// mention. Other roles are of no concern.
func TestRole(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		s.MentionRole(act, "70") // another bot's
		s.MentionRole(act, "71")
		s.MentionRole(act, discordtest.RoleID)
		contains(t, r.posted(act.Channel, 1), "You have mentioned my role", "Please mention me")
		act.Edit = func(m map[string]any) { m["content"] = "<@&" + discordtest.RoleID + "> how many?" } // as a bot is told that may know
		s.MentionRole(act, discordtest.RoleID)
		contains(t, r.posted(act.Channel, 2), "You said: how many?")
		if n := len(h.Messages()); n != 1 {
			t.Errorf("%d questions", n)
		}
		asked := func() (n int) {
			for _, q := range s.Requests("GET /guilds/{guild_id}/roles") {
				n += min(q.Status, 1)
			}
			return n
		}
		if n := asked(); n < 1 || n > 3 { // the first messages may come together
			t.Errorf("asked for the roles %d times", n)
		}
		before := asked()
		time.Sleep(61 * time.Minute) //nolint:forbidigo // time passes in a bubble
		act.Edit = nil
		s.MentionRole(act, discordtest.RoleID)
		r.posted(act.Channel, 3)
		if n := asked() - before; n != 1 {
			t.Errorf("asked for the roles %d times an hour later", n)
		}
	})
}

// Where Discord does not tell the roles, there is no answer, and it is not asked again and again.
func TestNoRoles(t *testing.T) {
	for _, c := range []struct{ status, asked int }{{403, 1}, {404, 1}, {500, 9}} { // three times each
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			start(t, s, &bottest.Handler{}, nil)
			s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
				if q.Route == "GET /guilds/{guild_id}/roles" {
					return discordtest.Refused(c.status, 0)
				}
				return nil
			})
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			for range 3 {
				s.MentionRole(act, discordtest.RoleID)
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
			}
			if n := len(s.Requests("GET /guilds/{guild_id}/roles")); n != c.asked {
				t.Errorf("%d: asked %d times", c.status, n)
			}
			if n := len(s.Requests(routePost)); n > 0 {
				t.Errorf("%d: %d answers", c.status, n)
			}
		})
	}
}
