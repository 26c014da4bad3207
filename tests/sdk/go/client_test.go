package shop_test

import (
	"context"
	"errors"
	"testing"

	"example.com/shop"
	"example.com/shop/retcode"
)

const quota = `{"code":20001,"data":{"resource":"calls","limit":10}}`

// ask asks a server that gives these answers, one after the other.
func ask(answers ...string) (data string, asked int, err error) {
	client := shop.Client{Send: func(context.Context, string) ([]byte, error) {
		if asked == len(answers) {
			return nil, errors.New("no answer is left")
		}
		asked++
		return []byte(answers[asked-1]), nil
	}}
	raw, err := client.Get(context.Background(), "/products/1")
	return string(raw), asked, err
}

func TestAnswerGivesItsData(t *testing.T) {
	data, _, err := ask(`{"code":0,"data":{"name":"pen"}}`)
	if data != `{"name":"pen"}` || err != nil {
		t.Errorf("got %q, %v", data, err)
	}
}

func TestRetryableCodeIsTriedAgain(t *testing.T) {
	data, asked, err := ask(quota, quota, `{"code":0,"data":1}`)
	if data != "1" || err != nil {
		t.Errorf("got %q, %v", data, err)
	}
	if asked != 3 {
		t.Errorf("asked %d times", asked)
	}
}

func TestItIsNotTriedForEver(t *testing.T) {
	_, asked, err := ask(quota, quota, quota, quota)
	if asked != 3 {
		t.Errorf("asked %d times", asked)
	}
	if got, want := shop.Explain(err, "en"), "Quota for calls exceeded (limit 10)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOtherCodeIsNotTriedAgain(t *testing.T) {
	_, asked, err := ask(`{"code":171}`, `{"code":0}`)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	if !errors.Is(err, retcode.SignatureInvalid) || errors.Is(err, retcode.ProductMissing) {
		t.Errorf("got %v", err)
	}
	want := "get /products/1: 171 SIGNATURE_INVALID: Signature error."
	if got := err.Error(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownCodeIsKept(t *testing.T) {
	_, _, err := ask(`{"code":29999}`)
	var code retcode.Code
	if !errors.As(err, &code) || code != 29999 || code.Known() {
		t.Errorf("got %v", err)
	}
	if got, want := shop.Explain(err, "zh-CN"), "Error 29999"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUserSeesTheOwnLanguage(t *testing.T) {
	_, _, err := ask(`{"code":20004}`)
	for tag, want := range map[string]string{
		"zh_hans_CN": "缺少产品",
		"fr":         "Product missing",
	} {
		if got := shop.Explain(err, tag); got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
}

func TestNoAnswerIsNoCode(t *testing.T) {
	for _, body := range []string{"", "{}", `{"code":"171"}`, `{"code":2147483648}`} {
		_, asked, err := ask(body)
		var code retcode.Code
		if err == nil || errors.As(err, &code) {
			t.Errorf("%q: got %v", body, err)
		}
		if asked != 1 {
			t.Errorf("%q: asked %d times", body, asked)
		}
	}
}
