// expect: undefined: retcode.FormatOK

package wrong

import "example.com/shop/retcode"

var text = retcode.FormatOK(retcode.LocaleEN, "calls", 10)
