module agreed

go 1.26
