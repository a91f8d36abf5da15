package bot

import "context"

// Few returns a handler that passes at most n messages at a time to h. The others wait, so
// that they do not compete for the processors.
func Few(n int, h Handler) Handler { return few{h, make(chan struct{}, n)} }

type few struct {
	handler Handler
	places  chan struct{}
}

// Handle implements [Handler]. A message whose context ends while it waits goes to h at
// once, for h to say that it is too late.
func (f few) Handle(ctx context.Context, m Message) Reply {
	select {
	case f.places <- struct{}{}:
		defer func() { <-f.places }()
	case <-ctx.Done():
	}
	return f.handler.Handle(ctx, m)
}
