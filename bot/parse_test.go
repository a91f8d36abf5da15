package bot

import (
	"testing"

	"newshound/answer"
	"newshound/bot/cite"
)

func TestParseCommand(t *testing.T) {
	for text, want := range map[string]command{
		"help":                         {verb: help},
		"/help":                        {verb: help},
		" HELP! ":                      {verb: help},
		"help?":                        {verb: help},
		"/help me":                     {verb: help},
		"help me with the dates":       {verb: question},
		"Help me, please":              {verb: help},
		"help please":                  {verb: help},
		"Please show more":             {verb: more},
		"show me more context pls":     {verb: around},
		"can you show me the timeline": {verb: reform, form: answer.Timeline},
		"show me the bridge":           {verb: question},
		"is there more from him?":      {verb: more},
		"are there any more quotes?":   {verb: more},
		"what's the full quote?":       {verb: around},
		"what is there to see?":        {verb: question},
		"timeline pls":                 {verb: reform, form: answer.Timeline},
		"go back":                      {verb: back},
		"forget the filters":           {verb: widen, field: "filters"},
		"Are you a bot?":               {verb: help},
		"what's new?":                  {verb: question},
		"quote:":                       {verb: misquote},
		"timeline:":                    {verb: reform, form: answer.Timeline},
		"What’s the source?":           {verb: citation},
		"what is the news on Iran?":    {verb: question},
		"sources":                      {verb: sources},
		"/sources":                     {verb: sources},
		"sources of the report":        {verb: question},
		"What outlets are there?":      {verb: sources, field: "outlet"},
		"which sections are there?":    {verb: sources, field: "section"},
		"show me the list of authors":  {verb: question},
		"list the authors":             {verb: sources, field: "byline"},
		"who said that exactly?":       {verb: citation},
		"Any more?":                    {verb: more},
		"are there any more quotes":    {verb: more},
		"Where can I read this?":       {verb: citation},
		"when was that published?":     {verb: citation},
		"when was the book published?": {verb: question},
		"link?":                        {verb: citation},
		"Is that accurate?":            {verb: recheck},
		"is that a direct quote?":      {verb: recheck},
		"are those his exact words?":   {verb: recheck},
		"give me the MLA version":      {verb: citation, style: "mla"},
		"bibtex please":                {verb: citation, style: "bibtex"},
		"which outlets reported that?": {verb: reform, form: answer.Compare},
		"who had it first?":            {verb: reform, form: answer.Timeline},
		"what's next?":                 {verb: question}, // of what was told, and no further quotes
		"Never mind.":                  {verb: courtesy},
		"That’s all":                   {verb: courtesy},
		"2":                            {verb: around, n: 2},
		"more on quote 2":              {verb: around, n: 2},
		"show me the second one":       {verb: around, n: 2},
		"the third quote, please":      {verb: around, n: 3},
		"second":                       {verb: question},
		"the second war":               {verb: question},
		"2023":                         {verb: question},
		"in APA":                       {verb: citation, style: "apa"},
		"MLA style please":             {verb: citation, style: "mla"},
		"bibtex":                       {verb: citation, style: "bibtex"},
		"in Chicago":                   {verb: question},
		"in Chicago style":             {verb: citation, style: "chicago"},
		"cite":                         {verb: citation},
		"/cite":                        {verb: citation},
		"cite 2":                       {verb: citation, n: 2},
		"/cite 2":                      {verb: citation, n: 2},
		"Cite #2.":                     {verb: citation, n: 2},
		"cite [12]":                    {verb: citation, n: 12},
		"cite 0":                       {verb: miscite},
		"cite -1":                      {verb: miscite},
		"/cite two":                    {verb: citation, n: 2},
		"cite Three.":                  {verb: citation, n: 3},
		"cite one man":                 {verb: question},
		"/cite number:2 style:apa":     {verb: citation, n: 2, style: "apa"},
		"/ask":                         {verb: help},
		"/ask cite 2":                  {verb: citation, n: 2},
		"/Ask who resigned?":           {verb: question, text: "who resigned?"},
		"/ask /ask timeline: the dam":  {verb: question, text: "timeline: the dam"},
		"/newshound help":              {verb: help},
		"/ask /frob":                   {verb: unknown, name: "/frob"},
		"ask about the dam":            {verb: question},
		"share":                        {verb: button, name: "share"},
		"share prices":                 {verb: question},
		"Commands":                     {verb: help},
		"outlets":                      {verb: sources, field: "outlet"},
		"/cite 1 2":                    {verb: miscite},
		"cite two senators":            {verb: question},
		"cite 99999999999999999999999": {verb: question},
		"cite apa":                     {verb: citation, style: "apa"},
		"cite 2 BibTeX":                {verb: citation, n: 2, style: "bibtex"},
		"cite bib [3]":                 {verb: citation, n: 3, style: "bibtex"},
		"cite csl-json":                {verb: citation, style: "csl"},
		"cite 1 2":                     {verb: miscite},
		"cite apa mla":                 {verb: miscite},
		"cite 0 apa":                   {verb: miscite},
		"cite 2 as evidence":           {verb: question},
		"cite 2 harvard":               {verb: miscite},
		"cite Chicago police":          {verb: question},
		"cite them all":                {verb: citation},
		"cite all of these, please":    {verb: citation},
		"cite that in MLA":             {verb: citation, style: "mla"},
		"Cite quote 2 in APA style.":   {verb: citation, n: 2, style: "apa"},
		"cite it as BibTeX":            {verb: citation, style: "bibtex"},
		"cite the mayor":               {verb: question},
		"Is that quote real?":          {verb: recheck},
		"compare that":                 {verb: reform, form: answer.Compare},
		"who reported it first?":       {verb: reform, form: answer.Timeline},
		"who said that?":               {verb: citation},
		"/cite 2 vancouver":            {verb: miscite},
		"more":                         {verb: more},
		"/MORE":                        {verb: more},
		"more about the bridge":        {verb: question},
		"more on that":                 {verb: more},
		"back":                         {verb: back},
		"back to school":               {verb: question},
		"around 2":                     {verb: around, n: 2},
		"/around #12":                  {verb: around, n: 12},
		"around":                       {verb: misaround},
		"around 0":                     {verb: misaround},
		"/around here":                 {verb: misaround},
		"around town":                  {verb: question},
		"around 500 people came":       {verb: question},
		"/frobnicate now":              {verb: unknown, name: "/frobnicate"},
		"/":                            {verb: unknown, name: "/"},
		"hi":                           {verb: courtesy},
		"Hello, Newshound!":            {verb: courtesy},
		"Thank you very much.":         {verb: courtesy},
		"ok, great – thanks":           {verb: courtesy},
		"good morning":                 {verb: courtesy},
		"hello dolly":                  {verb: question},
		"thanks to whom":               {verb: question},
		"who says ok":                  {verb: question},
		"Who reports that?":            {verb: citation},
		"morning news":                 {verb: question},
		"good job numbers":             {verb: question},
		"yes":                          {verb: courtesy},
		"Who are you?":                 {verb: help},
		"What do you know?":            {verb: sources},
		"What is this coverage about?": {verb: sources},
		"how far back do you go":       {verb: sources},
		"how many articles were sold?": {verb: question},
		"":                             {verb: question},
		"...":                          {verb: question},
		"Who resigned?":                {verb: question},
	} {
		if got := parseCommand(text); got != want {
			t.Errorf("parseCommand(%q) = %+v, want %+v", text, got, want)
		}
	}
}

// TestButtons checks that the commands of buttons are understood.
func TestButtons(t *testing.T) {
	for text, want := range map[string]command{
		HelpCommand: {verb: help}, SourcesCommand: {verb: sources}, MoreCommand: {verb: more}, BackCommand: {verb: back},
		CiteCommand(0, ""): {verb: citation}, CiteCommand(7, ""): {verb: citation, n: 7}, AroundCommand(7): {verb: around, n: 7},
	} {
		if got := parseCommand(text); got != want {
			t.Errorf("parseCommand(%q) = %+v, want %+v", text, got, want)
		}
	}
	for _, s := range cite.OfferedStyles() {
		for n := range 2 {
			if got, want := parseCommand(CiteCommand(n, s.Name)), (command{verb: citation, n: n, style: s.Name}); got != want {
				t.Errorf("parseCommand(%q) = %+v, want %+v", CiteCommand(n, s.Name), got, want)
			}
		}
	}
}
