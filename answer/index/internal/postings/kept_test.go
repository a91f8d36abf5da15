package postings

import "testing"

// TestKept makes a list once, and does not keep all for ever.
func TestKept(t *testing.T) {
	made := 0
	build := func(n int) func() List {
		return func() List {
			made++
			return List{Passages: make([]uint16, n)}
		}
	}
	k := Kept{Most: 100}
	for range 2 {
		if l := k.Of("flood", build(40)); len(l.Passages) != 40 || made != 1 {
			t.Errorf("a list of %d, after %d were made", len(l.Passages), made)
		}
	}
	for _, terms := range []string{"warn", "river", "river rise", "river fall"} {
		k.Of(terms, build(60))
	}
	held := 0
	for terms, l := range k.known {
		held += len(terms) + len(l.Passages)
	}
	if held != k.kept || held > k.Most+60+len("river rise") {
		t.Errorf("%d are kept, %d are counted, and %d are the most", held, k.kept, k.Most)
	}
	if before := made; len(k.Of("river fall", build(60)).Passages) != 60 || made != before {
		t.Error("the last list is not kept")
	}
}
