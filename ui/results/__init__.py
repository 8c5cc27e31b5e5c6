"""The results page: what the votes say, how sure that is, and what goes with them."""
