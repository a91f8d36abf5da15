package cite

import (
	"slices"
	"testing"

	"newshound/corpus"
)

func TestAuthors(t *testing.T) {
	person := func(given, family string) author { return author{given: given, family: family} }
	group := func(name string) author { return author{group: name} }
	for byline, want := range map[string][]author{
		"":                                nil,
		"By ":                             {group("By")},
		"Joe Doe":                         {person("Joe", "Doe")},
		"by  Joe\nDoe":                    {person("Joe", "Doe")},
		"BY JOE DOE":                      {person("JOE", "DOE")},
		"Joe P. Doe":                      {person("Joe P.", "Doe")},
		"Joe Doe and Ann Lee":             {person("Joe", "Doe"), person("Ann", "Lee")},
		"Joe Doe, Ann Lee, and Bo O’Neil": {person("Joe", "Doe"), person("Ann", "Lee"), person("Bo", "O’Neil")},
		"Joe Doe; Ann Lee":                {person("Joe", "Doe"), person("Ann", "Lee")},
		"Joe Doe & Ann Lee":               {person("Joe", "Doe"), person("Ann", "Lee")},
		"Ludwig van Beethoven":            {person("Ludwig", "van Beethoven")},
		"Ursula von der Leyen":            {person("Ursula", "von der Leyen")},
		"Jean-Luc Godard":                 {person("Jean-Luc", "Godard")},
		"Martin Luther King Jr.":          {{given: "Martin Luther", family: "King", suffix: "Jr."}},
		"Martin King, Jr.":                {{given: "Martin", family: "King", suffix: "Jr."}},
		"Joe Doe,Ann Lee":                 {person("Joe", "Doe"), person("Ann", "Lee")},
		"Joe Doe, New Haven":              {group("Joe Doe, New Haven")},
		"Joe Doe, Staff Writer":           {person("Joe", "Doe")},
		"Joe Doe, opinion contributor":    {person("Joe", "Doe")},
		"Joe Doe, The Associated Press":   {person("Joe", "Doe"), group("The Associated Press")},
		"Joe Doe and Reuters":             {person("Joe", "Doe"), group("Reuters")},
		"Reuters":                         {group("Reuters")},
		"The Editorial Board":             {group("The Editorial Board")},
		"Joe Doe,Ann Lee,Bo O’Neil":       {person("Joe", "Doe"), person("Ann", "Lee"), person("Bo", "O’Neil")},
		"Joe Doe, Ann Lee, Bo Roe, The Associated Press": {person("Joe", "Doe"), person("Ann", "Lee"), person("Bo", "Roe"), group("The Associated Press")},
		"Joe Doe, Bloomberg":                             {person("Joe", "Doe"), group("Bloomberg")},
		"joe@x.example (Joe Doe)":                        {person("Joe", "Doe")},
		"Joe Doe at Old Trafford":                        {person("Joe", "Doe")},
		"Joe Doe in Oakland, California":                 {person("Joe", "Doe")},
		"Joe Doe for The Hill":                           {person("Joe", "Doe")},
		"Joe Doe in Oakland and Ann Lee in Boston":       {person("Joe", "Doe"), person("Ann", "Lee")},
		"Joe Doe for The Hill; Ann Lee":                  {person("Joe", "Doe"), person("Ann", "Lee")},
		"Joe Doe, joe@x.example":                         {person("Joe", "Doe")},
		"Ann Lee and Jean d'Arc":                         {person("Ann", "Lee"), person("Jean", "d'Arc")},
		"Ahmed Hussein al-Sharaa":                        {person("Ahmed Hussein", "al-Sharaa")},
		"Antonio G. Di Benedetto":                        {person("Antonio G.", "Di Benedetto")},
		"Joe Van Der Berg":                               {person("Joe", "Van Der Berg")},
		"Joe Bin Salman":                                 {person("Joe", "Bin Salman")},
		"Anh Le":                                         {person("Anh", "Le")},
		"Anna Bella Cora Dora Emma":                      {person("Anna Bella Cora Dora", "Emma")},
		"BY JOE DOE AND ANN LEE":                         {person("JOE", "DOE"), person("ANN", "LEE")},
		"Joe Doe | Staff Writer":                         {person("Joe", "Doe")},
		"Joe Doe – Editor":                               {person("Joe", "Doe")},
		"By Joe Doe, CNN":                                {person("Joe", "Doe"), group("CNN")},
		"Analysis by Joe Doe":                            {person("Joe", "Doe")},
		"Story by Joe Doe; photos by Ann Lee":            {person("Joe", "Doe")},
		"Joe Doe, Special to The Hill":                   {person("Joe", "Doe")},
		"Joe Doe, Guest Columnist for the Times":         {person("Joe", "Doe")},
		"Joe Doe, World Health Organization":             {person("Joe", "Doe"), group("World Health Organization")},
		"World Health Organization":                      {group("World Health Organization")},
		"Human Rights Watch":                             {group("Human Rights Watch")},
		"Ann Lee, MD":                                    {person("Ann", "Lee")},
		"Dr. Ann Lee, Ph.D., M.P.H., and Joe Doe, RN":    {person("Ann", "Lee"), person("Joe", "Doe")},
		"Ann Lee, MP":                                    {person("Ann", "Lee")},
		"Dr Ann Lee OBE":                                 {person("Ann", "Lee")},
		"NGUYEN VAN DO":                                  {person("NGUYEN VAN", "DO")},
		"Written by Ann Lee":                             {person("Ann", "Lee")},
		"J.K. Lee and A.B.-C. Doe Jr.":                   {person("J. K.", "Lee"), {given: "A. B.-C.", family: "Doe", suffix: "Jr."}},
		"By Ann Lee and By Joe Doe":                      {person("Ann", "Lee"), person("Joe", "Doe")},
		"By Ann Lee, by Joe Doe":                         {person("Ann", "Lee"), person("Joe", "Doe")},
		"Dr. Ann Lee":                                    {person("Ann", "Lee")},
		"Sir Joe Doe and Dame Ann Lee":                   {person("Joe", "Doe"), person("Ann", "Lee")},
		// What cannot be told apart stays whole.
		"Joe Doe, New York, Reuters":    {group("Joe Doe, New York, Reuters")},
		"National Center for Health":    {group("National Center for Health")},
		"Partners in Crime":             {group("Partners in Crime")},
		"Joe Doe, New York":             {group("Joe Doe, New York")},
		"Doe, Joe":                      {group("Doe, Joe")},
		"Anna Bella Cora Dora Emma Fay": {group("Anna Bella Cora Dora Emma Fay")},
		"Madonna":                       {group("Madonna")},
		"Staff Writer Joe Doe":          {group("Staff Writer Joe Doe")},
		"joe@x.example":                 {group("joe@x.example")},
		"Joe Doe with 3 others":         {group("Joe Doe with 3 others")},
		"新聞 太郎":                         {group("新聞 太郎")},
		"By Joe Doe and his dog.":       {group("Joe Doe and his dog.")},
	} {
		if got := authors(byline); !slices.Equal(got, want) {
			t.Errorf("%q: got %+v, want %+v", byline, got, want)
		}
	}
}

func TestInitials(t *testing.T) {
	for given, want := range map[string]string{"Joe": "Doe, J.", "Joe Paul": "Doe, J. P.", "Jean-Luc": "Doe, J.-L.", "J.-L.": "Doe, J.-L.", "J. K.": "Doe, J. K.", "Élise": "Doe, É."} {
		if got := (author{given: given, family: "Doe"}).initials(); got != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

// TestOutletIsNoAuthor holds that the outlet behind a name in a byline is not listed beside the outlet.
func TestOutletIsNoAuthor(t *testing.T) {
	for outlet, want := range map[string]int{
		"USA TODAY": 1, "usatoday.com": 1, "www.usatoday.com": 1, "cnn.com": 2, "U.S. Today": 2, "": 2,
	} {
		a := corpus.NewArticle(corpus.Meta{Byline: "Joe Doe, USA TODAY", Outlet: outlet}, "It is May.")
		if all := credited(a); len(all) != want {
			t.Errorf("%q: %+v, want %d", outlet, all, want)
		}
	}
}
