// expect: no suitable method

import com.example.shop.Codes;

class Wrong {
    Codes.Language language = Codes.Language.of(1);
}
