// expect: cannot use number (variable of type int32) as retcode.Code value

package wrong

import "example.com/shop/retcode"

var number int32 = 171

var code retcode.Code = number
