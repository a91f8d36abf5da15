package index

import "testing"

// TestWorkspaces holds that a free workspace is used again, on whatever processor, and that
// no more are kept than there is use for.
func TestWorkspaces(t *testing.T) {
	ix := New(nil)
	w := ix.workspace()
	ix.free(w)
	if ix.workspace() != w {
		t.Error("a new workspace, where one is free")
	}
	for range 2 * cap(ix.workspaces) {
		ix.free(new(workspace))
	}
	if n := len(ix.workspaces); n != cap(ix.workspaces) {
		t.Errorf("%d are kept, of %d", n, cap(ix.workspaces))
	}
}
