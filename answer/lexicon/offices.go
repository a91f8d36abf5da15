package lexicon

// Office is what somebody is called by initials, though few texts spell it out in capitals.
type Office struct {
	Initials string
	Words    []string // those that tell it: an officer may be behind them
}

// Offices returns those that go without saying.
func Offices() []Office {
	return []Office{
		{"ceo", []string{"chief", "executive"}},
		{"cfo", []string{"chief", "financial"}},
		{"coo", []string{"chief", "operating"}},
		{"cto", []string{"chief", "technology"}},
		{"vp", []string{"vice", "president"}},
	}
}
