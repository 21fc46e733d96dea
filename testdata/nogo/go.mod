module github.com/piivet/piivet/testdata/nogo

go 1.26.0

require (
	github.com/bazelbuild/rules_go v0.65.0
	github.com/piivet/piivet v0.0.0
)

require (
	github.com/BurntSushi/toml v1.6.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	google.golang.org/protobuf v1.36.12 // indirect
)

replace github.com/piivet/piivet => ../..
