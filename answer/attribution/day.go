package attribution

// daysNamed counts how often an article has each word with a capital, and how often the same day behind
// it, to tell a name that ends in a day from who spoke on one: Ruby Tuesday said, Lee Tuesday said.
type daysNamed map[string]map[string]int // by the day behind it, "" for all

// count takes a unit in.
func (d daysNamed) count(u unit) {
	for i, t := range u.tokens {
		if t.kind != word || !t.upper || t.is(aDay) {
			continue
		}
		n := d[t.word]
		if n == nil {
			n = make(map[string]int)
			d[t.word] = n
		}
		n[""]++
		if next := u.at(i + 1); next.upper && next.is(aDay) {
			n[next.word]++
		}
	}
}

// name makes the days of a unit a part of the name before them that the article never has without
// them, and more than once with them.
func (d daysNamed) name(u unit) {
	for i := 1; i < len(u.tokens); i++ {
		t, before := &u.tokens[i], u.tokens[i-1]
		if !t.upper || !t.is(aDay) || before.kind != word || !before.upper {
			continue
		}
		if n := d[before.word]; n[t.word] > 1 && n[t.word] == n[""] {
			t.entry = entry{}
		}
	}
}
