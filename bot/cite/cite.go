// Package cite tells where a quote is from: in plain words, as an entry of a list of
// references, and as a link.
//
// [Quote] puts a citation into words, part by part, and [Article] what is known of an
// article (citation.go), with speech.go for who speaks in the quote and copies.go for where
// else it stands. [Styles] are the forms of references (style.go): those in words are in
// reference.go, with author.go for what a byline says and date.go for when; those for
// programs in bibtex.go, csl.go and selector.go. [LinkToQuote] leads a browser to the
// quote in the page of its article (fragment.go).
//
// Nothing here escapes: what it returns is text, for an adapter to render. Nor does it
// check a quote, which [newshound/bot.ReplyTo] does.
package cite
