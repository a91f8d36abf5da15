package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"

	"newshound/bot"
	"newshound/bot/web"
	"newshound/cmd/newshound/internal/service"
)

const (
	// defaultPage is where the page listens unless told otherwise: on loopback, for this
	// machine alone.
	defaultPage = "127.0.0.1:8017"
	// pageLimit is how many quotes a page shows at a time.
	pageLimit = 5
	// pageRate is how many pages a minute one address may ask for. A reader opens more
	// pages than a person sends messages in a chat.
	pageRate = 120
)

// webName is the page's name among the platforms, in the log and in metrics.
const webName = "web"

// webPlatform returns the page as a platform that answers on a listener.
func webPlatform(l net.Listener, d platformDeps) (*service.Platform, error) {
	address, ok := l.Addr().(*net.TCPAddr)
	p, err := web.New(web.Options{
		Relay:    bot.NewRelay(d.asker, bot.Options{Limit: pageLimit, Rate: pageRate, Log: d.log, Observer: d.observer}),
		Asker:    d.asker,
		Loopback: ok && address.IP.IsLoopback(),
		Prompts:  suggestedQuestions(d.asker),
		Log:      d.log, Observer: d.observer,
	})
	if err != nil {
		return nil, err
	}
	s := service.NewServer(p, d.log)
	run := func(ctx context.Context) error {
		ended := make(chan error, 1)
		go func() { ended <- s.Serve(l) }()
		d.log.Info("the page is served", "url", "http://"+l.Addr().String()+"/")
		select {
		case err := <-ended:
			return fmt.Errorf("serve the page: %w", err)
		case <-ctx.Done():
		}
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), service.AnswerTime)
		defer cancel()
		if err := s.Shutdown(end); err != nil {
			d.log.Warn("requests cut off", "err", err)
			return s.Close()
		}
		return nil
	}
	return &service.Platform{Name: webName, Run: run, Ready: func() bool { return true }}, nil
}

// listenForPage listens on the address of the page. It returns nil where no page is to be served.
// If the address is only the default one (not asked) and cannot be listened on, other platforms
// are served without the page.
func listenForPage(ctx context.Context, address string, asked bool, others int, log *slog.Logger) (net.Listener, error) {
	if address == "" {
		return nil, nil //nolint:nilnil // no listener is what was asked for
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	switch {
	case err == nil:
		return l, nil
	case !asked && others > 0:
		log.Warn("the page is not served: --page gives it another address, or none with \"\"", "err", err)
		return nil, nil //nolint:nilnil // it goes on without
	}
	return nil, fmt.Errorf("listen for the page on %s: %w; --page gives it another address, like :8080", address, errors.Unwrap(err))
}
