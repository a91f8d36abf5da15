package slack_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// wire is the network between a process and Slack.
type wire struct {
	net.Listener

	mu    sync.Mutex
	to    string // "" for nowhere
	conns []net.Conn
}

// newWire returns a wire to an address.
func newWire(t *testing.T, to string) *wire {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{Listener: l, to: to}
	var running sync.WaitGroup
	running.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			running.Go(func() { w.carry(c) })
		}
	})
	t.Cleanup(func() {
		l.Close()
		w.lead("")
		running.Wait()
	})
	return w
}

// lead cuts all connections, and has new ones lead to an address, or nowhere.
func (w *wire) lead(to string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.to = to
	for _, c := range w.conns {
		c.Close()
	}
	w.conns = nil
}

// carry carries what is sent over a connection, in both directions.
func (w *wire) carry(from net.Conn) {
	defer from.Close()
	w.mu.Lock()
	to, err := net.Dial("tcp", w.to)
	if err == nil {
		w.conns = append(w.conns, from, to)
	}
	w.mu.Unlock()
	if err != nil {
		return
	}
	var both sync.WaitGroup
	for _, way := range [][2]net.Conn{{from, to}, {to, from}} {
		both.Go(func() {
			_, _ = io.Copy(way[1], way[0]) // until either is closed
			way[0].Close()
			way[1].Close()
		})
	}
	both.Wait()
}

// TestKills kills a bot, or ends it, again and again while Slack misbehaves at random and delivers
// again. No question has two answers. Each has one, or a word that there may be none, where the bot
// may read: elsewhere nobody can know what became of a post that a kill interrupted.
func TestKills(t *testing.T) {
	t.Parallel() // it waits
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			k := &killer{Server: slacktest.New(t), elsewhere: host(t, slacktest.New(t)), t: t, random: rand.New(rand.NewPCG(seed, 7)), dir: t.TempDir()}
			if k.reads = seed%2 == 0; k.reads {
				readChannels(k.Server)
			}
			const lives = 4
			for life := range lives {
				k.live(life, life == lives-1)
			}
			k.check()
		})
	}
}

// killer kills bots.
type killer struct {
	*slacktest.Server
	elsewhere string // another Slack, where nothing counts
	t         *testing.T
	reads     bool // also channels
	random    *rand.Rand
	dir       string
	asked     []*asked
}

// host returns the address of a fake.
func host(t *testing.T, s *slacktest.Server) string {
	t.Helper()
	u, err := url.Parse(s.APIURL())
	if err != nil {
		t.Fatal(err)
	}
	return u.Host
}

// asked is a question that was asked in a channel of its own.
type asked struct {
	channel string
	payload slacktest.Payload
	acked   bool
}

// sleep sleeps up to a time.
func (k *killer) sleep(most time.Duration) {
	time.Sleep(time.Duration(k.random.Float64() * float64(most))) //nolint:forbidigo // a kill comes at any time
}

// live lets a bot live, be asked, and be killed or ended; or be the last, in calm.
func (k *killer) live(life int, last bool) {
	journal := func(life int) string { return filepath.Join(k.dir, fmt.Sprint("journal", life)) }
	w := newWire(k.t, host(k.t, k.Server))
	r := startOn(k.t, k.Server, func(o *slack.Options) {
		o.AppToken, o.Journal, o.APIURL = bot.Secret{}, journal(life), strings.Replace(k.APIURL(), host(k.t, k.Server), w.Addr().String(), 1)
	})
	for _, q := range k.asked { // what was not acknowledged comes again, and now and then what was
		if !q.acked || k.random.Float64() < 0.2 {
			k.deliver(r, q)
		}
	}
	if last {
		k.Heal()
		r.settle()
		return
	}
	for range 6 {
		k.ask(r)
		k.sleep(20 * time.Millisecond)
	}
	if k.random.Float64() < 0.3 {
		r.end()
	} else {
		k.sleep(60 * time.Millisecond)
		w.lead("") // as a kill does
	}
	bottest.CopyFile(k.t, journal(life), journal(life+1))
	w.lead(k.elsewhere) // so that what should be dead comes to an end
	r.stop()
}

// ask asks a question in a channel, or in direct messages, where Slack will misbehave.
func (k *killer) ask(r *rig) {
	n := len(k.asked)
	q := &asked{channel: fmt.Sprint([]string{"C", "D"}[k.random.IntN(2)], n)}
	faults := []slacktest.Fault{
		slacktest.Cut(), slacktest.Cut().Stored(), slacktest.Reset(), slacktest.Reset().Stored(), slacktest.Status(500), slacktest.Status(500).Stored(),
		slacktest.Status(502).Stored(), slacktest.Status(503), slacktest.NotOK("fatal_error"), slacktest.Garbage().Stored(), slacktest.RateLimited(0),
	}
	for _, method := range []string{"chat.postMessage", "chat.postMessage", "conversations.replies", "conversations.history"} {
		if at := k.random.IntN(2 * len(faults)); at < len(faults) {
			k.Fail(method, 1, faults[at].In(q.channel))
		}
	}
	q.payload = ask(k.Server, q.channel, "", "how many?")
	k.asked = append(k.asked, q)
	k.deliver(r, q)
	if k.random.Float64() < 0.2 {
		k.deliver(r, q)
	}
}

// deliver delivers a question, which is acknowledged or not.
func (k *killer) deliver(r *rig, q *asked) {
	status, _ := r.post(q.payload)
	q.acked = q.acked || status == http.StatusOK
}

// check looks for the answers to what was asked.
func (k *killer) check() {
	answers, doubts := map[string]int{}, map[string]int{}
	for _, m := range k.Messages() {
		if strings.Contains(m.Text, "has not told me whether my answer arrived") {
			doubts[m.Channel]++
		} else {
			answers[m.Channel]++
		}
	}
	for _, q := range k.asked {
		readable := k.reads || q.channel[0] == 'D'
		if n := answers[q.channel]; n > 1 || n == 0 && doubts[q.channel] == 0 && readable || !q.acked {
			k.t.Errorf("%s: %d answers, %d words that there may be none; acknowledged: %t", q.channel, n, doubts[q.channel], q.acked)
		}
	}
}
