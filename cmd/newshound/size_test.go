package main

import "testing"

// TestEnoughMemory holds that no index is built in so little that it takes more.
func TestEnoughMemory(t *testing.T) {
	for text, want := range map[string]int{"1MiB": 32 << 20, "32MiB": 32 << 20, "1GiB": 1 << 30} {
		var size byteSize
		if err := size.Set(text); err != nil || size.enough() != want {
			t.Errorf("%s is %d, %v", text, size.enough(), err)
		}
	}
}
