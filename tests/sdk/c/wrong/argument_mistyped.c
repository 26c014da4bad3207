/* Wrong; expect: incompatible type
 */
#include <shop/shop.h>

size_t filled(char *buffer, size_t size);
size_t filled(char *buffer, size_t size) {
    return shop_format_quota_exceeded(buffer, size, shop_locale_en, "calls", 10);
}
