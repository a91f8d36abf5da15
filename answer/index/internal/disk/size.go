package disk

import (
	"errors"
	"math"
)

// errTooLarge says why a file cannot be mapped. Only a program of 32 bits meets it.
var errTooLarge = errors.New("it has 2 GiB or more, which needs a newshound of 64 bits")

// Fits returns an error for the size of a file that is more than this program can address.
func Fits(size int64) error {
	if size > math.MaxInt {
		return errTooLarge
	}
	return nil
}
