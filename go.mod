module github.com/piivet/piivet

go 1.26.0
