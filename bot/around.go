package bot

import (
	"fmt"

	"newshound/answer"
	"newshound/corpus"
)

// aroundQuote answers the command "around N": it shows the quote's paragraph, with the quote
// marked, between the paragraphs before and after it. If n is 0, it is about the first of the
// quotes that were shown last.
func aroundQuote(a *answer.Answer, last Turn, n int) Reply {
	quotes := verified(a, last)
	if n == 0 {
		n = last.Page.first()
	}
	for _, s := range quotes {
		if s.Cite.N != n {
			continue
		}
		reply := Reply{Text: fmt.Sprintf("Around quote %d:", n), Passage: true, Turn: last}
		before, after := neighbours(s.Cite.Article, s.Cite.Paragraph)
		if before >= 0 {
			reply.Snippets = append(reply.Snippets, paragraphOf(s, before))
		}
		reply.Snippets = append(reply.Snippets, inParagraph(s))
		if after >= 0 {
			reply.Snippets = append(reply.Snippets, paragraphOf(s, after))
		}
		if len(reply.Snippets) == 1 {
			reply.Notes = []string{"That paragraph is the whole story."}
		}
		return reply
	}
	return noQuote(n, quotes, last)
}

// neighbours returns the indexes of the paragraphs before and after the i-th paragraph of an
// article. It skips captions and credits, and returns -1 where there is no paragraph.
func neighbours(a *corpus.Article, i int) (before, after int) {
	before, after = i-1, i+1
	for before >= 0 && a.Paragraphs[before].Kind != corpus.Text {
		before--
	}
	for after < len(a.Paragraphs) && a.Paragraphs[after].Kind != corpus.Text {
		after++
	}
	if after == len(a.Paragraphs) {
		after = -1
	}
	return before, after
}

// paragraphOf returns a snippet that quotes the i-th paragraph of the article of s,
// without a mark.
func paragraphOf(s answer.Snippet, i int) answer.Snippet {
	s.Cite.Paragraph = i
	s.Cite.Span = s.Cite.Where().Span
	s.Quote, s.Marks = s.Cite.Article.Text(s.Cite.Span), nil
	return s
}

// inParagraph returns the snippet that quotes the whole paragraph, with the quote
// of s as its one mark.
func inParagraph(s answer.Snippet) answer.Snippet {
	quote := s.Cite.Span
	s = paragraphOf(s, s.Cite.Paragraph)
	s.Marks = []corpus.Span{{Start: quote.Start - s.Cite.Start, End: quote.End - s.Cite.Start}}
	return s
}
