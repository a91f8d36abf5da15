package intake_test

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"

	"newshound/bot/internal/intake"
)

func TestOverflow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := make(intake.Overflow[int], 2)
		for i := range 4 {
			o.Add(i)
		}
		ctx, stop := context.WithCancel(t.Context())
		var told []int
		go o.Tell(ctx, func(_ context.Context, e int) { told = append(told, e) })
		synctest.Wait()
		o.Add(4)
		synctest.Wait()
		if want := []int{0, 1, 4}; !slices.Equal(told, want) {
			t.Errorf("told %v, want %v", told, want)
		}
		stop()
		synctest.Wait()
		o.Add(5)
		synctest.Wait()
		if len(told) != 3 {
			t.Errorf("told %v after the end", told)
		}
	})
}
