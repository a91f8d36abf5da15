package corpus

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// outline writes an article's paragraphs one a line: the number, a letter for
// the kind ("t", "c" or "r" for a credit), the text, and the lead-in.
func outline(a *Article) string {
	var b strings.Builder
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "%d%c %s", p.N, "tcr"[p.Kind], a.Text(p.Span))
		if p.LeadIn.Len() > 0 {
			fmt.Fprintf(&b, " << %s", a.Text(p.LeadIn))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// layoutCase is one text and the outline of its article.
type layoutCase struct {
	name string
	meta Meta
	body string
	want string
}

func (c layoutCase) run(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		a := NewArticle(c.meta, c.body)
		if got := outline(a); got != c.want {
			t.Errorf("body:\n%s\ngot:\n%swant:\n%s", c.body, got, c.want)
		}
		checkParagraphs(t, a)
	})
}

// checkParagraphs fails if an article's paragraphs are not what [paragraphs]
// promises.
func checkParagraphs(t *testing.T, a *Article) {
	t.Helper()
	end, n := 0, 0
	for i, p := range a.Paragraphs {
		if p.Start < end || p.End > len(a.Body) || p.Len() <= 0 {
			t.Fatalf("paragraph %d: range %v after %d, in %d bytes", i, p.Span, end, len(a.Body))
		}
		text := a.Text(p.Span)
		if trim(a.Body, p.Span) != p.Span {
			t.Errorf("paragraph %d is not trimmed: %q", i, text)
		}
		if utf8.ValidString(a.Body) && !utf8.ValidString(text) {
			t.Errorf("paragraph %d is cut inside a character: %q", i, text)
		}
		if p.N < 1 || p.N < n || p.N > n+1 {
			t.Errorf("paragraph %d has number %d after %d", i, p.N, n)
		}
		if p.Kind == Text {
			n = p.N
		}
		if p.LeadIn.Len() > 0 && (p.LeadIn.End > p.Start || p.Kind != Text) {
			t.Errorf("paragraph %d at %v has lead-in %v", i, p.Span, p.LeadIn)
		}
		end = p.End
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []layoutCase{
		{name: "nothing"},
		{name: "white space only", body: " \r\n\t\u00A0\n"},
		{
			name: "blank lines separate paragraphs",
			body: "The dam held.\n\nThe river fell on Sunday.\n\n\nNobody was hurt.",
			want: "1t The dam held.\n2t The river fell on Sunday.\n3t Nobody was hurt.\n",
		},
		{
			name: "a line of spaces that do not break is blank",
			body: "The dam held.\n\u00A0 \u200B\nThe river fell on Sunday.\u00A0\n",
			want: "1t The dam held.\n2t The river fell on Sunday.\n",
		},
		{
			name: "every kind of line end, and a byte order mark",
			body: "\uFEFFThe dam held.\r\n\r\nThe river fell.\r\rNobody was hurt.\n\nIt rained.",
			want: "1t The dam held.\n2t The river fell.\n3t Nobody was hurt.\n4t It rained.\n",
		},
		{
			name: "each line is a paragraph where lines are not wrapped",
			body: "The dam above Millbrook held through the night, and the engineers who watched it say that it will hold for longer than that.\nThe river fell on Sunday.\nNobody was hurt.\n",
			want: "1t The dam above Millbrook held through the night, and the engineers who watched it say that it will hold for longer than that.\n2t The river fell on Sunday.\n3t Nobody was hurt.\n",
		},
		{
			name: "a block is a paragraph where lines are wrapped",
			body: "The dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold.\n\nNobody was hurt, though many of the houses along the\nriver stand in water to their windows. The mayor\nasked people to stay away.\n",
			want: "1t The dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold.\n2t Nobody was hurt, though many of the houses along the\nriver stand in water to their windows. The mayor\nasked people to stay away.\n",
		},
		{
			name: "a credit in a wrapped text is not joined to its caption",
			body: "Water stands in Mill Street on Sunday, a day after the\nriver left its bed\nPhoto: Jane Doe\n\nNobody was hurt, though many of the houses along the\nriver stand in water to their windows. The mayor\nasked people to stay away.\n",
			want: "1c Water stands in Mill Street on Sunday, a day after the\nriver left its bed\n1r Photo: Jane Doe\n1t Nobody was hurt, though many of the houses along the\nriver stand in water to their windows. The mayor\nasked people to stay away.\n",
		},
		{
			name: "a short line in a wrapped text ends its paragraph",
			body: "DAM HOLDS IN FLOOD\nThe dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold.\n\nNobody was hurt, though many of the houses along the\nriver stand in water.\nThe mayor asked people to stay away from the bridges,\nand from the river.\n",
			want: "1t DAM HOLDS IN FLOOD\n2t The dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold.\n3t Nobody was hurt, though many of the houses along the\nriver stand in water.\n4t The mayor asked people to stay away from the bridges,\nand from the river.\n",
		},
		{
			name: "an indent starts a paragraph of a wrapped text, and a short line does not end one",
			body: "Members of the Valley Water and\nPower Board say that the dam above Millbrook will hold\nthrough the night.\n    The river fell on Sunday, though many of the houses in\nMill Street stand in water.\n    Nobody was hurt.\n    \"We were lucky,\" said Jane Doe, who runs the ferry, and\nwent on to row.\n Wire",
			want: "1t Members of the Valley Water and\nPower Board say that the dam above Millbrook will hold\nthrough the night.\n2t The river fell on Sunday, though many of the houses in\nMill Street stand in water.\n3t Nobody was hurt.\n4t \"We were lucky,\" said Jane Doe, who runs the ferry, and\nwent on to row.\n5t Wire\n",
		},
		{
			name: "a headline above such a text",
			body: "DAM HOLDS IN FLOOD\nThe dam above Millbrook held through the night, say the\nengineers who watched it.\n\tThe river fell on Sunday, though many of the houses in\nMill Street stand in water.\n",
			want: "1t DAM HOLDS IN FLOOD\n2t The dam above Millbrook held through the night, say the\nengineers who watched it.\n3t The river fell on Sunday, though many of the houses in\nMill Street stand in water.\n",
		},
		{
			name: "the indent of something quoted does not start a paragraph at each line",
			body: "The dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold. The\nboard wrote:\n    We ask everybody to stay away from the bridges of\n    Millbrook and from the river, which may rise again\n    on Monday.\nNobody was hurt, though many of the houses along the\nriver stand in water to their windows.\n",
			want: "1t The dam above Millbrook held through the night, and the\nengineers who watched it say that it will hold. The\nboard wrote:\n2t We ask everybody to stay away from the bridges of\n    Millbrook and from the river, which may rise again\n    on Monday.\n3t Nobody was hurt, though many of the houses along the\nriver stand in water to their windows.\n",
		},
		{
			name: "two lines, the first of which a dateline was cut off",
			body: "The Valley Water Board said its\ndam has held through the night, and the river has begun to fall in\nMillbrook.\n Reuter\n",
			want: "1t The Valley Water Board said its\ndam has held through the night, and the river has begun to fall in\nMillbrook.\n",
		},
		{
			name: "lines that go on with names, and a note to a table",
			body: "Rain in March, 12 inches\nIn April, 9 inches\nNOTE: What fell in Millbrook and in Eastbrook on Sunday is told by\nthe Valley Water and Power Board\nReuter\n",
			want: "1t Rain in March, 12 inches\n2t In April, 9 inches\n3t NOTE: What fell in Millbrook and in Eastbrook on Sunday is told by\nthe Valley Water and Power Board\n",
		},
		{
			name: "links of Markdown to other pages",
			body: "The dam held, [the board](https://board.example/dam) says.\n\n[The board on the dam](https://board.example/dam)\n\nPickup - [gazette.example](https://gazette.example/dam)\n\n* [Mill Street is dry.](https://gazette.example/street)\n\n[See](the map)\n",
			want: "1t The dam held, [the board](https://board.example/dam) says.\n2t * [Mill Street is dry.](https://gazette.example/street)\n3t [See](the map)\n",
		},
		{
			name: "a list is not wrapped text",
			body: "What to bring to the shelter:\n\nwater\nblankets\na torch\n",
			want: "1t What to bring to the shelter:\n2t water\n3t blankets\n4t a torch\n",
		},
		{
			name: "a line of ornaments is no paragraph",
			body: "The dam held.\n\n* * *\n\n___\n\nThe river fell.",
			want: "1t The dam held.\n2t The river fell.\n",
		},
		{
			name: "the marks of a heading and a block quotation are not quoted",
			body: "The dam held.\n\n## What happens now\n\n> The river falls.",
			want: "1t The dam held.\n2t What happens now\n3t The river falls.\n",
		},
		{
			name: "a header is no paragraph",
			body: "Headline: Dam holds\nOutlet: The Valley Post\n\nThe dam held.",
			want: "1t The dam held.\n",
		},
		{
			name: "nor is front matter",
			body: "---\ntitle: \"Dam holds\"\ntags: [dam]\n---\nThe dam held.",
			want: "1t The dam held.\n",
		},
		{
			name: "a first line with a colon is no header",
			body: "Verdict: the dam holds.\n\nNobody was hurt.",
			want: "1t Verdict: the dam holds.\n2t Nobody was hurt.\n",
		},
	} {
		c.run(t)
	}
}

func BenchmarkNewArticle(b *testing.B) {
	para := "The dam above Millbrook held through the night, and the engineers who watched it say that “it will hold” for longer than that.\n\n"
	body := "Weather\n\nDam holds\n\n" + strings.Repeat(para, 12) + "[More: How dams are built]\n\n" + strings.Repeat(para, 12) + "Water in Mill Street.\nPhoto: Jane Doe\n\nRelated Content"
	meta := Meta{Headline: "Dam holds", Section: "Weather"}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		NewArticle(meta, body)
	}
}
