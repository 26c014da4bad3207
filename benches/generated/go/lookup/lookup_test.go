package lookup

import (
	"testing"

	codes "bench/go"
)

var known int

func BenchmarkLookup(b *testing.B) {
	// Steps through all codes in an order that no branch predictor learns.
	code := uint32(0)
	for i := 0; i < b.N; i++ {
		code = (code + 7919) % 10000
		if codes.Code(10000 + code).Known() {
			known++
		}
	}
}
