// expect: cannot find symbol

import com.example.shop.Codes;

class Wrong {
    Codes.Language language = Codes.Language.FR;
}
