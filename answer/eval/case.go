package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// Case is one question whose answer is known.
type Case struct {
	ID   string
	Text string
	// Asked is when the question was asked, zero if that is not known.
	Asked time.Time
	// Answerable is false for a question that the coverage does not answer.
	Answerable bool
	// Accept lists the spans, any one of which answers the question. An
	// answerable question without any is judged by its articles alone.
	Accept []string
}

// Question returns the case as a question to the engine.
func (c Case) Question(limit int) answer.Question {
	return answer.Question{Text: c.Text, Limit: limit, Asked: c.Asked}
}

// ReadCases reads a file of queries: a JSON object a line, with the question's
// id in "id" and its words in "text" or "question". Its accepted spans are in
// "accept" or "answers", and an empty list there means that the coverage does
// not say, as does "answerable": false. The day on which it was asked may be in
// "date"; what is no date there says nothing. Other fields are passed over, and so are
// blank lines.
//
// The first line that is not such a query ends the reading, with an error that
// names it; so does an id that was already used. name is the file's name in
// errors.
func ReadCases(r io.Reader, name string) ([]Case, error) {
	var cases []Case
	lineOf := map[string]int{} // where each id stands
	err := eachLine(r, name, func(n int, line []byte) error {
		c, err := parseCase(line)
		if err != nil {
			return err
		}
		if first, ok := lineOf[c.ID]; ok {
			return fmt.Errorf("query %q is on line %d already", c.ID, first)
		}
		lineOf[c.ID] = n
		cases = append(cases, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%s: holds no queries", name)
	}
	return cases, nil
}

func parseCase(line []byte) (Case, error) {
	var w struct {
		ID         label     `json:"id"`
		Text       string    `json:"text"`
		Question   string    `json:"question"`
		Date       any       `json:"date"`
		Answerable *bool     `json:"answerable"`
		Accept     *[]string `json:"accept"`
		Answers    *[]string `json:"answers"`
	}
	if err := json.Unmarshal(line, &w); err != nil {
		return Case{}, explainJSON(err)
	}
	c := Case{ID: string(w.ID), Text: w.Text, Answerable: true}
	if c.Text == "" {
		c.Text = w.Question
	}
	switch {
	case c.ID == "":
		return Case{}, errors.New(`no "id"`)
	case c.Text == "":
		return Case{}, errors.New(`no "text" and no "question"`)
	}
	if date, ok := w.Date.(string); ok {
		if asked, err := corpus.ParseTime(date); err == nil {
			c.Asked = asked
		}
	}
	spans := w.Accept
	if spans == nil {
		spans = w.Answers
	}
	if spans != nil {
		c.Accept, c.Answerable = *spans, len(*spans) > 0
	}
	if w.Answerable != nil {
		c.Answerable = *w.Answerable
	}
	if slices.Contains(c.Accept, "") {
		return Case{}, errors.New("an accepted span is empty")
	}
	if !c.Answerable && len(c.Accept) > 0 {
		return Case{}, errors.New(`"answerable" is false, but there are accepted spans`)
	}
	return c, nil
}

// label is an id, which may be written as a number.
type label string

// UnmarshalJSON implements [json.Unmarshaler].
func (l *label) UnmarshalJSON(text []byte) error {
	if text[0] == '-' || text[0] >= '0' && text[0] <= '9' {
		*l = label(text)
		return nil
	}
	if json.Unmarshal(text, (*string)(l)) != nil {
		return errLabel
	}
	return nil
}

// errLabel is the error for an id that is neither.
var errLabel = errors.New("an id must be a string or a number")

// explainJSON says what is wrong with a line in words that do not name Go's types.
func explainJSON(err error) error {
	if wrongType, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if wrongType.Field == "" {
			return fmt.Errorf("a JSON %s, not an object", wrongType.Value)
		}
		if wrongType.Type.Kind() == reflect.String && (wrongType.Field == "accept" || wrongType.Field == "answers") {
			return fmt.Errorf("%q holds a JSON %s, and must be a list of strings", wrongType.Field, wrongType.Value)
		}
		wanted := "a string"
		switch wrongType.Type.Kind() {
		case reflect.Slice:
			wanted = "a list"
		case reflect.Bool:
			wanted = "true or false"
		case reflect.Int, reflect.Float64:
			wanted = "a number"
		}
		return fmt.Errorf("%q is a JSON %s, and must be %s", wrongType.Field, wrongType.Value, wanted)
	}
	if errors.Is(err, errLabel) {
		return err
	}
	return fmt.Errorf("not JSON: %w", err)
}
