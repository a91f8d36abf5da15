// Package service runs the chat platforms and the page for `newshound serve`: until it is told to
// stop, or none of them can go on, and then until all that was accepted is answered (service.go).
// A platform that is refused after it has run for some time is opened again (renew.go). The package
// also serves HTTP with health, readiness and metrics (server.go, metrics.go), and opens a corpus
// that has changed again (living.go). It does not know how a platform is set up ([Platform]).
package service
