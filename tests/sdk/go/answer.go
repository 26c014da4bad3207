package shop

import (
	"encoding/json"
	"errors"
	"fmt"

	"example.com/shop/retcode"
)

// AnswerError is a code that the server answered, with the data that came with it.
type AnswerError struct {
	retcode.CodeError
	Data json.RawMessage
}

// Unwrap returns the code without the data.
func (e *AnswerError) Unwrap() error { return &e.CodeError }

// What the server answers: a code, which may be one that this client does not know, and data.
type answer struct {
	Code *retcode.Code   `json:"code"`
	Data json.RawMessage `json:"data"`
}

// Returns the data of an answer, or its code as an error.
func read(body []byte) (json.RawMessage, error) {
	var a answer
	if err := json.Unmarshal(body, &a); err != nil {
		return nil, fmt.Errorf("not an answer: %w", err)
	}
	if a.Code == nil {
		return nil, errors.New("the answer has no code")
	}
	if a.Code.Err() != nil {
		return nil, &AnswerError{retcode.CodeError{Code: *a.Code}, a.Data}
	}
	return a.Data, nil
}
