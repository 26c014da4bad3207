// expect: duplicate case label

import com.example.shop.Codes;

class Wrong {
    boolean is(int code) {
        switch (code) {
            case Codes.OK:
            case Codes.OK:
                return true;
            default:
                return false;
        }
    }
}
