// expect: cannot use "10" (untyped string constant) as int64 value

package wrong

import "example.com/shop/retcode"

var text = retcode.FormatQuotaExceeded(retcode.LocaleEN, "calls", "10")
