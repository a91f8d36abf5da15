package corpus

import (
	"strings"
	"testing"
)

// TestFurniture has the rules for what is dropped, each with what comes close to
// it and stays.
func TestFurniture(t *testing.T) {
	for _, rule := range []struct {
		name string
		drop []string
		keep []string
	}{
		{
			name: "buttons and headings of a page",
			drop: []string{"Related Content", "RELATED ARTICLES", "Related stories:", "Read more", "READ MORE:", "Read more…", "► Read more", "Up next", "Share this article",
				"Leave a comment", "View Comments", "Subscribe", "Most read", "Loading . . .", "Don’t miss", "Table of Contents", "**Related Content**", "[Read more](https://example.com/dam)"},
			keep: []string{"Related content was removed by the site on Sunday.", "Read more than one book.", "Comments by the mayor drew anger.", "Most read the letter.", "Water levels", "What to know"},
		},
		{
			name: "ends, as agencies mark them",
			drop: []string{"-30-", "Reuter", " REUTER", "ENDS", "(ends)", "# # #"},
			keep: []string{"Reuters said so.", "It ends."},
		},
		{
			name: "advertisements",
			drop: []string{"Ad Feedback", "Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Article continues below this ad", "ADVERTISEMENT Article continues below this ad",
				"Continue reading the main story", "Sponsored content", "Scroll to continue", "Story continues below.", "Skip past newsletter promotion"},
			keep: []string{"The story continues.", "The ad ran on Sunday.", "Advertisements for the dam continue to run.", "This story by the sponsors"},
		},
		{
			name: "rows of buttons to share",
			drop: []string{"Facebook Twitter Whatsapp Reddit Email Share", "Share this story on Facebook", "Email this story", "Print | Email | Share", "Share on Twitter"},
			keep: []string{"On Facebook", "The post on Facebook", "Facebook and Twitter said so.", "By email with friends"},
		},
		{
			name: "links in brackets",
			drop: []string{"[More: How dams are built]", "[Opinion: Our dams are old]", "[Read more: How dams are built]", "[WATCH: The river rises]", "[Related: Floods of 1953]", "[Click here to see the map]", "[Read more]", "[Also read: How dams are built.]"},
			keep: []string{"[Editor’s note: The mayor has since resigned.]", "[Ed. note: Spoilers follow.]", "[Update: The dam has broken.]", "[Correction: The dam is in Millbrook.]", "[laughs]", "[The dam] will hold: that is sure.", "[Translation: It will not hold]", "[More: a] and [b]"},
		},
		{
			name: "links behind a label",
			drop: []string{"Read more: How dams are built", "LIVE COVERAGE: All that is said of the dam", "RELATED:Floods of 1953", "More:Why rivers rise", "See also: How safe is your dam?", "Don't miss: Floods of 1953", "PHOTOS: The river in pictures", "Watch This Story: Every dam that never broke"},
			keep: []string{"Read more: the mayor said it to every class.", "Opinion: The dam is old", "Update: The dam is old", "More water came than was expected: it filled the cellars.", "Analysis: why it held"},
		},
		{
			name: "invitations",
			drop: []string{"Sign up for our newsletter", "Sign up for The Valley Post’s weekly newsletter. Explore what happens near you.", "CLICK HERE TO GET THE NEWS APP", "Follow Jane Doe on Twitter: @janedoe", "Subscribe to our newsletter and never miss a flood",
				"Get our free weekly newsletter", "Support local journalism. Subscribe today.", "For the full story, click here."},
			keep: []string{"Sign up for a place in the shelter at the town hall.", "Follow the river road to the bridge.", "Subscribe to no theory, the engineer said.", "Download the form from the county’s site.", "He told users to click here and there until the map that shows the water appeared, or to click here."},
		},
		{
			name: "legal lines",
			drop: []string{"© 2023 The Valley Post", "Copyright 2023 The Valley Post. All rights reserved.", "© AAP", "Copyright © 2023. This material may not be published, broadcast, rewritten or redistributed."},
			keep: []string{"Copyright law is no help, the mayor said.", "© Jane Doe 2013. All rights reserved. A challenging reappraisal of the history of the dams above Millbrook, revealing how they were turned from monuments of progress into threats, their age forgotten, the danger played down or ignored."},
		},
		{
			name: "templates of forms",
			drop: []string{"Sport email {{ #verifyErrors }} {{ message }} {{ /verifyErrors }} {{ ^verifyErrors }} Something went wrong. {{ /verifyErrors }}"},
		},
	} {
		t.Run(rule.name, func(t *testing.T) {
			const above, below = "The dam above Millbrook held.\n\n", "\n\nNobody was hurt."
			for _, line := range rule.drop {
				a := NewArticle(Meta{}, above+line+below)
				if got, want := outline(a), "1t The dam above Millbrook held.\n2t Nobody was hurt.\n"; got != want {
					t.Errorf("%q was kept:\n%s", line, got)
				}
				if a := NewArticle(Meta{}, above+line); len(a.Paragraphs) != 1 {
					t.Errorf("%q was kept at the end", line)
				}
			}
			for _, line := range rule.keep {
				a := NewArticle(Meta{}, above+line+below)
				if !strings.Contains(outline(a), "2t "+line+"\n3t ") {
					t.Errorf("%q was not kept:\n%s", line, outline(a))
				}
			}
		})
	}
}

func TestPlaceholders(t *testing.T) {
	for _, c := range []layoutCase{
		{
			name: "at the start of a paragraph",
			body: "The dam held.\n\n{adslot}The river fell.",
			want: "1t The dam held.\n2t The river fell.\n",
		},
		{
			name: "at the end of one, after a space",
			body: "The dam held. {{ad_1}}\n\nThe river fell.",
			want: "1t The dam held.\n2t The river fell.\n",
		},
		{
			name: "that the text goes on",
			body: "The dam [+ gate] held, said Mayor Lee… [+2310 chars]",
			want: "1t The dam [+ gate] held, said Mayor Lee…\n",
		},
		{
			name: "on a line of its own",
			body: "The dam held.\n\n{{{ inline-ad }}}\n\nThe river fell.",
			want: "1t The dam held.\n2t The river fell.\n",
		},
		{
			name: "in the middle, where the halves keep the number",
			body: "The dam held. {adslot} The water fell.\n\nThe river fell.",
			want: "1t The dam held.\n1t The water fell.\n2t The river fell.\n",
		},
		{
			name: "two in one paragraph",
			body: "{ad_1}The dam held.{ad_2}{ad_3}The water fell.",
			want: "1t The dam held.\n1t The water fell.\n",
		},
		{
			name: "words in braces stay",
			body: "She wrote {as she always does} of the set {1, 2} and x_{d}, {“a”: 1} and {.",
			want: "1t She wrote {as she always does} of the set {1, 2} and x_{d}, {“a”: 1} and {.\n",
		},
		{
			name: "a lead-in reaches both halves",
			body: "According to The Valley Post:\n\nThe dam {adslot} held.\n\nNobody was hurt.",
			want: "1t According to The Valley Post:\n2t The dam << According to The Valley Post:\n2t held. << According to The Valley Post:\n3t Nobody was hurt.\n",
		},
	} {
		c.run(t)
	}
}
