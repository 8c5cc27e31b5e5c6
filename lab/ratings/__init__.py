"""What votes say: who is how strong, what style does to it, what sways a rater, and how far raters agree."""
