package shop

import (
	"encoding/json"
	"errors"
	"fmt"

	"example.com/shop/retcode"
)

// Explain returns what to show to a user who speaks the language of the tag.
func Explain(err error, tag string) string {
	var code retcode.Code
	if !errors.As(err, &code) {
		return err.Error()
	}
	locale, _ := retcode.ParseLocale(tag)
	var answer *AnswerError
	if code == retcode.QuotaExceeded && errors.As(err, &answer) {
		if q, err := readQuota(answer.Data); err == nil {
			return retcode.FormatQuotaExceeded(locale, q.Resource, q.Limit)
		}
	}
	if message := code.Message(locale); message != "" {
		return message
	}
	return fmt.Sprintf("Error %d", code)
}

type quota struct {
	Resource string `json:"resource"`
	Limit    int64  `json:"limit"`
}

func readQuota(data json.RawMessage) (q quota, err error) {
	err = json.Unmarshal(data, &q)
	return q, err
}
