package main

import (
	"runtime"
	"runtime/debug"
)

// A unit lives for a moment. Collecting its garbage less often saves much time
// and costs little memory, as long as the heap is small: it may grow by a share
// of what is in use, and that share gets smaller as the heap grows.
const (
	gcMost  = 600      // percent, for small heaps
	gcLeast = 100      // percent, for large ones
	garbage = 96 << 20 // bytes, between them
)

// collectLate sets how often garbage is collected.
func collectLate() {
	debug.SetGCPercent(gcMost)
	watchHeap(gcMost)
}

// sentinel is garbage at once: its finalizer runs after each collection.
type sentinel struct{ _ *int }

func watchHeap(now int) {
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		next := gcPercent(m.HeapAlloc)
		if next*10 < now*9 || next*9 > now*10 { // setting it stops the process for a moment
			now = next
			debug.SetGCPercent(now)
		}
		watchHeap(now)
	})
}

// gcPercent is by how much a heap may grow that has these bytes in use.
func gcPercent(used uint64) int {
	return int(min(max(garbage*100/max(used, 1), gcLeast), gcMost))
}
