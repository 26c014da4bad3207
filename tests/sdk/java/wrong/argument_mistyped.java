// expect: String cannot be converted to long

import com.example.shop.Codes;

class Wrong {
    String text = Codes.formatQuotaExceeded(Codes.Language.EN, "calls", "10");
}
