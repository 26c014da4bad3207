// expect: cannot be applied to given types

import com.example.shop.Codes;

class Wrong {
    String text = Codes.formatQuotaExceeded(Codes.Language.EN, "calls");
}
