package main

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

// newestOf are articles, as the coverage lists them.
type newestOf struct {
	bot.Asker
	articles []*corpus.Article
}

func (n newestOf) Newest(int) []*corpus.Article { return n.articles }

// changing is a coverage that changes, and is slow at times.
type changing struct {
	newestOf
	slow bool
}

func (c *changing) Coverage() answer.Coverage { return answer.Coverage{Articles: len(c.articles)} }

func (c *changing) Ask(ctx context.Context, _ answer.Question) (*answer.Answer, error) {
	if c.slow {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return &answer.Answer{Outcome: answer.Found}, nil
}

// TestPromptsChange suggests questions of a coverage that changes: others, but not at once.
func TestPromptsChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		of := &changing{slow: true}
		write := func(names ...string) {
			for _, name := range names {
				of.articles = append(of.articles, corpus.NewArticle(corpus.Meta{}, name+" opened the bridge."))
			}
		}
		write("Ann Roe")
		suggested := suggestedQuestions(of)
		for _, c := range []struct {
			after time.Duration
			write []string
			slow  bool
			want  int
		}{
			{0, nil, true, 0}, {time.Minute, nil, false, 0}, {promptsLife, nil, false, 1}, {2 * promptsLife, []string{"Joe Doe"}, true, 0},
			{2 * promptsLife, nil, false, 2}, {time.Minute, []string{"Sue Fox"}, false, 2}, {promptsLife, nil, false, 3}, {2 * promptsLife, nil, true, 3},
		} {
			<-time.After(c.after)
			write(c.write...)
			of.slow = c.slow
			if got := suggested(); len(got) != c.want {
				t.Errorf("%+v: suggested are %q", c, got)
			}
		}
	})
}

// TestPromptsDoNotWait holds that nobody waits for the questions that another has made.
func TestPromptsDoNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		of := &changing{slow: true}
		of.articles = append(of.articles, corpus.NewArticle(corpus.Meta{}, "Ann Roe opened the bridge."))
		suggested := suggestedQuestions(of)
		go suggested()
		synctest.Wait() // until it is at the first question
		began := time.Now()
		if got := suggested(); len(got) > 0 || time.Since(began) > 0 {
			t.Errorf("after %s suggested are %q", time.Since(began), got)
		}
		<-time.After(promptsTime)
	})
}

// TestCommonNames names what several outlets write of, and neither whom their pictures are
// from nor what stands under every page of one.
func TestCommonNames(t *testing.T) {
	var of newestOf
	for _, one := range [...]struct{ outlet, body string }{
		{"The Post", "Ann Roe opened the bridge. Photograph: Getty Images\n\nThe Post Letter comes every day."},
		{"The Post", "Ann Roe, who is mayor, has left. Photograph: Getty Images\n\nThe Post Letter comes every day."},
		{"The Sun", "They met Ann Roe again. (Getty Images)\n\nThe Golden Bridge’s end was near."},
	} {
		of.articles = append(of.articles, corpus.NewArticle(corpus.Meta{Outlet: one.outlet}, one.body))
	}
	if got, want := commonNames(of), []string{"Ann Roe", "the Post Letter", "the Golden Bridge"}; !slices.Equal(got, want) {
		t.Errorf("the names are %q, want %q", got, want)
	}
}
