// Package cite tells where a quote is from: in plain words, as an entry of a list of
// references, and as a link.
//
// [Quote] puts a citation into words, part by part, and [Article] what is known of an article
// (citation.go); speech.go says who speaks in the quote, and copies.go where else it stands.
// [Styles] are the forms of references (style.go). reference.go has those for people, with
// author.go to read bylines and date.go for dates; bibtex.go, csl.go and selector.go have those
// for programs. [LinkToQuote] leads a browser to the quote on the page of its article
// (fragment.go).
//
// Nothing here escapes: what it returns is text, for an adapter to render. Nor does it
// check a quote, which [newshound/bot.ReplyTo] does.
package cite
