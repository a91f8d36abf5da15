package strtab

// Push appends to a slice that grows to be large. It doubles where append adds a quarter,
// and has all copied again four times as often.
func Push[T any](s []T, x T) []T {
	if len(s) == cap(s) {
		const least = 64
		larger := make([]T, len(s), max(least, 2*cap(s)))
		copy(larger, s)
		s = larger
	}
	return append(s, x)
}

// Room makes room for n more bytes in what grows to be large, as [Push] does.
func Room(s []byte, n int) []byte {
	if n <= cap(s)-len(s) {
		return s
	}
	const least = 1 << 10
	return append(make([]byte, 0, max(least, 2*cap(s), len(s)+n)), s...)
}
