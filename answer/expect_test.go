package answer

import (
	"testing"

	"newshound/answer/analysis"
)

func TestHolds(t *testing.T) {
	for _, test := range []struct {
		expect expectation
		text   string
		want   bool
	}{
		{aTime, "He died in 1259 without a successor.", true},
		{aTime, "They gave their name to it in the 11th century.", true},
		{aTime, "It was his second in a decade.", true},
		{aTime, "The prize was 7500 dollars.", false},
		{aTime, "It weighs 12 tonnes.", false},
		{aNumber, "Some 1259 were there.", true},
		{aNumber, "That was in 1959.", false},
		{anything, "He died.", true},
	} {
		s := &scorer{expect: test.expect, analyzer: new(analysis.Analyzer)}
		if got := s.holds(test.text, nil, 0); got != test.want {
			t.Errorf("%s in %q: %v", kindNames[test.expect], test.text, got)
		}
	}
}
