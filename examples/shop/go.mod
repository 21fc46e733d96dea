module example.com/shop

go 1.26.0

require github.com/piivet/piivet v0.0.0

replace github.com/piivet/piivet => ../..
