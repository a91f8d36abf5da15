package answer

import "testing"

// TestSpeakerNames tells which names are meant by one that is asked for.
func TestSpeakerNames(t *testing.T) {
	for _, test := range []struct {
		asked, name string
		want        bool
	}{
		{"Lee", "FBI Director Jo Lee", true},
		{"Lee", "the Lee Foundation", false},
		{"Lee Jr.", "Jo Lee", false},
		{"Prime Minister", "Prime Minister Jo Lee", true},
		{"the prime minister", "Israeli Prime Minister Jo Lee", true},
		{"Governor", "Gov. Jo Lee", true},
		{"President", "Vice President Jo Lee", false},
		{"Vice President", "Vice President Jo Lee", true},
		{"director", "FBI Director Jo Lee", true},
		{"President", "former President Jo Lee", false},
		{"President", "a spokesman for President Jo Lee", false},
		{"Director", "the Director’s Guild", false},
	} {
		if got := newSpeakerName(test.asked).names(test.name); got != test.want {
			t.Errorf("%q is %q: %v", test.name, test.asked, got)
		}
	}
}
