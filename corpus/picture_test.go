package corpus

import "testing"

func TestPictureKind(t *testing.T) {
	for _, c := range []struct {
		line string
		want Kind
	}{
		{"Photo: Jane Doe", Credit},
		{"Photo: Jane Doe (Valley Pictures via Getty Images)", Credit},
		{"Image: Valley Post archive", Credit},
		{"Credit: Jane Doe", Credit},
		{"Photo credit: Jane Doe", Credit},
		{"*Photo by Jane Doe*", Credit},
		{"Photograph by Jane Doe", Credit},
		{"Photo by Jane Doe / Valley Post", Credit},
		{"Photo courtesy of the Millbrook museum", Credit},
		{"(AP Photo/Jane Doe)", Credit},
		{"(Getty Images)", Credit},
		{"(Photo: Jane Doe)", Credit},
		{"Jane Doe via Getty Images", Credit},
		{"Jane Doe/AFP/Getty Images", Credit},
		{"Jane Doe/AP", Credit},
		{"Image source, Getty Images", Credit},
		{"Caption: Water stands in Mill Street.", Caption},
		{"![Water stands in Mill Street](street.jpg)", Caption},
		{"Water stands in Mill Street on Sunday. Jane Doe/AP", Caption},
		{"Water stands in Mill Street on Sunday (Image credit: Getty Images)", Caption},
		{"7 Water stood in Mill Street for a week Credit: Getty", Caption},
		{"Water stands in Mill Street. (AP Photo/Jane Doe)", Caption},
		{"Image: Water stands in Mill Street a day after the river left its bed for the second time", Caption},
		{"Image source, Getty Images Image caption, Water stands in Mill Street", Caption},
		{"Water stands in Mill Street after a week of rain. (Getty)", Caption},
		{"Photos of the dam were taken by drones.", Text},
		{"Photo by photo, the engineers followed the crack.", Text},
		{"Image by image the engineers went through what the drones had seen of the wall", Text},
		{"Credit goes to the engineers.", Text},
		{"Getty Images sold the picture of the dam.", Text},
		{"MILLBROOK (AP) — A quick look at the dam:", Text},
		{"(The mayor did not answer.)", Text},
		{"Source: Jane Doe, Valley Post", Text},
		{"The dam is safe (for now)", Text},
	} {
		a := NewArticle(Meta{}, "The dam held.\n\n"+c.line+"\n\nNobody was hurt.")
		if len(a.Paragraphs) != 3 {
			t.Errorf("%q: %d paragraphs", c.line, len(a.Paragraphs))
			continue
		}
		if got := a.Paragraphs[1].Kind; got != c.want {
			t.Errorf("%q is %v, want %v", c.line, got, c.want)
		}
	}
}

func TestCaptions(t *testing.T) {
	for _, c := range []layoutCase{
		{
			name: "the line above a credit is its caption, and both have the number of what follows",
			body: "Water stands in Mill Street.\nPhoto: Jane Doe\n\nThe dam held.\n\nThe bridge is closed.\nPhoto: Jane Doe\n\nNobody was hurt.",
			want: "1c Water stands in Mill Street.\n1r Photo: Jane Doe\n1t The dam held.\n2c The bridge is closed.\n2r Photo: Jane Doe\n2t Nobody was hurt.\n",
		},
		{
			name: "a blank line parts a credit from the story",
			body: "The dam held.\n\nPhoto: Jane Doe\n\nNobody was hurt.",
			want: "1t The dam held.\n2r Photo: Jane Doe\n2t Nobody was hurt.\n",
		},
		{
			name: "at the end they have the last number",
			body: "The dam held.\n\nNobody was hurt.\n\nThe bridge is closed.\nPhoto: Jane Doe",
			want: "1t The dam held.\n2t Nobody was hurt.\n2c The bridge is closed.\n2r Photo: Jane Doe\n",
		},
		{
			name: "alone they have number 1",
			body: "Water stands in Mill Street.\nPhoto: Jane Doe",
			want: "1c Water stands in Mill Street.\n1r Photo: Jane Doe\n",
		},
		{
			name: "a story without blank lines is no caption",
			body: "The dam held.\nThe river fell.\nThe bridge is closed.\nIt rained.\nPhoto: Jane Doe\nNobody was hurt.",
			want: "1t The dam held.\n2t The river fell.\n3t The bridge is closed.\n4t It rained.\n5r Photo: Jane Doe\n5t Nobody was hurt.\n",
		},
		{
			name: "an image without words is nothing",
			body: "The dam held.\n\n![](dam.jpg)\n\nNobody was hurt.",
			want: "1t The dam held.\n2t Nobody was hurt.\n",
		},
	} {
		c.run(t)
	}
}
