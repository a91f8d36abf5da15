package bot

import (
	"fmt"
	"io"
	"log/slog"
)

// redacted is what is printed in place of a secret.
const redacted = "[redacted]"

// Secret is a token, or whatever else must not be seen in a log, an error or a
// page of metrics. However it is printed, encoded or logged, it comes out as
// "[redacted]"; also as an unexported field of something printed with %+v, whose
// methods package fmt does not call: there it is the address of the text. The
// zero value is no secret at all. Two secrets are not to be compared with ==.
type Secret struct{ text *string }

// NewSecret returns the secret with the given text; of "" the zero value.
func NewSecret(text string) Secret {
	if text == "" {
		return Secret{}
	}
	return Secret{&text}
}

// Reveal returns the text of the secret, "" of the zero value. Call it where the
// text is handed to what needs it, and nowhere else.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// IsSet reports whether there is a secret.
func (s Secret) IsSet() bool { return s.text != nil }

// String implements [fmt.Stringer].
func (s Secret) String() string { return redacted }

// GoString implements [fmt.GoStringer].
func (s Secret) GoString() string { return redacted }

// Format implements [fmt.Formatter], for every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// LogValue implements [slog.LogValuer].
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText implements [encoding.TextMarshaler], and so holds for JSON too.
func (s Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }
