/* Wrong; expect: read-only
 */
#include <shop/shop.h>

void change(void);
void change(void) {
    shop_all[0].http = 0;
}
