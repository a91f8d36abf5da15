package intake

import (
	"os"
	"strings"
)

// bootID names the current boot of the machine, "" if the system does not tell
// (https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html). Within a boot, a process
// reads whatever an earlier one has written, synced or not.
func bootID() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(id))
}
