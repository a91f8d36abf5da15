package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

func TestCollectLater(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	percent := func() uint64 {
		sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	collectLater(func(string) string { return "50" })
	if p := percent(); p != 100 {
		t.Errorf("GOGC is overruled: %d percent", p)
	}
	collectLater(func(string) string { return "" })
	if p := percent(); p <= 100 {
		t.Errorf("%d percent before the first collection", p)
	}
	for deadline := time.Now().Add(10 * time.Second); percent() != 100; runtime.GC() {
		if time.Now().After(deadline) {
			t.Fatalf("%d percent after it", percent())
		}
	}
}
