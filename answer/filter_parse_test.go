package answer

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseRequest(t *testing.T) {
	for typed, want := range map[string]struct {
		text   string // blanks joined
		fields []fieldValue
		exact  string // joined by |
		barred string
	}{
		"What did he say?":                                     {text: "What did he say?"},
		`outlet:"The Hill" What did he say?`:                   {text: "What did he say?", fields: []fieldValue{{"outlet", "The Hill"}}},
		"What did he say? OUTLET:hill, Byline:roe":             {text: "What did he say? ,", fields: []fieldValue{{"outlet", "hill"}, {"byline", "roe"}}},
		"floods section:“World News” from:2018-07-01 to:2018.": {text: "floods .", fields: []fieldValue{{"section", "World News"}, {"from", "2018-07-01"}, {"to", "2018"}}},
		"what of an outlet: none":                              {text: "what of an outlet: none"},
		"the non-outlet:x or see:it":                           {text: "the non-outlet:x or see:it"},
		"outlet: hill floods":                                  {text: "floods", fields: []fieldValue{{"outlet", "hill"}}},
		"floods from: 2024-05":                                 {text: "floods", fields: []fieldValue{{"from", "2024-05"}}},
		"floods from: the river":                               {text: "floods from: the river"},
		"outlet:":                                              {text: "outlet:"},
		`flood -bridge -"the river" -5 – -byline:x a - b`:      {text: "flood -5 – -byline:x a - b", barred: "bridge|the river"},
		`flood -outlet:"The Hill"`:                             {text: "flood", fields: []fieldValue{{"-outlet", "The Hill"}}},
		"self-styled co-op, well-being":                        {text: "self-styled co-op, well-being"},
		`who said "a sad day" and “the long night,”?`:          {text: `who said "a sad day" and “the long night,”?`, exact: "a sad day|the long night"},
		`the “sleepy” town of "Ash`:                            {text: `the “sleepy” town of "Ash`},
		`a 5" pipe and 6" of rain`:                             {text: `a 5" pipe and 6" of rain`},
		`outlet:"The Hill`:                                     {fields: []fieldValue{{"outlet", `"The`}}, text: "Hill"},
		"said: Christopher Wray on elections":                  {text: "on elections", fields: []fieldValue{{"said", "Christopher Wray"}}},
		"floods said:“Ann Lee” Said:wray":                      {text: "floods", fields: []fieldValue{{"said", "Ann Lee"}, {"said", "wray"}}},
		"said:Sen. McCaskill outlet:hill":                      {fields: []fieldValue{{"said", "Sen. McCaskill"}, {"outlet", "hill"}}},
		"said: Anna van der Berg on the dam":                   {text: "on the dam", fields: []fieldValue{{"said", "Anna van der Berg"}}},
		"said:von Berg dam":                                    {text: "dam", fields: []fieldValue{{"said", "von Berg"}}},
		"said:Lee der dam":                                     {text: "der dam", fields: []fieldValue{{"said", "Lee"}}},
		"said: the White House on the dam":                     {text: "on the dam", fields: []fieldValue{{"said", "the White House"}}},
		"said: the ministry dam":                               {text: "dam", fields: []fieldValue{{"said", "the ministry"}}},
		"said: mr. lee dam":                                    {text: "dam", fields: []fieldValue{{"said", "mr. lee"}}},
		"said: the":                                            {fields: []fieldValue{{"said", "the"}}},
		"said: lee jr the dam":                                 {text: "the dam", fields: []fieldValue{{"said", "lee jr"}}},
		"said:Wray.":                                           {text: ".", fields: []fieldValue{{"said", "Wray"}}},
		`What did he say? He said: "Never"`:                    {text: `What did he say? He said: "Never"`},
		"said:":                                                {text: "said:"},
		"":                                                     {},
	} {
		got := parseRequest(typed)
		var exact []string
		for _, p := range got.exact {
			exact = append(exact, p.text)
			if !strings.HasPrefix(strings.TrimLeft(typed[p.start:], `"“`), p.text) {
				t.Errorf("%s: %q does not stand at %d", typed, p.text, p.start)
			}
		}
		if len(got.text) != len(typed) {
			t.Errorf("%s: the offsets have moved: %q", typed, got.text)
		}
		if strings.Join(strings.Fields(got.text), " ") != want.text || !reflect.DeepEqual(got.fields, want.fields) ||
			strings.Join(exact, "|") != want.exact || strings.Join(got.barred, "|") != want.barred {
			t.Errorf("%s: %+v", typed, got)
		}
	}
}

func TestWithoutOpenMarks(t *testing.T) {
	for typed, want := range map[string]string{
		`outlet:"The Hill floods`:                `outlet:The Hill floods`,
		`floods -outlet: “The Hill`:              `floods -outlet: The Hill`,
		`outlet:"The Hill" said:"Ann Lee floods`: `outlet:"The Hill" said:Ann Lee floods`,
		`outlet:"The Hill" floods`:               `outlet:"The Hill" floods`,
		`he said: "no`:                           `he said: no`,
		`the "sad day`:                           `the "sad day`,
	} {
		if got := withoutOpenMarks(typed); got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}

func FuzzParseRequest(f *testing.F) {
	f.Add(`outlet:"The Hill" -“a b" from:x "`)
	f.Fuzz(func(t *testing.T, typed string) {
		r := parseRequest(typed)
		if len(r.text) != len(typed) {
			t.Fatalf("%d bytes have become %d", len(typed), len(r.text))
		}
		for i := range typed {
			if r.text[i] != typed[i] && r.text[i] != ' ' {
				t.Fatalf("byte %d is another: %q", i, r.text)
			}
		}
	})
}

func TestWithNames(t *testing.T) {
	d := &directory{
		outlets: []string{"The Hill", "The Root", "Fortune", "The Independent - Life and Style"},
		labels: func() (bylines, sections map[string]int) {
			return map[string]int{"Ann Lee": 2, "Bo Lee and Cy Roe": 1}, map[string]int{"World News": 1}
		},
	}
	for typed, want := range map[string]string{
		"outlet:The Hill Wray":               `outlet:"The Hill" Wray`,
		"Wray outlet: the hill":              `Wray outlet: "the hill"`,
		"outlet:The Hill, Wray":              `outlet:"The Hill", Wray`,
		"outlet:The Independent rents":       `outlet:"The Independent" rents`,
		"-outlet:The Root byline:Ann Lee x":  `-outlet:"The Root" byline:"Ann Lee" x`,
		"section:world news rents":           `section:"world news" rents`,
		"outlet:Fortune rents":               "outlet:Fortune rents",
		`outlet:"The Hill" Wray`:             `outlet:"The Hill" Wray`,
		"outlet:Nowhere Times rents":         "outlet:Nowhere Times rents",
		"The outlet: who reads it?":          "The outlet: who reads it?",
		"What does The Hill say of outlets?": "What does The Hill say of outlets?",
	} {
		if got := d.withNames(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
