package syntax

import (
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for typed, want := range map[string]struct {
		text   string // blanks joined
		fields []FieldValue
		exact  string // joined by |
		barred string
	}{
		"What did he say?":                                     {text: "What did he say?"},
		`outlet:"The Hill" What did he say?`:                   {text: "What did he say?", fields: []FieldValue{{"outlet", "The Hill"}}},
		"What did he say? OUTLET:hill, Byline:roe":             {text: "What did he say? ,", fields: []FieldValue{{"outlet", "hill"}, {"byline", "roe"}}},
		"floods section:“World News” from:2018-07-01 to:2018.": {text: "floods .", fields: []FieldValue{{"section", "World News"}, {"from", "2018-07-01"}, {"to", "2018"}}},
		"what of an outlet: none":                              {text: "what of an outlet: none"},
		"the non-outlet:x or see:it":                           {text: "the non-outlet:x or see:it"},
		"outlet: hill floods":                                  {text: "floods", fields: []FieldValue{{"outlet", "hill"}}},
		"floods from: 2024-05":                                 {text: "floods", fields: []FieldValue{{"from", "2024-05"}}},
		"floods from: the river":                               {text: "floods from: the river"},
		"outlet:":                                              {text: "outlet:"},
		`flood -bridge -"the river" -5 – -byline:x a - b`:      {text: "flood -5 – -byline:x a - b", barred: "bridge|the river"},
		`flood -"737" -“a: b” -US`:                             {text: "flood", barred: "737|a: b|US"},
		"the flood -what happened? – and Roe -the mayor- said": {text: "the flood -what happened? – and Roe -the mayor- said"},
		"floods without the word ash, please":                  {text: "floods , please", barred: "ash"},
		"floods that don’t mention “the river”":                {text: "floods", barred: "the river"},
		"a flood that doesn’t mention ash":                     {text: "a flood", barred: "ash"},
		"floods without ash":                                   {text: "floods without ash"},
		`floods without "the river"`:                           {text: `floods without "the river"`, exact: "the river"},
		`flood -outlet:"The Hill"`:                             {text: "flood", fields: []FieldValue{{"-outlet", "The Hill"}}},
		"self-styled co-op, well-being":                        {text: "self-styled co-op, well-being"},
		`who said "a sad day" and “the long night,”?`:          {text: `who said "a sad day" and “the long night,”?`, exact: "a sad day|the long night"},
		`the “sleepy” town of "Ash`:                            {text: `the “sleepy” town of "Ash`},
		`a 5" pipe and 6" of rain`:                             {text: `a 5" pipe and 6" of rain`},
		`outlet:"The Hill`:                                     {fields: []FieldValue{{"outlet", `"The`}}, text: "Hill"},
		`Who said:"never again"?`:                              {text: `Who said:"never again"?`, exact: "never again"},
		"said: Christopher Wray on elections":                  {text: "on elections", fields: []FieldValue{{"said", "Christopher Wray"}}},
		"floods said:“Ann Lee” Said:wray":                      {text: "floods", fields: []FieldValue{{"said", "Ann Lee"}, {"said", "wray"}}},
		"said:Sen. McCaskill outlet:hill":                      {fields: []FieldValue{{"said", "Sen. McCaskill"}, {"outlet", "hill"}}},
		"said: Anna van der Berg on the dam":                   {text: "on the dam", fields: []FieldValue{{"said", "Anna van der Berg"}}},
		"said:von Berg dam":                                    {text: "dam", fields: []FieldValue{{"said", "von Berg"}}},
		"said:Lee der dam":                                     {text: "der dam", fields: []FieldValue{{"said", "Lee"}}},
		"said: the White House on the dam":                     {text: "on the dam", fields: []FieldValue{{"said", "the White House"}}},
		"said: the ministry dam":                               {text: "dam", fields: []FieldValue{{"said", "the ministry"}}},
		"said: mr. lee dam":                                    {text: "dam", fields: []FieldValue{{"said", "mr. lee"}}},
		"said: the":                                            {fields: []FieldValue{{"said", "the"}}},
		"said: lee jr the dam":                                 {text: "the dam", fields: []FieldValue{{"said", "lee jr"}}},
		"said:Wray.":                                           {text: ".", fields: []FieldValue{{"said", "Wray"}}},
		`What did he say? He said: "Never"`:                    {text: `What did he say? He said: "Never"`},
		"said:":                                                {text: "said:"},
		"":                                                     {},
	} {
		got := Parse(typed)
		var exact []string
		for _, p := range got.Exact {
			exact = append(exact, p.Text)
			if !strings.HasPrefix(strings.TrimLeft(typed[p.Start:], `"“`), p.Text) {
				t.Errorf("%s: %q does not stand at %d", typed, p.Text, p.Start)
			}
		}
		if len(got.Text) != len(typed) {
			t.Errorf("%s: the offsets have moved: %q", typed, got.Text)
		}
		if strings.Join(strings.Fields(got.Text), " ") != want.text || !reflect.DeepEqual(got.Fields, want.fields) ||
			strings.Join(exact, "|") != want.exact || strings.Join(got.Barred, "|") != want.barred {
			t.Errorf("%s: %+v", typed, got)
		}
	}
}

func TestWithoutOpenMarks(t *testing.T) {
	pasted := strings.Repeat(` said:"`, MaxSpoken)
	for typed, want := range map[string]string{
		`outlet:"The Hill floods`:                `outlet:The Hill floods`,
		`floods -outlet: “The Hill`:              `floods -outlet: The Hill`,
		`outlet:"The Hill" said:"Ann Lee floods`: `outlet:"The Hill" said:Ann Lee floods`,
		`outlet:"The Hill" floods`:               `outlet:"The Hill" floods`,
		`he said: "no`:                           `he said: no`,
		`the "sad day`:                           `the "sad day`,
		pasted:                                   pasted,
	} {
		if got := WithoutOpenMarks(typed); got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`outlet:"The Hill" -“a b" from:x "`)
	f.Fuzz(func(t *testing.T, typed string) {
		r := Parse(typed)
		if len(r.Text) != len(typed) {
			t.Fatalf("%d bytes have become %d", len(typed), len(r.Text))
		}
		for i := range typed {
			if r.Text[i] != typed[i] && r.Text[i] != ' ' {
				t.Fatalf("byte %d is another: %q", i, r.Text)
			}
		}
	})
}
