// expect: ITEM_MISSING in Codes has been deprecated

import com.example.shop.Codes;

class Wrong {
    int code = Codes.ITEM_MISSING;
}
