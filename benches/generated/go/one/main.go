package main

import (
	"os"

	codes "bench/go"
)

func main() {
	println(len(os.Args) + int(codes.BillingError10042))
}
