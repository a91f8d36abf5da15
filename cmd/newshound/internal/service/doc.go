// Package service runs the chat platforms and the page, for as long as `newshound serve` does:
// until it is told to stop, or none of them can go on, and then until all that was accepted
// is answered (service.go). A platform that is refused when it has run for some time is opened
// anew (renew.go). Beside them it serves HTTP, with whether it is alive, ready and how it does
// (server.go, metrics.go), and opens the corpus anew that has changed (living.go). How a
// platform is set up it does not know ([Platform]).
package service
