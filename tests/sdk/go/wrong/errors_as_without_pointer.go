// expect: second argument to errors.As must be a non-nil pointer

package wrong

import (
	"errors"

	"example.com/shop/retcode"
)

// Has is wrong, yet it compiles: go vet knows better.
func Has(err error, code retcode.Code) bool { return errors.As(err, code) }
