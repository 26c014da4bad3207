// expect: too many arguments in call to retcode.FormatQuotaExceeded

package wrong

import "example.com/shop/retcode"

var text = retcode.FormatQuotaExceeded(retcode.LocaleEN, "calls", 10, "s")
