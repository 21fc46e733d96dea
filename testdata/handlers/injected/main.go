// Command injected serves what is judged where it is put together.
package main

import "handlers/injected/inject"

func main() {
	s, err := inject.Server()
	if err != nil {
		panic(err)
	}
	_ = s.Start()
}
