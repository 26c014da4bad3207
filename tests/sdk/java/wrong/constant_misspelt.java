// expect: cannot find symbol

import com.example.shop.Codes;

class Wrong {
    int code = Codes.QUOTA_EXCEDED;
}
