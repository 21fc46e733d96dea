package main

import (
	"runtime"
	"runtime/debug"
)

// A unit lives for a moment. Collecting its garbage less often saves much time
// and costs little memory, as long as the heap is small.
const (
	gcSmall   = 400       // percent, for small heaps
	gcLarge   = 100       // percent, for large ones
	largeHeap = 128 << 20 // bytes in use after a collection, from which a heap is large
)

// collectLate sets how often garbage is collected.
func collectLate() {
	debug.SetGCPercent(gcSmall)
	watchHeap()
}

// sentinel is garbage at once: its finalizer runs after each collection.
type sentinel struct{ _ *int }

func watchHeap() {
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
		var m runtime.MemStats
		if runtime.ReadMemStats(&m); m.HeapAlloc >= largeHeap {
			debug.SetGCPercent(gcLarge)
			return
		}
		watchHeap()
	})
}
