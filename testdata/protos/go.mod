module example.com/protos

go 1.26.0

require (
	github.com/gogo/protobuf v1.3.2
	github.com/golang/protobuf v1.5.4
	google.golang.org/protobuf v1.36.12
)
