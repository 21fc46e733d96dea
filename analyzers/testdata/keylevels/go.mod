module example.com/keylevels

go 1.26
