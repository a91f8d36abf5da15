package slacktest

import (
	"encoding/json"
	"strings"
)

// Message is a message that was posted and stored.
type Message struct {
	Via       string // "chat.postMessage", "chat.postEphemeral" or "response_url"; "" if a person wrote it
	Channel   string
	Thread    string // the timestamp of the thread's first message, "" outside threads
	TS        string
	User      string // who alone sees it, "" if all do
	Text      string
	Blocks    []Block
	RawBlocks string // as they came
}

// Block is what tests need of a block.
type Block struct {
	Type      string    `json:"type"`
	BlockID   string    `json:"block_id"`
	Text      *Text     `json:"text"`
	Accessory *Element  `json:"accessory"`
	Elements  []Element `json:"elements"`
}

// Text is a text object.
type Text struct {
	Type     string `json:"type"`
	Text     string `json:"text"`
	Emoji    *bool  `json:"emoji"`
	Verbatim bool   `json:"verbatim"`
}

// Element is an element of a block: a button, or a text of a context block.
type Element struct {
	Type     string          `json:"type"`
	Text     json.RawMessage `json:"text"`     // a text object, or in a context block a string
	Verbatim bool            `json:"verbatim"` // in a context block
	ActionID string          `json:"action_id"`
	Value    string          `json:"value"`
	URL      string          `json:"url"`
	Positive *Element        `json:"positive_button"`
	Negative *Element        `json:"negative_button"`
}

// label is the element's text, whichever form it has.
func (e Element) label() string {
	var text Text
	if json.Unmarshal(e.Text, &text) == nil && text.Text != "" {
		return text.Text
	}
	var plain string
	_ = json.Unmarshal(e.Text, &plain) // neither form is no text
	return plain
}

// Button is a button of a message.
type Button struct {
	Label, ActionID, BlockID, Value, Type string
}

// Buttons lists the buttons of a message, in the order in which they stand. The
// two of a feedback element are two buttons.
func (m Message) Buttons() []Button {
	var out []Button
	add := func(b Block, e Element) {
		switch e.Type {
		case "button":
			out = append(out, Button{e.label(), e.ActionID, b.BlockID, e.Value, e.Type})
		case "feedback_buttons":
			for _, f := range []*Element{e.Positive, e.Negative} {
				if f != nil {
					out = append(out, Button{f.label(), e.ActionID, b.BlockID, f.Value, e.Type})
				}
			}
		}
	}
	for _, b := range m.Blocks {
		if b.Accessory != nil {
			add(b, *b.Accessory)
		}
		for _, e := range b.Elements {
			add(b, e)
		}
	}
	return out
}

// Button returns the first button whose label is the given one.
func (m Message) Button(label string) (Button, bool) {
	for _, b := range m.Buttons() {
		if b.Label == label {
			return b, true
		}
	}
	return Button{}, false
}

// Shown is all the text that the blocks show, block by block, or the text where
// there are no blocks. It is as sent, with its markup.
func (m Message) Shown() string {
	if len(m.Blocks) == 0 {
		return m.Text
	}
	var parts []string
	for _, b := range m.Blocks {
		if b.Text != nil {
			parts = append(parts, b.Text.Text)
		}
		for _, e := range b.Elements {
			if e.Type == "mrkdwn" || e.Type == "plain_text" {
				parts = append(parts, e.label())
			}
		}
	}
	return strings.Join(parts, "\n")
}
