// Package shop asks the shop.
package shop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"example.com/shop/retcode"
)

// Client is a client of the shop.
type Client struct {
	// Send sends a request and returns the body of the answer.
	Send func(ctx context.Context, path string) ([]byte, error)
	// Tries is how often to ask at most; 0 means 3.
	Tries int
}

// Get returns what is at the path; it asks again where that may help.
func (c *Client) Get(ctx context.Context, path string) (json.RawMessage, error) {
	tries := c.Tries
	if tries == 0 {
		tries = 3
	}
	for {
		data, err := c.ask(ctx, path)
		if err == nil {
			return data, nil
		}
		if tries--; tries <= 0 || !retryable(err) {
			return nil, fmt.Errorf("get %s: %w", path, err)
		}
	}
}

func (c *Client) ask(ctx context.Context, path string) (json.RawMessage, error) {
	body, err := c.Send(ctx, path)
	if err != nil {
		return nil, err
	}
	return read(body)
}

func retryable(err error) bool {
	var code retcode.Code
	return errors.As(err, &code) && code.Retryable()
}
