package bot

import (
	"strings"
	"sync"

	"newshound/answer"
)

// spokenCommands are commands as people say them, divided by semicolons.
var spokenCommands = sync.OnceValue(func() map[string]command {
	said := make(map[string]command)
	for _, s := range []struct {
		command   command
		sentences string
	}{
		{command{verb: more}, `more; more quotes; more results; some more; a few more; one more; any more; any more quotes; is there more;
			is there any more; are there more; are there any more; are there more quotes; are there any more quotes; show more; more of that; more on that; more on this; more on it;
			anything else; what else; and what else; what else is there; others; other quotes; any other quotes; another;
			another one; another quote; further quotes; the next; next; next quotes; next page; go on; keep going; continue;
			tell me more; more detail; more details; elaborate`},
		{command{verb: back}, `go back; previous; the previous; previous quotes; the previous quotes; the ones before`},
		{command{verb: around}, `around that quote; around this quote; around the quote; around that; around this; around it; more
			context; some context; the context; context; in context; it in context; that in context; what is around it; the
			paragraph; the whole paragraph; the full paragraph; the full quote; full quote; the whole quote; the rest of it; read more;
			expand; expand it; expand that; what comes next; what comes after; what comes before; before and after`},
		{command{verb: citation}, `who wrote that; who wrote this; who wrote it; where is that from; where is this from; where did you
			get that; where did you get this; where did that come from; where does that come from; where can i read this; where can
			i read that; where can i read it; where can i read more; where can i find this; where can i find that; where can
			i find it; link; links; a link; the link; the links; url; the url; source; the source; what is the source; article;
			the article; the articles; the full article; the whole article; full article; open the article; read the article;
			read me the article; which article; what article; which article is that; which article is this; when was this published; when was
			that published; when was it published; when was this written; when was that written; when was it written; what
			is the date; what is the date on this; what is the date on that; what is the date of this; what is the date
			of that; what date is that; what date is this; how do i cite this; how do i cite that; how do i cite it;
			how should i cite this; how should i cite that; reference; references; the reference; the references; which outlet; what outlet; which outlet is that; which outlet said that; which outlet reported that;
			which outlet wrote that; which outlet was that; who said that; who
			said this; who said it; says who; who says; who says so; who says that; according to who; according to whom; who told you that; who told them that; who told him that; who told her that; who told you; who reported that; who reported this;
			who reported it; who reports that; who reports this; who reports it; citation; citations; the citation`},
		{command{verb: help}, `help; help me; what can you do; what do you do; who are you; what are you; how does this work; how does
			it work; how do you work; what can i ask; how do i ask; what should i ask; are you there; who made you;
			who built you; commands; the commands; list commands; what are the commands; usage; menu; options; are you a bot; are you a robot; are you human; are you a person; are you an ai; are you real`},
		{command{verb: sources}, `what do you know; what do you have; what are your sources; which sources do you have; what sources do
			you have; which articles do you have; what is in
			the coverage; what does the coverage hold; what is the coverage about; what is this coverage about; what does
			the coverage say; what do you cover; what topics do you cover; what news do you have; what articles are
			there; what articles do you have; what are the articles about; what are these articles about; what do the
			articles cover; how many articles; how many articles do you have; how many articles are there; how many
			sources do you have; how much do you know; how far back do you go; which
			dates do you cover; what dates do you cover; what period do you cover; how recent is your coverage; how
			recent is the coverage; how up to date are you; when were you last updated; which sources are there; what sources are there; list sources; list the sources; list of sources; what is covered; what is your coverage; the coverage; how many sources are there`},
		{command{verb: sources, field: "outlet"}, `outlets; the outlets; which outlets are there; what outlets are there; which outlets do you have; what outlets do
			you have; list outlets; list the outlets; list of outlets; how many outlets do you have; how many outlets are there`},
		{command{verb: sources, field: "section"}, `sections; the sections; which sections are there; what sections are there; which sections do you have; what sections
			do you have; list sections; list the sections; list of sections; how many sections do you have; how many sections are there`},
		{command{verb: sources, field: "byline"}, `authors; the authors; bylines; which authors are there; what authors are there; which authors do you have; what authors do
			you have; list authors; list the authors; list of authors; how many authors do you have; how many authors are there;
			which bylines are there; what bylines are there; which bylines do you have; what bylines do you have; list bylines;
			list the bylines; list of bylines; how many bylines do you have; how many bylines are there; which reporters are there;
			what reporters are there; list reporters; list the reporters; list of reporters; how many reporters are there`},
		{command{verb: reform, form: answer.Compare}, `which outlets; what outlets; which papers; which newspapers; which sources; which outlets reported that; which
			outlets reported this; which outlets reported it; which outlets reported on that; which outlets reported on this; which
			outlets reported on it; which outlets covered that; which outlets covered this; which outlets covered it; which outlets
			cover that; which outlets cover this; which outlets cover it; which outlets said that; which outlets say that; which outlets
			wrote about that; which outlets wrote about this; which outlets wrote about it; which outlets have that; which outlets
			have this; which outlets have it; compare that; compare this; compare it; compare them; compare those; compare the two; compare both; compare outlets; compare the
			outlets; how do they differ; how do the outlets differ; how do they compare; how does that compare`},
		{command{verb: reform, form: answer.Timeline}, `timeline please; is there a timeline; do you have a timeline; can i see a timeline; can i get a timeline; a timeline; the timeline; show the timeline; timeline of that; timeline of this; in
			order; in order of time; in the order of time; who reported it first; who reported that first; who
			reported this first; who was first; which outlet was first; who first reported it; who first reported
			that; who first reported this; which outlet first reported it; which outlet reported it first; which
			outlet reported that first; which outlet first reported that; who was the first to report it; who was
			the first to report that`},
		{command{verb: recheck}, `is that real; is it real; is this real; is that quote real; is this quote real; is the quote real; is
			that quote exact; is that exact; is that verbatim; is that a real quote; is it a real quote; check it;
			check that; check this; check that quote; check this quote; check the quote; verify that; verify that
			quote; did he say that; did she say that; did they say that; is this verified; is that
			verified; is it verified; is that accurate; is this accurate; is it accurate; is that word for word; is this word
			for word; are these quotes real; are these real`},
		{command{verb: doubt}, `is that true; is this true; is it true; is that right; is that correct; is that so; is it so; true; really;
			seriously; are you sure; are you sure about that; are you certain; is that a fact; can i trust that`},
		{command{verb: courtesy}, `never mind; nevermind; forget it; forget that; start over; start again; reset; stop; cancel; new
			question; that is all; that's all; nothing; nothing else`},
		{command{verb: widen, field: "outlet"}, `any outlet; any outlets; all outlets; every outlet; in any outlet; in all outlets; drop the outlet;
			forget the outlet; ignore the outlet`},
		{command{verb: widen, field: "dates"}, `any date; any dates; all dates; any day; any time; whenever; drop the date; drop the dates; forget the
			date; ignore the date`},
		{command{verb: widen, field: "filters"}, `forget the filter; forget the filters; forget all filters; drop the filter; drop the filters; drop all
			filters; remove the filter; remove the filters; remove all filters; clear the filter; clear the filters; clear
			filters; clear all filters; ignore the filter; ignore the filters; no filter; no filters; without the filter;
			without filters; without any filter; reset the filter; reset the filters; reset filters; unfilter`},
		{command{verb: widen, field: "section"}, `any section; all sections; in any section; drop the section`},
		{command{verb: widen, field: "byline"}, `any author; any byline; by anyone; drop the author; drop the byline`},
		{command{verb: widen, field: "said"}, `any speaker; by any speaker; drop the speaker`},
		{command{verb: widen, field: "phrase"}, `any wording; in any words`},
		{command{verb: widen, field: "word"}, `leave nothing out; with any words`},
	} {
		for sentence := range strings.SplitSeq(s.sentences, ";") {
			said[strings.Join(strings.Fields(sentence), " ")] = s.command
		}
	}
	return said
})

// asSaid returns the words of a message as the sentences of spokenCommands are written.
func asSaid(words []string) string {
	s := strings.ReplaceAll(strings.ToLower(strings.Join(words, " ")), "’", "'")
	for _, asked := range []string{"what", "who", "where"} {
		if rest, ok := strings.CutPrefix(s, asked+"'s "); ok {
			s = asked + " is " + rest
		}
	}
	for _, kind := range []string{"please", "pls", "plz"} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, kind+" "), " "+kind)
	}
	for _, emphasis := range []string{"really", "actually", "exactly", "again"} {
		s = strings.TrimSuffix(strings.ReplaceAll(s, emphasis+" ", ""), " "+emphasis)
	}
	return strings.TrimRight(s, ",")
}

// spoken returns the command that some words say, perhaps as somebody asks for what is
// named: “can you show me the timeline”.
func spoken(words []string) (command, bool) {
	all := spokenCommands()
	s := asSaid(words)
	if c, ok := all[s]; ok {
		return c, true
	}
	for _, wish := range []string{"can you ", "could you ", "give me ", "show me ", "show "} {
		if rest, ok := strings.CutPrefix(s, wish); ok {
			s = rest
			if c, ok := all[s]; ok {
				return c, true
			}
		}
	}
	return command{}, false
}

// setOf returns the set of the words in a list, which is made when it is first called
// for.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
		return set
	})
}
