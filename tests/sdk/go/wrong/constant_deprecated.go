// expect: retcode.ItemMissing is deprecated: Use [ProductMissing] (since 2.0.0): items are called products now

package wrong

import "example.com/shop/retcode"

// Code is exported, so that nothing but the deprecation is wrong.
var Code = retcode.ItemMissing
