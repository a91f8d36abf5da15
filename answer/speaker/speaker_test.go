package speaker

import "testing"

// TestNames tells which names are meant by one that is asked for.
func TestNames(t *testing.T) {
	for _, test := range []struct {
		asked, name string
		want        bool
	}{
		{"Lee", "FBI Director Jo Lee", true},
		{"Lee", "the Lee Foundation", false},
		{"Halvor Foods", "Halvor Foods, Inc.", true},
		{"Halvor", "Halvor Cos Inc", true},
		{"Halvor Ltd.", "Halvor", true},
		{"Halvor Inc", "Quill Inc", false},
		{"Halvor", "Halvor Foods Inc", false},
		{"the company", "the company", true},
		{"Company", "the company", true},
		{"the company", "the spokesman", false},
		{"Co", "Leila Co", true},
		{"Leila Co", "Leila Co", true},
		{"Ms. Co", "Leila Roe", false},
		{"Lee Jr.", "Jo Lee", false},
		{"Prime Minister", "Prime Minister Jo Lee", true},
		{"the prime minister", "Israeli Prime Minister Jo Lee", true},
		{"Governor", "Gov. Jo Lee", true},
		{"President", "Vice President Jo Lee", false},
		{"Vice President", "Vice President Jo Lee", true},
		{"director", "FBI Director Jo Lee", true},
		{"Inspector Lee", "Insp Jo Lee", true},
		{"Cllr. Lee", "Councillor Jo Lee", true},
		{"Inspector Lee", "Sgt. Jo Lee", false},
		{"President", "former President Jo Lee", false},
		{"President", "a spokesman for President Jo Lee", false},
		{"Director", "the Director’s Guild", false},
		{"Lee", "a spokesman for Lee", false},
		{"Lee", "a spokeswoman for Jo Lee", false},
		{"Lee", "supporters of Jo Lee", false},
		{"Lee", "Supporters of Jo Lee", false},
		{"Lee", "a statement from Jo Lee", true},
		{"Democrats", "a group of Democrats", true},
		{"Time", "Vulture at the time", false},
		{"Lee", "Secretary of State Jo Lee", true},
		{"Lee", "Jo Lee of Meta", true},
		{"Meta", "a spokesperson for Meta", false},
		{"a spokesperson for Meta", "a Meta spokesman", true},
		{"Meta spokesperson", "a longtime spokesman for Meta", true},
		{"Meta’s spokesman", "Meta spokesperson Jo Lee", true},
		{"Meta spokesman", "a spokesman for Google", false},
		{"Meta CEO", "Meta CEO Jo Lee", true},
		{"Meta CEO", "former Meta CEO Jo Lee", false},
		{"Meta CEO", "Google CEO Jo Lee", false},
		{"mayor", "the mayor of Oslo", true},
		{"mayor of Oslo", "the mayor of Oslo", true},
		{"Oslo", "the mayor of Oslo", false},
		{"the ministry", "Ukraine’s Defense Ministry", true},
		{"van der Berg", "Anna van der Berg", true},
		{"DG-Home", "the DG-Home", true},
	} {
		if got := New(test.asked).Names(test.name); got != test.want {
			t.Errorf("%q is %q: %v", test.name, test.asked, got)
		}
	}
}

// TestDescribes tells which remarks behind a name say that its bearer is who is asked for.
func TestDescribes(t *testing.T) {
	for _, test := range []struct {
		asked, source string
		want          bool
	}{
		{"mayor of Oslo", "Jo Lee, the mayor of Oslo", true},
		{"the mayor of Oslo", "Jo Lee, 52, the new mayor of Oslo", true},
		{"mayor of Oslo", "Jo Lee, the deputy mayor of Oslo", false},
		{"mayor of Oslo", "Jo Lee, a former mayor of Oslo", false},
		{"mayor of Oslo", "Jo Lee, once mayor of Oslo", false},
		{"mayor of Oslo", "Jo Lee, the mayor of Bergen", false},
		{"mayor of Oslo", "a friend of Jo Lee, the mayor of Oslo", false},
		{"mayor of Oslo", "Jo Lee, an aide to the mayor of Oslo", false},
		{"mayor of Oslo", "the mayor of Oslo", false}, // that is the name
		{"Oslo", "Jo Lee, the mayor of Oslo", false},
		{"mayor", "Jo Lee, the mayor", false},
	} {
		if got := New(test.asked).Describes(test.source); got != test.want {
			t.Errorf("%q of %q: %v", test.asked, test.source, got)
		}
	}
}

func TestUntitled(t *testing.T) {
	for name, want := range map[string]string{
		"Epic Games CEO Tim Sweeney":            "Tim Sweeney",
		"Microsoft CEO Satya Nadella":           "Satya Nadella",
		"Secretary of State Antony Blinken":     "Antony Blinken",
		"president mary ann walker":             "mary ann walker",
		"FTX founder Sam Bankman-Fried":         "Sam Bankman-Fried",
		"former president Donald Trump":         "Donald Trump",
		"Ann Roe’s lawyer Joe Doe":              "Joe Doe",
		"a spokesman for Ann Lee":               "a spokesman for Ann Lee",
		"a spokesman for Mayor Ann Lee":         "a spokesman for Mayor Ann Lee",
		"the brother of Mayor Ann Lee":          "the brother of Mayor Ann Lee",
		"the director of Ann Lee’s film":        "the director of Ann Lee’s film",
		"the director of Mayor Ann Lee":         "the director of Mayor Ann Lee",
		"President Biden and Ann Lee":           "President Biden and Ann Lee",
		"Mayor Roe, Ann Lee":                    "Mayor Roe, Ann Lee",
		"the Ann Lee":                           "the Ann Lee",
		"President Biden":                       "President Biden",
		"the CEO of Microsoft":                  "the CEO of Microsoft",
		"Tim Sweeney":                           "Tim Sweeney",
		"Stephen King":                          "Stephen King",
		"King Charles III":                      "King Charles III",
		"Burger King Holdings Inc":              "Burger King Holdings Inc",
		"Burger King CEO Tom Curtis":            "Tom Curtis",
		"Queen Mary University London":          "Queen Mary University London",
		"General Motors":                        "General Motors",
		"General Motors Company":                "General Motors Company",
		"the Director of National Intelligence": "the Director of National Intelligence",
		"":                                      "",
	} {
		if got := Untitled(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
