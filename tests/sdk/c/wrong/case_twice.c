/* Wrong; expect: duplicate case value
 */
#include <shop/shop.h>

int is(shop_code code);
int is(shop_code code) {
    switch (code) {
    case SHOP_OK:
    case SHOP_OK:
        return 1;
    default:
        return 0;
    }
}
