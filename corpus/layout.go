package corpus

// paragraphs finds the paragraphs of a body that may be quoted.
func paragraphs(meta Meta, body string) []Paragraph { return nil }
