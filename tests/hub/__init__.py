"""A Hub on this machine, for tests: real HTTP, and every fault on demand."""
