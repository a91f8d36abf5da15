package discord_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// wire is the network of a process. Cut ends it for good, as a kill does.
type wire struct {
	dial func(ctx context.Context, network, address string) (net.Conn, error)

	mu    sync.Mutex
	cut   bool
	conns []net.Conn
}

func (w *wire) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := w.dial(ctx, network, address)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.cut {
		return nil, net.ErrClosed
	}
	if err == nil {
		w.conns = append(w.conns, c)
	}
	return c, err
}

func (w *wire) Cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cut = true
	for _, c := range w.conns {
		_ = c.Close()
	}
}

// A bot is killed, or ended, again and again while Discord misbehaves at random. Every question has
// one answer, or where nobody can know of one, a word that there may be none.
func TestKills(t *testing.T) {
	for seed := range uint64(20) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				k := &killer{Server: s, t: t, random: rand.New(rand.NewPCG(seed, 7)), dir: t.TempDir()}
				k.unread = k.float() < 0.5
				s.OnRequest(k.misbehave)
				const lives = 5
				for life := range lives {
					k.live(life, life == lives-1)
				}
				k.check()
			})
		})
	}
}

// killer kills bots.
type killer struct {
	*discordtest.Server
	t      *testing.T
	dir    string
	unread bool // the bot may not read what was written
	asked  []asked

	mu     sync.Mutex
	random *rand.Rand
	calm   bool // Discord does not misbehave any more
}

// asked is a question that was asked, by the person of its number.
type asked struct{ person, channel, interaction, text string }

// float returns a random number below 1.
func (k *killer) float() float64 {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.random.Float64()
}

// sleep sleeps up to a number of seconds.
func (k *killer) sleep(seconds float64) {
	time.Sleep(time.Duration(k.float() * seconds * float64(time.Second))) //nolint:forbidigo // time passes in a bubble
}

// misbehave is what becomes of a request.
func (k *killer) misbehave(q *discordtest.Request) *discordtest.Response {
	if r := unread(k.unread, q); r != nil {
		return r
	}
	k.mu.Lock()
	calm := k.calm
	k.mu.Unlock()
	if calm || q.Route != routePost && q.Route != routeEdit && q.Route != routeHistory && q.Route != routeRespond {
		return nil
	}
	ways := []discordtest.Response{
		{Cut: true}, {Cut: true}, {Cut: true, Done: true}, {Cut: true, Done: true}, {Status: 500}, {Status: 500, Done: true}, {Status: 502, Done: true},
		{Status: 503, Body: "<html>"}, *discordtest.RateLimited(time.Second, false),
		{Delay: time.Duration(k.float() * 3 * float64(time.Second)), Proper: true}, {Delay: time.Second, Proper: true},
	}
	if n := int(k.float() * 2 * float64(len(ways))); n < len(ways) {
		return &ways[n]
	}
	return nil
}

// live lets a bot live, be asked, and be killed or ended; or be the last, in calm.
func (k *killer) live(life int, last bool) {
	k.mu.Lock()
	k.calm = last
	k.mu.Unlock()
	w := &wire{dial: k.Server.Dial}
	journal := func(life int) string { return filepath.Join(k.dir, fmt.Sprint("journal", life)) }
	r := open(k.t, k.Server, &bottest.Handler{Delay: 700 * time.Millisecond}, func(o *discord.Options) {
		o.Journal, o.Dial = journal(life), w.Dial
	})
	r.run()
	k.WaitFor(5*time.Minute, "READY", r.adapter.Ready)
	for range 6 {
		k.ask()
		k.sleep(1.5)
	}
	switch {
	case last:
		time.Sleep(30 * time.Minute) //nolint:forbidigo // time passes in a bubble
		return
	case k.float() < 0.3:
		if err := r.end(); err != nil {
			k.t.Error(err)
		}
	default:
		k.sleep(2)
		w.Cut()
	}
	bottest.CopyFile(k.t, journal(life), journal(life+1))
	time.Sleep(6 * time.Second) //nolint:forbidigo // in a bubble, until another may identify
	k.sleep(400)
}

// ask asks a question, in one way or another.
func (k *killer) ask() {
	n := strconv.Itoa(len(k.asked) + 1)
	q := asked{person: n, channel: k.NewChannel(), text: "question " + n + "?"}
	act := discordtest.Act{Person: q.person, Channel: q.channel}
	switch kind := int(k.float() * 4); kind {
	case 0:
		k.Mention(act, q.text)
	case 1:
		act.Channel = k.DM(q.person)
		k.Write(act, q.text)
	default:
		q.interaction = k.Slash(act, "ask", question(q.text), discordtest.Option{Name: "private", Value: kind == 2})
	}
	k.asked = append(k.asked, q)
}

// check looks for the answers to what was asked. What Discord had no first response to in time has
// none, and says so to whoever asked.
func (k *killer) check() {
	for _, q := range k.asked {
		answers, doubts := 0, 0
		for _, channel := range []string{q.channel, k.DM(q.person)} {
			for _, m := range k.Messages(channel) {
				if strings.Contains(m.Text(), "You said: "+q.text) {
					answers++
				} else if strings.Contains(m.Text(), "has not told me whether my answer arrived") {
					doubts++
				}
			}
		}
		failed := q.interaction != "" && k.Interaction(q.interaction).Response == 0
		if answers != 1 && (answers > 1 || doubts != 1 && !failed) {
			k.t.Errorf("%+v: %d answers, %d words that there may be none", q, answers, doubts)
		}
	}
}
