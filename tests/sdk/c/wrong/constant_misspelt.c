/* Wrong; expect: undeclared here
 */
#include <shop/shop.h>

shop_code code = SHOP_QUOTA_EXCEDED;
