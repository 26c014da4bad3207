// expect: undefined: retcode.KindSucces

package wrong

import "example.com/shop/retcode"

var fine = retcode.OK.Kind() == retcode.KindSucces
