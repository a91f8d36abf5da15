package corpus

import "testing"

// TestPassage reads a passage of several paragraphs without what stands between
// them.
func TestPassage(t *testing.T) {
	a := NewArticle(Meta{}, "The dam held.\n\n[More: Other dams of the valley]\n\nNobody was hurt. All slept.")
	first, last := a.Paragraphs[0], a.Paragraphs[1]
	whole := Passage{Article: a, First: 0, Last: 1, Span: Span{first.Start, last.End}}
	if got, want := whole.Text(), "The dam held.\n\nNobody was hurt. All slept."; got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
	want := []Span{first.Span, last.Span}
	for i, part := range whole.Parts() {
		if part != want[i] {
			t.Errorf("part %d is %v, want %v", i, part, want[i])
		}
	}
	sentence := Passage{Article: a, First: 1, Last: 1, Span: Span{last.Start, last.Start + len("Nobody was hurt.")}}
	if got, want := sentence.Text(), "Nobody was hurt."; got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
	for i, part := range sentence.Parts() {
		if i != 1 || part != sentence.Span {
			t.Errorf("part %d is %v, want %v of paragraph 1", i, part, sentence.Span)
		}
	}
}
