package discord_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// 500 slash commands, in half the time that the promise allows, over TCP and with a
// journal: each is deferred within a second, and answered once.
func TestLoad(t *testing.T) {
	const commands, during = 500, 5 * time.Second
	s := discordtest.New(t)
	api := s.Listen()
	r := start(t, s, bottest.Relay(t, bottest.Bridge()), func(o *discord.Options) {
		o.API, o.Dial, o.Journal = api, nil, filepath.Join(t.TempDir(), "journal")
	})
	channel := s.NewChannel()
	starved := bottest.Starved(t)
	var ids []string
	ticker := time.NewTicker(during / commands)
	defer ticker.Stop()
	for n := range commands {
		<-ticker.C
		ids = append(ids, s.Slash(discordtest.Act{Person: fmt.Sprint(n), Channel: channel}, "ask", question("How many cars?")))
	}
	s.WaitFor(5*time.Minute, "an end of each", func() bool {
		return r.counter.Of(bot.EventDelivered)+r.counter.Of(bot.EventUndelivered) >= commands
	})
	busy := starved()
	var deferred []time.Duration
	for _, id := range ids {
		i := s.Interaction(id)
		switch {
		case i.Answered == 1 && i.Response == 5:
			deferred = append(deferred, i.Acknowledged.Sub(i.At))
		case i.Answered > 0 || busy < maxDeferral: // or the machine has kept it from being deferred
			t.Errorf("%d answers, response %d, on a machine that was busy with something else for %v", i.Answered, i.Response, busy)
		}
	}
	if len(deferred) < commands/2 {
		t.Fatalf("%d of %d answered, on a machine that was busy with something else for %v", len(deferred), commands, busy)
	}
	slices.Sort(deferred)
	total := r.counter.Times(bot.StageTotal)
	slices.Sort(total)
	at := func(times []time.Duration, percent int) time.Duration { return times[(len(times)-1)*percent/100] }
	t.Logf("%d of %d commands in %v: deferred after %v (median), %v (99 %%), %v (longest); answered after %v, %v, %v", len(deferred), commands, during,
		at(deferred, 50), at(deferred, 99), at(deferred, 100), at(total, 50), at(total, 99), at(total, 100))
	if longest := at(deferred, 100); longest > maxDeferral+busy {
		t.Errorf("deferred after %v, on a machine that was busy with something else for %v", longest, busy)
	}
}

// maxDeferral is how long a deferral may take at most in [TestLoad], on a machine that has
// nothing else to do.
const maxDeferral = time.Second

// An hour of a gateway, and of REST, that misbehave at random: every question that was
// accepted is answered once, and nothing grows.
func TestHourOfChaos(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) { chaos(t, s, rand.New(rand.NewPCG(seed, seed))) })
		})
	}
}

func chaos(t *testing.T, s *discordtest.Server, random *rand.Rand) {
	const length = time.Hour
	h := &bottest.Handler{Delay: 300 * time.Millisecond}
	r := start(t, s, h, nil)
	channel := s.NewChannel()
	act := discordtest.Act{Person: "1", Channel: channel}

	chance := make(chan float64, 1) // one source for all goroutines, in their order
	go func() {
		for {
			select {
			case chance <- random.Float64():
			case <-t.Context().Done():
				return
			}
		}
	}()
	s.OnGateway(func(step discordtest.Step) discordtest.Action {
		if step.Kind == "heartbeat" {
			return discordtest.Action{Silent: <-chance < 0.02}
		}
		switch p := <-chance; {
		case p < 0.05:
			return discordtest.Action{Reconnect: true}
		case p < 0.10:
			return discordtest.Action{Silent: true}
		case p < 0.15:
			return discordtest.Action{Drop: true}
		case p < 0.20 && step.Kind != "connect":
			return discordtest.Action{Invalid: true, Resumable: <-chance < 0.5}
		case p < 0.25:
			return discordtest.Action{Close: []int{1001, 4000, 4001, 4002, 4005, 4007, 4008, 4009}[int(<-chance*8)]}
		}
		return discordtest.Action{}
	})
	s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
		if req.Count > 1 && !strings.Contains(req.Path, channel) {
			return nil // what fails twice and more is another test
		}
		switch p := <-chance; {
		case p < 0.03:
			return &discordtest.Response{Status: 503, Body: "<html>"}
		case p < 0.06:
			return &discordtest.Response{Done: true, Cut: true}
		case p < 0.08:
			return discordtest.RateLimited(time.Second, false)
		}
		return nil
	})

	var ids []string
	var goroutines []int
	var memory []uint64
	began := time.Now()
	for n := 0; time.Since(began) < length; n++ {
		time.Sleep(time.Duration(1+<-chance*8_000)*time.Millisecond + 137*time.Microsecond) //nolint:forbidigo // time passes in a bubble
		switch p := <-chance; {
		case p < 0.45:
			ids = append(ids, s.Slash(act, "ask", question(fmt.Sprint("slash ", n))))
		case p < 0.90:
			s.Mention(act, fmt.Sprint("mention ", n))
		case p < 0.915:
			s.Reconnect()
		case p < 0.93:
			s.Invalidate(<-chance < 0.5)
		case p < 0.945:
			s.DropAll()
		case p < 0.96:
			s.CloseAll(4000)
		case p < 0.975:
			s.SendRaw([]string{"null", "{", `{"op":77,"d":{}}`, `{"op":0,"t":"X","s":null,"d":[]}`}[int(<-chance*4)])
		default:
			s.Ask()
		}
		if n%100 == 99 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			goroutines, memory = append(goroutines, runtime.NumGoroutine()), append(memory, m.HeapAlloc)
		}
	}
	s.OnGateway(nil)
	s.OnRequest(nil)
	time.Sleep(2 * time.Minute) //nolint:forbidigo // time passes in a bubble
	s.WaitFor(5*time.Minute, "peace", func() bool {
		return r.adapter.Ready() && r.counter.Of(bot.EventDelivered)+r.counter.Of(bot.EventUndelivered) >= r.counter.Of(bot.EventAccepted)
	})

	answered := map[string]int{}
	for _, m := range s.Messages(channel) {
		if _, text, ok := strings.Cut(m.Text(), "You said: "); ok {
			answered[text]++
		}
	}
	asked := map[string]int{}
	for _, m := range h.Messages() {
		asked[m.Text]++
	}
	for text, n := range asked {
		if n != 1 || answered[text] != 1 {
			t.Errorf("%q: asked %d times, answered %d times", text, n, answered[text])
		}
	}
	for _, id := range ids {
		if i := s.Interaction(id); i.Response != 0 && i.Answered != 1 {
			t.Errorf("%s: response %d, %d answers", id, i.Response, i.Answered)
		}
	}
	// What grows by one for each of hundreds of events shows; what is under way does not.
	half := len(goroutines) / 2
	if early, late := slices.Max(goroutines[:half]), slices.Min(goroutines[half:]); late > early+5 {
		t.Errorf("goroutines grow: %v", goroutines)
	}
	// The server keeps all that it was sent and has sent, which is most of this.
	if grown := int64(memory[len(memory)-1]) - int64(memory[0]); grown > 16<<20 {
		t.Errorf("memory grows by %d KB", grown>>10)
	}
	t.Logf("%d questions, %d accepted, %d connections, %d sessions; goroutines %v; heap %d to %d KB", len(asked), r.counter.Of(bot.EventAccepted),
		s.Logged("connect"), s.Logged("identify"), goroutines, memory[0]>>10, memory[len(memory)-1]>>10)
	if len(asked) < 300 || s.Logged("connect") < 50 {
		t.Errorf("too little happened: %d questions, %d connections", len(asked), s.Logged("connect"))
	}
}

// A few questions are asked at a time, however many there are.
func TestFewAtOnce(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		const few = 8
		gate := make(chan struct{})
		h := &bottest.Handler{Gate: gate}
		r := start(t, s, h, nil)
		act := discordtest.Act{Channel: s.NewChannel()}
		var ids []string
		for i := range 4 * few {
			act.Person = strconv.Itoa(i + 1)
			ids = append(ids, s.Slash(act, "ask", question("how many?")))
		}
		time.Sleep(time.Second) //nolint:forbidigo // time passes in a bubble
		if n := len(h.Messages()); n != few {
			t.Errorf("%d are asked at a time, want %d", n, few)
		}
		close(gate)
		for _, id := range ids {
			r.answered(id)
		}
	})
}

// A question and its follow-up that come at once, as when a session goes on after a while, are
// answered in this order.
func TestFollowUpAtOnce(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		start(t, s, h, nil)
		const people = 50
		for i := range people {
			act := discordtest.Act{Person: strconv.Itoa(i + 1), Channel: s.NewChannel()}
			s.Mention(act, "how many?")
			s.Mention(act, "and who?")
		}
		s.Wait("the answers", func() bool { return len(h.Messages()) == 2*people })
		for _, m := range h.Messages() {
			if want := map[string]string{"and who?": "how many?"}[m.Text]; m.Last.Question != want {
				t.Errorf("%q was asked after %q", m.Text, m.Last.Question)
			}
		}
	})
}
