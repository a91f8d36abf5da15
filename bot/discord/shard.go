package discord

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"newshound/bot"
	"newshound/bot/internal/frames"
	"newshound/bot/internal/pace"
)

const (
	// openLimit is how long a connection may take until READY or RESUMED.
	openLimit = 15 * time.Second
	// abandonAfter is how long discordgo may take then to give up what was cut off.
	abandonAfter = 5 * time.Second
	// steady is how long a connection must last for the next failure to count as the first.
	steady = 20 * time.Second
	// shortestWait and longestWait bound the time between two attempts. During the shortest,
	// discordgo's goroutines of the last connection notice its end.
	shortestWait = 100 * time.Millisecond
	longestWait  = time.Minute
	// resumeWait is the longest wait before a resume, if the last one worked: resuming costs
	// none of the day's sessions, and a command sent meanwhile must be answered within three
	// seconds.
	resumeWait = 4 * time.Second
	// maxResumes is how often resuming may fail before a new session is begun.
	maxResumes = 3
	// resumeClose keeps the session for a RESUME, unlike 1000 and 1001
	// (https://docs.discord.com/developers/events/gateway#disconnecting).
	resumeClose = 4000
)

// fatal are the codes of closes after which another attempt is useless, with what to do
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
var fatal = map[int]string{
	4004: "Discord refuses the bot's token: make a new one in the Developer Portal, under Bot, and set DISCORD_TOKEN",
	4010: "Discord knows no such shard: check --shard",
	4011: "the bot is in too many servers for so few shards: run it without --shard, or with more",
	4012: "Discord no longer speaks this version of its gateway: a newer newshound is needed",
	4013: "Discord does not know the intents asked for: a newer newshound is needed",
	4014: "Discord does not allow the bot the intents that it asks for: check the bot's page in the Developer Portal",
}

// FatalError is returned when Discord refuses the bot for good.
type FatalError struct {
	Code   int // of the gateway's close, or the HTTP status 401
	Advice string
}

// Error implements [error].
func (e *FatalError) Error() string { return fmt.Sprintf("%s (%d)", e.Advice, e.Code) }

// shard keeps one connection to the gateway. discordgo opens the connection, identifies or
// resumes and sends heartbeats; the shard decides whether and when, from what the [link]
// reports.
type shard struct {
	a         *Adapter
	id, count int
	session   *discordgo.Session   // nil if a new one is needed
	begun     bool                 // the gateway has said READY to it, so it can be resumed
	link      atomic.Pointer[link] // the latest connection of the session
	endLook   func()               // ends the last session's lookBack
}

// run keeps the connection until ctx ends, and then returns nil, or until Discord refuses
// it for good, and then returns a [*FatalError].
func (s *shard) run(ctx context.Context) error {
	unopened := 0 // how often in a row there was no READY or RESUMED
	var looking sync.WaitGroup
	defer looking.Wait()
	s.endLook = func() {}
	defer func() { s.endLook() }()
	for failures := 0; ctx.Err() == nil; failures++ {
		began, anew := time.Now(), s.session == nil
		l, err := s.open(ctx)
		if err == nil {
			if anew {
				s.endLook()
				var look context.Context
				look, s.endLook = context.WithCancel(ctx)
				looking.Go(func() { s.a.lookBack(look, s.id, s.count) })
			}
			unopened = 0
			s.stay(ctx, l)
			if time.Since(began) >= steady {
				failures = 0
			}
		} else {
			unopened++
		}
		end := ending{why: "no connection"}
		if l != nil {
			end = l.ending()
		}
		var final *FatalError
		switch {
		case errors.As(err, &final):
			return final
		case fatal[end.code] != "":
			return &FatalError{end.code, fatal[end.code]}
		case err != nil && (unopened > maxResumes || !s.begun) || end.void:
			s.session = nil
		}
		if ctx.Err() == nil {
			s.pause(ctx, end, err, failures)
		}
	}
	return nil
}

// stay keeps a connection that was opened until it is over, and closes it.
func (s *shard) stay(ctx context.Context, l *link) {
	s.begun = true
	s.a.connected.Add(1)
	s.a.observer.Count(bot.EventConnected)
	<-l.Over().Done()
	s.a.connected.Add(-1)
	s.a.observer.Count(bot.EventDisconnected)
	s.close(l, ctx.Err() != nil)
}

// pause waits, after a connection has ended or could not be opened, for the next attempt.
func (s *shard) pause(ctx context.Context, end ending, err error, failures int) {
	longest := longestWait
	if err == nil && s.session != nil {
		longest = resumeWait
	}
	wait := pace.Backoff(failures, shortestWait, longest)
	if end.pause { // Discord wants one to five seconds
		wait = max(wait, time.Second+rand.N(4*time.Second))
	}
	s.a.log.Warn("disconnected", "shard", s.id, "why", end.why, "code", end.code, "err", err, "resume", s.session != nil, "again_in", wait)
	pace.Pause(ctx, wait)
}

// open opens a connection and returns its link once the gateway has said READY or RESUMED.
// With an error it returns a link that has ended, or nil if there was no connection.
func (s *shard) open(ctx context.Context) (*link, error) {
	if s.session == nil {
		address, identified, err := s.a.mayIdentify(ctx, s.id)
		if err != nil {
			return nil, err
		}
		defer identified()
		s.begin(ctx, address)
	}
	s.link.Store(nil)
	session, opened := s.session, make(chan error, 1)
	go func() { opened <- session.Open() }()
	timer := time.NewTimer(openLimit + abandonAfter)
	defer timer.Stop()
	var err error
	select {
	case err = <-opened:
	case <-timer.C:
		s.a.log.Error("a connection to the gateway hangs, and is abandoned", "shard", s.id)
		s.session, err = nil, context.DeadlineExceeded
	}
	l := s.link.Load()
	if err == nil && l != nil {
		l.Start()
		return l, nil
	}
	if l != nil {
		_ = l.Close()
	}
	if errors.Is(err, frames.ErrProxy) {
		return l, frames.ErrProxy
	}
	return l, errors.New("no READY") // discordgo's error may hold the address of a session
}

// close closes the connection: for good, or in a way that keeps the session.
func (s *shard) close(l *link, forGood bool) {
	code := resumeClose
	if forGood {
		code = websocket.CloseNormalClosure
	}
	// CloseWithCode holds discordgo's lock for a second. The link gives it nothing more to
	// read, and this wait lets its goroutines come to rest first.
	pace.Pause(context.Background(), shortestWait)
	_ = s.session.CloseWithCode(code) // discordgo returns no error that says anything
	_ = l.Close()
}
