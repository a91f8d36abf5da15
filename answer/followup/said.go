package followup

import (
	"regexp"
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

// The forms of follow-ups about who speaks, in the words of a [syntax.Spelling].
var (
	onlyWhatSaid = analysis.Pattern(`^(?:only|just) (?:what |the ones that )(.+?) (?:has |have |had |)(?:said|says|say|told|wrote|tweeted)(?: (?:of|about) (?:it|that|this))?(?: please)?$`)
	onlySaidBy   = analysis.Pattern(`^(?:only |just )?(?:what is |what was |things |quotes )?said by (.+?)(?: please)?$|^(?:only|just) (?:the )?(?:words|quotes|statements|remarks) (?:by|of|from) (.+?)(?: please)?$`)
	saysOnly     = analysis.Pattern(`^what (?:exactly )?(?:did|does|do|has|have) (he|she|they) (?:exactly |actually )?(?:say|said)(?: exactly| verbatim| word for word)?$`)
	saysAnything = analysis.Pattern(`^(?:did (?:he|she|they) say )?(?:anything|something|more) (?:else )?(?:about|on|regarding) (.+)$`)
	whatElseSaid = analysis.Pattern(`^what (?:else|more) (?:did|does|has|have|had) (.+) (?:say|said|tell|told)$`)
)

// speaker reads a follow-up that asks for nothing but what one person says, “only what Wray said”: if the
// question before asks what another says, Wray takes their place; any other question is restricted to
// what Wray says.
func (f *follower) speaker() bool {
	name := ""
	for _, form := range []func() *regexp.Regexp{onlyWhatSaid, onlySaidBy} {
		if m := form().FindStringSubmatch(f.rest); m != nil {
			name = strings.Join(m[1:], "")
			break
		}
	}
	if name == "" || len(strings.Fields(name)) > speaker.MostWords {
		return false
	}
	if kind := pronouns[name]; kind == person {
		found, err := f.antecedents(kind, genders[name])
		if f.err = err; err != nil || len(found) != 1 {
			return false
		}
		name = found[0]
	} else if kind != "" || len(speaker.New(name)) == 0 {
		return false
	} else if name = f.typed(strings.TrimPrefix(name, "the ")); strings.ContainsRune(name, ',') {
		return false
	}
	return f.saidBy(name)
}

// saidBy restricts the question before to what somebody says, or puts them in the place of whose words it
// asks for.
func (f *follower) saidBy(name string) bool {
	d := &f.previous
	if asked := f.parse(d.Text); asked.speech && asked.hasSubject && asked.subjectNamed {
		d.Replace(asked.subject, name)
		return true
	}
	d.Set(syntax.FieldSaid, name)
	return true
}

// moreSaid reads a follow-up that asks for more of a list of what somebody says: “what else did she say?”
func (f *follower) moreSaid() bool {
	m := whatElseSaid().FindStringSubmatch(f.rest)
	if m == nil || !f.previous.OnlySpeakers() {
		return false
	}
	if isPronoun(m[1]) {
		fits, err := f.ofGender(f.previous.Speakers(), genders[m[1]])
		f.err = err
		return len(fits) > 0
	}
	return slices.ContainsFunc(f.previous.Speakers(), func(s string) bool {
		return speaker.New(m[1]).Names(s) || speaker.New(s).Names(m[1])
	})
}

// saidOn reads “anything about Ellison?” after a question what somebody says: it asks what they say about
// her.
func (f *follower) saidOn() bool {
	m := saysAnything().FindStringSubmatch(f.rest)
	if len(m) == 0 || isPronoun(m[1]) || len(strings.Fields(m[1])) > longestTopic {
		return false
	}
	d := &f.previous
	asked := f.parse(d.Text)
	if !asked.speech || !asked.hasSubject || asked.verb == 0 {
		return false
	}
	verb := asked.tokens[asked.verb]
	d.Text = d.Text[:verb.End] + " about " + f.typed(m[1]) + "?"
	return true
}

// both reads “and Pochettino about him?”: another speaker and another topic, which may be who spoke in the
// question before. After a question that does not ask what somebody says, it asks that.
func (f *follower) both() bool {
	name, topic, ok := strings.Cut(f.rest, " about ")
	if !ok || !f.led || topic == "" || asks().MatchString(f.rest) || len(strings.Fields(f.rest)) > longestTopic {
		return false
	}
	d := &f.previous
	subject, about := f.typed(name), f.typed(topic)
	asked := f.parse(d.Text)
	if beside := syntax.AsideIn(d.Text, asked.tokens); asked.hasSubject && asked.topic.Start > asked.subject.End && asked.topic.End <= beside {
		switch {
		case pronouns[topic] == thing:
			about = d.Text[asked.topic.Start:asked.topic.End]
		case isPronoun(topic):
			about = d.Text[asked.subject.Start:asked.subject.End]
		}
		d.Replace(asked.topic, about)
		d.Replace(asked.subject, subject)
		return true
	}
	if n, named := f.named(len(strings.Fields(f.rest))); !named || isPronoun(topic) || f.text[n.Start:n.End] != subject {
		return false
	}
	d.Drop(syntax.FieldSaid)
	d.Form, d.Text = "", "What did "+subject+" say about "+about+"?"
	return true
}

// listed reads what follows a list of what somebody says: “and Trump?” asks for what
// another says, “and about Russia?” for what of it is about that.
func (f *follower) listed() bool {
	d := &f.previous
	if !d.OnlySpeakers() {
		return false
	}
	words := strings.Fields(f.rest)
	if topic, ok := cutTopic(f.rest); ok && len(words) <= longestTopic && !asks().MatchString(topic) {
		d.Text = f.typed(topic)
		return true
	}
	if f.led && answertype.Prepositions(words[0]) && len(words) <= longestTopic {
		d.Text = f.typed(f.rest) // and in Helsinki
		return true
	}
	if !f.led || len(words) > speaker.MostWords || asks().MatchString(f.rest) || isPronoun(words[0]) || f.isOutlet(f.rest) {
		return false
	}
	if _, named := f.named(len(words)); !named {
		return false
	}
	d.Set(syntax.FieldSaid, f.typed(f.rest))
	return true
}

// saidOf returns what “what did he say?” asks after a question on something else: what he said about
// that, if the coverage has it, and otherwise text, which asks for all that he said. It is text, too, if
// that question asks what somebody said, who he is, or of something that he was at.
func (f *follower) saidOf(name, text string) string {
	asked, topic := f.parse(f.previous.Text), f.topic()
	attends := func(t analysis.Token) bool { return locatives(t.Word) || attendances(t.Term) }
	isSomebody := len(asked.tokens) > 2 && asked.tokens[0].Word == "who" && answertype.Beings(asked.tokens[1].Word) && (asked.tokens[2].Upper || !participle(asked.tokens[2].Word))
	if asked.speech || topic == "" || name == "" || isSomebody || slices.ContainsFunc(asked.tokens, attends) {
		return text
	}
	if asked.whoDid() {
		of := "What did " + name + " say (" + f.gist() + ")?"
		if w, last := f.weigh(of), f.weigh(f.previous.String()); w.Best.Article != nil && slices.Contains(last.Articles, w.Best.Article) && f.engine.Says(w.Best.Article, name) {
			return of // the winner, in the report of the game
		}
		return text
	}
	of := "What did " + name + " say about " + topic + "?"
	if asks().MatchString(analysis.Fold(topic)) {
		of = "What did " + name + " say (" + topic + ")?"
	}
	if w := f.weigh(of); !strings.Contains(topic, syntax.LastWord(name)) && w.Sure && w.Quotes(f.analyzer.Tokens(topic)) {
		return of
	}
	return text
}

// attendances are verbs of being somewhere.
var attendances = analysis.Terms("attend join visit")
