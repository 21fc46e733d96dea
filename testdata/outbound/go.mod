module outbound

go 1.26.0
