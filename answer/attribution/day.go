package attribution

// nameDays makes days a part of the name before them that the article never has without them, and
// more than once with them, to tell a name that ends in a day from who spoke on one: Ruby Tuesday
// said, Lee Tuesday said.
func nameDays(list [][]unit) {
	type dayOf struct{ name, day string }
	days := make(map[dayOf]int)
	names := make(map[string]int) // those that a day stands behind
	each := func(use func(u *unit, i int)) {
		for _, paragraph := range list {
			for j := range paragraph {
				for i := range paragraph[j].tokens {
					use(&paragraph[j], i)
				}
			}
		}
	}
	each(func(u *unit, i int) {
		if u.dayBehindName(i) {
			name := u.tokens[i-1].word
			days[dayOf{name, u.tokens[i].word}]++
			names[name] = 0
		}
	})
	if len(names) == 0 {
		return // as in most articles
	}
	each(func(u *unit, i int) {
		if t := u.tokens[i]; t.kind == word && t.upper && !t.is(aDay) {
			if n, ok := names[t.word]; ok {
				names[t.word] = n + 1
			}
		}
	})
	each(func(u *unit, i int) {
		if u.dayBehindName(i) {
			name := u.tokens[i-1].word
			if n := days[dayOf{name, u.tokens[i].word}]; n > 1 && n == names[name] {
				u.tokens[i].entry = entry{}
			}
		}
	})
}

// dayBehindName reports whether the token at i is a day, right behind another word with a capital.
func (u *unit) dayBehindName(i int) bool {
	t, before := &u.tokens[i], u.at(i-1)
	return t.upper && t.is(aDay) && before.kind == word && before.upper && !before.is(aDay)
}
