//go:build race

package analysis

// The race detector allocates for some of what does not allocate without it.
func init() { raced = true }
