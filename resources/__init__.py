"""What ships with the program and is not code: the starter models' table, later suites, lessons, icons."""
