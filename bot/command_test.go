package bot

import "testing"

func TestParseCommand(t *testing.T) {
	for text, want := range map[string]command{
		"help":                         {verb: help},
		"/help":                        {verb: help},
		" HELP! ":                      {verb: help},
		"help?":                        {verb: help},
		"/help me":                     {verb: help},
		"help me with the dates":       {verb: question},
		"sources":                      {verb: sources},
		"/sources":                     {verb: sources},
		"sources of the report":        {verb: question},
		"cite":                         {verb: cite},
		"/cite":                        {verb: cite},
		"cite 2":                       {verb: cite, n: 2},
		"/cite 2":                      {verb: cite, n: 2},
		"Cite #2.":                     {verb: cite, n: 2},
		"cite [12]":                    {verb: cite, n: 12},
		"cite 0":                       {verb: miscite},
		"cite -1":                      {verb: miscite},
		"/cite two":                    {verb: miscite},
		"/cite 1 2":                    {verb: miscite},
		"cite two senators":            {verb: question},
		"cite 99999999999999999999999": {verb: question},
		"/frobnicate now":              {verb: unknown, name: "/frobnicate"},
		"/":                            {verb: unknown, name: "/"},
		"":                             {verb: question},
		"...":                          {verb: question},
		"Who resigned?":                {verb: question},
	} {
		if got := parseCommand(text); got != want {
			t.Errorf("parseCommand(%q) = %+v, want %+v", text, got, want)
		}
	}
}
