package intake

import (
	"os"
	"strings"
)

// bootID names the time since the machine was started, "" where the system does not tell
// (https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html): until it ends, one process
// reads whatever another has written.
func bootID() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(id))
}
