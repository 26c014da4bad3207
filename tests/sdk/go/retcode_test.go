package shop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"example.com/shop"
	"example.com/shop/retcode"
)

func TestCodeSurvivesJSON(t *testing.T) {
	// As a value, in a list, behind a pointer and as the key of a map; known and unknown.
	type page struct {
		Code   retcode.Code            `json:"code"`
		Others []retcode.Code          `json:"others"`
		Last   *retcode.Code           `json:"last"`
		Counts map[retcode.Code]uint64 `json:"counts"`
	}
	const text = `{"code":29999,"others":[0,-5],"last":28888,"counts":{"171":1,"29999":2}}`
	var p page
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	if p.Code != 29999 || p.Code.Known() || p.Counts[retcode.SignatureInvalid] != 1 {
		t.Errorf("got %d, %d", p.Code, p.Counts)
	}
	again, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != text {
		t.Errorf("got %s, want %s", again, text)
	}
}

func TestCodeIsPrintedAsAnErrorOrANumber(t *testing.T) {
	for _, test := range []struct {
		format string
		code   retcode.Code
		want   string
	}{
		{"%v", retcode.OK, "0 OK"},
		{"%s", retcode.SignatureInvalid, "171 SIGNATURE_INVALID"},
		{"%d", retcode.SignatureInvalid, "171"},
		{"%v", 29999, "29999"},
		{"%06d", -5, "-00005"},
	} {
		if got := fmt.Sprintf(test.format, test.code); got != test.want {
			t.Errorf("%s: got %q, want %q", test.format, got, test.want)
		}
	}
}

func TestCodeIsLoggedAsAnError(t *testing.T) {
	var log strings.Builder
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	logger.Info("answered", "code", retcode.SignatureInvalid)
	if want := `"code":"171 SIGNATURE_INVALID"`; !strings.Contains(log.String(), want) {
		t.Errorf("got %s, want %s", &log, want)
	}
}

func TestCodeIsFoundInWhatWrapsIt(t *testing.T) {
	const code = retcode.SignatureInvalid
	bare := &retcode.CodeError{Code: code}
	for _, err := range []error{
		code,
		fmt.Errorf("call: %w", code),
		bare,
		fmt.Errorf("call: %w", bare),
		&shop.AnswerError{CodeError: *bare},
		errors.Join(errors.New("other"), fmt.Errorf("call: %w", bare)),
	} {
		var found retcode.Code
		if !errors.As(err, &found) || found != code {
			t.Errorf("%v: found %d", err, found)
		}
		if !errors.Is(err, code) || errors.Is(err, retcode.ProductMissing) {
			t.Errorf("%v is another code", err)
		}
	}
}

func TestCodeErrorIsFoundInWhatWrapsIt(t *testing.T) {
	want := retcode.CodeError{Code: 29999, Message: "from a newer server"}
	for _, err := range []error{
		fmt.Errorf("call: %w", &want),
		fmt.Errorf("call: %w", &shop.AnswerError{CodeError: want}),
	} {
		var found *retcode.CodeError
		if !errors.As(err, &found) || *found != want {
			t.Errorf("%v: found %v", err, found)
		}
		if got, want := err.Error(), "call: 29999: from a newer server"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	var found *retcode.CodeError
	if errors.As(retcode.OK, &found) {
		t.Errorf("found %v", found)
	}
}

func TestCodeErrorShowsWhatIsKnown(t *testing.T) {
	for _, test := range []struct {
		err  retcode.CodeError
		want string
	}{
		{retcode.CodeError{Code: 171, Message: "no key"}, "171 SIGNATURE_INVALID: no key"},
		{retcode.CodeError{Code: 171}, "171 SIGNATURE_INVALID: Signature error."},
		{retcode.CodeError{Code: 29999, Message: "new"}, "29999: new"},
		{retcode.CodeError{Code: 29999}, "29999"},
	} {
		if got := test.err.Error(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestOnlySuccessIsNoError(t *testing.T) {
	if err := retcode.OK.Err(); err != nil {
		t.Errorf("got %v", err)
	}
	for _, code := range []retcode.Code{retcode.SignatureInvalid, 29999} {
		if err := code.Err(); err != code {
			t.Errorf("%v: got %v", code, err)
		}
	}
}

func TestDeprecationCanBeRead(t *testing.T) {
	old := retcode.Code(20002).Deprecated()
	if old == nil {
		t.Fatal("20002 is not deprecated")
	}
	if old.Since != "2.0.0" || old.Reason != "items are called products now" {
		t.Errorf("got %+v", old)
	}
	if use, ok := old.Use(); use != retcode.ProductMissing || !ok {
		t.Errorf("got %v, %t", use, ok)
	}
	for _, code := range []retcode.Code{retcode.OK, 29999} {
		if got := code.Deprecated(); got != nil {
			t.Errorf("%v: got %+v", code, got)
		}
	}
}

func TestNobodyChangesFactsForOthers(t *testing.T) {
	const code = retcode.SignatureInvalid
	code.Tags()[0] = "changed"
	code.Aliases()[0] = "CHANGED"
	retcode.All()[0] = 1
	retcode.Code(20002).Deprecated().Reason = "changed"

	got := fmt.Sprintf("%s %s %d: %s", code.Tags(), code.Aliases(), retcode.All()[0],
		retcode.Code(20002).Deprecated().Reason)
	if want := "[auth] [SIGN_ERROR] 0: items are called products now"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFallbackServesWhereNoLocaleDoes(t *testing.T) {
	for _, tag := range []string{"", "fr", "zh"} {
		if got, ok := retcode.ParseLocale(tag); got != retcode.LocaleEN || ok {
			t.Errorf("%q: got %v, %t", tag, got, ok)
		}
	}
	var zero retcode.Locale
	for _, locale := range []retcode.Locale{zero, 99} {
		if got, want := retcode.OK.Message(locale), "Success"; got != want {
			t.Errorf("%d: got %q, want %q", locale, got, want)
		}
	}
}
