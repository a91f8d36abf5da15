package main

import (
	"net/url"
	"strings"

	"newshound/bot"
)

// proxyFinding says what is wrong with the address of the proxy through which the platforms are
// reached, and is nil if nothing is. Go silently ignores an address that it cannot read: requests
// would then bypass the proxy, or fail.
func proxyFinding(getenv func(string) string) *bot.Finding {
	for _, name := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"} {
		address := getenv(name)
		if address == "" || isProxy(address) || !strings.Contains(address, "://") && isProxy("http://"+address) {
			continue
		}
		return &bot.Finding{
			What: name + " holds no address that can be read, and would be passed over.",
			Fix:  "It has the form http://user:password@proxy.example:3128. In the name and the password, a percent sign is written %25, and @ : / ? # [ ] and a space are %40 %3A %2F %3F %23 %5B %5D and %20.",
		}
	}
	return nil
}

// isProxy reports whether Go can use a text as the address of a proxy.
func isProxy(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme != "" && u.Hostname() != ""
}
