package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot"
)

// conversation is what a person says to the bot, turn by turn, and what is expected of the replies.
// In a file, conversations are separated by blank lines. Each turn is a line, followed by an
// indented line for each expectation. Lines that begin with # are comments.
type conversation struct {
	line  int // in the file, from 1
	turns []said
}

// said is a turn: what the person says, and what is expected of the reply.
type said struct {
	text   string
	expect []expectation
}

// expectation is something that holds of a right reply: a sign, and words.
//
//   - reads: the question that the turn has to be read as
//   - alone: no words; the turn has to be read as it is
//   - says: words of the reply's own sentences
//   - quote, first: words of one of its quotes, or of its first
//   - cites: words of a citation's outlet or byline
//   - not: words that none of its quotes may have
//
// Alternatives are separated by “ | ”.
type expectation struct{ sign, words string }

// readConversations reads a file of conversations. The error names the line.
func readConversations(r io.Reader, name string) ([]conversation, error) {
	var all []conversation
	open := false
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, "#"):
		case trimmed == "":
			open = false
		case trimmed == line:
			if !open {
				all, open = append(all, conversation{line: n}), true
			}
			c := &all[len(all)-1]
			c.turns = append(c.turns, said{text: line})
		case !open:
			return nil, fmt.Errorf("%s:%d: nothing is said that this is expected of", name, n)
		default:
			e := expectation{sign: trimmed}
			e.sign, e.words, _ = strings.Cut(trimmed, " ")
			if (e.words == "") != (e.sign == "alone") || !slices.Contains([]string{"reads", "alone", "says", "quote", "first", "cites", "not"}, e.sign) {
				return nil, fmt.Errorf("%s:%d: want reads, says, quote, first, cites or not with words, or alone", name, n)
			}
			turns := all[len(all)-1].turns
			turns[len(turns)-1].expect = append(turns[len(turns)-1].expect, e)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: there is no conversation", name)
	}
	for _, c := range all {
		for _, t := range c.turns[1:] {
			if len(t.expect) == 0 {
				return nil, fmt.Errorf("%s:%d: nothing is expected of the reply to %q", name, c.line, t.text)
			}
		}
	}
	return all, nil
}

// hold has the conversation with a bot, and returns what is wrong with the replies. Where a turn was
// read as something else, that is told, too.
func (c conversation) hold(ctx context.Context, h bot.Handler) []string {
	var wrong []string
	var last bot.Turn
	for _, t := range c.turns {
		r := h.Handle(ctx, bot.Message{Text: t.text, Last: last})
		for _, e := range t.expect {
			if what := e.missing(r, t.text); what != "" {
				said := t.text
				if q := r.Turn.Question; q != "" && q != said {
					said += "\n\tread " + q
				}
				wrong = append(wrong, fmt.Sprintf("%d: %s\n\twant %s %s\n\tgot  %s", c.line, said, e.sign, e.words, what))
			}
		}
		if r.Turn != (bot.Turn{}) {
			last = r.Turn
		}
	}
	return wrong
}

// missing returns what a reply has in place of what is expected, or "" where it is as expected.
func (e expectation) missing(r bot.Reply, asked string) string {
	var quotes []string
	for _, s := range r.Snippets {
		quotes = append(quotes, s.Quote)
	}
	sentences := strings.Join(append([]string{r.Text}, r.Notes...), " ")
	holds := func(q string) bool {
		return slices.ContainsFunc(strings.Split(e.words, " | "), func(w string) bool { return strings.Contains(q, w) })
	}
	ok, got := false, strings.Join(quotes, " | ")
	switch e.sign {
	case "reads":
		ok, got = r.Turn.Question == e.words, r.Turn.Question
	case "alone":
		ok, got = r.Turn.Question == asked, r.Turn.Question
	case "says":
		ok, got = holds(sentences), sentences
	case "quote":
		ok = slices.ContainsFunc(quotes, holds)
	case "first":
		ok = len(quotes) > 0 && holds(quotes[0])
	case "cites":
		ok = slices.ContainsFunc(r.Snippets, func(s answer.Snippet) bool { return holds(s.Cite.Article.Outlet) || holds(s.Cite.Article.Byline) })
		got = "other citations"
	case "not":
		ok = len(quotes) > 0 && !slices.ContainsFunc(quotes, holds)
	}
	if ok {
		return ""
	}
	return got + " "
}

// converse has the conversations in a file, and prints how many go right.
func (f *evalFlags) converse(ctx context.Context, env *environment) error {
	all, err := readWith(f.conversations, readConversations)
	if err != nil {
		return fmt.Errorf("read conversations: %w", err)
	}
	engine, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	relay := bot.NewRelay(engine, bot.Options{Now: func() time.Time { return *f.today }})
	right := 0
	var report strings.Builder
	for _, c := range all {
		wrong := c.hold(ctx, relay)
		if len(wrong) == 0 {
			right++
		}
		if f.misses {
			for _, w := range wrong {
				report.WriteString(w + "\n")
			}
		}
	}
	fmt.Fprintf(&report, "conversations  %d of %d go right\n", right, len(all))
	_, err = io.WriteString(env.stdout, report.String())
	return errors.Join(err, ctx.Err())
}
