module newshound

go 1.26
