package intake

import "context"

// Overflow holds events that were [Busy], until those who caused them are told so. Its
// capacity is how many may wait for that. It is safe for concurrent use.
type Overflow[E any] chan E

// Add adds an event. It is dropped where even to tell of it there is too much to do.
func (o Overflow[E]) Add(e E) {
	select {
	case o <- e:
	default:
	}
}

// Tell calls tell with one event after another until ctx ends.
func (o Overflow[E]) Tell(ctx context.Context, tell func(context.Context, E)) {
	for {
		select {
		case e := <-o:
			tell(ctx, e)
		case <-ctx.Done():
			return
		}
	}
}
