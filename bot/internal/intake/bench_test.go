package intake

import (
	"fmt"
	"path/filepath"
	"testing"
)

// BenchmarkAccept accepts and carries out events in parallel, as they come in a
// burst.
func BenchmarkAccept(b *testing.B) {
	in, err := Open(Options{Path: filepath.Join(b.TempDir(), "journal"), Depth: 1 << 16})
	if err != nil {
		b.Fatal(err)
	}
	b.SetParallelism(100)
	names := make(chan string, 1000)
	go func() {
		for i := range b.N {
			names <- fmt.Sprint(i)
		}
	}()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			name := <-names
			if v := in.Accept(Job{Keys: []string{name, "also " + name}, Payload: make([]byte, 1000)}); v != Accepted {
				b.Error(v)
			}
			in.carryOut(b.Context(), <-in.queue, nothing, nil)
		}
	})
	b.StopTimer()
	if err := in.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRewrite writes a journal anew that has as much as it may remember.
func BenchmarkRewrite(b *testing.B) {
	in, err := Open(Options{Path: filepath.Join(b.TempDir(), "journal")})
	if err != nil {
		b.Fatal(err)
	}
	for i := range in.options.Keys / 2 {
		r := record{Kind: kindSeen, At: 1<<32 + int64(i), Keys: hashes([]string{fmt.Sprint(i), fmt.Sprint("also ", i)})}
		in.replayOne(r)
	}
	b.ResetTimer()
	for range b.N {
		if err := in.journal.rewrite(in.snapshot()); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	if err := in.Close(); err != nil {
		b.Fatal(err)
	}
}
