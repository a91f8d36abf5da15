package bot

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot/cite"
)

// command is what a message asks of the bot itself.
type command struct {
	verb  verb
	n     int         // for cite and around: the quote's number; 0 is all, or the first shown last
	of    Numbers     // for cite: the numbers of several quotes, "" for n
	style string      // for cite: the name of a style, or ""
	name  string      // for button and unknown: what was typed
	form  answer.Form // for reform
	field string      // for widen: the kind of filter to drop; for sources: what to list, "" for articles
	text  string      // for question: the question, "" where it is the whole message
}

type verb int

const (
	question verb = iota // no command: a question for the engine
	help
	sources
	courtesy // a greeting or thanks
	citation
	around
	more
	back
	repeat    // show the quotes shown last once more
	doubt     // the same, for a person who asks whether that is true
	recheck   // check the first of the quotes shown last, for “is that real?”
	reform    // ask the last question in another form
	widen     // ask the last question without a filter
	miscite   // cite with arguments that it does not take
	misaround // around with arguments that it does not take
	misquote  // quote without words
	button    // a command that exists only as a button
	unknown   // a word with a slash that is no command
)

// parseCommand recognises the commands: a message that is nothing but "help",
// "cite 2" and so on, in any case, with or without a leading slash. Whatever else
// begins with a slash is a command that does not exist; the rest are questions,
// "help me understand the summit" among them.
func parseCommand(text string) command {
	if asked, ok := behindAsk(text); ok && asked != "" {
		c := parseCommand(asked)
		if c.verb == question && c.text == "" {
			c.text = asked
		}
		return c
	}
	words := strings.Fields(strings.TrimRight(strings.TrimSpace(text), ".!?:"))
	if len(words) == 0 {
		return command{verb: question}
	}
	if c, ok := spoken(words); ok {
		return c
	}
	if c, ok := pointed(words); ok {
		return c
	}
	if c, ok := asksToCite(words); ok {
		return c
	}
	if syntax.Courteous(words) {
		return command{verb: courtesy}
	}
	name, slash := strings.CutPrefix(words[0], "/")
	_, rest, _ := strings.Cut(strings.TrimSpace(text), words[0])
	rest, args := strings.TrimSpace(rest), words[1:]
	if n := len(args); n > 0 && (strings.EqualFold(args[n-1], "please") || strings.EqualFold(args[n-1], "pls")) {
		args = args[:n-1]
	}
	if c, ok := typed(strings.ToLower(name), args, rest, slash); ok {
		if c.verb == button {
			c.name = words[0]
		}
		return c
	}
	if slash {
		return command{verb: unknown, name: words[0]}
	}
	if isQuotation(text) {
		return command{verb: question, text: syntax.As(answer.CheckQuote, strings.TrimSpace(text))}
	}
	return command{verb: question}
}

// askName is another name of [AskCommand].
const askName = "newshound"

// behindAsk returns what follows “/ask”, typed on a platform that has no such command, once or
// several times. ok reports whether the text begins with it.
func behindAsk(text string) (asked string, ok bool) {
	for asked = strings.TrimSpace(text); ; ok = true {
		name, rest := asked, ""
		if end := strings.IndexFunc(asked, unicode.IsSpace); end >= 0 {
			name, rest = asked[:end], asked[end:]
		}
		if !strings.EqualFold(name, "/"+AskCommand) && !strings.EqualFold(name, "/"+askName) {
			return asked, ok
		}
		asked = strings.TrimSpace(rest)
	}
}

// bare are the commands that take no arguments, by name.
var bare = map[string]verb{
	HelpCommand: help, SourcesCommand: sources, MoreCommand: more, BackCommand: back, AgainCommand: repeat,
	ShareCommand: button, DirectCommand: button,
}

// typed returns the command with a name, in lower case, and its arguments: as words, and as the
// text rest that they stand in. Without a slash, most names that are followed by words are not
// commands but begin a question.
func typed(name string, args []string, rest string, slash bool) (c command, ok bool) {
	alone := len(args) == 0
	if verb, takesNothing := bare[name]; takesNothing {
		return command{verb: verb}, alone || slash
	}
	switch name {
	case AskCommand, askName:
		return command{verb: help}, alone && slash
	case TimelineCommand, CompareCommand, QuotesCommand:
		form := answer.Form(name)
		if name == QuotesCommand {
			form = ""
		}
		if alone {
			return command{verb: reform, form: form}, true
		}
		return command{verb: question, text: syntax.As(form, rest)}, slash
	case QuoteCommand:
		if alone {
			return command{verb: misquote}, true
		}
		return command{verb: question, text: syntax.As(answer.CheckQuote, rest)}, slash
	case "cite":
		return parseCite(args, slash), true
	case "around":
		return parseAround(args, slash), true
	}
	return command{}, false
}

// pointed recognises a message that only points to a quote shown last (“2”, “the second one”,
// “more on quote 2”), which asks for what stands around it, or only names a style (“in APA”),
// which asks for the citations in it. What may be about the news does not count: a year, “in
// Chicago”.
func pointed(words []string) (command, bool) {
	said := asSaid(words)
	for _, lead := range []string{"tell me ", "show me ", "give me ", "show ", "open ", "read ", "more about ", "more on ", "more of ", "expand ", "the ", "quote ", "number ", "no. "} {
		said = strings.TrimPrefix(said, lead)
	}
	if n, ok := number(said); ok && n > 0 && n <= mostPointed {
		return command{verb: around, n: n}, true
	}
	said = strings.TrimSuffix(strings.TrimSuffix(said, " one"), " quote")
	if n := ordinal(said); n > 0 && len(words) > 1 {
		return command{verb: around, n: n}, true
	}
	style, ok := said, false
	for _, kind := range []string{" style", " format", " version", " citation", " reference"} {
		if !ok {
			style, ok = strings.CutSuffix(said, kind)
		}
	}
	if ok || strings.HasPrefix(said, "in ") || !strings.Contains(said, " ") {
		s, known := cite.StyleNamed(strings.TrimPrefix(style, "in "))
		if known && !s.Typed && (ok || s.Name != "chicago") {
			return command{verb: citation, style: s.Name}, true
		}
	}
	return command{}, false
}

// mostPointed is the number of quotes that an answer has at most.
const mostPointed = 50

var (
	cardinals = []string{"one", "two", "three", "four", "five"}
	ordinals  = [][]string{{"first", "second", "third", "fourth", "fifth"}, {"1st", "2nd", "3rd", "4th", "5th"}}
)

// ordinal returns the number that a word like “second” or “2nd” stands for, or 0.
func ordinal(word string) int {
	for _, names := range ordinals {
		if at := slices.Index(names, strings.ToLower(word)); at >= 0 {
			return at + 1
		}
	}
	return 0
}

// asksToCite recognises a message that asks for a citation without beginning with "cite": “the APA
// citation for quote 2”, “can you cite that in MLA?”, “link to 2”. Each of its words must belong to
// such a message, and one must name a citation, or a style beside other words.
func asksToCite(words []string) (command, bool) {
	named := false
	var args []string
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ",;:"))
		if citeWords()[w] {
			named = true
			continue
		}
		if asking()[w] {
			continue
		}
		args = append(args, w)
		if _, isNumber := number(w); isNumber || ordinal(w) > 0 || besideCite()[w] || Numbers(w).upTo(maxShown) {
			continue
		}
		s, isStyle := cite.StyleNamed(w)
		if !isStyle {
			return command{}, false
		}
		named = named || len(words) > 1 && (!s.Typed && s.Name != "chicago" || strings.HasPrefix(w, "link"))
	}
	c := parseCite(args, false)
	return c, named && c.verb == citation
}

// citeWords are the words that name a citation, and asking those with which people ask for one.
var (
	citeWords = setOf("cite cited citing citation citations reference references bibliography source")
	asking    = setOf("can could you would will how do does i we should to give get show have need want export copy from is be there")
)

// isQuotation reports whether a message is nothing but one quotation of some length, which is
// to be checked rather than answered.
func isQuotation(text string) bool {
	const fewest = 4 // words
	text = strings.TrimSpace(text)
	for _, mark := range [][2]string{{"“", "”"}, {`"`, `"`}, {"„", "“"}, {"«", "»"}} {
		inner, opens := strings.CutPrefix(text, mark[0])
		inner, closes := strings.CutSuffix(inner, mark[1])
		if opens && closes && !strings.Contains(inner, mark[0]) && !strings.Contains(inner, mark[1]) {
			return len(strings.Fields(inner)) >= fewest
		}
	}
	return false
}

// parseCite reads what follows "cite": numbers of quotes, the name of a style, or both in any
// order, among filler words (“cite them all in APA”). Without a slash, any other word makes
// the message a question.
func parseCite(args []string, slash bool) command {
	c := command{verb: citation}
	var numbers []int
	for i, arg := range args {
		arg = strings.Trim(arg, ",;:")
		for _, field := range []string{"number:", "style:"} { // as Discord writes them
			arg = strings.TrimPrefix(arg, field)
		}
		n, isNumber := number(arg)
		if o := ordinal(arg); o > 0 {
			n, isNumber = o, true
		}
		if at := slices.Index(cardinals, strings.ToLower(arg)); at >= 0 && len(args) == 1 {
			n, isNumber = at+1, true
		}
		s, isStyle := cite.StyleNamed(arg)
		switch {
		case isNumber && n > 0:
			numbers = append(numbers, n)
		case !isNumber && Numbers(arg).upTo(maxShown): // 1-3
			for _, r := range Numbers(arg).runs() {
				for n := r[0]; n <= r[1]; n++ {
					numbers = append(numbers, n)
				}
			}
		case isStyle && (c.style == "" || c.style == s.Name || c.style == "text" && s.Name == "link"): // a text fragment, an archive link
			c.style = s.Name
		case besideCite()[strings.ToLower(arg)] && !isNumber && !isStyle:
		case isNumber || isStyle || slash, len(args) == i+1 && i > 0 && (i == 1 && len(numbers) > 0 || strings.EqualFold(args[i-1], "in")):
			return command{verb: miscite} // “cite 2 harvard” among them, and “cite that in Harvard”
		default:
			return command{verb: question}
		}
	}
	slices.Sort(numbers)
	switch numbers = slices.Compact(numbers); len(numbers) {
	case 0:
	case 1:
		c.n = numbers[0]
	default:
		c.of = numbersFromList(numbers)
	}
	return c
}

// parseAround reads what follows "around": the number of a quote. Without a slash, other
// words make the message a question.
func parseAround(args []string, slash bool) command {
	if len(args) == 2 && strings.EqualFold(args[0], "quote") {
		args = args[1:]
	}
	if len(args) == 1 {
		if n, ok := number(args[0]); ok && n > 0 {
			return command{verb: around, n: n}
		} else if ok {
			return command{verb: misaround}
		}
	}
	if slash || len(args) == 0 {
		return command{verb: misaround}
	}
	return command{verb: question}
}

// besideCite are the filler words that may follow "cite".
var besideCite = setOf("a all and as both each everything for format in it me number of one please pls quote quotes style that the them these this those")

// setOf returns a function that returns the set of the words in a list, made by its first call.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
		return set
	})
}

// number reads the number of a quote as it may be copied from a reply: 2, #2, [2].
func number(s string) (int, bool) {
	n, err := strconv.Atoi(strings.Trim(s, "#[]()"))
	return n, err == nil
}
