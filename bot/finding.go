package bot

// Finding is one thing that `newshound check` has looked at.
type Finding struct {
	// OK says that it is as it should be.
	OK bool
	// What says in plain words what was looked at and how it is: "The bot token is
	// valid: newshound in the workspace Daily News."
	What string
	// Fix says what to do about it where it is not OK. Both are whole sentences.
	Fix string
}
