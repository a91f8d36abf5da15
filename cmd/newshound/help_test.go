package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// TestHelpFits holds that what help says fits on a terminal of 80 columns.
func TestHelpFits(t *testing.T) {
	var all bytes.Buffer
	if err := printOverview(&all); err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		if err := c.printHelp(&all); err != nil {
			t.Fatal(err)
		}
	}
	for line := range strings.Lines(all.String()) {
		if line = strings.TrimSuffix(line, "\n"); uniseg.StringWidth(line) > 80 {
			t.Errorf("%d columns: %s", uniseg.StringWidth(line), line)
		}
	}
}
