package bot

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"newshound/answer"
)

// Turn is all that a conversation carries from one reply to the next message: whoever has the
// turn can go on, also after a restart or on another replica.
type Turn struct {
	// Question is the question as it was asked, cleaned, its filters included.
	Question string
	// Earlier are the questions before that one, the newest first, each on a line: “she” may be
	// a person in one of them.
	Earlier string
	// Shown is how many quotes of its answer have been shown so far, counted from
	// the first.
	Shown int
	// Page are the numbers of those that were shown last; "" where they are not known.
	Page Numbers
	// Seal is a fingerprint of the quotes shown so far, 8 hexadecimal digits, or "" where it
	// is not known. If it does not fit the answer that the question has now, the coverage has
	// changed since.
	Seal string
}

// maxShown is the largest [Turn.Shown]: nobody turns so many pages.
const maxShown = 1000

// sealLength is the number of digits of a seal. It tells two answers to one
// question apart, and protects nothing.
const sealLength = 8

const (
	// mostEarlier is how many questions before the last a turn holds, and maxEarlier the size
	// in bytes of all of them. Both are small because a button has to hold the turn.
	mostEarlier = 2
	maxEarlier  = 200
)

// turnVersion begins an encoded turn. A change of the form has another.
const turnVersion = "2"

// unknownPart stands in an encoded turn for what is not known.
const unknownPart = "-"

// ErrTurn is returned for a text that is no turn.
var ErrTurn = errors.New("this is no turn of a conversation")

// Encode returns the turn as one text, for a place in which a platform keeps
// something for us: "2 3 1-3 0badcafe the question", and the earlier ones on further lines.
// It is not much longer than these. The zero turn is "".
func (t Turn) Encode() string {
	if t == (Turn{}) {
		return ""
	}
	text := fmt.Sprintf("%s %d %s %s %s", turnVersion, t.Shown, cmp.Or(t.Page, unknownPart), cmp.Or(t.Seal, unknownPart), t.Question)
	if t.Earlier != "" {
		text += "\n" + t.Earlier
	}
	return text
}

// DecodeTurn returns the turn that [Turn.Encode] made a text of. The error wraps
// [ErrTurn]; it does not repeat the text.
func DecodeTurn(text string) (Turn, error) {
	if text == "" {
		return Turn{}, nil
	}
	part := strings.SplitN(text, " ", 5)
	if len(part) != 5 || part[0] != turnVersion {
		return Turn{}, fmt.Errorf("%w: its form is unknown", ErrTurn)
	}
	shown, err := strconv.Atoi(part[1])
	if err != nil || shown < 0 || shown > maxShown {
		return Turn{}, fmt.Errorf("%w: the number of quotes is wrong", ErrTurn)
	}
	question, earlier, _ := strings.Cut(part[4], "\n")
	t := Turn{Question: question, Earlier: earlier, Shown: shown, Page: Numbers(part[2]), Seal: part[3]}
	if t.Page == unknownPart {
		t.Page = ""
	} else if !t.Page.upTo(shown) {
		return Turn{}, fmt.Errorf("%w: the numbers of the quotes are wrong", ErrTurn)
	}
	if t.Seal == unknownPart {
		t.Seal = ""
	} else if !isSeal(t.Seal) {
		return Turn{}, fmt.Errorf("%w: the seal is wrong", ErrTurn)
	}
	if t.Question == "" || len(t.Question) > MaxQuestion || !utf8.ValidString(t.Question) {
		return Turn{}, fmt.Errorf("%w: it has no question", ErrTurn)
	}
	if !tellsEarlier(t.Earlier) || !utf8.ValidString(t.Earlier) {
		return Turn{}, fmt.Errorf("%w: the earlier questions are wrong", ErrTurn)
	}
	return t, nil
}

// tellsEarlier reports whether a text may be the Earlier of a turn that we made. A longer one
// would take long, since each of its questions may be read anew for every “and Putin?”.
func tellsEarlier(text string) bool {
	return len(text) <= maxEarlier && strings.Count(text, "\n") < mostEarlier
}

// after returns the turn with its Earlier set to the question of the turn before it and the
// ones before that, as many as fit.
func (t Turn) after(last Turn) Turn {
	switch {
	case t.Question == "":
		return t
	case t.Question == last.Question:
		t.Earlier = last.Earlier
		return t
	}
	t.Earlier = ""
	for i, q := range strings.Split(last.Question+"\n"+last.Earlier, "\n") {
		longer := strings.TrimPrefix(t.Earlier+"\n"+q, "\n")
		if i == mostEarlier || q == "" || len(longer) > maxEarlier {
			break
		}
		t.Earlier = longer
	}
	return t
}

// isSeal reports whether a text has the form of a seal.
func isSeal(s string) bool {
	return len(s) == sealLength && strings.Trim(s, "0123456789abcdef") == ""
}

// seal returns the fingerprint of the first quotes of an answer, in their order,
// "" of none.
func seal(quotes []answer.Snippet) string {
	if len(quotes) == 0 {
		return ""
	}
	h := sha256.New()
	for _, s := range quotes {
		if s.Verify() != nil {
			continue // it is not shown
		}
		fmt.Fprintf(h, "%q %d %d %q\n", s.Cite.Article.ID, s.Cite.Start, s.Cite.End, s.Quote)
	}
	return hex.EncodeToString(h.Sum(nil))[:sealLength]
}
