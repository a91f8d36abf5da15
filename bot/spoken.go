package bot

import (
	"slices"
	"strings"

	"newshound/answer"
)

// spokenCommands are commands as people say them, separated by semicolons. Parentheses hold
// alternatives: “(the|) url” is “the url” or “url”.
var spokenCommands = []struct {
	command   command
	sentences string
}{
	{command{verb: more}, `(some|a few|one|any|) more; (any|) more quotes; more results;
		more (of|on) (that|this|it); more (detail|details); elaborate;
		anything else; (and|) what else (is there|); (any|) other quotes; others; another (one|quote|); further quotes;
		(the|) next; next (quotes|page); go on; keep going; continue`},
	{command{verb: repeat}, `repeat (that|it|); say that`},
	{command{verb: back}, `go back; (the|) previous (quotes|); the ones before`},
	{command{verb: around}, `around (that|this|the) quote; around (that|this|it); what is around it;
		(more|some|the|) context; (it|that|) in context; read more; the rest of it; expand (it|that|);
		the (whole|full|) paragraph; (the|) full quote; the whole quote; what comes (next|after|before); before and after`},
	{command{verb: citation}, `(the|) (citation|citations); (the|) (reference|references); how (do|should) i cite (this|that|it);
		(the|) source; (a|the|) link; (the|) (links|url);
		where is (that|this) from; where (did|does) that come from; where did you get (that|this);
		where can i (read|find) (this|that|it); where can i read more;
		(the|) article; the articles; (the|) full (article|text|story); the (whole|entire) (article|text|story); (open|read|read me) the article;
		(which|what) article; which article is (that|this); (which|what) outlet; which outlet (is|was|said|reported|wrote) that;
		who (wrote|said|reported|reports) (that|this|it); who says (so|that|); says who; according to (who|whom);
		who told (you|them|him|her) that; who told you;
		when was (this|that|it) (published|written); (what is|) the date; date; what is the date (on|of) (this|that); when is (this|that|it) from; (the|) author; who is (this|that|it) by; what date is (that|this)`},
	{command{verb: help}, `help (me|); (the|) commands; list commands; usage; menu; options;
		what (can|do) you do; (who|what) are you; what is your name; who (made|built) you; are you there; how can you help (me|);
		are you (a bot|a robot|human|a person|an ai|real); how does (this|it) work; how do you work;
		what (can|should) i ask (you|); how do i ask; examples`},
	{command{verb: sources}, `what are your sources; (which|what) (sources|articles) (do you have|are there); list (the|of|) sources;
		how many (articles|sources) (do you have|are there|);
		what do you (know|have|cover); how much do you know; what (topics do you cover|news do you have);
		the coverage; what is your coverage; what is covered; what is in the coverage;
		what does the coverage (hold|say); what is (the|this) coverage about; what are (the|these) articles about;
		what do the articles cover; (which|what) dates do you cover; what period do you cover; how far back do you go;
		how recent is (your|the) coverage; how up to date are you; when were you last updated`},
	{command{verb: sources, field: "outlet"}, `(the|) outlets; (which|what) outlets (do you have|are there); list (the|of|) outlets;
		how many outlets (do you have|are there)`},
	{command{verb: sources, field: "section"}, `(the|) sections; (which|what) sections (do you have|are there); list (the|of|) sections;
		how many sections (do you have|are there)`},
	{command{verb: sources, field: "byline"}, `(the|) authors; bylines; (which|what) (authors|bylines|reporters) (do you have|are there);
		list (the|of|) (authors|bylines|reporters); how many (authors|bylines|reporters) (do you have|are there)`},
	{command{verb: reform, form: answer.Compare}, `(which|what) outlets; which (papers|newspapers|sources);
		(which|what) outlets (report|reported|report on|reported on|cover|covered|wrote about|have|had|carry|carried) (that|this|it|the story);
		(which|what) outlets (said|say) that; who covered (it|that|this);
		compare (that|this|it|them|those|both|the two|(the|) outlets); how do (they|the outlets) differ;
		how do they compare; how does that compare`},
	{command{verb: reform, form: answer.Timeline}, `(a|the) timeline; timeline of (that|this); in order (of time|); in the order of time;
		(who|which outlet|what outlet) was first; (who|which outlet|what outlet) first (reported|had) (it|that|this);
		(who|which outlet|what outlet) (reported|had|wrote|broke) (it|that|this|the story|the news) first;
		(who|which outlet|what outlet) broke (the|this|that) (story|news); (which|what) outlet broke (it|this|that);
		who was (the|) first to report (it|that|this)`},
	{command{verb: recheck}, `is (that|this|it) (real|verified|accurate); is (that|this|the) quote real; is that (quote|) exact;
		is (that|this|it) a (direct|literal|verbatim|) quote; are (those|these|they) (direct|literal|verbatim|) quotes; is (that|this|it) verbatim; (is|are) (that|this|those|these) (his|her|their) (exact|own|very|actual|) words; is (that|it) a real quote; is (that|this) word for word; are these (quotes|) real;
		check (it|that|this); check (that|this|the) quote; verify that (quote|); did (he|she|they) say that`},
	{command{verb: doubt}, `is (that|this|it) true; is that (right|correct|so|a fact); is it so; true; really; seriously;
		are you sure (about that|); are you certain; can i trust that`},
	{command{verb: courtesy}, `never mind; nevermind; forget (it|that); start (over|again); reset; stop; cancel; new question;
		(that is|that's) all; nothing (else|)`},
	{command{verb: widen, field: "outlet"}, `(in|) any outlet; any outlets; (in|) all outlets; every outlet; (drop|forget|ignore) the outlet`},
	{command{verb: widen, field: "dates"}, `any (date|dates|day|time); all dates; whenever; (drop|forget|ignore) the (date|dates)`},
	{command{verb: widen, field: "section"}, `(in|) any section; all sections; (drop|forget|ignore) the section`},
	{command{verb: widen, field: "byline"}, `any (author|byline); by anyone; (drop|forget|ignore) the (author|byline)`},
	{command{verb: widen, field: "said"}, `(by|) any speaker; (drop|forget|ignore) the speaker`},
	{command{verb: widen, field: "phrase"}, `any wording; in any words`},
	{command{verb: widen, field: "word"}, `leave nothing out; with any words`},
	{command{verb: widen, field: "filters"}, `(forget|drop|remove|clear|ignore|reset) (the filter|(the|all|) filters);
		no (filter|filters); without (the filter|any filter|filters); unfilter`},
}

// saidFor returns the command that some words say, which are in the form of asSaid. It expands
// only sentences that contain each of the words: to expand all of them takes a new process
// longer than to look one message up.
func saidFor(words string) (command, bool) {
	for _, c := range spokenCommands {
		if !hasEach(c.sentences, words) {
			continue
		}
		for sentence := range strings.SplitSeq(c.sentences, ";") {
			if hasEach(sentence, words) && slices.Contains(variants(sentence), words) {
				return c.command, true
			}
		}
	}
	return command{}, false
}

// hasEach reports whether a text has each of some words, perhaps as parts of others. A text that
// is shorter than the words together cannot be what they say, and counts as not having them.
func hasEach(text, words string) bool {
	if len(words) > len(text) {
		return false
	}
	for w := range strings.FieldsSeq(words) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// variants expands a sentence with alternatives.
func variants(sentence string) []string {
	open := strings.LastIndexByte(sentence, '(') // the innermost first
	if open < 0 {
		return []string{strings.Join(strings.Fields(sentence), " ")}
	}
	group, after, _ := strings.Cut(sentence[open+1:], ")")
	var all []string
	for part := range strings.SplitSeq(group, "|") {
		all = append(all, variants(sentence[:open]+part+after)...)
	}
	return all
}

// asSaid returns the words of a message in the form in which spokenCommands are written: in lower
// case, without contractions, “please” and the like.
func asSaid(words []string) string {
	s := strings.ReplaceAll(strings.ToLower(strings.Join(words, " ")), "’", "'")
	for _, asked := range []string{"what", "who", "where"} {
		if rest, ok := strings.CutPrefix(s, asked+"'s "); ok {
			s = asked + " is " + rest
		}
	}
	for _, lead := range []string{"no, ", "ok, ", "ok "} {
		s = strings.TrimPrefix(s, lead)
	}
	for _, kind := range []string{"please", "pls", "plz"} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, kind+" "), " "+kind)
	}
	s = strings.TrimRight(s, ",")
	for _, emphasis := range []string{"really", "actually", "exactly", "again"} {
		s = strings.TrimSuffix(strings.ReplaceAll(s, emphasis+" ", ""), " "+emphasis)
	}
	return s
}

// spoken returns the command that some words say, also within a wish (“can you show me the
// timeline”) or with a person (“is there more from her”).
func spoken(words []string) (command, bool) {
	s := asSaid(words)
	if c, ok := saidFor(s); ok {
		return c, true
	}
	for _, whose := range []string{"him", "her", "them"} {
		s = strings.TrimSuffix(strings.TrimSuffix(s, " from "+whose), " by "+whose)
	}
	for _, wish := range []string{"", "can you ", "could you ", "can i get ", "can i see ", "let me see ", "give me ", "send me ", "show me ", "show ", "tell me ",
		"do you have ", "is there ", "are there ", "what is ", "what are "} {
		if wished, ok := strings.CutPrefix(s, wish); ok && (wish != "what is " || wished != "next") { // what comes of it
			s = wished
			if c, ok := saidFor(s); ok {
				return c, true
			}
		}
	}
	return command{}, false
}
