package discord

// LoseJournal lets nothing more be taken on, as where the disk is full.
func (a *Adapter) LoseJournal() { _ = a.events.Close() }
