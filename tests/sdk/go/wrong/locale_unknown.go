// expect: cannot use "fr" (untyped string constant) as retcode.Locale value

package wrong

import "example.com/shop/retcode"

var text = retcode.OK.Message("fr")
