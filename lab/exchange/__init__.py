"""Taking the history out in formats that other tools read, and taking in what other computers wrote."""
