package jsonapi

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

// Trust has a client of [NewHTTP] trust certificates.
func Trust(c *http.Client, roots *x509.CertPool) {
	t, _ := c.Transport.(transport)
	t.TLSClientConfig = &tls.Config{RootCAs: roots}
}
