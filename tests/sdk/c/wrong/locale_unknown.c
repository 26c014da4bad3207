/* Wrong; expect: undeclared here
 */
#include <shop/shop.h>

shop_locale locale = shop_locale_fr;
