package main

import (
	"runtime"
	"runtime/debug"
)

// firstHeap is the size in MB of the heap from which on garbage is collected first.
// Most commands end before, and need not pay for it.
const firstHeap = 96

// collectLater puts off the first garbage collection until the heap has firstHeap. From
// then on it is as without.
func collectLater(getenv func(string) string) {
	if getenv("GOGC") != "" {
		return
	}
	const least = 4 // MB, from which Go collects at 100 percent
	before := debug.SetGCPercent(100 * firstHeap / least)
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, before)
}
