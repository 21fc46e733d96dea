//go:build unix

package e2e

import (
	"os/exec"
	"syscall"
)

// together puts a command and all that it starts into a process group, which
// ends as a whole.
func together(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
