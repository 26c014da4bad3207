// expect: undefined: retcode.QuotaExceded

package wrong

import "example.com/shop/retcode"

var code = retcode.QuotaExceded
