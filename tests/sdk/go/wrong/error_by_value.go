// expect: retcode.CodeError does not implement error

package wrong

import "example.com/shop/retcode"

var err error = retcode.CodeError{Code: retcode.SignatureInvalid}
