package discord

import (
	"fmt"
	"strings"
)

// LoseJournal lets nothing more be taken on, as where the disk is full.
func (a *Adapter) LoseJournal() { _ = a.events.Close() }

// Say has the journal remember so many bytes of conversations.
func (a *Adapter) Say(bytes int) {
	const each = 16 << 10
	for i := range bytes / each {
		a.events.Remember(fmt.Sprintf("turn %d", i), strings.Repeat("x", each))
	}
}
