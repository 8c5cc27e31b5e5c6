"""The suites page: what there is, runs, and what came of them."""
