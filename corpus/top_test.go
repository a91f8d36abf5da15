package corpus

import "testing"

func TestTop(t *testing.T) {
	meta := Meta{Headline: "Dam holds in Millbrook’s ‘worst’ flood", Section: "Weather", Outlet: "The Valley Post", Byline: "Jane Doe"}
	const lead = "The dam above Millbrook held through the night, and the engineers say that it will."
	for _, c := range []layoutCase{
		{
			name: "what is known is not repeated",
			meta: meta,
			body: "WEATHER\n\nDam holds in Millbrook's  'worst' flood.\n\nThe Valley Post\n\nBy Jane Doe\n\n" + lead,
			want: "1t " + lead + "\n",
		},
		{
			name: "a headline without the outlet that its page's title has",
			meta: Meta{Headline: "Dam holds | The Valley Post"},
			body: "Dam holds\n\n" + lead,
			want: "1t " + lead + "\n",
		},
		{
			name: "a Markdown heading",
			meta: Meta{Headline: "Dam holds"},
			body: "# Dam holds\n\n" + lead,
			want: "1t " + lead + "\n",
		},
		{
			name: "a picture may stand between",
			meta: meta,
			body: "Weather\n\nMill Street on Sunday.\nPhoto: Jane Doe\n\nDam holds in Millbrook’s ‘worst’ flood\n\n" + lead,
			want: "1c Mill Street on Sunday.\n1r Photo: Jane Doe\n1t " + lead + "\n",
		},
		{
			name: "forms of bylines, times and datelines",
			body: "By Jane Doe and John Roe, Valley Post\n\nPublished 3 March 2023, 4:05 p.m.\n\nMarch 3, 2023 at 4:05 PM\n\nMILLBROOK, Maine CNN —\n\n" + lead,
			want: "1t " + lead + "\n",
		},
		{
			name: "names where the headline is known",
			meta: meta,
			body: "John Roe\n\nAssociated Press\n\n" + lead,
			want: "1t " + lead + "\n",
		},
		{
			name: "names stay where it is not, and above what is no lead",
			body: "Dam Holds\n\n" + lead,
			want: "1t Dam Holds\n2t " + lead + "\n",
		},
		{
			name: "names stay above a short line",
			meta: meta,
			body: "John Roe\n\nIt held.",
			want: "1t John Roe\n2t It held.\n",
		},
		{
			name: "sentences of the story stay",
			meta: meta,
			body: "By noon the water had gone.\n\nDam holds in Millbrook’s ‘worst’ flood\n\nUpdated plans came on 3 March.",
			want: "1t By noon the water had gone.\n2t Dam holds in Millbrook’s ‘worst’ flood\n3t Updated plans came on 3 March.\n",
		},
		{
			name: "nothing that is unknown is dropped",
			body: "Weather\n\n" + lead,
			want: "1t Weather\n2t " + lead + "\n",
		},
	} {
		c.run(t)
	}
}
