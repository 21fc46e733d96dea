module flow

go 1.26
