package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"newshound/bot"
)

// maxSecret is the size in bytes of the largest file that is taken for a secret.
const maxSecret = 64 << 10

// unreadFiles returns the variables NAME_FILE, for the given names, whose files are not read because
// NAME is set, too.
func unreadFiles(getenv func(string) string, names []string) []string {
	var unread []string
	for _, name := range names {
		if strings.TrimSpace(getenv(name)) != "" && getenv(name+"_FILE") != "" {
			unread = append(unread, name+"_FILE")
		}
	}
	return unread
}

// secret returns the secret in the environment variable name, or else in the file that the variable
// name_FILE names, which is how many systems hand secrets over. If neither variable is set, the
// secret is not. White space around it is dropped. The error never repeats what was read.
func secret(getenv func(string) string, name string) (bot.Secret, error) {
	value, file := strings.TrimSpace(getenv(name)), getenv(name+"_FILE")
	if value != "" || file == "" {
		return bot.NewSecret(value), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return bot.Secret{}, fmt.Errorf("read %s_FILE: %w", name, err)
	}
	b, err := io.ReadAll(io.LimitReader(f, maxSecret+1))
	value = strings.TrimSpace(string(b))
	switch err = errors.Join(err, f.Close()); {
	case err != nil:
		return bot.Secret{}, fmt.Errorf("read %s_FILE: %w", name, err)
	case len(b) > maxSecret:
		return bot.Secret{}, fmt.Errorf("read %s_FILE: %s is too large to be a secret", name, file)
	case value == "":
		return bot.Secret{}, fmt.Errorf("read %s_FILE: %s is empty", name, file)
	}
	return bot.NewSecret(value), nil
}
