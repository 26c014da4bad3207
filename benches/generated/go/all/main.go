package main

import (
	"os"

	codes "bench/go"
)

func main() {
	println(codes.Code(len(os.Args)).Message(codes.LocaleEN))
}
