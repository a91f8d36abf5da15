package answer

import (
	"time"
)

// Coverage tells how large a corpus is. The zero value is an empty one.
type Coverage struct {
	Articles int
	Passages int
	// Outlets are the names of the outlets with the number of articles of each,
	// most articles first, then by name. Articles of no known outlet are not in it.
	Outlets []OutletCount
	// First and Last are the earliest and latest known publication times; both
	// are zero where none is known. Undated is the number of articles without.
	First, Last time.Time
	Undated     int
}

// OutletCount is one outlet and how many articles of the corpus it published.
type OutletCount struct {
	Outlet   string
	Articles int
}
