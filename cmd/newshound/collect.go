package main

import (
	"runtime"
	"runtime/debug"
)

// firstHeap is the size in MB of the heap at the first garbage collection. Most commands end before
// they reach it, and save the time.
const firstHeap = 96

// collectLater puts off the first garbage collection until the heap has firstHeap. After that,
// garbage is collected as usual. It does nothing if GOGC is set.
func collectLater(getenv func(string) string) {
	if getenv("GOGC") != "" {
		return
	}
	const least = 4 // MB, from which Go collects at 100 percent
	before := debug.SetGCPercent(100 * firstHeap / least)
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, before)
}
