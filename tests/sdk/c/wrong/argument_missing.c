/* Wrong; expect: too few arguments
 */
#include <shop/shop.h>

size_t filled(char *buffer, size_t size);
size_t filled(char *buffer, size_t size) {
    shop_text calls = {"calls", 5};
    return shop_format_quota_exceeded(buffer, size, shop_locale_en, calls);
}
