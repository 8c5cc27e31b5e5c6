"""One rater votes through the pairs of a run: in which order, how far, and what came of it."""
