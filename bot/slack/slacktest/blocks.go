package slacktest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
)

// The limits of https://docs.slack.dev/reference/block-kit. The last one is not
// documented (https://github.com/slackapi/bolt-js/issues/2509).
const (
	maxBlocks     = 50
	maxHomeBlocks = 100
	maxSection    = 3000
	maxHeader     = 150
	maxContext    = 10
	maxActions    = 25
	maxLabel      = 75
	maxValue      = 2000
	maxActionID   = 255
	maxURL        = 3000
	maxTotal      = 12000
	maxText       = 40000
)

// units returns the length of a text in UTF-16 units, the strictest way to count.
func units(text string) int { return len(utf16.Encode([]rune(text))) }

// checkBlocks returns what Slack would say to the blocks, "" if it takes them,
// and in detail what is wrong.
func checkBlocks(raw string, most int) (blocks []Block, refusal, detail string) {
	if err := json.Unmarshal([]byte(raw), &blocks); err != nil {
		return nil, "invalid_blocks_format", err.Error()
	}
	if len(blocks) > most {
		return blocks, "invalid_blocks", fmt.Sprintf("%d blocks", len(blocks))
	}
	total := 0
	ids := map[string]bool{}
	for i, b := range blocks {
		n, wrong := checkBlock(b)
		if b.BlockID != "" && ids[b.BlockID] {
			wrong = "block_id " + b.BlockID + " twice"
		}
		ids[b.BlockID] = true
		if wrong != "" {
			return blocks, "invalid_blocks", fmt.Sprintf("block %d (%s): %s", i, b.Type, wrong)
		}
		total += n
	}
	if total > maxTotal {
		return blocks, "msg_blocks_too_long", fmt.Sprintf("%d characters in all blocks", total)
	}
	return blocks, "", ""
}

// checkBlock returns the length of a block's texts, and what is wrong with it.
func checkBlock(b Block) (length int, wrong string) {
	switch b.Type {
	case "divider":
		return 0, ""
	case "section":
		if b.Text == nil {
			return 0, "no text"
		}
		if b.Accessory != nil {
			if wrong := checkElement(*b.Accessory); wrong != "" {
				return 0, wrong
			}
		}
		return checkText(*b.Text, maxSection)
	case "header":
		if b.Text == nil || b.Text.Type != "plain_text" {
			return 0, "a header is plain_text"
		}
		return checkText(*b.Text, maxHeader)
	case "context":
		return checkContext(b.Elements)
	case "actions", "context_actions":
		return 0, checkActions(b)
	}
	return 0, "no such block here"
}

// checkContext returns the length of the texts of a context block, and what is wrong with them.
func checkContext(elements []Element) (length int, wrong string) {
	if len(elements) == 0 || len(elements) > maxContext {
		return 0, fmt.Sprintf("%d elements", len(elements))
	}
	for _, e := range elements {
		n, wrong := checkText(Text{Type: e.Type, Text: e.label(), Verbatim: e.Verbatim}, maxSection)
		if wrong != "" {
			return 0, wrong
		}
		length += n
	}
	return length, ""
}

// checkActions returns what is wrong with a block of buttons.
func checkActions(b Block) (wrong string) {
	if len(b.Elements) == 0 || len(b.Elements) > maxActions {
		return fmt.Sprintf("%d elements", len(b.Elements))
	}
	seen := map[string]bool{}
	for _, e := range b.Elements {
		if wrong := checkElement(e); wrong != "" {
			return wrong
		}
		if (e.Type == "feedback_buttons") != (b.Type == "context_actions") {
			return e.Type + " in " + b.Type
		}
		if seen[e.ActionID] {
			return "action_id " + e.ActionID + " twice"
		}
		seen[e.ActionID] = true
	}
	return ""
}

// checkText returns the length of a text object, and what is wrong with it.
func checkText(t Text, most int) (length int, wrong string) {
	length = units(t.Text)
	switch {
	case t.Type != "mrkdwn" && t.Type != "plain_text":
		return length, "text of type " + t.Type
	case t.Type == "plain_text" && t.Verbatim:
		return length, "verbatim is for mrkdwn"
	case t.Type == "mrkdwn" && !t.Verbatim: // Slack takes it, and makes links and mentions of what is like one
		return length, "mrkdwn that is not verbatim"
	case t.Type == "mrkdwn" && t.Emoji != nil:
		return length, "emoji is for plain_text"
	case length == 0:
		return length, "empty text"
	case length > most:
		return length, fmt.Sprintf("%d characters of text", length)
	}
	return length, ""
}

// checkElement returns what is wrong with a button.
func checkElement(e Element) string {
	switch {
	case e.ActionID == "" || len(e.ActionID) > maxActionID:
		return fmt.Sprintf("action_id of %d characters", len(e.ActionID))
	case e.Type == "feedback_buttons":
		if e.Positive == nil || e.Negative == nil {
			return "a feedback button is missing"
		}
		for _, f := range []*Element{e.Positive, e.Negative} {
			if wrong := checkLabel(*f); wrong != "" {
				return wrong
			}
		}
		return ""
	case e.Type != "button":
		return "element of type " + e.Type
	}
	return checkLabel(e)
}

// checkLabel returns what is wrong with a button's text, value or address.
func checkLabel(e Element) string {
	var label Text
	if err := json.Unmarshal(e.Text, &label); err != nil || label.Type != "plain_text" {
		return "a button's text is plain_text"
	}
	if _, wrong := checkText(label, maxLabel); wrong != "" {
		return wrong
	}
	if units(e.Value) > maxValue || len(e.URL) > maxURL {
		return "value or url too long"
	}
	return ""
}

// link is the only thing that Newshound may put into angle brackets, and entity
// the only thing that may follow an ampersand
// (https://docs.slack.dev/messaging/formatting-message-text).
var (
	link   = regexp.MustCompile(`^<https?://[^\s<>|]+(\|[^<>]+)?>`)
	entity = regexp.MustCompile(`^&(amp|lt|gt);`)
)

// stray returns a piece of text that is not escaped, "" if there is none.
func stray(text string) string {
	for i := 0; i < len(text); i++ {
		rest := text[i:]
		switch text[i] {
		case '<':
			m := link.FindString(rest)
			if m == "" {
				return clip(rest)
			}
			if s := stray(m[1 : len(m)-1]); s != "" {
				return s
			}
			i += len(m) - 1
		case '>':
			// One at the start of a line makes a quotation.
			if i > 0 && text[i-1] != '\n' {
				return clip(text[max(0, i-20):])
			}
		case '&':
			if !entity.MatchString(rest) {
				return clip(rest)
			}
		}
	}
	return ""
}

// clip cuts a text to what a report can bear.
func clip(s string) string {
	if len(s) > 60 {
		s = s[:60]
	}
	return strings.ToValidUTF8(s, "")
}
