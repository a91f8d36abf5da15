// Package browsertest opens the page of the built command in Chromium, as a person
// does: on a phone and on a desk, by light and in the dark, by keyboard, and without
// scripts. It is a module of its own, for only .ci/browser needs what it needs, and
// that sets what it reads from the environment:
//
//	NEWSHOUND    the built command
//	CHROMIUM     the browser
//	AXE          axe.min.js of axe-core (https://github.com/dequelabs/axe-core)
//	SCREENSHOTS  a directory for the README's pictures; they are only taken where it is set
//
// Without the first three its tests fail; they do not skip.
package browsertest
